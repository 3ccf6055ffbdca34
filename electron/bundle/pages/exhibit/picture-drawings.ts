import type { Region } from '../../../../shared/case/exhibit.ts';
import { filmTime, type Film } from '../../../../shared/case/film.ts';
import type { Artifact } from '../../../../shared/case/record.ts';
import { rowsWithoutWords } from '../../../../shared/page/blank-rows.ts';
import { findMarks, findWords } from '../../../../shared/page/find-words.ts';
import { breaksBetweenLines, type PageBreak } from '../../../../shared/page/page-breaks.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';
import { slicesOf, tiledPicturesOf, type Slice, type TiledPicture } from '../../../../shared/plan/slices.ts';
import type { BundleExhibit } from '../../model.ts';
import type { PrintArea } from '../../layout.ts';
import type { Canvas } from '../../pdf/canvas.ts';
import { quotedRegions } from '../../quoted-words.ts';
import type { DrawContext, Page } from '../../sheet.ts';
import type { ModelWith } from '../page-kind.ts';
import { chosenPictures, densityOf, isPage, numberOfPiece, rollingPiecesIn, tilesIn } from './exhibit-pictures.ts';
import type { exhibitWords } from './exhibit-words.ts';
import { drawUnseen, runsInRows } from './words-layer.ts';

type Own = ModelWith<typeof exhibitWords>;

/** `part`: which of a mail's files it shows, for the line at the top. */
export type Drawing = Pick<Page, 'draw' | 'pictures' | 'documentPage' | 'shows'> & Readonly<{ part?: string }>;

export function pictureDrawings(
  exhibit: BundleExhibit,
  artifacts: readonly Artifact[],
  film: Film | undefined,
  field: PrintArea,
  model: Own,
  own: boolean,
  taken: number,
): readonly Drawing[] {
  const { record } = exhibit;
  const density = densityOf(exhibit);
  const continued = isPage(record);
  const pictures = tiledPicturesOf(artifacts);
  const rolling = new Map(rollingPiecesIn(artifacts, pictures).map((picture, at) => [picture, at + 1]));
  const chosen = own && !continued ? chosenPictures(exhibit, pictures) : pictures;
  const slices = chosen.flatMap((picture) => {
    const piece = rolling.get(picture);
    const words =
      piece !== undefined ? exhibit.rollingWords().get(piece) : picture === pictures[0] ? exhibit.words() : [];
    const opening = picture === chosen[0] ? taken : 0;
    return slicesOf(picture, field, density, continued, ...breaksOf(picture, words ?? []), opening);
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
  return slices.map((slice, at): Drawing => {
    return {
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
          for (const region of foundMarks(exhibit, said)) frameOn(canvas, slice, region, field, 'redFrame');
          for (const region of quotedRegions(exhibit, model, said)) frameOn(canvas, slice, region, field, 'amberFrame');
          return;
        }
        const page = pictures.indexOf(slice.picture) + 1;
        if (page > 1) {
          const said = laterWords(at).get(page) ?? [];
          drawWords(canvas, slice, said, field);
          for (const region of quotedRegions(exhibit, model, said)) frameOn(canvas, slice, region, field, 'amberFrame');
          return;
        }
        const words = firstWords(at);
        drawWords(canvas, slice, words, field);
        for (const region of findMarks(words, exhibit.exhibit.marks ?? []))
          frameOn(canvas, slice, region, field, 'redFrame');
        for (const region of quotedRegions(exhibit, model, words)) frameOn(canvas, slice, region, field, 'amberFrame');
      },
    };
  });
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
function drawSlice(
  canvas: Canvas,
  { picture, from, to, scale, left, top }: Slice,
  field: PrintArea,
  { pictureOf }: DrawContext,
): void {
  const [x, y] = [field.x + left, field.y + top];
  canvas.clipped(x, y, picture.width * scale, (to - from) * scale, () => {
    for (const tile of tilesIn(picture, from, to))
      canvas.image(pictureOf(tile.sha256), x, y + (tile.y - from) * scale, tile.width * scale, tile.height * scale);
  });
  canvas.frame(x, y, picture.width * scale, (to - from) * scale);
}

/** The page's own words over the rows of the picture that show them. */
function drawWords(
  canvas: Canvas,
  { from, to, scale, left, top }: Slice,
  words: readonly TextRun[],
  field: PrintArea,
): void {
  drawUnseen(canvas, runsInRows(words, from, to), { x: field.x + left, y: field.y + top - from * scale, scale });
}

/** Words that a person marked, where another view of the page shows them. */
function foundMarks({ exhibit }: BundleExhibit, words: readonly TextRun[]): readonly Region[] {
  return (exhibit.marks ?? []).flatMap(({ words: wanted }) => (wanted === undefined ? [] : findWords(words, wanted)));
}

/** A frame over the picture, where this page shows the region. */
function frameOn(
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
