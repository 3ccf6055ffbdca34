import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WritableCase } from '../../electron/casefile/case-handles.ts';
import { createCase } from '../../electron/casefile/create-case.ts';
import { objectFile } from '../../electron/casefile/objects.ts';
import { openCase, openCaseToRead } from '../../electron/casefile/open-case.ts';
import { receivePackage } from '../../electron/intake/packages/receive-package.ts';
import { packageFolder } from '../../electron/verify/package-folder.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { deviceServices } from '../../electron/workbench/services.ts';
import { createWorkbench } from '../../electron/workbench/workbench.ts';
import { context, freshCase, someCapture } from '../fixtures/case-room.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { startAuthority, type Authority } from '../fixtures/pki/authority.ts';
import { packageCopy, exported, filedCase, flip, zipped } from './package-room.ts';

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
  const caseFile = freshCase();
  const now = new Date().toISOString();
  const { item } = caseFile.addItem({ ...someCapture(caseFile, '自己的一项'), startedAt: now, endedAt: now });
  caseFile.close();
  return { folder: caseFile.folder, item };
}

describe('a package that is taken over', () => {
  test('merges two people’s captures: each record as it was, both custodies whole, and verify checks the package again', async () => {
    const { folder, item } = ownCase();
    const received = await receive(sealed, folder);
    expect(received).toMatchObject({ from: theirs.caseId, items: 2, known: 0, withheld: 2, timeProven: 'proven' });
    const caseFile = openCaseToRead(folder);
    const items = caseFile.items();
    expect(items.map((state) => state.item)).toEqual([
      item,
      ...theirs
        .items()
        .slice(0, 2)
        .map((one) => one.item),
    ]);
    for (const state of items.slice(1)) expect(state.recordSha256).toBe(theirs.item(state.item).recordSha256);
    expect(caseFile.entries().map(({ act }) => act)).toEqual([
      'case-created',
      'item-added',
      'package-received',
      'item-added',
      'item-added',
    ]);
    caseFile.close();
    const report = await verify(folder);
    expect(report).toMatchObject({ verdict: 'PASSED', unaltered: 'yes' });
    const said = report.checks.map(({ check, detail }) => `${check}: ${detail}`).join('\n');
    expect(said).toMatch(/2 sealed files .* stayed with the sender and were not received/);
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
    const caseFile = openCaseToRead(folder);
    expect(caseFile.facts()).toMatchObject({ title: theirs.facts().title, operator: '李某' });
    expect(caseFile.entries().at(-1)?.actor.person).toBe('李某');
    caseFile.close();
    const { payload } = theirs.entries().findLast(({ act }) => act === 'package-exported')!;
    expect(Buffer.from(theirs.readObject(payload)).toString()).toContain(sha256);
    expect((await verify(folder)).verdict).toBe('PASSED');
  });

  test('is refused when anything in it was changed, and leaves the case byte for byte as it was', async () => {
    const { folder } = ownCase();
    const before = readFileSync(join(folder, 'case.db'));
    const unpacked = (await exported(theirs, 'folder', authority)).path;
    for (const path of ['data/bundle/evidence-bundle.pdf', 'custody/proofs.jsonl', 'tagmanifest-sha256.txt']) {
      const changed = packageCopy(unpacked);
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
    const caseFile = createCase(join(freshFolder(), 'c.fascicle'), theirs.facts(), context);
    caseFile.addItem({ ...someCapture(caseFile, '冒名'), item: theirs.items()[0]!.item });
    caseFile.close();
    await expect(receive(sealed, caseFile.folder)).rejects.toMatchObject({ code: 'package-conflict' });
  });

  test('stays under watch: a file of it that changes later is found', async () => {
    const { folder } = ownCase();
    await receive(sealed, folder);
    const caseFile = openCaseToRead(folder);
    const { record } = caseFile.items()[1]!;
    caseFile.close();
    const file = objectFile(folder, record.artifacts[0]!.sha256);
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, -1), Buffer.from([0])]));
    const { checks, verdict } = await verify(folder);
    expect(verdict).toBe('FAILED');
    expect(checks.some(({ check, detail }) => check.startsWith('received') && detail.includes('has changed'))).toBe(
      true,
    );
  });

  test('stopped between its entry and its items, it leaves neither, and the next run does all', async () => {
    const { folder } = ownCase();
    const caseFile = openCase(folder, context);
    const add = caseFile.addReceived.bind(caseFile);
    let added = 0;
    caseFile.addReceived = (...args) => {
      if ((added += 1) === 2) throw new Error('killed');
      return add(...args);
    };
    const unpacked = (await exported(theirs, 'again', authority)).path;
    const passed: VerifyReport = {
      verdict: 'PASSED',
      unaltered: 'yes',
      timeProven: 'none',
      timeScope: null,
      checks: [],
    };
    const signal = quiet.signal;
    const stopped = receivePackage(caseFile, packageFolder(unpacked), {
      path: unpacked,
      signal,
      onFile: () => undefined,
      verify: () => Promise.resolve(passed),
    });
    await expect(stopped).rejects.toThrow('killed');
    caseFile.close();
    const left = openCaseToRead(folder);
    expect(left.entries().map(({ act }) => act)).toEqual(['case-created', 'item-added']);
    left.close();
    expect((await verify(folder)).verdict).toBe('PASSED');
    expect(await receive(unpacked, folder)).toMatchObject({ items: 2, known: 0 });
    expect((await verify(folder)).verdict).toBe('PASSED');
  });

  test('is kept also where no item in it is new: its seal, its log, and what an earlier one withheld', async () => {
    const { folder } = ownCase();
    await receive((await exported(theirs, 'unsealed')).path, folder);
    expect(await receive(sealed, folder)).toMatchObject({ items: 0, known: 2, timeProven: 'proven' });
    const whole = (await exported(theirs, 'whole', null, 'whole')).path;
    expect(await receive(whole, folder)).toMatchObject({ items: 1, known: 2, withheld: 0 });
    const caseFile = openCaseToRead(folder);
    expect(caseFile.entries().filter(({ act }) => act === 'package-received')).toHaveLength(3);
    const netlog = theirs.items()[0]!.record.artifacts.find(({ role }) => role === 'netlog')!;
    expect(Buffer.from(caseFile.readObject(netlog.sha256)).toString()).toContain('秘密 0');
    caseFile.close();
    const { verdict, checks } = await verify(folder);
    expect(verdict).toBe('PASSED');
    const said = checks.map(({ check, detail }) => `${check}: ${detail}`).join('\n');
    expect(said).toMatch(/received [0-9a-f]{12} time-stamps: .*the package existed before/);
    expect(said).not.toMatch(/stayed with whoever/);
  });

  test('tells over three cases what was excluded in the first, and only where it is not excluded too', async () => {
    const { item } = theirs.items()[2]!;
    const second = ownCase().folder;
    const whole = (await exported(theirs, 'whole', null, 'whole')).path;
    const [told] = (await receive(whole, second)).excluded;
    expect(told).toMatchObject({ item, reason: '与本案无关的秘密理由' });
    await receive(sealed, second); // a filing edition tells nothing of exclusions
    const handingOn = openCase(second, context);
    const onward = (await exported(handingOn, 'onward', null, 'whole')).path;
    handingOn.close();
    const third = ownCase().folder;
    expect((await receive(onward, third)).excluded).toEqual([told]);
    const show = (folder: string) => workbench.call('items.show', { case: folder, item }, quiet);
    expect((await show(second)).excludedElsewhere).toEqual(told);
    expect((await show(third)).excludedElsewhere).toEqual(told);
    await workbench.call('items.exclude', { case: third, item, reason: '同意' }, quiet);
    expect((await show(third)).excludedElsewhere).toBeNull();
    expect((await receive(whole, third)).excluded).toEqual([]);
  });
});
