import type { Page } from 'puppeteer';
import type { Ledger } from '../ledger.ts';
import type { TimeBudget } from '../time-budget.ts';

/** So many are closed and named; then the page's script is stopped. */
const mostNamed = 10;
/**
 * A loop is only stopped where the browser looks for it, which is after so many rounds, not after so long: an endless loop of
 * one `alert` was measured to open 570 more. From this number on it is no loop, and no script runs any more (without scripts
 * a page cannot be scrolled either); a page that opens dialogs even then is given up.
 */
const mostWithScripts = 1_500;
const mostClosed = 3_000;
/** Closing one takes the time that the machine takes. Up to so much, in ms, of each and of all together, does not count. */
const longest = { one: 1_000, all: 120_000 } as const;

/**
 * Closes every dialog that a page opens. What becomes of a page that never stops follows from their number alone: the time
 * that its dialogs take from the last that is named on is not taken from the address.
 *
 * @param stop ends the script that runs @param runNoMore lets no other begin @param giveUp ends the browser
 */
export function closeDialogs(
  page: Page,
  ledger: Ledger,
  timeBudget: TimeBudget,
  { stop, runNoMore, giveUp }: Readonly<Record<'stop' | 'runNoMore' | 'giveUp', () => void>>,
): void {
  let dialogs = 0;
  let last = 0;
  let forgiven = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    const now = performance.now();
    if (dialogs <= mostNamed)
      ledger.warn('dialog-dismissed', { kind: dialog.type(), text: dialog.message().toWellFormed().slice(0, 200) });
    else {
      const took = Math.min(now - last, longest.one, longest.all - forgiven);
      forgiven += took;
      timeBudget.extend(took);
    }
    last = now;
    void dialog.dismiss().catch(() => undefined);
    if (dialogs === mostNamed) {
      ledger.warn('dialogs-without-end');
      stop();
    }
    if (dialogs === mostWithScripts) {
      stop();
      runNoMore();
    }
    if (dialogs === mostClosed) {
      ledger.breakOff('dialogs-without-end');
      giveUp();
    }
  });
}
