import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from '../../fixtures/site/site.ts';
import { fascicle, freshFolder } from '../../fixtures/fascicle.ts';

/** A receipt of a deposit service: nothing in it is checked. */
const receipt = '存证编号 X-1\n';

let site: Site;
let theirs: string;
let packages: Readonly<Record<'filing' | 'whole', string>>;
/** Ids by what was done to get them. */
let made: Readonly<Record<'page' | 'picture' | 'part' | 'covered' | 'excluded', string>>;

/** Runs a command that must succeed, and gives its result. */
async function done(...args: string[]) {
  const run = await fascicle([...args, '--json']);
  if (run.code !== 0) throw new Error(`${args.join(' ')}: ${run.stdout.slice(-600)} ${run.stderr.slice(-600)}`);
  return run.last;
}

const idsIn = async (folder: string) => {
  const { items } = await done('list', folder);
  return items as { item: string; excluded: string | null }[];
};
/** How many items came. */
const takenOver = async (...args: string[]) => (await done('receive', ...args))['items'] as number;
const newest = async (folder: string) => (await idsIn(folder)).at(-1)?.item ?? '';

// Everything a case holds, made by the program's own commands from a page that it captured.
beforeAll(async () => {
  site = await openSite();
  const folder = freshFolder();
  theirs = join(folder, 'theirs.fascicle');
  await done('new', theirs, '--title', '青禾', '--operator', '王某');
  await done('capture', theirs, `${site.origin}/plain`, '--category', 'coverage', '--allow-private-network');
  const page = await newest(theirs);
  await done('capture', theirs, `${site.origin}/plain?2`, '--category', 'coverage', '--allow-private-network');
  const excluded = await newest(theirs);
  const png = join(folder, 'a.png');
  writeFileSync(
    png,
    await sharp({ create: { width: 300, height: 200, channels: 3, background: '#b1352a' } })
      .png()
      .toBuffer(),
  );
  await done('import', theirs, png, '--category', 'message', '--no-dkim');
  const picture = await newest(theirs);
  const area = ['--x', '0', '--y', '0', '--width', '200', '--height', '100'];
  await done('region', theirs, page, ...area, '--reason', '涉案段落');
  const part = await newest(theirs);
  await done('redact', theirs, picture, '--region', '10,10,50,40', '--reason', '个人信息');
  const covered = await newest(theirs);
  const file = join(folder, 'receipt.txt');
  writeFileSync(file, receipt);
  await done('attach', theirs, page, file, '--kind', 'deposit', '--number', 'X-1');
  await done('exclude', theirs, excluded, '--reason', '与本案无关');
  await done('bundle', theirs, '--draft');
  made = { page, picture, part, covered, excluded };
  packages = { filing: join(folder, 'filing.zip'), whole: join(folder, 'whole.zip') };
  const bundled = await fascicle(['bundle', theirs, '--json']);
  expect(bundled.code, bundled.stdout.slice(-600)).toBe(0);
  await done('export', theirs, '--out', packages.filing);
  await done('export', theirs, '--whole', '--out', packages.whole);
}, 300_000);
afterAll(() => site.close());

const editions = ['filing', 'whole'] as const;

describe('a package of real captures, an import, a part, a redacted copy, an attachment and an exclusion', () => {
  test.each(editions)(
    'of the %s edition makes a new case that verifies',
    async (edition) => {
      const folder = join(freshFolder(), 'new.fascicle');
      const taken = await takenOver(packages[edition], '--new', folder);
      const items = await idsIn(folder);
      expect(taken).toBe(items.length);
      expect(items.map(({ item }) => item)).toContain(made.covered);
      expect(await done('verify', folder)).toMatchObject({ verdict: 'PASSED', unaltered: 'yes' });
    },
    120_000,
  );

  test.each(editions)(
    'of the %s edition goes into a case with a capture of its own, twice',
    async (edition) => {
      const folder = join(freshFolder(), 'own.fascicle');
      await done('new', folder, '--title', '自己的', '--operator', '李某');
      await done('capture', folder, `${site.origin}/plain`, '--category', 'coverage', '--allow-private-network');
      const before = await idsIn(folder);
      const taken = await takenOver(packages[edition], '--into', folder);
      expect(taken).toBeGreaterThan(2);
      expect(await idsIn(folder)).toHaveLength(before.length + taken);
      expect(await done('receive', packages[edition], '--into', folder)).toMatchObject({ items: 0 });
      expect(await done('verify', folder)).toMatchObject({ verdict: 'PASSED', unaltered: 'yes' });
      expect((await fascicle(['queue', folder])).stdout).not.toContain('plain?2');
    },
    120_000,
  );

  test('brings the deposit number along, and shows the exclusion with its reason', async () => {
    const folder = join(freshFolder(), 'new.fascicle');
    const run = await fascicle(['receive', packages.whole, '--new', folder]);
    expect(run.stdout).toContain('与本案无关');
    expect((await fascicle(['show', folder, made.page])).stdout).toContain('X-1');
    expect((await fascicle(['show', folder, made.excluded])).stdout).toContain('与本案无关');
    expect((await idsIn(folder)).find(({ item }) => item === made.excluded)?.excluded).toBeNull();
  }, 60_000);
});
