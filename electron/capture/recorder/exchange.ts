import type { Protocol } from 'puppeteer';
import type { Cause } from '../../../shared/text.ts';
import type { SpooledBody } from './body-spool.ts';
import type { Header } from '../../archive/archived.ts';

/** One request and what became of it. A redirect is an exchange of its own. */
export type Exchange = {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly kind: string;
  /** Session that its target speaks on; the last one that had a word about it. */
  session: string;
  /** Seconds since 1970 by the browser's clock, and by its monotonic clock. */
  readonly wall: number;
  readonly sentAt: number;
  readonly initiator: string;
  requestHeaders: readonly Header[];
  readonly requestBody: Uint8Array | null;
  response: Protocol.Network.Response | null;
  /** The answer's status line where only the network log has it: the browser told of no answer. */
  told: Readonly<{ status: number; statusText: string }> | null;
  /** Headers of the answer: every one, in the server's order where the browser still has it. */
  responseHeaders: readonly Header[];
  hasExtraInfo: boolean;
  /** Bytes of the body that the browser says it received, all coding undone. */
  decoded: number;
  encoded: number;
  /** As the recorder has it; null where the answer has none, or none that was to be had. */
  body: SpooledBody | null;
  bodySource: 'browser' | 'stream' | 'netlog' | null;
  /** Why `body` is less than what came, where the recorder itself kept no more: the words of WARC 1.1 §5.13. */
  cut: 'length' | 'unspecified' | null;
  end: ExchangeEnd;
  finishedAt: number | null;
};

export type ExchangeEnd =
  | Readonly<{ how: 'open' | 'finished' | 'redirected' }>
  /** The browser had the body, the recorder has it in part or not at all. */
  | Readonly<{ how: 'incomplete'; why: Cause }>
  | Readonly<{ how: 'failed'; error: string; canceled: boolean; blocked: string | null }>;

/** Whether an answer like this one has a body at all (RFC 9110 §6.4.1). */
export function hasBody({ method, response, told }: Exchange): boolean {
  const status = response?.status ?? told?.status ?? 0;
  return method !== 'HEAD' && status !== 204 && status !== 304 && status >= 200;
}

/** Frames of one WebSocket or event stream, as lines of JSON on disk. */
export type FrameLog = Readonly<{ url: string; kind: 'websocket' | 'eventsource'; wall: number; body: SpooledBody }>;

/** Requests that reach no server: their bytes are in the page. */
export function isLocal(url: string): boolean {
  return /^(data|blob|about|chrome|chrome-error|chrome-extension|devtools|filesystem|javascript):/i.test(url);
}

/** Headers of an object of the protocol's; repeated ones come joined by newlines. */
export function headersOf(headers: Protocol.Network.Headers): Header[] {
  return Object.entries(headers as Record<string, string>).flatMap(([name, value]) =>
    value.split('\n').map((one): Header => [name, one]),
  );
}

/** Headers as the server wrote them, from the head of an HTTP/1.1 answer: order, case and repetition kept. */
export function headersOfText(text: string): Header[] {
  return text
    .split(/\r\n|\n/)
    .slice(1)
    .flatMap((line): Header[] => {
      const colon = line.indexOf(':');
      return colon <= 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]];
    });
}
