import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import type { Attachment } from '../../../shared/case/attachment.ts';
import type { ItemRecord } from '../../../shared/case/record.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import { baseRow, indexedText, type BaseRow } from './rows-of.ts';
import { pairsOf, searchIndex, type Found } from './search-index.ts';
import { remove } from '../../casefile/files/durable.ts';

/** Shape of the index; another number, and it is made anew. */
const shape = 5;

type MachineRead = Attachment['file'];
type TextJob = Readonly<{
  seq: number;
  record: ItemRecord;
  machineRead: MachineRead | null;
  title: string;
  address: string;
}>;

/**
 * What the window keeps of a case in the user's cache: one row per item, and the words of its texts. An index and
 * nothing else: it is made again whenever it does not continue the case's log, and losing it costs a minute.
 */
export class CaseIndex {
  readonly #db: Database;
  readonly #rows = new Map<string, BaseRow>();
  #state = '';
  #jobs: TextJob[] = [];
  #texts = 0;

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.#db = openCache(file);
    for (const { body } of this.#db.prepare('SELECT body FROM row ORDER BY seq').all() as { body: string }[]) {
      const row = JSON.parse(body) as BaseRow; // this program's own words; the shape number guards them
      this.#rows.set(row.item, row);
    }
    this.#texts = (this.#db.prepare('SELECT count(*) AS n FROM pair_fts').get() as { n: number }).n;
  }

  /** Rows by item, in order of intake. */
  get rows(): ReadonlyMap<string, BaseRow> {
    return this.#rows;
  }

  get progress(): Readonly<{ indexed: number; of: number }> {
    return { indexed: this.#texts, of: this.#rows.size };
  }

  /** Takes in what the case has and the index has not. @param state `databaseState` of the case */
  update(caseFile: ReadableCase, state: string): void {
    if (state === this.#state) return;
    const last = this.#db.prepare('SELECT seq, hash FROM taken').get() as { seq: number; hash: string } | undefined;
    if (last && caseFile.leafHash(last.seq) !== last.hash) this.#forget();
    const from = last && caseFile.leafHash(last.seq) === last.hash ? last.seq : -1;
    const fresh = caseFile.itemsAfter(from);
    const head = caseFile.head();
    const insert = this.#db.prepare('INSERT OR REPLACE INTO row (seq, body) VALUES (?, ?)');
    this.#db.transaction(() => {
      for (const item of fresh) {
        const row = baseRow(item);
        insert.run(row.seq, JSON.stringify(row));
        this.#rows.set(row.item, row);
      }
      this.#db.prepare('DELETE FROM taken').run();
      this.#db.prepare('INSERT INTO taken (seq, hash) VALUES (?, ?)').run(head.seq, head.hash);
    })();
    this.#readAgain(caseFile);
    this.#jobs = [...this.#jobs, ...this.#textJobs(caseFile, fresh)];
    this.#state = state;
  }

  /**
   * Reads texts into the search index for so many milliseconds. @returns whether there is more to do
   */
  readTexts(folder: string, milliseconds: number): boolean {
    const until = performance.now() + milliseconds;
    const text = this.#db.prepare('INSERT INTO text_fts (rowid, title, address, body) VALUES (?, ?, ?, ?)');
    const pairs = this.#db.prepare('INSERT INTO pair_fts (rowid, pairs) VALUES (?, ?)');
    const read = this.#db.prepare('INSERT OR REPLACE INTO machine_read (seq, sha256) VALUES (?, ?)');
    this.#db.transaction(() => {
      while (this.#jobs.length > 0 && performance.now() < until) {
        const [{ seq, record, machineRead, title, address }] = this.#jobs.splice(0, 1) as [TextJob];
        const body = indexedText(folder, record, machineRead);
        text.run(seq, title, address, body);
        pairs.run(seq, pairsOf(`${title}\n${address}\n${body}`));
        if (machineRead) read.run(seq, machineRead.sha256);
        this.#texts += 1;
      }
    })();
    return this.#jobs.length > 0;
  }

  /** Places where all the words stand, titles first. */
  search(words: string, limit: number): Found {
    const bySeq = new Map([...this.#rows.values()].map((row) => [row.seq, row.item]));
    return searchIndex(this.#db, words, limit, (seq) => bySeq.get(seq));
  }

  close(): void {
    this.#db.close();
  }

  /** Items whose text is not in the index yet: the new ones, and those of a run that was ended before it was done. */
  #textJobs(caseFile: ReadableCase, fresh: readonly ItemState[]): readonly TextJob[] {
    const known = new Set(
      (this.#db.prepare('SELECT rowid AS seq FROM pair_fts').all() as { seq: number }[]).map(({ seq }) => seq),
    );
    const waiting = new Set(this.#jobs.map(({ seq }) => seq));
    const missing = [...this.#rows.values()].filter(({ seq }) => !known.has(seq) && !waiting.has(seq));
    const states = new Map(fresh.map((state) => [state.seq, state]));
    const first = missing.find(({ seq }) => !states.has(seq));
    if (first) for (const state of caseFile.itemsAfter(first.seq - 1)) states.set(state.seq, state);
    return missing.flatMap(({ seq, title, from }) => {
      const state = states.get(seq);
      return state ? [{ seq, record: state.record, machineRead: machineReadOf(state), title, address: from }] : [];
    });
  }

  /** Items that a machine has read since they were indexed lose their place in the index, and so get a new one. */
  #readAgain(caseFile: ReadableCase): void {
    const known = new Map(
      (this.#db.prepare('SELECT seq, sha256 FROM machine_read').all() as { seq: number; sha256: string }[]).map(
        ({ seq, sha256 }) => [seq, sha256],
      ),
    );
    const indexed = this.#db.prepare('SELECT 1 FROM pair_fts WHERE rowid = ?');
    const forget = ['text_fts', 'pair_fts'].map((table) => this.#db.prepare(`DELETE FROM ${table} WHERE rowid = ?`));
    this.#db.transaction(() => {
      const read = new Map<number, TextJob['machineRead']>();
      for (const { item, file } of caseFile.machineRead()) {
        const seq = this.#rows.get(item)?.seq;
        if (seq === undefined) continue;
        read.set(seq, file);
        if (known.get(seq) === file.sha256 || indexed.get(seq) === undefined) continue;
        for (const one of forget) one.run(seq);
        this.#texts -= 1;
      }
      if (read.size > 0)
        this.#jobs = this.#jobs.map((job) => ({ ...job, machineRead: read.get(job.seq) ?? job.machineRead }));
    })();
  }

  #forget(): void {
    this.#db.exec(
      'DELETE FROM row; DELETE FROM taken; DELETE FROM text_fts; DELETE FROM pair_fts; DELETE FROM machine_read;',
    );
    this.#rows.clear();
    this.#jobs = [];
    this.#texts = 0;
  }
}

const machineReadOf = ({ attachments }: ItemState): MachineRead | null =>
  attachments.findLast(({ kind }) => kind === 'machine-read')?.file ?? null;

/** Name of a case in the cache and in addresses: of its folder, for a copy elsewhere may have gone its own way. */
export function caseKey(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 24);
}

/** Opens the cache's file; one that is damaged or of another shape is made anew. */
function openCache(file: string): Database {
  for (const attempt of [1, 2]) {
    try {
      const db = new Sqlite(file);
      const found = db.pragma('user_version', { simple: true });
      if (found === shape) return settled(db);
      if (found === 0) {
        db.exec(tables);
        db.pragma(`user_version = ${shape}`);
        return settled(db);
      }
      db.close();
    } catch (error) {
      if (attempt === 2) throw error;
    }
    for (const suffix of ['', '-wal', '-shm']) remove(file + suffix);
  }
  throw new Error(`${file} cannot be made`);
}

/** Fast and forgetful: a cache needs no durability. */
function settled(db: Database): Database {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -32000');
  db.pragma('mmap_size = 1073741824');
  return db;
}

const tables = `
  CREATE TABLE taken (seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
  CREATE TABLE row (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE machine_read (seq INTEGER PRIMARY KEY, sha256 TEXT NOT NULL);
  CREATE VIRTUAL TABLE text_fts USING fts5 (title, address, body, tokenize = 'trigram');
  CREATE VIRTUAL TABLE pair_fts USING fts5 (pairs, tokenize = 'ascii', detail = none, content = '', contentless_delete = 1);
`;
