import type { Protocol } from 'puppeteer';
import type { BodySpool, OpenBody } from './body-spool.ts';
import type { FrameLog } from './exchange.ts';

/** Frames of one connection that are kept, in bytes of their log. */
const longestLog = 64 * 1024 * 1024;

/** What went over WebSockets and event streams, frame by frame, as lines of JSON. */
export class FrameRecorder {
  readonly #spool: BodySpool;
  readonly #logs = new Map<
    string,
    { url: string; kind: FrameLog['kind']; wall: number; body: OpenBody; cut: boolean }
  >();

  constructor(spool: BodySpool) {
    this.#spool = spool;
  }

  event(method: string, params: unknown): void {
    switch (method) {
      case 'Network.webSocketCreated': {
        const { requestId, url } = params as Protocol.Network.WebSocketCreatedEvent; // as the protocol has it
        this.#open(requestId, url, 'websocket');
        return;
      }
      case 'Network.webSocketWillSendHandshakeRequest':
      case 'Network.webSocketHandshakeResponseReceived':
      case 'Network.webSocketFrameSent':
      case 'Network.webSocketFrameReceived':
      case 'Network.webSocketFrameError':
      case 'Network.webSocketClosed':
        this.#note((params as { requestId: string }).requestId, method, params); // every one of them has it
        return;
      case 'Network.eventSourceMessageReceived':
        this.#note((params as { requestId: string }).requestId, method, params);
    }
  }

  /** The stream of events behind a request that turned out to be one. */
  eventStream(requestId: string, url: string): void {
    this.#open(requestId, url, 'eventsource');
  }

  close(): FrameLog[] {
    return [...this.#logs.values()].map(({ url, kind, wall, body }) => ({ url, kind, wall, body: body.close() }));
  }

  #open(requestId: string, url: string, kind: FrameLog['kind']): void {
    if (this.#logs.has(requestId)) return;
    this.#logs.set(requestId, { url, kind, wall: Date.now() / 1000, body: this.#spool.open(), cut: false });
  }

  #note(requestId: string, method: string, params: unknown): void {
    const log = this.#logs.get(requestId);
    if (!log || log.cut) return;
    log.cut = log.body.bytes > longestLog;
    const line = log.cut ? { cut: `longer than ${longestLog} bytes` } : params;
    log.body.append(Buffer.from(`${JSON.stringify({ event: method.slice('Network.'.length), at: line })}\n`));
  }
}
