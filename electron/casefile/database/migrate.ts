import type { Database } from 'better-sqlite3';
import { firstTables } from './migrations/0010-first-tables.ts';
import { queueTables } from './migrations/0020-queue.ts';
import { planTable } from './migrations/0040-plan.ts';
import { matters } from './migrations/0070-matters.ts';
import { marks } from './migrations/0060-marks.ts';
import type { Migration } from './migrations/migration.ts';

/** All migrations in order. Versions grow by 10. */
export const migrations: readonly Migration[] = [firstTables, queueTables, planTable, marks, matters];

/** `user_version` of a database that this program writes. */
export const currentVersion = Math.max(...migrations.map(({ version }) => version));

/** "Fasc" in ASCII: tells a case's database from any other SQLite file. */
export const applicationId = 0x46617363;

/**
 * Brings a database to the current version. A version between two known ones is none of ours and is refused.
 * @returns the version found before
 */
export function migrate(db: Database, steps: readonly Migration[] = migrations): number {
  const before = schemaVersionOf(db);
  if (before !== 0 && !steps.some(({ version }) => version === before)) {
    throw new Error(`user_version ${before} is no version of a case`);
  }
  for (const { version, sql } of steps.filter((step) => step.version > before)) {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${version}`);
    })();
  }
  return before;
}

/**
 * Brings a copy that was opened to read to the current shape, so that an older case is read and verified by the same
 * code as a new one. The case itself stays at its version until somebody writes to it.
 */
export function migrateCopy(copy: Database): void {
  const version = schemaVersionOf(copy);
  if (version >= currentVersion || !migrations.some((step) => step.version === version)) return;
  copy.pragma('query_only = 0');
  migrate(copy);
  copy.pragma('query_only = 1');
}

export function schemaVersionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number; // SQLite's own 32-bit integer
}
