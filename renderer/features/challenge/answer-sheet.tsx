import type { Output } from '../../../shared/contract.ts';
import { useChange } from '../../state/queries.ts';
import { useCase } from '../../state/window-state.ts';
import { ReasonSheet } from '../../ui/reason-sheet.tsx';
import { useSay } from '../../words/words.ts';

export type Attack = Output<'challenge.make'>['challenges'][number];

/** An attack that a person answers: the reason stays in the working edition. */
export function AnswerSheet({ attack, onClose }: { attack: Attack; onClose: () => void }) {
  const say = useSay();
  const { folder } = useCase();
  const save = useChange('challenge.make');
  const { code, where } = attack;
  return (
    <ReasonSheet
      title={say('answerAttack')}
      finding={attack.attack}
      says={say('answerSays')}
      label={say('answerAttack')}
      keepIt={say('save')}
      reason={attack.answered}
      ready={!save.isPending}
      error={save.error}
      keep={(reason) =>
        save.mutate({ case: folder, answer: { code, where, reason }, profile: null }, { onSuccess: onClose })
      }
      onClose={onClose}
    />
  );
}
