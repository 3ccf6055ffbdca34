/** A label with what is recorded under it, line by line. */
export type FactRow = Readonly<{ label: string; values: readonly string[] }>;

/** What several exhibits have alike, once; and of each what it has of its own. In the order of the exhibits. */
export type SharedFacts = Readonly<{ shared: readonly FactRow[]; own: readonly (readonly FactRow[])[] }>;

/**
 * Takes out what most have alike. A row is shared where each exhibit has just one of its label, and more than half of them
 * (at least two) say the same in it: then whoever says something else has a row of its own, and whoever has none says the
 * same. Nothing is lost, and nothing is said of an exhibit that it does not say itself.
 */
export function sharedFacts(all: readonly (readonly FactRow[])[]): SharedFacts {
  const shared = new Map<string, FactRow>();
  for (const { label } of all[0] ?? []) {
    const rows = all.map((each) => each.filter((row) => row.label === label));
    if (rows.some(({ length }) => length !== 1)) continue;
    const alike = [...Map.groupBy(rows.flat(), ({ values }) => JSON.stringify(values)).values()];
    const [most] = alike.sort((a, b) => b.length - a.length);
    const [row] = most ?? [];
    if (row && most && most.length >= 2 && most.length * 2 > all.length) shared.set(label, row);
  }
  const isShared = ({ label, values }: FactRow) => {
    const row = shared.get(label);
    return row !== undefined && JSON.stringify(row.values) === JSON.stringify(values);
  };
  return { shared: [...shared.values()], own: all.map((each) => each.filter((row) => !isShared(row))) };
}
