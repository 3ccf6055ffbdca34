import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WritableCase } from '../../electron/casefile/case-handles.ts';
import { openCaseToRead } from '../../electron/casefile/open-case.ts';
import { deviceServices } from '../../electron/workbench/services.ts';
import { createWorkbench } from '../../electron/workbench/workbench.ts';
import { freshCase, someCapture } from '../fixtures/case-room.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { startAuthority, type Authority } from '../fixtures/pki/authority.ts';
import { packageCopy, filedCase, filesIn, forgeLists, linesOfHelp, ours, shell } from './package-room.ts';
import { have } from '../unit/pdf/pdf-room.ts';

const root = resolve(import.meta.dirname, '../..');
const services = { ...deviceServices(root, '0.0.0'), cacheFolder: freshFolder(), stateFolder: freshFolder() };
const workbench = createWorkbench(services);
const quiet = { emit: () => undefined, signal: new AbortController().signal, language: 'en' } as const;
const scratch = freshFolder();
const secret = { typed: '临安 correct horse battery' };

const haveAge = have('age', 'script');

let authority: Authority;
let caseFile: WritableCase;
let whole: string;
let locked: string;

const write = (out: string, passphrase: { typed: string } | null) =>
  workbench.call(
    'package.export',
    { case: caseFile.folder, out, edition: 'whole', passphrase, services: [], anchors: [] },
    quiet,
  );
const verify = (path: string, passphrase: { typed: string } | null = null) =>
  workbench.call('verify.run', { path, anchors: [authority.anchorFile], passphrase }, quiet);

beforeAll(async () => {
  authority = await startAuthority();
  caseFile = await filedCase(authority);
  const { folder } = caseFile;
  caseFile.close();
  whole = join(scratch, 'whole');
  locked = join(scratch, 'whole.zip.age');
  await write(whole, null);
  await write(locked, secret);
  caseFile = openCaseToRead(folder) as WritableCase; // only read below
}, 120_000);
afterAll(async () => {
  caseFile.close();
  await authority.close();
});

describe('the whole edition, for one’s own people', () => {
  test('has every item with what is sealed, what is left out, and every entry of the log; it says what it is', async () => {
    const files = filesIn(whole);
    for (const { item, record } of caseFile.items())
      for (const { name } of record.artifacts) expect(files).toContain(join('data/items', item, 'files', name));
    expect(caseFile.items().some(({ excluded }) => excluded !== null)).toBe(true);
    const lines = readFileSync(join(whole, 'custody/log.jsonl'), 'utf8').trim().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(caseFile.entries().length - 2);
    expect(readFileSync(join(whole, 'bag-info.txt'), 'utf8')).toContain('Fascicle-Edition: whole');
    const report = await verify(whole);
    expect(report.verdict).toBe('PASSED');
    expect(report.checks.map(({ detail }) => detail).join('\n')).toContain('whole edition');
    expect(report.checks.map(({ check }) => check)).toContain('custody-log');
    expect(shell(whole, linesOfHelp(whole), '')).not.toBe('FAILED');
  });

  test('whose log lacks a line, or tells it otherwise, is found out though all lists were made anew', async () => {
    for (const [code, forge] of [
      ['log-line-unsound', (lines: string[]) => lines.filter((_, at) => at !== 1)],
      [
        'log-of-another',
        (lines: string[]) => lines.map((line, at) => (at === 1 ? line.replace('王某', '李某') : line)),
      ],
      ['log-of-another', (lines: string[]) => lines.slice(0, -1)],
    ] as const) {
      const forged = packageCopy(whole);
      const path = join(forged, 'custody/log.jsonl');
      const text = readFileSync(path, 'utf8');
      const told = `${forge(text.trim().split('\n')).join('\n')}\n`;
      expect(told).not.toBe(text);
      writeFileSync(path, told);
      forgeLists(forged);
      const { verdict, codes } = await ours(forged, authority);
      expect([verdict, codes]).toEqual(['FAILED', [code]]);
    }
  });

  test('is taken over whole: nothing is said to be withheld', async () => {
    const folder = join(freshFolder(), '接收.fascicle');
    const received = await workbench.call(
      'package.receive',
      {
        package: locked,
        into: { kind: 'new', folder, title: '接收', operator: null },
        anchors: [],
        passphrase: secret,
      },
      quiet,
    );
    expect(received).toMatchObject({ items: caseFile.items().length, withheld: 0 });
    expect((await verify(folder)).verdict).toBe('PASSED');
    const here = openCaseToRead(folder);
    const [{ record }] = here.items() as [ReturnType<typeof here.items>[number]]; // some were received
    const sealed = record.artifacts.find(({ role }) => role === 'netlog');
    expect(existsSync(here.objectPath(sealed?.sha256 ?? ''))).toBe(true);
    here.close();
  });

  test('is written also where no bundle was filed yet', async () => {
    const other = freshCase();
    const now = new Date().toISOString();
    other.addItem({ ...someCapture(other, '一项'), startedAt: now, endedAt: now });
    other.close();
    const out = join(scratch, 'early');
    await workbench.call(
      'package.export',
      { case: other.folder, out, edition: 'whole', passphrase: null, services: [], anchors: [] },
      quiet,
    );
    expect((await verify(out)).verdict).toBe('PASSED');
    expect(shell(out, linesOfHelp(out), '')).toBe('PASSED');
  });
});

describe('a package that is locked', () => {
  test('opens with its passphrase only; a changed byte anywhere keeps it shut', async () => {
    expect((await verify(locked, secret)).verdict).toBe('PASSED');
    await expect(verify(locked)).rejects.toMatchObject({ code: 'passphrase-needed' });
    await expect(verify(locked, { typed: 'another' })).rejects.toMatchObject({ code: 'passphrase-wrong' });
    const bytes = readFileSync(locked);
    for (const at of [40, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const changed = join(freshFolder(), 'changed.zip.age');
      writeFileSync(changed, Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))));
      await expect(verify(changed, secret)).rejects.toMatchObject({ code: 'passphrase-wrong' });
    }
    expect(bytes.includes('秘密')).toBe(false);
    expect(bytes.includes('PNG')).toBe(false);
  }, 300_000); // five passphrases are stretched, on purpose slowly

  test('takes a name that says so, and a passphrase that is one', async () => {
    await expect(write(join(scratch, 'x.zip'), secret)).rejects.toMatchObject({ code: 'bad-call' });
    await expect(write(join(scratch, 'x.zip.age'), null)).rejects.toMatchObject({ code: 'bad-call' });
    await expect(write(join(scratch, 'x.zip.age'), { typed: '' })).rejects.toMatchObject({ code: 'bad-call' });
  });

  test.skipIf(!haveAge)('opens in age’s own tool', () => {
    expect(readFileSync(locked).subarray(0, 60).toString('latin1')).toMatch(
      /^age-encryption\.org\/v1\n-> scrypt \S{22} 18\n/,
    );
    const opened = join(freshFolder(), 'opened.zip');
    // It asks on the terminal and nowhere else: `script` gives it one.
    const asked = spawnSync('script', ['-qec', `age -d -o ${opened} ${locked}`, '/dev/null'], {
      input: `${secret.typed}\n`,
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(asked.error).toBeUndefined();
    expect(readFileSync(opened).subarray(0, 2).toString('latin1')).toBe('PK');
  });
});
