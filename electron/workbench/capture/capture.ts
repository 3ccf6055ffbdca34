import { itemId } from '../../../shared/case/item-id.ts';
import type { CaptureRequest } from '../../../shared/case/capture/capture-request.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { say } from '../../../shared/language.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import { writing } from '../cases/with-case.ts';
import type { Services } from '../services.ts';
import type { Handler } from '../handler.ts';
import { requireDisplay } from './require-display.ts';
import { runJobs } from './run-jobs.ts';

/** Captures addresses now: puts them into the queue and runs these, and no others that may still wait there. */
export const captureHandler: Handler<'capture.run'> = ({ case: folder, urls, concurrency, ...order }, context) => {
  const { services, emit, language } = context;
  return writing(folder, services, async (caseFile) => {
    if (order.operator !== null) caseFile.actAs(order.operator);
    const before = caseFile.jobs('open').length;
    if (before > 0)
      emit({ event: 'notice', code: 'queue-waits', message: say(queueWaits, language, { count: before }) });
    return runJobs(caseFile, putIn(caseFile, urls, order, services), concurrency, context);
  });
};

/** Puts addresses into the queue, in their order, with what is asked for. The same one twice is two jobs. */
export function putIn(
  caseFile: WritableCase,
  urls: readonly string[],
  order: CaptureRequest,
  services: Services,
): readonly string[] {
  const { clockAndRandom, sessions } = services;
  if (order.byHand) requireDisplay(services);
  if (order.session && !sessions.of(caseFile.caseId)) throw new FascicleError('no-session');
  const jobs = urls.map((url) => ({
    job: itemId(clockAndRandom.now().getTime(), clockAndRandom.random(10)),
    url: url.toWellFormed(),
  }));
  caseFile.logEvent('captures-queued', { jobs, order });
  return jobs.map(({ job }) => job);
}

const queueWaits = {
  'zh-CN': '队列中还有先前未完成的 {count} 个条目；用 fascicle resume 继续取证',
  en: '{count} {count|entry|entries} of an earlier run still waiting in the queue; `fascicle resume` captures {count|it|them}',
} as const;
