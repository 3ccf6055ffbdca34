import { useState } from 'react';
import { isAcceptable } from '../../../shared/plan/problems.ts';
import type { LocatedProblem } from '../../../shared/window/rows.ts';
import { useHere, useWindow } from '../../state/window-state.ts';
import { Button } from '../../ui/controls.tsx';
import { RankMark } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';
import { AcceptSheet } from './accept-sheet.tsx';

/** What is wrong, each leading to where it can be mended. */
export function ProblemList({ problems }: { problems: readonly LocatedProblem[] }) {
  const say = useSay();
  const show = useWindow((state) => state.set);
  const { set } = useHere();
  const [judging, setJudging] = useState<LocatedProblem | null>(null);
  if (problems.length === 0) return <RankMark rank="passed" word={say('noProblems')} />;
  const jump = ({ item, cell }: LocatedProblem) => {
    set(item === null ? { cell } : { selected: [item], cell });
    show({ screen: item === null ? 'settings' : 'exhibits' });
  };
  const part = (rank: 'stop' | 'warn') => {
    const some = problems.filter((one) => one.rank === rank);
    return some.length === 0 ? null : (
      <>
        <h2 className="minor">{say(rank === 'stop' ? 'stops' : 'warns')}</h2>
        <ul>
          {some.map((one, at) => (
            <li key={`${one.code} ${one.where} ${at}`}>
              <button type="button" className="problem" onClick={() => jump(one)}>
                <RankMark
                  rank={rank === 'stop' ? 'failed' : 'unsure'}
                  word={one.item === null || one.where.length > 12 ? '' : one.where}
                />
                <span>
                  {one.message}
                  {one.accepted === null ? null : (
                    <span className="soft"> {say('acceptedFor', { reason: one.accepted })}</span>
                  )}
                </span>
              </button>
              {isAcceptable(one.code) ? (
                <Button kind="bare" label={`${say('acceptProblem')}: ${one.message}`} onPress={() => setJudging(one)}>
                  {say('acceptProblem')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </>
    );
  };
  return (
    <>
      {part('stop')}
      {part('warn')}
      {judging ? <AcceptSheet problem={judging} onClose={() => setJudging(null)} /> : null}
    </>
  );
}
