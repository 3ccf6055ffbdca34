import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { refuseOthers } from '../files/regular-file.ts';
import { asWriteError } from '../objects.ts';

/**
 * The writer's lock: an exclusive transaction on a second SQLite file. The operating system frees it when the process
 * dies, however it dies; readers never look at it.
 *
 * @returns gives the lock back
 * @throws {FascicleError} `case-locked`
 */
export function lockForWriting(folder: string): () => void {
  let lock: Sqlite.Database | undefined;
  try {
    refuseOthers(
      ['writer.lock', 'case.db', 'case.db-wal', 'case.db-shm', 'case.db-journal'].map((name) => join(folder, name)),
    );
    lock = new Sqlite(join(folder, 'writer.lock'), { timeout: 0 });
    lock.pragma('journal_mode = MEMORY'); // no journal file beside it
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY')
      throw new FascicleError('case-locked', { path: folder }, error);
    throw asWriteError(error);
  }
  const held = lock;
  return () => {
    held.exec('ROLLBACK');
    held.close();
  };
}
