import type { Artifact } from '../../case/record.ts';
import type { PageBreak } from '../../page/page-breaks.ts';
import type { SideMargins } from '../../page/picture/side-margins.ts';

/**
 * Columns of a picture that its pages show, points for one of its pixels, and the size of its text in pixels, null where
 * that is not known.
 */
export type Shown = Readonly<{ x: number; width: number; scale: number; letters: number | null }>;

/** One picture made of tiles that share rows, in device pixels. */
export type TiledPicture = Readonly<{
  width: number;
  height: number;
  tiles: readonly Tile[];
  /** Where a page may end, from the top down; empty where that was not measured. */
  breaks: readonly PageBreak[];
  /** What is blank at its sides; null where that was not measured. */
  margins: SideMargins | null;
  /** Rows at its foot that are each like the one above; absent where that was not measured. */
  foot?: number;
}>;
type Tile = Readonly<{ sha256: string; mediaType: string; y: number; width: number; height: number }>;

/**
 * Rows of a picture that stand on one page, and where: points from the left and the top of the page's field to where its
 * first column is, or would be; and the columns of it that are shown.
 */
export type Slice = Readonly<{
  picture: TiledPicture;
  from: number;
  to: number;
  scale: number;
  left: number;
  top: number;
  shown: Shown;
}>;

/** The room on a page that pictures may fill, in points. */
export type PictureRoom = Readonly<{ width: number; height: number }>;

/** A CSS pixel is 1/96 inch, 0.75 points: no page is shown larger than it was. */
export const pointsPerCssPixel = 0.75;
/** Rows shown on both of two pages, in CSS pixels: a line of text that the break cuts is whole on the next page. */
const repeated = 28;
/** A picture up to so many times as tall as it is wide is shown whole on one page; a taller one is continued. */
const tallestWhole = 2.6;

/** A picture that is taller than one page by at most this is made smaller to fit, rather than ending on a page of its own. */
const shrunk = 1.08;

/** The pictures that an item's artifacts make: a tile at y 0 begins a new one. */
export function tiledPicturesOf(artifacts: readonly Artifact[]): readonly TiledPicture[] {
  const pictures: (Omit<TiledPicture, 'tiles' | 'height'> & { height: number; tiles: Tile[] })[] = [];
  for (const { sha256, mediaType, x = 0, y = 0, width, height, breaks = [], margins = null, foot } of artifacts) {
    if (width === undefined || height === undefined || x !== 0) continue;
    const tile = { sha256, mediaType, y, width, height };
    const last = pictures.at(-1);
    if (last === undefined || y === 0)
      pictures.push({ width, height, tiles: [tile], breaks, margins, ...(foot !== undefined && { foot }) });
    else {
      last.tiles.push(tile);
      last.height = Math.max(last.height, y + height);
    }
  }
  return pictures;
}

function shownWhole({ width }: TiledPicture, field: PictureRoom, density: number): Shown {
  return { x: 0, width, scale: Math.min(field.width / width, pointsPerCssPixel / density), letters: null };
}

/** A page ends up to this share of it above its foot, for a better break than the last one. */
const searched = 1 / 3;
/** What a wider gap counts, up to so many CSS pixels, and what a place nearer to the foot does. */
const widest = 48;
const worthOfNearness = 32;

/**
 * Cuts a picture into pages. Every row stands on a page; none is left out. A page ends where a break parts the fewest blocks
 * of what the picture shows, at the widest gap near its foot; what has no break in it is kept whole where it fits on a page.
 * Where there is none, the next page repeats some rows, so that a line of text which the break cuts is whole there.
 *
 * @param density device pixels per CSS pixel
 * @param breaks where a page may end, from the top down @param otherwise where it ends at least in no line of words
 * @param opening points of the first page's height that something else takes @param shown columns of it, and how large
 */
export function slicesOf(
  picture: TiledPicture,
  field: PictureRoom,
  density: number,
  continued: boolean,
  breaks: readonly PageBreak[] = [],
  otherwise: readonly PageBreak[] = [],
  opening = 0,
  shown = shownWhole(picture, field, density),
): readonly Slice[] {
  const first = field.height - opening;
  const whole = Math.min(shown.scale, first / picture.height);
  const isWhole = !continued && picture.height <= picture.width * tallestWhole;
  if (isWhole || picture.height * shown.scale <= first * shrunk)
    return [slice(picture, 0, picture.height, { ...shown, scale: whole }, field, opening)];
  const cut = (at: Shown) => cutInPages(picture, field, density, breaks, otherwise, opening, at);
  const slices = cut(shown);
  const last = slices.at(-1);
  if (!last) return slices;
  const tail = ((last.to - last.from) * shown.scale) / field.height;
  // What is too much for the pages before: a break that was looked for far above their feet makes the last page fuller.
  const over = (picture.height * shown.scale - first) / field.height - (slices.length - 2);
  const stillWanted = (factor: number) =>
    shown.letters !== null && shown.letters * shown.scale * factor >= wantedLetters;
  const factors = [
    ...(tail > shortTail ? [] : smaller),
    ...(Math.min(tail, over) > shortTailOfLarge ? [] : muchSmaller.filter(stillWanted)),
  ];
  for (const factor of factors) {
    const tighter = cut({ ...shown, scale: shown.scale * factor });
    if (tighter.length < slices.length) return tighter;
  }
  return withFullerLast(slices, field, density, breaks, otherwise);
}

/** A last page that stays shorter than this takes more from the page before, where that has a break. */
const leastLast = 0.3;

/** The pages of a picture, the last of them fuller than it would be: nothing is alone on it. */
function withFullerLast(
  slices: readonly Slice[],
  field: PictureRoom,
  density: number,
  breaks: readonly PageBreak[],
  otherwise: readonly PageBreak[],
): readonly Slice[] {
  const [before, last] = slices.slice(-2);
  if (!before || !last) return slices;
  const { height, foot = 0 } = last.picture;
  const wanted = Math.ceil((field.height * leastLast) / last.scale);
  const isBlank = last.from >= height - foot; // it is not printed where it shows nothing else
  if (isBlank || last.to - last.from >= wanted) return slices;
  const end = Math.min(before.to, height - wanted);
  const least = Math.max(before.from + wanted, end - Math.floor((field.height / last.scale) * searched));
  if (end <= least) return slices;
  // It never parts more than the end that it takes the place of.
  const partedAt = (row: number) => breaks.find(([from, to]) => from <= row && row < to)?.[2] ?? null;
  const parted = partedAt(before.to);
  const fewer = breaks.filter(([, , parts]) => parted === null || parts <= parted);
  const at =
    bestBreak(fewer, least, end, density) ?? (parted === null ? bestBreak(otherwise, least, end, density) : null);
  return at === null ? slices : [...slices.slice(0, -2), { ...before, to: at }, { ...last, from: at }];
}

/** A last page that is filled to less than this is saved, where making the picture a little smaller does so. */
const shortTail = 0.2;
const smaller = [0.98, 0.96, 0.94] as const;
/** The same for a picture whose text stays as large in print as it is wanted. */
const shortTailOfLarge = 0.3;
const muchSmaller = [0.92, 0.89, 0.86, 0.83, 0.8, 0.77, 0.74, 0.71] as const;
/** Text that is printed smaller than this, in points, is enlarged where the picture allows it. */
export const wantedLetters = 8;

function cutInPages(
  picture: TiledPicture,
  field: PictureRoom,
  density: number,
  breaks: readonly PageBreak[],
  otherwise: readonly PageBreak[],
  opening: number,
  shown: Shown,
): readonly Slice[] {
  const first = field.height - opening;
  const again = Math.round(repeated * density);
  const fullRows = Math.max(1, Math.floor(field.height / shown.scale));
  const slices: Slice[] = [];
  for (let from = 0; ;) {
    const rows = from === 0 ? Math.max(1, Math.floor(first / shown.scale)) : fullRows;
    const end = Math.min(picture.height, from + rows);
    if (end === picture.height) {
      slices.push(slice(picture, from, end, shown, field, from === 0 ? opening : 0));
      return slices;
    }
    const least = end - Math.floor(rows * searched);
    const gap =
      bestBreak(breaks, least, end, density) ??
      breakBeforeWhole(breaks, from, end, fullRows) ??
      bestBreak(otherwise, least, end, density);
    slices.push(slice(picture, from, gap ?? end, shown, field, from === 0 ? opening : 0));
    from = gap ?? Math.max(from + 1, end - again);
  }
}

/** The best of the breaks in (least, end]: where its gap is widest; null where there is none. */
function bestBreak(breaks: readonly PageBreak[], least: number, end: number, density: number): number | null {
  let best: Readonly<{ at: number; parts: number; worth: number }> | null = null;
  for (const [from, to, parts] of breaks) {
    const [first, last] = [Math.max(from, least + 1), Math.min(to - 1, end)];
    if (last < first) continue;
    const nearness = (last - least) / (end - least);
    const worth = Math.min(last - first + 1, widest * density) + nearness * worthOfNearness * density;
    if (best && (parts > best.parts || (parts === best.parts && worth <= best.worth))) continue;
    best = { at: Math.floor((first + last) / 2), parts, worth };
  }
  return best?.at ?? null;
}

/** The last break of the page before something that would be cut at its end and fits on a page; null where there is none. */
function breakBeforeWhole(breaks: readonly PageBreak[], from: number, end: number, rows: number): number | null {
  const before = breaks.findLast(([first]) => first <= end);
  const after = breaks.find(([first]) => first > end);
  const last = before && Math.min(before[1] - 1, end);
  if (last === undefined || last <= from || !after || after[0] - last > rows) return null;
  return last;
}

function slice(picture: TiledPicture, from: number, to: number, shown: Shown, field: PictureRoom, top: number): Slice {
  const { x, width, scale } = shown;
  return { picture, from, to, scale, left: (field.width - width * scale) / 2 - x * scale, top, shown };
}
