import type { Verdict, VerifyReport } from '../../../shared/verify/report.ts';
import { useLanguage } from '../../state/window-state.ts';
import { Button } from '../../ui/controls.tsx';
import { Mark, Moment, type Rank } from '../../ui/marks.tsx';
import { checkName } from '../../words/check-words.ts';
import { useSay, type Word } from '../../words/words.ts';

/** What a verification found of a path, and when. */
export type Judged = Readonly<{ path: string; report: VerifyReport; at: string }>;

const unaltered: Readonly<Record<VerifyReport['unaltered'], readonly [Rank, Word]>> = {
  yes: ['passed', 'unalteredYes'],
  no: ['failed', 'unalteredNo'],
  unknown: ['unsure', 'unalteredUnknown'],
};
const time: Readonly<Record<VerifyReport['timeProven'], readonly [Rank, Word]>> = {
  none: ['waiting', 'timeNone'],
  pending: ['waiting', 'timePending'],
  proven: ['passed', 'timeProven'],
  failed: ['failed', 'timeFailed'],
};
export const verdictMarks: Readonly<Record<Verdict, readonly [Rank, Word]>> = {
  PASSED: ['passed', 'passed'],
  FAILED: ['failed', 'failedVerdict'],
  INDETERMINATE: ['unsure', 'indeterminate'],
};

/** Two lines, content and time, then each check in words, then what it does not prove. */
export function Report({ judged: { path, report, at } }: { judged: Judged }) {
  const say = useSay();
  const language = useLanguage();
  const [contentRank, contentWord] = unaltered[report.unaltered];
  const [timeRank, timeWord] = time[report.timeProven];
  const [rank, word] = verdictMarks[report.verdict];
  return (
    <article aria-live="polite">
      <dl className="verdict-lines">
        <dt>{say('contentLine')}</dt>
        <dd>
          <Mark rank={contentRank} word={say(contentWord)} />
        </dd>
        <dt>{say('timeLine')}</dt>
        <dd>
          <Mark rank={timeRank} word={say(timeWord)} />
        </dd>
      </dl>
      <div className="row">
        <strong>
          <Mark rank={rank} word={say(word)} />
        </strong>
        <span className="soft small">
          {say('verifiedAt')} <Moment instant={at} />
        </span>
        <span className="spring" />
        <Button className="no-print" onPress={() => window.print()}>
          {say('print')}
        </Button>
      </div>
      <p className="mono soft">{path}</p>
      <section>
        <h2>{say('checks')}</h2>
        <ul className="ledger">
          {report.checks.map(({ check, verdict, detail }, place) => (
            <li key={`${check} ${place}`}>
              <Mark rank={verdictMarks[verdict][0]} word="" />
              <span className="mono">{detail}</span>
              <span className="soft small">{checkName(check, language)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="not-proven">
        <h2>{say('notProven')}</h2>
        <ul>
          <li>{say('notProvenContent')}</li>
          {report.timeProven === 'proven' ? null : <li>{say('notProvenTime')}</li>}
          <li>{say('notProvenCourt')}</li>
        </ul>
      </section>
    </article>
  );
}
