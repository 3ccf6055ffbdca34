import type { Output } from '../../../shared/contract.ts';
import { stepName } from '../../../shared/messages/step-names.ts';
import { useNow } from '../../app/foot.tsx';
import { finishByHand, runQueue, useInbox, type Live } from '../../state/inbox.ts';
import { useChange, useRowOf } from '../../state/queries.ts';
import { useCase, useLanguage, useWindow } from '../../state/window-state.ts';
import { Button } from '../../ui/controls.tsx';
import { Foreign, Mark, OutcomeMark, stepRank } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';

type Job = Output<'queue.list'>['jobs'][number];

/** One address of the queue: where it is, which step, how long; and what can be done with it. */
export function JobLine({ job, changed }: { job: Job; changed: () => void }) {
  const say = useSay();
  const { folder, key } = useCase();
  const { selected, putAway, settings, set } = useWindow();
  const live = useInbox(({ live: all }) => all.get(job.url));
  const item = useInbox(({ items }) => (job.item === null ? undefined : items.get(job.item)));
  const row = useRowOf(job.item ?? undefined);
  const cancel = useChange('queue.cancel');
  const retry = useChange('queue.retry');
  const chosen = job.item !== null && selected.at(-1) === job.item;
  const reason = say('byPerson');
  return (
    <li className={`queue-row ${chosen ? 'chosen' : ''}`}>
      {row?.pictured ? (
        <img className="small-picture" src={`/case/${key}/thumb/${row.item}`} alt="" loading="lazy" />
      ) : (
        <span className="small-picture" />
      )}
      <div className="what">
        <div className="address">
          {row ? <Foreign text={row.title} /> : null}{' '}
          <span className={row ? 'soft small' : ''}>
            <Foreign text={job.url} />
          </span>
        </div>
        {job.state === 'begun' && live ? <LiveSteps live={live} /> : null}
        {item && job.state !== 'begun' ? <DoneSteps steps={item.steps} /> : null}
        {job.reason === null ? null : <div className="why">{job.reason}</div>}
      </div>
      <span>
        <StateMark job={job} />
      </span>
      <span className="actions">
        {job.item === null ? null : (
          <Button kind="bare" onPress={() => set({ selected: [job.item ?? ''] })}>
            {say('show')}
          </Button>
        )}
        {job.offers.includes('finish') ? (
          <Button kind="bare" onPress={() => void finishByHand(folder, job.job)}>
            {say('finishByHand')}
          </Button>
        ) : null}
        {job.offers.includes('cancel') ? (
          <Button
            kind="bare"
            onPress={() => cancel.mutate({ case: folder, jobs: [job.job], reason }, { onSettled: changed })}
          >
            {say('cancel')}
          </Button>
        ) : null}
        {job.offers.includes('retry') && job.state !== 'complete' ? (
          <>
            <Button
              kind="bare"
              onPress={() =>
                retry.mutate(
                  { case: folder, jobs: [job.job], reason },
                  { onSuccess: () => void runQueue(folder, settings.capture.concurrency) },
                )
              }
            >
              {say('retry')}
            </Button>
            <Button kind="bare" onPress={() => set({ putAway: [...putAway, job.job] })}>
              {say('seen')}
            </Button>
          </>
        ) : null}
      </span>
    </li>
  );
}

function StateMark({ job }: { job: Job }) {
  const say = useSay();
  switch (job.state) {
    case 'waiting':
      return <Mark rank="waiting" word={say('waiting')} />;
    case 'begun':
      return <Mark rank="waiting" word={say('runningNow')} />;
    case 'refused':
      return <Mark rank="failed" word={say('refused')} />;
    case 'cancelled':
      return <Mark rank="waiting" word={say('cancelledState')} />;
    case 'complete':
    case 'partial':
    case 'blocked':
    case 'failed':
      return <OutcomeMark outcome={job.state} />;
  }
}

/** The steps so far; the last one is at work. */
function LiveSteps({ live }: { live: Live }) {
  const language = useLanguage();
  const now = useNow(500);
  return (
    <div className="steps-line">
      {live.steps.map((step, at) => (
        <span key={step} className={at === live.steps.length - 1 ? 'now' : ''}>
          {at === live.steps.length - 1 ? '▸' : '✓'} {stepName(step, language)}
        </span>
      ))}
      <span>{Math.max(0, Math.round((now - live.since) / 1000))} s</span>
    </div>
  );
}

function DoneSteps({
  steps,
}: {
  steps: readonly { step: string; outcome: 'ok' | 'partial' | 'failed' | 'skipped'; reason?: string | undefined }[];
}) {
  const language = useLanguage();
  const short = steps.filter(({ outcome }) => outcome !== 'ok');
  return (
    <div className="steps-line">
      <Mark rank="passed" word={`${steps.length - short.length}`} />
      {short.map(({ step, outcome, reason }) => (
        <span key={step} title={reason}>
          <Mark rank={stepRank(outcome)} word={stepName(step, language)} />
        </span>
      ))}
    </div>
  );
}
