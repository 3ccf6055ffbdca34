import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSha256 } from '../../../electron/casefile/files/node-sha256.ts';
import { objectFile } from '../../../electron/casefile/objects.ts';
import { openCaseToRead } from '../../../electron/casefile/open-case.ts';
import { makeProof, writeProof } from '../../../electron/seal/make-proof.ts';
import { nodePrimitives } from '../../../electron/seal/time/node-primitives.ts';
import { stampCase } from '../../../electron/seal/time/stamp-case.ts';
import { verifyProof } from '../../../electron/verify/verify-proof.ts';
import { readCheckpoint } from '../../../shared/custody/checkpoint.ts';
import type { ProofFile } from '../../../shared/package/proof-file.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { fascicle, freshFolder } from '../../fixtures/fascicle.ts';
import { startAuthority, type Authority } from '../../fixtures/pki/authority.ts';

let authority: Authority;
let folder: string;
let items: readonly string[];
let proof: ProofFile;
let early: ProofFile;
beforeAll(async () => {
  authority = await startAuthority();
  const caseFile = freshCase();
  const now = new Date().toISOString();
  const add = (text: string) => caseFile.addItem({ ...someCapture(caseFile, text), startedAt: now, endedAt: now }).item;
  items = [add('甲 secret of another'), add('乙')];
  early = makeProof(caseFile, null, null, 'test');
  const ask = {
    fetch: globalThis.fetch,
    random: randomBytes,
    anchors: [authority.root.certificate],
    signal: new AbortController().signal,
    pauses: [],
  };
  await stampCase(caseFile, [{ url: authority.url, policy: null }], ask, Date.now());
  items = [...items, add('盖章之后')];
  folder = caseFile.folder;
  proof = makeProof(caseFile, caseFile.item(items[1] ?? ''), readCheckpoint(early.checkpoint), 'test');
  caseFile.close();
});
afterAll(() => authority.close());

/** What is said of a proof after a change. */
async function verdictOn(change: (file: ProofFile) => unknown, trusted = true) {
  const path = join(freshFolder(), 'x.proof.json');
  writeFileSync(path, JSON.stringify(change(structuredClone(proof))));
  const anchors = trusted ? [authority.root.certificate] : [];
  const report = await verifyProof(path, 'en', { anchors, primitives: nodePrimitives, newSha256 });
  return { ...report, said: report.checks.map(({ detail }) => detail).join('\n') };
}

describe('a proof that left the house', () => {
  test('shows one item under the log’s head, its time proven, that the log extends an earlier head, and nothing of others', async () => {
    const { verdict, unaltered, timeProven, said } = await verdictOn((file) => file);
    expect({ verdict, unaltered, timeProven }, said).toEqual({
      verdict: 'PASSED',
      unaltered: 'yes',
      timeProven: 'proven',
    });
    expect(said).toMatch(/item \S+ “标题 乙” is entry 2 of that log/);
    expect(said).toMatch(/its file text\.txt: 3 bytes, SHA-256 [0-9a-f]{64}/);
    expect(said).toMatch(/the log \(6 entries\) begins with the earlier 3/);
    expect(JSON.stringify(proof)).not.toMatch(/secret of another|盖章之后/);
  });

  const first = (file: ProofFile) => file.stamps[0]!;
  test.each<[string, (file: ProofFile) => unknown, RegExp]>([
    [
      'its record edited',
      (file) => ({ ...file, item: { ...file.item, record: file.item?.record.replace('标题 乙', '标题 丙') } }),
      /the record is not that of the entry/,
    ],
    [
      'its entry dated back',
      (file) => ({ ...file, item: { ...file.item, entry: file.item?.entry.replace(/"wall":"20/, '"wall":"19') } }),
      /the entry is not under the checkpoint/,
    ],
    [
      'another head',
      (file) => ({ ...file, checkpoint: early.checkpoint }),
      /not under the checkpoint|not cover the beginning/,
    ],
    [
      'an earlier head that it does not extend',
      (file) => ({ ...file, since: { ...file.since, checkpoint: file.since?.checkpoint.replace(/\n3\n/, '\n2\n') } }),
      /the log was rewritten/,
    ],
    [
      'a stamp of another log',
      (file) => ({ ...file, stamps: [{ ...first(file), consistency: [] }] }),
      /does not cover the beginning of that log/,
    ],
    [
      'a token that is junk',
      (file) => ({ ...file, stamps: [{ ...first(file), token: 'AAAA' }] }),
      /does not conform to the standard/,
    ],
    [
      'its item replaced by another form',
      (file) => ({ ...file, item: { item: 'x' } }),
      /not a proof file of this program/,
    ],
    ['no sense', () => 'x', /not a proof file of this program/],
  ])('with %s is FAILED', async (_what, change, finding) => {
    const { verdict, said } = await verdictOn(change);
    expect(verdict, said).toBe('FAILED');
    expect(said).toMatch(finding);
  });

  test('without its stamps passes with its time not proven; under an untrusted root it is not proven either', async () => {
    const bare = await verdictOn((file) => ({ ...file, stamps: [] }));
    expect(bare).toMatchObject({ verdict: 'PASSED', timeProven: 'none' });
    expect(bare.said).toMatch(/no time stamp covers this item/);
    expect(await verdictOn((file) => file, false)).toMatchObject({
      verdict: 'INDETERMINATE',
      unaltered: 'yes',
      timeProven: 'none',
    });
  });
});

describe('the command', () => {
  const run = (...words: string[]) => fascicle([...words, '--json'], { env: { FASCICLE_STATE: freshFolder() } });

  test('writes a proof, verifies it and one item of the case, and says whether today’s log extends an earlier head', async () => {
    const out = join(freshFolder(), 'item.proof.json');
    const [, second = '', third = ''] = items;
    const root = ['--anchor', authority.anchorFile];
    const made = await run('prove', folder, second, '--out', out);
    expect(made.last).toMatchObject({ event: 'result', item: second, size: 6, stamps: 1 });
    expect((await run('prove', folder, second, '--out', out)).last).toMatchObject({ code: 'package-exists' });
    expect((await run('prove', folder, '--out', join(freshFolder(), 'x.json'))).code).toBe(2);
    expect(await run('verify', out, ...root)).toMatchObject({
      code: 0,
      last: { verdict: 'PASSED', timeProven: 'proven' },
    });
    const one = await run('verify', folder, '--item', third, ...root);
    expect(one).toMatchObject({ code: 0, last: { verdict: 'PASSED', timeProven: 'none' } });
    const since = join(freshFolder(), 'checkpoint.txt');
    writeFileSync(since, early.checkpoint);
    expect((await run('verify', folder, '--since', since, ...root)).stdout).toMatch(/begins with the earlier 3/);
    writeFileSync(since, early.checkpoint.replace('\n3\n', '\n2\n'));
    const forked = await run('verify', folder, '--since', since, ...root);
    expect(forked.code).toBe(1);
    expect(forked.stdout).toMatch(/the log was rewritten/);
    writeFileSync(since, 'x');
    expect((await run('verify', folder, '--since', since)).last).toMatchObject({ code: 'since-unreadable' });
  });

  test('reads a proof that an editor saved again, and calls nothing altered that is not a proof', async () => {
    const out = join(freshFolder(), 'item.proof.json');
    await run('prove', folder, items[1] ?? '', '--out', out);
    const text = readFileSync(out, 'utf8');
    const swapped = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    for (const [encoding, bytes] of [
      ['UTF-8, BOM', Buffer.from(`\uFEFF${text}`)],
      ['UTF-16LE', Buffer.from(`\uFEFF${text}`, 'utf16le')],
      ['UTF-16BE', swapped],
    ] as const) {
      writeFileSync(out, bytes);
      const { stdout, last } = await run('verify', out, '--anchor', authority.anchorFile);
      expect(last).toMatchObject({ verdict: 'PASSED', unaltered: 'yes', timeProven: 'proven' });
      expect(stdout).toContain(`it is ${encoding} now`);
    }
    for (const bytes of [Buffer.from(text).subarray(0, 300), swapped.subarray(0, 301), Buffer.from([0xff, 0x7b]), '']) {
      writeFileSync(out, bytes);
      expect((await run('verify', out)).last).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'unknown' });
    }
  });

  test('refuses a question that it would not look at, whatever else would pass', async () => {
    const out = join(freshFolder(), 'log.proof.json');
    await run('prove', folder, '--out', out);
    const [first = ''] = items;
    for (const words of [
      [out, '--since', out],
      [out, '--item', first],
      [folder, '--item', first, '--since', out],
    ])
      expect(await run('verify', ...words)).toMatchObject({ code: 2, last: { code: 'bad-call' } });
  });

  test('finds a damaged file of one item without looking at the others', async () => {
    const caseFile = freshCase(context);
    const [good, bad] = ['好', '坏'].map((text) => caseFile.addItem(someCapture(caseFile, text)));
    caseFile.close();
    const file = objectFile(caseFile.folder, bad?.record.artifacts[0]?.sha256 ?? '');
    chmodSync(file, 0o600);
    writeFileSync(file, Buffer.from(readFileSync(file)).fill(0));
    expect((await run('verify', caseFile.folder, '--item', good?.item ?? '')).last).toMatchObject({
      verdict: 'PASSED',
    });
    expect((await run('verify', caseFile.folder, '--item', bad?.item ?? '')).stdout).toMatch(/has changed/);
    rmSync(file);
    expect((await run('verify', caseFile.folder, '--item', bad?.item ?? '')).last).toMatchObject({ verdict: 'FAILED' });
    const reader = openCaseToRead(caseFile.folder);
    await expect(
      writeProof(caseFile, join(caseFile.folder, 'x.proof.json'), proof, null, new AbortController().signal),
    ).rejects.toMatchObject({
      code: 'package-inside-case',
    });
    reader.close();
  });
});
