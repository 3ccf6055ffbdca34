import { mkdirSync, mkdtempSync, readdirSync, statSync, statfsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { because, causeOf } from '../../shared/cause.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { databaseUnreadableHere } from './files/unreadable.ts';
import type { ReadableCase, WritableCase } from './case-handles.ts';
import { CaseReader } from './case-reader.ts';
import { CaseWriter, type WriterContext } from './case-writer.ts';
import { cleanUp } from './upkeep/clean-up.ts';
import { openCopy, openToWrite } from './database/database.ts';
import { lockForWriting } from './database/lock.ts';
import {
  applicationId,
  currentVersion,
  migrate,
  migrateCopy,
  migrations,
  schemaVersionOf,
} from './database/migrate.ts';
import { asWriteError } from './objects.ts';
import { snapshotDatabase } from './database/snapshot.ts';

/**
 * Opens a case as its one writer, finishing or clearing what a killed run left behind.
 * @throws {FascicleError} `not-a-case` | `case-locked` | `case-newer` | `case-damaged` | `write-failed`
 */
export function openCase(folder: string, context: WriterContext): WritableCase {
  const path = caseFolder(folder);
  const unlock = lockForWriting(path);
  let db: Database | undefined;
  try {
    checkIdentity(path); // on a copy: a database that is none of ours is not even opened for writing
    db = openToWrite(join(path, 'case.db'));
    migrate(db);
    for (const name of ['objects', 'bundles', 'tmp']) mkdirSync(join(path, name), { recursive: true, mode: 0o700 });
    if (readdirSync(join(path, 'tmp')).length > 0) cleanUp(path, db); // a session that ended well leaves it empty
    const session = mkdtempSync(join(path, 'tmp', 'session-'));
    return new CaseWriter(path, db, session, context, unlock);
  } catch (error) {
    db?.close();
    unlock();
    throw isDamage(error)
      ? new FascicleError('case-damaged', { why: causeOf(error) }, error)
      : writeErrorAt(path, error);
  }
}

/**
 * Opens a case to read. Works on a copy of the database, so that not a byte of the case folder changes, on read-only
 * media as well as while a writer runs. A database of a newer program is read as far as this one understands it.
 * @throws {FascicleError} `not-a-case` | `case-damaged` | `case-unreadable`
 */
export function openCaseToRead(folder: string): ReadableCase {
  const path = caseFolder(folder);
  let remove: (() => void) | undefined;
  try {
    const snapshot = snapshotDatabase(path);
    remove = snapshot.remove;
    const db = openCopy(snapshot.file);
    refuseForeign(path, db);
    migrateCopy(db);
    return new CaseReader(path, db, snapshot.remove);
  } catch (error) {
    remove?.();
    if (error instanceof FascicleError) throw error;
    const code = databaseUnreadableHere(error, path) ? 'case-unreadable' : 'case-damaged';
    throw new FascicleError(code, { path, why: causeOf(error) }, error);
  }
}

/** @throws {FascicleError} `not-a-case` | `case-unreadable` */
function caseFolder(folder: string): string {
  const path = resolve(folder);
  const look = (path: string) => {
    try {
      return statSync(path, { throwIfNoEntry: false });
    } catch (error) {
      throw new FascicleError('case-unreadable', { path, why: causeOf(error) }, error);
    }
  };
  const found = look(path);
  if (!found) throw new FascicleError('not-a-case', { path, why: because('folder-missing') });
  if (!found.isDirectory()) throw new FascicleError('not-a-case', { path, why: because('not-a-folder') });
  if (!look(join(path, 'case.db'))) {
    throw new FascicleError('not-a-case', { path, why: because('no-case-db') });
  }
  return path;
}

function checkIdentity(path: string): void {
  const snapshot = snapshotDatabase(path);
  try {
    const db = openCopy(snapshot.file);
    try {
      refuseForeign(path, db);
      const version = schemaVersionOf(db);
      if (version > currentVersion) throw new FascicleError('case-newer', { found: version, known: currentVersion });
      if (!migrations.some((step) => step.version === version)) {
        throw new FascicleError('case-damaged', { why: because('case-version', { version }) });
      }
    } finally {
      db.close();
    }
  } finally {
    snapshot.remove();
  }
}

function refuseForeign(path: string, db: Database): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId) {
    throw new FascicleError('not-a-case', { path, why: because('case-db-foreign') });
  }
  // What reading a view does is up to whoever made it: it may never end.
  const view = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'view'`).get() as { name: string } | undefined;
  if (view) throw new FascicleError('case-damaged', { why: because('case-view', { name: view.name }) });
}

/** Whether the database itself is at fault. A disk that is full, broken or read-only says nothing about what is on it. */
function isDamage(error: unknown): error is Error {
  const { code = '' } = error as { code?: string };
  return error instanceof Error && error.name === 'SqliteError' && !/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(code);
}

/** Less room than this is none: SQLite needs it to begin, and calls the lack of it an I/O error. */
const leastRoom = 262_144;

function writeErrorAt(path: string, error: unknown): FascicleError {
  if (error instanceof FascicleError) return error;
  const { bavail, bsize } = statfsSync(path);
  if (bavail * bsize >= leastRoom) return asWriteError(error);
  return new FascicleError('disk-full', { why: causeOf(error) }, error);
}
