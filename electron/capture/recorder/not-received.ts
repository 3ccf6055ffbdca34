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
