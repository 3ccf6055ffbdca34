import { onOneLine } from '../../../../shared/bilingual.ts';
import { addressOrFile } from '../../../../shared/case/address-or-file.ts';
import { fill, listedApart, type Text } from '../../../../shared/language.ts';
import type { Region } from '../../../../shared/case/exhibit.ts';
import { around } from '../../../../shared/page/find-words.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';
import { pointsPerCssPixel } from '../../../../shared/plan/pictures/slices.ts';
import type { BundleExhibit } from '../../model.ts';
import { below, printAreaOf, type Layout, type PrintArea } from '../../layout.ts';
import { softInk, type Canvas } from '../../pdf/canvas.ts';
import { paragraphTag } from '../../pdf/tagged/tag.ts';
import { rangeText, spotOf, type DrawContext, type Page } from '../../sheet.ts';
import { hasRecoded } from '../statements/picture-statements.ts';
import { exhibitFigure } from './alternative-text.ts';
import { densityOf, fullPageCount, numberOfPiece, tilesIn } from './exhibit-pictures.ts';
import { betweenViews, keyViews, scaleOfViews } from './key-views.ts';
import { drawPart, partsShowing, type PicturePart } from './picture-parts.ts';
import { drawUnseen } from './words-layer.ts';
import { aboveWords } from '../blocks/draw-cell.ts';
import { cell, tableRow, type Block, type RowMeaning } from '../blocks/flow.ts';
import { exhibitPageKind, type ModelWith, type Opening, type OpeningPage } from '../page-kind.ts';
import { quotedOnce } from '../statements/quoted-once.ts';
import { sourceLines } from '../statements/words-source.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this page says. */
const words = {
  keyPage: { 'zh-CN': '关键页', en: 'Key page' },
  detailPage: { 'zh-CN': '局部放大', en: 'Enlarged detail' },
  keyNote: {
    'zh-CN': '{overlay}。完整页面见第 {range} 页；{taken}',
    en: '{overlay}. For the full capture see {range:page|pages} {range}; {taken}',
  },
  keyNoteInVolume: {
    'zh-CN': '{overlay}。完整页面见第 {n} 册第 {range} 页；{taken}',
    en: '{overlay}. For the full capture see {range:page|pages} {range} of volume {n}; {taken}',
  },
  keyNoteAbove: {
    'zh-CN': '{overlay}。完整页面见下方；{taken}',
    en: '{overlay}. The full capture stands below; {taken}',
  },
  partTaken: {
    'zh-CN': '本图取自{source}的 {region}处，按网页显示尺寸的 {zoom} 倍绘出。',
    en: 'this part is at {region} of the {source}, drawn at {zoom} times its size on the page.',
  },
  partsTaken: {
    'zh-CN': '以下 {count} 幅自上而下取自{source}的 {regions}处，按网页显示尺寸的 {zoom} 倍绘出，其间的画面此处未列。',
    en: 'from the top down, {count} {count|part|parts} below at {regions} of the {source}, drawn at {zoom} times {count|its|their} size on the page; what stands between is not shown here.',
  },
  regionIn: {
    'zh-CN': 'x {x}、y {y}、宽 {width}、高 {height} 像素',
    en: 'x {x}, y {y}, width {width}, height {height} px',
  },
  wholePicture: { 'zh-CN': '整页画面', en: 'full-page picture' },
  rollingPicture: { 'zh-CN': '滚动拼接画面', en: 'rolling picture' },
  pieceOfRolling: { 'zh-CN': '滚动拼接画面第 {n}/{m} 段', en: 'rolling picture (piece {n} of {m})' },
  disputedLines: {
    'zh-CN': '涉案文字（红框含有这些文字，也可能含有同一行的其他文字）：“{words}”',
    en: 'Words in dispute (the red frames contain them and may contain other words of the same lines): “{words}”',
  },
  overlayOnly: {
    'zh-CN': '红框为叠加显示，画面按比例缩放，所存画面文件未改动',
    en: 'The red frame is drawn over the picture, which is scaled; the stored picture file is unchanged',
  },
  overlayRecoded: {
    'zh-CN': '红框为叠加显示，画面按比例缩放；其中经重新编码的图块见“压缩图片清单”',
    en: 'The red frame is drawn over the picture, which is scaled; its tiles that were recoded are in the list of recoded pictures',
  },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;
const { overlayOnly, overlayRecoded } = words;
const overlays = { overlayOnly, overlayRecoded } as const;

/** Words are enlarged at most so many times. */
const largest = 2;
/** Room above the picture for title and citation, without the lines on the source of the words. */
const leastHead = 92;

/**
 * Key page and details: the marked words enlarged and framed, each citing the full capture that follows or stands in an
 * annex volume. The picture's own tiles, clipped: nothing in them is changed.
 */
export const keyPage = exhibitPageKind({
  kind: 'key-page',
  full: false,
  opens: true,
  words,
  laidOut: 'once',
  when: ({ exhibit }) => (exhibit.marks ?? []).some(({ kind }) => kind !== 'frame'),
  plan: keyPages,
  asOpening,
});

function keyPages(exhibit: BundleExhibit, model: Own, opening: Opening | null): readonly Page[] {
  return enlargedMarks(exhibit).map((enlarged, at) => pageOf(exhibit, model, enlarged, at === 0 ? opening : null));
}

/** Full pages that an exhibit with a key page shows where it stands; what takes more is read in the annex. */
const mostInBody = 6;

/** Places of the exhibits whose full pages stand in the annex: with a key page, and many pages. @param all with few, too */
export function annexedOf(exhibits: readonly BundleExhibit[], layout: Layout, all: boolean): ReadonlySet<number> {
  const field = printAreaOf(layout.portrait);
  const isLong = (exhibit: BundleExhibit) => all || fullPageCount(exhibit, field) > mostInBody;
  return new Set(
    exhibits.filter((exhibit) => isLong(exhibit) && enlargedMarks(exhibit).length > 0).map(({ index }) => index),
  );
}

/** The marks that are shown enlarged. */
function enlargedMarks(exhibit: BundleExhibit): readonly PicturePart[] {
  const marks = (exhibit.exhibit.marks ?? []).filter(({ kind }) => kind !== 'frame');
  return partsShowing(exhibit, marks).filter(({ picture, regions }) => {
    const box = around(regions);
    return box !== null && box.x < picture.width && box.y < picture.height;
  });
}

function pageOf(exhibit: BundleExhibit, model: Own, part: PicturePart, opening: Opening | null): Page {
  const field = below(printAreaOf(model.layout.portrait), opening?.height ?? 0);
  const laid = laidOut(exhibit, model, part, field, { largest, opened: opening !== null });
  return {
    size: model.layout.portrait,
    ...laid.page,
    draw: (canvas, context) => {
      opening?.draw(canvas, context);
      const { numbers } = context;
      const capture = numbers.ofCapture(exhibit.index);
      const n = numbers.volumeOf(capture[0]);
      const apart = n !== numbers.volumeOf(numbers.ofExhibit(exhibit.index)[0]);
      const range = rangeText(capture);
      const y = laid.drawWords(
        canvas,
        context,
        model.t(apart ? 'keyNoteInVolume' : 'keyNote', { ...laid.said, range, n }),
      );
      laid.drawViews(canvas, context, Math.max(y + 6, field.y + laid.headRoom));
    },
  };
}

/** The kind of a page that shows both, in the manifest. */
export const keyAndWhole = 'key-and-whole';

/** How large the words are shown at most above the whole exhibit, from the best down. */
const largestAbove = [largest, 1.5, 1.2] as const;

/** Share of a page that a key page takes at most of that of the whole exhibit. */
const mostAbove = 0.6;

/** What a key page shows, above the whole exhibit on one page: its own page would say the same on half of it. */
function asOpening(exhibit: BundleExhibit, model: Own, opening: Opening): readonly OpeningPage[] {
  const [part, ...others] = enlargedMarks(exhibit);
  if (!part || others.length > 0) return [];
  const whole = printAreaOf(model.layout.portrait);
  const field = below(whole, opening.height);
  return largestAbove.flatMap((most): readonly OpeningPage[] => {
    const laid = laidOut(exhibit, model, part, field, { largest: most, opened: true });
    const note = model.t('keyNoteAbove', laid.said);
    const head = laid.wordsHeight(note);
    const height = opening.height + head + 6 + laid.viewsHeight + underViews;
    if (height > whole.height * mostAbove) return [];
    return [
      {
        page: { kind: keyAndWhole, ...laid.page },
        opening: {
          height,
          draw: (canvas, context) => {
            opening.draw(canvas, context);
            laid.drawWords(canvas, context, note);
          },
          drawPictures: (canvas, context) => laid.drawViews(canvas, context, field.y + head + 6),
        },
      },
    ];
  });
}

/** Points between the key view and the whole exhibit under it. */
const underViews = 14;

/** What a key page shows of an exhibit, in a field. @param opened whether the strip stands above it */
function laidOut(
  exhibit: BundleExhibit,
  model: Own,
  part: PicturePart,
  field: PrintArea,
  { largest: most, opened }: Readonly<{ largest: number; opened: boolean }>,
) {
  const { number, index, record } = exhibit;
  const { mark, picture, piece, regions, wider } = part;
  const { t, fonts } = model;
  const trace = mark.words === undefined ? undefined : model.keyTraces.get(index)?.get(mark.words);
  const density = densityOf(exhibit);
  const natural = pointsPerCssPixel / density;
  const line = (text: string, style: Parameters<typeof cell>[2], as?: RowMeaning): readonly Block[] =>
    tableRow([cell(text, field.width, style, fonts)], [field.width], { pad: 0, line: false, ...(as && { as }) }, 200);
  const small = { size: leastLetters, colour: softInk };
  const sources = sourceLines(trace, exhibit, model).flatMap((text) => line(text, small));
  const headRoom = leastHead + heightOf(sources);
  const room = { width: field.width, height: field.height - headRoom };
  const views = keyViews(part, density, room, natural);
  const scale = scaleOfViews(views, room, natural * most);
  const title = t(mark.kind === 'key' ? 'keyPage' : 'detailPage');
  const words = mark.words === undefined ? [] : [mark.words];
  const heading = opened ? title : `${t('exhibit')} ${number}  ·  ${title}`;
  const said = words.map((one) => quotedOnce(t(wider ? 'disputedLines' : 'disputedWords', { words: one }), one));
  const blocks = [
    ...line(heading, { size: opened ? 11 : 14, weight: 'bold' }, 2),
    ...said.flatMap((text) => line(text, { size: 10 })),
  ];
  const wordsHeight = (note: string) => heightOf([...blocks, ...line(note, small), ...sources]);
  const overlay = overlays[hasRecoded(exhibit, model.pictures) ? 'overlayRecoded' : 'overlayOnly'];
  const zoom = (scale / natural).toFixed(1);
  const shown = [...new Set(views.flatMap(({ y, height }) => tilesIn(picture, y, y + height)))];
  return {
    headRoom,
    wordsHeight,
    said: { overlay, taken: takenFrom(views, { source: sourceOf(exhibit, piece), zoom }) },
    viewsHeight: views.reduce((sum, { height }) => sum + height * scale + betweenViews, -betweenViews),
    page: {
      header: [`${t('exhibit')} ${number}`, title, addressOrFile(record)].map(onOneLine).join('  ·  '),
      mark: mark.words === undefined ? title : `“${mark.words}”`,
      pictures: [...new Set(shown.map(({ sha256 }) => sha256))],
    },
    /** @returns where they end */
    drawWords: (canvas: Canvas, context: DrawContext, note: string): number => {
      const { numbers } = context;
      const citesAt = drawDown(canvas, blocks, field.x, field.y, context);
      const spot = spotOf(numbers, index, words);
      const down = spot ? Math.max(0, spot.down - aboveWords) : 0;
      const target = { toPage: spot?.page ?? numbers.ofCapture(index)[0], down, words: note };
      const box = { x: field.x, y: field.y, width: field.width, height: wordsHeight(note) };
      const own = canvas.link(paragraphTag(), box, target);
      return drawDown(canvas, [...line(note, small, own), ...sources], field.x, citesAt, context);
    },
    drawViews: (canvas: Canvas, context: DrawContext, from: number): void => {
      const figure = exhibitFigure(
        exhibit,
        model,
        words.map((text) => ({ text })),
        title,
      );
      let top = from;
      for (const view of views) {
        const left = field.x + (views.length > 1 ? 0 : (field.width - view.width * scale) / 2);
        drawPart(canvas, figure, { picture, regions: regionsIn(view, regions) }, view, { left, top, scale }, context);
        const ground = { x: left - view.x * scale, y: top - view.y * scale, scale };
        drawUnseen(
          canvas,
          part.runs.filter((run) => isWithin(run, view)),
          ground,
        );
        top += view.height * scale + betweenViews;
      }
    },
  };
}

/** Whether a line stands whole in a part of a picture: what it cuts is found where the whole is. */
const isWithin = (run: TextRun, { x, y, width, height }: Region): boolean =>
  run.x >= x - 1 && run.y >= y - 1 && run.x + run.width <= x + width + 1 && run.y + run.height <= y + height + 1;

const heightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { height }) => sum + height, 0);

const regionsIn = (view: Region, regions: readonly Region[]): readonly Region[] =>
  regions.filter(({ y, height }) => y + height / 2 > view.y && y + height / 2 < view.y + view.height);

/** From where in the picture the parts are taken, in each language. */
function takenFrom(views: readonly Region[], { source, zoom }: Readonly<{ source: Text; zoom: string }>): Text {
  const said = (language: 'zh-CN' | 'en'): string => {
    const taken = views.map(({ x, y, width, height }) => fill(words.regionIn[language], { x, y, width, height }));
    const common = { source: source[language], zoom };
    const [region = ''] = taken;
    return taken.length === 1
      ? fill(words.partTaken[language], { ...common, region })
      : fill(words.partsTaken[language], { ...common, count: taken.length, regions: listedApart(taken, language) });
  };
  return { 'zh-CN': said('zh-CN'), en: said('en') };
}

/** @returns where the last block ends */
function drawDown(canvas: Canvas, blocks: readonly Block[], x: number, y: number, context: DrawContext): number {
  let down = y;
  for (const block of blocks) {
    block.draw(canvas, x, down, context);
    down += block.height;
  }
  return down;
}

/** Which picture an enlarged part is taken from, in each language. */
function sourceOf(exhibit: BundleExhibit, piece: number | null): Text {
  if (piece === null) return words.wholePicture;
  const own = numberOfPiece(exhibit, piece);
  if (own.m === 1) return words.rollingPicture;
  return { 'zh-CN': fill(words.pieceOfRolling['zh-CN'], own), en: fill(words.pieceOfRolling.en, own) };
}
