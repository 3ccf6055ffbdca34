import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WritableCase } from '../../electron/casefile/case-handles.ts';
import { createCase } from '../../electron/casefile/create-case.ts';
import { objectFile } from '../../electron/casefile/objects.ts';
import { openCase, openCaseToRead } from '../../electron/casefile/open-case.ts';
import { receivePackage } from '../../electron/intake/receive-package.ts';
import { packageFolder } from '../../electron/verify/package-folder.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { deviceServices } from '../../electron/workbench/services.ts';
import { createWorkbench } from '../../electron/workbench/workbench.ts';
import { context, freshCase, someCapture } from '../fixtures/case-room.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { startAuthority, type Authority } from '../fixtures/pki/authority.ts';
import { copyOf, exported, filedCase, flip, zipped } from './package-room.ts';

const root = resolve(import.meta.dirname, '../..');
const services = { ...deviceServices(root, '0.0.0'), cacheFolder: freshFolder(), stateFolder: freshFolder() };
const workbench = createWorkbench(services);
const quiet = { emit: () => undefined, signal: new AbortController().signal, language: 'en' } as const;

let authority: Authority;
let theirs: WritableCase;
let sealed: string;
beforeAll(async () => {
  authority = await startAuthority();
  theirs = await filedCase(authority);
  sealed = (await exported(theirs, 'sealed.zip', authority)).path;
});
afterAll(async () => {
  theirs.close();
  await authority.close();
});

const anchors = () => [authority.anchorFile];
const verify = (path: string) => workbench.call('verify.run', { path, anchors: anchors() }, quiet);
const receive = (path: string, folder: string) =>
  workbench.call('package.receive', { package: path, into: { kind: 'case', case: folder }, anchors: anchors() }, quiet);

/** A case of somebody else's with one capture of her own. */
function ownCase(): { folder: string; item: string } {
  const kase = freshCase();
  const now = new Date().toISOString();
  const { item } = kase.addItem({ ...someCapture(kase, '自己的一项'), startedAt: now, endedAt: now });
  kase.close();
  return { folder: kase.folder, item };
}

describe('a package that is taken over', () => {
  test('merges two people’s captures: each record as it was, both custodies whole, and verify checks the package again', async () => {
    const { folder, item } = ownCase();
    const received = await receive(sealed, folder);
    expect(received).toMatchObject({ from: theirs.caseId, items: 2, known: 0, withheld: 2, timeProven: 'proven' });
    const kase = openCaseToRead(folder);
    const items = kase.items();
    expect(items.map((state) => state.item)).toEqual([
      item,
      ...theirs
        .items()
        .slice(0, 2)
        .map((one) => one.item),
    ]);
    for (const state of items.slice(1)) expect(state.recordSha256).toBe(theirs.item(state.item).recordSha256);
    expect(kase.entries().map(({ act }) => act)).toEqual([
      'case-created',
      'item-added',
      'package-received',
      'item-added',
      'item-added',
    ]);
    kase.close();
    const report = await verify(folder);
    expect(report).toMatchObject({ verdict: 'PASSED', unaltered: 'yes' });
    const said = report.checks.map(({ check, detail }) => `${check}: ${detail}`).join('\n');
    expect(said).toMatch(/2 sealed files .* stayed with whoever handed their items over/);
    expect(said).toMatch(/received [0-9a-f]{12} time-stamps: .*the package existed before/);
    expect(await receive(sealed, folder)).toMatchObject({ items: 0, known: 2 });
    expect((await verify(folder)).verdict).toBe('PASSED');
  });

  test('makes a new case with the matter’s title; the hand-over is an entry on both sides', async () => {
    const folder = join(freshFolder(), '新案.fascicle');
    const into = { kind: 'new', folder, title: null, operator: '李某' } as const;
    const { package: sha256 } = await workbench.call(
      'package.receive',
      { package: sealed, into, anchors: anchors() },
      quiet,
    );
    const kase = openCaseToRead(folder);
    expect(kase.facts()).toMatchObject({ title: theirs.facts().title, operator: '李某' });
    expect(kase.entries().at(-1)?.actor.person).toBe('李某');
    kase.close();
    const { payload } = theirs.entries().findLast(({ act }) => act === 'package-exported')!;
    expect(Buffer.from(theirs.readObject(payload)).toString()).toContain(sha256);
    expect((await verify(folder)).verdict).toBe('PASSED');
  });

  test('is refused when anything in it was changed, and leaves the case byte for byte as it was', async () => {
    const { folder } = ownCase();
    const before = readFileSync(join(folder, 'case.db'));
    const unpacked = (await exported(theirs, 'folder', authority)).path;
    for (const path of ['data/bundle/evidence-bundle.pdf', 'custody/proofs.jsonl', 'tagmanifest-sha256.txt']) {
      const changed = copyOf(unpacked);
      flip(changed, path);
      await expect(receive(changed, folder)).rejects.toMatchObject({ code: 'package-unsound' });
    }
    const climbing = zipped(unpacked, (files) => ({ ...files, '../evil.txt': [new Uint8Array(1), { level: 0 }] }));
    await expect(receive(climbing, folder)).rejects.toMatchObject({ code: 'package-unsound' });
    expect(readFileSync(join(folder, 'case.db')).equals(before)).toBe(true);
    expect(await verify(folder)).toMatchObject({ verdict: 'PASSED' });
    const fresh = join(freshFolder(), 'x.fascicle');
    const into = { kind: 'new', folder: fresh, title: null, operator: null } as const;
    const refused = workbench.call('package.receive', { package: climbing, into, anchors: [] }, quiet);
    await expect(refused).rejects.toMatchObject({ code: 'package-unsound' });
    expect(() => openCaseToRead(fresh)).toThrow();
  });

  test('never puts another record under an id that is there', async () => {
    const kase = createCase(join(freshFolder(), 'c.fascicle'), theirs.facts(), context);
    kase.addItem({ ...someCapture(kase, '冒名'), item: theirs.items()[0]!.item });
    kase.close();
    await expect(receive(sealed, kase.folder)).rejects.toMatchObject({ code: 'package-conflict' });
  });

  test('stays under watch: a file of it that changes later is found', async () => {
    const { folder } = ownCase();
    await receive(sealed, folder);
    const kase = openCaseToRead(folder);
    const { record } = kase.items()[1]!;
    kase.close();
    const file = objectFile(folder, record.artifacts[0]!.sha256);
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, -1), Buffer.from([0])]));
    const { checks, verdict } = await verify(folder);
    expect(verdict).toBe('FAILED');
    expect(checks.some(({ check, detail }) => check.startsWith('received') && detail.includes('has changed'))).toBe(
      true,
    );
  });

  test('killed between its entry and its items, it says so and the next run finishes it', async () => {
    const { folder } = ownCase();
    const kase = openCase(folder, context);
    const add = kase.addReceived.bind(kase);
    let added = 0;
    kase.addReceived = (...args) => {
      if ((added += 1) === 2) throw new Error('killed');
      return add(...args);
    };
    const unpacked = (await exported(theirs, 'again', authority)).path;
    const passed: VerifyReport = { verdict: 'PASSED', unaltered: 'yes', timeProven: 'none', checks: [] };
    const signal = quiet.signal;
    const stopped = receivePackage(kase, packageFolder(unpacked), {
      path: unpacked,
      signal,
      onFile: () => undefined,
      verify: () => Promise.resolve(passed),
    });
    await expect(stopped).rejects.toThrow('killed');
    kase.close();
    const report = await verify(folder);
    expect(report.verdict).toBe('PASSED');
    expect(report.checks.some(({ detail }) => detail.includes('run `fascicle receive` again'))).toBe(true);
    expect(await receive(unpacked, folder)).toMatchObject({ items: 1, known: 1 });
    expect((await verify(folder)).checks.some(({ detail }) => detail.includes('receive` again'))).toBe(false);
  });
});
