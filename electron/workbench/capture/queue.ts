import { because, inOwnWords } from '../../../shared/cause.ts';
import type { Job } from '../../../shared/case/job.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { describeReason } from '../../../shared/messages/reasons/reasons.ts';
import { forManualCapture } from '../../capture/queue/run-queue.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler, HandlerContext } from '../handler.ts';
import { putIn } from './capture.ts';
import { jobLine, runJobs } from './run-jobs.ts';

/** Puts addresses into the queue; a run that is at work takes them up. */
export const addToQueue: Handler<'queue.add'> = ({ case: folder, urls, ...order }, { services }) =>
  writing(folder, services, (caseFile) => {
    if (order.operator !== null) caseFile.actAs(order.operator);
    return { jobs: [...putIn(caseFile, urls, order, services)] };
  });

export const listQueue: Handler<'queue.list'> = ({ case: folder }, { services, language, open }) =>
  Promise.resolve(
    open.reading(folder, (caseFile) => {
      const hold = caseFile.queueHold();
      return {
        held: hold && describeReason(hold, language),
        session: services.sessions.of(caseFile.caseId),
        jobs: caseFile.jobs('all').map((job) => ({ ...jobLine(job, language), offers: [...offersOf(job)] })),
      };
    }),
  );

/** Captures all that waits, from wherever the last run left it. */
export const runQueueHandler: Handler<'queue.run'> = ({ case: folder, concurrency }, context) =>
  writing(folder, context.services, (caseFile) => runJobs(caseFile, null, concurrency, context));

/** Holds the queue: what is at work comes to its end, nothing new is begun. */
export const holdQueue: Handler<'queue.hold'> = ({ case: folder, reason }, { services, language }) =>
  writing(folder, services, (caseFile) => {
    caseFile.logEvent('queue-held', {
      reason: { code: 'held-by-person', params: { why: inOwnWords(reason.toWellFormed()) } },
    });
    const hold = caseFile.queueHold();
    return { held: hold && describeReason(hold, language) };
  });

/** Takes jobs out of the queue; one that is at work is stopped and leaves no item. */
export const cancelJobs: Handler<'queue.cancel'> = ({ case: folder, jobs, reason }, context) =>
  writing(folder, context.services, (caseFile) => {
    const chosen = jobs === null ? caseFile.jobs('open') : jobs.map((job) => caseFile.job(job));
    return decide(
      caseFile,
      chosen,
      'cancelled',
      { code: 'cancelled-by-person', params: { why: inOwnWords(reason.toWellFormed()) } },
      context,
    );
  });

/** Puts jobs back into the queue: what comes is a new item, linked to the earlier one. */
export const retryJobs: Handler<'queue.retry'> = ({ case: folder, jobs, reason }, context) =>
  writing(folder, context.services, (caseFile) =>
    decide(
      caseFile,
      jobs.map((job) => caseFile.job(job)),
      'waiting',
      { code: 'retried-by-person', params: { why: inOwnWords(reason.toWellFormed()) } },
      context,
    ),
  );

function decide(
  caseFile: WritableCase,
  jobs: readonly Job[],
  state: 'waiting' | 'cancelled',
  reason: NonNullable<Job['reason']>,
  { emit, language }: HandlerContext,
): { jobs: string[] } {
  const wish = state === 'waiting' ? 'retry' : 'cancel';
  for (const job of jobs) {
    if (!offersOf(job).includes(wish)) {
      throw new FascicleError('job-not-fit', {
        job: job.job,
        state: because(`state-${job.state}`),
        wish: because(`wish-${wish}`),
      });
    }
  }
  const ids = [...new Set(jobs.map(({ job }) => job))];
  if (ids.length > 0) caseFile.logEvent('captures-decided', { jobs: ids, state, reason });
  for (const id of ids) emit({ event: 'job', ...jobLine(caseFile.job(id), language) });
  return { jobs: ids };
}

/** What a person may do with a job as it stands. */
export function offersOf({ state, reason }: Job): readonly ('cancel' | 'retry' | 'finish')[] {
  if (state === 'blocked') return ['retry', 'finish'];
  if (state === 'waiting' && reason?.code === forManualCapture) return ['cancel', 'retry', 'finish'];
  return state === 'waiting' || state === 'begun' ? ['cancel'] : ['retry'];
}
