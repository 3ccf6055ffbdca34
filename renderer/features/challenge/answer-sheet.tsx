import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { useChange } from '../../state/queries.ts';
import { useCase } from '../../state/window-state.ts';
import { Button, InputField, ModalSheet, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';

export type Attack = Output<'challenge.make'>['challenges'][number];

/** An attack that a person answers: the reason stays in the working edition. */
export function AnswerSheet({ attack, onClose }: { attack: Attack; onClose: () => void }) {
  const say = useSay();
  const { folder } = useCase();
  const [reason, setReason] = useState(attack.answered ?? '');
  const save = useChange('challenge.make');
  const written = reason.trim();
  const keep = (text: string | null) => {
    const { code, where } = attack;
    save.mutate({ case: folder, answer: { code, where, reason: text }, profile: null }, { onSuccess: onClose });
  };
  return (
    <ModalSheet title={say('answerAttack')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (written !== '') keep(written);
        }}
      >
        <p>{attack.attack}</p>
        <p className="soft">{say('answerSays')}</p>
        <InputField label={say('answerAttack')} value={reason} onChange={setReason} focused required />
        {save.error ? <Trouble error={save.error} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          {attack.answered === null ? null : <Button onPress={() => keep(null)}>{say('noLongerAccept')}</Button>}
          <Button kind="main" disabled={written === '' || save.isPending} onPress={() => keep(written)}>
            {say('save')}
          </Button>
        </div>
      </form>
    </ModalSheet>
  );
}
