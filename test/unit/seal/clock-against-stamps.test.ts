import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { newSha256 } from '../../../electron/casefile/files/node-sha256.ts';
import { askForToken } from '../../../electron/seal/time/ask-for-token.ts';
import { clockAgainstStamps } from '../../../electron/seal/time/clock-against-stamps.ts';
import { exportPackage } from '../../../electron/seal/packages/export-package.ts';
import { makeProof } from '../../../electron/seal/make-proof.ts';
import { nodePrimitives } from '../../../electron/seal/time/node-primitives.ts';
import { stampCase } from '../../../electron/seal/time/stamp-case.ts';
import { examineInTime } from '../../../electron/verify/verify-case.ts';
import { verifyPackage } from '../../../electron/verify/verify-package.ts';
import type { PackageEdition } from '../../../shared/package/layout.ts';
import { judgeProof } from '../../../shared/verify/judge.ts';
import type { VerifyReport } from '../../../shared/verify/report.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { startAuthority, type Authority } from '../../fixtures/pki/authority.ts';

let authority: Authority;
beforeAll(async () => {
  authority = await startAuthority();
});
afterAll(() => authority.close());

/** A case whose clock is off by some minutes while it is worked on and stamped. */
async function stampedWith(minutes: number) {
  const now = () => new Date(Date.now() + minutes * 60_000);
  const caseFile = freshCase({ ...context, clockAndRandom: { ...context.clockAndRandom, now } });
  caseFile.addItem(someCapture(caseFile, '一'));
  const signal = new AbortController().signal;
  const ask = { fetch, random: randomBytes, anchors: [authority.root.certificate], signal, pauses: [] };
  await stampCase(caseFile, [{ url: authority.url, policy: null }], ask, now().getTime());
  return caseFile;
}

test('a clock that agrees with the stamp is not spoken of, nor is a case without one', async () => {
  const caseFile = await stampedWith(2);
  expect(clockAgainstStamps(caseFile, Date.now())).toBeNull();
  expect(clockAgainstStamps(caseFile, Date.now() + 86_400_000)).toBeNull();
  caseFile.close();
  const none = freshCase();
  expect(clockAgainstStamps(none, Date.now() - 86_400_000)).toBeNull();
  none.close();
});

test('entries dated after the stamp that covers them are said before anything more is captured', async () => {
  const caseFile = await stampedWith(7);
  expect(clockAgainstStamps(caseFile, Date.now() + 7 * 60_000)).toMatchObject({ code: 'clock-ahead', minutes: 7 });
  caseFile.close();
});

test('a clock that is before a stamp in hand is behind', async () => {
  const caseFile = await stampedWith(0);
  expect(clockAgainstStamps(caseFile, Date.now() - 9 * 60_000)).toMatchObject({ code: 'clock-behind', minutes: 9 });
  caseFile.close();
});

describe('a clock that ran seven minutes ahead is wrong in time, and nothing is altered', () => {
  const signal = new AbortController().signal;
  const means = () => ({ anchors: [authority.root.certificate], primitives: nodePrimitives, newSha256 });
  const ask = () => ({ fetch, random: randomBytes, anchors: means().anchors, signal, pauses: [] });
  const wrong = (report: VerifyReport) =>
    report.checks.filter(({ verdict }) => verdict !== 'PASSED').map(({ finding, detail }) => [finding, detail]);
  const said = [['wrong-in-time', expect.stringMatching(/^entry \d says .*its clock was wrong/)]];

  async function exported(caseFile: WritableCase, edition: PackageEdition, sealed: boolean): Promise<string> {
    const out = join(freshFolder(), edition);
    await exportPackage(
      caseFile,
      out,
      { edition, passphrase: null },
      {
        program: 'fascicle 0.0.0',
        page: Buffer.from('a page'),
        signal,
        onFile: () => undefined,
        ask: sealed ? (digest) => askForToken(digest, [{ url: authority.url, policy: null }], ask()) : null,
      },
    );
    return out;
  }

  test.each([
    ['under a stamp of the log', 7, false],
    ['under the seal alone', 7, true],
  ])('a whole edition %s', async (_what, minutes, sealed) => {
    const caseFile = await stampedWith(minutes);
    const report = await verifyPackage(await exported(caseFile, 'whole', sealed), 'en', means().anchors);
    caseFile.close();
    expect(report).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'yes' });
    expect(wrong(report).length).toBeGreaterThan(1);
    for (const one of wrong(report)) expect([one]).toEqual(said);
  });

  test('a proof of an item', async () => {
    const caseFile = await stampedWith(7);
    const proof = makeProof(caseFile, caseFile.items()[0]!, null, 'test');
    caseFile.close();
    const report = (await judgeProof(Buffer.from(JSON.stringify(proof)), means()))('en');
    expect(report).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'yes', timeProven: 'proven' });
    expect(wrong(report)).toEqual(said);
  });

  test('two minutes are within what clocks do', async () => {
    const caseFile = await stampedWith(2);
    const proof = makeProof(caseFile, caseFile.items()[0]!, null, 'test');
    const report = await verifyPackage(await exported(caseFile, 'whole', true), 'en', means().anchors);
    caseFile.close();
    expect(report.verdict).toBe('PASSED');
    expect((await judgeProof(Buffer.from(JSON.stringify(proof)), means()))('en').verdict).toBe('PASSED');
  });
});

test('a stamp that was asked for and did not come is not counted among those that are valid', async () => {
  const caseFile = freshCase();
  const out = { fetch: () => Promise.reject(new Error('offline')), random: randomBytes, anchors: [], pauses: [] };
  await stampCase(
    caseFile,
    [{ url: authority.url, policy: null }],
    { ...out, signal: new AbortController().signal },
    Date.now(),
  );
  caseFile.close();
  const outside = { anchors: [authority.root.certificate], seen: () => null };
  const { time } = await examineInTime(caseFile.folder, outside);
  expect(time.checks.find(({ check }) => check === 'time-stamps')).toMatchObject({
    looked: 0,
    findings: [{ code: 'stamp-pending' }],
  });
});
