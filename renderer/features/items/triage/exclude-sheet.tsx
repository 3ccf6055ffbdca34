import { useState } from 'react';
import { Button, InputField, ModalSheet } from '../../../ui/controls.tsx';
import { useSay } from '../../../words/words.ts';

/** Leaving an item out needs a reason in words: the log keeps it. */
export function ExcludeSheet({ onClose, exclude }: { onClose: () => void; exclude: (reason: string) => void }) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const usual = [say('reasonNotRelated'), say('reasonDouble'), say('reasonShort')];
  return (
    <ModalSheet title={say('whyExclude')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') exclude(reason.trim());
        }}
      >
        <p className="soft">{say('excludeSays')}</p>
        <InputField label={say('whyExclude')} value={reason} onChange={setReason} focused />
        <div className="row">
          {usual.map((words) => (
            <Button key={words} onPress={() => exclude(words)}>
              {words}
            </Button>
          ))}
        </div>
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="main" disabled={reason.trim() === ''} onPress={() => exclude(reason.trim())}>
            {say('exclude')}
          </Button>
        </div>
      </form>
    </ModalSheet>
  );
}
