import type { TextRun } from './text-positions.ts';

/** Rows of a picture, the first included, the second not. */
export type Rows = readonly [from: number, to: number];

/**
 * Rows of a page where no words stand, from the top down: where a page break cuts no line.
 * @param runs in device pixels
 */
export function rowsWithoutWords(runs: readonly TextRun[], height: number): readonly Rows[] {
  const lines = runs
    .map(({ y, height: tall }): Rows => [Math.floor(y), Math.ceil(y + tall)])
    .sort((a, b) => a[0] - b[0]);
  const rows: Rows[] = [];
  let clear = 0;
  for (const [from, to] of lines) {
    if (from > clear) rows.push([clear, from]);
    clear = Math.max(clear, to);
  }
  if (height > clear) rows.push([clear, height]);
  return rows;
}

/** Rows that are in both lists. */
export function inBoth(a: readonly Rows[], b: readonly Rows[]): readonly Rows[] {
  const both: Rows[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i] ?? [0, 0], b[j] ?? [0, 0]];
    const [from, to] = [Math.max(one[0], other[0]), Math.min(one[1], other[1])];
    if (to > from) both.push([from, to]);
    if (one[1] < other[1]) i += 1;
    else j += 1;
  }
  return both;
}
