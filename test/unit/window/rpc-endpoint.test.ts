import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { RpcEndpoint } from '../../../electron/shells/rpc-endpoint.ts';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import { freshCase } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

type Said = {
  call: number;
  output?: unknown;
  error?: { code: string; message: string; evidence: string; next: string };
};

async function said(...texts: string[]): Promise<Said[]> {
  const root = resolve(import.meta.dirname, '../../..');
  const workbench = createWorkbench({ ...deviceServices(root, '0.0.0'), cacheFolder: freshFolder() });
  const heard: Said[] = [];
  const endpoint = new RpcEndpoint(workbench, (text) => heard.push(JSON.parse(text) as Said));
  for (const text of texts) await endpoint.take(text);
  endpoint.close();
  return heard;
}

const call = (part: object) => JSON.stringify({ call: 7, method: 'settings.load', input: {}, language: 'en', ...part });

test('answers a call of the contract once', async () => {
  const [answer, ...more] = await said(call({}));
  expect(answer).toMatchObject({ call: 7, output: { language: 'zh-CN' } });
  expect(more).toEqual([]);
});

test.for([
  ['text that is no JSON', '{'],
  ['another shape', '[]'],
  ['a method that is none', call({ method: 'cases.delete' })],
  ['a name of every object', call({ method: 'constructor' })],
  ['a field too many', call({ path: '/etc/passwd' })],
  ['input that does not fit', call({ input: { case: 3 } })],
  ['a call number that is none', call({ call: -1 })],
  ['a language that is none', call({ language: 'xx' })],
  ['more than a message may hold', call({ input: 'x'.repeat(8_000_001) })],
])('answers nonsense with an error, never with a crash: %s', async ([, text]) => {
  const [answer] = await said(text!);
  expect(answer?.output).toBeUndefined();
  expect(answer?.error?.code).toMatch(/^(bad-call|unforeseen)$/);
  expect(answer?.error?.next).toBeTruthy();
});

test('a shell with dialogs is asked in them, and drags only what was made to be handed on', async () => {
  const caseFile = freshCase();
  caseFile.close();
  const root = resolve(import.meta.dirname, '../../..');
  const workbench = createWorkbench({ ...deviceServices(root, '0.0.0'), cacheFolder: freshFolder() });
  const heard: unknown[] = [];
  const dragged: string[] = [];
  const native = { choose: () => Promise.resolve('/d/out.zip'), drag: (path: string) => void dragged.push(path) };
  const endpoint = new RpcEndpoint(workbench, (text) => heard.push(JSON.parse(text)), native);
  const choose = { what: 'save', title: 'Where', at: '', endings: [] };
  await endpoint.take(JSON.stringify({ native: 3, choose }));
  await new RpcEndpoint(workbench, (text) => heard.push(JSON.parse(text))).take(JSON.stringify({ native: 4, choose }));
  expect(heard).toEqual([
    { native: 3, path: '/d/out.zip' },
    { native: 4, path: null },
  ]);

  const bundle = join(caseFile.folder, 'bundles', '1', 'bundle.pdf');
  mkdirSync(dirname(bundle), { recursive: true });
  writeFileSync(bundle, 'a bundle');
  symlinkSync(join(caseFile.folder, 'case.json'), join(dirname(bundle), 'a-way-out.pdf'));
  const drag = (path: string) => endpoint.take(JSON.stringify({ drag: path }));
  await drag(bundle);
  expect(dragged, 'its case is not open').toEqual([]);
  const { folder: without } = freshCase();
  rmSync(join(without, 'bundles'), { recursive: true, force: true });
  await endpoint.take(call({ method: 'cases.open', input: { case: without } }));
  await endpoint.take(call({ method: 'cases.open', input: { case: caseFile.folder } }));
  await drag(bundle);
  for (const other of ['/etc/passwd', dirname(bundle), join(dirname(bundle), '../../case.db'), `${bundle}x`])
    await drag(other);
  await drag(join(dirname(bundle), 'a-way-out.pdf'));
  expect(dragged).toEqual([bundle]);
});
