import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';

const posix = process.platform !== 'win32';
const room = freshFolder();
const [caseFile, pipe] = ['a.fascicle', 'pipe'].map((name) => join(room, name)) as [string, string];

beforeAll(async () => {
  const { code } = await fascicle(['new', caseFile, '--title', '青禾', '--operator', '王某']);
  expect(code).toBe(0);
  if (posix) execFileSync('mkfifo', [pipe]);
}, 60_000);

const calls: readonly (readonly string[])[] = [
  ...['edit', 'exhibits', 'claims', 'order', 'watch', 'spread'].map((name) => [name, caseFile, '--set', pipe]),
  ['capture', caseFile, '--list', pipe, '--category', 'coverage'],
  ['import', caseFile, pipe, '--category', 'message'],
  ['import', caseFile, room, '--index', pipe, '--category', 'message'],
  ['receive', pipe, '--new', join(room, 'b.fascicle')],
  ['verify', pipe],
  ['verify', caseFile, '--anchor', pipe],
  ['export', caseFile, '--out', join(room, 'p.zip.age'), '--passphrase-file', pipe],
  ['backup', caseFile, pipe],
  ['health', caseFile, '--from', pipe],
];

test.runIf(posix).each(calls.map((call) => [call.join(' ').replaceAll(room, ''), call] as const))(
  '%s: a pipe is refused in a sentence, and never waited for',
  async (_, call) => {
    const { code, stdout, stderr } = await fascicle([...call, '--json']);
    expect(code, stdout + stderr).not.toBe(null);
    expect(stdout + stderr).not.toMatch(/node:fs/);
    if (call[0] !== 'health') expect(code).not.toBe(0); // nothing to restore: what is named is not needed
  },
  20_000,
);

test.runIf(posix)(
  'a folder that holds a pipe gives its other files',
  async () => {
    const papers = join(room, 'papers');
    mkdirSync(papers);
    writeFileSync(join(papers, '1.txt'), '一');
    execFileSync('mkfifo', [join(papers, '2.pdf')]);
    const { last } = await fascicle([
      'import',
      caseFile,
      join(papers, '2.pdf'),
      join(papers, '1.txt'),
      '--category',
      'message',
      '--json',
    ]);
    expect(last).toMatchObject({ items: 1, refused: 1 });
  },
  20_000,
);
