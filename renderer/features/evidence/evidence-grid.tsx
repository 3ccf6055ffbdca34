import {
  memo,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { categoryNames } from '../../../shared/case/category.ts';
import type { EvidenceRow } from '../../../shared/window/rows.ts';
import { useCase, useLanguage, useWindow } from '../../state/window-state.ts';
import { Foreign, Mark, OutcomeMark, ShortMoment } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';

const gap = 12;
const edge = 16;
const labelHeight = 64;

type Shape = Readonly<{ columns: number; width: number; height: number; rows: number }>;

/**
 * Thumbnails of ten thousand items as one listbox. Only what is near the eye is in the document; every option says its
 * place among all, so that a screen reader knows the whole. Written by hand: a collection component keeps a node for
 * every item, which costs the first second.
 */
export function EvidenceGrid({ rows, onOpen }: { rows: readonly EvidenceRow[]; onOpen: () => void }) {
  const say = useSay();
  const { selected, tile, set } = useWindow();
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ width: 0, height: 0, top: 0 });
  const anchor = useRef(0);
  const shape = shapeOf(view.width, tile, rows.length);
  const current = rows.findIndex(({ item }) => item === selected.at(-1));
  const chosen = new Set(selected);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () =>
      setView((before) => ({ ...before, width: element.clientWidth, height: element.clientHeight }));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = box.current;
    if (!element || current < 0 || shape.columns === 0) return;
    const top = edge + Math.floor(current / shape.columns) * (shape.height + gap);
    if (top - edge < element.scrollTop) element.scrollTop = top - edge;
    else if (top + shape.height + edge > element.scrollTop + element.clientHeight)
      element.scrollTop = top + shape.height + edge - element.clientHeight;
  }, [current, shape.columns, shape.height]);

  const live = useRef(rows);
  useEffect(() => {
    live.current = rows;
  });
  // Stable, so that tiles that did not change are not drawn again while one scrolls or selects.
  const select = useCallback((at: number, how: 'only' | 'range' | 'toggle') => {
    const row = live.current[at];
    const { selected: before, set: change } = useWindow.getState();
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
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault();
      set({ selected: rows.map(({ item }) => item) });
      return;
    }
    const page = Math.max(1, Math.floor(view.height / (shape.height + gap))) * shape.columns;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: shape.columns,
      ArrowUp: -shape.columns,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
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
      aria-label={say('evidence')}
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
          <Tile
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

function shapeOf(width: number, wanted: number, count: number): Shape {
  const inner = width - 2 * edge;
  const columns = Math.max(1, Math.floor((inner + gap) / (wanted + gap)));
  const tile = Math.max(80, Math.floor((inner - gap * (columns - 1)) / columns));
  return { columns, width: tile, height: Math.round(tile * 0.92) + labelHeight, rows: Math.ceil(count / columns) };
}

type TileProps = {
  row: EvidenceRow;
  at: number;
  of: number;
  left: number;
  top: number;
  width: number;
  height: number;
  chosen: boolean;
  current: boolean;
  onSelect: (at: number, how: 'only' | 'range' | 'toggle') => void;
  onOpen: () => void;
};

const Tile = memo(function Tile({
  row,
  at,
  of,
  left,
  top,
  width,
  height,
  chosen,
  current,
  onSelect,
  onOpen,
}: TileProps) {
  const say = useSay();
  const language = useLanguage();
  const { key } = useCase();
  const onClick = (event: MouseEvent) =>
    onSelect(at, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only');
  return (
    <div
      id={`tile-${row.item}`}
      role="option"
      aria-selected={chosen}
      aria-setsize={of}
      aria-posinset={at + 1}
      className={`tile ${row.decision} ${current ? 'current' : ''}`}
      style={{
        transform: `translate(${left}px, ${top}px)`,
        width,
        height,
        ['--edge' as string]: `var(--${row.category})`,
      }}
      onClick={onClick}
      onDoubleClick={onOpen}
    >
      {row.pictured ? (
        <div className="thumb">
          <img src={`/case/${key}/thumb/${row.item}`} alt="" loading="lazy" decoding="async" draggable={false} />
        </div>
      ) : (
        <div className="thumb none">{say('noPicture')}</div>
      )}
      {row.decision === 'accepted' ? (
        <span className="state">
          <Mark rank="passed" word={say('accepted')} />
        </span>
      ) : null}
      {row.decision === 'excluded' ? (
        <span className="state">
          <Mark rank="waiting" word={say('excluded')} />
        </span>
      ) : null}
      <div className="label">
        <div className="name">
          <Foreign text={row.title} />
        </div>
        <div className="when">
          {row.outcome === 'complete' ? (
            <span>{categoryNames[row.category][language]}</span>
          ) : (
            <OutcomeMark outcome={row.outcome} />
          )}
          <ShortMoment instant={row.startedAt} />
        </div>
      </div>
    </div>
  );
});
