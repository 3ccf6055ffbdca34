import { fork } from 'node:child_process';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openCopy, openToWrite } from '../../../electron/casefile/database/database.ts';
import {
  currentVersion,
  migrate,
  migrateCopy,
  migrations,
  schemaVersionOf,
} from '../../../electron/casefile/database/migrate.ts';
import { credentialsIn } from '../../../electron/casefile/holds-credentials.ts';
import { redactedWordsOf, storeRedactedWords, wordsTakenOut } from '../../../electron/casefile/redacted-words.ts';
import { refuseSealedParents, sealedParents, showsSealed } from '../../../electron/casefile/sealed-parents.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { importedRecord } from '../../fixtures/made/imported-record.ts';

describe('a copy of a database that is read', () => {
  /** A database of this version. 10 is the first one of ours, 15 none, 9990 one of a newer program. */
  const of = (version: number): string => {
    const file = join(freshFolder(), 'case.db');
    const db = openToWrite(file);
    migrate(db, version === 10 ? migrations.slice(0, 1) : migrations);
    db.pragma(`user_version = ${version}`);
    db.close();
    return file;
  };

  test.each([
    [10, currentVersion],
    [15, 15],
    [currentVersion, currentVersion],
    [9_990, 9_990],
  ])('of version %i is read as version %i', (version, then) => {
    const copy = openCopy(of(version));
    expect(schemaVersionOf(copy)).toBe(then);
    expect(() => copy.exec('CREATE TABLE x (y)')).toThrow();
    copy.close();
    const other = new Sqlite(of(version));
    migrateCopy(other);
    expect(schemaVersionOf(other)).toBe(then);
    other.close();
  });
});

describe('originals of redacted copies', () => {
  const room = () => {
    const caseFile = freshCase();
    const parent = caseFile.addItem(someCapture(caseFile, '原件'));
    const copyOf = (regions: readonly object[] = [{ x: 0, y: 0, width: 9, height: 9 }]) =>
      caseFile.addItem({
        ...someCapture(caseFile, '遮盖'),
        item: itemId(Date.now(), context.clockAndRandom.random(10)),
        redaction: {
          parent: parent.item,
          parentRecord: parent.recordSha256,
          reason: '电话',
          regions: [...regions] as never,
        },
      });
    return { caseFile, parent, copyOf };
  };

  test('are sealed until somebody takes one back with a reason, and again when a newer copy is made', () => {
    const { caseFile, parent, copyOf } = room();
    expect(sealedParents(caseFile).size).toBe(0);
    caseFile.logEvent('item-included', { item: parent.item, reason: '早于遮盖' }, parent.item);
    const first = copyOf();
    expect(sealedParents(caseFile)).toEqual(new Map([[parent.item, { copy: first.item, reason: null }]]));
    const refused = { code: 'redacted-parent', params: { item: parent.item, copy: first.item } };
    expect(() => refuseSealedParents(caseFile, [first.item, parent.item], null)).toThrow(
      expect.objectContaining(refused),
    );
    expect(() => refuseSealedParents(caseFile, [first.item], null)).not.toThrow();
    expect(() => refuseSealedParents(caseFile, [parent.item], '法院要求')).not.toThrow();
    caseFile.logEvent('item-included', { item: parent.item }, parent.item);
    expect(sealedParents(caseFile).get(parent.item)?.reason).toBeNull();
    caseFile.logEvent('item-included', { item: parent.item, reason: '法院要求' }, parent.item);
    caseFile.logEvent('item-included', { item: parent.item }, parent.item);
    expect(sealedParents(caseFile).get(parent.item)?.reason).toBe('法院要求');
    caseFile.logEvent('item-excluded', { item: parent.item, reason: '重复' }, parent.item);
    expect(sealedParents(caseFile).get(parent.item)?.reason).toBe('法院要求');
    const second = copyOf();
    expect(sealedParents(caseFile).get(parent.item)).toEqual({ copy: second.item, reason: null });
    caseFile.close();
  });

  test('show where a part of them reaches under the paint, to the pixel', () => {
    const { caseFile, parent, copyOf } = room();
    const copy = copyOf([{ x: 100, y: 100, width: 50, height: 20 }]);
    const part = (x: number, y: number, width: number, height: number) => ({
      ...someCapture(caseFile, '部分'),
      region: {
        parent: parent.item,
        parentRecord: parent.recordSha256,
        x,
        y,
        width,
        height,
        tiles: [parent.recordSha256],
      },
    });
    const shows = (record: Parameters<typeof showsSealed>[0]) =>
      showsSealed(record, sealedParents(caseFile), caseFile.items())?.copy ?? null;
    expect(shows(parent.record)).toBe(copy.item);
    expect(shows(copy.record)).toBeNull();
    for (const over of [part(149, 119, 10, 10), part(91, 91, 10, 10), part(0, 0, 500, 500)])
      expect(shows(over)).toBe(copy.item);
    for (const beside of [part(150, 100, 10, 10), part(90, 100, 10, 10), part(100, 120, 10, 10), part(100, 90, 10, 10)])
      expect(shows(beside)).toBeNull();
    caseFile.close();
  });
});

test('words that were taken out are kept as they were asked for, each once in the case', () => {
  const caseFile = freshCase();
  const add = (words: readonly string[]) => {
    const artifact = storeRedactedWords(caseFile.objects, words, new Uint8Array(16));
    const record = {
      ...someCapture(caseFile, words.join()),
      item: itemId(Date.now(), context.clockAndRandom.random(10)),
    };
    return caseFile.addItem({ ...record, artifacts: [...record.artifacts, artifact] });
  };
  expect(redactedWordsOf(caseFile, add(['138', '王某']).record)).toEqual(['138', '王某']);
  add(['王某', '二']);
  expect(wordsTakenOut(caseFile)).toEqual(['138', '王某', '二']);
  caseFile.close();
});

test('a capture tells where it repeats a credential; of an imported file nothing is said', () => {
  const caseFile = freshCase();
  const secret = caseFile.objects.putBytes(Buffer.from('https://wang:geheim@news.example/'));
  const artifact = { role: 'dom', name: 'dom.html', mediaType: 'text/html', ...secret } as const;
  const plain = someCapture(caseFile, '一');
  expect(credentialsIn(caseFile, plain)).toEqual([]);
  const telling = { ...plain, url: 'https://wang:geheim@news.example/', artifacts: [...plain.artifacts, artifact] };
  expect(credentialsIn(caseFile, telling)).toEqual(['record.json', 'dom.html']);
  const file = {
    ...importedRecord(plain.item, { as: 'images' }),
    artifacts: [{ ...artifact, role: 'original' as const }],
  };
  expect(credentialsIn(caseFile, file)).toEqual([]);
  caseFile.close();
});

test('a child ends when the one that started it is gone', async () => {
  const child = fork(join(import.meta.dirname, '../../fixtures/children/patient-child.ts'), [], { execArgv: [] });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await new Promise((resolve) => child.on('message', resolve));
  try {
    child.disconnect();
    expect(await ended).toBe(0);
  } finally {
    child.kill();
  }
});
