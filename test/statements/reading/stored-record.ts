import type { StoredOrder } from './stored-order.ts';

/** What the sentences are held against, field by field, as the records are stored: own types, not the program's. */
export type StoredReason = { code: string; params?: Record<string, string | number> };
export type StoredFile = {
  role: string;
  name: string;
  bytes: number;
  /** The row of the picture at which a tile of it begins. */
  y?: number;
  sha256: string;
  copyOf?: string;
  credentials?: boolean;
};
export type StoredStep = { step: string; outcome: string; ms: number; reason?: StoredReason };
export type StoredCheck = {
  check: string;
  outcome: string;
  detail: string;
  differences?: { ms: number; within?: number }[];
};
type StoredFailure = { kind: string; url: string; error: string };
type StoredFact = { name: string; value: string };
type Pages = { as: string };
type Carried = { warnings: StoredReason[] };
type Certificate = { sha256: string; subject: string; validTo: string };
export type StoredFetch = {
  ran: boolean;
  short?: object | string | null;
  reason?: StoredReason;
  userAgent?: string | null;
  acceptLanguage?: string | null;
  finalUrl?: string | null;
  address?: string | null;
  tls?: object | null;
  same?: string[];
  differences?: { field: string; name?: string; cause: string | null }[];
  more?: number;
};
type Part = { x: number; y: number; width: number; height: number; hiddenHeight: number; hiddenWidth: number };

export type StoredRecord = {
  kind: string;
  item: string;
  category?: string;
  title?: string | null;
  outcome: string;
  startedAt: string;
  endedAt: string;
  operator: string | null;
  program: { name: string; version: string };
  artifacts: StoredFile[];
  steps: StoredStep[];
  warnings: StoredReason[];
  url?: string;
  finalUrl?: string | null;
  httpStatus?: number | null;
  requests?: { count: number; failed: { kind: string; count: number }[]; named?: StoredFailure[] };
  server?: { host: string; address: string; port: number; own?: boolean } | null;
  connection?: {
    origin: string;
    protocol: string;
    cipher: string;
    certificateError: string | null;
    chain: Certificate[];
    seenBy?: string;
  } | null;
  presented?: { seen: boolean; userAgent: string | null; acceptLanguage: string | null; chosen: string[] };
  view?: { device: string; width: number; height: number; scale: number };
  picture?: { width: number; height: number } | null;
  file?: { facts: StoredFact[]; pages: Pages; parts?: Carried[] } | null;
  parts?: Carried[];
  checks?: StoredCheck[];
  judged?: { is: string };
  secondPath?: StoredFetch;
  browser?: { product: string; sha256: string | null; sandboxed: boolean } | null;
  byHand?: { seconds: number; clicks: number; keys: number };
  account?: string | null;
  session?: object;
  innerScroll?: { parts: Part[]; expanded: { width: number; height: number } | null };
  redaction?: { parentRecord: string; reason: string; regions: object[] };
  region?: { parentRecord: string; x: number; y: number; width: number; height: number };
  stitched?: { parts: { parentRecord: string }[] };
  fileName?: string;
  source?: string | null;
  receivedBy?: string | null;
  receivedOn?: string | null;
  facts?: StoredFact[];
  pages?: Pages;
  /** What a page says of itself; when a file was made, as was said at its import. */
  pageFacts?: StoredFact[];
  formed?: string;
};

export type StoredAttachment = {
  item: string;
  number: string | null;
  file: { name: string; bytes: number; sha256: string };
};
/** An entry of the custody log with the value of its payload, as far as papers speak of it. */
/** What people state of a case. */
export type StatedOfCase = {
  title?: string;
  declarant?: StoredDeclarant;
  submitted?: string;
  operator?: string | null;
  computerOwner?: string;
  caseNumber?: string;
  beforeSuit?: boolean;
  cause?: string | null;
  applicants?: string[];
  respondents?: string[];
  deponent?: string;
  counsel?: object[];
  operators?: { name: string; identity?: string; employer?: string; interest?: string }[];
};
/** What a lawyer wrote around the exhibits. */
export type StoredPlan = {
  chronology: { when: string; what: string; items?: string[] }[];
  elements: { id: string; name?: string; law?: string; fact?: string; contrary?: string; gap?: string }[];
  accepted: { code: string; where: string | null; reason: string; finding?: object }[];
  notes: string[];
  drafts: { title: string; text: string }[];
};
type InWords = Record<'zh-CN' | 'en', string>;
type Provision = { rule: InWords; by: 'act' | 'application'; from: string | null; until: string | null };
export type StoredClaims = {
  template: { elements: { id: string; name: InWords; law: Provision[] }[] };
  stated: {
    actOn: string | null;
    statements: { element: string; fact: string | null; law: string | null }[];
    links: { element: string; item: string; side: string; passage: string | null }[];
  };
};
export type StoredLink = { source: string; citing: string; decided: string; basis: string };
export type StoredDeclarant = { name: string; qualification?: string; employer?: string };
export type StoredEntry = {
  hash: string;
  caseId: string;
  seq: number;
  prev: string;
  wall: string;
  act: string;
  subject: string;
  actor: { person: string | null; program: string };
  payload: string;
  value: Partial<StoredAttachment> & {
    token?: object | null;
    exhibits?: StoredExhibitRow[];
    order?: StoredOrder;
    record?: string;
    links?: StoredLink[];
    reason?: string;
  } & StatedOfCase &
    Partial<StoredPlan> &
    Partial<StoredClaims>;
};
export type StoredMark = {
  kind: string;
  words?: string;
  region?: { x: number; y: number; width: number; height: number };
};
export type StoredExhibitRow = {
  item: string;
  title: string;
  group?: string;
  source?: string;
  summary?: string;
  purpose?: string;
  date?: string;
  kind?: string;
  copies?: number;
  original?: string;
  remarks?: string;
  traces?: string[];
  comparedWith?: string[];
  marks?: StoredMark[];
  elements?: string[];
  media?: Record<string, string>;
  notes?: string;
};
export type StoredManifest = {
  custody: { seq: number; hash: string };
  edition: string;
  report?: string;
  profile: string;
  program: string;
  pages: { page: number; kind: string; exhibit: number | null }[];
  adds?: { manifest: string; lastPage: number };
  earlier?: { number: string; item: string; title: string; pages: [number, number] }[];
  exhibits: {
    number: string;
    title: string;
    item: string;
    record: string;
    pages: [number, number];
    steps?: { step: string; outcome: string; ms: number }[];
  }[];
  images: { sha256: string; derived?: { original: string } }[];
};
