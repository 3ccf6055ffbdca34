import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ManualTurn } from '../../../electron/capture/manual/manual-capture.ts';
import { ManualControl } from '../../../electron/workbench/capture/manual-control.ts';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import { fieldsOf } from '../../../shared/fields/fields-of.ts';
import type { EventPayload } from '../../../shared/contract.ts';
import { KeptSessions } from '../../../electron/capture/session/kept-sessions.ts';
import { logIn } from '../../../electron/capture/session/log-in.ts';
import { holdFor, sessionInUse } from '../../../electron/workbench/capture/session-of-case.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { captured, captureRoom, type Captured } from '../../fixtures/capture-room.ts';
import { context } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { openSite, type Site } from '../../fixtures/site/site.ts';
import { nothingElse } from '../../fixtures/made/field-sources.ts';
import type { ItemRecord } from '../../../shared/case/record.ts';
import { answerNames } from '../../../shared/case/outcome/answers.ts';
import { fourAnswers } from '../../../shared/case/outcome/four-answers.ts';

/** Picture, resources, text and archive of an item, each in a word. */
const words = (record: ItemRecord) => answerNames.map((name) => fourAnswers(record)[name].answer);
/** A person’s page is not scrolled through by the program, and what she typed stays out of the archive. */
const byHandWords = ['unknown', 'unknown', 'whole', 'none'];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const text = (done: Captured, name: string) => Buffer.from(done.bytes(name)).toString();
const warned = ({ record }: Captured) => record.warnings.map(({ code }) => code);
const signal = new AbortController().signal;
const secret = 'hunter2-geheim';

/** Every file below a folder. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

test('one login serves many pages; the case holds the account and no cookie; a logout pauses; the end erases', async () => {
  const room = captureRoom();
  const { caseFile } = room;
  const state = freshFolder();
  const sessions = new KeptSessions(state, context.clockAndRandom);
  const atTheKeyboard: ManualTurn = {
    visible: false, // there may be no display here; the same path otherwise
    until: async (page) => {
      await page.click('#pw');
      await page.keyboard.type(secret);
      await page.click('#in');
      await page.waitForFunction('said.textContent === "已登录"');
    },
  };
  const way = { url: `${site.origin}/members-login?from=somewhere`, width: 1280, height: 900 };
  const options = { ...way, allowPrivateNetwork: true, upstream: null, language: 'zh-CN,zh' };
  const begun = await logIn(
    options,
    room.services.sandboxes,
    atTheKeyboard,
    null,
    signal,
    ({ address, cookies, profile }) => {
      const session = sessions.begin(caseFile.caseId, { account: '王某@会员', address }, cookies, profile);
      caseFile.logEvent('session-begun', {
        session: session.session,
        account: session.account,
        address,
        cookies: cookies.length,
      });
      return session;
    },
  );
  expect(begun.address).toBe(`${site.origin}/members-login?…`);
  const folder = join(state, 'sessions', caseFile.caseId);
  if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(filesIn(state).some((file) => readFileSync(file).includes(secret))).toBe(false);

  const services = { ...room.services, session: sessionInUse(sessions, caseFile.caseId) };
  const inSession = { ...room, services };
  const first = await captured(`${site.origin}/member?page=1`, { session: true }, inSession);
  expect(first.record).toMatchObject({
    outcome: 'partial', // what lets somebody in was left out of the archive
    account: '王某@会员',
    session: { session: begun.session, address: begun.address, cookies: 1 },
    secondPath: { ran: false, reason: { code: 'second-path-logged-in' } },
  });
  expect(words(first.record)).toEqual(['whole', 'whole', 'whole', 'partly']);
  expect(text(first, 'text.txt')).toContain('您好，王某');
  expect(text(first, 'text.txt')).toContain('保存于浏览器'); // what the page keeps in the browser came along
  expect(warned(first)).toEqual(expect.arrayContaining(['captured-in-session', 'session-secrets-left-out']));
  const profile = first.record.checks?.find(({ check }) => check === 'empty-profile');
  expect(profile).toMatchObject({ outcome: 'noted' });
  expect(profile?.detail).toContain(begun.session);
  const roles = first.record.artifacts.map(({ role }) => role);
  expect(roles).toContain('wacz-disclosure');
  for (const sealed of ['wacz', 'netlog']) expect(roles).not.toContain(sealed);

  const { record } = first;
  const from = { ...nothingElse, record, recordSha256: first.state.recordSha256, caseFacts: caseFile.facts() };
  const shown = JSON.stringify(fieldsOf(from, 'zh-CN'));
  expect(shown).toContain('账号：王某@会员');
  expect(shown).toContain(`登录会话 ${begun.session}`);
  expect(shown).not.toContain('全新');

  // The second page has the cookie that the first one renewed, and ends the session on the site's side.
  const second = await captured(`${site.origin}/member?page=2&ends`, { session: true }, inSession);
  expect(second.record.outcome).toBe('partial');
  expect(words(second.record)).toEqual(words(first.record));
  const third = await captured(`${site.origin}/member?page=3`, { session: true }, inSession);
  expect(third.record.outcome).toBe('blocked');
  expect(holdFor(third.record)).toMatchObject({ code: 'session-logged-out' });
  expect(holdFor(first.record)).toBeNull();

  expect(sessions.erase(caseFile.caseId, 'queue-done')).toBe(true);
  sessions.settle(caseFile);
  expect(filesIn(state)).toEqual([]);
  const said = caseFile.entries().map(({ act }) => act);
  expect(said.filter((act) => act.startsWith('session-'))).toEqual(['session-begun', 'session-erased']);
  caseFile.close();
  for (const file of filesIn(caseFile.folder))
    for (const kept of [secret, 'member-session-']) expect(readFileSync(file).includes(kept), file).toBe(false);
  expect(verifyCase(caseFile.folder, 'en').verdict).toBe('PASSED');
}, 120_000);

test('a wall in the session holds the queue; the blocked row is finished by hand, and then the session is gone', async () => {
  const room = captureRoom();
  const { folder, caseId } = room.caseFile;
  room.caseFile.close();
  const stateFolder = freshFolder();
  const services = {
    ...deviceServices(resolve(import.meta.dirname, '../../..'), '0.0.0'),
    ...{ stateFolder, cacheFolder: freshFolder(), manualControl: new ManualControl(false) },
    sessions: new KeptSessions(stateFolder, context.clockAndRandom),
  };
  const workbench = createWorkbench(services);
  const notices: string[] = [];
  const items: EventPayload<'item'>[] = [];
  const calling: Parameters<typeof workbench.call>[2] = {
    signal,
    language: 'en',
    emit: (event) => {
      if (event.event === 'item') items.push(event);
      if (event.event !== 'notice') return;
      notices.push(event.code);
      // The person does nothing but say the word.
      if (event.code === 'log-in-now' || event.code === 'in-your-hands')
        setImmediate(() => void workbench.call('capture.take', { case: folder }, calling));
    },
  };
  const view = { device: 'desktop', width: 1280, height: 900, scale: 1 } as const;
  const how = { allowPrivateNetwork: true, throughProxy: false, operator: null };
  const order = { case: folder, category: 'coverage', view, timeout: 60, session: true, ...how } as const;
  const urls = [1, 2].map((page) => `${site.origin}/member?nobody=${page}`);
  await expect(workbench.call('capture.run', { ...order, urls, concurrency: 1 }, calling)).rejects.toMatchObject({
    code: 'no-session',
  });
  await workbench.call(
    'session.begin',
    { case: folder, url: `${site.origin}/members-login`, account: '王某', ...how },
    calling,
  );
  expect(notices).toEqual(['log-in-now', 'no-cookies']);
  const done = await workbench.call('capture.run', { ...order, urls, concurrency: 1 }, calling);
  expect(done).toMatchObject({ items: 1, blocked: 1, waiting: 1 });
  expect(done.held).toContain('log in again');
  const { jobs, session } = await workbench.call('queue.list', { case: folder }, calling);
  expect(jobs.map(({ state, offers }) => [state, offers])).toEqual([
    ['blocked', ['retry', 'finish']],
    ['waiting', ['cancel']],
  ]);
  expect(session).toMatchObject({ account: '王某' });
  const [blocked, left] = jobs;
  await workbench.call('queue.cancel', { case: folder, jobs: [left?.job ?? ''], reason: 'x' }, calling);
  const finished = await workbench.call(
    'queue.finish',
    { case: folder, row: blocked?.item ?? '', account: null },
    calling,
  );
  expect(finished).toMatchObject({ items: 1, waiting: 0, held: null });
  const { record } = await workbench.call('items.show', { case: folder, item: items.at(-1)?.item ?? '' }, calling);
  expect(record).toMatchObject({ earlier: blocked?.item, job: blocked?.job, account: '王某', byHand: { clicks: 0 } });
  expect(services.sessions.of(caseId)).toBeNull();
  expect(verifyCase(folder, 'en').verdict).toBe('PASSED');
}, 120_000);

test('a login in a window of another site lives while a person works, and what is typed there or in a frame is noticed', async () => {
  const room = captureRoom();
  const manualTurn: ManualTurn = {
    visible: false,
    until: async (page) => {
      const popup = new Promise<NonNullable<Parameters<ManualTurn['until']>[0]>>((done) => {
        page.once('popup', (opened) => opened && done(opened));
      });
      await page.click('#open');
      const identity = await popup;
      await identity.waitForSelector('#in');
      await identity.click('#pw');
      await identity.keyboard.type(secret);
      await identity.click('#in');
      await page.waitForFunction('said.textContent.includes("王某")');
      await page.click('#open'); // a window that is still open at the word is in nobody's way
    },
  };
  const services = { ...room.services, manualTurn };
  const done = await captured(`${site.origin}/by-hand-window`, { byHand: true, timeout: 60 }, { ...room, services });
  expect(done.record).toMatchObject({ outcome: 'partial', byHand: { typed: true, keys: secret.length } });
  expect(words(done.record)).toEqual(byHandWords);
  expect(text(done, 'text.txt')).toContain('您好，王某');
  const opened = done.record.warnings.find(({ code }) => code === 'popup-opened');
  expect(opened?.params?.['url']).toMatch(/^http:\/\/localhost:\d+\/identity\?…$/);
  const log = text(done, 'hand-log.json');
  expect(log).toContain('"what":"window"');
  expect(log).toContain('"what":"frame"');
  const headers = JSON.parse(text(done, 'headers.json')) as { requests: number };
  expect(headers.requests).toBeGreaterThanOrEqual(3); // page, frame, window: the recorder has them all
  for (const { sha256, name } of done.record.artifacts)
    for (const kept of [secret, 'token-of-this-login'])
      if (name !== 'dom.html' && name !== 'source.bin' && name !== 'page.mhtml')
        expect(Buffer.from(done.caseFile.readObject(sha256)).includes(kept), name).toBe(false);
});
