import { join } from 'node:path';
import type { Protocol } from 'puppeteer';
import { firstBranchId } from '../browser/cdp-pipe.ts';
import { BodySpool } from './body-spool.ts';
import { CdpClient } from './cdp-client.ts';
import type { Exchange, FrameLog } from './exchange.ts';
import { FrameRecorder } from './frame-recorder.ts';
import { MainAnswer } from './main-answer.ts';
import type { RecordedWay, ConnectionSecurity, Drain, FromRecorder } from './messages.ts';
import { requestKindOf, whyNotReceived } from './not-received.ts';
import { NetworkRecorder } from './network-recorder.ts';
import { SecurityWatch } from './security-watch.ts';
import { within } from './within.ts';

/** What the browser keeps of bodies until they are asked for, in bytes. */
const buffers = { maxTotalBufferSize: 192 * 1024 * 1024, maxResourceBufferSize: 32 * 1024 * 1024 };
/**
 * A page longer than this, in bytes, is not loaded further, and one that was compressed like no text is (measured: pages
 * 3 to 30 times, zeros 1,000 times) not even so far: it would keep the browser busy until the address's time is over.
 */
const longestPage = 64 * 1024 * 1024;
const longestBlank = 16 * 1024 * 1024;
const mostTimesCompressed = 200;
/** Answers that the browser owes when the capture ends are waited for, in ms: a page that hangs gives none. */
const patience = 3_000;
/** A request that gave no byte for so long is not waited for when the capture ends, in ms. */
const silence = 500;

/** The browser tells of a connection that it refused only with the notice that it shows instead of the page, in ms. */
const certificateWait = 3_000;

export type Recording = Readonly<{
  exchanges: readonly Exchange[];
  frames: readonly FrameLog[];
  beyondBound: number;
  security: readonly ConnectionSecurity[];
}>;

/**
 * Records every target of one browser: pages, frames in other processes, workers, popups. Each is held at its start
 * until it is being recorded.
 */
export class TargetRecorder {
  readonly cdp: CdpClient;
  readonly #say: (message: FromRecorder) => void;
  readonly #network: NetworkRecorder;
  readonly #frames: FrameRecorder;
  readonly #main: MainAnswer;
  readonly #security = new SecurityWatch();
  #page: string | null = null;
  #pageReady: Promise<void> = Promise.resolve();
  #pageUrl = '';
  #stopped = false;
  readonly #known = new Set<string>();
  #told = 0;
  #tellLater: NodeJS.Timeout | null = null;
  readonly #way: RecordedWay;
  #goOn: () => void = () => undefined;

  /** @param folder an empty one, for bodies */
  constructor(folder: string, way: RecordedWay, say: (message: FromRecorder) => void) {
    this.#say = say;
    this.#way = way;
    const spool = new BodySpool(folder);
    this.cdp = new CdpClient(
      firstBranchId,
      (cdp) => say({ cdp }),
      (method, params, session) => this.#event(method, params, session),
    );
    this.#frames = new FrameRecorder(spool);
    this.#main = new MainAnswer(this.cdp, () => this.#network, say, join(folder, 'file'));
    this.#network = new NetworkRecorder(this.cdp, spool, {
      activity: () => this.#tell(),
      sent: (exchange, event) => {
        if (event.type === 'Document' && event.frameId === this.#main.frame) this.#pageUrl = event.request.url;
        this.#main.sent(exchange, event);
      },
      sentHeaders: (requestId, headers) => this.#main.sentHeaders(requestId, headers),
      extraHeaders: (requestId, headers) => this.#main.extraHeaders(requestId, headers),
      came: (exchange) => this.#stopEndlessPage(exchange),
      ended: (exchange) => this.#onEnded(exchange),
    });
  }

  /** @param session the branch's own session with the browser */
  async open(session: string): Promise<void> {
    // A tab target stands between the browser and its pages, and speaks of nothing itself.
    await this.#attachAll(session, [
      { type: 'browser', exclude: true },
      { type: 'tab', exclude: true },
      { type: 'browser_ui', exclude: true },
      {},
    ]);
    while (this.#page === null) await new Promise((done) => setTimeout(done, 5));
    await this.#pageReady;
  }

  /** What was recorded so far. */
  get exchanges(): readonly Exchange[] {
    return this.#network.exchanges;
  }

  /** The document that the page shows now is the one that is captured: no other may take its place. */
  hold(): void {
    this.#main.hold();
  }

  async stop({ any, known }: Drain): Promise<Recording> {
    const began = performance.now();
    const flowing = () => this.#network.inFlight > 0 && performance.now() - this.#network.lastBytes < silence;
    const patient = () => performance.now() - began < (this.#network.endKnown ? known : any);
    while (flowing() && patient()) await new Promise((done) => setTimeout(done, 50));
    await this.#untilOffline();
    await this.#network.stop(patience);
    this.#main.close();
    const { exchanges, beyondBound } = this.#network;
    if (exchanges.some(refusedForCertificate)) await this.#security.pageKnown(certificateWait);
    return {
      exchanges,
      beyondBound,
      frames: this.#frames.close(),
      security: await this.#security.all(this.cdp, exchanges, patience),
    };
  }

  /** Nothing reaches a server any more. @param at since when, in ms since 1970 */
  offline(at: number): void {
    this.#network.offline(at);
    this.#goOn();
  }

  /** What is under way now stays as it is; the parent ends the traffic, or is gone. */
  async #untilOffline(): Promise<void> {
    this.#network.close();
    const offline = new Promise<void>((done) => {
      this.#goOn = done;
    });
    this.#say({ say: 'drained' });
    await within(patience, offline);
  }

  #attachAll(session: string, filter?: readonly object[]): Promise<unknown> {
    return this.cdp.send(session, 'Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      ...(filter && { filter }),
    });
  }

  #event(method: string, params: unknown, session: string): void {
    if (method.startsWith('Network.webSocket') || method === 'Network.eventSourceMessageReceived') {
      if (method === 'Network.eventSourceMessageReceived') {
        const { requestId } = params as Protocol.Network.EventSourceMessageReceivedEvent; // as the protocol has it
        this.#frames.eventStream(requestId, this.#network.exchange(requestId)?.url ?? '');
      }
      this.#frames.event(method, params);
    } else if (method.startsWith('Network.')) this.#network.event(method, params, session);
    else if (method === 'Target.attachedToTarget')
      this.#onAttached(params as Protocol.Target.AttachedToTargetEvent); // as the protocol has it
    else if (method === 'Fetch.requestPaused')
      void this.#main.paused(params as Protocol.Fetch.RequestPausedEvent, session).catch(() => undefined); // its target is gone
    else if (method === 'Security.visibleSecurityStateChanged' && session === this.#page)
      this.#security.event(params, this.#pageUrl);
  }

  #stopEndlessPage(exchange: Exchange): void {
    const { decoded, encoded } = exchange;
    const blank = decoded > longestBlank && decoded > encoded * mostTimesCompressed;
    if (this.#stopped || this.#page === null || (decoded <= longestPage && !blank)) return;
    if (exchange.kind !== 'Document' || !this.#main.isMain(exchange.requestId)) return;
    this.#stopped = true;
    exchange.cut = 'length';
    this.#say({ say: 'page-endless', bytes: decoded });
    void this.cdp.send(this.#page, 'Page.stopLoading').catch(() => undefined); // it is gone
  }

  #onAttached({ sessionId, targetInfo }: Protocol.Target.AttachedToTargetEvent): void {
    if (targetInfo.type === 'service_worker' && this.#known.has(targetInfo.targetId)) {
      // A service worker is told of twice, by its page and by the browser: twice recorded, its bytes would count twice.
      void this.cdp.send(sessionId, 'Runtime.runIfWaitingForDebugger').catch(() => undefined);
      return;
    }
    this.#known.add(targetInfo.targetId);
    const first = this.#page === null && targetInfo.type === 'page';
    if (first) {
      this.#page = sessionId;
      this.#main.watch(targetInfo.targetId); // a page's main frame has the id of its target
    }
    const ready = this.#record(sessionId, targetInfo.type, first);
    if (first) this.#pageReady = ready;
  }

  async #record(session: string, type: string, first: boolean): Promise<void> {
    const send = (method: string, params: object = {}) => this.cdp.send(session, method, params).catch(() => undefined);
    const framed = type === 'page' || type === 'iframe';
    const { userAgent } = this.#way;
    await Promise.all([
      send('Network.enable', { ...buffers, enableDurableMessages: true }),
      send('Network.setCacheDisabled', { cacheDisabled: true }),
      send('Network.setBypassServiceWorker', { bypass: true }),
      ...(first ? [send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Response' }] })] : []),
      ...(first ? [send('Security.enable')] : []),
      ...(framed && this.#way.acceptInvalidCertificate
        ? [send('Security.setIgnoreCertificateErrors', { ignore: true })]
        : []),
      // The browser was started under this name; given once more, without hints, it sends none and its pages read none.
      ...(userAgent === null ? [] : [send('Network.setUserAgentOverride', { userAgent })]),
      this.#attachAll(session).catch(() => undefined),
      send('Runtime.runIfWaitingForDebugger'),
    ]);
  }

  #onEnded(exchange: Exchange): void {
    this.#main.ended(exchange);
    const error = this.#main.isMain(exchange.requestId) ? null : whyNotReceived(exchange);
    if (error === null) return;
    const failure = { url: exchange.url.slice(0, 2_000), kind: requestKindOf(exchange), error };
    this.#say({ say: 'failure', failure });
  }

  /** How busy the network is, told at most every 20 ms. */
  #tell(): void {
    if (this.#tellLater) return;
    const wait = Math.max(0, this.#told + 20 - performance.now());
    this.#tellLater = setTimeout(() => {
      this.#tellLater = null;
      this.#told = performance.now();
      const { inFlight, requests, loaded } = this.#network;
      this.#say({ say: 'activity', inFlight, requests, loaded });
    }, wait);
  }
}

function refusedForCertificate({ kind, end }: Exchange): boolean {
  return kind === 'Document' && end.how === 'failed' && /ERR_(CERT|SSL)_/.test(end.error);
}
