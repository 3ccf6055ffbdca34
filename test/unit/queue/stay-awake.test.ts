import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { blockerStaysAwake } from '../../../electron/workbench/stay-awake.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import { freshCase } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

/** Electron's blocker as its documentation has it: ids from 0, `stop` of one that is not started does harm. */
function blocker(works = true) {
  const started = new Set<number>();
  let next = 0;
  return {
    started,
    start: () => {
      const id = next++;
      if (works) started.add(id);
      return id;
    },
    isStarted: (id: number) => started.has(id),
    stop: (id: number) => {
      if (!started.delete(id)) throw new Error(`${id} is not started`);
    },
  };
}

test('Electron’s window: each run has its own block, and gives it back once', () => {
  const system = blocker();
  const refusals: string[] = [];
  const stay = blockerStaysAwake(system);
  const [first, second] = [1, 2].map((run) => stay(`run ${run}`, (how) => refusals.push(how)));
  expect(system.started.size).toBe(2);
  first?.();
  first?.();
  expect(system.started.size).toBe(1);
  second?.();
  expect([system.started.size, refusals]).toEqual([0, []]);
});

test('a system that does not let itself be kept awake is said to be one', () => {
  const refusals: string[] = [];
  const end = blockerStaysAwake(blocker(false))('capture', (how) => refusals.push(how));
  end();
  expect(refusals).toEqual(['powerSaveBlocker']);
});

test('the machine is kept awake for a queue, not for one address, and let go when it ends; a person hears where it cannot be', async () => {
  const caseFile = freshCase();
  caseFile.close();
  const held: string[] = [];
  const stateFolder = freshFolder();
  const services = {
    ...deviceServices(resolve(import.meta.dirname, '../../..'), '0.0.0'),
    ...{ stateFolder, cacheFolder: stateFolder },
    stayAwake: (_why: string, refused: (how: string) => void) => {
      held.push('held');
      refused('no such service');
      return () => void held.push('let go');
    },
  };
  const notices: string[] = [];
  const context = {
    signal: new AbortController().signal,
    language: 'en' as const,
    emit: (event: { event: string; code?: string }) => event.event === 'notice' && notices.push(event.code ?? ''),
  };
  const view = { device: 'desktop', width: 1280, height: 900, scale: 1 } as const;
  const how = { timeout: 30, allowPrivateNetwork: false, throughProxy: false, operator: null, concurrency: 1 };
  const order = { case: caseFile.folder, category: 'other', view, ...how } as const;
  const workbench = createWorkbench(services);
  // Refused before any browser is started.
  await workbench.call('capture.run', { ...order, urls: ['nonsense'] }, context);
  expect([held, notices]).toEqual([[], []]);
  await workbench.call('capture.run', { ...order, urls: ['nonsense', 'more nonsense'] }, context);
  expect([held, notices]).toEqual([['held', 'let go'], ['may-sleep']]);
});
