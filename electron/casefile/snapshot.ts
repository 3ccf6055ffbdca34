import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { passingFolder } from './passing-folder.ts';

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
  const copy = passingFolder('read');
  const remove = () => {
    rmSync(copy, { recursive: true, force: true });
  };
  try {
    for (let attempt = 0; attempt < tries; attempt++) {
      const before = databaseState(folder);
      for (const suffix of ['', '-wal']) {
        const from = join(folder, `case.db${suffix}`);
        const to = join(copy, `case.db${suffix}`);
        rmSync(to, { force: true });
        if (suffix === '' || existsSync(from)) copyFileSync(from, to);
      }
      if (databaseState(folder) === before) return { file: join(copy, 'case.db'), remove };
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20); // a writer is at work; let it finish a moment
    }
    throw new Error('case.db never stood still while it was copied');
  } catch (error) {
    remove();
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
