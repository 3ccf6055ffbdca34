import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { copyRegular } from '../files/regular-file.ts';
import { tempDir } from '../files/temp-dir.ts';
import { remove } from '../files/durable.ts';

/** A copy of a case's database outside the case, to read without leaving a trace in it. */
export type Snapshot = Readonly<{ file: string; remove(): void }>;

const tries = 50;

/**
 * Copies `case.db` and its write-ahead log to a folder of its own. Works on read-only media, and while a writer runs:
 * the copy counts only when neither file changed while it was made.
 *
 * @throws where `case.db` cannot be read, or never stood still
 */
export function snapshotDatabase(folder: string): Snapshot {
  const copy = tempDir('read');
  const removeCopy = () => {
    remove(copy);
  };
  try {
    for (let attempt = 0; attempt < tries; attempt++) {
      const before = databaseState(folder);
      for (const suffix of ['', '-wal']) {
        const from = join(folder, `case.db${suffix}`);
        const to = join(copy, `case.db${suffix}`);
        remove(to);
        if (suffix === '' || existsSync(from)) copyRegular(from, to);
      }
      if (databaseState(folder) === before) return { file: join(copy, 'case.db'), remove: removeCopy };
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20); // a writer is at work; let it finish a moment
    }
    throw new Error('case.db never stood still while it was copied');
  } catch (error) {
    removeCopy();
    throw error;
  }
}

/** Changes whenever the case's database does: who keeps something made of it can tell that it is old. */
export function databaseState(folder: string): string {
  return ['case.db', 'case.db-wal']
    .map((name) => statSync(join(folder, name), { bigint: true, throwIfNoEntry: false }))
    .map((stat) => (stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs}` : '–'))
    .join(' | ');
}
