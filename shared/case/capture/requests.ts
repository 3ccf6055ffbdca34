/**
 * What a page asks for beside its own document. `message`: what it only sends, and shows nothing of; `icon`: what the browser
 * asks for by itself, for its tab.
 */
export const requestKinds = [
  'frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'media',
  'data',
  'message',
  'icon',
  'other',
] as const;
export type RequestKind = (typeof requestKinds)[number];

/** One request that came to nothing: its address, what it was for, and the browser's word or the status of the answer. */
export type FailedRequest = Readonly<{ url: string; kind: RequestKind; error: string }>;

/** So many of the requests that came to nothing are named in a record; the rest is counted. */
export const mostNamed = 100;
/** Code units of an address that is written whole; a longer one is named by its origin. */
export const longestNamed = 1_999;
