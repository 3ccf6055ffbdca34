import type { FailedRequest } from '../../../shared/case/capture/requests.ts';
import type { Reason } from '../../../shared/case/record.ts';
import type { Dial } from '../gateway/gateway-log.ts';
import type { Header } from '../../archive/archived.ts';

/** `loader` names the navigation, as the browser's frame does once it shows the document that came of it. */
export type Redirect = Readonly<{
  loader: string;
  url: string;
  status: number;
  location: string | null;
  headers: readonly Header[];
}>;

/** The answer that gave the page, as the server sent it. */
export type MainResponse = Readonly<{
  url: string;
  status: number;
  statusText: string;
  mediaType: string;
  headers: readonly Header[];
  /** When its head came here, by this device's clock. */
  receivedAt: string;
}>;

/** What a request says of the one who asks, as it went out; null: no such header. */
export type Presented = Readonly<{ userAgent: string | null; acceptLanguage: string | null }>;

/**
 * What the operator chose of how pages are asked for. `userAgent`: a name that no hint contradicts, for none is given beside
 * it; null: the browser's own name and hints.
 */
export type RecordedWay = Readonly<{ acceptInvalidCertificate: boolean; userAgent: string | null }>;

/** A file that the recorder wrote. */
export type RecordedFile = Readonly<{ path: string; bytes: number }>;

/** What the page looks like besides what the server sent: it goes into the archive as `resource` records. */
type PageResource = Readonly<{ name: string; mediaType: string; path: string }>;

/** Everything that the archive needs and the recorder does not know. */
export type PackRequest = Readonly<{
  page: Readonly<{ url: string; title: string; text: string; startedAt: string }>;
  resources: readonly PageResource[];
  /** Values of the page's own addresses that let somebody in. */
  known: readonly string[];
  dials: readonly Readonly<Dial>[];
  /** The browser's network log, complete once the browser has ended; null where there is none. */
  netlog: string | null;
  /** Bytes at which the browser began to drop the log's oldest events. */
  netlogCap: number;
  software: string;
}>;

/** What packing gave. */
export type Packed = Readonly<{
  wacz: RecordedFile;
  disclosure: RecordedFile;
  netlog: RecordedFile | null;
  netlogTruncated: boolean;
  counts: Counts;
  /** Values that the exchanges carried and that let somebody in, to be looked for in the capture's other files. */
  secrets: readonly string[];
}>;

export type Counts = Readonly<{
  exchanges: number;
  bytes: number;
  /** Bodies that the browser received in full and the recorder did not get in full. */
  incomplete: number;
  /** Requests that were still going on when the capture ended. */
  open: number;
  failed: number;
  /** Bodies that came from the network log, because the browser had none left. */
  fromNetlog: number;
  /** Requests beyond the bound on how many are recorded. */
  beyondBound: number;
  /** Values that the disclosure copy has replaced. */
  replaced: number;
}>;

/** A connection's security as the browser saw it, and the chain that the server sent on it. */
export type ConnectionSecurity = Readonly<{
  origin: string;
  /** DER, leaf first. */
  chain: readonly Uint8Array[];
  protocol: string;
  cipher: string;
  keyExchange: string;
  /** The browser's own verdict: null for none wrong, or its error, `ERR_CERT_AUTHORITY_INVALID`. */
  error: string | null;
  state: string;
}>;

/** How long bodies that still flow are waited for when the capture ends, in ms: any, and such as have a known length. */
export type Drain = Readonly<{ any: number; known: number }>;

/**
 * Parent to recorder. `cdp`: bytes of the branch, each message closed by a NUL. `hold`: the page is led nowhere any more.
 * `offline`: since `at`, in ms since 1970, nothing reaches a server; it answers `drained`.
 * `heldAt`: when the page's scripts were stopped, in ms since 1970; null where they never were.
 */
export type ToRecorder =
  | Readonly<{ cdp: Uint8Array }>
  | Readonly<{ ask: 'open'; session: string; folder: string; way: RecordedWay }>
  | Readonly<{ ask: 'sync'; call: number }>
  | Readonly<{ ask: 'hold'; call: number }>
  | Readonly<{ ask: 'stop'; call: number; drain: Drain; heldAt: number | null }>
  | Readonly<{ ask: 'offline'; at: number }>
  | Readonly<{ ask: 'pack'; call: number; request: PackRequest }>;

/** Recorder to parent. `cdp`: a message for the browser; `took`: so many bytes are worked off. */
export type FromRecorder =
  | Readonly<{ cdp: string }>
  | Readonly<{ took: number }>
  | Readonly<{ say: 'ready' }>
  | Readonly<{ say: 'activity'; inFlight: number; requests: number; loaded: number }>
  | Readonly<{ say: 'redirect'; redirect: Redirect }>
  | Readonly<{ say: 'response'; loader: string; response: MainResponse }>
  | Readonly<{ say: 'presented'; loader: string; presented: Presented }>
  | Readonly<{ say: 'headers'; loader: string; headers: readonly Header[] }>
  | Readonly<{ say: 'source'; loader: string; source: RecordedFile | null; missing: Reason | null }>
  | Readonly<{ say: 'leaving-refused'; url: string }>
  | Readonly<{ say: 'page-endless'; bytes: number }>
  | Readonly<{ say: 'file-begun' }>
  /** `length`: of the file as the server said, where it said so and sent the file as it is. */
  | Readonly<{ say: 'file'; file: RecordedFile & Readonly<{ name: string; length: number | null }> }>
  | Readonly<{ say: 'file-failed'; reason: Reason }>
  | Readonly<{ say: 'failure'; failure: FailedRequest }>
  | Readonly<{ say: 'synced'; call: number }>
  | Readonly<{ say: 'drained' }>
  | Readonly<{ say: 'stopped'; call: number; security: readonly ConnectionSecurity[]; answeredWhileHeld: number }>
  | Readonly<{ say: 'packed'; call: number; packed: Packed }>
  | Readonly<{ say: 'refused'; call: number; why: string }>;
