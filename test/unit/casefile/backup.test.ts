import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { openCase, openCaseToRead } from '../../../electron/casefile/open-case.ts';
import { backupCase } from '../../../electron/casefile/upkeep/backup-case.ts';
import { repairCase } from '../../../electron/casefile/upkeep/repair-case.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

/** A case of two items and what stands in it: its head, its items, its files. */
function filled(words: readonly string[] = ['一', '二']): WritableCase {
  const caseFile = freshCase();
  for (const one of words) caseFile.addItem(someCapture(caseFile, one));
  return caseFile;
}
function stands(folder: string) {
  const read = openCaseToRead(folder);
  const found = { head: read.head(), items: read.items().map(({ record }) => record.title), facts: read.facts() };
  for (const { record } of read.items()) for (const { sha256 } of record.artifacts) read.readObject(sha256);
  read.close();
  return found;
}
const objectsOf = (folder: string) =>
  readdirSync(join(folder, 'objects'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
const textObject = (caseFile: WritableCase, n: number) => {
  const { sha256 } = caseFile.items()[n]!.record.artifacts[0]!;
  return join('objects', sha256.slice(0, 2), sha256.slice(2));
};
const code = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('a backup', () => {
  test('holds the whole case while another is writing into it; a second run copies nothing that is there', () => {
    const caseFile = filled();
    mkdirSync(join(caseFile.folder, 'bundles', '1'), { recursive: true });
    writeFileSync(join(caseFile.folder, 'bundles', '1', 'bundle.pdf'), 'a bundle');
    const to = join(freshFolder(), 'backup');
    const heard: string[] = [];
    const count = objectsOf(caseFile.folder);
    const first = backupCase(caseFile.folder, to, (path, done, of) => heard.push(`${path} ${done} ${of}`));
    const bytes = readdirSync(join(to, 'objects'), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .reduce((sum, one) => sum + readFileSync(join(one.parentPath, one.name)).length, 0);
    expect(first).toEqual({ copied: count, kept: 0, bytes, left: [] });
    expect(heard).toHaveLength(count);
    expect(heard[0]).toMatch(new RegExp(`^objects/[0-9a-f]{2}/[0-9a-f]{62} 0 ${count}$`));
    expect(stands(to)).toEqual(stands(caseFile.folder));
    expect(readFileSync(join(to, 'bundles', '1', 'bundle.pdf'), 'utf8')).toBe('a bundle');
    expect(readdirSync(to).filter((name) => /wal|shm/.test(name))).toEqual([]);
    expect(existsSync(join(to, 'tmp', 'backup'))).toBe(false);
    expect(backupCase(caseFile.folder, to)).toEqual({ copied: 0, kept: count, bytes: 0, left: [] });
    caseFile.addItem(someCapture(caseFile, '三'));
    expect(backupCase(caseFile.folder, to)).toMatchObject({ copied: objectsOf(caseFile.folder) - count, kept: count });
    expect(stands(to).items).toEqual(['标题 一', '标题 二', '标题 三']);
    caseFile.close();
  });

  test('brings a damaged copy back, and never copies a damaged object over a good one', () => {
    const caseFile = filled();
    const to = join(freshFolder(), 'backup');
    backupCase(caseFile.folder, to);
    const [one, two] = [textObject(caseFile, 0), textObject(caseFile, 1)];
    writeFileSync(join(to, one), 'spoilt');
    expect(backupCase(caseFile.folder, to)).toMatchObject({ copied: 1, left: [] });
    expect(readFileSync(join(to, one), 'utf8')).toBe('一');
    writeFileSync(join(caseFile.folder, two), 'spoilt');
    expect(backupCase(caseFile.folder, to)).toMatchObject({ copied: 0, left: [] });
    expect(readFileSync(join(to, two), 'utf8')).toBe('二');
    rmSync(join(to, two));
    rmSync(join(caseFile.folder, one));
    rmSync(join(to, one));
    const { left } = backupCase(caseFile.folder, to); // one is gone, the other is not what it was: neither is copied
    expect(left.toSorted()).toEqual([0, 1].map((n) => caseFile.items()[n]!.record.artifacts[0]!.sha256).toSorted());
    expect([one, two].map((file) => existsSync(join(to, file)))).toEqual([false, false]);
    caseFile.close();
  });

  test('does not follow a link in the place of an object', () => {
    const caseFile = filled(['一']);
    const path = join(caseFile.folder, textObject(caseFile, 0));
    const elsewhere = join(freshFolder(), 'same.txt');
    writeFileSync(elsewhere, '一');
    rmSync(path);
    symlinkSync(elsewhere, path);
    expect(backupCase(caseFile.folder, join(freshFolder(), 'b')).left).toHaveLength(1);
    caseFile.close();
  });

  test('goes into a new folder or an earlier backup of the same log, and never puts it back in time', () => {
    const caseFile = filled(['一']);
    const room = freshFolder();
    const to = join(room, 'backup');
    mkdirSync(join(room, 'full'));
    writeFileSync(join(room, 'full', 'letter.txt'), 'x');
    expect(code(() => backupCase(caseFile.folder, join(room, 'full')))).toBe('backup-of-another');
    mkdirSync(join(room, 'begun', 'objects'), { recursive: true });
    mkdirSync(join(room, 'begun', 'tmp'));
    expect(code(() => backupCase(caseFile.folder, join(room, 'begun')))).toBeNull();
    const other = filled(['二']);
    other.close();
    expect(code(() => backupCase(other.folder, join(room, 'begun')))).toBe('backup-of-another');
    backupCase(caseFile.folder, to);
    const earlier = join(room, 'earlier.fascicle');
    cpSync(to, earlier, { recursive: true });
    caseFile.addItem(someCapture(caseFile, '三'));
    backupCase(caseFile.folder, to);
    expect(code(() => backupCase(earlier, to))).toBe('backup-newer');
    expect(stands(to).items).toHaveLength(2);
    caseFile.close();
  });
});

describe('a repair', () => {
  test('makes the same case from the log in its objects, and keeps the former database beside it', () => {
    const caseFile = filled();
    caseFile.logEvent('item-excluded', { item: caseFile.items()[0]!.item, reason: '无关' }, caseFile.items()[0]!.item);
    const before = stands(caseFile.folder);
    caseFile.close();
    const { folder } = caseFile;
    writeFileSync(join(folder, 'case.db'), 'no database');
    const { aside, ...told } = repairCase(folder);
    expect(told).toEqual({ entries: before.head.seq + 1, items: 2, gaps: [], unread: [], leftOut: 0 });
    expect(readFileSync(join(aside!, 'case.db'), 'utf8')).toBe('no database');
    expect(stands(folder)).toEqual(before);
    const again = openCase(folder, context);
    expect(again.items()[0]?.excluded).toBe('无关');
    again.close();
    rmSync(join(folder, 'case.db'));
    expect(repairCase(folder)).toMatchObject({ aside: null, items: 2 });
  });

  test('takes an entry whose file is lost from the former database, and says which are gone from both', () => {
    const caseFile = filled(['一', '二', '三']);
    const entries = caseFile.entries();
    const { folder } = caseFile;
    caseFile.close();
    const files = readdirSync(join(folder, 'objects'), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    const fileOf = (seq: number) =>
      files.find((one) => {
        const text = readFileSync(join(one.parentPath, one.name), 'utf8');
        return text.includes(`"seq":${seq}`) && text.includes('"prev"');
      })!;
    const lost = fileOf(2);
    rmSync(join(lost.parentPath, lost.name));
    expect(repairCase(folder)).toMatchObject({ entries: entries.length, items: 3, gaps: [] });
    expect(existsSync(join(lost.parentPath, lost.name))).toBe(true); // it was written back
    rmSync(join(lost.parentPath, lost.name));
    rmSync(join(folder, 'case.db'));
    const { entries: left, items, gaps, unread } = repairCase(folder);
    expect({ left, items, gaps, unread }).toEqual({ left: entries.length - 1, items: 2, gaps: [2], unread: [] });
  });

  test('of an entry whose content is gone keeps the entry, and says so', () => {
    const caseFile = filled();
    const { recordSha256, seq } = caseFile.items()[1]!;
    const { folder } = caseFile;
    caseFile.close();
    rmSync(join(folder, 'objects', recordSha256.slice(0, 2), recordSha256.slice(2)));
    rmSync(join(folder, 'case.db'));
    expect(repairCase(folder)).toMatchObject({ items: 1, gaps: [], unread: [seq] });
  });

  test('needs something to repair from, and nobody else at work', () => {
    const folder = freshFolder();
    expect(code(() => repairCase(folder))).toBe('nothing-to-repair-from');
    mkdirSync(join(folder, 'objects'));
    expect(code(() => repairCase(folder))).toBe('nothing-to-repair-from');
    const caseFile = filled(['一']);
    expect(code(() => repairCase(caseFile.folder))).toBe('case-locked');
    caseFile.close();
  });
});
