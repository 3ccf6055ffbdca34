import { canonicalJson, type Json } from '../canonical-json.ts';
import type { JobState } from '../case/job.ts';
import type { CaseStatement, CaseStatementKind } from '../case/case-statement.ts';
import type { ItemRecord } from '../case/record.ts';
import type { Sha256 } from '../digest.ts';
import type { EventType, CustodyPayload } from './event-types.ts';
import type { Entry } from './entry.ts';
import { namedObjects } from './named-objects.ts';
import type { Stored } from './stored.ts';

/** One row of one table of `case.db`, by column. */
export type Row = Readonly<{ table: TableName; cells: Readonly<Record<string, string | number | null>> }>;

/** Every table with its columns in order. The database is an index: all of it can be made anew from the custody log. */
export const tables = {
  entry: ['seq', 'hash', 'object', 'body'],
  object: ['sha256', 'bytes'],
  facts: ['seq', 'body'],
  item: ['item', 'seq', 'record', 'category', 'body'],
  decision: ['seq', 'item', 'excluded'],
  arrangement: ['seq', 'body'],
  attachment: ['seq', 'item', 'body'],
  plan: ['seq', 'body'],
  bundle: ['seq', 'pdf', 'sha256', 'body'],
  job: ['job', 'seq', 'place', 'url', 'body'],
  job_event: ['event', 'seq', 'job', 'state', 'body'],
  queue_hold: ['seq', 'body'],
  matter: ['seq', 'kind', 'body'],
  mark: ['seq', 'item', 'body'],
} as const;
export type TableName = keyof typeof tables;

/** An entry with everything it leads to, already read and checked against its digests. */
export type CustodyEvent = {
  [A in EventType]: Readonly<{
    entry: Entry;
    hash: Sha256;
    /** Digest and size of the entry's own object and of its payload object. */
    entryObject: Stored;
    payloadObject: Stored;
    act: A;
    value: CustodyPayload<A>;
    /** Of `item-added`: the record that the payload names. */
    item?: Readonly<{ record: ItemRecord; object: Stored }>;
  }>;
}[EventType];

/**
 * The rows that one entry adds. The writer inserts exactly these; `verify` makes them anew and compares, so that there
 * is one truth about what the database must say.
 */
export function project(custodyEvent: CustodyEvent): readonly Row[] {
  const { entry, hash, entryObject, payloadObject } = custodyEvent;
  return [
    row('entry', { seq: entry.seq, hash, object: entryObject.sha256, body: canonicalJson(entry) }),
    objectRow(entryObject),
    objectRow(payloadObject),
    ...rowsOfEvent(custodyEvent),
  ];
}

function rowsOfEvent<A extends EventType>(custodyEvent: EventOf<A>): readonly Row[] {
  return rowsOf[custodyEvent.act](custodyEvent, custodyEvent.entry.seq);
}

type EventOf<A extends EventType> = Extract<CustodyEvent, { act: A }>;

const none = (): readonly Row[] => [];
const factsRow = (seq: number, value: Json): readonly Row[] => [row('facts', { seq, body: canonicalJson(value) })];

/** What each event of the custody log adds, beside its entry and its payload. */
const rowsOf: { readonly [A in EventType]: (event: EventOf<A>, seq: number) => readonly Row[] } = {
  'case-created': ({ value }, seq) => factsRow(seq, value),
  'facts-edited': ({ value }, seq) => factsRow(seq, value),
  'item-added': itemRows,
  'item-excluded': ({ value }, seq) => [row('decision', { seq, item: value.item, excluded: value.reason })],
  'item-included': ({ value }, seq) => [row('decision', { seq, item: value.item, excluded: null })],
  'item-marked': ({ value }, seq) => [row('mark', { seq, item: value.item, body: canonicalJson(value) })],
  'exhibits-set': ({ value }, seq) => [row('arrangement', { seq, body: canonicalJson(value.exhibits) })],
  'plan-set': ({ value }, seq) => [row('plan', { seq, body: canonicalJson(value) })],
  'attachment-added': ({ value }, seq) => [
    row('attachment', { seq, item: value.item, body: canonicalJson(value) }),
    objectRow(value.file),
  ],
  'captures-queued': ({ value: { jobs, order } }, seq) => {
    const body = canonicalJson(order);
    return [
      ...jobs.map(({ job, url }, index) => row('job', { job, seq, place: index, url, body })),
      ...jobs.map(({ job }) => jobEvent(seq, job, 'waiting', {})),
    ];
  },
  'capture-begun': ({ value }, seq) => [jobEvent(seq, value.job, 'begun', {})],
  'captures-decided': ({ value: { jobs, state, reason } }, seq) =>
    jobs.map((job) => jobEvent(seq, job, state, { reason })),
  'queue-held': ({ value }, seq) => [row('queue_hold', { seq, body: canonicalJson(value) })],
  'watch-set': ({ value }, seq) => [caseStatementRow(seq, 'watch', value.list)],
  'spread-set': ({ value }, seq) => [caseStatementRow(seq, 'spread', value)],
  'claims-set': ({ value }, seq) => [caseStatementRow(seq, 'claims', value)],
  'order-set': ({ value }, seq) => [caseStatementRow(seq, 'order', value.order)],
  'session-begun': none,
  'session-erased': none,
  'digests-exported': none,
  'history-accepted': none,
  'notice-read': none,
  'package-exported': none,
  'objects-restored': none,
  'bundle-signed': none,
  'package-received': ({ act, value }) => namedObjects(act, value).map(objectRow),
  'stamp-requested': ({ act, value }) => namedObjects(act, value).map(objectRow),
  'stamp-answered': ({ act, value }) => namedObjects(act, value).map(objectRow),
  'bundle-built': ({ value }, seq) => [
    row('bundle', { seq, pdf: value.pdf, sha256: value.sha256, body: canonicalJson(value) }),
  ],
};

function itemRows({ item: added, value }: EventOf<'item-added'>, seq: number): readonly Row[] {
  if (!added) throw new Error('An item-added entry comes with its record');
  const { record, object } = added;
  const { item, category } = record;
  return [
    objectRow(object), // before the row that refers to it
    row('item', { item, seq, record: object.sha256, category, body: canonicalJson(record) }),
    ...record.artifacts.map(objectRow),
    // The job of a record that came in a package waited in another case; here it is nobody's.
    ...(record.kind === 'capture' && record.job !== undefined && value.received === undefined
      ? [jobEvent(seq, record.job, record.outcome, { item })]
      : []),
  ];
}

function row(table: TableName, cells: Row['cells']): Row {
  return { table, cells };
}

/** A job's way through the queue, one row a step; the newest is how it stands. */
function jobEvent(seq: number, job: string, state: JobState, body: Json): Row {
  return row('job_event', { event: `${seq} ${job}`, seq, job, state, body: canonicalJson(body) });
}

function caseStatementRow<K extends CaseStatementKind>(seq: number, kind: K, value: CaseStatement<K> & Json): Row {
  return row('matter', { seq, kind, body: canonicalJson(value) });
}

/** The same object may be named often; the table holds it once. */
function objectRow({ sha256, bytes }: Stored): Row {
  return row('object', { sha256, bytes });
}
