import { useState } from 'react';
import { listed } from '../../../shared/language.ts';
import { useAsked } from '../../state/queries.ts';
import { useCase, useHere, useLanguage, useWindow } from '../../state/window-state.ts';
import { Button, Empty, Trouble } from '../../ui/controls.tsx';
import { RankMark, type Rank } from '../../ui/marks.tsx';
import { useSay, type Word } from '../../words/words.ts';
import { AnswerSheet, type Attack } from './answer-sheet.tsx';

/** The bundle as opposing counsel would attack it. What would make a paper untrue comes first and cannot be answered away. */
export function ChallengeScreen() {
  const say = useSay();
  const language = useLanguage();
  const { folder } = useCase();
  const [answering, setAnswering] = useState<Attack | null>(null);
  const { data, error } = useAsked('challenge.make', { case: folder, answer: null, profile: null });
  if (error)
    return error.code === 'bundle-empty' ? (
      <Empty title={say('challengeEmpty')} next={say('challengeEmptyNext')} />
    ) : (
      <Trouble error={error} />
    );
  if (!data) return null;
  const { challenges, wordless } = data;
  const answered = challenges.filter((one) => one.answered !== null);
  const open = challenges.filter((one) => one.answered === null);
  const parts = [
    ['untrueIfFiled', open.filter(({ rank }) => rank === 'stop')],
    ['openToAttack', open.filter(({ rank }) => rank === 'attack')],
    ['worthALook', open.filter(({ rank }) => rank === 'note')],
    ['answeredAttacks', answered],
  ] as const satisfies readonly (readonly [Word, readonly Attack[]])[];
  return (
    <div className="page challenges">
      <p className="soft">{say('challengeLead')}</p>
      {challenges.length === 0 ? <RankMark rank="passed" word={say('challengeNone')} /> : null}
      {parts.map(([name, some]) =>
        some.length === 0 ? null : (
          <section key={name} aria-label={say(name)}>
            <h2 className="minor">
              {say(name)} <span className="count">{some.length}</span>
            </h2>
            <ul>
              {some.map((one, at) => (
                <AttackLine key={`${one.code} ${one.where} ${at}`} attack={one} answer={() => setAnswering(one)} />
              ))}
            </ul>
          </section>
        ),
      )}
      {wordless.length === 0 ? null : (
        <p className="soft">{say('wordlessExhibits', { numbers: listed(wordless, language) })}</p>
      )}
      {answering ? <AnswerSheet attack={answering} onClose={() => setAnswering(null)} /> : null}
    </div>
  );
}

const markOf = ({ rank, answered }: Attack): Rank =>
  rank === 'stop' ? 'failed' : answered !== null ? 'passed' : rank === 'attack' ? 'unsure' : 'waiting';

/** One attack, leading to the exhibit that it is about. */
function AttackLine({ attack: one, answer }: { attack: Attack; answer: () => void }) {
  const say = useSay();
  const show = useWindow((state) => state.set);
  const { set } = useHere();
  const { item } = one;
  const answerIt = say(one.answered === null ? 'answerAttack' : 'changeAnswer');
  const go = () => {
    if (item === null) return;
    set({ selected: [item], cell: null });
    show({ screen: 'exhibits' });
  };
  return (
    <li>
      <RankMark rank={markOf(one)} word="" />
      <div>
        {item === null ? null : (
          <Button kind="bare" onPress={go}>
            {say('exhibitAt', { number: one.where })}
          </Button>
        )}
        <p>{one.attack}</p>
        <p className="soft">
          {one.answered === null
            ? say('remedyIs', { remedy: one.remedy.window })
            : say('answerIs', { reason: one.answered })}
        </p>
      </div>
      {one.rank === 'stop' ? null : (
        <Button kind="bare" label={`${answerIt}: ${one.attack}`} onPress={answer}>
          {answerIt}
        </Button>
      )}
    </li>
  );
}
