import { itemId } from '../../../shared/case/item-id.ts';
import type { CaptureOrder } from '../../../shared/case/capture-order.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { say } from '../../../shared/language.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import { writing } from '../cases/with-case.ts';
import type { Services } from '../services.ts';
import type { Handler } from '../workbench.ts';
import { requireDisplay } from './hands.ts';
import { runJobs } from './run-jobs.ts';

/** Captures addresses now: puts them into the queue and runs these, and no others that may still wait there. */
export const captureHandler: Handler<'capture.run'> = ({ case: folder, urls, concurrency, ...order }, context) => {
  const { services, emit, language } = context;
  return writing(folder, services, async (kase) => {
    if (order.operator !== null) kase.actAs(order.operator);
    const before = kase.jobs('open').length;
    if (before > 0)
      emit({ event: 'notice', code: 'queue-waits', message: say(queueWaits, language, { count: before }) });
    return runJobs(kase, putIn(kase, urls, order, services), concurrency, context);
  });
};

/** Puts addresses into the queue, in their order, with what is asked for. The same one twice is two jobs. */
export function putIn(
  kase: WritableCase,
  urls: readonly string[],
  order: CaptureOrder,
  services: Services,
): readonly string[] {
  const { surroundings, sessions } = services;
  if (order.byHand) requireDisplay(services);
  if (order.session && !sessions.of(kase.caseId)) throw new FascicleError('no-session');
  const jobs = urls.map((url) => ({
    job: itemId(surroundings.now().getTime(), surroundings.random(10)),
    url: url.toWellFormed(),
  }));
  kase.act('captures-queued', { jobs, order });
  return jobs.map(({ job }) => job);
}

const queueWaits = {
  'zh-CN': '队列中还有先前未完成的网址 {count} 个；用 fascicle resume 继续采集',
  en: '{count} addresses of an earlier run still wait in the queue; `fascicle resume` captures them',
} as const;
