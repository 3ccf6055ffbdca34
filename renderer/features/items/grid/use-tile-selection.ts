import { useCallback, useEffect, useRef } from 'react';
import type { EvidenceRow } from '../../../../shared/window/rows.ts';
import { changeCaseState, stateOfCase, type CaseState } from '../../../state/case-state.ts';
import { useCase } from '../../../state/window-state.ts';

/** Chooses the tile at a position: alone, up to it from the one chosen before, or beside what is chosen. */
export type Select = (at: number, how: 'only' | 'range' | 'toggle') => void;

export function useTileSelection(rows: readonly EvidenceRow[]): Select {
  const { folder } = useCase();
  const anchor = useRef(0);
  const live = useRef(rows);
  useEffect(() => {
    live.current = rows;
  });
  // Stable, so that tiles that did not change are not drawn again while one scrolls or selects.
  return useCallback<Select>(
    (at, how) => {
      const row = live.current[at];
      const { selected: before } = stateOfCase(folder);
      const change = (part: Partial<CaseState>) => changeCaseState(folder, part);
      if (!row) return;
      if (how === 'range') {
        const [from, to] = [Math.min(anchor.current, at), Math.max(anchor.current, at)];
        const range = live.current.slice(from, to + 1).map(({ item }) => item);
        change({ selected: [...range.filter((item) => item !== row.item), row.item] });
        return;
      }
      anchor.current = at;
      if (how === 'only') change({ selected: [row.item] });
      else if (before.includes(row.item)) change({ selected: before.filter((item) => item !== row.item) });
      else change({ selected: [...before, row.item] });
    },
    [folder],
  );
}
