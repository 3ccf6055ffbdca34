import type { Job } from '../../../shared/case/job.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { say } from '../../../shared/language.ts';
import { jobStateNames } from '../../../shared/messages/queue-messages.ts';
import { describeReason } from '../../../shared/messages/reasons.ts';
import { forAHand } from '../../capture/run-queue.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler, HandlerContext } from '../workbench.ts';
import { putIn } from './capture.ts';
import { jobLine, runJobs } from './run-jobs.ts';

/** Puts addresses into the queue; a run that is at work takes them up. */
export const addToQueue: Handler<'queue.add'> = ({ case: folder, urls, ...order }, { services }) =>
  writing(folder, services, (kase) => {
    if (order.operator !== null) kase.actAs(order.operator);
    return { jobs: [...putIn(kase, urls, order, services)] };
  });

export const listQueue: Handler<'queue.list'> = ({ case: folder }, { services, language, open }) =>
  Promise.resolve(
    open.reading(folder, (kase) => {
      const hold = kase.queueHold();
      return {
        held: hold && describeReason(hold, language),
        session: services.sessions.of(kase.caseId),
        jobs: kase.jobs('all').map((job) => ({ ...jobLine(job, language), offers: [...offersOf(job)] })),
      };
    }),
  );

/** Captures all that waits, from wherever the last run left it. */
export const runQueueHandler: Handler<'queue.run'> = ({ case: folder, concurrency }, context) =>
  writing(folder, context.services, (kase) => runJobs(kase, null, concurrency, context));

/** Holds the queue: what is at work comes to its end, nothing new is begun. */
export const holdQueue: Handler<'queue.hold'> = ({ case: folder, reason }, { services, language }) =>
  writing(folder, services, (kase) => {
    kase.act('queue-held', { reason: { code: 'held-by-person', params: { why: reason.toWellFormed() } } });
    const hold = kase.queueHold();
    return { held: hold && describeReason(hold, language) };
  });

/** Takes jobs out of the queue; one that is at work is stopped and leaves no item. */
export const cancelJobs: Handler<'queue.cancel'> = ({ case: folder, jobs, reason }, context) =>
  writing(folder, context.services, (kase) => {
    const chosen = jobs === null ? kase.jobs('open') : jobs.map((job) => kase.job(job));
    return decide(
      kase,
      chosen,
      'cancelled',
      { code: 'cancelled-by-person', params: { why: reason.toWellFormed() } },
      context,
    );
  });

/** Puts jobs back into the queue: what comes is a new item, linked to the earlier one. */
export const retryJobs: Handler<'queue.retry'> = ({ case: folder, jobs, reason }, context) =>
  writing(folder, context.services, (kase) =>
    decide(
      kase,
      jobs.map((job) => kase.job(job)),
      'waiting',
      { code: 'retried-by-person', params: { why: reason.toWellFormed() } },
      context,
    ),
  );

function decide(
  kase: WritableCase,
  jobs: readonly Job[],
  state: 'waiting' | 'cancelled',
  reason: NonNullable<Job['reason']>,
  { emit, language }: HandlerContext,
): { jobs: string[] } {
  const wish = state === 'waiting' ? 'retry' : 'cancel';
  for (const job of jobs) {
    if (!offersOf(job).includes(wish)) {
      throw new FascicleError('job-not-fit', { job: job.job, state: say(jobStateNames[job.state], language), wish });
    }
  }
  const ids = [...new Set(jobs.map(({ job }) => job))];
  if (ids.length > 0) kase.act('captures-decided', { jobs: ids, state, reason });
  for (const id of ids) emit({ event: 'job', ...jobLine(kase.job(id), language) });
  return { jobs: ids };
}

/** What a person may do with a job as it stands. */
export function offersOf({ state, reason }: Job): readonly ('cancel' | 'retry' | 'finish')[] {
  if (state === 'blocked') return ['retry', 'finish'];
  if (state === 'waiting' && reason?.code === forAHand) return ['cancel', 'retry', 'finish'];
  return state === 'waiting' || state === 'begun' ? ['cancel'] : ['retry'];
}
