import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { openCase } from '../../../electron/casefile/open-case.ts';
import { stampCase } from '../../../electron/seal/stamp-case.ts';
import { verifyCaseInTime } from '../../../electron/verify/verify-case.ts';
import { SeenHeads } from '../../../electron/workbench/cases/seen-heads.ts';
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
const stamp = (kase: WritableCase, services = service(), now = Date.now()) => stampCase(kase, services, ask(), now);
const verify = (folder: string, anchors = ask().anchors, seen: () => ReturnType<SeenHeads['of']> = () => null) =>
  verifyCaseInTime(folder, 'zh-CN', { anchors, seen, spawnChild });

/** A case of two captures, made now. */
function caseOfToday(): WritableCase {
  const kase = freshCase();
  for (const text of ['一', '二']) {
    const now = new Date().toISOString();
    kase.addItem({ ...someCapture(kase, text), startedAt: now, endedAt: now });
  }
  return kase;
}

test('a stamped case is proven by a third party, and says what that does not prove', async () => {
  const kase = caseOfToday();
  expect(await stamp(kase)).toMatchObject([{ state: 'verified', size: 3 }]);
  kase.close();
  const { verdict, unaltered, timeProven, checks } = await verify(kase.folder);
  expect({ verdict, unaltered, timeProven }).toEqual({ verdict: 'PASSED', unaltered: 'yes', timeProven: 'proven' });
  expect(checks.map(({ detail }) => detail).join('\n')).toMatch(/测试时间戳服务.*前 3 条.*不证明采集的时间/);
});

test('nothing new needs no further stamp; new evidence does', async () => {
  const kase = caseOfToday();
  await stamp(kase);
  expect(await stamp(kase)).toHaveLength(1);
  kase.addItem(someCapture(kase, '三'));
  expect(await stamp(kase)).toMatchObject([{ state: 'verified' }, { state: 'verified', size: 6 }]);
  kase.close();
});

test('without a network the request waits, outlives the program, and is answered later', async () => {
  const kase = caseOfToday();
  expect(await stamp(kase, [{ url: 'http://127.0.0.1:1/', policy: null }])).toMatchObject([{ state: 'pending' }]);
  kase.close();
  expect(await verify(kase.folder)).toMatchObject({ verdict: 'PASSED', unaltered: 'yes', timeProven: 'pending' });
  const again = openCase(kase.folder, context);
  expect(await stamp(again)).toMatchObject([{ state: 'verified', size: 3 }]);
  again.close();
});

test('a root that nobody here trusts proves no time, and makes no content doubtful', async () => {
  const kase = caseOfToday();
  await stamp(kase);
  kase.close();
  const report = await verify(kase.folder, []);
  expect(report).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'yes', timeProven: 'none' });
});

test('a certificate that ends soon is renewed by a later stamp over the log with the old token', async () => {
  const kase = caseOfToday();
  await stamp(kase);
  const shortly = authority.tsa.certificate.notAfter - 86_400_000;
  expect(await stamp(kase, [], shortly)).toMatchObject([{ state: 'expiring' }, { state: 'pending' }]);
  expect((await stamp(kase, service(), shortly))[0]).toMatchObject({ state: 'renewed' });
  kase.close();
});

test('captures sealed late are named with how late', async () => {
  const kase = freshCase();
  kase.addItem(someCapture(kase, '2019 年的采集'));
  await stamp(kase);
  kase.close();
  const { verdict, checks } = await verify(kase.folder);
  expect(verdict).toBe('PASSED');
  expect(checks.map(({ detail }) => detail).join('\n')).toMatch(/1 项证据在采集 10 分钟之后才有第三方时间证明/);
});

test('an entry dated ahead of the stamp that covers it fails', async () => {
  const ahead = { ...context.surroundings, now: () => new Date(Date.now() + 3_600_000) };
  const kase = freshCase({ ...context, surroundings: ahead });
  await stamp(kase);
  kase.close();
  const { verdict, checks } = await verify(kase.folder);
  expect(verdict).toBe('FAILED');
  expect(checks.map(({ detail }) => detail).join('\n')).toMatch(/晚于证明其已存在的时间戳/);
});

test('a clock that is set between two acts is said', async () => {
  let shift = 0;
  const shifting = { ...context.surroundings, now: () => new Date(Date.now() + shift) };
  const kase = freshCase({ ...context, surroundings: shifting });
  shift = -7_200_000;
  kase.addItem(someCapture(kase, '一'));
  kase.close();
  const { checks } = await verify(kase.folder);
  expect(checks.map(({ detail }) => detail).join('\n')).toMatch(/时钟相对单调时钟变动了 -72\d\d 秒/);
});

test('a case put back to an older copy is behind what this computer has seen', async () => {
  const kase = caseOfToday();
  const { folder, caseId } = kase;
  kase.close();
  const older = join(mkdtempSync(join(tmpdir(), 'fascicle-older-')), 'case.fascicle');
  cpSync(folder, older, { recursive: true });
  const heads = new SeenHeads(mkdtempSync(join(tmpdir(), 'fascicle-state-')));
  const more = openCase(folder, context);
  more.addItem(someCapture(more, '三'));
  heads.remember(caseId, more.head());
  more.close();
  const seen = () => heads.of(caseId);
  expect((await verify(folder, [], seen)).verdict).toBe('PASSED');
  const report = await verify(older, [], seen);
  expect(report.verdict).toBe('FAILED');
  expect(report.checks.map(({ detail }) => detail).join('\n')).toMatch(/日志止于第 2 条，而本机曾见到第 3 条/);
  rmSync(older, { recursive: true });
});

test('a token that is damaged is named, beside the object that changed', async () => {
  const kase = caseOfToday();
  await stamp(kase);
  const answered = kase.entries().find(({ act }) => act === 'stamp-answered')!;
  const payload = parsePayload('stamp-answered', Buffer.from(kase.readObject(answered.payload)).toString('utf8'));
  const file = kase.objectPath(payload.token!.sha256);
  kase.close();
  rmSync(file);
  writeFileSync(file, 'another token');
  const report = await verify(kase.folder);
  expect(report).toMatchObject({ verdict: 'FAILED', unaltered: 'no', timeProven: 'failed' });
});
