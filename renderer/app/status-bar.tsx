import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import { usePulse } from '../state/queries.ts';
import { useStateOfCase, useWaitingElsewhere } from '../state/case-state.ts';
import { forget, nameOfFolder, putTroubleAway, secondsLeft, useAllWork, type Ready, type Work } from '../state/work.ts';
import { useWindow } from '../state/window-state.ts';
import { useOpenCase } from '../features/cases/use-open-case.ts';
import { Button, Progress } from '../ui/controls.tsx';
import { Foreign, RankMark } from '../ui/marks.tsx';
import { useSay, type Word } from '../words/words.ts';

const workWords: Readonly<Record<string, Word>> = {
  'queue.run': 'capturing',
  'queue.finish': 'pageInHands',
  'session.begin': 'pageInHands',
  'intake.import': 'importing',
  'intake.given': 'importing',
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

/** The status bar: what runs, what waits, where the log stands. */
export function StatusBar() {
  const say = useSay();
  const { caseFile, set } = useWindow();
  const { running, ready, trouble } = useAllWork();
  const folder = caseFile?.folder ?? null;
  const own = useStateOfCase(folder ?? '', (state) => state.trouble);
  const pulse = usePulse();
  return (
    <footer className="foot" aria-label={say('programStatus')}>
      {running.length === 0 ? <span>{say('idle')}</span> : null}
      {running.map((work) => (
        <Job key={work.id} work={work} elsewhere={work.of !== null && work.of.folder !== folder} />
      ))}
      {own && folder !== null ? <Failed message={own.message} putAway={() => putTroubleAway(folder)} /> : null}
      {trouble ? <Failed message={trouble.message} putAway={() => putTroubleAway(null)} /> : null}
      <Elsewhere folder={folder} />
      {ready.map((one) => (
        <Finished key={one.id} one={one} />
      ))}
      <span className="spring" />
      <span>{say('clockUnverified')}</span>
      {caseFile && pulse ? <SealLag seal={pulse.seal} /> : null}
      {caseFile && pulse ? (
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

function Failed({ message, putAway }: { message: string; putAway: () => void }) {
  const say = useSay();
  return (
    <span className="job" role="alert">
      <RankMark rank="failed" word={message} />
      <Button kind="bare" onPress={putAway}>
        {say('putAway')}
      </Button>
    </span>
  );
}

/** That other cases wait for a person is said; what of is only shown in them. */
function Elsewhere({ folder }: { folder: string | null }) {
  const say = useSay();
  const waiting = useWaitingElsewhere(folder);
  const { open } = useOpenCase();
  return waiting.map(({ folder: other, trouble, hand }) => (
    <span key={other} className="job">
      <RankMark
        rank={trouble ? 'failed' : 'unsure'}
        word={say('inCase', { title: nameOfFolder(other), what: say(hand && !trouble ? 'pageInHands' : 'failed') })}
      />
      <Button kind="bare" onPress={() => open(other)}>
        {say('openThat', { title: nameOfFolder(other) })}
      </Button>
    </span>
  ));
}

/** What is ready is offered: the person goes there, and is never taken there. */
function Finished({ one }: { one: Ready }) {
  const say = useSay();
  const { open } = useOpenCase();
  const title = nameOfFolder(one.folder);
  const done = () => forget(one.id);
  return (
    <span className="job" role="status">
      <RankMark rank="passed" word={say(one.method === 'demo.run' ? 'demoReady' : 'receivedReady')} />
      <Button
        kind="main"
        onPress={() => {
          done();
          open(one.folder);
        }}
      >
        {say('openThat', { title })}
      </Button>
      <Button kind="bare" onPress={done}>
        {say('putAway')}
      </Button>
    </span>
  );
}

/** `elsewhere`: it is another case's. What that is at is nobody's business here, and its stop says whose it is. */
function Job({ work, elsewhere }: { work: Work; elsewhere: boolean }) {
  const say = useSay();
  const now = useNow(1_000);
  const left = secondsLeft(work, now);
  const word = workWords[work.method];
  const what = word ? say(word, { done: work.done, of: work.all ?? '?' }) : work.method;
  const title = work.of?.title ?? '';
  const name = elsewhere ? say('inCase', { title, what }) : what;
  return (
    <span className="job">
      <span>{name}</span>
      {work.subject === null || elsewhere ? null : (
        <span className="subject soft">
          <Foreign text={work.subject} />
        </span>
      )}
      <Progress label={name} done={work.done} of={work.all} />
      {left === null ? null : <span className="soft">{say('timeLeft', { seconds: left })}</span>}
      <Button kind="bare" onPress={work.stop}>
        {elsewhere ? say('stopIn', { title }) : say('stopAll')}
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
