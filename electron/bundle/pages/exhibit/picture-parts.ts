import type { Mark, Region } from '../../../../shared/case/exhibit.ts';
import { around, findMarks, regionsOfWords } from '../../../../shared/page/find-words.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';
import { tiledPicturesOf, type TiledPicture } from '../../../../shared/plan/pictures/slices.ts';
import type { BundleExhibit } from '../../model.ts';
import type { Canvas } from '../../pdf/canvas.ts';
import type { Tag } from '../../pdf/tagged/tag.ts';
import type { DrawContext } from '../../sheet.ts';
import { picturesFor, rollingPiecesIn, tilesIn } from './exhibit-pictures.ts';

/**
 * Where a picture of an exhibit shows something. `piece`: which one of the rolling picture; null: the page's own. `wider`: of
 * some of the words only their whole line is known, or a box that holds more than they. `runs`: the words of that picture.
 */
export type PicturePart<M = Mark> = Readonly<{
  mark: M;
  picture: TiledPicture;
  piece: number | null;
  regions: readonly Region[];
  wider: boolean;
  runs: readonly TextRun[];
}>;

/**
 * Where an exhibit's pictures show marks: words where the page's own picture shows them, else where the rolling picture does,
 * else the region that a person gave. What no picture shows is left out.
 */
export function partsShowing<M extends Pick<Mark, 'words' | 'region'>>(
  exhibit: BundleExhibit,
  marks: readonly M[],
): readonly PicturePart<M>[] {
  const artifacts = picturesFor(exhibit);
  const pictures = tiledPicturesOf(artifacts);
  const [picture] = pictures;
  if (marks.length === 0 || !picture) return [];
  const isSaid = marks.some((mark) => mark.words !== undefined);
  const runs = isSaid ? exhibit.words() : [];
  const pieces = rollingPiecesIn(artifacts, pictures);
  const ofPieces = isSaid && pieces.length > 0 ? exhibit.rollingWords() : null;
  const own = findMarks(runs, exhibit.exhibit.marks ?? []);
  const views = [
    { picture, piece: null, runs },
    ...pieces.map((one, at) => ({ picture: one, piece: at + 1, runs: ofPieces?.get(at + 1) ?? [] })),
  ];
  return marks.flatMap((mark): readonly PicturePart<M>[] => {
    const region = mark.region ? [mark.region] : [];
    for (const view of mark.words === undefined ? [] : views) {
      const marked = view.piece === null ? [...region, ...own] : [];
      const found = regionsOfWords(view.runs, mark.words ?? '', marked);
      const regions = found.map((one) => one.region);
      if (isIn(regions, view.picture)) return [{ mark, ...view, regions, wider: found.some(({ exact }) => !exact) }];
    }
    return isIn(region, picture) ? [{ mark, picture, piece: null, regions: region, wider: false, runs }] : [];
  });
}

function isIn(regions: readonly Region[], { width, height }: TiledPicture): boolean {
  const box = around(regions);
  return box !== null && box.x < width && box.y < height;
}

/** Part of a picture, its own tiles clipped, with red frames around some regions of it: nothing in them is changed. */
export function drawPart(
  canvas: Canvas,
  figure: Tag,
  { picture, regions }: Pick<PicturePart, 'picture' | 'regions'>,
  crop: Region,
  { left, top, scale }: Readonly<{ left: number; top: number; scale: number }>,
  { pictureOf }: DrawContext,
): void {
  const box = { x: left, y: top, width: crop.width * scale, height: crop.height * scale };
  canvas.picture(figure, box, (paint) => {
    for (const tile of tilesIn(picture, crop.y, crop.y + crop.height))
      paint.image(
        pictureOf(tile.sha256),
        left - crop.x * scale,
        top + (tile.y - crop.y) * scale,
        tile.width * scale,
        tile.height * scale,
      );
  });
  canvas.frame(box.x, box.y, box.width, box.height);
  for (const { x, y, width, height } of regions)
    canvas.redFrame(left + (x - crop.x) * scale, top + (y - crop.y) * scale, width * scale, height * scale);
}
