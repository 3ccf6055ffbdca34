import type { LocatedProblem } from '../../../shared/window/rows.ts';
import { useAsked, useChange } from '../../state/queries.ts';
import { useCase } from '../../state/window-state.ts';
import { ReasonSheet } from '../../ui/reason-sheet.tsx';
import { useSay } from '../../words/words.ts';

/** A warning that a person judged: the reason is kept in the working edition, never in a filing. */
export function AcceptSheet({ problem, onClose }: { problem: LocatedProblem; onClose: () => void }) {
  const say = useSay();
  const { folder } = useCase();
  const plan = useAsked('case.edit', { case: folder, facts: null, plan: null }).data?.plan;
  const save = useChange('case.edit');
  const keep = (reason: string | null) => {
    if (!plan) return;
    const { code, where } = problem;
    const others = plan.accepted.filter((one) => one.code !== code || (one.where ?? where) !== where);
    const accepted = reason === null ? others : [...others, { code, where, reason }];
    save.mutate({ case: folder, facts: null, plan: { accepted } }, { onSuccess: onClose });
  };
  return (
    <ReasonSheet
      title={say('acceptProblem')}
      finding={problem.message}
      says={say('acceptSays')}
      label={say('whyAccept')}
      keepIt={say('acceptProblem')}
      reason={problem.accepted}
      ready={plan !== undefined && !save.isPending}
      error={save.error}
      keep={keep}
      onClose={onClose}
    />
  );
}
