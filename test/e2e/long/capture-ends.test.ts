import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captured, captureRoom } from '../../fixtures/capture-room.ts';
import { openSite, type Site } from '../../fixtures/site/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test('a page whose sub-resources are dead is captured quickly, is not called complete, and says so', async () => {
  const done = await captured(`${site.origin}/dead-sub-resources`);
  expect(done.record.outcome).toBe('partial');
  expect(done.record.warnings.map(({ code }) => code)).toContain('sub-resources-failed');
});

test('a capture that is over leaves nothing on the signal of its queue, which may go on for hours', async () => {
  const { signal } = new AbortController();
  const room = captureRoom(signal);
  await captured(`${site.origin}/plain`, {}, room);
  await captured(`${site.origin}/gbk`, {}, room);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
