import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Door } from '../../../electron/shells/door.ts';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
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
  const door = new Door(workbench, (text) => heard.push(JSON.parse(text) as Said));
  for (const text of texts) await door.take(text);
  door.close();
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
