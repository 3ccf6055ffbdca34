import { useState, type KeyboardEvent } from 'react';
import { Button as AriaButton, GridListItem } from 'react-aria-components';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import { Foreign } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';
import type { Line } from './line.ts';

const cells = ['title', 'purpose', 'source'] as const;
type Cell = (typeof cells)[number];

/** One exhibit: its cells read or, in place, edited. Missing cells are visible gaps, not dialogs. */
export function ExhibitLine(props: {
  line: Line;
  editing: boolean;
  done: () => void;
  save: (part: Partial<Exhibit>) => void;
}) {
  const { line, editing, done, save } = props;
  const say = useSay();
  const { exhibit, number, heading } = line;
  const words = { title: say('exhibitTitle'), purpose: say('purpose'), source: say('source') };
  return (
    <GridListItem id={line.id} textValue={`${number} ${exhibit.title}`} className="exhibit listed-item">
      {heading === null ? null : <div className="group-head">{heading === '' ? say('noGroup') : heading}</div>}
      <div className="line">
        <AriaButton slot="drag" className="grip">
          ⋮⋮
        </AriaButton>
        <span className="number">{number}</span>
        {cells.map((cell, at) =>
          editing ? (
            <InlineEdit
              key={cell}
              label={`${number} ${words[cell]}`}
              value={exhibit[cell]}
              first={at === 0}
              save={(value) => value !== exhibit[cell] && save({ [cell]: value })}
              done={done}
            />
          ) : (
            <span key={cell} className="cell">
              {exhibit[cell].trim() === '' ? <Gap cell={cell} /> : <Foreign text={exhibit[cell]} />}
            </span>
          ),
        )}
      </div>
    </GridListItem>
  );
}

function Gap({ cell }: { cell: Cell }) {
  const say = useSay();
  const words = { title: say('exhibitTitle'), purpose: say('purpose'), source: say('source') };
  return (
    <span className="gap">
      {words[cell]}: {say('gap')}
    </span>
  );
}

function InlineEdit(props: {
  label: string;
  value: string;
  first: boolean;
  save: (value: string) => void;
  done: () => void;
}) {
  const { label, value, first, save, done } = props;
  const [text, setText] = useState(value);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation(); // the list would take arrows and letters for its own
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      save(text);
      done();
    }
    if (event.key === 'Escape') {
      setText(value);
      done();
    }
  };
  return (
    <textarea
      className="inline-edit"
      aria-label={label}
      rows={1}
      value={text}
      autoFocus={first}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => save(text)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.stopPropagation()}
    />
  );
}
