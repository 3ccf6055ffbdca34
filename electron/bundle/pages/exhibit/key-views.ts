import type { Region } from '../../../../shared/case/exhibit.ts';
import { around, boxOf } from '../../../../shared/page/find-words.ts';
import { lettersOf } from '../../../../shared/page/letters.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';
import { writtenDates } from '../../../../shared/page/written-dates.ts';
import type { PicturePart } from './picture-parts.ts';

/** Points that what is shown may take. */
type Room = Readonly<{ width: number; height: number }>;

/** What is shown around something that has no words that were measured, in CSS pixels. */
const surroundings = 48;
/** Lines above and below the words that go on with them, at most. */
const mostLines = 3;
/** Of this many times the height of the words' line a line is a headline. */
const headline = 1.25;
/** CSS pixels from the top of a page in which what stands first names the outlet, or the sender. */
const mastheadWithin = 140;
/** Parts that are nearer to each other than so many heights of a line are one. */
const oneWithin = 2;
/** Around the lines, in heights of a line. */
const margin = 0.4;
/** The height of a line in print, in points, below which it is not made for what stands beside it. */
const smallestLine = 11;
/** Parts of a picture that a key page shows at most. */
const mostParts = 4;

/**
 * What a key page shows of a picture, from the top down: the line that says the marked words, whole, with the lines that go
 * on with it; above it, as far as the picture has them, the outlet, the headline and the day, by where their text was
 * measured. No line of text is cut at its top or foot; one that is too wide for the page ends between two letters.
 */
export function keyViews(part: PicturePart, density: number, room: Room, natural: number): readonly Region[] {
  const { picture, regions, runs, mark } = part;
  const box = around(regions);
  if (!box || box.x >= picture.width || box.y >= picture.height) return [];
  const own = runs.filter((run) => middleOf(run) > box.y && middleOf(run) < box.y + box.height);
  if (mark.words === undefined || own.length === 0) return [within(grown(box, surroundings * density), picture)];
  const lineHeight = Math.max(1, ...own.map(({ height }) => height));
  const said = goingOn(own, runs, lineHeight);
  const top = Math.min(box.y, ...said.map(({ y }) => y));
  const groups = [...headsAbove(runs, top, lineHeight, density), said];
  const most = Math.max(box.width + lineHeight, (room.width * lineHeight) / smallestLine, room.width / natural);
  const views = joined(groups, runs, box, most, lineHeight).map((view) => within(view, picture));
  return fewer(views, room, natural);
}

/** How large parts are drawn, in points for a pixel, so that all have room one under the other. */
export function scaleOfViews(views: readonly Region[], { width, height }: Room, largest: number): number {
  const tall = views.reduce((sum, view) => sum + view.height, 0);
  const free = height - (views.length - 1) * betweenViews;
  return Math.min(width / Math.max(1, ...views.map((view) => view.width)), free / Math.max(1, tall), largest);
}

/** Points between two parts. */
export const betweenViews = 8;

const middleOf = ({ y, height }: TextRun): number => y + height / 2;
const endOf = ({ y, height }: Region | TextRun): number => y + height;

/** The line of the words, with what stands beside it, and the lines of the same column that go on above and below. */
function goingOn(own: readonly TextRun[], runs: readonly TextRun[], lineHeight: number): readonly TextRun[] {
  let said = own;
  for (let step = 0; step < mostLines; step++) {
    const all = around(said.map(boxOf));
    if (!all) return said;
    const inColumn = runs.filter(
      (run) => run.x < all.x + all.width && run.x + run.width > all.x && !said.includes(run),
    );
    const near = (gap: number) => gap >= -1 && gap < lineHeight;
    const more = inColumn.filter((run) => near(all.y - endOf(run)) || near(run.y - endOf(all)));
    if (more.length === 0) return said;
    said = [...said, ...more];
  }
  return said;
}

/** Outlet, headlines and day above some row, each the lines of one. */
function headsAbove(
  runs: readonly TextRun[],
  top: number,
  lineHeight: number,
  density: number,
): readonly (readonly TextRun[])[] {
  const above = runs.filter((run) => endOf(run) <= top + 1 && run.text.trim() !== '');
  const first = above.reduce((least, { y }) => Math.min(least, y), Infinity);
  const masthead = above.filter(({ y, height }) => first < mastheadWithin * density && y < first + height / 2);
  const large = above.filter(({ height }) => height >= lineHeight * headline);
  const dated = above.filter(({ text }) => writtenDates(text).length > 0);
  const lowest = large.reduce((most, run) => Math.max(most, endOf(run)), -Infinity);
  // The day of a page stands at its headline; of several that above the words, and nearest to it.
  const nearest = dated.toSorted((a, b) => Math.abs(a.y - lowest) - Math.abs(b.y - lowest))[0];
  const chosen = [...new Set([...masthead, ...large, ...(nearest ? [nearest] : [])])];
  return chosen.map((run) => [run]);
}

/** Parts of the picture around groups of lines, those that are near to each other as one. */
function joined(
  groups: readonly (readonly TextRun[])[],
  runs: readonly TextRun[],
  words: Region,
  most: number,
  lineHeight: number,
): readonly Region[] {
  const sorted = groups
    .flatMap((lines) => around(lines.map(boxOf)) ?? [])
    .toSorted((a, b) => a.y - b.y || a.height - b.height);
  const parts: Region[] = [];
  for (const one of sorted) {
    const before = parts.at(-1);
    if (before && one.y - endOf(before) < lineHeight * oneWithin) parts.splice(-1, 1, around([before, one]) ?? one);
    else parts.push(one);
  }
  return parts.map((part) => {
    const whole = withWholeLines(part, runs);
    const holds = around([whole, words]);
    const isOfWords = holds !== null && holds.y === whole.y && endOf(holds) === endOf(whole);
    const pad = Math.round(lineHeight * margin);
    const [above, below] = freeOf(whole, runs, pad);
    const centre = isOfWords ? words.x + words.width / 2 : whole.x;
    const { left, right } = sides(whole, runs, centre, most, pad, isOfWords ? words : null);
    return { x: left, y: whole.y - above, width: right - left, height: whole.height + above + below };
  });
}

/** A part that cuts no line at its top or foot, nor at its sides. */
function withWholeLines(part: Region, runs: readonly TextRun[]): Region {
  let whole = part;
  for (let step = 0; step < 8; step++) {
    const touched = runs.filter(
      (run) =>
        run.y < endOf(whole) - 1 &&
        endOf(run) > whole.y + 1 &&
        run.x < whole.x + whole.width &&
        run.x + run.width > whole.x,
    );
    const next = around([whole, ...touched.map(boxOf)]) ?? whole;
    if (next.width === whole.width && next.height === whole.height) return whole;
    whole = next;
  }
  return whole;
}

/** The columns that are shown: all, with some room; or as many as fit, and no letter cut. */
function sides(
  whole: Region,
  runs: readonly TextRun[],
  centre: number,
  most: number,
  pad: number,
  words: Region | null,
): Readonly<{ left: number; right: number }> {
  const end = whole.x + whole.width;
  if (whole.width <= most) return { left: whole.x - pad, right: end + pad };
  const from = Math.min(Math.max(centre - most / 2, whole.x), end - most);
  const here = runs.filter((run) => run.y < endOf(whole) && endOf(run) > whole.y);
  const letters = here
    .flatMap((run): readonly Pick<TextRun, 'x' | 'width'>[] => lettersOf(run) ?? [run])
    .toSorted((a, b) => a.x - b.x);
  let [left, right] = [from, from + most];
  for (const { x, width } of letters) if (x < left - 0.5 && x + width > left + 0.5) left = x + width;
  for (const { x, width } of letters.toReversed()) if (x < right - 0.5 && x + width > right + 0.5) right = x;
  const [first, last] = [words?.x ?? left, words ? words.x + words.width : right];
  return {
    left: left <= whole.x + 1 ? whole.x - pad : Math.min(left, first),
    right: right >= end - 1 ? end + pad : Math.max(right, last),
  };
}

/** Rows above and below that no other line reaches into, at most `margin` of each. */
function freeOf({ y, height }: Region, runs: readonly TextRun[], most: number): readonly [number, number] {
  const bottoms = runs.map(endOf).filter((bottom) => bottom <= y + 1);
  const tops = runs.map((run) => run.y).filter((top) => top >= y + height - 1);
  const above = Math.min(most, ...bottoms.map((bottom) => Math.floor(y - bottom)));
  const below = Math.min(most, ...tops.map((top) => Math.floor(top - y - height)));
  return [Math.max(0, above), Math.max(0, below)];
}

/** The part with the words, the last, and of the others as many as have room: the first, then those nearest to the words. */
function fewer(views: readonly Region[], room: Room, natural: number): readonly Region[] {
  let kept = views.length <= mostParts ? views : [...views.slice(0, 1), ...views.slice(1 - mostParts)];
  while (kept.length > 1 && scaleOfViews(kept, room, natural) < natural * smallestShare)
    kept = kept.length > 2 ? [...kept.slice(0, 1), ...kept.slice(2)] : kept.slice(1);
  return kept;
}

/** Parts are left out rather than all being drawn smaller than this share of the page's own size. */
const smallestShare = 0.6;

const grown = ({ x, y, width, height }: Region, by: number): Region => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** The part that lies in the picture, in whole pixels. */
function within(part: Region, { width, height }: Readonly<{ width: number; height: number }>): Region {
  const [x, y] = [Math.max(0, Math.floor(part.x)), Math.max(0, Math.floor(part.y))];
  return {
    x,
    y,
    width: Math.min(width, Math.ceil(part.x + part.width)) - x,
    height: Math.min(height, Math.ceil(part.y + part.height)) - y,
  };
}
