import type { Output } from '../../../shared/contract.ts';
import type { EvidenceRow } from '../../../shared/window/rows.ts';
import { stepName } from '../../../shared/messages/names/step-names.ts';
import { useNow } from '../../app/status-bar.tsx';
import { useStateOfCase, type Live } from '../../state/case-state.ts';
import { finishManually, startQueue } from '../../state/capture-queue.ts';
import { useChange, useRowOf } from '../../state/queries.ts';
import { useCase, useHere, useLanguage, useWindow } from '../../state/window-state.ts';
import { Button } from '../../ui/controls.tsx';
import { Foreign, RankMark, OutcomeMark, stepRank } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';

type Job = Output<'queue.list'>['jobs'][number];

/** One address of the queue: where it is, which step, how long; and what can be done with it. */
export function JobLine({ job, changed }: { job: Job; changed: () => void }) {
  const say = useSay();
  const { folder, key } = useCase();
  const { settings } = useWindow();
  const { selected, putAway, set } = useHere();
  const live = useStateOfCase(folder, ({ live: all }) => all.get(job.url));
  const item = useStateOfCase(folder, ({ items }) => (job.item === null ? undefined : items.get(job.item)));
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
        <StateMark job={job} row={row} />
      </span>
      <span className="actions">
        {job.item === null ? null : (
          <Button kind="bare" onPress={() => set({ selected: [job.item ?? ''] })}>
            {say('show')}
          </Button>
        )}
        {job.offers.includes('finish') ? (
          <Button kind="bare" onPress={() => void finishManually(folder, job.job)}>
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
                  { onSuccess: () => void startQueue(folder, settings.capture.concurrency) },
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

/** An item has its own word: that of the record, which older programs called better than it was. */
function StateMark({ job, row }: { job: Job; row: EvidenceRow | undefined }) {
  const say = useSay();
  switch (job.state) {
    case 'waiting':
      return <RankMark rank="waiting" word={say('waiting')} />;
    case 'begun':
      return <RankMark rank="waiting" word={say('runningNow')} />;
    case 'refused':
      return <RankMark rank="failed" word={say('refused')} />;
    case 'cancelled':
      return <RankMark rank="waiting" word={say('cancelledState')} />;
    case 'complete':
    case 'partial':
    case 'blocked':
    case 'failed':
      return row ? <OutcomeMark outcome={row.outcome} answers={row.answers} /> : <OutcomeMark outcome={job.state} />;
  }
}

/** The steps so far, those that have ended with how they did: nothing is ticked because another thing began. */
function LiveSteps({ live }: { live: Live }) {
  const language = useLanguage();
  const now = useNow(500);
  return (
    <div className="steps-line">
      {live.steps.map(({ step, outcome }) =>
        outcome === null ? (
          <span key={step} className="now">
            ▸ {stepName(step, language)}
          </span>
        ) : (
          <RankMark key={step} rank={stepRank(outcome)} word={stepName(step, language)} />
        ),
      )}
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
      <RankMark rank="passed" word={`${steps.length - short.length}`} />
      {short.map(({ step, outcome, reason }) => (
        <span key={step} title={reason}>
          <RankMark rank={stepRank(outcome)} word={stepName(step, language)} />
        </span>
      ))}
    </div>
  );
}
