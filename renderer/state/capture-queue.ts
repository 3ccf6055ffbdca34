import type { Category } from '../../shared/case/category.ts';
import { pageActions } from '../../shared/case/capture/page-actions.ts';
import type { WorkbenchEvent } from '../../shared/contract.ts';
import { shownToSites, views, type Settings } from '../../shared/window/settings.ts';
import { call, WorkbenchError } from '../workbench-client.ts';
import { changeCaseState, type Live } from './case-state.ts';
import { queries } from './queries.ts';
import { runLong, runningIn } from './work.ts';

/** Whose eyes the page is seen with. */
export type Visitor = Readonly<{ as: 'nobody' | 'session' | 'by-hand'; account: string }>;

/** What is done to the page: nothing, what is folded is shown first, or it is also taken while it is scrolled. */
export type Touch = 'as-it-is' | 'unfolded' | 'rolled';

/** Puts addresses into the case's queue. Once it is done they are in the case; `runQueue` captures them. */
export async function queueAddresses(
  folder: string,
  urls: readonly string[],
  category: Category,
  device: 'desktop' | 'phone',
  touch: Touch,
  visitor: Visitor,
  { capture: how, language }: Settings,
): Promise<void> {
  const view = { device, ...views[device], scale: how.scale };
  const { timeout, allowPrivateNetwork, throughProxy } = how;
  const wishes = {
    'as-it-is': {},
    unfolded: { actions: [...pageActions], innerScroll: true },
    rolled: { rolling: true },
  }[touch];
  const account = visitor.as === 'by-hand' && visitor.account !== '' ? { account: visitor.account } : {};
  const eyes = { nobody: {}, session: { session: true }, 'by-hand': { byHand: true, ...account } }[visitor.as];
  const asked = {
    category,
    view,
    timeout,
    allowPrivateNetwork,
    throughProxy,
    operator: null,
    ...wishes,
    ...eyes,
    ...shownToSites(how),
  };
  await call('queue.add', { case: folder, urls: [...urls], ...asked }, language);
  refreshQueue();
}

/**
 * Cases for which a run was asked for while one was at work, and whether that one was being stopped by then. What is
 * ordered in the last moments of a run, when its browsers close, was otherwise taken up by nobody.
 */
const askedMeanwhile = new Map<string, { afterStop: boolean }>();

/** Captures all that waits in this case, whatever other cases are at. */
export async function startQueue(folder: string, concurrency: number): Promise<void> {
  const running = runningIn(folder, 'queue.run');
  if (running) {
    askedMeanwhile.set(folder, { afterStop: running.stopping });
    return;
  }
  const again = await runLong('queue.run', { case: folder, concurrency }, (event) => heard(folder, event)).then(
    ({ held }) => held === null && askedMeanwhile.has(folder),
    (error: unknown) =>
      // What was ordered before the stop waits for the person; what was ordered after it was meant to run.
      error instanceof WorkbenchError && error.code === 'cancelled' && askedMeanwhile.get(folder)?.afterStop === true,
  );
  askedMeanwhile.delete(folder);
  changeCaseState(folder, { live: new Map(), hand: null });
  refreshQueue();
  if (again) await startQueue(folder, concurrency);
}

/** Opens a browser in which the person logs in, once for many addresses. */
export async function logInOnce(
  folder: string,
  url: string,
  account: string,
  { capture: how }: Settings,
): Promise<void> {
  const { allowPrivateNetwork, throughProxy } = how;
  const input = { case: folder, url, account: account === '' ? null : account, allowPrivateNetwork, throughProxy };
  await shown(runLong('session.begin', { ...input, operator: null }, (event) => heard(folder, event)));
  changeCaseState(folder, { hand: null });
  refreshQueue();
}

/** A blocked row, in the person's hands. */
export async function finishManually(folder: string, row: string): Promise<void> {
  await shown(runLong('queue.finish', { case: folder, row, account: null }, (event) => heard(folder, event)));
  changeCaseState(folder, { hand: null });
  refreshQueue();
}

/** The word for the page that the person works in. */
export async function takeNow(folder: string, language: Settings['language']): Promise<void> {
  await call('capture.take', { case: folder }, language);
  changeCaseState(folder, { hand: null });
}

export function refreshQueue(): void {
  void queries.invalidateQueries({ predicate: ({ queryKey: [method] }) => method === 'queue.list' });
}

/** Whatever went wrong is shown in the bottom line of its case. */
async function shown(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined);
}

function heard(folder: string, event: WorkbenchEvent): void {
  if (event.event === 'notice' && (event.code === 'in-your-hands' || event.code === 'log-in-now')) {
    const { code, message } = event;
    changeCaseState(folder, { hand: { what: code === 'log-in-now' ? 'login' : 'capture', message } });
  }
  if (event.event === 'progress' && event.subject !== null) {
    const { subject, stage, outcome = null } = event;
    changeCaseState(folder, ({ live }) => ({
      live: new Map(live).set(subject, withStep(live.get(subject), stage, outcome)),
    }));
  }
  if (event.event === 'item') {
    changeCaseState(folder, ({ live, items }) => {
      const left = new Map(live);
      if (event.url !== null) left.delete(event.url);
      return { live: left, items: new Map(items).set(event.item, event) };
    });
  }
  if (event.event === 'job' || event.event === 'item' || event.event === 'error') refreshQueue();
}

/** A step that began stands without an outcome until it has ended; one that fell short once is not made good by another. */
function withStep(live: Live | undefined, step: string, outcome: Live['steps'][number]['outcome']): Live {
  const { steps, since } = live ?? { steps: [], since: Date.now() };
  const before = steps.find((one) => one.step === step);
  if (!before) return { since, steps: [...steps, { step, outcome }] };
  const fellShort = before.outcome !== null && before.outcome !== 'ok';
  if (outcome === null || fellShort) return { since, steps };
  return { since, steps: steps.map((one) => (one.step === step ? { step, outcome } : one)) };
}
