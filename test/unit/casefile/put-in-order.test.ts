import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { entryIn } from '../../../electron/casefile/entry-objects.ts';
import { asWriteError, objectFile, readObject } from '../../../electron/casefile/objects.ts';
import { openCase, openCaseToRead } from '../../../electron/casefile/open-case.ts';
import { backupCase } from '../../../electron/casefile/upkeep/backup-case.ts';
import { repairCase } from '../../../electron/casefile/upkeep/repair-case.ts';
import { restoreObjects } from '../../../electron/casefile/upkeep/restore-objects.ts';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import type { Entry } from '../../../shared/custody/entry.ts';
import { because, causeText } from '../../../shared/cause.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const sha256Of = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Puts a file among the objects, under the name that its bytes have. */
function plant(folder: string, bytes: string): string {
  const sha256 = sha256Of(bytes);
  const file = objectFile(folder, sha256);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return sha256;
}

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const reads = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`fascicle-read-${process.pid}-`));

describe('objects that nothing names', () => {
  test('are gone when the case is closed; what an entry names stays', () => {
    const caseFile = freshCase();
    const kept = caseFile.addItem(someCapture(caseFile, '一')).recordSha256;
    const { sha256 } = caseFile.objects.putBytes(Buffer.from('nobody names this'));
    expect(existsSync(objectFile(caseFile.folder, sha256))).toBe(true);
    caseFile.close();
    expect(existsSync(objectFile(caseFile.folder, sha256))).toBe(false);
    expect(existsSync(objectFile(caseFile.folder, kept))).toBe(true);
  });

  test('are removed where a killed run left them, and so is its session', () => {
    const caseFile = freshCase();
    const { folder } = caseFile;
    const kept = caseFile.addItem(someCapture(caseFile, '一')).recordSha256;
    caseFile.close();
    const left = plant(folder, 'of a run that was killed');
    mkdirSync(join(folder, 'tmp', 'session-killed'));
    openCase(folder, context).close();
    expect(existsSync(objectFile(folder, left))).toBe(false);
    expect(existsSync(objectFile(folder, kept))).toBe(true);
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });
});

describe('an entry that lies among the objects', () => {
  const next = (caseFile: WritableCase, change: Partial<Entry>): string => {
    const last = caseFile.entries().at(-1)!;
    const { hash } = caseFile.head();
    const entry = { ...last, seq: last.seq + 1, prev: hash, act: 'item-included', ...change };
    return canonicalJson(entry);
  };

  test.for<readonly [string, Partial<Entry>, number]>([
    ['continues the log where it follows the last one', {}, 1],
    ['of another beginning does not', { prev: 'f'.repeat(64) }, 0],
    ['that leaves one out does not', { seq: 9 }, 0],
    ['of an act that this program does not know does not', { act: 'item-sold' }, 0],
  ])('%s', ([, change, more]) => {
    const caseFile = freshCase();
    const { item } = caseFile.addItem(someCapture(caseFile, '一'));
    caseFile.logEvent('item-excluded', { item, reason: '重复' }, item);
    const { folder } = caseFile;
    const before = caseFile.entries().length;
    const last = caseFile.entries().at(-1)!;
    plant(folder, next(caseFile, { act: last.act, subject: item, ...change }));
    caseFile.close();
    mkdirSync(join(folder, 'tmp', 'session-killed'));
    const again = openCase(folder, context);
    expect(again.entries()).toHaveLength(before + more);
    again.close();
  });

  test('is none where a folder, another text or something longer has its name', () => {
    const caseFile = freshCase();
    const { folder } = caseFile;
    const sha256 = 'ab'.repeat(32);
    mkdirSync(objectFile(folder, sha256), { recursive: true });
    expect(entryIn(folder, sha256)).toBeNull();
    expect(entryIn(folder, plant(folder, '{"act":1}'))).toBeNull();
    expect(entryIn(folder, plant(folder, next(caseFile, {})))?.entry.act).toBe('item-included');
    expect(entryIn(folder, plant(folder, next(caseFile, { subject: 'x'.repeat(20_000) })))).toBeNull();
    expect(entryIn(folder, plant(folder, `${next(caseFile, {})}\n`))).toBeNull();
    caseFile.close();
  });
});

describe('what cannot be opened or read says why', () => {
  test('no folder, no case, a view in the database, a folder in the way', () => {
    const gone = join(freshFolder(), 'gone');
    const why = (folder: string) => {
      try {
        openCase(folder, context).close();
        return 'done';
      } catch (error) {
        const { code, params } = error as { code: string; params: { why: string } };
        return `${code}: ${String(causeText(params.why, 'en'))}`;
      }
    };
    expect(why(gone)).toBe(`not-a-case: ${String(causeText(because('folder-missing'), 'en'))}`);
    expect(why(freshFolder())).toBe(`not-a-case: ${String(causeText(because('no-case-db'), 'en'))}`);

    const viewed = freshCase();
    viewed.close();
    const db = new Sqlite(join(viewed.folder, 'case.db'));
    db.exec('CREATE VIEW everything AS SELECT 1');
    db.close();
    expect(why(viewed.folder)).toMatch(/^case-damaged: .*everything/);
    expect(codeOf(() => openCaseToRead(viewed.folder))).toBe('case-damaged');

    const blocked = freshCase();
    blocked.close();
    rmSync(join(blocked.folder, 'bundles'), { recursive: true });
    writeFileSync(join(blocked.folder, 'bundles'), '');
    expect(why(blocked.folder)).toMatch(/^write-failed/); // the disk has room
  });

  test('an object is missing, damaged, or cannot be read here', () => {
    const caseFile = freshCase();
    const { folder } = caseFile;
    const { sha256 } = caseFile.objects.putBytes(Buffer.from('good'));
    caseFile.addItem(someCapture(caseFile, '一'));
    expect(Buffer.from(readObject(folder, sha256)).toString()).toBe('good');
    expect(codeOf(() => readObject(folder, 'f'.repeat(64)))).toBe('object-missing');
    // A name that no disk can hold stands for one that cannot be read here: nothing is said of what it holds.
    expect(codeOf(() => readObject(folder, 'f'.repeat(5_000)))).toBe('object-unreadable');
    rmSync(objectFile(folder, sha256));
    writeFileSync(objectFile(folder, sha256), 'evil');
    expect(codeOf(() => readObject(folder, sha256))).toBe('object-damaged');
    caseFile.close();
    expect(asWriteError(Object.assign(new Error('x'), { code: 'EDQUOT' })).code).toBe('disk-full');
    expect(asWriteError(Object.assign(new Error('x'), { code: 'EACCES' })).code).toBe('write-failed');
  });
});

test('reading, backing up and closing leave no copy of the database behind', () => {
  const caseFile = freshCase();
  const before = reads();
  openCaseToRead(caseFile.folder).close();
  backupCase(caseFile.folder, join(freshFolder(), 'b'));
  expect(reads()).toEqual(before);
  caseFile.close();
});

test('a backup that is made once more writes only what is not there, whole', () => {
  const caseFile = freshCase();
  caseFile.addItem(someCapture(caseFile, '一'));
  const bundle = join(caseFile.folder, 'bundles', '0001');
  mkdirSync(bundle);
  for (const name of ['same.pdf', 'spoilt.pdf']) writeFileSync(join(bundle, name), name);
  const to = join(freshFolder(), 'b');
  const first = backupCase(caseFile.folder, to);
  expect(first).toMatchObject({ kept: 0, left: [] });
  expect(first.copied).toBeGreaterThan(0);
  const there = (name: string) => join(to, 'bundles', '0001', name);
  writeFileSync(there('spoilt.pdf'), 'spoil');
  const long = new Date('2019-05-06T00:00:00Z');
  utimesSync(there('same.pdf'), long, long);
  expect(backupCase(caseFile.folder, to)).toMatchObject({ copied: 0, kept: first.copied, bytes: 0, left: [] });
  expect(statSync(there('same.pdf')).mtime).toEqual(long);
  expect(readFileSync(there('spoilt.pdf'), 'utf8')).toBe('spoilt.pdf');
  caseFile.close();
});

test('a repair without a former database puts none aside, and brings back every entry', () => {
  const caseFile = freshCase();
  caseFile.addItem(someCapture(caseFile, '一'));
  const entries = caseFile.entries().length;
  caseFile.close();
  for (const name of readdirSync(caseFile.folder).filter((one) => one.startsWith('case.db')))
    rmSync(join(caseFile.folder, name));
  const beside = readdirSync(dirname(caseFile.folder));
  expect(repairCase(caseFile.folder)).toMatchObject({ entries, items: 1, gaps: [], aside: null });
  expect(readdirSync(dirname(caseFile.folder))).toEqual(beside);
  expect(repairCase(caseFile.folder).aside).toContain('former-database');
});

test('an object is restored from a copy of its own bytes only, however often that is read', async () => {
  const caseFile = freshCase();
  const state = caseFile.addItem(someCapture(caseFile, '一'));
  const { sha256 } = state.record.artifacts[0]!;
  const good = Buffer.from(caseFile.readObject(sha256));
  rmSync(objectFile(caseFile.folder, sha256));
  /** A copy that gives these bytes, one after the other, at each reading. */
  const copy = (...all: readonly Buffer[]) => {
    let at = -1;
    return () => ({
      size: good.length,
      read: (offset: number, length: number) => {
        if (offset === 0) at += 1;
        return Promise.resolve((all[at] ?? all.at(-1)!).subarray(offset, offset + length));
      },
    });
  };
  const bad = Buffer.alloc(good.length, 'x');
  expect(await restoreObjects(caseFile, [sha256], () => null, 'x')).toEqual([]);
  expect(await restoreObjects(caseFile, [sha256], copy(bad), 'x')).toEqual([]);
  expect(await restoreObjects(caseFile, [sha256], copy(good, bad), 'x')).toEqual([]);
  expect(caseFile.entries().some(({ act }) => act === 'objects-restored')).toBe(false);
  expect(await restoreObjects(caseFile, [sha256], copy(good), 'x')).toEqual([sha256]);
  expect(caseFile.readObject(sha256).length).toBe(good.length);
  caseFile.close();
});

test('an act is of the person who is named for it, else of who works on the case; the latest mark holds', () => {
  const caseFile = freshCase();
  caseFile.actAs('李某');
  const record = someCapture(caseFile, '一');
  const { item } = caseFile.addItem({ ...record, operator: '张某' });
  const entry = caseFile.logEvent('item-excluded', { item, reason: '重复' }, item);
  expect(caseFile.entries().find(({ act }) => act === 'item-added')?.actor.person).toBe('张某');
  expect(entry.actor.person).toBe('李某');
  expect(caseFile.item(item).accepted).toBe(false);
  caseFile.logEvent('item-marked', { item, accepted: true, tags: [] }, item);
  expect(caseFile.item(item).accepted).toBe(true);
  caseFile.close();
});
