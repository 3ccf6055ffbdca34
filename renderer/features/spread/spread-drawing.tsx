import { visibleText } from '../../../shared/visible-text.ts';
import type { SpreadLayout, SpreadMark } from '../../../shared/window/spread-layout.ts';
import { useAsked } from '../../state/queries.ts';
import { useCase, useHere } from '../../state/window-state.ts';
import { useSay } from '../../words/words.ts';

const longestTitle = 18;

/** Channels across, days down, a mark for every item and a line for every confirmed link. @param offset of the zone, in minutes */
export function SpreadDrawing({ layout, offset }: { layout: SpreadLayout; offset: number }) {
  const say = useSay();
  const { selected, set } = useHere();
  return (
    <svg className="spread-marks" width={layout.width} height={layout.height} role="list" aria-label={say('spread')}>
      {layout.channels.map(({ name, x }) => (
        <g key={name} aria-hidden="true">
          <text x={x - 5} y={32}>
            {visibleText(name)}
          </text>
          <line className="hair" x1={x} x2={x} y1={44} y2={layout.height - 16} />
        </g>
      ))}
      {layout.ticks.map(({ y, time }) => (
        <g key={time} aria-hidden="true">
          <line className="hair" x1={8} x2={layout.width - 8} y1={y} y2={y} />
          <text x={12} y={y + 19}>
            {dayText(time, offset)}
          </text>
        </g>
      ))}
      {layout.marks.length === 0 ? null : <LinkLines marks={layout.marks} />}
      {layout.marks.map((mark) => (
        <MarkOf
          key={mark.item}
          mark={mark}
          chosen={selected.includes(mark.item)}
          offset={offset}
          onChoose={() => set({ selected: [mark.item] })}
        />
      ))}
    </svg>
  );
}

/** From the source to who took from it, for every link that was confirmed. */
function LinkLines({ marks }: { marks: readonly SpreadMark[] }) {
  const { folder } = useCase();
  const { data } = useAsked('spread.keep', { case: folder, stated: null, suggest: false });
  const markOf = new Map(marks.map((mark) => [mark.item, mark]));
  return (data?.stated.links ?? []).map(({ source, citing, decided }) => {
    const [from, to] = [markOf.get(source), markOf.get(citing)];
    return decided === 'confirmed' && from && to ? (
      <path key={`${source} ${citing}`} className="took" d={arc(from, to)} aria-hidden="true" />
    ) : null;
  });
}

/** Bends to the left, the further the two are apart: within one channel a straight line would lie on the channel's own. */
function arc(from: SpreadMark, to: SpreadMark): string {
  const bend = Math.min(90, 12 + Math.abs(to.y - from.y) / 6);
  return `M ${from.x} ${from.y} Q ${Math.min(from.x, to.x) - bend} ${(from.y + to.y) / 2} ${to.x} ${to.y}`;
}

function MarkOf(props: { mark: SpreadMark; chosen: boolean; offset: number; onChoose: () => void }) {
  const { mark, chosen, offset, onChoose } = props;
  const title = Array.from(visibleText(mark.title));
  const short = title.length > longestTitle ? `${title.slice(0, longestTitle).join('')}…` : title.join('');
  return (
    <g
      id={`mark-${mark.item}`}
      className={`mark ${chosen ? 'chosen' : ''}`}
      role="listitem"
      aria-label={`${mark.title} ${timeText(mark.captured, offset)}`}
      onClick={onChoose}
    >
      {mark.published && mark.published.height > 0 ? (
        <rect
          x={mark.x - 2}
          y={mark.y}
          width={4}
          height={mark.published.height}
          fill={`var(--${mark.category})`}
          opacity={0.35}
        />
      ) : null}
      <circle
        cx={mark.x}
        cy={mark.y}
        r={5}
        fill={mark.published ? `var(--${mark.category})` : 'var(--sheet)'}
        stroke={`var(--${mark.category})`}
        strokeWidth={2}
      />
      <text x={mark.x + 12} y={mark.y + 4}>
        {short}
      </text>
    </g>
  );
}

function dayText(time: number, offset: number): string {
  return new Date(time + offset * 60_000).toISOString().slice(0, 10);
}

function timeText(time: number, offset: number): string {
  return new Date(time + offset * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}
