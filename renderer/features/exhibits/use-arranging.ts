import { useEffect, useRef, useState } from 'react';
import type { Arrangement, Exhibit } from '../../../shared/case/exhibit.ts';
import { moved } from '../../../shared/plan/moved.ts';
import type { EvidenceRow } from '../../../shared/window/rows.ts';
import { useArrangement } from '../../state/arrangement.ts';
import { useRows } from '../../state/queries.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { useHere } from '../../state/window-state.ts';
import { useSay } from '../../words/words.ts';
import { exhibitOf } from './new-exhibit.ts';

/** What the arrangement's two lists show, what is chosen in them, and everything that can be done with it. */
export function useArranging() {
  const say = useSay();
  const rows = useRows();
  const { selected, set } = useHere();
  const { exhibits, numbers, change, undo, redo, canUndo, canRedo, trouble } = useArrangement();
  const [editing, setEditing] = useState<string | null>(null);
  const listed: ReadonlySet<string> = new Set(exhibits.map(({ item }) => item));
  const byItem: ReadonlyMap<string, EvidenceRow> = new Map(rows.map((row) => [row.item, row]));
  const chosen = new Set(selected);

  const add = (items: ReadonlySet<string>, before: string | null) => {
    const fresh = [...items].flatMap((item) => {
      const row = byItem.get(item);
      return row && !listed.has(item) ? [exhibitOf(row, exhibits)] : [];
    });
    change(moved([...exhibits, ...fresh], items, before), say('selectedCount', { count: items.size }));
    set({ selected: [...items] });
  };
  const move = (by: 1 | -1) => {
    const next = movedByOne(exhibits, chosen, by);
    const first = next?.find(({ item }) => chosen.has(item));
    if (!next || !first) return;
    change(next, (numbersNow) => {
      const number = numbersNow.get(first.item);
      return number === undefined
        ? say('movedUnnumbered', { title: first.title })
        : say('moved', { title: first.title, number });
    });
  };
  return {
    exhibits,
    numbers,
    unlisted: rows.filter(({ item, decision }) => !listed.has(item) && decision !== 'excluded'),
    titleOf: (item: string) => byItem.get(item)?.title ?? '',
    chosenListed: selected.filter((item) => listed.has(item)),
    chosenUnlisted: selected.filter((item) => byItem.has(item) && !listed.has(item)),
    choose: (items: readonly string[]) => set({ selected: [...items] }),
    add,
    move,
    takeOut: () =>
      change(
        exhibits.filter(({ item }) => !chosen.has(item)),
        say('takeOut'),
      ),
    change,
    save: (of: string, part: Partial<Exhibit>) =>
      change(exhibits.map((one) => (one.item === of ? { ...one, ...part } : one))),
    undo: canUndo ? () => undo(say('undone')) : null,
    redo: canRedo ? () => redo(say('redone')) : null,
    /** The exhibit whose cells are being written. */
    editing,
    edit: setEditing,
    trouble,
  };
}

export type Arranging = ReturnType<typeof useArranging>;

/** The chosen ones, together, one up or down; null where there is nothing to pass. */
function movedByOne(exhibits: Arrangement, chosen: ReadonlySet<string>, by: 1 | -1): Arrangement | null {
  const indexes = exhibits.flatMap(({ item }, at) => (chosen.has(item) ? [at] : []));
  const [first, last] = [indexes[0], indexes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const to = by < 0 ? exhibits[first - 1] : exhibits[last + 2];
  if (by < 0 && !to) return null;
  if (by > 0 && last === exhibits.length - 1) return null;
  return moved(exhibits, chosen, to?.item ?? null);
}

export function useArrangingKeys({ move, undo, redo, edit, takeOut, exhibits }: Arranging): void {
  const { selected } = useHere();
  const last = selected.at(-1);
  useShortcuts({
    'Alt+ArrowUp': () => move(-1),
    'Alt+ArrowDown': () => move(1),
    'Ctrl+z': () => undo?.(),
    'Ctrl+Shift+z': () => redo?.(),
    'Ctrl+y': () => redo?.(),
    F2: () => edit(last ?? null),
    Delete: () => exhibits.some(({ item }) => item === last) && takeOut(),
  });
}

/** A problem of the bundle leads to the exhibit and opens it. */
export function useJumpToCell(open: (item: string) => void): void {
  const { cell, selected, set } = useHere();
  const item = selected.at(-1);
  const opening = useRef(open);
  const setting = useRef(set);
  useEffect(() => {
    if (cell === null || item === undefined) return;
    opening.current(item);
    setting.current({ cell: null });
  }, [cell, item]);
}
