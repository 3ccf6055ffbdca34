import type { Cause } from '../../shared/text.ts';
import { because, causeOf } from '../../shared/cause.ts';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { tables, type Row, type TableName } from '../../shared/custody/projection.ts';
import type { CaseFindingCode } from '../../shared/messages/verify/verify-messages.ts';
import { type Finding } from '../../shared/verify/findings.ts';
import { emptyHere } from '../../shared/verify/unreadable.ts';
import { openCopy, rowsOf } from '../casefile/database/database.ts';
import { applicationId, currentVersion, migrate, migrateCopy, schemaVersionOf } from '../casefile/database/migrate.ts';
import { databaseUnreadableHere } from '../casefile/files/unreadable.ts';
import { snapshotDatabase } from '../casefile/database/snapshot.ts';

/** The database as found. `rows` is null where it could not be read at all. */
export type ReadDatabase = Readonly<{
  rows: Readonly<Record<TableName, readonly Row['cells'][]>> | null;
  findings: readonly Finding<CaseFindingCode>[];
}>;

/** Reads all of a case's database from a copy, with SQLite's own check and the shape it should have. */
export function readDatabase(folder: string): ReadDatabase {
  const findings: Finding<CaseFindingCode>[] = [];
  try {
    if (isEmptied(folder)) throw emptyHere();
    const snapshot = snapshotDatabase(folder);
    try {
      const db = openCopy(snapshot.file);
      try {
        if (db.pragma('application_id', { simple: true }) === applicationId) migrateCopy(db);
        findings.push(...identity(db));
        findings.push(
          ...(db.pragma('integrity_check') as { integrity_check: string }[])
            .filter(({ integrity_check: why }) => why !== 'ok')
            .map(
              ({ integrity_check: why }) =>
                ({
                  rank: 'failed',
                  code: 'sqlite-integrity',
                  params: { why: because('sqlite-said', { words: why }) },
                }) as const,
            ),
        );
        const differs = schemaVersionOf(db) === currentVersion ? schemaDifferences(db) : [];
        findings.push(
          ...differs.map(
            (name) => ({ rank: 'failed', code: 'schema-differs', params: { what: thing(name) } }) as const,
          ),
        );
        // A view in a table's place may go on for ever: what is not as it should be is not read.
        const ours = new Set<unknown>(Object.keys(tables).map((table) => `table ${table}`));
        if (differs.some((name) => ours.has(name))) return { rows: null, findings };
        const rows = Object.fromEntries(
          (Object.keys(tables) as TableName[]).map((table) => [table, rowsOf(db, table)]),
        );
        return { rows: rows as Record<TableName, readonly Row['cells'][]>, findings }; // one list per table name
      } finally {
        db.close();
      }
    } finally {
      snapshot.remove();
    }
  } catch (error) {
    const rank = databaseUnreadableHere(error, folder) ? 'unknown' : 'failed';
    return {
      rows: null,
      findings: [...findings, { rank, code: 'unreadable-database', params: { why: causeOf(error) } }],
    };
  }
}

/** Whether no byte of it is on this computer, neither of the file nor of what was written last. */
function isEmptied(folder: string): boolean {
  const sizeOf = (name: string) => lstatSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  return existsSync(join(folder, 'case.db')) && sizeOf('case.db') === 0 && sizeOf('case.db-wal') === 0;
}

function identity(db: Database): readonly Finding<CaseFindingCode>[] {
  const found = db.pragma('application_id', { simple: true }) as number; // SQLite's own 32-bit integer
  const version = schemaVersionOf(db);
  return [
    ...(found === applicationId ? [] : [{ rank: 'failed', code: 'foreign-database', params: { found } } as const]),
    ...(version > currentVersion
      ? [{ rank: 'unknown', code: 'newer-database', params: { found: version } } as const]
      : []),
    ...(version < currentVersion
      ? [{ rank: 'failed', code: 'schema-differs', params: { what: because('schema-version', { version }) } } as const]
      : []),
  ];
}

/** Dropped triggers, added views, changed tables: the schema must be exactly what the migrations make. @returns `table items` */
function schemaDifferences(db: Database): readonly string[] {
  const fresh = new Sqlite(':memory:');
  try {
    migrate(fresh);
    const wanted = schemaOf(fresh);
    const found = schemaOf(db);
    return [...new Set([...wanted.keys(), ...found.keys()])].filter((name) => wanted.get(name) !== found.get(name));
  } finally {
    fresh.close();
  }
}

/** `table items` in words. */
function thing(typeAndName: string): Cause {
  const at = typeAndName.indexOf(' ');
  const [type, name] = [typeAndName.slice(0, at), typeAndName.slice(at + 1)];
  const known = (['table', 'index', 'view', 'trigger'] as const).find((one) => one === type);
  return known ? because(`schema-${known}`, { name }) : because('schema-other', { type, name });
}

function schemaOf(db: Database): ReadonlyMap<string, string> {
  const rows = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema').all() as Record<
    string,
    string | null
  >[];
  return new Map(rows.map(({ type, name, tbl_name: table, sql }) => [`${type} ${name}`, `${table} ${sql}`]));
}
