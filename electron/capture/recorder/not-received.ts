import type { RequestKind } from '../../../shared/case/capture/requests.ts';
import type { Exchange } from './exchange.ts';

const kinds: Readonly<Record<string, RequestKind>> = {
  Document: 'frame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  TextTrack: 'media',
  XHR: 'data',
  Fetch: 'data',
  EventSource: 'data',
  WebSocket: 'data',
  Ping: 'message',
  CSPViolationReport: 'message',
  Preflight: 'message',
};

/** What a request was for, by the browser's own word for it. */
export function requestKindOf({ kind, initiator }: Pick<Exchange, 'kind' | 'initiator'>): RequestKind {
  return kind === 'Other' && initiator === 'other' ? 'icon' : (kinds[kind] ?? 'other');
}

/**
 * Why what was asked for was not received: it broke off or was refused, the server answered with an error, or with a part
 * that nobody asked for. Null where it came, where the page let go of it by itself, and while it is under way.
 */
export function whyNotReceived({ end, response, requestHeaders }: Exchange): string | null {
  const status = response?.status ?? 0;
  if (end.how !== 'open' && status >= 400) return `HTTP ${status}`; // the browser lets go of some of these by itself
  if (end.how === 'failed') return end.canceled ? null : end.error;
  const part = status === 206 && !requestHeaders.some(([name]) => name.toLowerCase() === 'range');
  return end.how === 'finished' && part ? `HTTP ${status}` : null;
}

/** What nobody sees of a page; and a film's bytes, which flow while it is shown. */
const unseen: ReadonlySet<string> = new Set<RequestKind>(['message', 'media', 'icon']);

/** An answer that came so shortly before the scripts were stopped may not have been worked on by them, in ms. */
const workedOn = 100;

/**
 * How many requests the page was waiting for when its scripts were stopped, and which ended only then: what it would have
 * made of their answers stands neither in its picture nor in its text. Those that never ended count elsewhere.
 *
 * @param heldAt when the scripts were stopped, in ms since 1970; null where they never were
 */
export function answeredWhileHeld(exchanges: readonly Exchange[], heldAt: number | null): number {
  if (heldAt === null) return 0;
  return exchanges.filter((exchange) => {
    const { kind, wall, sentAt, finishedAt, end } = exchange;
    if (
      unseen.has(requestKindOf(exchange)) ||
      kind === 'Prefetch' ||
      kind === 'Manifest' ||
      finishedAt === null ||
      end.how === 'redirected'
    )
      return false;
    const sent = wall * 1_000;
    const ended = sent + (finishedAt - sentAt) * 1_000;
    return sent < heldAt && ended > heldAt - workedOn;
  }).length;
}
