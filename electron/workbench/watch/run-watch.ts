import { setTimeout } from 'node:timers/promises';
import type { Output } from '../../../shared/contract.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { say } from '../../../shared/language.ts';
import { shortTime } from '../../../shared/instant.ts';
import { nextCheck, type WatchList } from '../../../shared/watch/watch-list.ts';
import { reading, writing } from '../cases/with-case.ts';
import { isCapture } from '../../compare/observation.ts';
import { putIn } from '../capture/capture.ts';
import { runJobs } from '../capture/run-jobs.ts';
import type { Handler, HandlerContext } from '../handler.ts';
import { watchState } from './watch.ts';

/** A timer may not sleep through a change of the list, nor longer than Node's longest timer. */
const longestSleep = 60_000;

/**
 * Captures watched addresses whenever they are due, until it is stopped, or once. The case is open only while something is
 * captured, so that other work on it goes on in between. A computer that slept leaves a gap, which the history shows.
 *
 * @throws {FascicleError} `nothing-to-watch`
 */
export const runWatchHandler: Handler<'watch.run'> = async (
  { case: folder, until, concurrency, ...order },
  context,
) => {
  const { services, signal, emit, language } = context;
  const done = { rounds: 0, items: 0 };
  while (!signal.aborted) {
    const now = services.clockAndRandom.now().getTime();
    const due = await reading(folder, (caseFile) => {
      const list = caseFile.statement('watch') ?? [];
      if (list.length === 0) throw new FascicleError('nothing-to-watch');
      const last = new Map(
        caseFile
          .items()
          .filter(isCapture)
          .map(({ record }) => [record.url, record.startedAt]),
      );
      const at = (one: WatchList[number]) => nextCheck(one, last.get(new URL(one.url).href) ?? null);
      const soonest = Math.min(...list.map(at));
      return { now: until === 'all-once' ? list : list.filter((one) => at(one) <= now), soonest };
    });
    if (due.now.length > 0) {
      done.items += await captureNow(folder, due.now, order, concurrency, context);
      done.rounds += 1;
    }
    if (until !== 'stopped') break;
    if (due.now.length > 0) continue;
    emit({
      event: 'notice',
      code: 'watch-waits',
      message: say(waits, language, { at: shortTime(new Date(due.soonest).toISOString()) }),
    });
    const wait = Math.min(longestSleep, Math.max(1_000, due.soonest - now));
    await setTimeout(wait, undefined, { signal }).catch(() => undefined); // it was stopped: the loop ends
  }
  const state = await reading(folder, (caseFile) => watchState(caseFile, context));
  return { ...done, ...state };
};

type Order = Omit<Parameters<typeof putIn>[2], 'category'>;

/** Puts the addresses into the queue, each in its category, and captures them. @returns how many items came of it */
function captureNow(
  folder: string,
  due: WatchList,
  order: Order,
  concurrency: number,
  context: HandlerContext,
): Promise<number> {
  return writing(folder, context.services, async (caseFile) => {
    const jobs = [...Map.groupBy(due, ({ category }) => category)].flatMap(([category, list]) =>
      putIn(
        caseFile,
        list.map(({ url }) => url),
        { ...order, category },
        context.services,
      ),
    );
    const { items }: Output<'queue.run'> = await runJobs(caseFile, jobs, concurrency, context);
    return items;
  });
}

const waits = {
  'zh-CN': '下次检查：{at}。请保持程序运行；电脑休眠期间不检查，将作为空档列明。',
  en: 'Next check: {at}. Keep this running; while the computer sleeps nothing is checked, and the gap will be shown.',
} as const;
