import type { Cause } from '../../../shared/text.ts';
import { because, causeOf, causeOfCode } from '../../../shared/cause.ts';
import type { Page } from 'puppeteer';
import type { Reason } from '../../../shared/case/record.ts';
import type { TimeBudget } from '../time-budget.ts';
import { refusedKinds } from '../gateway/address-policy.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { StepFailure, type Ledger } from '../ledger.ts';
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
  timeBudget: TimeBudget,
  stuck: () => Promise<unknown>,
): Promise<Load> {
  const load = await ledger.run<Load>('load', async (short) => {
    const patience = Math.min(longestLoad, timeBudget.left(1_000) * 0.6);
    try {
      // The browser's own limit does not know which time counts.
      await timeBudget.within(patience, page.goto(target.href, { waitUntil: 'load', timeout: 0 }), 'load');
      await timeBudget.within(timeBudget.left(5_000), main.told(), 'load');
      if (main.endlessAfter !== null) throw new Error('the page has no end');
      if ((main.response?.status ?? 0) >= 400 && main.source?.bytes === 0) {
        short({ outcome: 'partial', reason: errorWithoutBody(main) });
      }
      return { end: 'page' };
    } catch (error) {
      const fell = await afterFailure(error, patience, { target, main, gateway, ledger, timeBudget, stuck });
      if (fell.short) short(fell.short);
      return fell.load;
    }
  });
  return load ?? { end: 'none', blocked: false, reason: { code: 'step-error', params: { why: because('not-said') } } };
}

type Loading = Readonly<{
  target: URL;
  main: MainDocument;
  gateway: Gateway;
  ledger: Ledger;
  timeBudget: TimeBudget;
  stuck: () => Promise<unknown>;
}>;

/** What a load came to that the browser calls failed, and how its step went short of a page. */
type Fallen = Readonly<{ load: Load; short?: Readonly<{ outcome: 'failed' | 'partial'; reason: Reason }> }>;

/** A failed load may still be a file, or a page as far as it came. @param patience ms that the load event was waited for */
async function afterFailure(error: unknown, patience: number, loading: Loading): Promise<Fallen> {
  const { target, main, gateway, ledger, timeBudget, stuck } = loading;
  if (ledger.brokenOff) return failedLoad(ledger.brokenOff);
  await timeBudget.within(5_000, main.told(), 'load').catch(() => undefined); // then what is known must do
  if (main.endlessAfter !== null)
    return failedLoad({ code: 'page-too-long', params: { megabytes: Math.round(main.endlessAfter / 1_048_576) } });
  if (main.fileBegun) await wholeFile(main, timeBudget);
  if (main.file) return { load: { end: 'file' }, ...shortOfLength(main.file) };
  if (main.fileFailed) return failedLoad(main.fileFailed);
  const text = error instanceof Error ? error.message : String(error);
  const network = /net::(ERR_[A-Z0-9_]+)/.exec(text)?.[1];
  // An error status with an empty body, or a page that goes on loading: it is there, as far as it came.
  if (network === 'ERR_HTTP_RESPONSE_CODE_FAILURE') return partialLoad(errorWithoutBody(main));
  if (network === undefined && main.response) {
    await stuck();
    return partialLoad({ code: 'load-not-finished', params: { seconds: Math.round(patience / 1000) } });
  }
  const reason = reasonOf(network, text, target, main, gateway);
  return failedLoad(reason, barriers.has(reason.code));
}

/** A file that is not as long as its server said is kept, and is not whole. */
function shortOfLength({ bytes, length }: NonNullable<MainDocument['file']>): Pick<Fallen, 'short'> {
  if (length === null || length === bytes) return {};
  const why = because('bytes-cut', { size: bytes, of: length });
  return { short: { outcome: 'partial', reason: { code: 'file-incomplete', params: { why, bytes } } } };
}

const failedLoad = (reason: Reason, blocked = false): Fallen => ({
  load: { end: 'none', blocked, reason },
  short: { outcome: 'failed', reason },
});

const partialLoad = (reason: Reason): Fallen => ({ load: { end: 'page' }, short: { outcome: 'partial', reason } });

const errorWithoutBody = (main: MainDocument): Reason => ({
  code: 'error-without-body',
  params: { status: main.response?.status ?? 0 },
});

/** A file is waited for as long as the address has time: it is the evidence, and there is no page to go on with. */
async function wholeFile(main: MainDocument, timeBudget: TimeBudget): Promise<void> {
  try {
    await timeBudget.within(timeBudget.left(), main.fileKnown(), 'load');
  } catch (error) {
    const why = error instanceof StepFailure ? causeOfStop(error.reason) : causeOf(error);
    main.fileFailed ??= { code: 'file-incomplete', params: { why, bytes: main.loaded } };
  }
}

function causeOfStop({ code, params }: Reason): Cause {
  const seconds = params?.['seconds'];
  return code === 'timed-out' && seconds !== undefined
    ? because('step-timed-out', { seconds })
    : because('step-stopped', { code });
}

/** `private: 10.0.0.1` → the kind of address in words, with the address. */
function causeOfRefusal(detail: string | null): Cause {
  const [, kind = '', address = ''] = /^([\w-]+): (.+)$/.exec(detail ?? '') ?? [];
  const why = refusedKinds.find((one) => one === kind);
  return why === undefined
    ? because('not-said')
    : because('address-refused', { why: because(`address-${why}`), address });
}

/** The browser has one word for everything that goes wrong behind a SOCKS gateway; the gateway knows better. */
function reasonOf(
  network: string | undefined,
  text: string,
  target: URL,
  main: MainDocument,
  gateway: Gateway,
): Reason {
  const url = lastAsked(target, main);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const dial = gateway.lastDial(host, Number(url.port) || (url.protocol === 'https:' ? 443 : 80));
  const status = main.response?.status;
  if (status === 401 || status === 407) return { code: 'login-required', params: { status } };
  if (network?.startsWith('ERR_CERT_') || network === 'ERR_SSL_OBSOLETE_VERSION')
    return { code: 'certificate-invalid', params: { host, error: causeOfCode(network) } };
  if (network === 'ERR_TOO_MANY_REDIRECTS')
    return { code: 'redirects-without-end', params: { count: main.redirects.length } };
  const ofDial = dial && reasonOfDial(dial, host);
  if (ofDial) return ofDial;
  if (network === 'ERR_TIMED_OUT' || network === undefined) return { code: 'no-answer', params: { host } };
  const error = network === '' ? causeOf(new Error(text)) : because('network-error', { code: network.slice(0, 100) });
  return { code: 'load-failed', params: { host, error } };
}

/** Where the last redirect led, or the address itself. */
function lastAsked(target: URL, { redirects }: MainDocument): URL {
  const last = redirects.at(-1);
  return (last && URL.parse(last.location ?? '', last.url)) ?? target;
}

/** How the gateway's own call to the server ended; null where the connection stood, and something else went wrong. */
function reasonOfDial(
  { outcome, detail, address }: NonNullable<ReturnType<Gateway['lastDial']>>,
  host: string,
): Reason | null {
  if (outcome === 'refused-by-policy')
    return { code: 'redirect-refused', params: { host, why: causeOfRefusal(detail) } };
  if (outcome === 'unknown-host') return { code: 'unknown-host', params: { host } };
  if (outcome === 'connection-refused') return { code: 'connection-refused', params: { host, address: address ?? '' } };
  return outcome === 'timed-out' ? { code: 'no-answer', params: { host } } : null;
}
