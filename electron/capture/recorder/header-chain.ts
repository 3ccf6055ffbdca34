import type { Protocol } from 'puppeteer';
import { headersOf, headersOfText, type Exchange } from './exchange.ts';
import type { Header } from '../../archive/archived.ts';

/** One request id: its exchanges, a redirect each, and the headers that come apart and in order. */
export type Chain = {
  readonly hops: Exchange[];
  readonly requestExtras: Protocol.Network.RequestWillBeSentExtraInfoEvent[];
  readonly responseExtras: Protocol.Network.ResponseReceivedExtraInfoEvent[];
};

/** Only the extra events have every header, cookies included; they come in the order of the redirects. */
export function assignHeaders({ hops, requestExtras, responseExtras }: Chain): void {
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

export function extraHeaders({ headersText, headers }: Protocol.Network.ResponseReceivedExtraInfoEvent): Header[] {
  return headersText === undefined ? headersOf(headers) : headersOfText(headersText);
}
