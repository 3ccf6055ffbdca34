import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { canonicalBytes, canonicalJson } from '../../../shared/canonical-json.ts';
import { entrySchema, leafHash, noPrevious } from '../../../shared/custody/entry.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { commit } from '../case-writer.ts';
import { wholeEvent } from './clean-up.ts';
import { insertRows, openCopy, openToWrite, rowsOf } from '../database/database.ts';
import { remove, rename, syncFolder } from '../files/durable.ts';
import { entryIn, storedObjects, type EntryObject } from '../entry-objects.ts';
import { lockForWriting } from '../database/lock.ts';
import { migrate } from '../database/migrate.ts';
import { newSha256 } from '../files/node-sha256.ts';
import { asWriteError, ObjectStore } from '../objects.ts';
import { snapshotDatabase } from '../database/snapshot.ts';

/** What came of a repair, and what it could not bring back. */
export type Repaired = Readonly<{
  entries: number;
  items: number;
  /** Entries that are gone: their numbers. What they did is not known; everything after them is kept. */
  gaps: readonly number[];
  /** Entries whose content is gone or unreadable: they stand in the log, and what they did is not in the tables. */
  unread: readonly number[];
  /** Entries that fit no chain: of a run that was killed, or of another hand. They stay in `objects/`. */
  leftOut: number;
  /** Where the former database was put, or null where there was none. */
  aside: string | null;
}>;

/**
 * Makes `case.db` anew from the custody log and the records in `objects/`, and from what can still be read of the former
 * database's own log. The former database is moved beside the case, never deleted. Objects are not touched: what is
 * wrong with them, `verify` and `health` say.
 *
 * @throws {FascicleError} `case-locked` | `nothing-to-repair-from` | `write-failed` | `disk-full`
 */
export function repairCase(folder: string): Repaired {
  const path = resolve(folder);
  if (!existsSync(join(path, 'objects'))) throw new FascicleError('nothing-to-repair-from', { path });
  const unlock = lockForWriting(path);
  try {
    mkdirSync(join(path, 'tmp'), { recursive: true, mode: 0o700 });
    const session = mkdtempSync(join(path, 'tmp', 'repair-'));
    const known = [...entriesInObjects(path), ...entriesInDatabase(path, new ObjectStore(path, session))];
    const { chain, gaps, leftOut } = chainOf(known);
    if (chain.length === 0) throw new FascicleError('nothing-to-repair-from', { path });
    const made = join(session, 'case.db');
    const db = openToWrite(made);
    migrate(db);
    const unread = gaps.length === 0 ? fill(path, db, chain) : acrossGaps(db, () => fill(path, db, chain));
    const { items } = db.prepare('SELECT count(*) AS items FROM item').get() as { items: number };
    db.close(); // the last connection: the write-ahead log is folded in
    const aside = putAside(path);
    rename(made, join(path, 'case.db'));
    syncFolder(path);
    remove(session);
    return { entries: chain.length, items, gaps, unread, leftOut, aside };
  } catch (error) {
    throw asWriteError(error);
  } finally {
    unlock();
  }
}

function entriesInObjects(folder: string): readonly EntryObject[] {
  return storedObjects(folder).flatMap((sha256) => {
    const found = entryIn(folder, sha256);
    return found && isNamedRightly(found) ? [found] : [];
  });
}

/** A damaged entry may still parse; its name tells. */
function isNamedRightly({ entry, object }: EntryObject): boolean {
  const hash = newSha256();
  hash.update(canonicalBytes(entry));
  return hash.digestHex() === object.sha256;
}

/** An entry whose file is lost may still stand in the database: its file is written again. */
function entriesInDatabase(folder: string, objects: ObjectStore): readonly EntryObject[] {
  try {
    const snapshot = snapshotDatabase(folder);
    try {
      const db = openCopy(snapshot.file);
      try {
        return rowsOf(db, 'entry').flatMap(({ body }) => {
          const entry = entrySchema.safeParse(JSON.parse(String(body)));
          if (!entry.success || canonicalJson(entry.data) !== body) return [];
          return [{ entry: entry.data, object: objects.putBytes(canonicalBytes(entry.data)) }];
        });
      } finally {
        db.close();
      }
    } finally {
      snapshot.remove();
    }
  } catch {
    return []; // it is lost or unreadable: that is why somebody repairs
  }
}

/** From the highest entry backwards, each the one that the next names; where that is lost, the highest below goes on. */
function chainOf(
  known: readonly EntryObject[],
): Readonly<{ chain: readonly EntryObject[]; gaps: readonly number[]; leftOut: number }> {
  const byHash = new Map(known.map((one) => [leafHash(one.entry, newSha256), one]));
  const sorted = [...byHash.values()].sort((a, b) => b.entry.seq - a.entry.seq);
  const chain: EntryObject[] = [];
  const gaps: number[] = [];
  let next = sorted[0];
  while (next) {
    chain.unshift(next);
    const { seq, prev, caseId } = next.entry;
    if (prev === noPrevious) break;
    const before = byHash.get(prev) ?? sorted.find(({ entry }) => entry.seq < seq && entry.caseId === caseId);
    for (let lost = (before?.entry.seq ?? -1) + 1; lost < seq; lost++) gaps.push(lost);
    next = before;
  }
  return { chain, gaps: gaps.sort((a, b) => a - b), leftOut: byHash.size - chain.length };
}

/** A log with a gap is what is left: the rule against one is lifted while it is written down, and put back as it was. */
function acrossGaps<T>(db: Database, work: () => T): T {
  const rule = 'entry_continues_the_chain';
  const made = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(rule) as { sql: string };
  db.exec(`DROP TRIGGER ${rule}`);
  const result = work();
  db.exec(made.sql);
  return result;
}

/** Rows for every entry. @returns the entries of which only the entry itself could be brought back */
function fill(folder: string, db: Database, chain: readonly EntryObject[]): readonly number[] {
  const unread: number[] = [];
  for (const { entry, object } of chain) {
    const custodyEvent = wholeEvent(folder, entry, object, 'named');
    try {
      if (!custodyEvent) throw new Error('its content is gone');
      commit(db, custodyEvent);
    } catch {
      // Its content is gone, or it speaks of an item whose own entry is: the entry itself stays in the log.
      unread.push(entry.seq);
      insertRows(db, [
        {
          table: 'entry',
          cells: {
            seq: entry.seq,
            hash: leafHash(entry, newSha256),
            object: object.sha256,
            body: canonicalJson(entry),
          },
        },
        { table: 'object', cells: { sha256: object.sha256, bytes: object.bytes } },
      ]);
    }
  }
  return unread;
}

function putAside(folder: string): string | null {
  if (!existsSync(join(folder, 'case.db'))) return null;
  const aside = mkdtempSync(join(dirname(folder), `${basename(folder)}.former-database-`));
  for (const name of ['case.db', 'case.db-wal', 'case.db-shm']) {
    if (existsSync(join(folder, name))) rename(join(folder, name), join(aside, name));
  }
  return aside;
}
