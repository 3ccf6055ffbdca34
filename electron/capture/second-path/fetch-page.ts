import { because, causeOf, causeOfCode } from '../../../shared/cause.ts';
import { rootCertificates } from 'node:tls';
import type { Reason } from '../../../shared/case/reason.ts';
import { Dialler } from '../gateway/dialler.ts';
import type { Network } from '../gateway/network.ts';
import { Resolver } from '../gateway/resolver.ts';
import { StepFailure } from '../ledger.ts';
import { BodySink } from './body-sink.ts';
import { httpExchange } from './http-exchange.ts';
import type { FetchLog, FetchOrder, Hop } from './messages.ts';
import { openTls } from './open-tls.ts';
import { tokenIn, tokenParams } from './token-link.ts';

/** Bounds of one fetch: a hostile server gives as much as it is let. */
const bounds = { redirects: 10, headerBytes: 65_536, bodyBytes: 32 * 1024 * 1024 } as const;

/**
 * Fetches a page by this program itself: its own question to this device's resolver, the address policy of the
 * gateway, the address that was checked and no other, its own TLS, HTTP/1.1 with the names that the browser gave. Redirects are
 * followed, each hop by the same rules. The body goes to `order.bodyPath` byte for byte, content coding and all; only
 * the transfer coding of HTTP/1.1 is undone, which belongs to the connection (RFC 9112 §6).
 *
 * @param anchors PEM of the root certificates to trust; without them those that Node brings
 * @returns the log, whatever happened: a failure is a result
 */
export async function fetchPage(order: FetchOrder, network: Network, anchors?: readonly string[]): Promise<FetchLog> {
  const startedAt = now();
  const resolver = new Resolver(network.lookup, order.allowPrivateNetwork);
  const hops: Hop[] = [];
  const late = AbortSignal.timeout(order.patience);
  const sink = new BodySink(order.bodyPath, bounds.bodyBytes);
  let short: Reason | null = null;
  try {
    await follow(order, { resolver, dialler: new Dialler(network), anchors, sink, hops, late });
  } catch (error) {
    short = late.aborted
      ? { code: 'second-path-late', params: { seconds: Math.round(order.patience / 1000) } }
      : error instanceof StepFailure
        ? error.reason
        : { code: 'second-path-broke', params: { why: causeOf(error) } };
  }
  const last = hops.at(-1);
  if (last) last.endedAt ??= now();
  return {
    url: order.url,
    startedAt,
    endedAt: now(),
    bounds: { ...bounds, milliseconds: order.patience },
    questions: resolver.questions,
    roots: rootsOf(anchors),
    hops,
    short,
    body: sink.close(),
  };
}

type Means = Readonly<{
  resolver: Resolver;
  dialler: Dialler;
  anchors: readonly string[] | undefined;
  sink: BodySink;
  hops: Hop[];
  late: AbortSignal;
}>;

async function follow(order: FetchOrder, means: Means): Promise<void> {
  let url = new URL(order.url);
  for (let redirects = 0; ; redirects++) {
    const next = await hop(url, order, means);
    if (next === null) return;
    if (redirects === bounds.redirects) throw stop('redirects-without-end', { count: redirects + 1 });
    if (next.protocol !== 'http:' && next.protocol !== 'https:')
      throw stop('second-path-redirect-elsewhere', { scheme: next.protocol });
    const token = tokenIn(next);
    if (token) throw stop('second-path-redirect-token', tokenParams(token));
    url = next;
  }
}

/** One request. @returns where it leads on, or null where this is the answer */
async function hop(url: URL, order: FetchOrder, means: Means): Promise<URL | null> {
  const { hops, late, sink } = means;
  const entry: Hop = {
    url: url.href,
    startedAt: now(),
    address: null,
    connectedAt: null,
    tls: null,
    sent: null,
    answer: null,
    endedAt: null,
  };
  hops.push(entry);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const resolution = await unlessLate(means.resolver.resolve(host), late);
  if (resolution.at === 'refused')
    throw stop('second-path-refused', { host, why: because(`address-${resolution.why}`) });
  if (resolution.at === 'nowhere') throw stop('unknown-host', { host });
  const dialled = await unlessLate(means.dialler.dial(host, port, resolution.offered), late);
  entry.address = dialled.address;
  if (!('socket' in dialled)) {
    const refused = dialled.outcome === 'connection-refused';
    throw refused ? stop('connection-refused', { host, address: dialled.address ?? '' }) : stop('no-answer', { host });
  }
  entry.connectedAt = now();
  const { socket: plain } = dialled;
  plain.on('error', () => undefined); // told by whoever reads from it
  try {
    let socket = plain;
    if (url.protocol === 'https:') {
      const secured = await unlessLate(openTls(plain, host, means.anchors), late);
      entry.tls = secured.tls;
      socket = secured.socket;
      const { certificateError } = secured.tls;
      if (certificateError !== null && !order.acceptInvalidCertificate)
        throw stop('second-path-certificate-invalid', { host, error: causeOfCode(certificateError) });
    }
    const next = await unlessLate(
      httpExchange({ socket, url, presented: order.presented, headerBytes: bounds.headerBytes, entry, sink }),
      late,
    );
    return next;
  } finally {
    plain.destroy();
    entry.endedAt = now();
  }
}

async function unlessLate<T>(work: Promise<T>, late: AbortSignal): Promise<T> {
  work.catch(() => undefined); // its late failure is of no interest any more
  late.throwIfAborted();
  const over = new AbortController();
  const aborted = new Promise<never>((_done, fail) => {
    late.addEventListener('abort', () => fail(new Error('late')), { signal: over.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    over.abort();
  }
}

const stop = (code: string, params: Reason['params']) => new StepFailure({ code, ...(params && { params }) });

const now = () => new Date().toISOString();

function rootsOf(anchors: readonly string[] | undefined): string {
  if (anchors) return `${anchors.length} given`;
  const added = process.env['NODE_EXTRA_CA_CERTS'] === undefined ? '' : ', and those that NODE_EXTRA_CA_CERTS names';
  return `${rootCertificates.length} of Mozilla, as they come with Node ${process.version}${added}`;
}
