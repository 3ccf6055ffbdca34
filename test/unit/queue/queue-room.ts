import { itemId } from '../../../shared/case/item-id.ts';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { runQueue, type QueueRun, type QueueSummary } from '../../../electron/capture/queue/run-queue.ts';
import { openSites } from '../../../electron/capture/queue/sites.ts';
import type { ItemState, WritableCase } from '../../../electron/casefile/case-handles.ts';
import { context, someCapture } from '../../fixtures/case-room.ts';
import { plainRequest } from '../../fixtures/made/capture-request.ts';

/** Puts addresses into a case's queue. @returns their jobs' ids */
export function queued(caseFile: WritableCase, ...urls: string[]): string[] {
  const jobs = urls.map((url) => ({ job: itemId(Date.now(), context.clockAndRandom.random(10)), url }));
  caseFile.logEvent('captures-queued', { jobs, order: plainRequest });
  return jobs.map(({ job }) => job);
}

/** What stands in for a capture here: an item whose record is as a real one would be, with changes. */
export function itemOf(
  caseFile: WritableCase,
  job: string,
  url: string,
  change: Partial<CaptureRecord> = {},
): ItemState {
  const earlier = caseFile.lastItemOf(url);
  return caseFile.addItem({ ...someCapture(caseFile, url), url, job, ...(earlier !== null && { earlier }), ...change });
}

/** Runs the queue with a capture of the test's own. */
export function running(
  caseFile: WritableCase,
  capture: QueueRun['capture'],
  change: Partial<QueueRun> = {},
): Promise<QueueSummary> {
  return runQueue({
    caseFile,
    only: null,
    concurrency: 2,
    sites: openSites(null, { onAlone: () => undefined, onShared: () => undefined }),
    capture,
    judge: (error) =>
      error instanceof FascicleError ? { end: error.code === 'not-a-url' ? 'refused' : 'try-again', error } : null,
    onJob: () => undefined,
    onItem: () => undefined,
    onRefused: () => undefined,
    onProgress: () => undefined,
    signal: new AbortController().signal,
    ...change,
  });
}
