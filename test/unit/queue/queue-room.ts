import type { CaptureOrder } from '../../../shared/case/capture-order.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { runQueue, type QueueRun, type QueueSummary } from '../../../electron/capture/run-queue.ts';
import type { ItemState, WritableCase } from '../../../electron/casefile/case-handles.ts';
import { context, someCapture } from '../../fixtures/case-room.ts';

const order: CaptureOrder = {
  category: 'coverage',
  view: { device: 'desktop', width: 1280, height: 900, scale: 1 },
  timeout: 30,
  allowPrivateNetwork: false,
  throughProxy: false,
  operator: '李某',
};

/** Puts addresses into a case's queue. @returns their jobs' ids */
export function queued(kase: WritableCase, ...urls: string[]): string[] {
  const jobs = urls.map((url) => ({ job: itemId(Date.now(), context.surroundings.random(10)), url }));
  kase.act('captures-queued', { jobs, order });
  return jobs.map(({ job }) => job);
}

/** What stands in for a capture here: an item whose record is as a real one would be, with changes. */
export function itemOf(kase: WritableCase, job: string, url: string, change: Partial<CaptureRecord> = {}): ItemState {
  const earlier = kase.lastItemOf(url);
  return kase.addItem({ ...someCapture(kase, url), url, job, ...(earlier !== null && { earlier }), ...change });
}

/** Runs the queue with a capture of the test's own. */
export function running(
  kase: WritableCase,
  capture: QueueRun['capture'],
  change: Partial<QueueRun> = {},
): Promise<QueueSummary> {
  return runQueue({
    kase,
    only: null,
    concurrency: 2,
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
