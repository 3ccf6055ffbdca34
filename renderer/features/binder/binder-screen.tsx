import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop, type Selection } from 'react-aria-components';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import type { EvidenceRow } from '../../../shared/window/rows.ts';
import { moved, useArrangement } from '../../state/arrangement.ts';
import { useRows } from '../../state/queries.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { useCase, useWindow } from '../../state/window-state.ts';
import { Button, Empty, Trouble } from '../../ui/controls.tsx';
import { Foreign } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';
import { exhibitOf } from './new-exhibit.ts';
import { ExhibitLine } from './exhibit-line.tsx';

const dragType = 'application/x-fascicle-item';

/** Two lists, unplaced and placed. Numbers re-flow as one moves; every change can be taken back. */
export function BinderScreen() {
  const say = useSay();
  const rows = useRows();
  const { selected, set } = useWindow();
  const { exhibits, change, undo, redo, canUndo, canRedo, trouble } = useArrangement();
  const [editing, setEditing] = useState<string | null>(null);
  const placed = new Set(exhibits.map(({ item }) => item));
  const unplaced = rows.filter(({ item, decision }) => !placed.has(item) && decision !== 'excluded');
  const byItem = new Map(rows.map((row) => [row.item, row]));
  const chosen = new Set(selected);

  const place = (items: ReadonlySet<string>, before: string | null) => {
    const fresh = [...items].flatMap((item) => {
      const row = byItem.get(item);
      return row && !placed.has(item) ? [exhibitOf(row, exhibits)] : [];
    });
    change(moved([...exhibits, ...fresh], items, before), say('selectedCount', { count: items.size }));
    set({ selected: [...items] });
  };
  const move = (by: 1 | -1) => {
    const indexes = exhibits.flatMap(({ item }, at) => (chosen.has(item) ? [at] : []));
    const [first, last] = [indexes[0], indexes.at(-1)];
    if (first === undefined || last === undefined) return;
    const to = by < 0 ? exhibits[first - 1] : exhibits[last + 2];
    if (by < 0 && !to) return;
    if (by > 0 && last === exhibits.length - 1) return;
    const next = moved(exhibits, chosen, to?.item ?? null);
    const title = exhibits[first]?.title ?? '';
    change(next, say('moved', { title, at: next.findIndex(({ item }) => chosen.has(item)) + 1 }));
  };
  const takeOut = () =>
    change(
      exhibits.filter(({ item }) => !chosen.has(item)),
      say('takeOut'),
    );
  useShortcuts({
    'Alt+ArrowUp': () => move(-1),
    'Alt+ArrowDown': () => move(1),
    'Ctrl+z': () => undo(say('undone')),
    'Ctrl+Shift+z': () => redo(say('redone')),
    'Ctrl+y': () => redo(say('redone')),
    F2: () => setEditing(selected.at(-1) ?? null),
    Delete: () => placed.has(selected.at(-1) ?? '') && takeOut(),
  });
  useJumpToCell(setEditing);
  const selection = (keys: Selection, list: readonly { item: string }[]) =>
    set({ selected: keys === 'all' ? list.map(({ item }) => item) : [...keys].map(String) });
  const itemsOf = (keys: Iterable<unknown>) =>
    [...keys].map((key) => ({ [dragType]: String(key), 'text/plain': byItem.get(String(key))?.title ?? '' }));
  const { dragAndDropHooks: placedHooks } = useDragAndDrop({
    getItems: itemsOf,
    acceptedDragTypes: [dragType],
    onReorder: ({ keys, target }) => change(moved(exhibits, new Set([...keys].map(String)), behind(target, exhibits))),
    onInsert: ({ items, target }) => {
      void textsOf(items).then((keys) => place(new Set(keys), behind(target, exhibits)));
    },
    onRootDrop: ({ items }) => {
      void textsOf(items).then((keys) => place(new Set(keys), null));
    },
  });
  const { dragAndDropHooks: unplacedHooks } = useDragAndDrop({
    getItems: itemsOf,
    acceptedDragTypes: [dragType],
    onRootDrop: ({ items }) => {
      void textsOf(items).then((keys) => change(exhibits.filter(({ item }) => !keys.includes(item))));
    },
  });
  return (
    <>
      <div className="bar">
        <Button
          disabled={!selected.some((item) => byItem.has(item) && !placed.has(item))}
          onPress={() => place(new Set(selected.filter((item) => !placed.has(item))), null)}
        >
          {say('place')} →
        </Button>
        <Button disabled={!selected.some((item) => placed.has(item))} onPress={takeOut}>
          ← {say('takeOut')}
        </Button>
        <span className="spring" />
        <Button kind="bare" disabled={!canUndo} onPress={() => undo(say('undone'))}>
          {say('undo')}
        </Button>
        <Button kind="bare" disabled={!canRedo} onPress={() => redo(say('redone'))}>
          {say('redo')}
        </Button>
      </div>
      {trouble ? <Trouble error={trouble} /> : null}
      <div className="binder">
        <section>
          <h2>
            {say('unplaced')} <span className="soft">{unplaced.length}</span>
          </h2>
          <GridList
            className="binder-list"
            aria-label={say('unplaced')}
            items={unplaced.map((row) => ({ ...row, id: row.item }))}
            selectionMode="multiple"
            selectionBehavior="replace"
            selectedKeys={selected.filter((item) => byItem.has(item) && !placed.has(item))}
            onSelectionChange={(keys) => selection(keys, unplaced)}
            onAction={(item) => place(new Set([String(item)]), null)}
            dragAndDropHooks={unplacedHooks}
            renderEmptyState={() => <p className="soft small empty-list">{say('allPlaced')}</p>}
          >
            {(row) => <Unplaced row={row} />}
          </GridList>
        </section>
        <section>
          <h2>
            {say('placed')} <span className="soft">{exhibits.length}</span>
          </h2>
          <div className="columns-head" aria-hidden="true">
            <span />
            <span>{say('number')}</span>
            <span>{say('exhibitTitle')}</span>
            <span>{say('purpose')}</span>
            <span>{say('source')}</span>
          </div>
          <GridList
            className="binder-list placed-list"
            aria-label={say('placed')}
            items={exhibits.map((exhibit, at) => lineOf(exhibits, exhibit, at))}
            dependencies={[editing]}
            selectionMode="multiple"
            selectionBehavior="replace"
            keyboardNavigationBehavior="tab"
            selectedKeys={selected.filter((item) => placed.has(item))}
            onSelectionChange={(keys) => selection(keys, exhibits)}
            onAction={(item) => setEditing(String(item))}
            dragAndDropHooks={placedHooks}
            renderEmptyState={() => <Empty title={say('emptyBinder')} next={say('emptyBinderNext')} />}
          >
            {(line) => (
              <ExhibitLine
                line={line}
                editing={editing === line.id}
                done={() => setEditing(null)}
                save={(part) => change(exhibits.map((one) => (one.item === line.id ? { ...one, ...part } : one)))}
              />
            )}
          </GridList>
        </section>
      </div>
    </>
  );
}

/** An exhibit with what its line shows: number, and the heading where a group begins. */
export type Line = Readonly<{ id: string; exhibit: Exhibit; number: string; heading: string | null }>;

function lineOf(exhibits: readonly Exhibit[], exhibit: Exhibit, at: number): Line {
  const heading = at === 0 || exhibits[at - 1]?.group !== exhibit.group ? exhibit.group : null;
  return { id: exhibit.item, exhibit, number: exhibit.number ?? String(at + 1), heading };
}

function Unplaced({ row }: { row: EvidenceRow }) {
  const { key } = useCase();
  return (
    <GridListItem textValue={row.title} className="exhibit unplaced-item">
      <div className="line">
        <AriaButton slot="drag" className="grip">
          ⋮⋮
        </AriaButton>
        {row.pictured ? (
          <img
            className="small-picture"
            src={`/case/${key}/thumb/${row.item}`}
            alt=""
            loading="lazy"
            draggable={false}
          />
        ) : (
          <span className="small-picture" />
        )}
        <span className="cell">
          <Foreign text={row.title} />
        </span>
      </div>
    </GridListItem>
  );
}

/** A problem of the bundle leads to the exhibit and opens it. */
function useJumpToCell(open: (item: string) => void): void {
  const cell = useWindow((state) => state.cell);
  const item = useWindow((state) => state.selected.at(-1));
  const opening = useRef(open);
  useEffect(() => {
    if (cell === null || item === undefined) return;
    opening.current(item);
    useWindow.getState().set({ cell: null });
  }, [cell, item]);
}

/** The exhibit that the moved ones come to stand before; null behind all. */
function behind(
  target: { key: unknown; dropPosition: 'on' | 'before' | 'after' },
  exhibits: readonly Exhibit[],
): string | null {
  const at = exhibits.findIndex(({ item }) => item === target.key);
  if (target.dropPosition !== 'after') return exhibits[at]?.item ?? null;
  return exhibits[at + 1]?.item ?? null;
}

type Dropped = readonly { kind: string; getText?: (type: string) => Promise<string> }[];

async function textsOf(items: Dropped): Promise<string[]> {
  const texts = await Promise.all(items.map((item) => item.getText?.(dragType) ?? Promise.resolve('')));
  return texts.filter((text) => text !== '');
}
