import { EventEmitter } from 'node:events';
import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Ledger } from '../../../../electron/capture/ledger.ts';
import { closeDialogs } from '../../../../electron/capture/page/dialogs.ts';
import { TimeBudget } from '../../../../electron/capture/time-budget.ts';
import { as } from '../../../fixtures/fake.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page that opens so many dialogs, `every` ms one, while something of 17 s is waited for; the address has 30 s. */
async function flood(dialogs: number, every: number) {
  const page = new EventEmitter();
  const ledger = new Ledger(() => undefined);
  const timeBudget = new TimeBudget(30);
  const did: string[] = [];
  const does = (what: string) => () => void did.push(what);
  const means = { stop: does('stop'), runNoMore: does('no more'), giveUp: does('give up') };
  closeDialogs(as<Page>(page), ledger, timeBudget, means);
  let dismissed = 0;
  let late: unknown = null;
  const loaded = Promise.withResolvers<null>();
  const waited = timeBudget.within(17_000, loaded.promise, 'load').catch((error: unknown) => (late = error));
  for (let n = 0; n < dialogs; n++) {
    const dismiss = () => Promise.resolve((dismissed += 1));
    page.emit('dialog', { type: () => 'alert', message: () => `${n}`, dismiss });
    await vi.advanceTimersByTimeAsync(every);
  }
  loaded.resolve(null);
  await waited;
  return { ledger, timeBudget, did, dismissed, late };
}

describe('dialogs of a page', () => {
  test.for([5, 40, 100])('end alike where closing one takes %i ms', async (every) => {
    const { ledger, timeBudget, did, dismissed, late } = await flood(600, every);
    expect(late).toBeNull();
    expect(dismissed).toBe(600);
    expect(did).toEqual(['stop']);
    expect(ledger.brokenOff).toBeNull();
    expect(ledger.warnings.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 10 }, () => 'dialog-dismissed'),
      'dialogs-without-end',
    ]);
    // 30 s, less the first ten dialogs' time and what passed after the last one was opened.
    expect(timeBudget.left()).toBe(30_000 - 10 * every);
  });

  test('leave a page without scripts, and then end the capture, by their number', async () => {
    const { ledger, did } = await flood(3_000, 1);
    expect(did).toEqual(['stop', 'stop', 'no more', 'give up']);
    expect(ledger.brokenOff?.code).toBe('dialogs-without-end');
  });

  test('keep nothing waiting for ever', async () => {
    const { late, timeBudget } = await flood(300, 2_000);
    expect(late).not.toBeNull();
    expect(timeBudget.passed).toBe(true);
  });
});
