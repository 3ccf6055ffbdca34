import type { SecondPathDifference, SecondPathRun } from '../../../shared/case/capture/second-path.ts';
import type { Reason } from '../../../shared/case/reason.ts';
import type { Question } from '../gateway/gateway-log.ts';
import type { Header } from '../../archive/archived.ts';
import type { Presented } from '../recorder/messages.ts';

/** What the second path is asked to fetch, and within which bounds. */
export type FetchOrder = Readonly<{
  url: string;
  /** Headers by which it tells who asks: those that the browser sent, so that both are asked alike. */
  presented: Presented;
  allowPrivateNetwork: boolean;
  acceptInvalidCertificate: boolean;
  /** Milliseconds for all of it. */
  patience: number;
  /** File for the body's bytes as they come; must not exist. */
  bodyPath: string;
}>;

/** What the browser got for the main document, as far as the capture has it. */
export type BrowserCopy = Readonly<{
  /** Null where the browser got no answer. */
  status: number | null;
  finalUrl: string | null;
  headers: readonly Header[];
  address: string | null;
  addressesOffered: readonly string[];
  /** What it said of itself when it asked; null: not seen. */
  presented: Presented | null;
  /** The leaf certificate of its connection, PEM; null where there was none or it was not recorded. */
  leaf: string | null;
  /** The main document's bytes, all coding undone; null where the capture has none. */
  body: Readonly<{ path: string; bytes: number; sha256: string }> | null;
}>;

export type SecondPathRequest = Readonly<{ order: FetchOrder; browser: BrowserCopy }>;

/** TLS of one connection of the second path. */
export type OwnTls = Readonly<{
  protocol: string;
  cipher: string;
  /** OpenSSL's verdict against `roots` of the log, or null where it found nothing wrong. */
  certificateError: string | null;
  chain: NonNullable<SecondPathRun['tls']>['chain'];
  /** Leaf first. */
  pem: readonly string[];
}>;

/** One request of the second path, as it went. Times are UTC by this device's clock. */
export type Hop = {
  readonly url: string;
  readonly startedAt: string;
  address: string | null;
  connectedAt: string | null;
  tls: OwnTls | null;
  /** The request line and headers as they were sent; null where it did not come so far. */
  sent: Readonly<{ line: string; headers: readonly Header[]; at: string }> | null;
  /** The head of the answer as it came: every header, in order. */
  answer: Readonly<{
    httpVersion: string;
    status: number;
    statusText: string;
    headers: readonly Header[];
    at: string;
  }> | null;
  endedAt: string | null;
};

/** The second path's own log. */
export type FetchLog = Readonly<{
  url: string;
  startedAt: string;
  endedAt: string;
  bounds: Readonly<{ redirects: number; headerBytes: number; bodyBytes: number; milliseconds: number }>;
  /** What names were asked of this device's resolver, and its answers. */
  questions: readonly Question[];
  /** Which root certificates the verdicts on certificates stand on. */
  roots: string;
  hops: readonly Readonly<Hop>[];
  /** Why there is no answer, or not all of it; null where all came. */
  short: Reason | null;
  body: Readonly<{ bytes: number; sha256: string }> | null;
}>;

/** What two bodies that differ are made of, where they could be compared piece by piece. */
export type BodyRegion = Readonly<{
  /** Byte of the browser's copy where the pieces begin to differ. */
  at: number;
  browser: string;
  own: string;
  cause: SecondPathDifference['cause'];
}>;

export type SecondPathComparison = Readonly<{
  same: readonly SecondPathRun['same'][number][];
  differences: readonly SecondPathDifference[];
  /** Where the bodies differ: regions, or null where they were not compared piece by piece. */
  regions: readonly BodyRegion[] | null;
  /** The second path's body, all coding undone. */
  decoded: Readonly<{ bytes: number; sha256: string }> | Readonly<{ why: string }> | null;
}>;

export type SecondPathAnswer = Readonly<{ log: FetchLog; comparison: SecondPathComparison }>;
