import type { Protocol } from 'puppeteer';
import type { BodySpool, OpenBody, SpooledBody } from './body-spool.ts';
import type { CdpClient } from './cdp-client.ts';
import { headersOf, headersOfText, isLocal, type Exchange } from './exchange.ts';
import type { Header } from './messages.ts';

/** From here on a body is streamed: what is smaller the browser keeps until it is asked. */
const streamFrom = 4 * 1024 * 1024;
/** Known to be longer than this before its first byte: streamed from the beginning. */
const streamKnown = 16 * 1024 * 1024;
/** Bodies asked for at once, and requests recorded at most. */
const mostAsked = 4;
const mostExchanges = 20_000;

/** One request id: its exchanges, a redirect each, and the headers that come apart and in order. */
type Chain = {
  readonly hops: Exchange[];
  readonly requestExtras: Protocol.Network.RequestWillBeSentExtraInfoEvent[];
  readonly responseExtras: Protocol.Network.ResponseReceivedExtraInfoEvent[];
};

type Stream = { readonly body: OpenBody; started: boolean; readonly early: Uint8Array[] };

/** Who hears of what happens on the network. */
export type NetworkWatch = Readonly<{
  activity(): void;
  sent(exchange: Exchange, event: Protocol.Network.RequestWillBeSentEvent): void;
  extraHeaders(requestId: string, headers: readonly Header[]): void;
  ended(exchange: Exchange): void;
}>;

/**
 * Everything that the targets of one browser say about the network, as exchanges. Nothing is held up or rewritten:
 * bodies come from the browser's own buffer, which keeps them as the server sent them (coding undone, charset untouched;
 * measured, `Network.enable` with `enableDurableMessages`), and long ones are streamed while they arrive.
 */
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

  readonly #cdp: CdpClient;
  readonly #spool: BodySpool;
  readonly #watch: NetworkWatch;
  readonly #chains = new Map<string, Chain>();
  readonly #streams = new Map<string, Stream>();
  readonly #wanted: (() => Promise<void>)[] = [];
  #asking = 0;
  #idle: (() => void)[] = [];

  constructor(cdp: CdpClient, spool: BodySpool, watch: NetworkWatch) {
    this.#cdp = cdp;
    this.#spool = spool;
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

  /** The newest exchange of a request. */
  exchange(requestId: string): Exchange | null {
    return this.#chains.get(requestId)?.hops.at(-1) ?? null;
  }

  /** The body came another way, at the Fetch stage. */
  bodyIs(exchange: Exchange, bytes: Uint8Array): void {
    const body = this.#spool.open();
    body.append(bytes);
    exchange.body = body.close();
    exchange.bodySource = 'browser';
  }

  /** The body was taken before the browser had it: the address gave a file. */
  bodyTaken(exchange: Exchange, body: SpooledBody): void {
    exchange.body = body;
    exchange.bodySource = 'stream';
    exchange.decoded = body.bytes;
    if (exchange.end.how !== 'open') return;
    exchange.end = { how: 'finished' };
    this.#leave();
  }

  /** Settles once no body is being asked for. */
  async bodiesDone(): Promise<void> {
    while (this.#asking > 0 || this.#wanted.length > 0)
      await new Promise<void>((done) => {
        this.#idle.push(done);
      });
  }

  /** The capture ends: what is still under way is kept as far as it came. */
  async stop(): Promise<void> {
    for (const exchange of this.exchanges) {
      if (exchange.end.how !== 'open' || exchange.body) continue;
      const streaming = this.#streams.get(exchange.requestId);
      if (!streaming && exchange.decoded > 0) void this.#stream(exchange);
    }
    await this.bodiesDone();
    for (const exchange of this.exchanges) {
      const stream = this.#streams.get(exchange.requestId);
      if (exchange.end.how === 'open' && stream && !exchange.body) this.#takeStream(exchange, stream);
    }
    for (const chain of this.#chains.values()) placeHeaders(chain);
  }

  #onSent(event: Protocol.Network.RequestWillBeSentEvent, session: string): void {
    const { requestId, request, redirectResponse } = event;
    if (isLocal(request.url)) return;
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
      url: request.url + (request.urlFragment ?? ''),
      method: request.method,
      kind: event.type ?? 'Other',
      session,
      wall: event.wallTime,
      sentAt: event.timestamp,
      initiator: event.initiator.type,
      requestHeaders: headersOf(request.headers),
      requestBody: postData(request),
      response: null,
      responseHeaders: [],
      hasExtraInfo: false,
      decoded: 0,
      encoded: 0,
      body: null,
      bodySource: null,
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
    if (Number(header('content-length') ?? 0) > streamKnown && !exchange.body) void this.#stream(exchange);
    this.#watch.activity();
  }

  #onData(event: Protocol.Network.DataReceivedEvent, session: string): void {
    const exchange = this.exchange(event.requestId);
    if (exchange?.end.how !== 'open') return;
    this.lastBytes = performance.now();
    exchange.decoded += event.dataLength;
    this.loaded += event.dataLength;
    exchange.session = session;
    if (event.data !== undefined) {
      const stream = this.#streams.get(event.requestId);
      const bytes = Buffer.from(event.data, 'base64');
      if (stream?.started) stream.body.append(bytes);
      else stream?.early.push(bytes);
    } else if (exchange.decoded > streamFrom && !exchange.body && !this.#streams.has(event.requestId)) {
      void this.#stream(exchange);
    }
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
    this.#ask(() => this.#finishBody(exchange));
  }

  #onFailed(event: Protocol.Network.LoadingFailedEvent, session: string): void {
    const exchange = this.exchange(event.requestId);
    if (exchange?.end.how !== 'open') return;
    exchange.end = {
      how: 'failed',
      error: event.errorText,
      canceled: event.canceled ?? false,
      blocked: event.blockedReason ?? event.corsErrorStatus?.corsError ?? null,
    };
    exchange.finishedAt = event.timestamp;
    exchange.session = session;
    this.#leave();
    const stream = this.#streams.get(event.requestId);
    if (stream?.started) this.#takeStream(exchange, stream);
    this.#watch.ended(exchange);
  }

  #leave(): void {
    this.inFlight -= 1;
    this.#watch.activity();
  }

  /** Asks the browser to hand over this body as it comes, beginning with what it has of it. */
  async #stream(exchange: Exchange): Promise<void> {
    const stream: Stream = { body: this.#spool.open(), started: false, early: [] };
    this.#streams.set(exchange.requestId, stream);
    this.#asking += 1;
    try {
      const { bufferedData } = await this.#cdp.send<Protocol.Network.StreamResourceContentResponse>(
        exchange.session,
        'Network.streamResourceContent',
        { requestId: exchange.requestId },
      );
      stream.body.append(Buffer.from(bufferedData, 'base64'));
      for (const bytes of stream.early.splice(0)) stream.body.append(bytes);
      stream.started = true;
    } catch {
      this.#streams.delete(exchange.requestId); // it was there in full already, and is asked for as such
    } finally {
      this.#asking -= 1;
      this.#settle();
    }
  }

  async #finishBody(exchange: Exchange): Promise<void> {
    try {
      const stream = this.#streams.get(exchange.requestId);
      if (exchange.body) return;
      if (stream?.started) this.#takeStream(exchange, stream);
      else if (hasBody(exchange)) await this.#fetchBody(exchange);
    } finally {
      this.#watch.ended(exchange);
    }
  }

  async #fetchBody(exchange: Exchange): Promise<void> {
    try {
      const { body, base64Encoded } = await this.#cdp.send<Protocol.Network.GetResponseBodyResponse>(
        exchange.session,
        'Network.getResponseBody',
        { requestId: exchange.requestId },
      );
      this.bodyIs(exchange, Buffer.from(body, base64Encoded ? 'base64' : 'utf8'));
      this.#check(exchange);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (exchange.decoded === 0 && exchange.encoded === 0) return;
      exchange.end = { how: 'incomplete', why };
    }
  }

  #takeStream(exchange: Exchange, stream: Stream): void {
    this.#streams.delete(exchange.requestId);
    exchange.body = stream.body.close();
    exchange.bodySource = 'stream';
    this.#check(exchange);
  }

  /** What came must be as long as the browser says it was. */
  #check(exchange: Exchange): void {
    if (exchange.end.how !== 'finished' || exchange.body === null || exchange.decoded === 0) return;
    if (exchange.body.bytes !== exchange.decoded)
      exchange.end = { how: 'incomplete', why: `${exchange.body.bytes} of ${exchange.decoded} bytes` };
  }

  #ask(work: () => Promise<void>): void {
    this.#wanted.push(work);
    this.#next();
  }

  #next(): void {
    while (this.#asking < mostAsked) {
      const work = this.#wanted.shift();
      if (!work) break;
      this.#asking += 1;
      void work().finally(() => {
        this.#asking -= 1;
        this.#next();
        this.#settle();
      });
    }
  }

  #settle(): void {
    if (this.#asking === 0 && this.#wanted.length === 0) for (const done of this.#idle.splice(0)) done();
  }

  #chain(requestId: string): Chain {
    const known = this.#chains.get(requestId);
    if (known) return known;
    const fresh: Chain = { hops: [], requestExtras: [], responseExtras: [] };
    this.#chains.set(requestId, fresh);
    return fresh;
  }
}

/** Only the extra events have every header, cookies included; they come in the order of the redirects. */
function placeHeaders({ hops, requestExtras, responseExtras }: Chain): void {
  for (const [at, event] of requestExtras.entries()) {
    const hop = hops[at];
    if (hop) hop.requestHeaders = headersOf(event.headers);
  }
  const answered = hops.filter(({ hasExtraInfo }) => hasExtraInfo);
  for (const [at, event] of responseExtras.entries()) {
    const hop = answered[at];
    if (hop) hop.responseHeaders = extraHeaders(event);
  }
}

function extraHeaders({ headersText, headers }: Protocol.Network.ResponseReceivedExtraInfoEvent): Header[] {
  return headersText === undefined ? headersOf(headers) : headersOfText(headersText);
}

function hasBody({ method, response }: Exchange): boolean {
  const status = response?.status ?? 0;
  return response !== null && method !== 'HEAD' && status !== 204 && status !== 304 && status >= 200;
}

function postData({ postDataEntries = [] }: Protocol.Network.Request): Uint8Array | null {
  const entries = postDataEntries.flatMap(({ bytes }) => (bytes === undefined ? [] : [Buffer.from(bytes, 'base64')]));
  return entries.length > 0 ? Buffer.concat(entries) : null;
}
