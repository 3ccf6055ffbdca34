import type { CDPSession } from 'puppeteer';
import type { TimeBudget } from '../time-budget.ts';
import { bringIn } from '../in-page/bring-in.ts';
import { rememberPositions } from '../in-page/remember-positions.ts';
import { readPage } from '../in-page/read-page.ts';
import { IsolatedWorld } from '../browser/isolated-world.ts';
import type { Ledger } from '../ledger.ts';

const longestLook = 3_000;
/** Elements whose places are remembered; whether those beyond move is not known. */
const mostPositions = 100_000;

/**
 * Brings in the parts of a held page that the browser skips while they are off screen, and says how many there were; from
 * then on the page remembers where its texts stand.
 * @returns the page's text as it stands then, before the picture; null where it could not be read
 */
export async function bringSkippedIn(
  session: CDPSession,
  ledger: Ledger,
  timeBudget: TimeBudget,
): Promise<string | null> {
  return ledger.run('bring-in', async (short) => {
    const world = await timeBudget.within(timeBudget.left(5_000), IsolatedWorld.of(session), 'bring-in');
    const most = timeBudget.left(longestLook + 2_000);
    const { count, cut, fixed } = await timeBudget.within(
      most,
      world.call(bringIn, { maxMs: longestLook }),
      'bring-in',
    );
    if (count > 0) ledger.warn('sections-brought-in', { count });
    if (cut) short({ outcome: 'partial', reason: { code: 'page-too-large-to-search' } });
    if (fixed > 0 && cut) ledger.warn('backgrounds-stay', { count: fixed });
    else if (fixed > 0) short({ outcome: 'partial', reason: { code: 'backgrounds-stay', params: { count: fixed } } });
    const { text } = await timeBudget.within(timeBudget.left(5_000), world.call(readPage), 'bring-in');
    await timeBudget.within(timeBudget.left(5_000), world.call(rememberPositions, mostPositions), 'bring-in');
    return text;
  });
}
