import { mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { ReadableCase, WritableCase } from './case-handles.ts';
import { CaseReader } from './case-reader.ts';
import { CaseWriter, type WriterContext } from './case-writer.ts';
import { cleanUp } from './clean-up.ts';
import { openCopy, openToWrite } from './database.ts';
import { lockForWriting } from './lock.ts';
import { applicationId, currentVersion, migrate, migrateCopy, migrations, versionOf } from './migrate.ts';
import { asWriteError } from './objects.ts';
import { snapshotDatabase } from './snapshot.ts';

/**
 * Opens a case as its one writer, finishing or clearing what a killed run left behind.
 * @throws {FascicleError} `not-a-case` | `case-locked` | `case-newer` | `case-damaged` | `write-failed`
 */
export function openCase(folder: string, context: WriterContext): WritableCase {
  const place = caseFolder(folder);
  const unlock = lockForWriting(place);
  let db: Database | undefined;
  try {
    checkIdentity(place); // on a copy: a database that is none of ours is not even opened for writing
    db = openToWrite(join(place, 'case.db'));
    migrate(db);
    for (const name of ['objects', 'bundles', 'tmp']) mkdirSync(join(place, name), { recursive: true, mode: 0o700 });
    if (readdirSync(join(place, 'tmp')).length > 0) cleanUp(place, db); // a session that ended well leaves it empty
    const session = mkdtempSync(join(place, 'tmp', 'session-'));
    return new CaseWriter(place, db, session, context, unlock);
  } catch (error) {
    db?.close();
    unlock();
    throw isSqliteError(error) ? new FascicleError('case-damaged', { why: error.message }, error) : asWriteError(error);
  }
}

/**
 * Opens a case to read. Works on a copy of the database, so that not a byte of the case folder changes, on read-only
 * media as well as while a writer runs. A database of a newer program is read as far as this one understands it.
 * @throws {FascicleError} `not-a-case` | `case-damaged`
 */
export function openCaseToRead(folder: string): ReadableCase {
  const place = caseFolder(folder);
  let remove: (() => void) | undefined;
  try {
    const snapshot = snapshotDatabase(place);
    remove = snapshot.remove;
    const db = openCopy(snapshot.file);
    refuseForeign(place, db);
    migrateCopy(db);
    return new CaseReader(place, db, snapshot.remove);
  } catch (error) {
    remove?.();
    if (error instanceof FascicleError) throw error;
    throw new FascicleError('case-damaged', { why: error instanceof Error ? error.message : String(error) }, error);
  }
}

/** @throws {FascicleError} `not-a-case` */
function caseFolder(folder: string): string {
  const place = resolve(folder);
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) throw new FascicleError('not-a-case', { path: place, why: 'it does not exist' });
  if (!found.isDirectory()) throw new FascicleError('not-a-case', { path: place, why: 'it is no folder' });
  if (!statSync(join(place, 'case.db'), { throwIfNoEntry: false })) {
    throw new FascicleError('not-a-case', { path: place, why: 'it has no case.db' });
  }
  return place;
}

function checkIdentity(place: string): void {
  const snapshot = snapshotDatabase(place);
  try {
    const db = openCopy(snapshot.file);
    try {
      refuseForeign(place, db);
      const version = versionOf(db);
      if (version > currentVersion) throw new FascicleError('case-newer', { found: version, known: currentVersion });
      if (!migrations.some((step) => step.version === version)) {
        throw new FascicleError('case-damaged', { why: `user_version ${version} is no version of a case` });
      }
    } finally {
      db.close();
    }
  } finally {
    snapshot.remove();
  }
}

function refuseForeign(place: string, db: Database): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId) {
    throw new FascicleError('not-a-case', { path: place, why: 'its case.db belongs to another program' });
  }
}

function isSqliteError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'SqliteError' && (error as { code?: string }).code !== 'SQLITE_FULL';
}
