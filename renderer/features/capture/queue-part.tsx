import type { Method, Output } from '../../../shared/contract.ts';
import { refreshQueue, startQueue } from '../../state/capture-queue.ts';
import { useAsked, useChange } from '../../state/queries.ts';
import { useCase, useHere, useWindow } from '../../state/window-state.ts';
import { useRunning } from '../../state/work.ts';
import { Button, Empty, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { FileLine } from '../intake/file-line.tsx';
import { JobLine } from './job-line.tsx';

type Job = Output<'queue.list'>['jobs'][number];
/** The queue entries that are not put away, those that need something first. */
type ShownJobs = Readonly<{ waiting: readonly Job[]; short: readonly Job[]; done: readonly Job[] }>;

const open = ['waiting', 'begun'];
const captures: readonly Method[] = ['queue.run', 'queue.finish', 'session.begin'];

/** Every address and file as a row with its live steps, and what can be done with all of them. */
export function QueuePart() {
  const say = useSay();
  const { folder } = useCase();
  const { settings } = useWindow();
  const { putAway, files } = useHere();
  const queue = useAsked('queue.list', { case: folder }).data;
  const retry = useChange('queue.retry');
  const away = new Set(putAway);
  const jobs = (queue?.jobs ?? []).filter(({ job }) => !away.has(job));
  const waiting = jobs.filter(({ state }) => open.includes(state));
  const short = jobs.filter(({ state }) => !open.includes(state) && state !== 'complete');
  const done = jobs.filter(({ state }) => state === 'complete').reverse();
  const run = () => void startQueue(folder, settings.capture.concurrency);
  const retryShort = () => {
    const offered = short.filter(({ offers }) => offers.includes('retry')).map(({ job }) => job);
    retry.mutate({ case: folder, jobs: offered, reason: say('byPerson') }, { onSuccess: run });
  };
  const nothing = jobs.length === 0 && files.length === 0;
  return (
    <>
      {retry.error ? <Trouble error={retry.error} /> : null}
      {nothing ? null : (
        <QueueHead jobs={{ waiting, short, done }} held={queue?.held ?? ''} run={run} retryShort={retryShort} />
      )}
      <div className="queue-rows" tabIndex={0} role="region" aria-label={say('queueOf')}>
        {nothing ? <Empty title={say('emptyCapture')} next={say('emptyCaptureNext')} /> : null}
        <ul>
          {files.map((file) => (
            <FileLine key={file.key} file={file} />
          ))}
          {[...waiting, ...short, ...done].map((job) => (
            <JobLine key={job.job} job={job} changed={refreshQueue} />
          ))}
        </ul>
      </div>
    </>
  );
}

function QueueHead(props: { jobs: ShownJobs; held: string; run: () => void; retryShort: () => void }) {
  const { jobs, held, run, retryShort } = props;
  const { waiting, short, done } = jobs;
  const say = useSay();
  const { putAway, files, set } = useHere();
  const running = useRunning(captures);
  const left = waiting.length > 0 && !running;
  const clearDone = () =>
    set({
      putAway: [...putAway, ...done.map(({ job }) => job)],
      files: files.filter(({ state }) => state !== 'taken'),
    });
  return (
    <div className="queue-head">
      <h2>{say('queueOf')}</h2>
      <span className="soft small">
        {left ? say('leftFromBefore', { count: waiting.length }) : null} {held}
      </span>
      <span className="spring" />
      {left ? <Button onPress={run}>{say('resume')}</Button> : null}
      {running ? <Button onPress={running.stop}>{say('stopAll')}</Button> : null}
      {short.length > 0 ? <Button onPress={retryShort}>{say('retryAll')}</Button> : null}
      {done.length > 0 || files.length > 0 ? (
        <Button kind="bare" onPress={clearDone}>
          {say('clearDone')}
        </Button>
      ) : null}
    </div>
  );
}
