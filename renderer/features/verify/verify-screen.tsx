import { useState, type DragEvent } from 'react';
import type { Verdict, VerifyReport } from '../../../shared/verify/report.ts';
import { runLong, useWork } from '../../state/work.ts';
import { useAsked } from '../../state/queries.ts';
import { useLanguage, useWindow } from '../../state/window-state.ts';
import { Button, Field, Progress, Trouble } from '../../ui/controls.tsx';
import { Mark, Moment } from '../../ui/marks.tsx';
import { pathsOf, WorkbenchError } from '../../workbench-client.ts';
import { checkName } from '../../words/check-words.ts';
import { useSay, type Word } from '../../words/words.ts';

type Judged = Readonly<{ path: string; report: VerifyReport; at: string }>;

/** Drop anything; two lines, content and time, then why, then what it does not prove. */
export function VerifyScreen() {
  const say = useSay();
  const kase = useWindow((state) => state.kase);
  const folder = kase?.folder ?? '';
  const latest = useAsked('bundle.list', { case: folder }, { enabled: kase !== null }).data?.bundles[0];
  const [path, setPath] = useState('');
  const [over, setOver] = useState(false);
  const [judged, setJudged] = useState<Judged | null>(null);
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const running = useWork(({ running: all }) => all.find(({ method }) => method === 'verify.run'));
  const verify = (given: string) => {
    if (given === '' || running) return;
    setJudged(null);
    setTrouble(null);
    runLong('verify.run', { path: given }).then(
      (report) => setJudged({ path: given, report, at: new Date().toISOString() }),
      (error: unknown) => {
        if (error instanceof WorkbenchError && error.code !== 'cancelled') setTrouble(error);
      },
    );
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void pathsOf(event.dataTransfer.files).then(([first]) => verify(first ?? ''));
  };
  return (
    <div className="scroll" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <div className="verdict">
        <h1 className="no-print">{say('verify')}</h1>
        <div
          className={`drop-place no-print ${over ? 'over' : ''}`}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
        >
          <h2>{say('verifyHere')}</h2>
          <form
            className="row verify-form"
            onSubmit={(event) => {
              event.preventDefault();
              verify(path.trim());
            }}
          >
            <Field className="spring" label={say('verifyPath')} value={path} onChange={setPath} />
            <Button onPress={() => verify(path.trim())} disabled={path.trim() === '' || running !== undefined}>
              {say('run')}
            </Button>
          </form>
          {kase ? (
            <div className="row verify-form">
              <Button onPress={() => verify(kase.folder)} disabled={running !== undefined}>
                {say('verifyThisCase')}
              </Button>
              {latest ? (
                <Button onPress={() => verify(latest.pdf)} disabled={running !== undefined}>
                  {say('verifyLatest')}
                </Button>
              ) : null}
            </div>
          ) : null}
        </div>
        {running ? (
          <div role="status" className="stack verify-form">
            <p>{say('verifying')}</p>
            <Progress label={say('verifying')} done={running.done} of={running.of} />
          </div>
        ) : null}
        {trouble ? <Trouble error={trouble} /> : null}
        {judged ? <Report judged={judged} /> : null}
      </div>
    </div>
  );
}

type Rank = 'passed' | 'unsure' | 'failed' | 'waiting';
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
const verdicts: Readonly<Record<Verdict, readonly [Rank, Word]>> = {
  PASSED: ['passed', 'passed'],
  FAILED: ['failed', 'failedVerdict'],
  INDETERMINATE: ['unsure', 'indeterminate'],
};

function Report({ judged: { path, report, at } }: { judged: Judged }) {
  const say = useSay();
  const language = useLanguage();
  const [contentRank, contentWord] = unaltered[report.unaltered];
  const [timeRank, timeWord] = time[report.timeProven];
  const [rank, word] = verdicts[report.verdict];
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
              <Mark rank={verdicts[verdict][0]} word="" />
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
