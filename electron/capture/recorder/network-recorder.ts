import type { Protocol } from 'puppeteer';
import { BodyCollector } from './body-collector.ts';
import type { BodySpool, SpooledBody } from './body-spool.ts';
import type { CdpClient } from './cdp-client.ts';
import { hasBody, headersOf, isLocal, type Exchange } from './exchange.ts';
import { extraHeaders, assignHeaders, type Chain } from './header-chain.ts';
import type { Header } from '../../archive/archived.ts';

/** Requests recorded at most. */
const mostExchanges = 20_000;

/** Who hears of what happens on the network. */
export type NetworkWatch = Readonly<{
  activity(): void;
  sent(exchange: Exchange, event: Protocol.Network.RequestWillBeSentEvent): void;
  /** Headers of a request as they went out. */
  sentHeaders(requestId: string, headers: readonly Header[]): void;
  extraHeaders(requestId: string, headers: readonly Header[]): void;
  came(exchange: Exchange): void;
  ended(exchange: Exchange): void;
}>;

/** Everything that the targets of one browser say about the network, as exchanges. Nothing is held up or rewritten. */
export class NetworkRecorder {
  readonly exchanges: Exchange[] = [];
  beyondBound = 0;
  inFlight = 0;
  /** Requests so far, redirects not counted. */
  requests = 0;
  /** Bytes of content that came, for all requests together. */
  loaded = 0;
  /** When bytes last came, by this process's clock. */
  lastBytes = performance.now();

  readonly #bodies: BodyCollector;
  readonly #watch: NetworkWatch;
  readonly #chains = new Map<string, Chain>();
  #closing = false;
  /** Since when nothing reaches a server, in ms since 1970. */
  #offline = Infinity;

  constructor(cdp: CdpClient, spool: BodySpool, watch: NetworkWatch) {
    this.#bodies = new BodyCollector(cdp, spool, (exchange) => watch.ended(exchange));
    this.#watch = watch;
  }

  /** Takes one event of the protocol's `Network` domain. */
  event(method: string, params: unknown, session: string): void {
    // Each event is as the protocol's description of this browser has it.
    if (method === 'Network.requestWillBeSent')
      this.#onSent(params as Protocol.Network.RequestWillBeSentEvent, session);
    else if (method === 'Network.requestWillBeSentExtraInfo')
      this.#onSentExtra(params as Protocol.Network.RequestWillBeSentExtraInfoEvent);
    else if (method === 'Network.responseReceived')
      this.#onResponse(params as Protocol.Network.ResponseReceivedEvent, session);
    else if (method === 'Network.responseReceivedExtraInfo')
      this.#onResponseExtra(params as Protocol.Network.ResponseReceivedExtraInfoEvent);
    else if (method === 'Network.dataReceived') this.#onData(params as Protocol.Network.DataReceivedEvent, session);
    else if (method === 'Network.loadingFinished')
      this.#onFinished(params as Protocol.Network.LoadingFinishedEvent, session);
    else if (method === 'Network.loadingFailed') this.#onFailed(params as Protocol.Network.LoadingFailedEvent, session);
  }

  /** Whether something is still coming whose server said how long it is. */
  get endKnown(): boolean {
    return this.exchanges.some(({ end, response, responseHeaders, decoded }) => {
      const length = responseHeaders.find(([name]) => name.toLowerCase() === 'content-length')?.[1];
      return end.how === 'open' && response !== null && decoded > 0 && Number(length ?? 0) > 0;
    });
  }

  /** The newest exchange of a request. */
  exchange(requestId: string): Exchange | null {
    return this.#chains.get(requestId)?.hops.at(-1) ?? null;
  }

  /** The body came another way, at the Fetch stage. */
  bodyIs(exchange: Exchange, bytes: Uint8Array): void {
    this.#bodies.bodyIs(exchange, bytes);
  }

  /** The body was taken before the browser had it: the address gave a file. */
  bodyTaken(exchange: Exchange, body: SpooledBody): void {
    this.#bodies.bodyTaken(exchange, body);
    if (exchange.end.how !== 'open') return;
    exchange.end = { how: 'finished' };
    this.#leave();
  }

  /** Bytes of content came another way than by the browser's events. */
  contentCame(bytes: number): void {
    this.lastBytes = performance.now();
    this.loaded += bytes;
    this.#watch.activity();
  }

  /** What breaks off from here on does so because the capture ends: it counts as open. */
  close(): void {
    this.#closing = true;
  }

  /** What is asked for from here on goes nowhere, and is not recorded. @param at in ms since 1970 */
  offline(at: number): void {
    this.#offline = at;
  }

  /** The capture ends: what is still under way is kept as far as it came. @param patience ms for what the browser owes */
  async stop(patience: number): Promise<void> {
    await this.#bodies.stop(this.exchanges, patience);
    for (const chain of this.#chains.values()) assignHeaders(chain);
  }

  #onSent(event: Protocol.Network.RequestWillBeSentEvent, session: string): void {
    const { requestId, request, redirectResponse } = event;
    if (isLocal(request.url) || event.wallTime * 1_000 > this.#offline) return;
    const chain = this.#chain(requestId);
    const last = chain.hops.at(-1);
    if (last && !redirectResponse) return; // told again by the frame's new process
    if (last && redirectResponse) {
      last.response = redirectResponse;
      last.responseHeaders = headersOf(redirectResponse.headers);
      last.hasExtraInfo = event.redirectHasExtraInfo;
      last.encoded = redirectResponse.encodedDataLength;
      last.end = { how: 'redirected' };
      last.finishedAt = event.timestamp;
    } else {
      this.inFlight += 1;
      this.requests += 1;
    }
    if (this.exchanges.length >= mostExchanges) {
      this.beyondBound += 1;
      return;
    }
    const exchange: Exchange = {
      requestId,
      url: request.url, // the fragment stands apart: no server is asked for it
      method: request.method,
      kind: event.type ?? 'Other',
      session,
      wall: event.wallTime,
      sentAt: event.timestamp,
      initiator: event.initiator.type,
      requestHeaders: headersOf(request.headers),
      requestBody: postData(request),
      response: null,
      told: null,
      responseHeaders: [],
      hasExtraInfo: false,
      decoded: 0,
      encoded: 0,
      body: null,
      bodySource: null,
      cut: null,
      end: { how: 'open' },
      finishedAt: null,
    };
    chain.hops.push(exchange);
    this.exchanges.push(exchange);
    this.#watch.sent(exchange, event);
    this.#watch.activity();
  }

  #onSentExtra(event: Protocol.Network.RequestWillBeSentExtraInfoEvent): void {
    this.#chain(event.requestId).requestExtras.push(event);
    this.#watch.sentHeaders(event.requestId, headersOf(event.headers));
  }

  #onResponseExtra(event: Protocol.Network.ResponseReceivedExtraInfoEvent): void {
    this.#chain(event.requestId).responseExtras.push(event);
    this.#watch.extraHeaders(event.requestId, extraHeaders(event));
  }

  #onResponse(event: Protocol.Network.ResponseReceivedEvent, session: string): void {
    const exchange = this.exchange(event.requestId);
    if (!exchange || exchange.response) return;
    exchange.response = event.response;
    exchange.responseHeaders = headersOf(event.response.headers);
    exchange.hasExtraInfo = event.hasExtraInfo;
    exchange.session = session;
    const header = (name: string) => exchange.responseHeaders.find(([one]) => one.toLowerCase() === name)?.[1];
    this.#bodies.begins(exchange, Number(header('content-length') ?? 0) || 0);
    this.#watch.activity();
  }

  #onData(event: Protocol.Network.DataReceivedEvent, session: string): void {
    const exchange = this.exchange(event.requestId);
    if (exchange?.end.how !== 'open') return;
    this.lastBytes = performance.now();
    exchange.decoded += event.dataLength;
    exchange.encoded += event.encodedDataLength;
    this.loaded += event.dataLength;
    exchange.session = session;
    this.#bodies.came(exchange, event.data);
    this.#watch.came(exchange);
    this.#watch.activity();
  }

  #onFinished(event: Protocol.Network.LoadingFinishedEvent, session: string): void {
    const exchange = this.exchange(event.requestId);
    if (exchange?.end.how !== 'open') return;
    exchange.end = { how: 'finished' };
    exchange.encoded = event.encodedDataLength;
    exchange.finishedAt = event.timestamp;
    exchange.session = session;
    this.#leave();
    this.#bodies.finished(exchange);
  }

  #onFailed(event: Protocol.Network.LoadingFailedEvent, session: string): void {
    const exchange = this.exchange(event.requestId);
    if (exchange?.end.how !== 'open' || this.#closing) return;
    if (event.blockedReason === 'inspector') {
      this.#withdraw(exchange);
      return;
    }
    const canceled = event.canceled ?? false;
    const blocked = event.blockedReason ?? event.corsErrorStatus?.corsError ?? null;
    // A page that lets go of an answer without a body has nothing cut off.
    const whole = canceled && exchange.response !== null && !hasBody(exchange);
    exchange.end = whole ? { how: 'finished' } : { how: 'failed', error: event.errorText, canceled, blocked };
    exchange.finishedAt = event.timestamp;
    exchange.session = session;
    this.#leave();
    this.#bodies.brokeOff(exchange);
  }

  /** The program itself kept it from being sent: nothing was asked of anybody. */
  #withdraw(exchange: Exchange): void {
    this.#chains.delete(exchange.requestId);
    this.exchanges.splice(this.exchanges.lastIndexOf(exchange), 1);
    this.requests -= 1;
    this.#leave();
  }

  #leave(): void {
    this.inFlight -= 1;
    this.#watch.activity();
  }

  #chain(requestId: string): Chain {
    const known = this.#chains.get(requestId);
    if (known) return known;
    const fresh: Chain = { hops: [], requestExtras: [], responseExtras: [] };
    this.#chains.set(requestId, fresh);
    return fresh;
  }
}

function postData({ postDataEntries = [] }: Protocol.Network.Request): Uint8Array | null {
  const entries = postDataEntries.flatMap(({ bytes }) => (bytes === undefined ? [] : [Buffer.from(bytes, 'base64')]));
  return entries.length > 0 ? Buffer.concat(entries) : null;
}
