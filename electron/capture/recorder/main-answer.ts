import { because, causeOf } from '../../../shared/cause.ts';
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Protocol } from 'puppeteer';
import type { Reason } from '../../../shared/case/record.ts';
import type { Cause } from '../../../shared/text.ts';
import type { CdpClient } from './cdp-client.ts';
import { headersOf, type Exchange, type ExchangeEnd } from './exchange.ts';
import type { FromRecorder, Presented } from './messages.ts';
import type { Header } from '../../archive/archived.ts';
import type { NetworkRecorder } from './network-recorder.ts';

/** Responses of these kinds are shown by the browser as a page; everything else is a file. */
const pageTypes =
  /^(text\/(html|plain|xml|css|javascript|markdown|csv)|application\/(xhtml\+xml|xml|json|ld\+json|javascript)|application\/[\w.-]+\+(xml|json)|)$/;
const largestFile = 2 * 1024 * 1024 * 1024;
/** A body of known length up to this is read before the page gets it. */
const largestKnown = 16 * 1024 * 1024;

/**
 * The answer that gives the page, seen before the browser has it: a page goes on to the browser untouched, a file is
 * streamed to disk and never shown. Redirects on the way are told one by one.
 */
export class MainAnswer {
  readonly #cdp: CdpClient;
  readonly #network: () => NetworkRecorder;
  readonly #say: (message: FromRecorder) => void;
  readonly #fileTarget: string;
  #frame = '';
  #closed = false;
  #held = false;
  /** Requests for the main document, by id, which is the id of the navigation too; each with its last hop. */
  readonly #requests = new Map<string, Exchange>();
  /** Those whose answer gave a page, and of whose bytes nothing was told yet. */
  readonly #untold = new Set<string>();
  #extra = new Map<string, readonly Header[]>();
  /** What requests told of the browser, as it went out: of those that are under way, and it may come before they are known. */
  readonly #presented = new Map<string, Presented>();

  constructor(
    cdp: CdpClient,
    network: () => NetworkRecorder,
    say: (message: FromRecorder) => void,
    fileTarget: string,
  ) {
    this.#cdp = cdp;
    this.#network = network;
    this.#say = say;
    this.#fileTarget = fileTarget;
  }

  /** @param frame the main frame of the page that is captured */
  watch(frame: string): void {
    this.#frame = frame;
  }

  isMain(requestId: string): boolean {
    return this.#requests.has(requestId);
  }

  get frame(): string {
    return this.#frame;
  }

  /** The page that stands now is the one that was captured: where it goes later does not count. */
  close(): void {
    this.#closed = true;
    const missing = { code: 'source-incomplete', params: { why: because('still-loading') } };
    for (const loader of this.#untold) this.#say({ say: 'source', loader, source: null, missing });
    this.#untold.clear();
  }

  /** An answer that would put another document into the main frame is refused from here on: the page stays. */
  hold(): void {
    this.#held = true;
  }

  sent(exchange: Exchange, event: Protocol.Network.RequestWillBeSentEvent): void {
    if (this.#closed || event.type !== 'Document' || event.frameId !== this.#frame) return;
    if (this.#held && !this.#requests.has(event.requestId)) return;
    this.#requests.set(event.requestId, exchange);
    this.#sayPresented(event.requestId);
    const { redirectResponse } = event;
    if (!redirectResponse) return;
    const headers = this.#extra.get(event.requestId) ?? headersOf(redirectResponse.headers);
    this.#extra.delete(event.requestId);
    const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? null;
    const { url, status } = redirectResponse;
    this.#say({ say: 'redirect', redirect: { loader: event.requestId, url, status, location, headers } });
  }

  sentHeaders(requestId: string, headers: readonly Header[]): void {
    if (this.#closed) return;
    const [userAgent, acceptLanguage] = [valueOf(headers, 'user-agent'), valueOf(headers, 'accept-language')];
    this.#presented.set(requestId, { userAgent, acceptLanguage });
    if (this.#requests.has(requestId)) this.#sayPresented(requestId);
  }

  #sayPresented(loader: string): void {
    const presented = this.#presented.get(loader);
    if (presented) this.#say({ say: 'presented', loader, presented });
  }

  extraHeaders(requestId: string, headers: readonly Header[]): void {
    if (this.#closed) return;
    this.#extra.set(requestId, headers);
    if (this.#requests.has(requestId)) this.#say({ say: 'headers', loader: requestId, headers });
  }

  /** The body of the page came in full, or not. */
  ended(exchange: Exchange): void {
    this.#extra.delete(exchange.requestId);
    this.#presented.delete(exchange.requestId);
    const loader = exchange.requestId;
    if (this.#closed || !this.#untold.has(loader) || exchange !== this.#requests.get(loader)) return;
    this.#untold.delete(loader);
    const { body, end } = exchange;
    if (end.how === 'finished')
      this.#say({ say: 'source', loader, source: body ?? this.#empty(exchange), missing: null });
    else {
      this.#say({
        say: 'source',
        loader,
        source: null,
        missing: { code: 'source-incomplete', params: { why: because('answer-incomplete', { why: causeOfEnd(end) }) } },
      });
    }
  }

  async paused(event: Protocol.Fetch.RequestPausedEvent, session: string): Promise<void> {
    const { requestId, responseStatusCode: status, frameId } = event;
    if (frameId === this.#frame && this.#held) {
      this.#say({ say: 'leaving-refused', url: event.request.url.slice(0, 2_000) });
      await this.#cdp.send(session, 'Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    const headers = (event.responseHeaders ?? []).map(({ name, value }): Header => [name, value]);
    const redirect = status !== undefined && status >= 300 && status < 400 && valueOf(headers, 'location') !== null;
    if (frameId !== this.#frame || status === undefined || redirect || this.#closed) {
      await this.#cdp.send(session, 'Fetch.continueRequest', { requestId });
      return;
    }
    await this.#answered(event, status, headers, session);
  }

  /** The answer that ends the navigation: told, then streamed to disk as a file, or let go on as a page. */
  async #answered(
    event: Protocol.Fetch.RequestPausedEvent,
    status: number,
    headers: readonly Header[],
    session: string,
  ): Promise<void> {
    const { requestId, networkId = '' } = event;
    const mediaType = (valueOf(headers, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const response = {
      url: event.request.url,
      status,
      statusText: event.responseStatusText ?? '',
      mediaType,
      headers: this.#extra.get(networkId) ?? headers,
      receivedAt: new Date().toISOString(),
    };
    this.#say({ say: 'response', loader: networkId, response });
    const exchange = this.#network().exchange(networkId);
    const disposition = valueOf(headers, 'content-disposition') ?? '';
    if (!pageTypes.test(mediaType) || /^\s*attachment/i.test(disposition)) {
      const name = nameOf(disposition, event.request.url);
      await this.#takeFile(requestId, session, exchange, { name, length: lengthOf(headers) });
      return;
    }
    this.#untold.add(networkId);
    const length = lengthOf(headers) ?? 0;
    if (exchange && length > 0 && length <= largestKnown) await this.#read(requestId, session, exchange);
    await this.#cdp.send(session, 'Fetch.continueRequest', { requestId });
  }

  async #read(requestId: string, session: string, exchange: Exchange): Promise<void> {
    try {
      const { body, base64Encoded } = await this.#cdp.send<Protocol.Fetch.GetResponseBodyResponse>(
        session,
        'Fetch.getResponseBody',
        { requestId },
      );
      this.#network().bodyIs(exchange, Buffer.from(body, base64Encoded ? 'base64' : 'utf8'));
    } catch {
      // The answer broke off; how it ended is told by the network's own events.
    }
  }

  #empty(exchange: Exchange) {
    this.#network().bodyIs(exchange, new Uint8Array());
    return exchange.body;
  }

  async #takeFile(
    requestId: string,
    session: string,
    exchange: Exchange | null,
    told: { name: string; length: number | null },
  ): Promise<void> {
    this.#say({ say: 'file-begun' });
    const fd = openSync(this.#fileTarget, 'wx', 0o600);
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      const { stream } = await this.#cdp.send<Protocol.Fetch.TakeResponseBodyAsStreamResponse>(
        session,
        'Fetch.takeResponseBodyAsStream',
        { requestId },
      );
      for (;;) {
        const { data, base64Encoded, eof } = await this.#cdp.send<Protocol.IO.ReadResponse>(session, 'IO.read', {
          handle: stream,
          size: 1_048_576,
        });
        const chunk = Buffer.from(data, base64Encoded ? 'base64' : 'utf8');
        for (let at = 0; at < chunk.length;) at += writeSync(fd, chunk, at);
        hash.update(chunk);
        bytes += chunk.length;
        this.#network().contentCame(chunk.length);
        if (bytes > largestFile) throw new Error(`longer than ${largestFile} bytes`);
        if (eof) break;
      }
      if (exchange) this.#network().bodyTaken(exchange, { path: this.#fileTarget, bytes, sha256: hash.digest('hex') });
      this.#say({ say: 'file', file: { path: this.#fileTarget, ...told, bytes } });
    } catch (error) {
      const reason: Reason = { code: 'file-incomplete', params: { why: causeOf(error), bytes } };
      this.#say({ say: 'file-failed', reason });
    } finally {
      closeSync(fd);
      await this.#cdp.send(session, 'Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => undefined);
    }
  }
}

/** How long the server says the body is, in bytes; null where it does not say, or sends it in a coding. */
function lengthOf(headers: readonly Header[]): number | null {
  const length = Number(valueOf(headers, 'content-length') ?? NaN);
  return valueOf(headers, 'content-encoding') === null && Number.isSafeInteger(length) ? length : null;
}

/** The first header of this name, in lower case. */
const valueOf = (headers: readonly Header[], wanted: string): string | null =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;

/** The name a server or an address gives a file; only for people, never used as a path. */
function nameOf(disposition: string, url: string): string {
  const extended = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition);
  const fromUrl = URL.parse(url)?.pathname.split('/').at(-1) ?? '';
  const decoded = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  return (decoded(extended ?? '') || plain?.[1] || plain?.[2]?.trim() || decoded(fromUrl) || 'download')
    .toWellFormed()
    .slice(0, 200);
}

function causeOfEnd(end: ExchangeEnd): Cause {
  switch (end.how) {
    case 'incomplete':
      return end.why;
    case 'failed':
      return causeOf(new Error(end.error));
    case 'redirected':
      return because('request-redirected');
    case 'open':
    case 'finished':
      return because('still-loading');
  }
}
