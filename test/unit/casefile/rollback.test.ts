import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import type { WorkbenchEvent } from '../../../shared/contract.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const root = resolve(import.meta.dirname, '../../..');

test('a log that was put back stays an alarm, however it grows, until a person says why', async () => {
  const services = { ...deviceServices(root, '0.0.0'), cacheFolder: freshFolder(), stateFolder: freshFolder() };
  const workbench = createWorkbench(services);
  const events: WorkbenchEvent[] = [];
  const asked = {
    emit: (event: WorkbenchEvent) => events.push(event),
    signal: new AbortController().signal,
    language: 'en',
  } as const;
  const verify = (path: string, acceptHistory: string | null = null) =>
    workbench.call('verify.run', { path, anchors: [], acceptHistory }, asked);

  const caseFile = freshCase();
  const { item } = caseFile.addItem(someCapture(caseFile, '一'));
  caseFile.close();
  const { folder } = caseFile;
  const exclude = (reason: string) => workbench.call('items.exclude', { case: folder, item, reason }, asked);
  await exclude('甲');
  const older = join(freshFolder(), 'older.fascicle');
  cpSync(folder, older, { recursive: true });
  await exclude('乙');
  await exclude('丙');
  expect((await verify(folder)).verdict).toBe('PASSED');
  await expect(verify(folder, '没有原因')).rejects.toMatchObject({ code: 'bad-call' });
  expect(events.filter(({ event }) => event === 'notice')).toEqual([]);

  rmSync(folder, { recursive: true });
  cpSync(older, folder, { recursive: true });
  for (const n of [1, 2, 3, 4, 5]) await exclude(`又 ${n}`);
  expect(events.filter((event) => event.event === 'notice' && event.code === 'log-went-back')).toHaveLength(5);
  expect((await verify(folder)).verdict).toBe('FAILED');

  const answered = await verify(folder, '磁盘损坏，从备份恢复');
  expect(answered.verdict).toBe('PASSED');
  expect(answered.checks.map(({ detail }) => detail).join('\n')).toContain('磁盘损坏，从备份恢复');
  expect((await verify(folder)).verdict).toBe('PASSED');
  await exclude('此后');
  expect((await verify(folder)).verdict).toBe('PASSED');
});
