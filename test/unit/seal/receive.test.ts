import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { CaseWriter } from '../../../electron/casefile/case-writer.ts';
import { openCase, openCaseToRead } from '../../../electron/casefile/open-case.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const root = resolve(import.meta.dirname, '../../..');
const services = { ...deviceServices(root, '0.0.0'), cacheFolder: freshFolder(), stateFolder: freshFolder() };
const workbench = createWorkbench(services);
const quiet = { emit: () => undefined, signal: new AbortController().signal, language: 'en' } as const;

const order = {
  category: 'coverage',
  view: { device: 'desktop', width: 1280, height: 900, scale: 1 },
  timeout: 60,
  allowPrivateNetwork: true,
  acceptInvalidCertificate: false,
  throughProxy: false,
  operator: null,
} as const;

/** An address in the queue of a case. */
function queued(caseFile: WritableCase, job: string): void {
  caseFile.logEvent('captures-queued', { jobs: [{ job, url: 'https://news.example/story' }], order });
}

/** A case whose two items came through its queue, as every capture does. */
function theirs() {
  const caseFile = freshCase();
  const jobs = [itemId(Date.now(), randomBytes(10)), itemId(Date.now(), randomBytes(10))];
  const items = jobs.map((job, n) => {
    queued(caseFile, job);
    caseFile.logEvent('capture-begun', { job }, job);
    return caseFile.addItem({ ...someCapture(caseFile, `第 ${n} 项`), job }).item;
  });
  return { caseFile, jobs, items };
}

async function exported(folder: string): Promise<string> {
  const out = join(freshFolder(), 'package.zip');
  const asked = { case: folder, out, edition: 'whole' as const, services: [], anchors: [] };
  await workbench.call('package.export', asked, quiet);
  return out;
}

const receive = (path: string, folder: string) =>
  workbench.call('package.receive', { package: path, into: { kind: 'case', case: folder }, anchors: [] }, quiet);

test('records of a queue are taken over, and complete no row of the queue here', async () => {
  const { caseFile, jobs, items } = theirs();
  caseFile.close();
  const own = freshCase();
  queued(own, jobs[0] ?? '');
  own.close();
  const path = await exported(caseFile.folder);
  expect(await receive(path, own.folder)).toMatchObject({ items: 2, known: 0 });
  const after = openCaseToRead(own.folder);
  expect(after.items().map(({ item }) => item)).toEqual(items);
  expect(after.jobs('all')).toMatchObject([{ job: jobs[0], state: 'waiting', item: null }]);
  after.close();
  expect(verifyCase(own.folder, 'en').verdict).toBe('PASSED');
  expect(await receive(path, own.folder)).toMatchObject({ items: 0, known: 2 });
  expect(verifyCase(own.folder, 'en').verdict).toBe('PASSED');
});

test('what third parties gave comes along, also later and alone; exclusions are shown and not taken over', async () => {
  const { caseFile, items } = theirs();
  const [first = '', second = ''] = items;
  caseFile.logEvent('item-excluded', { item: second, reason: '与本案无关' }, second);
  caseFile.close();
  const own = freshCase();
  own.close();
  expect(await receive(await exported(caseFile.folder), own.folder)).toMatchObject({
    attachments: 0,
    excluded: [{ item: second, reason: '与本案无关', person: '王某' }],
  });
  const again = openCase(caseFile.folder, context);
  const file = { name: '存证回执.txt', ...again.objects.putBytes(Buffer.from('存证编号 X-1')) };
  again.logEvent('attachment-added', { item: first, kind: 'deposit', number: 'X-1', file }, first);
  again.close();
  const later = await exported(caseFile.folder);
  expect(await receive(later, own.folder)).toMatchObject({ items: 0, known: 2, attachments: 1 });
  expect(await receive(later, own.folder)).toMatchObject({ items: 0, attachments: 0 });
  const shown = await workbench.call('items.show', { case: own.folder, item: first }, quiet);
  expect(shown.attachments).toMatchObject([{ kind: 'deposit', number: 'X-1', file: { name: '存证回执.txt' } }]);
  const other = await workbench.call('items.show', { case: own.folder, item: second }, quiet);
  expect(other).toMatchObject({ summary: { excluded: null }, excludedElsewhere: { reason: '与本案无关' } });
  expect(verifyCase(own.folder, 'en').verdict).toBe('PASSED');
});

test('a receive that fails half-way leaves nothing behind, and the next one is whole', async () => {
  const { caseFile } = theirs();
  caseFile.close();
  const own = freshCase();
  own.close();
  const before = openCaseToRead(own.folder);
  const head = before.head();
  before.close();
  const path = await exported(caseFile.folder);
  const add = vi.spyOn(CaseWriter.prototype, 'addReceived');
  add.mockImplementationOnce(function (this: CaseWriter, ...given) {
    add.mockRestore();
    this.addReceived(...given);
    throw new Error('the disk is gone');
  });
  await expect(receive(path, own.folder)).rejects.toThrow('the disk is gone');
  const after = openCaseToRead(own.folder);
  expect(after.head()).toEqual(head);
  after.close();
  const report = verifyCase(own.folder, 'en');
  expect(report.checks.filter(({ finding }) => finding !== null)).toEqual([]);
  expect(await receive(path, own.folder)).toMatchObject({ items: 2 });
  expect(verifyCase(own.folder, 'en').verdict).toBe('PASSED');
});

test('a case in which an older program left a package without its items is made whole by receiving again', async () => {
  const { caseFile } = theirs();
  caseFile.close();
  const path = await exported(caseFile.folder);
  const own = freshCase();
  own.close();
  // What the older program did: the entry of the package stood, and its items could not be written.
  const add = vi.spyOn(CaseWriter.prototype, 'addReceived').mockImplementation(function (this: CaseWriter, { item }) {
    return { item } as ReturnType<CaseWriter['addReceived']>;
  });
  await receive(path, own.folder);
  add.mockRestore();
  const spoiled = openCaseToRead(own.folder);
  expect(spoiled.items()).toHaveLength(0);
  spoiled.close();
  expect(await receive(path, own.folder)).toMatchObject({ items: 2 });
  const whole = openCaseToRead(own.folder);
  expect(whole.entries().filter(({ act }) => act === 'package-received')).toHaveLength(1);
  whole.close();
  expect(verifyCase(own.folder, 'en').verdict).toBe('PASSED');
});

test('two stories of one case are not both taken over, nor one that is not the own', async () => {
  const { caseFile } = theirs();
  caseFile.close();
  const copy = join(freshFolder(), 'copy.fascicle');
  cpSync(caseFile.folder, copy, { recursive: true });
  for (const [folder, text] of [
    [caseFile.folder, '甲'],
    [copy, '乙'],
  ] as const) {
    const one = openCase(folder, context);
    one.addItem(someCapture(one, text));
    one.close();
  }
  const own = freshCase();
  own.close();
  await receive(await exported(caseFile.folder), own.folder);
  await expect(receive(await exported(copy), own.folder)).rejects.toMatchObject({ code: 'package-other-story' });
  await expect(receive(await exported(copy), caseFile.folder)).rejects.toMatchObject({ code: 'package-other-story' });
  expect(await receive(await exported(caseFile.folder), caseFile.folder)).toMatchObject({ items: 0 });
  expect(verifyCase(own.folder, 'en').verdict).toBe('PASSED');
});

test('an attachment that is said to have come with a package, and did not, is found', async () => {
  const { caseFile, items } = theirs();
  const [first = ''] = items;
  const file = { name: 'x.txt', ...caseFile.objects.putBytes(Buffer.from('x')) };
  const received = 'a'.repeat(64);
  caseFile.logEvent('attachment-added', { item: first, kind: 'deposit', number: null, file, received }, first);
  caseFile.close();
  const report = await workbench.call('verify.run', { path: caseFile.folder, anchors: [] }, quiet);
  expect(report.verdict).toBe('FAILED');
  expect(report.checks.find(({ finding }) => finding === 'failed')?.detail).toContain(received);
});
