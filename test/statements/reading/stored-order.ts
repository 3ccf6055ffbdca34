/** The ruling as a person entered it, as far as the report speaks of it: own types, not the program's. */
export type StoredDue =
  | { by: 'day'; on: string }
  | { by: 'moment'; at: string }
  | { by: 'days-from-service'; days: number; party: string }
  | { by: 'at-once'; party: string }
  | { by: 'not-stated' };
type Account = { account: string; original: string | null; looks: { item: string; seen: boolean | null }[] };
export type StoredChannel = {
  channel: string;
  originals: string[];
  clarifications: string[];
  scopeOfOriginal: string | null;
  scopeOfClarification: string | null;
  accounts: Account[];
};
export type StoredAccount = Account;
type Common = { id: string; text: string; due: StoredDue };
export type StoredStop = Common & {
  kind: 'stop';
  places: { channel: string; account: string | null; address: string; words: string }[];
};
export type StoredClarify = Common & { kind: 'clarify'; words: string; channels: StoredChannel[] };
export type StoredHomepage = Common & { kind: 'homepage'; address: string; words: string; days: number | null };
export type StoredObligation = StoredStop | StoredClarify | StoredHomepage;
export type StoredOrder = {
  number: string | null;
  item: string | null;
  ruled: string | null;
  measureTaken: string | null;
  served: { party: string; role: string; way: string; on: string; item: string | null; completedBy?: string }[];
  term: { until: 'day' | 'judgment' | 'not-stated'; day?: string };
  obligations: StoredObligation[];
};
