/**
 * A picture row by row, coarse enough that recompression does not show: `columns` means of its luminance a row, 0 to 255.
 */
export type RowSignature = Readonly<{ rows: number; columns: number; luminance: Uint8Array }>;

/**
 * Where the lower picture goes on from the upper one. Row `y` of the upper is row `y - shift` of the lower, for the rows
 * [from, to) of the upper.
 */
export type Overlap = Readonly<{ shift: number; from: number; to: number }>;

/** Mean difference of two rows that are the same but for a recompression, in steps of luminance. */
const alike = 2.5;
/** Spread within a row from which on it shows something: rows of plain ground fit everywhere and prove nothing. */
const shows = 6;
/** Rows that show something in an overlap, and rows in it at all: fewer could be a chance. */
const fewestShowing = 24;
const fewestRows = 40;
/** A scroll of less is the same screen again. */
const leastShift = 8;
/** Another place that fits this well makes the overlap doubtful: a list of equal lines fits at every line. */
const rival = 0.8;
const nextTo = 2;

/**
 * How two screenshots of one scrolled view overlap: the longest run of rows of the upper one that stand in the lower one
 * at one same distance. What stays in place while the view scrolls (status bar, title, input line) lies outside the run.
 *
 * @returns null where nothing fits, or where two places fit about as well
 */
export function findOverlap(upper: RowSignature, lower: RowSignature): Overlap | null {
  if (upper.columns !== lower.columns) return null;
  const showing = showingRows(upper);
  let best: (Overlap & { score: number }) | null = null;
  let second = 0;
  for (let shift = leastShift; shift <= upper.rows - fewestRows; shift++) {
    const run = longestRun(upper, lower, shift, showing);
    if (!run) continue;
    if (!best || run.score > best.score) {
      if (best && Math.abs(best.shift - shift) > nextTo) second = Math.max(second, best.score);
      best = { shift, ...run };
    } else if (Math.abs(best.shift - shift) > nextTo) second = Math.max(second, run.score);
  }
  if (!best || best.score < fewestShowing || best.to - best.from < fewestRows) return null;
  if (second > best.score * rival) return null;
  return { shift: best.shift, from: best.from, to: best.to };
}

/** For every row whether it shows something. */
function showingRows({ rows, columns, luminance }: RowSignature): Uint8Array {
  const showing = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    let [least, most] = [255, 0];
    for (let at = row * columns; at < (row + 1) * columns; at++) {
      const value = luminance[at] ?? 0;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    showing[row] = most - least >= shows ? 1 : 0;
  }
  return showing;
}

/** The run of equal rows with the most that show something. */
function longestRun(upper: RowSignature, lower: RowSignature, shift: number, showing: Uint8Array) {
  const end = Math.min(upper.rows, lower.rows + shift);
  let best: { from: number; to: number; score: number } | null = null;
  let [from, score] = [shift, 0];
  for (let row = shift; row <= end; row++) {
    if (row < end && sameRow(upper, row, lower, row - shift)) {
      score += showing[row] ?? 0;
      continue;
    }
    if (score > (best?.score ?? 0)) best = { from, to: row, score };
    [from, score] = [row + 1, 0];
  }
  return best;
}

function sameRow(upper: RowSignature, row: number, lower: RowSignature, other: number): boolean {
  const { columns } = upper;
  const most = alike * columns;
  let sum = 0;
  for (let at = 0; at < columns; at++) {
    sum += Math.abs((upper.luminance[row * columns + at] ?? 0) - (lower.luminance[other * columns + at] ?? 0));
    if (sum > most) return false;
  }
  return true;
}
