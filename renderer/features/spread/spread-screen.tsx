import { useMemo, useRef } from 'react';
import { layoutSpread } from '../../../shared/window/spread-layout.ts';
import { useRows } from '../../state/queries.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { useHere, useWindow } from '../../state/window-state.ts';
import { Button, Empty } from '../../ui/controls.tsx';
import { zoneText } from '../../ui/marks.tsx';
import { useScrolledView } from '../../ui/scrolled-view.ts';
import { useSay } from '../../words/words.ts';
import { LinksPanel } from './links-panel.tsx';
import { SpreadDrawing } from './spread-drawing.tsx';

/** How it spread: time runs down, channels across; published times filled, capture times as rings. */
export function SpreadScreen() {
  const say = useSay();
  const rows = useRows();
  const show = useWindow((state) => state.set);
  const { selected, set } = useHere();
  const box = useRef<HTMLDivElement>(null);
  const offset = -new Date().getTimezoneOffset();
  const shown = useMemo(() => rows.filter(({ decision }) => decision !== 'excluded'), [rows]);
  const [{ width }] = useScrolledView(box, { width: 800, height: 0, top: 0 }, shown.length);
  const layout = useMemo(() => layoutSpread(shown, width - 8, offset), [shown, width, offset]);
  const at = layout.marks.findIndex(({ item }) => item === selected.at(-1));
  const go = (to: number) => {
    const mark = layout.marks[Math.max(0, Math.min(layout.marks.length - 1, to))];
    if (!mark) return;
    set({ selected: [mark.item] });
    document.getElementById(`mark-${mark.item}`)?.scrollIntoView({ block: 'nearest' });
  };
  const openLoupe = () => {
    set({ loupe: true });
    show({ screen: 'items' });
  };
  useShortcuts({
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    Home: () => go(0),
    End: () => go(layout.marks.length - 1),
    Enter: () => at >= 0 && openLoupe(),
  });
  if (shown.length === 0) return <Empty title={say('emptySpread')} next={say('emptyItemsNext')} />;
  return (
    <>
      <div className="bar">
        <span>{say('publishedMark')}</span>
        <span>{say('capturedMark')}</span>
        <span className="soft">{say('zone', { zone: zoneText() })}</span>
        <span className="spring" />
        <Button disabled={at < 0} onPress={openLoupe}>
          {say('loupe')}
        </Button>
      </div>
      <div className="spread-body">
        <div
          ref={box}
          className="spread-scroll"
          tabIndex={0}
          role="region"
          aria-label={say('timelineOf', { count: layout.marks.length, channels: layout.channels.length })}
        >
          <SpreadDrawing layout={layout} offset={offset} />
        </div>
        <LinksPanel />
      </div>
    </>
  );
}
