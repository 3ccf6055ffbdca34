import type { Region } from '../../../../shared/case/exhibit.ts';
import { filmTime, type Film } from '../../../../shared/case/film.ts';
import type { Artifact } from '../../../../shared/case/record.ts';
import { rowsWithoutWords } from '../../../../shared/page/picture/blank-rows.ts';
import { findMarks, findWords } from '../../../../shared/page/find-words.ts';
import { breaksBetweenLines, type PageBreak } from '../../../../shared/page/page-breaks.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';
import { leastLegible, lessEnlarged, printedSize, shownColumns } from '../../../../shared/plan/pictures/legible.ts';
import {
  slicesOf,
  tiledPicturesOf,
  type Shown,
  type Slice,
  type TiledPicture,
} from '../../../../shared/plan/pictures/slices.ts';
import type { BundleExhibit } from '../../model.ts';
import { printAreaOf, type PageSize, type PrintArea } from '../../layout.ts';
import { softInk, type Canvas } from '../../pdf/canvas.ts';
import type { Tag } from '../../pdf/tagged/tag.ts';
import { quotedRegions } from '../../quoted-words.ts';
import type { DrawContext, Page } from '../../sheet.ts';
import { cell, tableRow, type Block } from '../blocks/flow.ts';
import type { ModelWith } from '../page-kind.ts';
import { exhibitFigure } from './alternative-text.ts';
import { chosenPictures, densityOf, isPage, numberOfPiece, rollingPiecesIn, tilesIn } from './exhibit-pictures.ts';
import type { exhibitWords } from './exhibit-words.ts';
import { drawUnseen, runsInRows } from './words-layer.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

type Own = ModelWith<typeof exhibitWords>;

/**
 * `part`: which of a mail's files it shows, for the line at the top. `ends`: points from the top of the field to where it ends,
 * where that is known. `leaving`: the same so much smaller that it leaves as many points at the foot. `goingOn`: the same and
 * what follows it, on as many pages as both take.
 */
export type Drawing = Pick<Page, 'draw' | 'pictures' | 'documentPage' | 'shows'> &
  Readonly<{
    part?: string;
    size?: PageSize;
    ends?: number;
    leaving?(room: number): Drawing;
    goingOn?(more: readonly Block[]): readonly Drawing[];
  }>;

export function pictureDrawings(
  exhibit: BundleExhibit,
  artifacts: readonly Artifact[],
  film: Film | undefined,
  model: Own,
  own: boolean,
  taken: number,
  turned: () => number = () => 0,
): readonly Drawing[] {
  const { record } = exhibit;
  const { portrait } = model.layout;
  const density = densityOf(exhibit);
  const continued = isPage(record);
  const pictures = tiledPicturesOf(artifacts);
  const rolling = new Map(rollingPiecesIn(artifacts, pictures).map((picture, at) => [picture, at + 1]));
  const chosen = own && !continued ? chosenPictures(exhibit, pictures) : pictures;
  const laid = chosen.flatMap((picture): readonly LaidSlice[] => {
    const piece = rolling.get(picture);
    const isFirst = picture === pictures[0];
    const words = (piece !== undefined ? exhibit.rollingWords().get(piece) : isFirst ? exhibit.words() : []) ?? [];
    const fits = own && continued && picture === chosen[0];
    const view = fits ? legibleView(picture, words, density, model) : pictureViewOf(picture, words, portrait, density);
    const opening = picture !== chosen[0] ? 0 : view.size === portrait ? taken : turned();
    const marked = (exhibit.exhibit.marks ?? []).flatMap(({ region }) => region ?? []);
    const shown = isFirst ? [...words, ...marked] : words;
    const lay = (at: View) =>
      withoutBlankPages(picture, shown, isNarrowed(picture, at.shown), (band) =>
        laidIn(at, picture, words, density, continued, opening + band),
      );
    return withoutWordlessPage(view, picture, words, lay);
  });
  const slices = laid.map(({ slice }) => slice);
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
  return laid.map(({ slice, size, field, until }, at): Drawing => {
    const sidesOff = isNarrowed(slice.picture, slice.shown);
    const footOff = until !== undefined && until < slice.picture.height;
    const whole = (sidesOff || footOff) && slice.from === 0;
    const part = partOf(slice.picture);
    const without = sidesOff ? 'withoutMargins' : footOff ? 'withoutFoot' : null;
    return {
      ...part,
      ...(without && { part: [part.part ?? [], model.t(without)].flat().join('  ·  ') }),
      ...(size !== portrait && { size }),
      ends: slice.top + (slice.to - slice.from) * slice.scale,
      shows: slice,
      pictures: (whole ? slice.picture.tiles : tilesIn(slice.picture, slice.from, slice.to)).map(
        ({ sha256 }) => sha256,
      ),
      draw: (canvas, context) => {
        const above = whole ? wholeAbove(slice, field) : null;
        if (above) drawNote(canvas, noteOn(slice, until, model), above.beside, model, context);
        const piece = rolling.get(slice.picture);
        const page = pictures.indexOf(slice.picture) + 1;
        const read = () =>
          piece !== undefined ? rollingWords(at).get(piece) : page > 1 ? laterWords(at).get(page) : null;
        const words = !own ? [] : piece === undefined && page === 1 ? firstWords(at) : (read() ?? []);
        const here = runsInRows(words, slice.from, slice.to);
        const figure = exhibitFigure(exhibit, model, here, part.part);
        drawSlice(canvas, figure, slice, field, context);
        above?.draw(canvas, figure, context);
        if (!own) return;
        drawWords(canvas, slice, here, field);
        const marks = exhibit.exhibit.marks ?? [];
        const marked = piece !== undefined ? foundMarks(exhibit, words) : page > 1 ? [] : findMarks(words, marks);
        for (const region of marked) frameOn(canvas, slice, region, field, 'redFrame');
        for (const region of quotedRegions(exhibit, model, words)) frameOn(canvas, slice, region, field, 'amberFrame');
      },
    };
  });
}

type View = Readonly<{ size: PageSize; shown: Shown }>;
/** Rows of a picture, and the page that they stand on. `until`: the rows up to which pages show it, where these are not all. */
type LaidSlice = Readonly<{ slice: Slice; size: PageSize; field: PrintArea; until?: number }>;

/** The pages of a picture in a view of it. @param opening points that something else takes of the first */
export function laidIn(
  { size, shown }: View,
  picture: TiledPicture,
  words: readonly TextRun[],
  density: number,
  continued: boolean,
  opening: number,
): readonly LaidSlice[] {
  const field = printAreaOf(size);
  const band = isNarrowed(picture, shown) ? bandHeight : 0;
  const slices = slicesOf(picture, field, density, continued, ...breaksOf(picture, words), opening + band, shown);
  return slices.map((slice) => ({ slice, size, field }));
}

/**
 * A picture without the pages at its end that would show nothing but rows like the one above: where these were measured, and
 * no words and no mark are in them. The whole of it then stands above its first page, small, as it does without its margins.
 *
 * @param shown what the picture shows, in its pixels @param hasWhole whether the whole stands above it anyway
 * @param lay lays it out with so many points taken for that
 */
function withoutBlankPages(
  picture: TiledPicture,
  shown: readonly Readonly<{ y: number; height: number }>[],
  hasWhole: boolean,
  lay: (band: number) => readonly LaidSlice[],
): readonly LaidSlice[] {
  const all = lay(0);
  const from = blankFrom(picture, shown);
  const some = (laid: readonly LaidSlice[]) => laid.filter(({ slice }, at) => at === 0 || slice.from < from);
  if (some(all).length === all.length) return all;
  const kept = some(hasWhole ? all : lay(bandHeight));
  const until = kept.at(-1)?.slice.to;
  return kept.length >= all.length || until === undefined ? all : kept.map((one) => ({ ...one, until }));
}

/** The row from which a picture shows only rows like the one above, as it was measured; its height where there is none. */
const blankFrom = (
  { foot = 0, height }: TiledPicture,
  shown: readonly Readonly<{ y: number; height: number }>[],
): number => Math.max(height - foot, ...shown.map((one) => one.y + one.height));

/** What an enlarged picture may be made smaller by, step by step. */
const lessening = [0.96, 0.92, 0.88] as const;

/** Enlarging a picture is to make words legible: where it only brings a last page without any, it is enlarged less. */
function withoutWordlessPage(
  view: View,
  picture: TiledPicture,
  words: readonly TextRun[],
  lay: (at: View) => readonly LaidSlice[],
): readonly LaidSlice[] {
  const laid = lay(view);
  const from = laid.at(-1)?.slice.from ?? 0;
  const isWordless = laid.length > 1 && words.every(({ y, height }) => y + height <= from);
  if (!isWordless || !isNarrowed(picture, view.shown)) return laid;
  for (const factor of lessening) {
    const shown = lessEnlarged(picture, view.shown, factor);
    if ((printedSize(shown) ?? 0) < leastLegible) break;
    const fewer = lay({ ...view, shown });
    if (fewer.length < laid.length) return fewer;
  }
  return laid;
}

export const pictureViewOf = (
  picture: TiledPicture,
  words: readonly TextRun[],
  size: PageSize,
  density: number,
): View => ({
  size,
  shown: shownColumns({ ...picture, margins: null }, printAreaOf(size), density, words),
});

/** Upright where text can be read there, without its blank margins if need be; else turned where that makes it larger. */
function legibleView(
  picture: TiledPicture,
  words: readonly TextRun[],
  density: number,
  { layout: { portrait, landscape } }: Own,
): View {
  const upright = shownColumns(picture, printAreaOf(portrait), density, words);
  const size = printedSize(upright);
  if (size === null || size >= leastLegible) return { size: portrait, shown: upright };
  const field = printAreaOf(landscape);
  const turned = shownColumns(picture, field, density, words);
  const isLarger = (printedSize(turned) ?? 0) > size * worthTurning;
  const isShort = picture.height * turned.scale <= field.height * mostTurned;
  return isLarger && isShort ? { size: landscape, shown: turned } : { size: portrait, shown: upright };
}

/** A page is turned where its text becomes so many times as large: more pages are read for it. */
const worthTurning = 1.15;
/** Share of a turned page that a picture takes at most: a tall one would be read in twice as many pages. */
const mostTurned = 0.85;

const isNarrowed = ({ width }: TiledPicture, shown: Shown): boolean => shown.width < width;

/** Room above a picture that is shown without its margins: for the whole of it, small, and what is said of it. */
const bandHeight = 96;
const bandGap = 8;

/**
 * The whole picture, small, above the part of it that is shown without its blank margins; a tall one in several strips.
 * `beside`: where there is room to say so.
 */
function wholeAbove({ picture, top }: Slice, field: PrintArea) {
  const tall = bandHeight - bandGap * 2;
  const strips = Math.max(1, Math.ceil(Math.sqrt(picture.height / picture.width / 1.4)));
  const rows = Math.ceil(picture.height / strips);
  const scale = Math.min(tall / rows, (field.width * 0.45 - (strips - 1) * 3) / strips / picture.width);
  const wide = picture.width * scale;
  const y = field.y + top - bandHeight + bandGap / 2;
  const left = strips * (wide + 3) + 10;
  return {
    beside: { x: field.x + left, y, width: field.width - left, height: tall },
    draw: (canvas: Canvas, figure: Tag, context: DrawContext) => {
      for (let strip = 0; strip < strips; strip++) {
        const [from, to] = [strip * rows, Math.min(picture.height, (strip + 1) * rows)];
        const x = field.x + strip * (wide + 3);
        canvas.picture(figure, { x, y, width: wide, height: (to - from) * scale }, (paint) => {
          for (const { sha256, y: row, width, height } of tilesIn(picture, from, to))
            paint.image(context.pictureOf(sha256), x, y + (row - from) * scale, width * scale, height * scale);
        });
        canvas.frame(x, y, wide, (to - from) * scale);
      }
    },
  };
}

/** What is left out of a picture that stands above it as a whole, small, and that the file has it. */
function noteOn({ picture, shown }: Slice, until: number | undefined, { t }: Own): string {
  const left = shown.x;
  const right = picture.width - shown.x - shown.width;
  if (until === undefined || until >= picture.height) return t('marginsLeftOut', { left, right });
  const rows = picture.height - until;
  return isNarrowed(picture, shown) ? t('marginsAndFootLeftOut', { left, right, rows }) : t('footLeftOut', { rows });
}

/** Written before the picture: nothing is written over one. */
function drawNote(canvas: Canvas, note: string, box: PrintArea, { fonts }: Own, context: DrawContext): void {
  const own = cell(note, box.width - 6, { size: leastLetters, colour: softInk }, fonts);
  const [block] = tableRow([own], [box.width], { pad: 0, line: false }, box.height);
  block?.draw(canvas, box.x, box.y, context);
}

/** What a piece of a rolling picture is called. */
function nameOfPiece(exhibit: BundleExhibit, piece: number, model: Own): string {
  const own = numberOfPiece(exhibit, piece);
  return own.m === 1 ? model.t('rollingPart') : model.t('rollingPiece', own);
}

/** Reads when the first of an exhibit's pages is drawn and lets go after the last: memory stays flat. */
export function heldUntil<T>(last: number, read: () => T): (at: number) => T {
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

/** The rows of one page. Tiles share rows with their neighbours, so that no hairline shows between them. */
export function drawSlice(
  canvas: Canvas,
  figure: Tag,
  { picture, from, to, scale, left, top, shown }: Slice,
  field: PrintArea,
  context: DrawContext,
): void {
  const [x, y] = [field.x + left, field.y + top];
  const [shownLeft, shownWidth] = [x + shown.x * scale, shown.width * scale];
  canvas.picture(figure, { x: shownLeft, y, width: shownWidth, height: (to - from) * scale }, (paint) => {
    for (const tile of tilesIn(picture, from, to))
      paint.image(
        context.pictureOf(tile.sha256),
        x,
        y + (tile.y - from) * scale,
        tile.width * scale,
        tile.height * scale,
      );
  });
  canvas.frame(shownLeft, y, shownWidth, (to - from) * scale);
}

/** The words of some rows of the page over the picture of them. */
export function drawWords(
  canvas: Canvas,
  { from, scale, left, top }: Slice,
  words: readonly TextRun[],
  field: PrintArea,
): void {
  drawUnseen(canvas, words, { x: field.x + left, y: field.y + top - from * scale, scale });
}

/** Words that a person marked, where another view of the page shows them. */
function foundMarks({ exhibit }: BundleExhibit, words: readonly TextRun[]): readonly Region[] {
  return (exhibit.marks ?? []).flatMap(({ words: wanted }) => (wanted === undefined ? [] : findWords(words, wanted)));
}

/** A frame over the picture, where this page shows the region. */
export function frameOn(
  canvas: Canvas,
  { from, to, scale, left, top: down }: Slice,
  region: Region,
  field: PrintArea,
  frame: 'redFrame' | 'amberFrame',
): void {
  const [top, bottom] = [Math.max(region.y, from), Math.min(region.y + region.height, to)];
  if (bottom <= top) return;
  canvas[frame](
    field.x + left + region.x * scale,
    field.y + down + (top - from) * scale,
    region.width * scale,
    (bottom - top) * scale,
  );
}
