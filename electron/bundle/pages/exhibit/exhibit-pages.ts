import { numberedPieces } from '../../../../shared/case/capture/rolling.ts';
import { addressOrFile } from '../../../../shared/case/address-or-file.ts';
import type { Text } from '../../../../shared/language.ts';
import { filmTime, type Film } from '../../../../shared/case/film.ts';
import { readableInstant } from '../../../../shared/instant.ts';
import { rowsWithoutWords } from '../../../../shared/page/blank-rows.ts';
import { breaksBetweenLines, type PageBreak } from '../../../../shared/page/page-breaks.ts';
import { findWords } from '../../../../shared/page/find-words.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';
import { pagePictures } from '../../../../shared/case/page-pictures.ts';
import { pageNumbersOf } from '../../../../shared/plan/page-choice.ts';
import { tiledPicturesOf, slicesOf, type Slice, type TiledPicture } from '../../../../shared/plan/slices.ts';
import type { Region } from '../../../../shared/case/exhibit.ts';
import type { Artifact, ItemRecord, Role } from '../../../../shared/case/record.ts';
import { partNumbers, filePartsOf, picturesOfPart } from '../../carried-files.ts';
import { filePagesOf, type BundleExhibit } from '../../model.ts';
import { printAreaOf, type PrintArea } from '../../layout.ts';
import type { PageForm } from '../../pdf/imported/child-words.ts';
import type { Ref } from '../../pdf/sink.ts';
import { sealInk, type Canvas } from '../../pdf/canvas.ts';
import type { DrawContext, Page } from '../../sheet.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import { cell, tableRow } from '../blocks/flow.ts';
import { exhibitPageKind, type ModelWith } from '../page-kind.ts';
import { textDrawings } from './text-pages.ts';
import { drawUnseen, runsInRows, type Ground } from './words-layer.ts';

/** What only this page says. */
const words = {
  partOf: { 'zh-CN': '第 {n}/{m} 部分', en: 'part {n} of {m}' },
  filmFrame: { 'zh-CN': '视频 {time} 处画面', en: 'frame of the film at {time}' },
  rollingPart: { 'zh-CN': '滚动拼接画面', en: 'rolling picture' },
  rollingPiece: { 'zh-CN': '滚动拼接画面第 {n}/{m} 段', en: 'rolling picture, piece {n} of {m}' },
  documentDamaged: {
    'zh-CN': '本页有 {count} 处图像或内容残缺，未显示或仅显示一部分，以原件为准',
    en: '{count} {count|image or part|images or parts} of this page damaged or missing in the PDF, not shown or shown only in part; see the original',
  },
  documentRefused: { 'zh-CN': '该页无法编入：{why}', en: 'This page cannot be included: {why}' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** The pictures of an exhibit that are drawn, in order. */
export function picturesFor({ record }: BundleExhibit): readonly Artifact[] {
  if (record.kind === 'capture' && record.file === null)
    return shownRoles.flatMap((shown) => record.artifacts.filter(({ role }) => role === shown));
  return [...ownPictures(record), ...filePartsOf(record).flatMap((part) => picturesOfPart(record, part))];
}

function ownPictures(record: ItemRecord): readonly Artifact[] {
  if (filePagesOf(record).as !== 'images') return [];
  return pagePictures(record);
}

/** The page as it was, then the separate views: with its inner parts at full size, and what its window showed on the way. */
const shownRoles: readonly Role[] = [
  'screenshot-tile',
  'screenshot-region',
  'screenshot-expanded',
  'screenshot-rolling',
];

/** Device pixels per CSS pixel of an exhibit's pictures. */
export function densityOf({ record }: BundleExhibit): number {
  return record.kind === 'capture' && record.file === null ? record.view.scale : 1;
}

/** The exhibit's own pages: its picture cut into pages, every row shown, or the pages of its document, its mail, its text. */
export const exhibitPages = exhibitPageKind({
  kind: 'exhibit',
  full: true,
  words,
  laidOut: 'once',
  when: () => true,
  plan: fullPages,
});

function fullPages(exhibit: BundleExhibit, model: Own): readonly Page[] {
  const { record, number } = exhibit;
  const size = model.layout.portrait;
  const field = printAreaOf(size);
  const captured = record.kind === 'capture' && record.file === null;
  const drawings = [
    ...pictureDrawings(exhibit, captured ? picturesFor(exhibit) : ownPictures(record), record.film, field, model, true),
    ...ownDocument(exhibit, model, field),
    ...mailDrawings(exhibit, model, field),
  ];
  const from = addressOrFile(record);
  return drawings.map(({ part, ...drawing }, at): Page => ({
    size,
    header: [
      `${model.t('exhibit')} ${number}`,
      model.t('partOf', { n: at + 1, m: drawings.length }),
      ...(part === undefined ? [] : [part]),
      readableInstant(record.startedAt).slice(0, 30),
      from,
    ].join('  ·  '),
    ...drawing,
  }));
}

/** `part`: which of a mail's files it shows, for the line at the top. */
type Drawing = Pick<Page, 'draw' | 'pictures' | 'documentPage' | 'shows'> & Readonly<{ part?: string }>;

/** The words of a mail or a text file, then the pages of each file that the mail carried, mails in it likewise. */
function mailDrawings(exhibit: BundleExhibit, model: Own, field: PrintArea): readonly Drawing[] {
  const { record } = exhibit;
  if (filePagesOf(record).as !== 'text') return [];
  const own = exhibit.pageText('page-text.json');
  const numbers = partNumbers(filePartsOf(record));
  return [
    ...(own ? textDrawings(own, model, '') : []),
    ...filePartsOf(record).flatMap((part): Drawing[] => {
      const { pages, shows, artifact, fileName } = part;
      const n = numbers.get(artifact) ?? '';
      const name = model.t('attachmentPage', { n, name: visibleText(fileName) || artifact });
      const text = pages.as === 'text' ? exhibit.pageText(shows?.[0] ?? '') : null;
      const file = record.artifacts.find((one) => one.name === artifact);
      const count = pages.as === 'document' && file ? pages.count : 0;
      const drawings: readonly Drawing[] = [
        ...pictureDrawings(exhibit, picturesOfPart(record, part), part.film, field, model, false),
        ...Array.from({ length: count }, (_, at) =>
          documentDrawing(exhibit, field, model, { file: file?.sha256 ?? '', page: at + 1 }, () => []),
        ),
        ...(text ? textDrawings(text, model, `${n}.`) : []),
      ];
      return drawings.map(({ part: within, ...drawing }) => ({
        ...drawing,
        part: within === undefined ? name : `${name}  ·  ${within}`,
      }));
    }),
  ];
}

function pictureDrawings(
  exhibit: BundleExhibit,
  artifacts: readonly Artifact[],
  film: Film | undefined,
  field: PrintArea,
  model: Own,
  own: boolean,
): readonly Drawing[] {
  const { record } = exhibit;
  const density = densityOf(exhibit);
  const continued = record.kind === 'capture' && record.file === null;
  const pictures = tiledPicturesOf(artifacts);
  const rolling = new Map(rollingPiecesIn(artifacts, pictures).map((picture, at) => [picture, at + 1]));
  const chosen = own && !continued ? chosenPictures(exhibit, pictures) : pictures;
  const slices = chosen.flatMap((picture) => {
    const piece = rolling.get(picture);
    const words =
      piece !== undefined ? exhibit.rollingWords().get(piece) : picture === pictures[0] ? exhibit.words() : [];
    return slicesOf(picture, field, density, continued, ...breaksOf(picture, words ?? []));
  });
  const firstEnds = slices.findLastIndex(({ picture }) => picture === pictures[0]);
  const firstWords = heldUntil(firstEnds, () => exhibit.words());
  const laterWords = heldUntil(slices.length - 1, () => exhibit.pageWords());
  const rollingWords = heldUntil(slices.length - 1, () => exhibit.rollingWords());
  const times = film ? frameTimes(film, artifacts, pictures) : null;
  const partOf = (picture: TiledPicture): { part?: string } => {
    const piece = rolling.get(picture);
    if (piece !== undefined) return { part: nameOfPiece(exhibit, piece, model) };
    return times ? { part: model.t('filmFrame', { time: times.get(picture) ?? '?' }) } : {};
  };
  return slices.map((slice, at): Drawing => ({
    ...partOf(slice.picture),
    shows: slice,
    pictures: tilesIn(slice.picture, slice.from, slice.to).map(({ sha256 }) => sha256),
    draw: (canvas, context) => {
      drawSlice(canvas, slice, field, context);
      if (!own) return;
      const piece = rolling.get(slice.picture);
      if (piece !== undefined) {
        const said = rollingWords(at).get(piece) ?? [];
        drawWords(canvas, slice, said, field);
        for (const region of foundMarks(exhibit, said)) frameOn(canvas, slice, region, field);
        return;
      }
      const page = pictures.indexOf(slice.picture) + 1;
      if (page > 1) {
        drawWords(canvas, slice, laterWords(at).get(page) ?? [], field);
        return;
      }
      const words = firstWords(at);
      drawWords(canvas, slice, words, field);
      for (const region of framesOf(exhibit, words)) frameOn(canvas, slice, region, field);
    },
  }));
}

/** The pictures that an exhibit files, each once: those of the pages that it takes of its file, and of the files that a mail carried. */
export function filedPictures(exhibit: BundleExhibit): ReadonlySet<TiledPicture> {
  const { record } = exhibit;
  if (record.kind === 'capture' && record.file === null) return new Set(tiledPicturesOf(picturesFor(exhibit)));
  const own = ownPictures(record);
  const carried = picturesFor(exhibit).slice(own.length);
  return new Set([...chosenPictures(exhibit, tiledPicturesOf(own)), ...tiledPicturesOf(carried)]);
}

/** The pages that an exhibit takes of a file that several pictures show, as of a document; else all. */
function chosenPictures({ exhibit }: BundleExhibit, pictures: readonly TiledPicture[]): readonly TiledPicture[] {
  const numbers = pictures.length > 1 ? pageNumbersOf(exhibit.pages, pictures.length) : null;
  return numbers === null ? pictures : numbers.flatMap((number) => pictures[number - 1] ?? []);
}

/** What a piece of a rolling picture is called. */
function nameOfPiece(exhibit: BundleExhibit, piece: number, model: Own): string {
  const own = numberOfPiece(exhibit, piece);
  return own.m === 1 ? model.t('rollingPart') : model.t('rollingPiece', own);
}

/** Which piece of how many one is, as it was captured. @param piece counted from 1 among those of the exhibit */
export function numberOfPiece({ record }: BundleExhibit, piece: number): Readonly<{ n: number; m: number }> {
  const rolling = record.kind === 'capture' ? record.rolling : undefined;
  if (!rolling) return { n: 1, m: 1 };
  const { numbers, of } = numberedPieces(rolling);
  return { n: numbers[piece - 1] ?? piece, m: of };
}

/** The pieces of a rolling picture, which come last among the pictures of an exhibit. */
export function rollingPiecesIn(
  artifacts: readonly Artifact[],
  pictures: readonly TiledPicture[],
): readonly TiledPicture[] {
  const begun = artifacts.filter(({ role, y }) => role === 'screenshot-rolling' && y === 0).length;
  return pictures.slice(pictures.length - begun);
}

/** Reads when the first of an exhibit's pages is drawn and lets go after the last: memory stays flat. */
function heldUntil<T>(last: number, read: () => T): (at: number) => T {
  let held: Readonly<{ value: T }> | null = null;
  return (at) => {
    const { value } = (held ??= { value: read() });
    if (at >= last) held = null;
    return value;
  };
}

/** When in its film each picture was. */
function frameTimes(
  film: Film,
  artifacts: readonly Artifact[],
  pictures: readonly TiledPicture[],
): ReadonlyMap<TiledPicture, string> {
  const made = artifacts.filter(({ role, y }) => role === 'page-image' && y === 0);
  const at = new Map(film.frames.map((frame) => [frame.artifact, frame.at]));
  return new Map(pictures.map((picture, n) => [picture, filmTime(at.get(made[n]?.name ?? '') ?? 0)]));
}

/** Where a page may end, as it was measured in the picture; and, where that gives no place, between which lines of words. */
function breaksOf(
  { breaks, height }: TiledPicture,
  words: readonly TextRun[],
): readonly [measured: readonly PageBreak[], otherwise: readonly PageBreak[]] {
  if (words.length === 0) return [breaks, []];
  const free = rowsWithoutWords(words, height).map(([from, to]): PageBreak => [from, to, 0]);
  return [breaksBetweenLines(breaks, words, height), free];
}

function ownDocument(exhibit: BundleExhibit, model: Own, field: PrintArea): readonly Drawing[] {
  const pages = filePagesOf(exhibit.record);
  const original = exhibit.record.artifacts.find(({ role }) => role === 'original');
  if (pages.as !== 'document' || !original) return [];
  const chosen = pageNumbersOf(exhibit.exhibit.pages, pages.count) ?? [];
  const words = heldUntil(chosen.length - 1, () => exhibit.pageWords());
  return chosen.map((page, at) =>
    documentDrawing(exhibit, field, model, { file: original.sha256, page }, () => words(at).get(page) ?? []),
  );
}

function documentDrawing(
  exhibit: BundleExhibit,
  field: PrintArea,
  model: Own,
  documentPage: NonNullable<Page['documentPage']>,
  words: () => readonly TextRun[],
): Drawing {
  return {
    documentPage,
    draw: (canvas, context) => {
      const form = context.formOf(exhibit.index, documentPage);
      if (!('refused' in form)) {
        if (form.faults > 0) {
          const note = model.fonts.bold.showable(model.t('documentDamaged', { count: form.faults }));
          const size = Math.min(6.5, field.width / model.fonts.bold.measure(note, 1));
          canvas.text(field.x, field.y - 3, note, size, 'bold', sealInk); // below the running line
        }
        // What a machine read on a scanned page: in points of the page as it is shown.
        drawUnseen(canvas, words(), drawForm(canvas, form, field));
      } else {
        const why = model.t('documentRefused', { why: form.refused });
        const text = cell(why, field.width, { size: 11, weight: 'bold', colour: sealInk }, model.fonts);
        tableRow([text], [field.width], { pad: 0, line: false }, 400)[0]?.draw(canvas, field.x, field.y, context);
      }
    },
  };
}

/** Tiles that show some rows. */
export function tilesIn({ tiles }: TiledPicture, from: number, to: number): TiledPicture['tiles'] {
  return tiles.filter((tile) => tile.y < to && tile.y + tile.height > from);
}

/** The rows of one page. Tiles share rows with their neighbours, so that no hairline shows between them. */
function drawSlice(
  canvas: Canvas,
  { picture, from, to, scale, left }: Slice,
  field: PrintArea,
  { pictureOf }: DrawContext,
): void {
  const x = field.x + left;
  canvas.clipped(x, field.y, picture.width * scale, (to - from) * scale, () => {
    for (const tile of tilesIn(picture, from, to))
      canvas.image(
        pictureOf(tile.sha256),
        x,
        field.y + (tile.y - from) * scale,
        tile.width * scale,
        tile.height * scale,
      );
  });
  canvas.frame(x, field.y, picture.width * scale, (to - from) * scale);
}

/** The page's own words over the rows of the picture that show them. */
function drawWords(
  canvas: Canvas,
  { from, to, scale, left }: Slice,
  words: readonly TextRun[],
  field: PrintArea,
): void {
  drawUnseen(canvas, runsInRows(words, from, to), { x: field.x + left, y: field.y - from * scale, scale });
}

/** Parts of the picture that a person marked: by words, else by place. */
function framesOf({ exhibit }: BundleExhibit, words: readonly TextRun[]): readonly Region[] {
  return (exhibit.marks ?? []).flatMap(({ words: wanted, region }) => {
    const found = wanted === undefined ? [] : findWords(words, wanted);
    return found.length > 0 ? found : region ? [region] : [];
  });
}

/** Words that a person marked, where another view of the page shows them. */
function foundMarks({ exhibit }: BundleExhibit, words: readonly TextRun[]): readonly Region[] {
  return (exhibit.marks ?? []).flatMap(({ words: wanted }) => (wanted === undefined ? [] : findWords(words, wanted)));
}

/** A red frame over the picture, where this page shows the region. */
function frameOn(canvas: Canvas, { from, to, scale, left }: Slice, region: Region, field: PrintArea): void {
  const [top, bottom] = [Math.max(region.y, from), Math.min(region.y + region.height, to)];
  if (bottom <= top) return;
  canvas.redFrame(
    field.x + left + region.x * scale,
    field.y + (top - from) * scale,
    region.width * scale,
    (bottom - top) * scale,
  );
}

/** @returns where the page stands, and how large */
function drawForm(canvas: Canvas, { object, box, rotation }: PageForm, field: PrintArea): Ground {
  const [x0, y0, x1, y1] = box;
  const [w, h] = [x1 - x0, y1 - y0];
  const [shownWidth, shownHeight] = rotation % 180 === 0 ? [w, h] : [h, w];
  const scale = Math.min(field.width / shownWidth, field.height / shownHeight, 1);
  const left = field.x + (field.width - shownWidth * scale) / 2;
  const bottom = canvas.height - field.y - shownHeight * scale;
  const s = scale;
  const matrices = {
    0: [s, 0, 0, s, left - x0 * s, bottom - y0 * s],
    90: [0, -s, s, 0, left - y0 * s, bottom + x1 * s],
    180: [-s, 0, 0, -s, left + x1 * s, bottom + y1 * s],
    270: [0, s, -s, 0, left + y1 * s, bottom - x0 * s],
  } as const;
  canvas.form(object as Ref, matrices[rotation as keyof typeof matrices]); // numbers that the sink gave; a multiple of 90
  canvas.frame(left, field.y, shownWidth * scale, shownHeight * scale);
  return { x: left, y: field.y, scale };
}
