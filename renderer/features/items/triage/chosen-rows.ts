import { useMemo } from 'react';
import type { EvidenceRow } from '../../../../shared/window/rows.ts';
import { useRows } from '../../../state/queries.ts';
import { useHere } from '../../../state/window-state.ts';

/** The rows that the filter lets through, in order of intake. */
export function useShownRows(): readonly EvidenceRow[] {
  const rows = useRows();
  const { filter, decision } = useHere();
  return useMemo(() => {
    const wanted = filter.trim().toLowerCase();
    return rows.filter(
      (row) =>
        (decision === 'all' || row.decision === decision) &&
        (wanted === '' ||
          row.title.toLowerCase().includes(wanted) ||
          row.from.toLowerCase().includes(wanted) ||
          row.tags.some((tag) => tag.toLowerCase().includes(wanted))),
    );
  }, [rows, filter, decision]);
}

/** Tags in use, the most used first: keys 1 to 9. */
export function tagsOf(rows: readonly EvidenceRow[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { tags } of rows) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
}
