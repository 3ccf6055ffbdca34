import { useState } from 'react';
import type { Exhibit, Mark } from '../../../../shared/case/exhibit.ts';
import { useArrangement } from '../../../state/arrangement.ts';
import { Button, Choice, InputField, ModalSheet } from '../../../ui/controls.tsx';
import { useSay } from '../../../words/words.ts';
import { withExhibit } from '../../exhibits/new-exhibit.ts';
import type { Aim } from './aim.ts';
import { PartsField, usePartsInput } from './parts-input.tsx';

/** Marks a part or words for the bundle: a key page, a detail page, or a frame where it stands. */
export function MarkSheet({ aim, onClose }: { aim: Aim; onClose: () => void }) {
  const say = useSay();
  const { exhibits, change } = useArrangement();
  const [kind, setKind] = useState<Mark['kind']>('key');
  const [words, setWords] = useState(aim.words);
  const typed = usePartsInput(aim.parts);
  const { parts, wrong } = typed;
  const marks: Mark[] = [
    ...(words.trim() === '' ? [] : [{ kind, words: words.trim() }]),
    ...parts.map((region) => ({ kind, region: { ...region } })),
  ];
  const listed = exhibits.some(({ item }) => item === aim.row.item);
  const make = () => {
    if (marks.length === 0 || wrong !== null) return;
    const marked = (one: Exhibit): Exhibit => ({ ...one, marks: [...(one.marks ?? []), ...marks] });
    change(withExhibit(exhibits, aim.row, marked), say('marked', { title: aim.row.title }));
    onClose();
  };
  return (
    <ModalSheet title={`${say('mark')} · ${aim.row.title}`} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <p className="soft">{say('markSays')}</p>
        <Choice
          label={say('markKind')}
          value={kind}
          options={[
            ['key', say('markKey')],
            ['detail', say('markDetail')],
            ['frame', say('markFrame')],
          ]}
          onChange={setKind}
        />
        <InputField label={say('markWords')} value={words} onChange={setWords} focused />
        <PartsField typed={typed} />
        {listed ? null : <p className="soft small">{say('markLists')}</p>}
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="main" disabled={marks.length === 0 || wrong !== null} onPress={make}>
            {say('mark')}
          </Button>
        </div>
      </form>
    </ModalSheet>
  );
}
