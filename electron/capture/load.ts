import type { Page } from 'puppeteer';
import type { Reason } from '../../shared/case/record.ts';
import type { Deadline } from './deadline.ts';
import type { Gateway } from './gateway/gateway.ts';
import { StepFailure, type Ledger } from './ledger.ts';
import type { MainDocument } from './main-document.ts';

/** What the load gave: a page, a file, or nothing, with the reason and whether somebody stood in the way. */
export type Load = Readonly<{ end: 'page' | 'file' }> | Readonly<{ end: 'none'; blocked: boolean; reason: Reason }>;

/** Reasons that somebody or something stands before the page; all others are failures. */
const barriers = new Set(['redirect-refused', 'certificate-invalid', 'login-required']);

/** Longest wait for the load event; a page that is slower is captured as it stands. */
const longestLoad = 30_000;

/** Goes to the address. Slow pages are kept as far as they came; refusals get their exact reason from the gateway. */
export async function loadPage(
  page: Page,
  target: URL,
  main: MainDocument,
  gateway: Gateway,
  ledger: Ledger,
  deadline: Deadline,
  stuck: () => Promise<unknown>,
): Promise<Load> {
  const load = await ledger.run<Load>('load', async (short) => {
    const patience = Math.min(longestLoad, deadline.left(1_000) * 0.6);
    try {
      await deadline.within(patience + 1_000, page.goto(target.href, { waitUntil: 'load', timeout: patience }), 'load');
      await deadline.within(deadline.left(5_000), main.told(), 'load');
      if (main.endlessAfter !== null) throw new Error('the page has no end');
      if ((main.response?.status ?? 0) >= 400 && main.source?.bytes === 0) {
        short({
          outcome: 'partial',
          reason: { code: 'error-without-body', params: { status: main.response?.status ?? 0 } },
        });
      }
      return { end: 'page' };
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      if (ledger.brokenOff) {
        short({ outcome: 'failed', reason: ledger.brokenOff });
        return { end: 'none', blocked: false, reason: ledger.brokenOff };
      }
      await deadline.within(5_000, main.told(), 'load').catch(() => undefined); // then what is known must do
      if (main.endlessAfter !== null) {
        const reason: Reason = {
          code: 'page-too-long',
          params: { megabytes: Math.round(main.endlessAfter / 1_048_576) },
        };
        short({ outcome: 'failed', reason });
        return { end: 'none', blocked: false, reason };
      }
      if (main.fileBegun) await wholeFile(main, deadline);
      if (main.file) return { end: 'file' };
      if (main.fileFailed) {
        short({ outcome: 'failed', reason: main.fileFailed });
        return { end: 'none', blocked: false, reason: main.fileFailed };
      }
      const network = /net::(ERR_[A-Z0-9_]+)/.exec(text)?.[1];
      if (network === 'ERR_HTTP_RESPONSE_CODE_FAILURE' || (network === undefined && main.response)) {
        // An error status with an empty body, or a page that goes on loading: it is there, as far as it came.
        if (network === undefined) await stuck();
        const reason: Reason =
          network === undefined
            ? { code: 'load-not-finished', params: { seconds: Math.round(patience / 1000) } }
            : { code: 'error-without-body', params: { status: main.response?.status ?? 0 } };
        short({ outcome: 'partial', reason });
        return { end: 'page' };
      }
      const reason = reasonOf(network, text, target, main, gateway);
      short({ outcome: 'failed', reason });
      return {
        end: 'none',
        blocked: barriers.has(reason.code),
        reason,
      };
    }
  });
  return load ?? { end: 'none', blocked: false, reason: { code: 'step-error', params: { why: 'load' } } };
}

/** A file is waited for as long as the address has time: it is the evidence, and there is no page to go on with. */
async function wholeFile(main: MainDocument, deadline: Deadline): Promise<void> {
  try {
    await deadline.within(deadline.left(), main.fileKnown(), 'load');
  } catch (error) {
    const why = error instanceof StepFailure ? error.reason.code : String(error).slice(0, 200);
    main.fileFailed ??= { code: 'file-incomplete', params: { why, bytes: main.loaded } };
  }
}

/** The browser has one word for everything that goes wrong behind a SOCKS gateway; the gateway knows better. */
function reasonOf(
  network: string | undefined,
  text: string,
  target: URL,
  main: MainDocument,
  gateway: Gateway,
): Reason {
  const last = URL.parse(main.redirects.at(-1)?.location ?? '', main.redirects.at(-1)?.url ?? target.href) ?? target;
  const url = main.redirects.length > 0 ? last : target;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const dial = gateway.lastDial(host, Number(url.port) || (url.protocol === 'https:' ? 443 : 80));
  const status = main.response?.status;
  if (status === 401 || status === 407) return { code: 'login-required', params: { status } };
  if (network?.startsWith('ERR_CERT_') || network === 'ERR_SSL_OBSOLETE_VERSION')
    return { code: 'certificate-invalid', params: { host, error: network } };
  if (network === 'ERR_TOO_MANY_REDIRECTS')
    return { code: 'redirects-without-end', params: { count: main.redirects.length } };
  if (dial?.outcome === 'refused-by-policy')
    return { code: 'redirect-refused', params: { host, why: dial.detail ?? '' } };
  if (dial?.outcome === 'unknown-host') return { code: 'unknown-host', params: { host } };
  if (dial?.outcome === 'connection-refused')
    return { code: 'connection-refused', params: { host, address: dial.address ?? '' } };
  if (dial?.outcome === 'timed-out' || network === 'ERR_TIMED_OUT' || network === undefined)
    return { code: 'no-answer', params: { host } };
  return { code: 'load-failed', params: { host, error: network.slice(0, 100) || text.slice(0, 100) } };
}
