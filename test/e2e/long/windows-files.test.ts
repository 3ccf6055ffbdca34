import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fascicle, freshFolder } from '../../fixtures/fascicle.ts';
import { smallPdf, smallPng } from '../../fixtures/site/files.ts';
import { openSite, type Site } from '../../fixtures/site/site.ts';

/** Each command, and each process that it starts, meets a file system with Windows' rules. */
const rules = pathToFileURL(resolve(import.meta.dirname, '../../fixtures/windows-files.mjs')).href;

let site: Site;
let folder: string;
beforeAll(async () => {
  site = await openSite();
  folder = freshFolder();
  writeFileSync(join(folder, 'phone.png'), smallPng());
  writeFileSync(join(folder, 'contract.pdf'), smallPdf());
  writeFileSync(join(folder, 'note.txt'), '公司已进入清算程序');
});
afterAll(() => site.close());

/** @returns what the rules refused meanwhile, each with its place in the program */
async function refusedTo(args: readonly string[], code = 0): Promise<string> {
  const log = join(folder, 'refused.txt');
  rmSync(log, { force: true });
  const env = { NODE_OPTIONS: `--import=${rules}`, WINDOWS_FILES_LOG: log, FASCICLE_CACHE: join(folder, 'cache') };
  const run = await fascicle([...args, '--json'], { folder, env });
  expect(`${args.join(' ')}: ${String(run.code)} ${run.code === code ? '' : JSON.stringify(run.last)}`).toBe(
    `${args.join(' ')}: ${code} `,
  );
  return existsSync(log) ? readFileSync(log, 'utf8') : '';
}

const jobs: readonly (readonly string[])[] = [
  ['new', 'a.fascicle', '--title', '试', '--applicant', '甲', '--operator', '乙'],
  ['import', 'a.fascicle', 'phone.png', 'contract.pdf', 'note.txt'],
  ['capture', 'a.fascicle', 'SITE/plain', '--allow-private-network'],
  ['bundle', 'a.fascicle'],
  ['bundle', 'a.fascicle', '--draft', '--out', 'draft.pdf'],
  ['lists', 'a.fascicle', '--out', 'lists'],
  ['digests', 'a.fascicle', '--out', 'deposit'],
  ['backup', 'a.fascicle', 'b.fascicle'],
  ['backup', 'a.fascicle', 'b.fascicle'],
  ['export', 'a.fascicle', '--out', 'filed.zip'],
  ['export', 'a.fascicle', '--whole', '--out', 'whole'],
  ['receive', 'filed.zip', '--new', 'c.fascicle'],
  ['receive', 'whole', '--into', 'c.fascicle'],
  ['verify', 'a.fascicle'],
  ['verify', 'filed.zip'],
];

test('the whole job, from a capture to a package that is received, runs under Windows’ rules for files', async () => {
  for (const job of jobs) expect(await refusedTo(job.map((word) => word.replace('SITE', site.origin)))).toBe('');
}, 240_000);

test('a damaged object is restored over its read-only file, and a lost database is made from the records', async () => {
  const objects = join(folder, 'a.fascicle', 'objects');
  // One that the backup has: some were added to the case after it was made.
  const all = readdirSync(objects).flatMap((one) =>
    readdirSync(join(objects, one)).map((name) => [one, name] as const),
  );
  const [group, name] = all.find((path) => existsSync(join(folder, 'b.fascicle', 'objects', ...path))) ?? ['', ''];
  chmodSync(join(objects, group, name), 0o600);
  appendFileSync(join(objects, group, name), 'x');
  chmodSync(join(objects, group, name), 0o400);
  expect(await refusedTo(['health', 'a.fascicle', '--from', 'b.fascicle'])).toBe('');
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, 'a.fascicle', `case.db${end}`), { force: true });
  expect(await refusedTo(['repair', 'a.fascicle'])).toBe('');
  expect(await refusedTo(['verify', 'a.fascicle'])).toBe('');
}, 120_000);

test('the rules bite: a file that is synced through a handle for reading is refused', () => {
  const file = JSON.stringify(join(folder, 'note.txt'));
  const words = `const fs = require('fs'); try { fs.fsyncSync(fs.openSync(${file}, 'r')); } catch (error) { console.log(error.code); }`;
  const said = execFileSync(process.execPath, [`--import=${rules}`, '-e', words], { encoding: 'utf8' });
  expect(said).toBe('EPERM\n');
});
