import type { Browser, CDPSession, Page } from 'puppeteer';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import { withoutQuery } from './without-query.ts';
import { closeDialogs } from './dialogs.ts';
import { viewportOf } from './first-page.ts';
import type { Ledger } from '../ledger.ts';
import type { TimeBudget } from '../time-budget.ts';

/** Downloads and windows: so many are named, then the page's script is stopped. */
const mostNamed = 10;

/** Windows that the page opens: closed at once, except while a person works in it, whose login may need them. */
export type Popups = { live: boolean };

/** Makes the one page of a capture ready, with everything that could leave it or stop it denied and logged. */
export async function openPage(
  browser: Browser,
  page: Page,
  view: CaptureRecord['view'],
  ledger: Ledger,
  timeBudget: TimeBudget,
  signal: AbortSignal,
): Promise<{ session: CDPSession; popups: Popups }> {
  const session = await page.createCDPSession();
  // A queue's signal outlives its browsers by hours: one that it still named could never be let go.
  const cancel = () => void browser.close().catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  browser.once('disconnected', () => signal.removeEventListener('abort', cancel));

  await page.setViewport(viewportOf(view, view));
  await session.send('Page.enable');
  const browserSession = await browser.target().createCDPSession();
  await browserSession.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
  const stop = () => void session.send('Runtime.terminateExecution').catch(() => undefined);
  let downloads = 0;
  browserSession.on('Browser.downloadWillBegin', ({ url }) => {
    downloads += 1;
    if (downloads <= mostNamed) ledger.warn('download-denied', { url: shown(url) });
    if (downloads === mostNamed) stop();
  });
  session.on('Inspector.targetCrashed', () => {
    ledger.breakOff('page-crashed');
    void browser.close().catch(() => undefined); // nothing answers any more: every step left fails at once
  });

  const runNoMore = () =>
    void session.send('Emulation.setScriptExecutionDisabled', { value: true }).catch(() => undefined);
  closeDialogs(page, ledger, timeBudget, { stop, runNoMore, giveUp: cancel });
  const popups: Popups = { live: false };
  let opened = 0;
  // The browser tells of a new window's address only when it has one; the page's own word comes first.
  const asked: string[] = [];
  let unasked = 0;
  session.on('Page.windowOpen', ({ url, userGesture }) => {
    if (userGesture) {
      if (asked.length < mostNamed) asked.push(url);
      return;
    }
    // Nobody pressed anything: the browser's own blocker lets nothing of it come.
    unasked += 1;
    if (unasked <= mostNamed) ledger.warn('popup-not-opened', { url: shown(url) });
  });
  const { targetInfo: own } = await session.send('Target.getTargetInfo');
  browserSession.on('Target.targetCreated', ({ targetInfo: { type, targetId, url } }) => {
    if (type !== 'page' || targetId === own.targetId) return;
    opened += 1;
    const address = shown(asked.shift() ?? url);
    if (popups.live && opened <= mostNamed) {
      ledger.warn('popup-opened', { url: withoutQuery(address) });
      return;
    }
    if (opened <= mostNamed) ledger.warn('popup-closed', { url: address });
    void browserSession.send('Target.closeTarget', { targetId }).catch(() => undefined);
    if (opened === mostNamed) {
      ledger.warn('popups-without-end');
      stop();
      runNoMore();
    }
  });
  await browserSession.send('Target.setDiscoverTargets', { discover: true });
  return { session, popups };
}

const shown = (url: string) => url.toWellFormed().slice(0, 300);
