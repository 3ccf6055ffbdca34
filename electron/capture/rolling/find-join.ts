import { isSameRow, type View } from './view.ts';

/**
 * How a view goes on from the one before it: row `y` of the upper is row `y - shift` of the lower, and for the rows
 * [from, to) of the upper they are equal, byte for byte. A negative shift: what the upper shows has gone down since, because
 * something was put in above it. `differing` rows that both show are not equal.
 */
export type Join = Readonly<{ shift: number; from: number; to: number; differing: number }>;

/** Rows, in CSS pixels, that show something and are equal: fewer could be a chance. */
const fewestShowing = 24;
/** Another place that fits this well makes a join doubtful. */
const rival = 0.8;
/** Rows at either edge that stay in place, at most this share of a view, are bars: they say nothing of where the rest went. */
const mostBar = 1 / 3;

type Fit = Readonly<{ shift: number; from: number; to: number; score: number; differing: number }>;

/**
 * Where two views of one scrolled page overlap, found by their rows alone. Rows that look the same fit at several places: then
 * a place counts only where all that both show is equal, and no other place of that kind rests on about as many rows.
 *
 * @param scale device pixels per CSS pixel
 * @returns null where no rows are equal, or where they do not say which place it is
 */
export function findJoin(upper: View, lower: View, scale: number): Join | null {
  if (upper.width !== lower.width || upper.height !== lower.height) return null;
  const fewest = fewestShowing * scale;
  // Rows that look the same stay in place by chance: bars are looked for only where not all that both show is equal.
  const whole = bestOf(fitsOf(upper, lower, { top: 0, bottom: 0 }, fewest));
  const best = whole?.differing === 0 ? whole : bestOf(fitsOf(upper, lower, barsOf(upper, lower), fewest));
  if (!best) return null;
  const { shift, from, to, differing } = best;
  for (let row = from; row < to; row++) if (!isSameRow(upper, row, lower, row - shift)) return null;
  return { shift, from, to, differing };
}

type Bars = Readonly<{ top: number; bottom: number }>;

/** Every place that rests on enough rows. */
function fitsOf(upper: View, lower: View, bars: Bars, fewest: number): readonly Fit[] {
  const { height } = upper;
  const fits: Fit[] = [];
  for (let shift = fewest - height; shift <= height - fewest; shift++) {
    const fit = fitAt(upper, lower, shift, bars);
    if (fit && fit.score >= fewest) fits.push(fit);
  }
  return fits;
}

/** The one place that counts; null where another is about as good. */
function bestOf(fits: readonly Fit[]): Fit | null {
  const best = fits.reduce<Fit | null>((most, one) => (most === null || isBetter(one, most) ? one : most), null);
  if (!best) return null;
  const others = fits.filter((one) => one !== best && (best.differing > 0 || one.differing === 0));
  return others.some(({ score }) => score >= best.score * rival) ? null : best;
}

const isBetter = (a: Fit, b: Fit): boolean =>
  a.score > b.score || (a.score === b.score && a.differing === 0 && b.differing > 0);

/** How many rows at the top and at the bottom stay in place; none where the whole view does. */
function barsOf(upper: View, lower: View): Bars {
  const { height } = upper;
  const most = Math.floor(height * mostBar);
  const stays = (row: number) => upper.hashes[row] === lower.hashes[row];
  let [top, bottom] = [0, 0];
  while (top < height && stays(top)) top++;
  if (top === height) return { top: 0, bottom: 0 };
  while (stays(height - 1 - bottom)) bottom++;
  return { top: Math.min(top, most), bottom: Math.min(bottom, most) };
}

/** The run of equal rows with the most that show something, at one shift; bars do not count. */
function fitAt(upper: View, lower: View, shift: number, bars: Bars): Fit | null {
  const { height } = upper;
  const begin = Math.max(bars.top, bars.top + shift);
  const end = Math.min(height - bars.bottom, height - bars.bottom + shift);
  let best: Readonly<{ from: number; to: number; score: number }> | null = null;
  let [from, score, differing] = [begin, 0, 0];
  for (let row = begin; row <= end; row++) {
    if (row < end && upper.hashes[row] === lower.hashes[row - shift]) {
      score += upper.shows[row] ?? 0;
      continue;
    }
    if (score > (best?.score ?? 0)) best = { from, to: row, score };
    if (row < end) differing += 1;
    [from, score] = [row + 1, 0];
  }
  return best && { shift, ...best, differing };
}
