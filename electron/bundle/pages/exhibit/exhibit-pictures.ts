import type { Artifact, ItemRecord, Role } from '../../../../shared/case/record.ts';
import { numberedPieces } from '../../../../shared/case/capture/rolling.ts';
import { pagePictures } from '../../../../shared/case/page-pictures.ts';
import { pageNumbersOf } from '../../../../shared/plan/page-choice.ts';
import { slicesOf, tiledPicturesOf, type TiledPicture } from '../../../../shared/plan/pictures/slices.ts';
import { filePartsOf, picturesOfPart } from '../../carried-files.ts';
import { filePagesOf, type BundleExhibit } from '../../model.ts';
import type { PrintArea } from '../../layout.ts';

export const isPage = (record: ItemRecord): boolean => record.kind === 'capture' && record.file === null;

/** The pictures of an exhibit that are drawn, in order. */
export function picturesFor({ record }: BundleExhibit): readonly Artifact[] {
  if (record.kind === 'capture' && record.file === null)
    return shownRoles.flatMap((shown) => record.artifacts.filter(({ role }) => role === shown));
  const carried = filePartsOf(record).flatMap((part) => [
    ...picturesOfPart(record, part),
    ...drawnOf(record, part.shows ?? [], 'drawn-tile'),
  ]);
  return [...ownPictures(record), ...drawnOf(record, null, 'drawn-tile'), ...carried];
}

/**
 * What was drawn here of an HTML document, in order. @param names artifacts of a carried file; null: of the item's own
 */
export function drawnOf(
  { artifacts }: ItemRecord,
  names: readonly string[] | null,
  drawn: 'drawn-tile' | 'drawn-words',
): readonly Artifact[] {
  return artifacts.filter(
    ({ role, name }) => role === drawn && (names === null ? name.startsWith('drawn-') : names.includes(name)),
  );
}

export function ownPictures(record: ItemRecord): readonly Artifact[] {
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

/** The pictures that an exhibit files, each once: those of the pages that it takes of its file, and of the files that a mail carried. */
export function filedPictures(exhibit: BundleExhibit): ReadonlySet<TiledPicture> {
  const { record } = exhibit;
  if (record.kind === 'capture' && record.file === null) return new Set(tiledPicturesOf(picturesFor(exhibit)));
  const own = ownPictures(record);
  const carried = picturesFor(exhibit).slice(own.length);
  return new Set([...chosenPictures(exhibit, tiledPicturesOf(own)), ...tiledPicturesOf(carried)]);
}

/** The pages that an exhibit takes of a file that several pictures show, as of a document; else all. */
export function chosenPictures({ exhibit }: BundleExhibit, pictures: readonly TiledPicture[]): readonly TiledPicture[] {
  const numbers = pictures.length > 1 ? pageNumbersOf(exhibit.pages, pictures.length) : null;
  return numbers === null ? pictures : numbers.flatMap((number) => pictures[number - 1] ?? []);
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

/** Tiles that show some rows. */
export function tilesIn({ tiles }: TiledPicture, from: number, to: number): TiledPicture['tiles'] {
  return tiles.filter((tile) => tile.y < to && tile.y + tile.height > from);
}

/** About how many pages an exhibit takes: no words are read for it. */
export function fullPageCount(exhibit: BundleExhibit, field: PrintArea): number {
  const { record } = exhibit;
  const continued = isPage(record);
  const pictures = tiledPicturesOf(continued ? picturesFor(exhibit) : ownPictures(record));
  const shown = continued ? pictures : chosenPictures(exhibit, pictures);
  const slices = shown.flatMap((picture) => slicesOf(picture, field, densityOf(exhibit), continued));
  const pages = filePagesOf(record);
  return (
    slices.length + (pages.as === 'document' ? (pageNumbersOf(exhibit.exhibit.pages, pages.count) ?? []).length : 0)
  );
}
