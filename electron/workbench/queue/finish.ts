import type { Job } from '../../../shared/case/job.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { say } from '../../../shared/language.ts';
import { jobStateNames } from '../../../shared/messages/queue-messages.ts';
import { forAHand } from '../../capture/run-queue.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler } from '../workbench.ts';
import { requireDisplay } from './hands.ts';
import { offersOf } from './queue.ts';
import { runJobs } from './run-jobs.ts';

/** A wall that the program met is passed by a person, in a visible browser; what comes is a new item of the same row. */
export const finishByHand: Handler<'queue.finish'> = ({ case: folder, row, account }, context) =>
  writing(folder, context.services, (kase) => {
    const job = rowOf(kase, row);
    if (!offersOf(job).includes('finish')) {
      throw new FascicleError('not-for-a-hand', { id: row, state: say(jobStateNames[job.state], context.language) });
    }
    requireDisplay(context.services);
    const reason = { code: forAHand };
    kase.act('captures-decided', { jobs: [job.job], state: 'waiting', reason }, job.job);
    return runJobs(kase, [job.job], 1, context, { account });
  });

/** The row of the queue that is meant: by itself, or by the item that it became. */
function rowOf(kase: ReadableCase, id: string): Job {
  try {
    return kase.job(id);
  } catch (error) {
    if (!(error instanceof FascicleError) || error.code !== 'no-such-job') throw error;
  }
  const { record } = kase.item(id);
  if (record.kind !== 'capture' || record.job === undefined) {
    throw new FascicleError('not-for-a-hand', { id, state: record.outcome });
  }
  return kase.job(record.job);
}
