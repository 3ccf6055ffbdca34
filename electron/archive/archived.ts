import type { Json } from '../../shared/canonical-json.ts';

export type Header = readonly [name: string, value: string];

/** Bytes that lie in a file, and their SHA-256. */
export type ArchivedBody = Readonly<{ path: string; bytes: number; sha256: string }>;

/** Why a response has less than its body; the words of WARC 1.1 §5.13. */
export type Truncated = 'length' | 'time' | 'disconnect' | 'unspecified';

/** One request and its answer, as the archive keeps them. */
export type ArchivedExchange = Readonly<{
  url: string;
  /** When it was sent: UTC by this device's clock, RFC 3339 with milliseconds. */
  date: string;
  method: string;
  requestHeaders: readonly Header[];
  requestBody: Uint8Array | null;
  response: Readonly<{
    status: number;
    statusText: string;
    headers: readonly Header[];
    /** Transfer and content coding undone, charset untouched. */
    body: ArchivedBody | null;
    truncated: Truncated | null;
  }> | null;
  /** The server's address, where the gateway's log knows it. */
  address: string | null;
  /** `h2`, `tls/1.3` …: values of WARC-Protocol. */
  protocols: readonly string[];
  cipherSuite: string | null;
  /** Times, connection and whatever else was measured. */
  about: Json;
  /** Why there is no answer, or null. */
  failure: Json | null;
}>;

/** Something that belongs to the page and was not sent by the server: a picture of it, its text. */
export type ArchivedResource = Readonly<{
  /** Its URI in the archive: `urn:text:https://…`. */
  uri: string;
  mediaType: string;
  date: string;
  body: ArchivedBody | Uint8Array;
}>;

/** Lines of JSON that say something about an address: frames of a WebSocket. */
export type ArchivedMetadata = Readonly<{
  url: string;
  mediaType: string;
  date: string;
  body: ArchivedBody | Uint8Array;
}>;
