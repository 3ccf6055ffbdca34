import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { refuseOthers } from '../files/regular-file.ts';
import { asWriteError } from '../objects.ts';

/**
 * The writer's lock of a case; readers never look at it.
 *
 * @returns gives the lock back
 * @throws {FascicleError} `case-locked`
 */
export function lockForWriting(folder: string): () => void {
  let release: (() => void) | null;
  try {
    refuseOthers(['case.db', 'case.db-wal', 'case.db-shm', 'case.db-journal'].map((name) => join(folder, name)));
    release = holdFile(join(folder, 'writer.lock'));
  } catch (error) {
    throw asWriteError(error);
  }
  if (!release) throw new FascicleError('case-locked', { path: folder });
  return release;
}

/**
 * Holds a file for this process, and makes it where it is missing: an exclusive transaction on an SQLite file of its own.
 * The operating system frees it when the process dies, however it dies.
 *
 * @returns gives it back; null where somebody holds it, in this process or another
 * @throws {NotRegular} or SQLite's own error
 */
export function holdFile(path: string): (() => void) | null {
  refuseOthers([path]);
  let held: Sqlite.Database | undefined;
  try {
    held = new Sqlite(path, { timeout: 0 });
    held.pragma('journal_mode = MEMORY'); // no journal file beside it
    held.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    held?.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null;
    throw error;
  }
  const own = held;
  return () => {
    own.exec('ROLLBACK');
    own.close();
  };
}
