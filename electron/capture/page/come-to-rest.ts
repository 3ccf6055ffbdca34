import type { CDPSession, Page } from 'puppeteer';
import { IsolatedWorld } from '../browser/isolated-world.ts';
import { isLoaded } from '../in-page/settle.ts';
import type { Ledger } from '../ledger.ts';
import type { TimeBudget } from '../time-budget.ts';
import { ShownDocument } from './held/shown-document.ts';
import type { MainDocument } from './main-document.ts';
import type { SeenBlock } from './scroll.ts';
import { settle } from './settle.ts';

/** A page that leads on is followed to so many documents; and only while so much of the address's time is left, in ms. */
const mostDocuments = 3;
const leastLeft = 15_000;
/** Longest wait until a document that was followed is loaded, in ms. */
const longestLoad = 30_000;

type LoadedPage = Readonly<{
  page: Page;
  session: CDPSession;
  main: MainDocument;
  ledger: Ledger;
  timeBudget: TimeBudget;
  stuck: () => Promise<unknown>;
}>;

/**
 * Scrolls through the page and waits until it is at rest. Where the page leads on to another document meanwhile, nothing
 * that was done to the one before counts for it: it is begun again.
 *
 * @param begun called once it has begun
 * @returns the words that were seen on the way, null where it could not be scrolled; and the document that was brought to
 *   rest, which is watched until it is ended; null where the browser did not say which it showed
 */
export async function comeToRest(
  loaded: LoadedPage,
  begun: () => void = () => undefined,
): Promise<Readonly<{ seen: readonly SeenBlock[] | null; rested: ShownDocument | null }>> {
  const { page, session, main, ledger, timeBudget, stuck } = loaded;
  for (let documents = 1; ; documents++) {
    const [began, lines] = [performance.now(), ledger.apart()];
    const shown = await ShownDocument.of(session, main, timeBudget).catch(() => null);
    const resting = settle(page, session, main, lines, timeBudget, stuck, shown?.gone ?? null);
    if (documents === 1) begun();
    const seen = await resting;
    const left = (await shown?.left().catch(() => false)) ?? false; // one that does not answer is not known to have led on
    if (!left || documents === mostDocuments || timeBudget.left() < leastLeft || ledger.brokenOff) {
      ledger.take(lines);
      return { seen, rested: shown };
    }
    shown?.end();
    await followed(loaded, began);
  }
}

/** Waits until the document that was followed is loaded. @param began when the one before it was begun, in ms */
async function followed({ session, ledger, timeBudget }: LoadedPage, began: number): Promise<void> {
  const patience = Math.min(longestLoad, timeBudget.left() * 0.4);
  const since = performance.now();
  for (;;) {
    const world = timeBudget.within(2_000, IsolatedWorld.of(session), 'load');
    const loaded = await world.then((one) => timeBudget.within(2_000, one.call(isLoaded), 'load')).catch(() => false); // it went on
    if (loaded) break;
    if (performance.now() - since > patience) {
      const reason = { code: 'load-not-finished', params: { seconds: Math.round(patience / 1_000) } };
      ledger.note('follow-document', performance.now() - began, { outcome: 'partial', reason });
      return;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  ledger.note('follow-document', performance.now() - began);
}
