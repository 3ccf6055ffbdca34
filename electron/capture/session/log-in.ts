import type { Cookie, Page } from 'puppeteer';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { ManualTurn } from '../manual/manual-capture.ts';
import type { SandboxPool } from '../browser/capture-sandbox.ts';
import { checkUrl, refuseIfPrivate } from '../page/check-url.ts';
import { firstPage } from '../page/first-page.ts';
import type { Upstream } from '../gateway/upstream.ts';
import { unlessAborted } from '../unless-aborted.ts';
import { withoutQuery } from '../page/without-query.ts';
import type { SessionInUse } from './session-in-use.ts';

export type LoginOptions = Readonly<{
  url: string;
  width: number;
  height: number;
  allowPrivateNetwork: boolean;
  upstream: Upstream | null;
  /** Languages that the browser asks for. */
  language: string;
}>;

/** What a login gave, while the browser's profile still lies there. */
export type LoggedIn = Readonly<{ address: string; cookies: readonly Cookie[]; profile: string }>;

/** Longest wait for the page's load event before the person gets it as it is, in ms. */
const longestLoad = 30_000;

/**
 * Opens a browser in which a person logs in, and at her word takes its cookies; its storage lies in the profile by then.
 * Nothing that happens here is recorded, neither pictures nor keys nor traffic: this is no capture.
 *
 * @param earlier a session to go on from: a puzzle is then solved without another login
 * @param keep called when the browser has ended and its profile is still there @returns what `keep` returned
 * @throws {FascicleError} `not-a-url` | `address-refused` | `login-page-failed` | `login-abandoned` | `browser-missing` |
 *   `browser-failed`; the signal's reason when cancelled
 */
export async function logIn<T>(
  { url, width, height, allowPrivateNetwork, upstream, language }: LoginOptions,
  sandboxes: SandboxPool,
  manualTurn: ManualTurn,
  earlier: SessionInUse | null,
  signal: AbortSignal,
  keep: (login: LoggedIn) => T,
): Promise<T> {
  const target = checkUrl(url);
  const { visible } = manualTurn;
  const storage = earlier?.storage ?? null;
  const way = { allowPrivateNetwork, upstream, width, height, language };
  const sandbox = await sandboxes.take({ ...way, visible, storage, unlogged: true });
  try {
    refuseIfPrivate(target, await sandbox.gateway.resolve(target.hostname));
    const { chromium } = await unlessAborted(sandbox.browser(), signal);
    const { browser } = chromium;
    const { page } = await firstPage(browser, { width, height }, visible);
    const control = await browser.target().createCDPSession();
    await control.send('Browser.setDownloadBehavior', { behavior: 'deny' });
    if (earlier) await browser.setCookie(...earlier.cookies());
    await open(page, target);
    const closed = new Promise<never>((_done, fail) => {
      const gone = () => fail(new FascicleError('login-abandoned'));
      page.once('close', gone);
      browser.once('disconnected', gone);
    });
    closed.catch(() => undefined); // the browser ends in any case, when nobody waits for this any more
    await Promise.race([unlessAborted(manualTurn.until(page), signal), closed]);
    const cookies = await browser.cookies();
    await chromium.quit();
    return keep({ address: withoutQuery(target.href), cookies, profile: chromium.profile });
  } finally {
    await sandbox.close();
  }
}

/** A page that loads for ever is handed over as it is; one that does not come is said to be so. */
async function open(page: Page, target: URL): Promise<void> {
  try {
    await page.goto(target.href, { waitUntil: 'load', timeout: longestLoad });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const network = /net::(ERR_[A-Z0-9_]+)/.exec(why)?.[1];
    if (network === undefined || network === 'ERR_ABORTED') return;
    throw new FascicleError(
      'login-page-failed',
      { url: withoutQuery(target.href), why: because('network-error', { code: network }) },
      error,
    );
  }
}
