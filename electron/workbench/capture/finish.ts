import type { Job } from '../../../shared/case/job.ts';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { forManualCapture } from '../../capture/queue/run-queue.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler } from '../handler.ts';
import { requireDisplay } from './require-display.ts';
import { offersOf } from './queue.ts';
import { runJobs } from './run-jobs.ts';

/** A wall that the program met is passed by a person, in a visible browser; what comes is a new item of the same row. */
export const finishManuallyHandler: Handler<'queue.finish'> = ({ case: folder, row, account }, context) =>
  writing(folder, context.services, (caseFile) => {
    const job = rowOf(caseFile, row);
    if (!offersOf(job).includes('finish')) {
      throw new FascicleError('not-for-a-hand', { id: row, state: because(`state-${job.state}`) });
    }
    requireDisplay(context.services);
    const reason = { code: forManualCapture };
    caseFile.logEvent('captures-decided', { jobs: [job.job], state: 'waiting', reason }, job.job);
    return runJobs(caseFile, [job.job], 1, context, { account });
  });

/** The row of the queue that is meant: by itself, or by the item that it became. */
function rowOf(caseFile: ReadableCase, id: string): Job {
  try {
    return caseFile.job(id);
  } catch (error) {
    if (!(error instanceof FascicleError) || error.code !== 'no-such-job') throw error;
  }
  const { record } = caseFile.item(id);
  if (record.kind !== 'capture' || record.job === undefined) {
    throw new FascicleError('not-for-a-hand', { id, state: because(`state-${record.outcome}`) });
  }
  return caseFile.job(record.job);
}
