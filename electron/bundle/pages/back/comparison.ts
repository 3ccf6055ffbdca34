import { addressOrFile } from '../../../../shared/case/address-or-file.ts';
import { labelled, type Text } from '../../../../shared/language.ts';
import { tiledPicturesOf, type TiledPicture } from '../../../../shared/plan/pictures/slices.ts';
import type { PictureBand } from '../../../../shared/watch/picture-bands.ts';
import { pairOf, type BundleExhibit, type BundleModel, type FiledComparison } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import { softInk, type Canvas } from '../../pdf/canvas.ts';
import { rangeText, type DrawContext, type Page } from '../../sheet.ts';
import type { Tag } from '../../pdf/tagged/tag.ts';
import { exhibitFigure } from '../exhibit/alternative-text.ts';
import { picturesFor, tilesIn } from '../exhibit/exhibit-pictures.ts';
import { cell, paragraph, tableRow } from '../blocks/flow.ts';
import { tablePages } from '../blocks/table.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this page says. */
const words = {
  comparison: { 'zh-CN': '两次取证的差异', en: 'Differences between two captures' },
  comparisonRows: {
    'zh-CN': '画面第 {rows} 行（前）；第 {other} 行（后）',
    en: '{rows:row|rows} {rows} of the picture before, {other} after',
  },
  comparisonMore: {
    'zh-CN': '画面另有 {count} 处差异，见上表。',
    en: '{count} more {count|difference|differences} in the picture: see the table above.',
  },
  comparisonBefore: { 'zh-CN': '前', en: 'Before' },
  comparisonAfter: { 'zh-CN': '后', en: 'After' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** Under the title of a page; a line that names what follows; under each place. */
const head = 24;
const label = 14;
const gapBetween = 5;
const gapBelow = 12;
/** Rows shown above and below what differs, device pixels: a reader sees where on the page it is. */
const surroundings = 60;
/** More places are only listed in the table: pages of small changes prove less than the list. */
const mostShown = 24;
/** Each side of a band takes at most this share of the page: of a taller one the beginning is shown, its rows are named. */
const tallest = 0.32;

type Rows = NonNullable<PictureBand['before']>;
type Pictures = Readonly<{ before: TiledPicture; after: TiledPicture }>;

/**
 * What differs between two exhibits: a table of words and rows, then the rows, one above the other, framed. These pages belong to
 * neither of the two, whose own pages show nothing but their own pictures.
 */
export const comparison = pageKind({
  kind: 'comparison',
  part: null,
  words,
  laidOut: 'once',
  bookmark: ({ t }) => t('comparison'),
  when: (model) => [...model.comparisons.values()].some((some) => some.some((one) => isTold(one, model))),
  plan: comparisonPages,
});

/** Whether the bundle filed before has no such pages: what was captured never changes. */
const isTold = ({ before, after }: FiledComparison, { standing }: Pick<BundleModel, 'standing'>): boolean =>
  standing?.comparison.has(pairOf(before, after)) !== true;

function comparisonPages(model: Own): readonly Page[] {
  return model.exhibits.flatMap((exhibit) =>
    (model.comparisons.get(exhibit.index) ?? []).flatMap((one) =>
      isTold(one, model) ? pagesOf(one, exhibit, model) : [],
    ),
  );
}

function pagesOf(comparison: FiledComparison, { number }: BundleExhibit, model: Own): readonly Page[] {
  const { t, fonts, layout, exhibits, language } = model;
  const size = layout.portrait;
  const field = printAreaOf(size);
  const [before, after] = [exhibits[comparison.before], exhibits[comparison.after]];
  if (!before || !after) throw new Error('a comparison names exhibits that there are');
  const title = `${t('exhibit')} ${number}  ·  ${t('comparison')}`;
  const of = ({ number: own, record }: BundleExhibit) => `${t('exhibit')} ${own} · ${addressOrFile(record)}`;
  const { table, bands } = comparison;
  const more = Math.max(0, bands.length - mostShown);
  const notes = [
    labelled(t('comparisonBefore'), of(before), language),
    labelled(t('comparisonAfter'), of(after), language),
    ...table.notes,
    ...(more > 0 ? [t('comparisonMore', { count: more })] : []),
  ];
  const listed = tablePages(
    {
      title,
      size,
      intro: notes.flatMap((note) => paragraph(note, field.width, { size: 8, colour: softInk }, fonts)),
      columns: table.columns.map(({ name, share }) => ({ name, width: share })),
      rows: table.rows.map((cells) => ({ cells })),
    },
    model,
  );
  const pictures = { before: tiledPicturesOf(picturesFor(before))[0], after: tiledPicturesOf(picturesFor(after))[0] };
  const shown =
    pictures.before && pictures.after
      ? bandPages(bands.slice(0, mostShown), { before: pictures.before, after: pictures.after }, title, model, [
          before,
          after,
        ])
      : [];
  return [...listed, ...shown];
}

function bandPages(
  bands: readonly PictureBand[],
  pictures: Pictures,
  title: string,
  model: Own,
  sides: readonly [BundleExhibit, BundleExhibit],
): readonly Page[] {
  const size = model.layout.portrait;
  const field = printAreaOf(size);
  const scale = Math.min(1, field.width / Math.max(pictures.before.width, pictures.after.width));
  const most = Math.floor((field.height * tallest) / scale);
  const laidOut = bands.map((band) => {
    const views = (['before', 'after'] as const).map((side, at) => {
      const view = viewOf(band, side, pictures);
      return { side, exhibit: sides[at], view, rows: Math.min(view?.height ?? 0, most) };
    });
    return {
      band,
      views,
      height: views.reduce((sum, { rows }) => sum + label + rows * scale + gapBetween, label) + gapBelow,
    };
  });
  const pages: (typeof laidOut)[] = [];
  let left = 0;
  for (const one of laidOut) {
    if (one.height > left) {
      pages.push([]);
      left = field.height - head;
    }
    pages.at(-1)?.push(one);
    left -= one.height;
  }
  return pages.map((page): Page => ({
    size,
    header: title,
    pictures: page.flatMap(({ views }) =>
      views.flatMap(({ side, view, rows }) =>
        view ? tilesIn(pictures[side], view.y, view.y + rows).map(({ sha256 }) => sha256) : [],
      ),
    ),
    draw: (canvas, context) => {
      const say = (text: string, at: number, points: number) =>
        line(canvas, field.x, at, field.width, text, points, context, model);
      let y = field.y;
      say(title, y, 12);
      y += head;
      for (const { band, views } of page) {
        say(model.t('comparisonRows', { rows: rowsText(band.before), other: rowsText(band.after) }), y, 8.6);
        y += label;
        for (const { side, exhibit, view, rows } of views) {
          if (!exhibit) continue;
          const cited = rangeText(context.numbers.ofExhibit(exhibit.index));
          const word = model.t(side === 'before' ? 'comparisonBefore' : 'comparisonAfter');
          say(`${word} · ${model.t('exhibit')} ${exhibit.number} · ${cited}${view ? '' : ' · –'}`, y, leastLetters);
          y += label;
          const figure = exhibitFigure(exhibit, model, [], word);
          if (view) drawRows(canvas, figure, field.x, y, scale, rows, pictures[side], view, band[side], context);
          y += rows * scale + gapBetween;
        }
        y += gapBelow;
      }
    },
  }));
}

/** The rows that a side shows of a band, with what stands around them; where it has none of it, the place where it would be. */
function viewOf(band: PictureBand, side: 'before' | 'after', pictures: Pictures): Rows | null {
  const own = band[side];
  if (!own) return null;
  const y = Math.max(0, own.y - surroundings);
  return { y, height: Math.min(pictures[side].height, own.y + own.height + surroundings) - y };
}

function drawRows(
  canvas: Canvas,
  figure: Tag,
  x: number,
  top: number,
  scale: number,
  most: number,
  picture: TiledPicture,
  view: Rows,
  band: PictureBand['before'],
  context: DrawContext,
): void {
  const rows = Math.min(view.height, most);
  canvas.picture(figure, { x, y: top, width: picture.width * scale, height: rows * scale }, (paint) => {
    for (const tile of tilesIn(picture, view.y, view.y + rows))
      paint.image(
        context.pictureOf(tile.sha256),
        x,
        top + (tile.y - view.y) * scale,
        tile.width * scale,
        tile.height * scale,
      );
  });
  canvas.frame(x, top, picture.width * scale, rows * scale);
  if (!band) return;
  const from = (band.y - view.y) * scale;
  const height = Math.min(band.height * scale, rows * scale - from);
  if (height > 0) canvas.redFrame(x, top + from, picture.width * scale, Math.max(height, 2));
}

const rowsText = (rows: PictureBand['before']) => (rows ? `${rows.y + 1}–${rows.y + rows.height}` : '–');

function line(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  text: string,
  size: number,
  context: DrawContext,
  { fonts }: Own,
): void {
  const style = { size, ...(size > 8 ? { weight: 'bold' as const } : { colour: softInk }) };
  const [block] = tableRow([cell(text, width, style, fonts)], [width], { pad: 0, line: false }, 60);
  block?.draw(canvas, x, y, context);
}
