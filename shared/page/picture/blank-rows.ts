import type { TextRun } from '../text-positions.ts';

/** Rows of a picture, the first included, the second not. */
export type Rows = readonly [from: number, to: number];

/**
 * Rows of a page where no words stand, from the top down: where a page break cuts no line.
 * @param runs in device pixels
 * @param lean share of a line's height, at its top and at its bottom, that counts as between lines: letters are smaller than
 *   their line; for rows of which it is known otherwise that they cut no letter
 */
export function rowsWithoutWords(runs: readonly TextRun[], height: number, lean = 0): readonly Rows[] {
  const lines = runs
    .map(({ y, height: tall }): Rows => [Math.floor(y + tall * lean), Math.ceil(y + tall * (1 - lean))])
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
