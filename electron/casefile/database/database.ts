import Sqlite, { type Database } from 'better-sqlite3';
import { tables, type Row, type TableName } from '../../../shared/custody/projection.ts';
import { applicationId, currentVersion, migrate, migrations, schemaVersionOf } from './migrate.ts';

/** Opens the database to write: full durability. WAL alone lost committed rows in power cuts; `synchronous=FULL` none. */
export function openToWrite(file: string): Database {
  const db = new Sqlite(file, { timeout: 5_000 });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('fullfsync = 1'); // macOS: fsync alone does not reach the disk; elsewhere without effect
  db.pragma('checkpoint_fullfsync = 1');
  guard(db);
  return db;
}

/**
 * Opens a copy of the database to read. A case of an older version of ours is brought up to date in the copy, so that
 * it can be read and verified on media that nobody may write to; any other database stays as it is.
 */
export function openCopy(file: string): Database {
  const db = new Sqlite(file, { fileMustExist: true });
  guard(db);
  const version = schemaVersionOf(db);
  const older = version < currentVersion && migrations.some((step) => step.version === version);
  if (older && db.pragma('application_id', { simple: true }) === applicationId) migrate(db);
  db.pragma('query_only = 1');
  return db;
}

function guard(db: Database): void {
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
}

/** Inserts rows of the projection. An object that is known already stays as it is. */
export function insertRows(db: Database, rows: readonly Row[]): void {
  for (const { table, cells } of rows) {
    const columns = tables[table];
    const marks = columns.map(() => '?').join(', ');
    const or = table === 'object' ? 'OR IGNORE ' : '';
    db.prepare(`INSERT ${or}INTO ${table} (${columns.join(', ')}) VALUES (${marks})`).run(
      columns.map((column) => cells[column] ?? null),
    );
  }
}

/** Every row of a table, by column, in the order of its key. */
export function rowsOf(db: Database, table: TableName): readonly Row['cells'][] {
  const columns = tables[table];
  return db.prepare(`SELECT ${columns.join(', ')} FROM ${table} ORDER BY 1`).all() as Row['cells'][]; // TEXT and INTEGER columns only
}
