import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import { usePulse } from '../state/queries.ts';
import { secondsLeft, useWork, type Work } from '../state/work.ts';
import { useWindow } from '../state/window-state.ts';
import { Button, Progress } from '../ui/controls.tsx';
import { Foreign, Mark } from '../ui/marks.tsx';
import { useSay, type Word } from '../words/words.ts';

const workWords: Readonly<Record<string, Word>> = {
  'queue.run': 'capturing',
  'queue.finish': 'pageInHands',
  'session.begin': 'pageInHands',
  'intake.import': 'importing',
  'bundle.build': 'building',
  'demo.run': 'demoRuns',
  'verify.run': 'verifying',
  'bundle.sign': 'signing',
  'stamps.ask': 'stamping',
  'package.export': 'exporting',
  'package.receive': 'receiving',
  'case.backup': 'backingUp',
  'case.health': 'checkingFiles',
  'case.repair': 'repairing',
  'items.trace': 'tracing',
  'digests.export': 'writingDigests',
  'watch.run': 'watching',
};

/** The program's conscience: what runs, what waits, where the log stands. */
export function Foot() {
  const say = useSay();
  const { kase, set } = useWindow();
  const { running, trouble } = useWork();
  const pulse = usePulse();
  return (
    <footer className="foot" aria-label={say('conscience')}>
      {running.length === 0 ? <span>{say('idle')}</span> : null}
      {running.map((work) => (
        <Job key={work.id} work={work} />
      ))}
      {trouble ? <Mark rank="failed" word={trouble.message} /> : null}
      <span className="spring" />
      <span>{say('clockUnverified')}</span>
      {kase && pulse ? <SealLag seal={pulse.seal} /> : null}
      {kase && pulse ? (
        <Button kind="bare" onPress={() => set({ screen: 'verify' })}>
          {say('log', { seq: pulse.head.seq })}, <span className="mono">{pulse.head.hash.slice(0, 8)}…</span>
        </Button>
      ) : null}
    </footer>
  );
}

/** How far the log is ahead of what a third party has dated; leads to the time stamps. */
function SealLag({ seal: { unsealed, waiting } }: { seal: Output<'cases.pulse'>['seal'] }) {
  const say = useSay();
  const set = useWindow((state) => state.set);
  return (
    <Button kind="bare" className="seal-lag" onPress={() => set({ screen: 'custody', custodyPart: 'timeStamps' })}>
      {unsealed === 0 ? say('allSealed') : say('unsealed', { count: unsealed })}
      {waiting === 0 ? '' : ` · ${say('stampsWait', { count: waiting })}`}
    </Button>
  );
}

function Job({ work }: { work: Work }) {
  const say = useSay();
  const now = useNow(1_000);
  const left = secondsLeft(work, now);
  const word = workWords[work.method];
  const name = word ? say(word, { done: work.done, of: work.of ?? '?' }) : work.method;
  return (
    <span className="job">
      <span>{name}</span>
      {work.subject === null ? null : (
        <span className="subject soft">
          <Foreign text={work.subject} />
        </span>
      )}
      <Progress label={name} done={work.done} of={work.of} />
      {left === null ? null : <span className="soft">{say('timeLeft', { seconds: left })}</span>}
      <Button kind="bare" onPress={work.stop}>
        {say('stopAll')}
      </Button>
    </span>
  );
}

/** The clock, for what is shown as it passes. */
export function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), every);
    return () => window.clearInterval(timer);
  }, [every]);
  return now;
}
