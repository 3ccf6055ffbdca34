import { contentLine, timeLine } from '../../../shared/messages/verify/two-lines.ts';
import type { Verdict, VerifyReport } from '../../../shared/verify/report.ts';
import { useLanguage } from '../../state/window-state.ts';
import { Button } from '../../ui/controls.tsx';
import { RankMark, Moment, type Rank } from '../../ui/marks.tsx';
import { checkName } from '../../../shared/messages/verify/check-names.ts';
import { pageWords } from '../../words/verify-page-words.ts';
import { useSay, type Word } from '../../words/words.ts';

/** What a verification found of a path, and when. */
export type VerifiedPath = Readonly<{ path: string; report: VerifyReport; at: string }>;

const unaltered: Readonly<Record<VerifyReport['unaltered'], Rank>> = {
  yes: 'passed',
  no: 'failed',
  unknown: 'unsure',
};
const time: Readonly<Record<VerifyReport['timeProven'], Rank>> = {
  none: 'waiting',
  pending: 'waiting',
  partly: 'unsure',
  proven: 'passed',
  failed: 'failed',
};
export const verdictMarks: Readonly<Record<Verdict, readonly [Rank, Word]>> = {
  PASSED: ['passed', 'passed'],
  FAILED: ['failed', 'failedVerdict'],
  INDETERMINATE: ['unsure', 'indeterminate'],
};

/** Two lines, content and time, then each check in words, then what it does not prove. */
export function Report({ judged: { path, report, at } }: { judged: VerifiedPath }) {
  const say = useSay();
  const language = useLanguage();
  const [rank, word] = verdictMarks[report.verdict];
  return (
    <article aria-live="polite">
      <dl className="verdict-lines">
        <dt>{say('contentLine')}</dt>
        <dd>
          <RankMark rank={unaltered[report.unaltered]} word={contentLine(report, language)} />
        </dd>
        <dt>{say('timeLine')}</dt>
        <dd>
          <RankMark rank={time[report.timeProven]} word={timeLine(report, language)} />
        </dd>
      </dl>
      <div className="row">
        <strong>
          <RankMark rank={rank} word={say(word)} />
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
          {report.checks.map(({ check, verdict, finding, detail }, index) => (
            <li key={`${check} ${index}`}>
              <RankMark rank={finding === 'noted' ? 'noted' : verdictMarks[verdict][0]} word="" />
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
          <li>{say('notProvenTime')}</li>
          <li>{pageWords.notAnew[language]}</li>
          <li>{say('notProvenCourt')}</li>
        </ul>
      </section>
    </article>
  );
}
