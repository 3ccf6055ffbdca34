import type { Artifact } from '../case/record.ts';
import type { Rows } from '../page/blank-rows.ts';

/** One picture made of tiles that share rows, in device pixels. */
export type TiledPicture = Readonly<{ width: number; height: number; tiles: readonly Tile[] }>;
type Tile = Readonly<{ sha256: string; mediaType: string; y: number; width: number; height: number }>;

/** Rows of a picture that stand on one page, and where: points from the left and the top of the page's field. */
export type Slice = Readonly<{ picture: TiledPicture; from: number; to: number; scale: number; left: number }>;

/** The room on a page that pictures may fill, in points. */
export type PictureRoom = Readonly<{ width: number; height: number }>;

/** A CSS pixel is 1/96 inch, 0.75 points: no page is shown larger than it was. */
const pointsPerCssPixel = 0.75;
/** Rows shown on both of two pages, in CSS pixels: a line of text that the break cuts is whole on the next page. */
const repeated = 28;
/** A picture up to so many times as tall as it is wide is shown whole on one page; a taller one is continued. */
const tallestWhole = 2.6;

/** The pictures that an item's artifacts make: a tile at y 0 begins a new one. */
export function tiledPicturesOf(artifacts: readonly Artifact[]): readonly TiledPicture[] {
  const pictures: { width: number; height: number; tiles: Tile[] }[] = [];
  for (const { sha256, mediaType, x = 0, y = 0, width, height } of artifacts) {
    if (width === undefined || height === undefined || x !== 0) continue;
    const tile = { sha256, mediaType, y, width, height };
    const last = pictures.at(-1);
    if (last === undefined || y === 0) pictures.push({ width, height, tiles: [tile] });
    else {
      last.tiles.push(tile);
      last.height = Math.max(last.height, y + height);
    }
  }
  return pictures;
}

/** A break moves up to a blank row within this share of the page, and no further: pages would become ragged. */
const searched = 0.2;

/**
 * Cuts a picture into pages. Every row stands on a page; none is left out. A page ends in a blank row where one is near;
 * else the next page repeats some rows, so that a line of text which the break cuts is whole there.
 *
 * @param density device pixels per CSS pixel
 * @param blank rows where nothing stands, from the top down
 */
export function slicesOf(
  picture: TiledPicture,
  field: PictureRoom,
  density: number,
  continued: boolean,
  blank: readonly Rows[] = [],
): readonly Slice[] {
  const natural = (picture.width / density) * pointsPerCssPixel;
  const fitted = Math.min(field.width, natural) / picture.width; // points per device pixel
  const whole = Math.min(fitted, field.height / picture.height);
  if (!continued && picture.height <= picture.width * tallestWhole)
    return [slice(picture, 0, picture.height, whole, field)];
  if (picture.height * fitted <= field.height) return [slice(picture, 0, picture.height, fitted, field)];
  const rows = Math.max(1, Math.floor(field.height / fitted));
  const again = Math.round(repeated * density);
  const slices: Slice[] = [];
  for (let from = 0; ;) {
    const end = Math.min(picture.height, from + rows);
    if (end === picture.height) {
      slices.push(slice(picture, from, end, fitted, field));
      return slices;
    }
    const gap = blankBefore(blank, end, end - Math.floor(rows * searched));
    slices.push(slice(picture, from, gap ?? end, fitted, field));
    from = gap ?? Math.max(from + 1, end - again);
  }
}

/** The middle of the last blank stretch that ends above `end`, or begins above it; null where none is near. */
function blankBefore(blank: readonly Rows[], end: number, least: number): number | null {
  for (let at = blank.length - 1; at >= 0; at--) {
    const [from, to] = blank[at] ?? [0, 0];
    if (from >= end) continue;
    const last = Math.min(to, end);
    if (last <= least) return null;
    return Math.max(least + 1, Math.floor((Math.max(from, least) + last) / 2));
  }
  return null;
}

function slice(picture: TiledPicture, from: number, to: number, scale: number, field: PictureRoom): Slice {
  return { picture, from, to, scale, left: (field.width - picture.width * scale) / 2 };
}
