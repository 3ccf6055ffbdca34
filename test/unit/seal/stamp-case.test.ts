import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { openCase } from '../../../electron/casefile/open-case.ts';
import { stampCase } from '../../../electron/seal/time/stamp-case.ts';
import { verifyCaseInTime } from '../../../electron/verify/verify-case.ts';
import { SeenHeads } from '../../../electron/workbench/cases/seen-heads.ts';
import { twoLines } from '../../../shared/messages/verify/two-lines.ts';
import { parsePayload } from '../../../shared/custody/payload.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { startAuthority, type Authority } from '../../fixtures/pki/authority.ts';

let authority: Authority;
beforeAll(async () => {
  authority = await startAuthority();
});
afterAll(() => authority.close());

const ask = () => ({
  fetch: globalThis.fetch,
  random: randomBytes,
  anchors: [authority.root.certificate],
  signal: new AbortController().signal,
  pauses: [],
});
const spawnChild = () => expect.unreachable('no picture of these cases is a part of another');
const service = () => [{ url: authority.url, policy: null }];
const stamp = (caseFile: WritableCase, services = service(), now = Date.now()) =>
  stampCase(caseFile, services, ask(), now);
const verify = (folder: string, anchors = ask().anchors, seen: () => ReturnType<SeenHeads['of']> = () => null) =>
  verifyCaseInTime(folder, 'zh-CN', { anchors, seen, spawnChild });

/** A case of two captures, made now. */
function caseOfToday(): WritableCase {
  const caseFile = freshCase();
  for (const text of ['一', '二']) {
    const now = new Date().toISOString();
    caseFile.addItem({ ...someCapture(caseFile, text), startedAt: now, endedAt: now });
  }
  return caseFile;
}

test('a stamped case is proven by a third party, and says what that does not prove', async () => {
  const caseFile = caseOfToday();
  expect(await stamp(caseFile)).toMatchObject([{ state: 'verified', size: 3 }]);
  caseFile.close();
  const { verdict, unaltered, timeProven, checks } = await verify(caseFile.folder);
  expect({ verdict, unaltered, timeProven }).toEqual({ verdict: 'PASSED', unaltered: 'yes', timeProven: 'proven' });
  expect(checks.map(({ detail }) => detail).join('\n')).toMatch(/测试时间戳服务.*前 3 条.*不证明取证的时间/);
});

test('nothing new needs no further stamp; new evidence does', async () => {
  const caseFile = caseOfToday();
  await stamp(caseFile);
  expect(await stamp(caseFile)).toHaveLength(1);
  caseFile.addItem(someCapture(caseFile, '三'));
  expect(await stamp(caseFile)).toMatchObject([{ state: 'verified' }, { state: 'verified', size: 6 }]);
  caseFile.close();
});

test('without a network the request waits, outlives the program, and is answered later', async () => {
  const caseFile = caseOfToday();
  expect(await stamp(caseFile, [{ url: 'http://127.0.0.1:1/', policy: null }])).toMatchObject([{ state: 'pending' }]);
  caseFile.close();
  expect(await verify(caseFile.folder)).toMatchObject({ verdict: 'PASSED', unaltered: 'yes', timeProven: 'pending' });
  const again = openCase(caseFile.folder, context);
  expect(await stamp(again)).toMatchObject([{ state: 'verified', size: 3 }]);
  again.close();
});

test('a root that nobody here trusts proves no time, and makes no content doubtful', async () => {
  const caseFile = caseOfToday();
  await stamp(caseFile);
  caseFile.close();
  const report = await verify(caseFile.folder, []);
  expect(report).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'yes', timeProven: 'none' });
});

test('a certificate that ends soon is renewed by a later stamp over the log with the old token', async () => {
  const caseFile = caseOfToday();
  await stamp(caseFile);
  const shortly = authority.tsa.certificate.notAfter - 86_400_000;
  expect(await stamp(caseFile, [], shortly)).toMatchObject([{ state: 'expiring' }, { state: 'pending' }]);
  expect((await stamp(caseFile, service(), shortly))[0]).toMatchObject({ state: 'renewed' });
  caseFile.close();
});

test('captures sealed late are named with how late', async () => {
  const caseFile = freshCase();
  caseFile.addItem(someCapture(caseFile, '2019 年的采集'));
  await stamp(caseFile);
  caseFile.close();
  const { verdict, checks } = await verify(caseFile.folder);
  expect(verdict).toBe('PASSED');
  expect(checks.map(({ detail }) => detail).join('\n')).toMatch(/1 项证据在取证 10 分钟之后才有第三方时间戳/);
});

test('an entry dated ahead of the stamp that covers it is wrong in time, and nothing of it is called altered', async () => {
  const ahead = { ...context.clockAndRandom, now: () => new Date(Date.now() + 3_600_000) };
  const caseFile = freshCase({ ...context, clockAndRandom: ahead });
  await stamp(caseFile);
  caseFile.close();
  const report = await verify(caseFile.folder);
  expect(report).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'yes', timeProven: 'proven' });
  const wrong = report.checks.filter(({ finding }) => finding === 'wrong-in-time');
  expect(wrong.map(({ detail }) => detail).join('\n')).toMatch(/晚于证明其已存在的时间戳/);
  expect(twoLines(report, 'zh-CN').join('\n')).toMatch(
    /内容：未改动（与案件自身的保管日志相比）\n时间：设备时钟有误（见下）；/,
  );
});

test.for([
  [4, 'PASSED', 0],
  [6, 'INDETERMINATE', 1],
] as const)(
  'a clock %s minutes ahead of the stamp is %s: it may differ by five, not by more',
  async ([minutes, verdict, wrong]) => {
    const ahead = { ...context.clockAndRandom, now: () => new Date(Date.now() + minutes * 60_000) };
    const caseFile = freshCase({ ...context, clockAndRandom: ahead });
    await stamp(caseFile);
    caseFile.close();
    const report = await verify(caseFile.folder);
    expect(report).toMatchObject({ verdict, unaltered: 'yes', timeProven: 'proven' });
    expect(report.checks.filter(({ finding }) => finding === 'wrong-in-time')).toHaveLength(wrong);
  },
);

test('a clock that is set between two acts is said', async () => {
  let shift = 0;
  const shifting = { ...context.clockAndRandom, now: () => new Date(Date.now() + shift) };
  const caseFile = freshCase({ ...context, clockAndRandom: shifting });
  shift = -7_200_000;
  caseFile.addItem(someCapture(caseFile, '一'));
  caseFile.close();
  const { checks } = await verify(caseFile.folder);
  expect(checks.map(({ detail }) => detail).join('\n')).toMatch(/时钟相对单调时钟变动了 -72\d\d 秒/);
});

test('a case put back to an older copy is behind what this computer has seen', async () => {
  const caseFile = caseOfToday();
  const { folder, caseId } = caseFile;
  caseFile.close();
  const older = join(mkdtempSync(join(tmpdir(), 'fascicle-older-')), 'case.fascicle');
  cpSync(folder, older, { recursive: true });
  const heads = new SeenHeads(mkdtempSync(join(tmpdir(), 'fascicle-state-')));
  const more = openCase(folder, context);
  more.addItem(someCapture(more, '三'));
  heads.remember(more);
  more.close();
  const seen = () => heads.of(caseId);
  expect((await verify(folder, [], seen)).verdict).toBe('PASSED');
  const report = await verify(older, [], seen);
  expect(report.verdict).toBe('FAILED');
  expect(report.checks.map(({ detail }) => detail).join('\n')).toMatch(/日志止于第 2 条，而本机曾见过第 3 条/);
  rmSync(older, { recursive: true });
});

test('a token that is damaged is named, beside the object that changed', async () => {
  const caseFile = caseOfToday();
  await stamp(caseFile);
  const answered = caseFile.entries().find(({ act }) => act === 'stamp-answered')!;
  const payload = parsePayload('stamp-answered', Buffer.from(caseFile.readObject(answered.payload)).toString('utf8'));
  const file = caseFile.objectPath(payload.token!.sha256);
  caseFile.close();
  rmSync(file);
  writeFileSync(file, 'another token');
  const report = await verify(caseFile.folder);
  expect(report).toMatchObject({ verdict: 'FAILED', unaltered: 'no', timeProven: 'failed' });
});
