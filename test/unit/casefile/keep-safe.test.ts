import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { objectFile } from '../../../electron/casefile/objects.ts';
import { openCase, openCaseToRead } from '../../../electron/casefile/open-case.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import type { Input, Method } from '../../../shared/contract.ts';
import { canonicalBytes } from '../../../shared/canonical-json.ts';
import { newSha256 } from '../../../electron/casefile/files/node-sha256.ts';
import { sha256Of } from '../../../shared/digest.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { spawnChild } from '../../fixtures/runner/spawn-child.ts';

const services = {
  ...deviceServices(resolve(import.meta.dirname, '../../..'), '0.0.0'),
  spawnChild,
  cacheFolder: freshFolder(),
  stateFolder: freshFolder(),
};
const workbench = createWorkbench(services);
const call = <M extends Method>(method: M, input: Input<M>) =>
  workbench.call(method, input, { emit: () => undefined, signal: new AbortController().signal, language: 'en' });

let folder: string;
let items: readonly string[];
beforeEach(() => {
  const caseFile = freshCase();
  items = ['甲', '乙', '丙'].map((text) => caseFile.addItem({ ...someCapture(caseFile, text) }).item);
  caseFile.logEvent('item-excluded', { item: items[1] ?? '', reason: '与本案无关' }, items[1]);
  folder = caseFile.folder;
  caseFile.close();
});

/** The object of an item's only artifact. */
function textOf(item: string): { sha256: string; file: string } {
  const caseFile = openCaseToRead(folder);
  const sha256 = caseFile.item(item).record.artifacts[0]?.sha256 ?? '';
  caseFile.close();
  return { sha256, file: objectFile(folder, sha256) };
}

function spoil(file: string): void {
  chmodSync(file, 0o600);
  const bytes = readFileSync(file);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

/** The file of a custody entry. */
function entryFile(seq: number): string {
  const caseFile = openCaseToRead(folder);
  const entry = caseFile.entries()[seq];
  caseFile.close();
  if (!entry) throw new Error('no such entry');
  return objectFile(folder, sha256Of(newSha256, canonicalBytes(entry)));
}

describe('repair', () => {
  test('brings a lost database back from records and custody log, with every decision', async () => {
    for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `case.db${end}`), { force: true });
    expect(await call('case.repair', { case: folder })).toMatchObject({
      needed: true,
      entries: 5,
      items: 3,
      gaps: [],
      unread: [],
      leftOut: 0,
      aside: null,
      verdict: 'PASSED',
    });
    const caseFile = openCase(folder, context);
    expect(caseFile.items().map(({ item, excluded }) => [item, excluded])).toEqual(
      items.map((item, n) => [item, n === 1 ? '与本案无关' : null]),
    );
    caseFile.addItem(someCapture(caseFile, '丁'));
    caseFile.close();
    expect(verifyCase(folder, 'en').verdict).toBe('PASSED');
  });

  test('puts a spoilt database aside instead of deleting it, and leaves a sound one alone', async () => {
    expect(await call('case.repair', { case: folder })).toMatchObject({ needed: false, verdict: 'PASSED' });
    writeFileSync(join(folder, 'case.db'), 'no database');
    const { aside, verdict } = await call('case.repair', { case: folder });
    expect(verdict).toBe('PASSED');
    expect(readFileSync(join(aside ?? '', 'case.db'), 'utf8')).toBe('no database');
  });

  test('names the entries that it could not bring back, and keeps everything after them', async () => {
    const lost = entryFile(2);
    for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `case.db${end}`), { force: true });
    rmSync(lost);
    const repaired = await call('case.repair', { case: folder });
    // The exclusion speaks of the item whose entry is gone: it stays in the log, without its row.
    expect(repaired).toMatchObject({ entries: 4, items: 2, gaps: [2], unread: [4], verdict: 'FAILED' });
  });

  test('takes an entry whose file is lost from what is left of the database', async () => {
    rmSync(entryFile(2));
    expect(verifyCase(folder, 'en').verdict).toBe('FAILED');
    expect(await call('case.repair', { case: folder })).toMatchObject({ items: 3, gaps: [], verdict: 'PASSED' });
  });

  test('makes no case out of a folder without a custody log', async () => {
    await expect(call('case.repair', { case: freshFolder() })).rejects.toMatchObject({
      code: 'nothing-to-repair-from',
    });
  });
});

describe('backup and health', () => {
  test('a backup made while somebody writes is a whole case; run again, it copies only what is new', async () => {
    const to = join(freshFolder(), 'backup.fascicle');
    const caseFile = openCase(folder, context);
    expect(await call('case.backup', { case: folder, folder: to })).toMatchObject({
      kept: 0,
      left: [],
      verdict: 'PASSED',
    });
    caseFile.addItem(someCapture(caseFile, '丁'));
    const second = await call('case.backup', { case: folder, folder: to });
    expect(second).toMatchObject({ copied: 4, verdict: 'PASSED' }); // text, record, payload, entry
    caseFile.close();
    const copy = openCaseToRead(to);
    expect(copy.count()).toBe(4);
    copy.close();
  });

  test('a backup never goes back in time, and never takes another case’s place', async () => {
    const to = join(freshFolder(), 'backup.fascicle');
    const older = join(freshFolder(), 'older.fascicle');
    cpSync(folder, older, { recursive: true });
    const caseFile = openCase(folder, context);
    caseFile.addItem(someCapture(caseFile, '丁'));
    caseFile.close();
    await call('case.backup', { case: folder, folder: to });
    await expect(call('case.backup', { case: older, folder: to })).rejects.toMatchObject({ code: 'backup-newer' });
    const other = freshCase();
    other.close();
    await expect(call('case.backup', { case: other.folder, folder: to })).rejects.toMatchObject({
      code: 'backup-of-another',
    });
  });

  test('a damaged object is found, named and restored from the backup; the good copy there is never overwritten', async () => {
    const to = join(freshFolder(), 'backup.fascicle');
    await call('case.backup', { case: folder, folder: to });
    const first = textOf(items[0] ?? '');
    const second = textOf(items[2] ?? '');
    spoil(first.file);
    rmSync(second.file);
    expect(await call('case.backup', { case: folder, folder: to })).toMatchObject({ verdict: 'PASSED', left: [] });
    const found = await call('case.health', { case: folder, from: [] });
    expect(found.damaged.map(({ path }) => path).sort()).toEqual(
      [first, second].map(({ sha256 }) => `objects/${sha256.slice(0, 2)}/${sha256.slice(2)}`).sort(),
    );
    expect(found.report.verdict).toBe('FAILED');
    const healed = await call('case.health', { case: folder, from: [to] });
    expect(healed.damaged.every(({ restored }) => restored === to)).toBe(true);
    expect(healed.report.verdict).toBe('PASSED');
    const caseFile = openCaseToRead(folder);
    expect(caseFile.entries().at(-1)?.act).toBe('objects-restored');
    caseFile.close();
  });

  test('a backup that is damaged itself restores nothing and says so', async () => {
    const to = join(freshFolder(), 'backup.fascicle');
    await call('case.backup', { case: folder, folder: to });
    const { sha256, file } = textOf(items[0] ?? '');
    spoil(file);
    spoil(objectFile(to, sha256));
    const { damaged, report } = await call('case.health', { case: folder, from: [to] });
    expect(damaged).toMatchObject([{ restored: null }]);
    expect(report.verdict).toBe('FAILED');
    expect(existsSync(file)).toBe(true);
  });
});
