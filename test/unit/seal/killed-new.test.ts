import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

test('until a package is in it, a new case has no folder of its own: whoever kills the program finds no empty case', async () => {
  const root = resolve(import.meta.dirname, '../../..');
  const services = { ...deviceServices(root, '0.0.0'), cacheFolder: freshFolder(), stateFolder: freshFolder() };
  const workbench = createWorkbench(services);
  const signal = new AbortController().signal;
  const caseFile = freshCase();
  caseFile.addItem(someCapture(caseFile, '一'));
  caseFile.close();
  const out = join(freshFolder(), 'p');
  const quiet = { emit: () => undefined, signal, language: 'en' } as const;
  const asked = { case: caseFile.folder, out, edition: 'whole' as const, services: [], anchors: [] };
  await workbench.call('package.export', asked, quiet);

  const home = freshFolder();
  const folder = join(home, '新案.fascicle');
  const seen: boolean[] = [];
  const watching = { ...quiet, emit: () => void seen.push(existsSync(folder)) };
  const into = { kind: 'new', folder, title: null, operator: null } as const;
  await workbench.call('package.receive', { package: out, into, anchors: [] }, watching);
  expect(seen.length).toBeGreaterThan(5);
  expect(seen).not.toContain(true);
  expect(readdirSync(home)).toEqual(['新案.fascicle']);
  const { cases } = await workbench.call('cases.recent', {}, quiet);
  expect(cases.map((one) => one.folder)).toEqual([folder, caseFile.folder]);
  await expect(workbench.call('package.receive', { package: out, into, anchors: [] }, quiet)).rejects.toMatchObject({
    code: 'case-exists',
  });
});
