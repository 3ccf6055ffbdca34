import { isLoaded } from '../in-page/settle.ts';
import { IsolatedWorld } from '../browser/isolated-world.ts';
import { ShownDocument } from '../page/held/shown-document.ts';
import { settle } from '../page/settle.ts';
import { beginChildren } from '../second-path/begin.ts';
import { gavePage, type CaptureRun, type CaptureStep } from './step.ts';

/** A page that leads on is followed to so many documents; and only while so much of the address's time is left, in ms. */
const mostDocuments = 3;
const leastLeft = 15_000;
/** Longest wait until a document that was followed is loaded, in ms. */
const longestLoad = 30_000;

/**
 * Scrolls through the page and waits until it is at rest. Where the page leads on to another document meanwhile, nothing
 * that was done to the one before counts for it: it is begun again.
 */
export const bringToRest: CaptureStep = {
  name: 'bring-to-rest',
  lines: [
    'follow-document',
    'scroll',
    'scroll-inside',
    'pictures-and-fonts',
    'quiet-network',
    'scroll-to-top',
    'stillness',
  ],
  when: (run) => gavePage(run) && run.manualTurn === undefined,
  run: async (run) => {
    const { found, page, session, main, ledger, timeBudget, stuck } = run;
    for (let documents = 1; ; documents++) {
      const [began, lines] = [performance.now(), ledger.apart()];
      const shown = await ShownDocument.of(session, main, timeBudget).catch(() => null);
      const resting = settle(page, session, main, lines, timeBudget, stuck);
      if (documents === 1) beginChildren(run);
      found.seen = await resting;
      const left = shown === null || (await shown.left().catch(() => true));
      if (!left || documents === mostDocuments || timeBudget.left() < leastLeft || ledger.brokenOff) {
        ledger.take(lines);
        found.rested = shown;
        return;
      }
      shown?.end();
      await followed(run, began);
    }
  },
};

/** Waits until the document that was followed is loaded. @param began when the one before it was begun, in ms */
async function followed({ session, ledger, timeBudget }: CaptureRun, began: number): Promise<void> {
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
