import { useState } from 'react';
import { Button, InputField, ModalSheet } from '../../../ui/controls.tsx';
import { useSay } from '../../../words/words.ts';

/** The original of a redacted copy comes back only with a reason in words: the log keeps it. */
export function ReturnSheet({ onClose, onReason }: { onClose: () => void; onReason: (reason: string) => void }) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '';
  return (
    <ModalSheet title={say('whyReturn')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onReason(reason.trim());
        }}
      >
        <p className="soft">{say('returnSays')}</p>
        <InputField label={say('whyReturn')} value={reason} onChange={setReason} focused required />
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="main" disabled={!ready} onPress={() => onReason(reason.trim())}>
            {say('returnIt')}
          </Button>
        </div>
      </form>
    </ModalSheet>
  );
}
