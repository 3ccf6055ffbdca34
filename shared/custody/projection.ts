import { canonicalJson, type Json } from '../canonical-json.ts';
import type { JobState } from '../case/job.ts';
import type { Matter, MatterKind } from '../case/matter.ts';
import type { ItemRecord } from '../case/record.ts';
import type { Sha256 } from '../digest.ts';
import type { Act, ActPayload } from './acts.ts';
import type { Entry } from './entry.ts';
import { namedObjects } from './named-objects.ts';

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
export type Happening = {
  [A in Act]: Readonly<{
    entry: Entry;
    hash: Sha256;
    /** Digest and size of the entry's own object and of its payload object. */
    entryObject: Stored;
    payloadObject: Stored;
    act: A;
    value: ActPayload<A>;
    /** Of `item-added`: the record that the payload names. */
    item?: Readonly<{ record: ItemRecord; object: Stored }>;
  }>;
}[Act];
export type Stored = Readonly<{ sha256: Sha256; bytes: number }>;

/**
 * The rows that one entry adds. The writer inserts exactly these; `verify` makes them anew and compares, so that there
 * is one truth about what the database must say.
 */
export function project(happening: Happening): readonly Row[] {
  const { entry, hash, entryObject, payloadObject } = happening;
  return [
    row('entry', { seq: entry.seq, hash, object: entryObject.sha256, body: canonicalJson(entry) }),
    objectRow(entryObject),
    objectRow(payloadObject),
    ...rowsOfAct(happening),
  ];
}

function rowsOfAct(happening: Happening): readonly Row[] {
  const { seq } = happening.entry;
  switch (happening.act) {
    case 'case-created':
    case 'facts-edited':
      return [row('facts', { seq, body: canonicalJson(happening.value) })];
    case 'item-added': {
      if (!happening.item) throw new Error('An item-added entry comes with its record');
      const { record, object } = happening.item;
      const { item, category } = record;
      return [
        objectRow(object), // before the row that refers to it
        row('item', { item, seq, record: object.sha256, category, body: canonicalJson(record) }),
        ...record.artifacts.map(objectRow),
        ...(record.kind === 'capture' && record.job !== undefined
          ? [jobEvent(seq, record.job, record.outcome, { item })]
          : []),
      ];
    }
    case 'item-excluded':
      return [row('decision', { seq, item: happening.value.item, excluded: happening.value.reason })];
    case 'item-included':
      return [row('decision', { seq, item: happening.value.item, excluded: null })];
    case 'item-marked':
      return [row('mark', { seq, item: happening.value.item, body: canonicalJson(happening.value) })];
    case 'exhibits-set':
      return [row('arrangement', { seq, body: canonicalJson(happening.value.exhibits) })];
    case 'plan-set':
      return [row('plan', { seq, body: canonicalJson(happening.value) })];
    case 'attachment-added':
      return [
        row('attachment', { seq, item: happening.value.item, body: canonicalJson(happening.value) }),
        objectRow(happening.value.file),
      ];
    case 'captures-queued': {
      const { jobs, order } = happening.value;
      const body = canonicalJson(order);
      return [
        ...jobs.map(({ job, url }, place) => row('job', { job, seq, place, url, body })),
        ...jobs.map(({ job }) => jobEvent(seq, job, 'waiting', {})),
      ];
    }
    case 'capture-begun':
      return [jobEvent(seq, happening.value.job, 'begun', {})];
    case 'captures-decided': {
      const { jobs, state, reason } = happening.value;
      return jobs.map((job) => jobEvent(seq, job, state, { reason }));
    }
    case 'queue-held':
      return [row('queue_hold', { seq, body: canonicalJson(happening.value) })];
    case 'watch-set':
      return [matterRow(seq, 'watch', happening.value.list)];
    case 'spread-set':
      return [matterRow(seq, 'spread', happening.value)];
    case 'claims-set':
      return [matterRow(seq, 'claims', happening.value)];
    case 'order-set':
      return [matterRow(seq, 'order', happening.value.order)];
    case 'session-begun':
    case 'session-erased':
    case 'digests-exported':
    case 'package-exported':
    case 'objects-restored':
    case 'bundle-signed':
      return [];
    case 'package-received':
    case 'stamp-requested':
    case 'stamp-answered':
      return namedObjects(happening.act, happening.value).map(objectRow);
    case 'bundle-built':
      return [
        row('bundle', {
          seq,
          pdf: happening.value.pdf,
          sha256: happening.value.sha256,
          body: canonicalJson(happening.value),
        }),
      ];
  }
}

function row(table: TableName, cells: Row['cells']): Row {
  return { table, cells };
}

/** A job's way through the queue, one row a step; the newest is how it stands. */
function jobEvent(seq: number, job: string, state: JobState, body: Json): Row {
  return row('job_event', { event: `${seq} ${job}`, seq, job, state, body: canonicalJson(body) });
}

function matterRow<K extends MatterKind>(seq: number, kind: K, value: Matter<K> & Json): Row {
  return row('matter', { seq, kind, body: canonicalJson(value) });
}

/** The same object may be named often; the table holds it once. */
function objectRow({ sha256, bytes }: Stored): Row {
  return row('object', { sha256, bytes });
}
