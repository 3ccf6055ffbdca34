import { Button as AriaButton, GridList, GridListItem, type GridListProps } from 'react-aria-components';
import type { EvidenceRow } from '../../../shared/window/rows.ts';
import { useCase } from '../../state/window-state.ts';
import { Foreign, OutcomeMark } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';
import type { Arranging } from './use-arranging.ts';

type Dragged = NonNullable<GridListProps<EvidenceRow>['dragAndDropHooks']>;

/** What the case holds and no exhibit uses yet. */
export function UnlistedItems({ arranging, drag }: { arranging: Arranging; drag: Dragged }) {
  const say = useSay();
  const { unlisted, chosenUnlisted, choose, add } = arranging;
  return (
    <section>
      <h2>
        {say('unlisted')} <span className="soft">{unlisted.length}</span>
      </h2>
      <GridList
        className="exhibit-list"
        aria-label={say('unlisted')}
        items={unlisted.map((row) => ({ ...row, id: row.item }))}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={chosenUnlisted}
        onSelectionChange={(keys) => choose(keys === 'all' ? unlisted.map(({ item }) => item) : [...keys].map(String))}
        onAction={(item) => add(new Set([String(item)]), null)}
        dragAndDropHooks={drag}
        renderEmptyState={() => <p className="soft small empty-list">{say('allListed')}</p>}
      >
        {(row) => <UnlistedItem row={row} />}
      </GridList>
    </section>
  );
}

function UnlistedItem({ row }: { row: EvidenceRow }) {
  const { key } = useCase();
  return (
    <GridListItem textValue={row.title} className="exhibit unlisted-item">
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
          {row.outcome === 'complete' ? null : <OutcomeMark outcome={row.outcome} answers={row.answers} />}
        </span>
      </div>
    </GridListItem>
  );
}
