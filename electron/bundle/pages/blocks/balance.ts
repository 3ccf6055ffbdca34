/** A column as it may be made wider or narrower. Widths in points. */
type FreeColumn = Readonly<{
  width: number;
  /** No word of it is broken at this width; it is never made narrower. */
  least: number;
  /** Lines that each row takes in a column of some width. */
  lines(width: number): readonly number[];
}>;

/** Steps in which room is given from one column to another, the large ones first. */
const steps = [48, 24, 12, 6] as const;
/** More rounds change little. */
const rounds = 40;

/**
 * Widths with which the rows together are lower, and never wider: room goes from columns with blank paper to those that make
 * rows tall. The same texts give the same widths.
 *
 * @param fixed lines that each row takes at least, in columns that stay as they are
 */
export function balancedWidths(columns: readonly FreeColumn[], fixed: readonly number[]): readonly number[] {
  const known = columns.map(() => new Map<number, readonly number[]>());
  const linesOf = (at: number, width: number): readonly number[] => {
    const found = known[at]?.get(width) ?? columns[at]?.lines(width) ?? [];
    known[at]?.set(width, found);
    return found;
  };
  const total = (widths: readonly number[]): number => {
    const each = widths.map((width, at) => linesOf(at, width));
    return fixed.reduce((sum, least, row) => sum + cost(Math.max(least, ...each.map((lines) => lines[row] ?? 0))), 0);
  };
  let widths = columns.map(({ width, least }) => Math.max(width, least));
  const over = widths.reduce((sum, one) => sum + one, 0) - columns.reduce((sum, { width }) => sum + width, 0);
  widths = takenBack(widths, columns, over);
  let best = total(widths);
  for (let round = 0; round < rounds; round += 1) {
    const next = steps
      .flatMap((step) => moves(widths, columns, step))
      .map((moved) => ({ moved, lines: total(moved) }))
      .reduce<Readonly<{ moved: readonly number[]; lines: number }> | null>(
        (lowest, one) => (one.lines < (lowest?.lines ?? best) ? one : lowest),
        null,
      );
    if (!next) break;
    widths = [...next.moved];
    best = next.lines;
  }
  return widths;
}

/** A row costs its lines, and one that is much taller than the others some more: paper stays blank beside it. */
const cost = (lines: number): number => lines * (lines + 12);

/** What columns were widened by so that no word is broken, taken from those with room to spare. */
function takenBack(widths: readonly number[], columns: readonly FreeColumn[], over: number): number[] {
  const spare = widths.map((width, at) => width - (columns[at]?.least ?? width));
  const all = spare.reduce((sum, one) => sum + one, 0);
  if (over <= 0 || all < over) return columns.map(({ width }, at) => (over <= 0 ? (widths[at] ?? width) : width));
  return widths.map((width, at) => width - ((spare[at] ?? 0) / all) * over);
}

function moves(
  widths: readonly number[],
  columns: readonly FreeColumn[],
  step: number,
): readonly (readonly number[])[] {
  return widths.flatMap((from, giving) =>
    from - step < (columns[giving]?.least ?? from)
      ? []
      : widths.flatMap((_, taking) =>
          taking === giving
            ? []
            : [widths.map((width, at) => (at === giving ? width - step : at === taking ? width + step : width))],
        ),
  );
}
