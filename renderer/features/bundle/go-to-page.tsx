import { useState } from 'react';
import { Button, InputField, ModalSheet } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';

/** Asks which page to show. */
export function GoToPage({ onClose, go }: { onClose: () => void; go: (page: number) => void }) {
  const say = useSay();
  const [text, setText] = useState('');
  return (
    <ModalSheet title={say('goPage')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          if (/^\d+$/.test(text.trim())) go(Number(text));
        }}
      >
        <InputField label={say('goPage')} value={text} onChange={setText} focused />
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
        </div>
      </form>
    </ModalSheet>
  );
}
