import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCase } from '../../electron/casefile/open-case.ts';
import type { WritableCase } from '../../electron/casefile/case-handles.ts';
import { deviceServices } from '../../electron/workbench/services.ts';
import { createWorkbench } from '../../electron/workbench/workbench.ts';
import { context, freshCase, someCapture } from '../fixtures/case-room.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { startAuthority, type Authority } from '../fixtures/pki/authority.ts';
import { VerifyPageRoom } from '../fixtures/verify-page-room.ts';
import {
  packageCopy,
  exported,
  filedCase,
  filesIn,
  forgeLists,
  linesOfHelp,
  ours,
  shell,
  stampNow,
} from './package-room.ts';

let authority: Authority;
let caseFile: WritableCase;
/** The case as it was before its log went on: a second log of the same case can be made of it. */
let fork: string;
let unsealed: string;
let sealed: string;
let whole: string;
let page: VerifyPageRoom;
let lines: string;
beforeAll(async () => {
  authority = await startAuthority();
  caseFile = await filedCase(authority);
  unsealed = (await exported(caseFile, 'unsealed')).path;
  sealed = (await exported(caseFile, 'sealed', authority)).path;
  whole = (await exported(caseFile, 'whole', null, 'whole')).path;
  fork = join(freshFolder(), 'fork.fascicle');
  caseFile.close();
  cpSync(caseFile.folder, fork, { recursive: true });
  caseFile = openCase(caseFile.folder, context);
  lines = linesOfHelp(sealed);
  page = await VerifyPageRoom.open();
});
afterAll(async () => {
  await page.close();
  caseFile.close();
  await authority.close();
});

/** What our command and the page say: they must agree. */
async function said(folder: string) {
  const own = await ours(folder, authority);
  const inBrowser = await page.verify('folder', [folder], [authority.anchorFile]);
  expect({ verdict: inBrowser.verdict, time: inBrowser.time }).toEqual({ verdict: own.verdict, time: own.time });
  expect(inBrowser.text).toContain(own.heading.split('\n')[1]);
  return own;
}

const stampIn = (folder: string) =>
  filesIn(folder)
    .find((path) => path.endsWith('/token.tsr'))
    ?.replace('token.tsr', '') ?? '';
const edit = (folder: string, path: string, change: (text: string) => string) =>
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));
const withoutStamps = (text: string) =>
  text.replace(/"stamps":\[.*?\]\}\]/g, '"stamps":[]').replace(/"stamps":\[\{.*\}\]/g, '"stamps":[]');

describe('the heading says no more than the stamps are over', () => {
  test('a sealed package: all of it, until when', async () => {
    expect((await said(sealed)).heading).toMatch(
      /^Content: unaltered \(compared with the lists in the package itself\)\nTime: time stamp: the whole package existed before 2\d{3}-/,
    );
  });

  test('an unsealed package of a stamped log: the items that lie under the stamp, and neither bundle nor package', async () => {
    const { time, heading } = await said(unsealed);
    expect(time).toBe('partly');
    expect(heading).toMatch(/2 items existed before .*; the bundle and the package itself are not proven/);
  });

  test('a whole edition: how many entries of how many', async () => {
    const { verdict, time, heading } = await said(whole);
    expect({ verdict, time }).toEqual({ verdict: 'PASSED', time: 'partly' });
    expect(heading).toMatch(/only the first \d+ of \d+ log entries existed before/);
  });

  test('an item that came in after the stamp is not under it: of three filed items two', async () => {
    const later = await filedCase(authority, true);
    const { path } = await exported(later, 'later');
    const { heading, time } = await said(path);
    later.close();
    expect(time).toBe('partly');
    expect(heading).toMatch(/only 1 of 2 items existed before/);
  });
});

describe('a stamp counts only for what it is bound to', () => {
  test('a stamp of another case: FAILED by name, nothing is proven', async () => {
    const other = freshCase();
    other.addItem(someCapture(other, '另案'));
    await stampNow(other, authority);
    const request = other.entries().find(({ act }) => act === 'stamp-requested')?.seq ?? 0;
    const stamps = await exported(other, 'other', null, 'whole');
    other.close();
    for (const withoutOwn of [true, false]) {
      const folder = packageCopy(unsealed);
      if (withoutOwn) {
        rmSync(join(folder, 'custody/stamps'), { recursive: true });
        edit(folder, 'custody/proofs.jsonl', withoutStamps);
      }
      cpSync(join(stamps.path, 'custody/stamps', String(request)), join(folder, 'custody/stamps/99'), {
        recursive: true,
      });
      forgeLists(folder);
      const found = await said(folder);
      expect(found).toMatchObject({ verdict: 'FAILED', time: 'failed' });
      expect(found.heading).toContain('Content: unaltered');
      expect(found.codes).toContain('stamp-of-another');
    }
  });

  test('a stamp of another log of the same case: FAILED, with its consistency proof or without, also in a whole edition', async () => {
    const other = openCase(fork, context);
    other.addItem(someCapture(other, '分叉'));
    await stampNow(other, authority);
    caseFile.addItem(someCapture(caseFile, '原案'));
    const stamps = (await exported(other, 'fork', null, 'whole')).path;
    other.close();
    const request = String(
      Math.max(...filesIn(stamps).map((path) => Number(/stamps\/(\d+)\/token/.exec(path)?.[1] ?? 0))),
    );
    for (const [edition, keeps] of [
      ['filing', true],
      ['whole', true],
      ['whole', false],
    ] as const) {
      const folder = (await exported(caseFile, `fork-${edition}-${keeps}`, null, edition)).path;
      cpSync(join(stamps, 'custody/stamps', request), join(folder, 'custody/stamps/99'), { recursive: true });
      if (!keeps) rmSync(join(folder, 'custody/stamps/99/consistency.txt'));
      forgeLists(folder);
      const found = await said(folder);
      expect(found).toMatchObject({ verdict: 'FAILED', time: 'failed' });
      expect(found.codes).toContain('stamp-differs');
    }
  });

  test('a stamp that nothing binds to this log: it cannot be told, and is never proven', async () => {
    const folder = packageCopy(unsealed);
    rmSync(join(folder, stampIn(folder), 'consistency.txt'));
    edit(folder, 'custody/proofs.jsonl', withoutStamps);
    forgeLists(folder);
    const found = await said(folder);
    expect(found).toMatchObject({ verdict: 'INDETERMINATE', time: 'none' });
    expect(found.codes).toEqual(['stamp-unbound']);
  });

  test('a package of before there were consistency proofs: bound by its items, one by one', async () => {
    const folder = packageCopy(unsealed);
    rmSync(join(folder, stampIn(folder), 'consistency.txt'));
    forgeLists(folder);
    const found = await said(folder);
    expect(found).toMatchObject({ verdict: 'PASSED', time: 'partly' });
    expect(found.heading).toMatch(/2 items existed before/);
  });

  test.each(['checkpoint.txt', 'token.tsr'])('a stamp without its %s is named, and FAILED', async (name) => {
    const folder = packageCopy(unsealed);
    rmSync(join(folder, stampIn(folder), name));
    forgeLists(folder);
    const found = await said(folder);
    expect(found).toMatchObject({ verdict: 'FAILED', time: 'failed' });
    expect(found.codes).toContain('stamp-lacks');
    expect(found.said).toContain(name);
  });

  test('a file among the stamps that belongs to none is named', async () => {
    const folder = packageCopy(unsealed);
    renameSync(join(folder, stampIn(folder), 'token.tsr'), join(folder, 'custody/stamps/token.tsr'));
    forgeLists(folder);
    const found = await said(folder);
    expect(found.codes).toContain('stamp-stray');
    expect(found.said).toContain('custody/stamps/token.tsr');
  });
});

describe('what is missing switches no check off', () => {
  test('a seal taken away is missed by all three; with every list made anew the heading no longer speaks of the package', async () => {
    const folder = packageCopy(sealed);
    rmSync(join(folder, 'seal'), { recursive: true });
    const found = await said(folder);
    expect(found).toMatchObject({ verdict: 'FAILED', time: 'none' });
    expect(found.codes).toContain('seal-taken-away');
    expect(shell(folder, lines, authority.anchorFile)).toBe('FAILED');
    edit(folder, 'bag-info.txt', (text) => text.replace(/^Fascicle-Seal.*\n/m, ''));
    forgeLists(folder);
    expect((await said(folder)).heading).toMatch(
      /items existed before .* the bundle and the package itself are not proven/,
    );
  });

  test('a package that calls itself whole must hold the log, and the bundle that the log tells of', async () => {
    const named = packageCopy(unsealed);
    rmSync(join(named, 'data/bundle'), { recursive: true });
    edit(named, 'bag-info.txt', (text) => text.replace('Edition: filing', 'Edition: whole'));
    forgeLists(named);
    expect(await said(named)).toMatchObject({
      verdict: 'FAILED',
      codes: expect.arrayContaining(['no-package']) as string[],
    });
    const bare = packageCopy(whole);
    rmSync(join(bare, 'data/bundle'), { recursive: true });
    forgeLists(bare);
    expect(await said(bare)).toMatchObject({
      verdict: 'FAILED',
      codes: expect.arrayContaining(['bundle-taken-away']) as string[],
    });
  });

  test('a bundle that the log of a whole edition does not know is named', async () => {
    const folder = packageCopy(whole);
    const bundle = (end: string) => join(folder, `data/bundle/evidence-bundle.${end}`);
    for (const end of ['pdf', 'sha256', 'manifest.json']) rmSync(bundle(end));
    const later = await filedCase(authority);
    const other = (await exported(later, 'other')).path;
    later.close();
    cpSync(join(other, 'data/bundle'), join(folder, 'data/bundle'), { recursive: true });
    forgeLists(folder);
    expect((await said(folder)).codes).toContain('bundle-not-in-log');
  });
});

test('a package whose stamp is bound to nothing is not taken over as proven', async () => {
  const folder = packageCopy(unsealed);
  rmSync(join(folder, stampIn(folder), 'consistency.txt'));
  edit(folder, 'custody/proofs.jsonl', withoutStamps);
  forgeLists(folder);
  const root = resolve(import.meta.dirname, '../..');
  const services = { ...deviceServices(root, '0.0.0'), cacheFolder: freshFolder(), stateFolder: freshFolder() };
  const quiet = { emit: () => undefined, signal: new AbortController().signal, language: 'en' } as const;
  const own = freshCase();
  own.close();
  const into = { kind: 'case', case: own.folder } as const;
  const received = await createWorkbench(services).call(
    'package.receive',
    { package: folder, into, anchors: [authority.anchorFile] },
    quiet,
  );
  expect(received).toMatchObject({ timeProven: 'none', timeScope: null });
});
