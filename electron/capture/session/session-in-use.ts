import type { Browser, Cookie } from 'puppeteer';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import type { Session } from '../../../shared/case/capture/session.ts';
import type { TimeBudget } from '../time-budget.ts';
import type { Ledger } from '../ledger.ts';

/** A login session as a capture uses it. */
export type SessionInUse = Session &
  Readonly<{
    /** What the browser's profile begins with. */
    storage: string;
    cookies(): readonly Cookie[];
    /** One page of it is done: what it renewed goes on. */
    goOn(before: readonly Cookie[], after: readonly Cookie[]): void;
  }>;

/** What the record says of the session, and how to take over what the page renewed. */
export type EnteredSession = Readonly<{ about: NonNullable<CaptureRecord['session']>; leave(): Promise<void> }>;

/**
 * Gives a fresh browser the session's cookies, before the page is asked for; its storage lies in the profile already.
 * @returns null where it failed
 */
export async function enterSession(
  { session, since, address, cookies, goOn }: SessionInUse,
  browser: Browser,
  ledger: Ledger,
  timeBudget: TimeBudget,
): Promise<EnteredSession | null> {
  const before = cookies();
  const about = { session, since, address, cookies: before.length };
  const entered = await ledger.run('session', async () => {
    await timeBudget.within(timeBudget.left(5_000), browser.setCookie(...before), 'session');
    return true;
  });
  ledger.warn('captured-in-session', { since, address, cookies: before.length });
  if (!entered) return null;
  return {
    about,
    leave: async () => {
      // A page that hangs must not cost the item: the session then stays as it was.
      const after = await timeBudget.within(3_000, browser.cookies(), 'session').catch(() => null);
      if (after) goOn(before, after);
    },
  };
}
