import Sqlite from 'better-sqlite3';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
  readFileSync,
  chmodSync,
  rmSync,
  cpSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCase } from '../../../electron/casefile/create-case.ts';
import { currentVersion, migrate, migrations } from '../../../electron/casefile/database/migrate.ts';
import { openCase, openCaseToRead } from '../../../electron/casefile/open-case.ts';
import { objectFile } from '../../../electron/casefile/objects.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { VerifyReport } from '../../../shared/verify/report.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { codeOf as codeOfFinding } from '../../fixtures/oracles/finding-codes.ts';
import { noFacts } from '../../fixtures/made/field-sources.ts';

const faults = (report: VerifyReport) =>
  report.checks.filter(({ verdict }) => verdict !== 'PASSED').map(({ detail }) => detail);
const codeOf = (work: () => unknown) => {
  try {
    work();
    return 'no error';
  } catch (error) {
    return error instanceof FascicleError ? error.code : String(error);
  }
};

/** A closed case with two items, one excluded, an arrangement. */
function filledCase(): { folder: string; items: string[] } {
  const caseFile = freshCase();
  const items = ['甲', '乙'].map((text) => caseFile.addItem(someCapture(caseFile, text)).item);
  caseFile.logEvent('item-excluded', { item: items[1]!, reason: '无关' }, items[1]);
  caseFile.logEvent('exhibits-set', {
    exhibits: [{ item: items[0]!, group: '一', title: 't', source: 's', purpose: 'p' }],
  });
  caseFile.close();
  return { folder: caseFile.folder, items };
}

describe('a case folder', () => {
  test('gives back what was put in, in order of intake', () => {
    const { folder, items } = filledCase();
    const caseFile = openCaseToRead(folder);
    expect(caseFile.items().map(({ item }) => item)).toEqual(items);
    expect(caseFile.item(items[1]!).excluded).toBe('无关');
    expect(caseFile.arrangement()).toHaveLength(1);
    expect(caseFile.entries().map(({ act }) => act)).toEqual([
      'case-created',
      'item-added',
      'item-added',
      'item-excluded',
      'exhibits-set',
    ]);
    expect(caseFile.items({ category: 'message' })).toEqual([]);
    caseFile.close();
  });

  test('never gives out an object whose bytes are not those of its name', () => {
    const { folder } = filledCase();
    const caseFile = openCaseToRead(folder);
    const { sha256 } = caseFile.items()[0]!.record.artifacts[0]!;
    expect(new TextDecoder().decode(caseFile.readObject(sha256))).toBe('甲');
    const file = objectFile(folder, sha256);
    chmodSync(file, 0o600);
    writeFileSync(file, '乙');
    expect(codeOf(() => caseFile.readObject(sha256))).toBe('object-damaged');
    rmSync(file);
    expect(codeOf(() => caseFile.readObject(sha256))).toBe('object-missing');
    caseFile.close();
  });

  test('when closed holds the four things of its design and nothing else', () => {
    expect(readdirSync(filledCase().folder).sort()).toEqual(['bundles', 'case.db', 'objects', 'tmp', 'writer.lock']);
  });

  test('reading and verifying change not one byte of it', () => {
    const { folder } = filledCase();
    const picture = () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().join() +
      readFileSync(join(folder, 'case.db')).toString('hex');
    const before = picture();
    openCaseToRead(folder).close();
    verifyCase(folder, 'en');
    expect(picture()).toBe(before);
  });

  test('has one writer at a time; readers and verify do not mind', () => {
    const caseFile = freshCase();
    caseFile.addItem(someCapture(caseFile, 'x'));
    expect(codeOf(() => openCase(caseFile.folder, context))).toBe('case-locked');
    expect(faults(verifyCase(caseFile.folder, 'en'))).toEqual([]);
    const reader = openCaseToRead(caseFile.folder);
    expect(reader.items()).toHaveLength(1);
    reader.close();
    caseFile.close();
    openCase(caseFile.folder, context).close();
  });

  test('is never made over something else, and a failed making leaves nothing', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'note.txt'), 'mine');
    const make = (folderOfCase: string) => createCase(folderOfCase, noFacts, context);
    expect(codeOf(() => make(folder))).toBe('case-exists');
    expect(codeOf(() => make(join(folder, 'note.txt')))).toBe('case-exists');
    expect(codeOf(() => make(join(folder, 'note.txt', 'deeper')))).toBe('write-failed');
    expect(readdirSync(folder)).toEqual(['note.txt']);
  });

  test('an item is named by its id or by enough of it', () => {
    const { folder, items } = filledCase();
    const caseFile = openCaseToRead(folder);
    expect(caseFile.item(items[0]!.slice(0, -2)).item).toBe(items[0]);
    expect(codeOf(() => caseFile.item(items[0]!.slice(0, 2)))).toBe('ambiguous-item');
    expect(codeOf(() => caseFile.item('ffff'))).toBe('no-such-item');
    expect(codeOf(() => caseFile.item("' OR 1=1"))).toBe('no-such-item');
    caseFile.close();
  });

  test('what a failed act had stored is gone after closing, and what was acknowledged stays', () => {
    const caseFile = freshCase();
    const kept = caseFile.addItem(someCapture(caseFile, 'kept'));
    const { sha256 } = caseFile.objects.putBytes(Buffer.from('for an item that never came'));
    caseFile.close();
    expect(existsSync(objectFile(caseFile.folder, sha256))).toBe(false);
    expect(existsSync(objectFile(caseFile.folder, kept.recordSha256))).toBe(true);
    expect(faults(verifyCase(caseFile.folder, 'en'))).toEqual([]);
  });

  test('the database refuses to change or to forget a row', () => {
    const { folder } = filledCase();
    const db = new Sqlite(join(folder, 'case.db'));
    const filled = db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .all()
      .map((row) => (row as { name: string }).name)
      .filter((table) => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() !== 0);
    expect(filled.length).toBeGreaterThan(4);
    for (const table of filled) {
      const [column] = db.pragma(`table_info("${table}")`) as { name: string }[];
      expect(() => db.exec(`UPDATE "${table}" SET "${column!.name}" = "${column!.name}"`), table).toThrow(
        /never changed/,
      );
      expect(() => db.exec(`DELETE FROM "${table}"`), table).toThrow(/never deleted/);
    }
    expect(() => db.exec(`INSERT INTO entry VALUES (9, '${'0'.repeat(64)}', '${'0'.repeat(64)}', '{}')`)).toThrow(
      /chain/,
    );
    db.close();
  });

  test('a database of a newer program can be read, not written', () => {
    const { folder } = filledCase();
    const db = new Sqlite(join(folder, 'case.db'));
    db.pragma('user_version = 9990');
    db.close();
    expect(codeOf(() => openCase(folder, context))).toBe('case-newer');
    const reader = openCaseToRead(folder);
    expect(reader.items()).toHaveLength(2);
    reader.close();
    expect(verifyCase(folder, 'en').verdict).toBe('INDETERMINATE');
  });

  test('another program’s SQLite file is no case', () => {
    const folder = freshFolder();
    const db = new Sqlite(join(folder, 'case.db'));
    db.exec('CREATE TABLE t (x)');
    db.close();
    expect(codeOf(() => openCase(folder, context))).toBe('not-a-case');
    expect(codeOf(() => openCaseToRead(folder))).toBe('not-a-case');
  });

  test('a migration keeps the data that is in place', () => {
    const { folder, items } = filledCase();
    const db = new Sqlite(join(folder, 'case.db'));
    const later = {
      version: 9_990,
      name: '9990-test',
      sql: 'ALTER TABLE bundle ADD COLUMN note TEXT; CREATE TABLE extra (x TEXT) STRICT;',
    };
    expect(migrate(db, [...migrations, later])).toBe(currentVersion);
    expect(db.prepare('SELECT count(*) AS n FROM item').get()).toEqual({ n: items.length });
    expect(db.pragma('user_version', { simple: true })).toBe(9_990);
    expect(() => migrate(db, migrations)).toThrow(/no version/);
    db.close();
  });
});

describe('after a killed run', () => {
  test('an item that was stored whole is taken up; loose objects and unfinished files are cleared', () => {
    const { folder, items } = filledCase();
    const older = join(freshFolder(), 'case.db');
    cpSync(join(folder, 'case.db'), older);
    const caseFile = openCase(folder, context);
    const late = caseFile.addItem(someCapture(caseFile, 'late')).item;
    caseFile.close();
    cpSync(older, join(folder, 'case.db')); // the transaction never happened
    mkdirSync(join(folder, 'tmp', 'session-dead'));
    mkdirSync(join(folder, 'objects', 'ab'), { recursive: true });
    expect(verifyCase(folder, 'en').verdict).toBe('PASSED');
    const again = openCase(folder, context);
    expect(again.items().map(({ item }) => item)).toEqual([...items, late]);
    again.close();
    expect(faults(verifyCase(folder, 'en'))).toEqual([]);
  });

  test('an item of which a piece is missing never appears', () => {
    const { folder, items } = filledCase();
    const older = join(freshFolder(), 'case.db');
    cpSync(join(folder, 'case.db'), older);
    const caseFile = openCase(folder, context);
    const { record } = caseFile.addItem(someCapture(caseFile, 'half'));
    caseFile.close();
    cpSync(older, join(folder, 'case.db'));
    rmSync(objectFile(folder, record.artifacts[0]!.sha256));
    mkdirSync(join(folder, 'tmp', 'session-dead'));
    const again = openCase(folder, context);
    expect(again.items().map(({ item }) => item)).toEqual(items);
    again.close();
    expect(faults(verifyCase(folder, 'en'))).toEqual([]);
  });

  test('a bundle that was never logged is cleared; a stranger’s file is not', () => {
    const { folder } = filledCase();
    mkdirSync(join(folder, 'tmp', 'session-dead'));
    mkdirSync(join(folder, 'bundles', 'half'));
    writeFileSync(join(folder, 'bundles', 'half', 'b.pdf'), '%PDF');
    mkdirSync(join(folder, 'bundles', 'mine'));
    writeFileSync(join(folder, 'bundles', 'mine', 'notes.docx'), 'x');
    openCase(folder, context).close();
    expect(readdirSync(join(folder, 'bundles'))).toEqual(['mine']);
    expect(faults(verifyCase(folder, 'en'))).toEqual([expect.stringContaining('bundles/mine/notes.docx')]);
  });
});

describe('verify names what was done to a case', () => {
  const cases: [string, (folder: string, items: string[]) => void, code: string][] = [
    ['a flipped byte in an object', (folder) => flipObject(folder, 'text'), 'object-damaged'],
    ['a flipped byte in a record', (folder) => flipObject(folder, 'record'), 'object-damaged'],
    ['a missing object', (folder) => rmSync(objectPathOf(folder, 'text')), 'object-missing'],
    [
      'a renamed object',
      (folder) => renameSync(objectPathOf(folder, 'text'), join(folder, 'objects', 'renamed')),
      'object-missing',
    ],
    ['an extra file', (folder) => writeFileSync(join(folder, 'extra.txt'), 'x'), 'unknown-file'],
    ['an extra object', (folder) => writeFileSync(join(folder, 'objects', 'zz'), 'x'), 'unknown-file'],
    ['a symbolic link', (folder) => symlinkSync('/etc/hosts', join(folder, 'bundles', 'b.pdf')), 'not-regular'],
    ['a changed row', (folder) => sql(folder, `UPDATE item SET body = replace(body, '标题', '标題')`), 'row-differs'],
    ['a deleted row', (folder) => sql(folder, 'DELETE FROM decision'), 'row-missing'],
    ['an added row', (folder, [item]) => sql(folder, `INSERT INTO decision VALUES (2, '${item}', 'x')`), 'row-extra'],
    [
      'a changed entry',
      (folder) => sql(folder, `UPDATE entry SET body = replace(body, '王某', '李某') WHERE seq = 2`),
      'entry-differs',
    ],
    [
      'a truncated log',
      (folder) => sql(folder, 'DELETE FROM arrangement; DELETE FROM entry WHERE seq = 4'),
      'log-longer',
    ],
    ['a dropped trigger', (folder) => sql(folder, 'SELECT 1'), 'schema-differs'],
    [
      'a database of garbage',
      (folder) => writeFileSync(join(folder, 'case.db'), 'garbage'.repeat(1000)),
      'unreadable-database',
    ],
    ['a missing database', (folder) => rmSync(join(folder, 'case.db')), 'unreadable-database'],
  ];
  test.for(cases)('%s', ([, attack, code]) => {
    const { folder, items } = filledCase();
    attack(folder, items);
    const report = verifyCase(folder, 'en');
    expect(report).toMatchObject({ verdict: 'FAILED', unaltered: 'no', timeProven: 'none' });
    expect(faults(report).map((detail) => codeOfFinding(detail, 'case'))).toContain(code);
  });

  test('any byte of any cell', () => {
    const { folder } = filledCase();
    const file = join(folder, 'case.db');
    const clean = readFileSync(file);
    const texts = ['"act":"item-added"', '标题 甲', '无关', 'https://news.example/story', '"prev":"'];
    let flips = 0;
    for (const text of texts) {
      for (let at = clean.indexOf(text); at >= 0; at = clean.indexOf(text, at + 1)) {
        const damaged = Buffer.from(clean);
        damaged[at + 1]! ^= 1;
        writeFileSync(file, damaged);
        expect(verifyCase(folder, 'en').verdict, `${text} at ${at}`).toBe('FAILED');
        flips += 1;
      }
    }
    expect(flips).toBeGreaterThan(8);
    writeFileSync(file, clean);
    expect(verifyCase(folder, 'en').verdict).toBe('PASSED');
  });

  test('every cell of every table, by name', () => {
    const { folder } = filledCase();
    const file = join(folder, 'case.db');
    const clean = readFileSync(file);
    const unseen: string[] = [];
    let cells = 0;
    for (const { table, column, row, other } of cellsOf(file)) {
      sql(folder, `UPDATE "${table}" SET "${column}" = ${other} WHERE ${row}`);
      const report = verifyCase(folder, 'en');
      const named = faults(report).some((detail) => codeOfFinding(detail, 'case') !== 'schema-differs');
      cells += 1;
      if (report.verdict !== 'FAILED' || !named) unseen.push(`${table}.${column} = ${other}`);
      writeFileSync(file, clean);
    }
    expect(unseen).toEqual([]);
    expect(cells).toBeGreaterThan(40);
  });

  /** Every cell of the tables of a case, its row as a condition, and another value of its kind, as SQL. */
  function cellsOf(file: string) {
    const db = new Sqlite(file, { readonly: true });
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all() as { name: string }[];
    const cells = tables.flatMap(({ name: table }) => {
      const columns = db.pragma(`table_info("${table}")`) as { name: string }[];
      const quoted = columns.map(({ name }) => `quote("${name}") AS "${name}"`).join(', ');
      const rows = db.prepare(`SELECT ${quoted} FROM "${table}"`).all() as Record<string, string>[];
      return rows.flatMap((row) =>
        Object.entries(row).map(([column, value]) => ({
          ...{ table, column, other: otherThan(value) },
          row: Object.entries(row)
            .map(([name, own]) => `"${name}" IS ${own}`)
            .join(' AND '),
        })),
      );
    });
    db.close();
    return cells;
  }

  /** Another value, as SQL: a number a thousand more, a text with another last letter. */
  function otherThan(value: string): string {
    if (/^-?\d+$/.test(value)) return String(Number(value) + 1_000);
    if (/^'[{[]/.test(value)) return `'${value.slice(1, -1)} '`; // still JSON, and not the same
    return value.startsWith("'") ? `${value.slice(0, -2)}${value.endsWith("0'") ? '1' : '0'}'` : "'x'";
  }

  function sql(folder: string, statement: string): void {
    const db = new Sqlite(join(folder, 'case.db'));
    db.pragma('foreign_keys = OFF');
    for (const { name } of db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all() as {
      name: string;
    }[]) {
      db.exec(`DROP TRIGGER ${name}`);
    }
    db.exec(statement);
    db.close();
  }

  function objectPathOf(folder: string, what: 'text' | 'record'): string {
    const caseFile = openCaseToRead(folder);
    const [state] = caseFile.items();
    caseFile.close();
    return objectFile(folder, what === 'text' ? state!.record.artifacts[0]!.sha256 : state!.recordSha256);
  }

  function flipObject(folder: string, what: 'text' | 'record'): void {
    const path = objectPathOf(folder, what);
    chmodSync(path, 0o600);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(path, bytes);
  }
});
