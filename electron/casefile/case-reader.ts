import type { Database } from 'better-sqlite3';
import type { Attachment } from '../../shared/case/attachment.ts';
import type { CaseFacts } from '../../shared/case/case.ts';
import type { Category } from '../../shared/case/category.ts';
import type { Arrangement } from '../../shared/case/exhibit.ts';
import type { Job } from '../../shared/case/job.ts';
import type { ItemRecord, Reason } from '../../shared/case/record.ts';
import { emptyPlan, type ProofPlan } from '../../shared/case/proof-plan.ts';
import type { CaseStatement, CaseStatementKind } from '../../shared/case/case-statement.ts';
import type { Entry } from '../../shared/custody/entry.ts';
import { isContent } from '../../shared/custody/payload.ts';
import type { Sha256 } from '../../shared/digest.ts';
import { because } from '../../shared/cause.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { CustodyPayload } from '../../shared/custody/event-types.ts';
import type { ItemState, ReadableCase, Triage } from './case-handles.ts';
import { objectFile, readObject } from './objects.ts';
import { holdOf, jobsIn, jobsLike, lastItemOf } from './database/queue-rows.ts';

type ItemRow = {
  item: string;
  seq: number;
  record: string;
  body: string;
  excluded: string | null;
  accepted: 0 | 1 | null;
};

/** The latest decision on each item says whether it is excluded, and why; the latest mark whether it was accepted. */
const itemsSql = (condition: string) => `
  SELECT item.item, item.seq, item.record, item.body,
    (SELECT excluded FROM decision WHERE decision.item = item.item ORDER BY decision.seq DESC LIMIT 1) AS excluded,
    (SELECT body ->> '$.accepted' FROM mark WHERE mark.item = item.item ORDER BY mark.seq DESC LIMIT 1) AS accepted
  FROM item ${condition} ORDER BY item.seq`;

/**
 * Reads a case from an open database. Bodies in the database are canonical JSON that this program wrote after parsing
 * it; `verify` compares every one of them with the custody log, so that they are not parsed by schema again here.
 */
/** Behind every entry of a log. */
const newest = Number.MAX_SAFE_INTEGER;

export class CaseReader implements ReadableCase {
  readonly folder: string;
  readonly caseId: string;
  protected readonly db: Database;
  readonly #release: () => void;

  constructor(folder: string, db: Database, release: () => void) {
    this.folder = folder;
    this.db = db;
    this.#release = release;
    this.caseId = this.#one('SELECT body FROM entry WHERE seq = 0', (body) => (JSON.parse(body) as Entry).caseId);
  }

  facts(upTo = newest): CaseFacts {
    const row = this.db.prepare('SELECT body FROM facts WHERE seq <= ? ORDER BY seq DESC LIMIT 1').get(upTo) as
      { body: string } | undefined;
    if (!row) throw new FascicleError('case-damaged', { why: because('log-empty') });
    return JSON.parse(row.body) as CaseFacts;
  }

  items(filter: { category?: Category } = {}): readonly ItemState[] {
    const { category } = filter;
    const rows =
      category === undefined
        ? this.db.prepare(itemsSql('')).all()
        : this.db.prepare(itemsSql('WHERE category = ?')).all(category);
    const attachments = Map.groupBy(this.#attachments(), ({ item }) => item);
    return (rows as ItemRow[]).map((row) => itemState(row, attachments.get(row.item) ?? []));
  }

  machineRead(): readonly Attachment[] {
    return this.#attachments().filter(({ kind }) => kind === 'machine-read');
  }

  itemsAfter(seq: number): readonly ItemState[] {
    const rows = this.db.prepare(itemsSql('WHERE item.seq > ?')).all(seq) as ItemRow[];
    const attachments = Map.groupBy(this.#attachments(), ({ item }) => item);
    return rows.map((row) => itemState(row, attachments.get(row.item) ?? []));
  }

  triage(): ReadonlyMap<string, Triage> {
    const found = new Map<string, Triage>();
    const marks = this.db.prepare('SELECT body FROM mark ORDER BY seq').all() as { body: string }[];
    for (const { body } of marks) {
      const { item, accepted, tags } = JSON.parse(body) as CustodyPayload<'item-marked'>;
      found.set(item, { excluded: null, accepted, tags });
    }
    const rows = this.db.prepare('SELECT item, excluded FROM decision ORDER BY seq').all() as {
      item: string;
      excluded: string | null;
    }[];
    for (const { item, excluded } of rows) {
      found.set(item, { ...(found.get(item) ?? { accepted: false, tags: [] }), excluded });
    }
    return found;
  }

  leafHash(seq: number): Sha256 | null {
    const row = this.db.prepare('SELECT hash FROM entry WHERE seq = ?').get(seq) as { hash: string } | undefined;
    return row?.hash ?? null;
  }

  item(idOrPrefix: string): ItemState {
    const prefix = idOrPrefix.toLowerCase();
    const found = /^[0-9a-f-]+$/.test(prefix)
      ? (this.db.prepare(itemsSql('WHERE item.item >= ? AND item.item < ?')).all(prefix, `${prefix}g`) as ItemRow[]) // "g" sorts behind every hexadecimal digit
      : [];
    const [row, second] = found;
    if (!row) throw new FascicleError('no-such-item', { item: idOrPrefix });
    if (second) throw new FascicleError('ambiguous-item', { item: idOrPrefix, count: found.length });
    return itemState(
      row,
      this.#attachments().filter(({ item }) => item === row.item),
    );
  }

  arrangement(upTo = newest): Arrangement | null {
    const row = this.db.prepare('SELECT body FROM arrangement WHERE seq <= ? ORDER BY seq DESC LIMIT 1').get(upTo) as
      { body: string } | undefined;
    return row ? (JSON.parse(row.body) as Arrangement) : null;
  }

  jobs(which: 'all' | 'open'): readonly Job[] {
    return jobsIn(this.db, which);
  }

  job(idOrPrefix: string): Job {
    const prefix = idOrPrefix.toLowerCase();
    const [job, second] = /^[0-9a-f-]+$/.test(prefix) ? jobsLike(this.db, prefix) : [];
    if (!job || second) throw new FascicleError('no-such-job', { job: idOrPrefix });
    return job;
  }

  queueHold(): Reason | null {
    return holdOf(this.db);
  }

  lastItemOf(url: string): string | null {
    return lastItemOf(this.db, url);
  }

  plan(upTo = newest): ProofPlan {
    // A case that an earlier program wrote and nobody has opened to write since has no such table.
    if (!this.db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'plan'`).get()) return emptyPlan;
    const row = this.db.prepare('SELECT body FROM plan WHERE seq <= ? ORDER BY seq DESC LIMIT 1').get(upTo) as
      { body: string } | undefined;
    return row ? (JSON.parse(row.body) as ProofPlan) : emptyPlan;
  }

  statement<K extends CaseStatementKind>(kind: K, upTo = newest): CaseStatement<K> | null {
    const row = this.db
      .prepare('SELECT body FROM matter WHERE kind = ? AND seq <= ? ORDER BY seq DESC LIMIT 1')
      .get(kind, upTo) as { body: string } | undefined;
    return row ? (JSON.parse(row.body) as CaseStatement<K>) : null;
  }

  entries(prefix: 'all' | 'content' = 'all'): readonly Entry[] {
    const rows = this.db.prepare('SELECT body FROM entry ORDER BY seq').all() as { body: string }[];
    const entries = rows.map(({ body }) => JSON.parse(body) as Entry);
    return prefix === 'all' ? entries : entries.slice(0, entries.findLastIndex(({ act }) => isContent(act)) + 1);
  }

  count(): number {
    return (this.db.prepare('SELECT count(*) AS items FROM item').get() as { items: number }).items;
  }

  head(prefix: 'all' | 'content' = 'all'): Readonly<{ seq: number; hash: Sha256; wall: string }> {
    const rows = this.db
      .prepare(`SELECT seq, hash, body ->> '$.act' AS act, body ->> '$.wall' AS wall FROM entry ORDER BY seq DESC`)
      .iterate() as IterableIterator<{ seq: number; hash: string; act: string; wall: string }>;
    for (const { seq, hash, act, wall } of rows) {
      if (prefix === 'all' || isContent(act)) return { seq, hash, wall };
    }
    throw new FascicleError('case-damaged', { why: because('log-empty') });
  }

  objectPath(sha256: Sha256): string {
    return objectFile(this.folder, sha256);
  }

  readObject(sha256: Sha256): Uint8Array {
    return readObject(this.folder, sha256);
  }

  close(): void {
    this.db.close();
    this.#release();
  }

  #attachments(): readonly Attachment[] {
    const rows = this.db.prepare('SELECT body FROM attachment ORDER BY seq').all() as { body: string }[];
    return rows.map(({ body }) => JSON.parse(body) as Attachment);
  }

  #one<T>(sql: string, read: (body: string) => T): T {
    const row = this.db.prepare(sql).get() as { body: string } | undefined;
    if (!row) throw new FascicleError('case-damaged', { why: because('log-empty') });
    return read(row.body);
  }
}

function itemState(row: ItemRow, attachments: readonly Attachment[]): ItemState {
  const { item, seq, record, body, excluded } = row;
  const accepted = row.accepted === 1;
  return { item, seq, recordSha256: record, record: JSON.parse(body) as ItemRecord, excluded, accepted, attachments };
}
