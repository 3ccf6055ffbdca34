import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cookie } from 'puppeteer';
import { expect, test } from 'vitest';
import { carriedOver } from '../../../electron/capture/session/session-cookies.ts';
import { KeptSessions } from '../../../electron/capture/session/kept-sessions.ts';
import { holdFor, leaveSession } from '../../../electron/workbench/capture/session-of-case.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { itemOf, queued, running } from './queue-room.ts';

const cookie = (name: string, value: string, more: Partial<Cookie> = {}): Cookie => ({
  name,
  value,
  domain: 'a.example',
  path: '/',
  expires: -1,
  size: 1,
  httpOnly: true,
  secure: false,
  session: true,
  ...more,
});
const values = (cookies: readonly Cookie[]) => cookies.map(({ name, value }) => `${name}=${value}`);

/** A case, and a session of it as a login would leave it. */
function loggedIn(now?: () => Date) {
  const caseFile = freshCase();
  const state = freshFolder();
  const sessions = new KeptSessions(state, { ...context.clockAndRandom, ...(now && { now }) });
  const profile = freshFolder();
  mkdirSync(join(profile, 'Default', 'Local Storage', 'leveldb'), { recursive: true });
  writeFileSync(join(profile, 'Default', 'Local Storage', 'leveldb', '000003.log'), 'kept by the page');
  writeFileSync(join(profile, 'Default', 'History'), 'not needed');
  const about = { account: '王某', address: 'https://a.example/login' };
  const session = sessions.begin(caseFile.caseId, about, [cookie('sid', '1')], profile);
  return { caseFile, state, sessions, session, id: caseFile.caseId };
}
const erased = (caseFile: ReturnType<typeof freshCase>) =>
  caseFile
    .entries()
    .filter(({ act }) => act === 'session-erased')
    .map(
      ({ payload }) =>
        (JSON.parse(Buffer.from(caseFile.readObject(payload)).toString()) as { value: { cause: string } }).value.cause,
    );

test('a page’s browser changes what it was given anew, lost or got, and nothing that another page did meanwhile', () => {
  const before = [cookie('sid', '1'), cookie('lang', 'zh'), cookie('gone', 'x')];
  const now = [cookie('sid', '1'), cookie('lang', 'en'), cookie('gone', 'x'), cookie('other', 'o')];
  const after = [cookie('sid', '2'), cookie('lang', 'zh'), cookie('new', 'n'), cookie('sid', '1', { path: '/app' })];
  expect(values(carriedOver(now, before, after)).sort()).toEqual(['lang=en', 'new=n', 'other=o', 'sid=1', 'sid=2']);
});

test('a session keeps cookies and the pages’ storage, and nothing else of the browser', () => {
  const { state, sessions, id } = loggedIn();
  expect(values(sessions.cookies(id))).toEqual(['sid=1']);
  expect(readdirSync(join(sessions.storage(id), 'Default'))).toEqual(['Local Storage']);
  expect(readFileSync(join(sessions.storage(id), 'Default/Local Storage/leveldb/000003.log'), 'utf8')).toBe(
    'kept by the page',
  );
  expect(readdirSync(join(state, 'sessions'))).toEqual([id]);
  expect(sessions.of(id)).toMatchObject({ account: '王某', address: 'https://a.example/login' });
});

test('a new login takes the place of the old one, and both erasures are in the custody log', () => {
  const { caseFile, sessions, session, id } = loggedIn();
  const next = sessions.begin(id, { account: null, address: 'https://a.example/' }, [], freshFolder());
  expect(next.session).not.toBe(session.session);
  expect(sessions.erase(id, 'logged-out')).toBe(true);
  expect(sessions.erase(id, 'logged-out')).toBe(false);
  sessions.settle(caseFile);
  sessions.settle(caseFile); // once is enough
  expect(erased(caseFile)).toEqual(['replaced', 'logged-out']);
  caseFile.close();
});

test('what a run that died has left is erased at the next start, and written into the log when the case is opened', () => {
  const { caseFile, state, sessions, id } = loggedIn();
  sessions.use(id, process.pid);
  sessions.eraseLeftovers();
  expect(sessions.of(id)).not.toBeNull(); // this process lives
  sessions.use(id, 2 ** 22 + 1); // beyond what Linux gives out
  new KeptSessions(state, context.clockAndRandom).eraseLeftovers();
  expect(sessions.of(id)).toBeNull();
  expect(existsSync(join(state, 'sessions', id))).toBe(false);
  sessions.settle(caseFile);
  expect(erased(caseFile)).toEqual(['left-by-crash']);
  caseFile.close();
});

test('a login that was cut short, and one that nobody came back for, are erased too', () => {
  let now = Date.parse('2019-05-06T01:00:00Z');
  const { caseFile, state, sessions, id } = loggedIn(() => new Date(now));
  const torn = join(state, 'sessions', 'f'.repeat(32));
  mkdirSync(torn);
  writeFileSync(join(torn, 'cookies.json'), '[{"na');
  now += 11 * 3_600_000;
  sessions.eraseLeftovers();
  expect([existsSync(torn), sessions.of(id) !== null]).toEqual([false, true]);
  now += 2 * 3_600_000;
  sessions.eraseLeftovers();
  sessions.settle(caseFile);
  expect(erased(caseFile)).toEqual(['too-old']);
  caseFile.close();
});

const walled = (code: string) => ({
  outcome: 'blocked' as const,
  warnings: [{ code }],
  session: {
    session: '0198c7aa-0000-7000-8000-000000000000',
    since: '2019-05-06T01:00:00.000Z',
    address: 'x',
    cookies: 1,
  },
});

test('a logout or a puzzle holds the queue before the next row; a page that is only refused does not', async () => {
  const caseFile = freshCase();
  for (const [code, hold] of [
    ['login-wall', 'session-logged-out'],
    ['challenge-page', 'session-puzzle'],
    ['access-denied', undefined],
  ] as const)
    expect(holdFor({ ...someCapture(caseFile, code), ...walled(code) })?.code).toBe(hold);
  expect(holdFor({ ...someCapture(caseFile, 'x'), outcome: 'blocked', warnings: [{ code: 'login-wall' }] })).toBeNull(); // no session

  queued(caseFile, 'https://a.example/1', 'https://b.example/2', 'https://c.example/3');
  const done = await running(
    caseFile,
    ({ job, url }) => Promise.resolve(itemOf(caseFile, job, url, url.endsWith('2') ? walled('login-wall') : {})),
    { concurrency: 1, holdAfter: ({ record }) => holdFor(record) },
  );
  expect(done).toMatchObject({ items: 2, complete: 1, blocked: 1 });
  expect(caseFile.jobs('all').map(({ state }) => state)).toEqual(['complete', 'blocked', 'waiting']);
  expect(caseFile.queueHold()?.code).toBe('session-logged-out');
  caseFile.close();
});

test('without a session nothing of it is begun: the queue says that somebody has to log in', async () => {
  const caseFile = freshCase();
  queued(caseFile, 'https://a.example/1');
  const holdBefore = () => ({ code: 'session-missing' });
  const done = await running(caseFile, () => Promise.reject(new Error('never asked')), { holdBefore });
  expect([done.items, caseFile.queueHold()?.code, caseFile.jobs('all')[0]?.attempts]).toEqual([
    0,
    'session-missing',
    0,
  ]);
  caseFile.close();
});

test('the session ends with the queue; while a person has to do something it stays', () => {
  const { caseFile, sessions, id } = loggedIn();
  caseFile.logEvent('queue-held', { reason: { code: 'session-puzzle', params: { url: 'x' } } });
  leaveSession(caseFile, sessions);
  expect(sessions.of(id)).not.toBeNull();
  caseFile.logEvent('queue-held', { reason: null });
  leaveSession(caseFile, sessions);
  expect([sessions.of(id), erased(caseFile)]).toEqual([null, ['queue-done']]);
  caseFile.close();
});

test('a row that waits for a hand is begun by no run without one; stopped, it waits for a hand again', async () => {
  const caseFile = freshCase();
  const [job = ''] = queued(caseFile, 'https://a.example/1');
  const first = itemOf(caseFile, job, 'https://a.example/1', { outcome: 'blocked' });
  caseFile.logEvent('captures-decided', { jobs: [job], state: 'waiting', reason: { code: 'for-a-hand' } });
  expect(await running(caseFile, () => Promise.reject(new Error('never asked')))).toMatchObject({ items: 0 });

  const stop = new AbortController();
  const stopped = running(
    caseFile,
    (_job, signal) => {
      const ends = new Promise<never>((_done, fail) =>
        signal.addEventListener('abort', () => fail(new Error('stopped'))),
      );
      stop.abort(new Error('the person stopped it'));
      return ends;
    },
    { byHand: true, signal: stop.signal },
  );
  await expect(stopped).rejects.toThrow('the person stopped it');
  expect(caseFile.job(job)).toMatchObject({ state: 'waiting', reason: { code: 'for-a-hand' } });

  await running(caseFile, ({ job: id, url }) => Promise.resolve(itemOf(caseFile, id, url)), { byHand: true });
  expect(caseFile.job(job).state).toBe('complete');
  expect(caseFile.items().at(-1)?.record).toMatchObject({ earlier: first.item, job });
  caseFile.close();
});
