import { memo, type MouseEvent } from 'react';
import { categoryNames } from '../../../../shared/case/category.ts';
import type { EvidenceRow } from '../../../../shared/window/rows.ts';
import { useCase, useLanguage } from '../../../state/window-state.ts';
import { Foreign, RankMark, OutcomeMark, ShortMoment } from '../../../ui/marks.tsx';
import { useSay } from '../../../words/words.ts';
import type { Select } from './use-tile-selection.ts';

/** A tile of the grid: positions and sizes in CSS pixels. */
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
  onSelect: Select;
  onOpen: () => void;
};

export const ItemTile = memo(function ItemTile({
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
          <RankMark rank="passed" word={say('accepted')} />
        </span>
      ) : null}
      {row.decision === 'excluded' ? (
        <span className="state">
          <RankMark rank="waiting" word={say('excluded')} />
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
            <OutcomeMark outcome={row.outcome} answers={row.answers} />
          )}
          <ShortMoment instant={row.startedAt} />
        </div>
      </div>
    </div>
  );
});
