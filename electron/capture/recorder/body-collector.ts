import type { Protocol } from 'puppeteer';
import { because, causeOf } from '../../../shared/cause.ts';
import type { BodySpool, OpenBody, SpooledBody } from './body-spool.ts';
import type { CdpClient } from './cdp-client.ts';
import { hasBody, type Exchange } from './exchange.ts';
import { within } from './within.ts';

/** From here on a body is streamed: what is smaller the browser keeps until it is asked. */
const streamFrom = 4 * 1024 * 1024;
/** Known to be longer than this before its first byte: streamed from the beginning. */
const streamKnown = 16 * 1024 * 1024;
/** Bodies asked for at once. */
const mostAsked = 4;
/** What is kept of one body, and of all together, in bytes: a page cannot fill the disk. */
const longestBody = 1024 ** 3;
const longestAll = 4 * 1024 ** 3;

type Stream = { readonly body: OpenBody; started: boolean; readonly early: Uint8Array[] };

/**
 * Gets the bodies of exchanges to disk. They come from the browser's own buffer, which keeps them as the server sent them
 * (coding undone, charset untouched; measured, `Network.enable` with `enableDurableMessages`), and long ones are streamed
 * while they arrive, so that their length takes no memory here or there.
 */
export class BodyCollector {
  readonly #cdp: CdpClient;
  readonly #spool: BodySpool;
  readonly #ended: (exchange: Exchange) => void;
  readonly #streams = new Map<string, Stream>();
  readonly #wanted: (() => Promise<void>)[] = [];
  #asking = 0;
  #kept = 0;
  #idle: (() => void)[] = [];

  /** @param ended hears of each exchange whose body is there, or is not to be had */
  constructor(cdp: CdpClient, spool: BodySpool, ended: (exchange: Exchange) => void) {
    this.#cdp = cdp;
    this.#spool = spool;
    this.#ended = ended;
  }

  /** The body came another way, at the Fetch stage. */
  bodyIs(exchange: Exchange, bytes: Uint8Array): void {
    const body = this.#spool.open();
    body.append(bytes);
    this.#kept += bytes.length;
    exchange.body = body.close();
    exchange.bodySource = 'browser';
  }

  /** The body was taken before the browser had it: the address gave a file. */
  bodyTaken(exchange: Exchange, body: SpooledBody): void {
    exchange.body = body;
    exchange.bodySource = 'stream';
    exchange.decoded = body.bytes;
  }

  /** The head of the answer is here. @param length of the body as the server says, or 0 */
  begins(exchange: Exchange, length: number): void {
    if (length > streamKnown && !exchange.body) void this.#stream(exchange);
  }

  /** Bytes of the body came; `data` where they are being streamed. */
  came(exchange: Exchange, data: string | undefined): void {
    const stream = this.#streams.get(exchange.requestId);
    if (data !== undefined) {
      const bytes = Buffer.from(data, 'base64');
      if (stream?.started) this.#append(exchange, stream, bytes);
      else stream?.early.push(bytes);
    } else if (exchange.decoded > streamFrom && !exchange.body && !stream) void this.#stream(exchange);
  }

  finished(exchange: Exchange): void {
    this.#ask(() => this.#finish(exchange));
  }

  /** The answer broke off: what was streamed of it is kept; the rest may be in the network log. */
  brokeOff(exchange: Exchange): void {
    const stream = this.#streams.get(exchange.requestId);
    if (stream?.started) this.#takeStream(exchange, stream);
    this.#ended(exchange);
  }

  /** The capture ends: what is still under way is kept as far as it came. @param patience ms for what the browser owes */
  async stop(exchanges: readonly Exchange[], patience: number): Promise<void> {
    for (const exchange of exchanges) {
      if (exchange.end.how !== 'open' || exchange.body) continue;
      if (!this.#streams.has(exchange.requestId) && exchange.decoded > 0) void this.#stream(exchange);
    }
    await within(patience, this.#settled());
    for (const exchange of exchanges)
      if (exchange.end.how === 'finished' && exchange.body === null && exchange.decoded > 0)
        exchange.end = { how: 'incomplete', why: because('browser-gave-no-more') };
    for (const exchange of exchanges) {
      const stream = this.#streams.get(exchange.requestId);
      if (exchange.end.how === 'open' && stream && !exchange.body) this.#takeStream(exchange, stream);
    }
  }

  async #settled(): Promise<void> {
    while (this.#asking > 0 || this.#wanted.length > 0)
      await new Promise<void>((done) => {
        this.#idle.push(done);
      });
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
      this.#append(exchange, stream, Buffer.from(bufferedData, 'base64'));
      for (const bytes of stream.early.splice(0)) this.#append(exchange, stream, bytes);
      stream.started = true;
    } catch {
      this.#streams.delete(exchange.requestId); // it was there in full already, and is asked for as such
    } finally {
      this.#asking -= 1;
      this.#settle();
    }
  }

  #append(exchange: Exchange, { body }: Stream, bytes: Uint8Array): void {
    const room = Math.max(0, Math.min(longestBody - body.bytes, longestAll - this.#kept));
    if (bytes.length > room) exchange.cut = 'length';
    body.append(bytes.length > room ? bytes.subarray(0, room) : bytes);
    this.#kept += Math.min(bytes.length, room);
  }

  async #finish(exchange: Exchange): Promise<void> {
    try {
      const stream = this.#streams.get(exchange.requestId);
      if (exchange.body) return;
      if (stream?.started) this.#takeStream(exchange, stream);
      else if (exchange.response === null || hasBody(exchange)) await this.#fetch(exchange);
    } finally {
      this.#ended(exchange);
    }
  }

  async #fetch(exchange: Exchange): Promise<void> {
    try {
      const { body, base64Encoded } = await this.#cdp.send<Protocol.Network.GetResponseBodyResponse>(
        exchange.session,
        'Network.getResponseBody',
        { requestId: exchange.requestId },
      );
      this.bodyIs(exchange, Buffer.from(body, base64Encoded ? 'base64' : 'utf8'));
      check(exchange);
    } catch (error) {
      if (exchange.decoded === 0 && exchange.encoded === 0) return;
      exchange.end = { how: 'incomplete', why: causeOf(error) };
    }
  }

  #takeStream(exchange: Exchange, stream: Stream): void {
    this.#streams.delete(exchange.requestId);
    exchange.body = stream.body.close();
    exchange.bodySource = 'stream';
    check(exchange);
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
}

/** What came must be as long as the browser says it was. */
function check(exchange: Exchange): void {
  if (exchange.end.how !== 'finished' || exchange.body === null || exchange.decoded === 0) return;
  if (exchange.body.bytes !== exchange.decoded)
    exchange.end = {
      how: 'incomplete',
      why: because('bytes-cut', { size: exchange.body.bytes, of: exchange.decoded }),
    };
}
