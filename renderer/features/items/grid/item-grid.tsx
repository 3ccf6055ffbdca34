import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { EvidenceRow } from '../../../../shared/window/rows.ts';
import { useHere, useWindow } from '../../../state/window-state.ts';
import { useScrolledView } from '../../../ui/scrolled-view.ts';
import { useSay } from '../../../words/words.ts';
import { ItemTile } from './item-tile.tsx';
import { useTileSelection } from './use-tile-selection.ts';

const gap = 12;
const edge = 16;
const labelHeight = 64;

type Shape = Readonly<{ columns: number; width: number; height: number; rows: number }>;

/**
 * Thumbnails of ten thousand items as one listbox. Only what is near the eye is in the document; every option says its
 * place among all, so that a screen reader knows the whole. Written by hand: a collection component keeps a node for
 * every item, which costs the first second.
 */
export function ItemGrid({ rows, onOpen }: { rows: readonly EvidenceRow[]; onOpen: () => void }) {
  const say = useSay();
  const { tile } = useWindow();
  const { selected, set } = useHere();
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useScrolledView(box, { width: 0, height: 0, top: 0 });
  const shape = shapeOf(view.width, tile, rows.length);
  const current = rows.findIndex(({ item }) => item === selected.at(-1));
  const chosen = new Set(selected);

  useInSight(box, current, shape);
  const select = useTileSelection(rows);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault();
      set({ selected: rows.map(({ item }) => item) });
      return;
    }
    const step = stepOf(event.key, shape, view.height, rows.length);
    if (event.key === 'Enter' && current >= 0) onOpen();
    else if (step !== undefined) {
      const to = Math.max(0, Math.min(rows.length - 1, current < 0 ? 0 : current + step));
      select(to, event.shiftKey ? 'range' : 'only');
    } else return;
    event.preventDefault();
  };

  const first = Math.max(0, Math.floor((view.top - edge) / (shape.height + gap)) - 1) * shape.columns;
  const last = Math.min(rows.length, first + (Math.ceil(view.height / (shape.height + gap)) + 3) * shape.columns);
  return (
    <div
      ref={box}
      className="grid"
      role="listbox"
      aria-multiselectable="true"
      aria-label={say('items')}
      tabIndex={0}
      {...(current >= first && current < last && { 'aria-activedescendant': `tile-${rows[current]?.item ?? ''}` })}
      onScroll={(event) => {
        const top = event.currentTarget.scrollTop;
        setView((before) => ({ ...before, top }));
      }}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: shape.rows * (shape.height + gap) - gap + 2 * edge }} aria-hidden="true" />
      {rows.slice(first, last).map((row, offset) => {
        const at = first + offset;
        return (
          <ItemTile
            key={row.item}
            row={row}
            at={at}
            of={rows.length}
            left={edge + (at % shape.columns) * (shape.width + gap)}
            top={edge + Math.floor(at / shape.columns) * (shape.height + gap)}
            width={shape.width}
            height={shape.height}
            chosen={chosen.has(row.item)}
            current={at === current}
            onSelect={select}
            onOpen={onOpen}
          />
        );
      })}
    </div>
  );
}

/** The tile that is chosen last is scrolled to. */
function useInSight(box: RefObject<HTMLDivElement | null>, current: number, shape: Shape): void {
  useEffect(() => {
    const element = box.current;
    if (!element || current < 0 || shape.columns === 0) return;
    const top = edge + Math.floor(current / shape.columns) * (shape.height + gap);
    if (top - edge < element.scrollTop) element.scrollTo({ top: top - edge });
    else if (top + shape.height + edge > element.scrollTop + element.clientHeight)
      element.scrollTo({ top: top + shape.height + edge - element.clientHeight });
  }, [box, current, shape.columns, shape.height]);
}

/** How many tiles further a key leads; undefined for a key that does not lead anywhere. */
function stepOf(key: string, { columns, height }: Shape, seen: number, count: number): number | undefined {
  const page = Math.max(1, Math.floor(seen / (height + gap))) * columns;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    PageDown: page,
    PageUp: -page,
    Home: -count,
    End: count,
  };
  return steps[key];
}

function shapeOf(width: number, wanted: number, count: number): Shape {
  const inner = width - 2 * edge;
  const columns = Math.max(1, Math.floor((inner + gap) / (wanted + gap)));
  const tile = Math.max(80, Math.floor((inner - gap * (columns - 1)) / columns));
  return { columns, width: tile, height: Math.round(tile * 0.92) + labelHeight, rows: Math.ceil(count / columns) };
}
