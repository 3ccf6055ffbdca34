import { GridList, type GridListProps } from 'react-aria-components';
import type { Arrangement, Exhibit } from '../../../shared/case/exhibit.ts';
import { Empty } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { ExhibitLine } from './exhibit-line.tsx';
import type { Line } from './line.ts';
import type { Arranging } from './use-arranging.ts';

type Dragged = NonNullable<GridListProps<Line>['dragAndDropHooks']>;

/** The exhibits in their order, with the numbers that a bundle prints. */
export function ListedExhibits({ arranging, drag }: { arranging: Arranging; drag: Dragged }) {
  const say = useSay();
  const { exhibits, numbers, chosenListed, choose, editing, edit, save } = arranging;
  return (
    <section>
      <h2>
        {say('listed')} <span className="soft">{exhibits.length}</span>
      </h2>
      <ColumnsHead />
      <GridList
        className="exhibit-list listed-list"
        aria-label={say('listed')}
        items={exhibits.map((exhibit, at) => lineOf(exhibits, exhibit, at, numbers.get(exhibit.item) ?? ''))}
        dependencies={[editing]}
        selectionMode="multiple"
        selectionBehavior="replace"
        keyboardNavigationBehavior="tab"
        selectedKeys={chosenListed}
        onSelectionChange={(keys) => choose(keys === 'all' ? exhibits.map(({ item }) => item) : [...keys].map(String))}
        onAction={(item) => edit(String(item))}
        dragAndDropHooks={drag}
        renderEmptyState={() => <Empty title={say('emptyExhibits')} next={say('emptyExhibitsNext')} />}
      >
        {(line) => (
          <ExhibitLine
            line={line}
            editing={editing === line.id}
            done={() => edit(null)}
            save={(part) => save(line.id, part)}
          />
        )}
      </GridList>
    </section>
  );
}

function ColumnsHead() {
  const say = useSay();
  return (
    <div className="columns-head" aria-hidden="true">
      <span />
      <span>{say('number')}</span>
      <span>{say('exhibitTitle')}</span>
      <span>{say('purpose')}</span>
      <span>{say('source')}</span>
    </div>
  );
}

function lineOf(exhibits: Arrangement, exhibit: Exhibit, at: number, number: string): Line {
  const heading = at === 0 || exhibits[at - 1]?.group !== exhibit.group ? exhibit.group : null;
  return { id: exhibit.item, exhibit, number, heading };
}
