import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fascicle, freshFolder } from '../../../fixtures/fascicle.ts';

// `import --members` through the command: what is in an archive becomes items of their own, each told, none written to its path.
const havePython = spawnSync('python3', ['--version']).status === 0;
if (!havePython) console.warn('SKIPPED what needs python3: not installed');

type Row = Readonly<{ file: string; look: string; item: string | null; reasons: readonly string[] }>;
type Item = Readonly<{ item: string; fileName: string; artifacts: { role: string; sha256: string }[] }>;
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

async function imported(file: string) {
  const caseFolder = join(freshFolder(), 'case.fascicle');
  await fascicle(['new', caseFolder, '--title', 'T', '--applicant', 'A', '--operator', 'O', '--json']);
  const run = await fascicle(['import', caseFolder, file, '--members', '--no-dkim', '--json']);
  const items = run.lines.filter(({ event }) => event === 'item') as unknown as readonly Item[];
  const report = run.last['report'] as readonly Row[];
  const hashes = new Map(
    items.map(({ item, artifacts }) => [item, artifacts.find(({ role }) => role === 'original')?.sha256]),
  );
  return { run, items, report, hashOf: (item: string | null) => hashes.get(item ?? ''), caseFolder };
}

/** Names and hashes of the files in a ZIP, as Python's zipfile reads them. */
const asPython = (zip: string): readonly (readonly [string, string])[] =>
  JSON.parse(
    execFileSync(
      'python3',
      [
        '-c',
        'import zipfile,hashlib,json,sys\nz=zipfile.ZipFile(sys.argv[1])\n' +
          'print(json.dumps([[i.filename,hashlib.sha256(z.read(i)).hexdigest()] for i in z.infolist() if not i.is_dir()]))',
        zip,
      ],
      { encoding: 'utf8' },
    ),
  ) as [string, string][];

test.skipIf(!havePython)('each file in a ZIP is an item with the bytes that another program finds in it', async () => {
  const folder = freshFolder();
  const inner = zipSync({ 'deep.txt': strToU8('within the ZIP within') });
  const files = {
    '聊天/1.txt': strToU8('one'),
    '聊天/2.txt': strToU8('two'),
    'same/1.txt': strToU8('one'),
    'in.zip': inner,
  };
  writeFileSync(join(folder, 'all.zip'), zipSync(files));
  const { report, hashOf, items } = await imported(join(folder, 'all.zip'));
  const of = (zip: string, prefix: string) =>
    asPython(zip).map(([name, hash]) => [`${prefix} › ${name}`, hash] as const);
  writeFileSync(join(folder, 'in.zip'), inner);
  const all = join(folder, 'all.zip');
  expect(new Map(report.map(({ file, item }) => [file, hashOf(item)]))).toEqual(
    new Map([[all, sha256(readFileSync(all))], ...of(all, all), ...of(join(folder, 'in.zip'), `${all} › in.zip`)]),
  );
  expect(items.map(({ fileName }) => fileName)).toEqual(['all.zip', '1.txt', '2.txt', '1.txt', 'in.zip', 'deep.txt']);
});

test('what an archive hides or names to harm is refused one by one, and nothing is written where it says', async () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'in'));
  const outside = join(folder, 'outside.txt');
  writeFileSync(join(folder, 'in', 'a.txt'), 'good');
  symlinkSync('/etc/passwd', join(folder, 'in', 'soft'));
  const tar = join(folder, 'x.tar');
  const renamed = ['--transform', `s,^in/a.txt$,../../../../../../../..${outside},`, '-P'];
  execFileSync('tar', ['-C', folder, ...renamed, '-cf', tar, 'in/a.txt', 'in/soft']);
  const { report, run, caseFolder } = await imported(tar);
  const looks = report.map(({ file, look }) => [file.split(' › ').at(-1)?.split('/').at(-1), look]);
  expect(looks).toEqual(
    expect.arrayContaining([
      ['soft', 'refused'],
      ['outside.txt', 'whole'],
    ]),
  );
  expect(existsSync(outside)).toBe(false);
  expect(run.code).toBe(1);
  expect(run.last).toMatchObject({ items: 2, refused: 1 });
  expect(readdirSync(caseFolder).filter((name) => /scratch|member/.test(name)).length).toBeLessThanOrEqual(1);
});

test('archives nested beyond the limit are said to be, and the last is kept packed', async () => {
  const folder = freshFolder();
  let zip = zipSync({ 'bottom.txt': strToU8('bottom') });
  for (let at = 0; at < 5; at += 1) zip = zipSync({ [`${at}.zip`]: zip });
  writeFileSync(join(folder, 'deep.zip'), zip);
  const { report, run } = await imported(join(folder, 'deep.zip'));
  expect(run.last).toMatchObject({ items: 4, refused: 1 });
  expect(report.filter(({ look }) => look === 'refused').map(({ file }) => file.split(' › ').length)).toEqual([4]);
});
