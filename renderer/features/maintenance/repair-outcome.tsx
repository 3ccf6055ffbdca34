import type { Output } from '../../../shared/contract.ts';
import { RankMark } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';
import { verdictMarks } from '../verify/report.tsx';

/** What a repair brought back, and what it could not. */
export function RepairOutcome({ result }: { result: Output<'case.repair'> }) {
  const say = useSay();
  const { needed, entries, items, gaps, unread, leftOut, aside, verdict } = result;
  const lost = [...new Set([...gaps, ...unread])].sort((a, b) => a - b);
  const [rank, word] = verdictMarks[verdict];
  return (
    <div className="outcome" aria-live="polite">
      <p className="lead">
        <RankMark
          rank={lost.length > 0 ? 'unsure' : 'passed'}
          word={needed ? say('repaired', { entries, items }) : say('repairNotNeeded')}
        />
      </p>
      {lost.length > 0 ? (
        <p>
          <RankMark rank="failed" word={say('repairGaps', { list: lost.join(', ') })} />
        </p>
      ) : null}
      {leftOut > 0 ? (
        <p>
          <RankMark rank="unsure" word={say('repairLeftOut', { count: leftOut })} />
        </p>
      ) : null}
      {aside === null ? null : <p className="mono soft">{say('repairAside', { path: aside })}</p>}
      <p>
        {say('verify')}: <RankMark rank={rank} word={say(word)} />
      </p>
    </div>
  );
}
