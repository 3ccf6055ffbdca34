import { useState } from 'react';
import type { LocatedProblem } from '../../../shared/window/rows.ts';
import { useAsked, useChange } from '../../state/queries.ts';
import { useCase } from '../../state/window-state.ts';
import { Button, InputField, ModalSheet, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';

/** A warning that a person judged: the reason is kept in the working edition, never in a filing. */
export function AcceptSheet({ problem, onClose }: { problem: LocatedProblem; onClose: () => void }) {
  const say = useSay();
  const { folder } = useCase();
  const [reason, setReason] = useState(problem.accepted ?? '');
  const plan = useAsked('case.edit', { case: folder, facts: null, plan: null }).data?.plan;
  const save = useChange('case.edit');
  const keep = (text: string | null) => {
    if (!plan) return;
    const { code, where } = problem;
    const others = plan.accepted.filter((one) => one.code !== code || (one.where ?? where) !== where);
    const accepted = text === null ? others : [...others, { code, where, reason: text }];
    save.mutate({ case: folder, facts: null, plan: { accepted } }, { onSuccess: onClose });
  };
  return (
    <ModalSheet title={say('acceptProblem')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') keep(reason.trim());
        }}
      >
        <p>{problem.message}</p>
        <p className="soft">{say('acceptSays')}</p>
        <InputField label={say('whyAccept')} value={reason} onChange={setReason} focused required />
        {save.error ? <Trouble error={save.error} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          {problem.accepted === null ? null : <Button onPress={() => keep(null)}>{say('noLongerAccept')}</Button>}
          <Button
            kind="main"
            disabled={!plan || reason.trim() === '' || save.isPending}
            onPress={() => keep(reason.trim())}
          >
            {say('acceptProblem')}
          </Button>
        </div>
      </form>
    </ModalSheet>
  );
}
