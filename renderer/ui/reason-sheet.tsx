import { useState } from 'react';
import { useSay } from '../words/words.ts';
import { Button, InputField, ModalSheet, Trouble } from './controls.tsx';

/** A finding that a person judges with a reason: written, changed, or taken back. `keep` with null takes it back. */
export function ReasonSheet(props: {
  title: string;
  finding: string;
  /** Where the reason is printed, and where not. */
  says: string;
  label: string;
  /** What the button is called that keeps the reason. */
  keepIt: string;
  reason: string | null;
  ready: boolean;
  error: Error | null;
  keep: (reason: string | null) => void;
  onClose: () => void;
}) {
  const { title, finding, says, label, keepIt, reason: before, ready, error, keep, onClose } = props;
  const say = useSay();
  const [reason, setReason] = useState(before ?? '');
  const written = reason.trim();
  return (
    <ModalSheet title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (written !== '') keep(written);
        }}
      >
        <p>{finding}</p>
        <p className="soft">{says}</p>
        {before === null ? null : <p className="soft">{say('withdrawSays')}</p>}
        <InputField label={label} value={reason} onChange={setReason} focused required />
        {error ? <Trouble error={error} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          {before === null ? null : <Button onPress={() => keep(null)}>{say('noLongerAccept')}</Button>}
          <Button kind="main" disabled={!ready || written === ''} onPress={() => keep(written)}>
            {keepIt}
          </Button>
        </div>
      </form>
    </ModalSheet>
  );
}
