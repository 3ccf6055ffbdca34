import { useState } from 'react';
import { useChange } from '../../../state/queries.ts';
import { useCase, useHere, useWindow } from '../../../state/window-state.ts';
import { Button, InputField, ModalSheet, Trouble } from '../../../ui/controls.tsx';
import { useSay } from '../../../words/words.ts';
import type { Aim } from './aim.ts';
import { PartsField, usePartsInput } from './parts-input.tsx';

/** A new item from one part of the picture, cut out of the stored tiles. */
export function CutSheet({ aim, onClose }: { aim: Aim; onClose: () => void }) {
  const say = useSay();
  const { folder } = useCase();
  const tell = useWindow((state) => state.set);
  const { set } = useHere();
  const typed = usePartsInput(aim.parts.slice(-1));
  const [reason, setReason] = useState('');
  const cut = useChange('items.region');
  const { parts, wrong } = typed;
  const [part] = parts;
  const make = () => {
    if (!part || wrong !== null) return;
    const input = { case: folder, item: aim.row.item, region: { ...part }, reason: reason.trim() || null };
    cut.mutate(input, {
      onSuccess: ({ item, title }) => {
        set({ selected: [item] });
        tell({ said: say('made', { title }) });
        onClose();
      },
    });
  };
  return (
    <ModalSheet title={`${say('cutOut')} · ${aim.row.title}`} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <p className="soft">{say('cutSays')}</p>
        <PartsField typed={typed} one />
        <InputField label={say('reasonOptional')} value={reason} onChange={setReason} />
        {cut.error ? <Trouble error={cut.error} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="main" disabled={!part || wrong !== null || cut.isPending} onPress={make}>
            {say('cutOut')}
          </Button>
        </div>
      </form>
    </ModalSheet>
  );
}
