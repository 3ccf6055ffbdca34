import Sqlite from 'better-sqlite3';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { because, inOwnWords } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { Politeness } from '../../../electron/capture/queue/politeness.ts';
import { migrate, migrations } from '../../../electron/casefile/database/migrate.ts';
import { openCase } from '../../../electron/casefile/open-case.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { itemOf, queued, running } from './queue-room.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const states = (caseFile: ReturnType<typeof freshCase>) => caseFile.jobs('all').map(({ state }) => state);

test('addresses become items in their order, under the name of who asked; the case verifies', async () => {
  const caseFile = freshCase();
  queued(caseFile, 'https://a.example/', 'https://b.example/', 'https://c.example/');
  const done = await running(caseFile, ({ job, url, order }) =>
    Promise.resolve(itemOf(caseFile, job, url, { operator: order.operator })),
  );
  expect(done).toMatchObject({ items: 3, complete: 3, refused: 0 });
  expect(caseFile.jobs('all').map(({ item }) => item)).toEqual(caseFile.items().map(({ item }) => item));
  expect(caseFile.entries().findLast(({ act }) => act === 'item-added')?.actor.person).toBe('李某');
  caseFile.close();
  expect(verifyCase(caseFile.folder, 'en').verdict).toBe('PASSED');
});

test('what a killed run had begun, and what it never came to, is captured by the next one', async () => {
  const first = freshCase();
  const [one = '', two = ''] = queued(first, 'https://a.example/', 'https://b.example/', 'https://c.example/');
  first.logEvent('capture-begun', { job: one });
  itemOf(first, one, 'https://a.example/');
  first.logEvent('capture-begun', { job: two });
  const left = join(freshFolder(), 'killed.fascicle');
  cpSync(first.folder, left, { recursive: true }); // as a kill leaves it: nothing was closed
  first.close();

  const caseFile = openCase(left, context);
  const seen: string[] = [];
  const done = await running(caseFile, ({ job, url }) => {
    seen.push(url);
    return Promise.resolve(itemOf(caseFile, job, url));
  });
  expect(seen.sort()).toEqual(['https://b.example/', 'https://c.example/']);
  expect(done.items).toBe(2);
  expect(states(caseFile)).toEqual(['complete', 'complete', 'complete']);
  expect(caseFile.job(two).attempts).toBe(2);
  caseFile.close();
  expect(verifyCase(left, 'en').verdict).toBe('PASSED');
});

test('an address that ended the program three times is refused, with the reason', async () => {
  let caseFile = freshCase();
  const { folder } = caseFile;
  const [job = ''] = queued(caseFile, 'https://a.example/');
  for (let n = 0; n < 3; n++) {
    caseFile.logEvent('capture-begun', { job });
    caseFile.close();
    caseFile = openCase(folder, context);
  }
  expect(await running(caseFile, () => Promise.reject(new Error('never asked')))).toMatchObject({ items: 0 });
  expect(caseFile.job(job)).toMatchObject({ state: 'refused', reason: { code: 'run-interrupted' } });
  caseFile.close();
});

test('a browser that does not start is tried again three times in all; an address that is none is refused at once', async () => {
  const caseFile = freshCase();
  queued(caseFile, 'https://a.example/', 'nonsense');
  const done = await running(caseFile, ({ url }) =>
    Promise.reject(
      new FascicleError(url === 'nonsense' ? 'not-a-url' : 'browser-failed', { url, why: because('log-empty') }),
    ),
  );
  expect(done).toMatchObject({ items: 0, refused: 2 });
  expect(caseFile.jobs('all').map(({ attempts, reason }) => [attempts, reason?.code])).toEqual([
    [3, 'browser-failed'],
    [1, 'not-a-url'],
  ]);
  caseFile.close();
});

test('a full disk ends the run, and nothing is lost from the queue', async () => {
  const caseFile = freshCase();
  queued(caseFile, 'https://a.example/', 'https://b.example/');
  await expect(running(caseFile, () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
  expect(states(caseFile)).toEqual(['waiting', 'waiting']);
  caseFile.close();
});

test('a job at work is stopped when it is cancelled, one that waits is never begun', async () => {
  const caseFile = freshCase();
  const jobs = queued(caseFile, 'https://a.example/', 'https://b.example/');
  const run = running(
    caseFile,
    (_job, signal) =>
      new Promise((_done, fail) => {
        signal.addEventListener('abort', () => fail(new Error('stopped')));
      }),
    { concurrency: 1 },
  );
  await pause(50);
  caseFile.logEvent('captures-decided', {
    jobs,
    state: 'cancelled',
    reason: { code: 'cancelled-by-person', params: { why: inOwnWords('x') } },
  });
  expect(await run).toMatchObject({ items: 0 });
  expect(caseFile.jobs('all').map(({ state, attempts }) => [state, attempts])).toEqual([
    ['cancelled', 1],
    ['cancelled', 0],
  ]);
  caseFile.close();
});

test('a held queue lets what is at work come to its end, begins nothing, and goes on when the hold is lifted', async () => {
  const caseFile = freshCase();
  queued(caseFile, 'https://a.example/', 'https://b.example/');
  const capture: Parameters<typeof running>[1] = async ({ job, url }) => {
    await pause(50);
    return itemOf(caseFile, job, url, url.includes('a.example') ? { outcome: 'blocked' } : {});
  };
  const hold = { code: 'held-by-person', params: { why: inOwnWords('logout') } };
  const holdAfter = ({ record }: { record: { outcome: string } }) => (record.outcome === 'blocked' ? hold : null);
  expect(await running(caseFile, capture, { concurrency: 1, holdAfter })).toMatchObject({ items: 1, blocked: 1 });
  expect(caseFile.queueHold()).toEqual(hold);
  expect(states(caseFile)).toEqual(['blocked', 'waiting']);
  caseFile.logEvent('queue-held', { reason: null });
  expect(await running(caseFile, capture)).toMatchObject({ items: 1, complete: 1 });
  caseFile.close();
});

test('the same address again is a new item that names the earlier one', async () => {
  const caseFile = freshCase();
  queued(caseFile, 'https://a.example/', 'https://a.example/');
  await running(caseFile, ({ job, url }) => Promise.resolve(itemOf(caseFile, job, url)), { concurrency: 1 });
  const [first, second] = caseFile.items();
  expect(second?.record).toMatchObject({ earlier: first?.item });
  expect(first?.record).not.toHaveProperty('earlier');
  caseFile.close();
});

test('an aborted run puts what was at work back into the queue', async () => {
  const caseFile = freshCase();
  queued(caseFile, 'https://a.example/');
  const stop = new AbortController();
  const run = running(
    caseFile,
    (_job, signal) =>
      new Promise((_done, fail) => {
        signal.addEventListener('abort', () => fail(new Error('stopped')));
      }),
    { signal: stop.signal },
  );
  await pause(30);
  stop.abort(new Error('the person stopped it'));
  await expect(run).rejects.toThrow('the person stopped it');
  expect(caseFile.jobs('all')).toMatchObject([{ state: 'waiting', reason: { code: 'run-stopped' } }]);
  caseFile.close();
});

test('a site sees two pages at a time, a second apart, and is left alone when it asks for it', () => {
  const sites = new Politeness();
  const [page, other] = ['https://a.example/1', 'https://b.example/1'];
  sites.begin(page, 0);
  expect([sites.wait(page, 0), sites.wait(page, 1_000), sites.wait(other, 0)]).toEqual([1_000, 0, 0]);
  sites.begin(page, 1_000);
  expect(sites.wait(page, 9_000)).toBeGreaterThan(0); // two are at work
  sites.end(page, 9_000, { status: 200, retryAfter: null });
  expect(sites.wait(page, 9_000)).toBe(0);
  sites.end(page, 9_000, { status: 429, retryAfter: 30 });
  expect([sites.wait(page, 9_000), sites.wait(page, 39_000)]).toEqual([30_000, 0]);
  sites.begin(page, 40_000);
  sites.end(page, 40_000, { status: 503, retryAfter: 86_400 });
  expect(sites.wait(page, 40_000)).toBe(60_000); // a day is not waited for
});

test('migration 0020 keeps the items of an older case and finds them by their address', () => {
  const caseFile = freshCase();
  const { item } = caseFile.addItem(someCapture(caseFile, 'eins'));
  caseFile.close();
  const old = new Sqlite(':memory:');
  migrate(old, migrations.slice(0, 1));
  const full = new Sqlite(join(caseFile.folder, 'case.db'), { readonly: true });
  old.pragma('foreign_keys = OFF');
  for (const table of ['entry', 'object', 'facts', 'item']) {
    for (const row of full.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]) {
      const names = Object.keys(row);
      old
        .prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => '?').join()})`)
        .run(Object.values(row));
    }
  }
  full.close();
  expect(migrate(old, migrations.slice(0, 2))).toBe(10);
  expect(
    old.prepare(`SELECT item FROM item WHERE json_extract(body, '$.url') = 'https://news.example/story'`).all(),
  ).toEqual([{ item }]);
  expect(old.prepare('SELECT count(*) AS jobs FROM job').get()).toEqual({ jobs: 0 });
  old.close();
});
