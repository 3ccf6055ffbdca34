import type { CaptureBrowser } from './browser.ts';
import type { TimeBudget } from '../time-budget.ts';
import type { Ledger } from '../ledger.ts';

/**
 * The browser's name and version. One that did not answer the page's steps and does not even say this is ended at once:
 * a page can bury its main process in work (history entries without end), and all that follows would wait for it.
 */
export async function productOf(
  { browser, kill }: CaptureBrowser,
  ledger: Ledger,
  timeBudget: TimeBudget,
): Promise<string> {
  return timeBudget.within(3_000, browser.version(), 'version').catch(() => {
    if (ledger.steps.some(({ reason }) => reason?.code === 'timed-out')) kill();
    return 'not recorded';
  });
}
