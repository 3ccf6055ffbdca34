/** What a column needs: texts in points of width. `words` and `unbroken` may not go over two lines. */
type ColumnTexts = Readonly<{
  share: number;
  words: readonly number[];
  unbroken: readonly number[];
  lines: readonly number[];
}>;

/**
 * Widths of columns, together `field` where that is enough: at least half of what the printed table gives each, no less than
 * what may not be broken, and the rest to those whose texts go over most lines.
 *
 * @param beside what a cell keeps free beside its text
 * @param step by which a width grows; all in points
 */
export function columnWidths(
  columns: readonly ColumnTexts[],
  { field, beside, step }: Readonly<{ field: number; beside: number; step: number }>,
): readonly number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const up = (points: number) => Math.ceil((points + beside) / step) * step;
  const wants = columns.map(({ share, words, unbroken, lines }) => {
    const least = up(Math.max(most(words), most(unbroken)));
    const whole = Math.max(least, up(most(lines)));
    return { whole, least: Math.max(least, Math.min(whole, up((share / shares) * field * 0.5))) };
  });
  const widths = wants.map(({ least }) => least);
  const lines = (at: number) => (wants[at]?.whole ?? 0) / (widths[at] ?? 1);
  for (let free = field - widths.reduce((sum, one) => sum + one, 0); free >= step; free -= step) {
    const next = widths.reduce((best, _, at) => (lines(at) > lines(best) ? at : best), 0);
    if (lines(next) <= 1) break;
    widths[next] = (widths[next] ?? 0) + step;
  }
  return widths;
}

/** As many values as there are rows: too many for the arguments of a call. */
const most = (values: readonly number[]): number => values.reduce((best, one) => Math.max(best, one), 0);
