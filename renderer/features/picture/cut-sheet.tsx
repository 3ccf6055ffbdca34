import { useState } from 'react';
import { useChange } from '../../state/queries.ts';
import { useCase, useWindow } from '../../state/window-state.ts';
import { Button, Field, Sheet, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import type { Aim } from './picture-tools.tsx';
import { PlacesField, usePlaces } from './places.tsx';

/** A new item from one part of the picture, cut out of the stored tiles. */
export function CutSheet({ aim, onClose }: { aim: Aim; onClose: () => void }) {
  const say = useSay();
  const { folder } = useCase();
  const set = useWindow((state) => state.set);
  const places = usePlaces(aim.parts.slice(-1));
  const [reason, setReason] = useState('');
  const cut = useChange('items.region');
  const { parts, wrong } = places;
  const [part] = parts;
  const make = () => {
    if (!part || wrong !== null) return;
    const input = { case: folder, item: aim.row.item, region: { ...part }, reason: reason.trim() || null };
    cut.mutate(input, {
      onSuccess: ({ item, title }) => {
        set({ selected: [item], said: say('made', { title }) });
        onClose();
      },
    });
  };
  return (
    <Sheet title={`${say('cutOut')} · ${aim.row.title}`} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <p className="soft">{say('cutSays')}</p>
        <PlacesField places={places} one />
        <Field label={say('reasonOptional')} value={reason} onChange={setReason} />
        {cut.error ? <Trouble error={cut.error} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="main" disabled={!part || wrong !== null || cut.isPending} onPress={make}>
            {say('cutOut')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
