import { useState } from 'react';
import { useChange } from '../../../state/queries.ts';
import { useCase, useHere, useWindow } from '../../../state/window-state.ts';
import { Button, CheckField, InputField, ModalSheet, Trouble } from '../../../ui/controls.tsx';
import { useSay } from '../../../words/words.ts';
import type { Aim } from './aim.ts';
import { PartsField, usePartsInput } from './parts-input.tsx';

/** Redaction: a new item with parts and words painted over, in place of its sealed parent. */
export function PaintSheet({ aim, onClose }: { aim: Aim; onClose: () => void }) {
  const say = useSay();
  const { folder } = useCase();
  const tell = useWindow((state) => state.set);
  const { set } = useHere();
  const typed = usePartsInput(aim.parts);
  const [words, setWords] = useState(aim.words);
  const [reason, setReason] = useState('');
  const [wholeLines, setWholeLines] = useState(false);
  const paint = useChange('items.redact');
  const { parts, wrong } = typed;
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const ready = wrong === null && reason.trim() !== '' && parts.length + lines.length > 0;
  const make = () => {
    if (!ready) return;
    const regions = parts.map((part) => ({ ...part }));
    const input = { case: folder, item: aim.row.item, regions, words: lines, wholeLines, reason: reason.trim() };
    paint.mutate(input, {
      onSuccess: ({ item, title }) => {
        set({ selected: [item] });
        tell({ said: say('made', { title }) });
        onClose();
      },
    });
  };
  return (
    <ModalSheet title={`${say('paintOver')} · ${aim.row.title}`} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <p className="soft">{say('paintSays')}</p>
        <PartsField typed={typed} />
        <InputField label={say('paintWords')} value={words} onChange={setWords} rows={2} focused />
        <CheckField label={say('paintWholeLines')} on={wholeLines} set={setWholeLines} />
        <InputField label={say('whyPaint')} value={reason} onChange={setReason} required />
        {paint.error ? <Trouble error={paint.error} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="main" disabled={!ready || paint.isPending} onPress={make}>
            {say('paintOver')}
          </Button>
        </div>
      </form>
    </ModalSheet>
  );
}
