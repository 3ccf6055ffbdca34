import type { LocatedProblem } from '../../../shared/window/rows.ts';
import { useChange } from '../../state/queries.ts';
import { useCase } from '../../state/window-state.ts';
import { ReasonSheet } from '../../ui/reason-sheet.tsx';
import { useSay } from '../../words/words.ts';

/** A warning that a person judged: the reason is kept in the working edition, never in a filing. */
export function AcceptSheet({ problem, onClose }: { problem: LocatedProblem; onClose: () => void }) {
  const say = useSay();
  const { folder } = useCase();
  const save = useChange('bundle.accept');
  const { code, where } = problem;
  return (
    <ReasonSheet
      title={say('acceptProblem')}
      finding={problem.message}
      says={say('acceptSays')}
      label={say('whyAccept')}
      keepIt={say('acceptProblem')}
      reason={problem.accepted}
      ready={!save.isPending}
      error={save.error}
      keep={(reason) => save.mutate({ case: folder, code, where, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
