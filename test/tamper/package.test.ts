import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WritableCase } from '../../electron/casefile/case-handles.ts';
import { verifyPackage } from '../../electron/verify/verify-package.ts';
import { codeOf } from '../fixtures/oracles/finding-codes.ts';
import { startAuthority, type Authority } from '../fixtures/pki/authority.ts';
import { VerifyPageRoom } from '../fixtures/verify-page-room.ts';
import {
  packageCopy,
  exported,
  filedCase,
  filesIn,
  flip,
  forgeLists,
  linesOfHelp,
  ours,
  shell,
  zipped,
} from './package-room.ts';

let authority: Authority;
let caseFile: WritableCase;
let sealed: string;
let lines: string;
let page: VerifyPageRoom;
beforeAll(async () => {
  authority = await startAuthority();
  caseFile = await filedCase(authority);
  sealed = (await exported(caseFile, 'sealed', authority)).path;
  lines = linesOfHelp(sealed);
  page = await VerifyPageRoom.open();
});
afterAll(async () => {
  await page.close();
  caseFile.close();
  await authority.close();
});

/** Our own verdict, that of `verify.html` in a real browser, and that of the shell lines. */
async function all(folder: string) {
  const own = await ours(folder, authority);
  const inBrowser = await page.verify('folder', [folder], [authority.anchorFile]);
  // A browser passes over links: there one is a file that is missing, and the rest is still read.
  if (!own.said.includes('not-a-file')) expect(inBrowser.time).toBe(own.time);
  return {
    ours: own.verdict,
    page: inBrowser.verdict,
    shell: shell(folder, lines, authority.anchorFile),
    said: own.said,
    codes: own.codes,
    time: own.time,
  };
}

const item = () => caseFile.items()[0]?.item ?? '';
const edit = (folder: string, path: string, change: (text: string) => string) =>
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));

describe('a package as it was handed over', () => {
  test('passes, its time proven by a third party, by our command, by verify.html and by the lines of VERIFY.txt', async () => {
    const passed = { ours: 'PASSED', page: 'PASSED', shell: 'PASSED' };
    expect(await all(sealed)).toEqual({ ...passed, said: '', codes: [], time: 'proven' });
  });

  test('says nothing of what is not filed, and holds nothing that is sealed', () => {
    const everything = filesIn(sealed)
      .map((path) => readFileSync(join(sealed, path), 'latin1'))
      .join('\n');
    const bytes = (word: string) => Buffer.from(word).toString('latin1');
    for (const word of ['不提交的秘密', '秘密理由', '"cookie"'])
      expect(everything.includes(bytes(word)), word).toBe(false);
    expect(filesIn(sealed).some((path) => path.includes(caseFile.items()[2]?.item ?? '?'))).toBe(false);
  });

  test('is the same as a ZIP, read in place; unsealed it passes too, and its time is not proven by its own seal', async () => {
    const { path, tagManifest } = await exported(caseFile, 'package.zip');
    expect(await ours(path, authority)).toMatchObject({ verdict: 'PASSED', said: '' });
    expect(await page.verify('files', [path], [authority.anchorFile])).toMatchObject({ verdict: 'PASSED' });
    expect(tagManifest).toMatch(/^[0-9a-f]{64}$/);
    await expect(exported(caseFile, path)).rejects.toMatchObject({ code: 'package-exists' });
    const inside = exported(caseFile, join(caseFile.folder, 'new', 'package'));
    await expect(inside).rejects.toMatchObject({ code: 'package-inside-case' });
    expect(existsSync(join(caseFile.folder, 'new'))).toBe(false);
  });
});

/** What must be found, by its one code; `named`: a path or id in the words for it. */
type Attack = readonly [name: string, (folder: string) => void, code: string, named: string];

const attacks: readonly Attack[] = [
  [
    'a screenshot changed',
    (to) => flip(to, `data/items/${item()}/files/tile-0001.png`),
    'listed-changed',
    'tile-0001.png',
  ],
  ['a record changed', (to) => flip(to, `data/items/${item()}/record.json`), 'listed-changed', 'record.json'],
  ['the text changed', (to) => flip(to, `data/items/${item()}/files/text.txt`), 'listed-changed', 'text.txt'],
  ['the PDF changed', (to) => flip(to, 'data/bundle/evidence-bundle.pdf'), 'listed-changed', 'evidence-bundle.pdf'],
  [
    'the bundle’s manifest changed',
    (to) => flip(to, 'data/bundle/evidence-bundle.manifest.json'),
    'listed-changed',
    'evidence-bundle.manifest.json',
  ],
  [
    'a line of the list changed',
    (to) => edit(to, 'manifest-sha256.txt', (text) => text.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))),
    'listed-changed',
    'data/',
  ],
  ['the checkpoint changed', (to) => flip(to, 'custody/checkpoint.txt'), 'listed-changed', 'checkpoint.txt'],
  ['a proof changed', (to) => flip(to, 'custody/proofs.jsonl'), 'listed-changed', 'proofs.jsonl'],
  [
    'the token replaced by junk',
    (to) => writeFileSync(join(to, 'seal/tagmanifest-sha256.tsr'), 'no token'),
    'token-unreadable',
    '',
  ],
  ['a file taken away', (to) => rmSync(join(to, `data/items/${item()}/files/text.txt`)), 'listed-missing', 'text.txt'],
  ['a file added under data/', (to) => writeFileSync(join(to, 'data/more.txt'), 'x'), 'not-listed', 'more.txt'],
  ['a file added beside', (to) => writeFileSync(join(to, 'README.txt'), 'x'), 'not-listed', 'README.txt'],
  ['a file added under seal/', (to) => writeFileSync(join(to, 'seal/root.pem'), 'x'), 'not-listed', 'root.pem'],
  [
    'a link instead of a file',
    (to) => {
      rmSync(join(to, 'bag-info.txt'));
      symlinkSync('/etc/hosts', join(to, 'bag-info.txt'));
    },
    'package-refused',
    'bag-info.txt (it is not a regular file)',
  ],
  [
    'a hidden file',
    (to) => writeFileSync(join(to, '.hidden'), 'x'),
    'package-refused',
    '.hidden (its path could lead elsewhere)',
  ],
  [
    'the tag list taken away',
    (to) => rmSync(join(to, 'tagmanifest-sha256.txt')),
    'no-package',
    'tagmanifest-sha256.txt',
  ],
  [
    'a picture swapped, all lists forged',
    (to) => {
      flip(to, `data/items/${item()}/files/tile-0001.png`);
      forgeLists(to);
    },
    'artifact-differs',
    'tile-0001.png',
  ],
  [
    'a record edited, all lists forged',
    (to) => {
      edit(to, `data/items/${item()}/record.json`, (text) => text.replace('第 0 项', '第 9 项'));
      forgeLists(to);
    },
    'proof-of-another',
    '',
  ],
  [
    'an entry rewritten, all lists forged',
    (to) => {
      edit(to, 'custody/proofs.jsonl', (text) => text.replace(/"wall\\":\\"20\d\d/, '"wall\\":\\"2001'));
      forgeLists(to);
    },
    'proof-differs',
    '',
  ],
  [
    'an item taken away, all lists forged',
    (to) => {
      rmSync(join(to, `data/items/${item()}`), { recursive: true });
      forgeLists(to);
    },
    'proof-missing',
    '',
  ],
  [
    'a second item of another case, all lists forged',
    (to) => {
      mkdirSync(join(to, 'data/items/01890000-0000-7000-8000-000000000001'));
      writeFileSync(join(to, 'data/items/01890000-0000-7000-8000-000000000001/record.json'), '{}');
      forgeLists(to);
    },
    'proof-missing',
    '01890000',
  ],
];

describe('a package that was tampered with', () => {
  test.each(attacks)(
    '%s: FAILED, by our command, by verify.html and by the lines of VERIFY.txt',
    async (_name, attack, code, named) => {
      const folder = packageCopy(sealed);
      attack(folder);
      const said = await all(folder);
      expect(said).toMatchObject({ ours: 'FAILED', page: 'FAILED', shell: 'FAILED' });
      expect(said.codes).toContain(code);
      expect(said.said).toContain(named);
    },
  );

  test('a file renamed is found by its hash, by our command, by verify.html and by the lines of VERIFY.txt', async () => {
    const folder = packageCopy(sealed);
    const files = join(folder, `data/items/${item()}/files`);
    renameSync(join(files, 'text.txt'), join(files, 'tex.txt'));
    const said = await all(folder);
    expect(said).toMatchObject({ ours: 'PASSED', page: 'PASSED', shell: 'PASSED' });
    const { checks } = await verifyPackage(folder, 'en', [authority.root.certificate]);
    const noted = checks.filter(({ finding }) => finding === 'noted').map(({ detail }) => codeOf(detail, 'package'));
    expect(noted).toContain('listed-as');
  });

  test('without its seal it is FAILED: its own word says that there was one', async () => {
    const folder = packageCopy(sealed);
    rmSync(join(folder, 'seal'), { recursive: true });
    const without = { ours: 'FAILED', page: 'FAILED', shell: 'FAILED' };
    expect(await all(folder)).toMatchObject({ ...without, codes: ['seal-taken-away'] });
  });

  test('made anew as a whole, with every hash forged and no seal, the items still hang on the stamped log', async () => {
    const folder = packageCopy(sealed);
    rmSync(join(folder, 'seal'), { recursive: true });
    edit(folder, 'custody/checkpoint.txt', (text) => text.replace(/\n\d+\n/, '\n9\n'));
    forgeLists(folder);
    expect((await ours(folder, authority)).codes).toContain('proof-differs');
  });
});

describe('a ZIP that would mislead a reader', () => {
  const hostile: readonly [string, string][] = [
    ['a path that climbs', '../evil.txt'],
    ['an absolute path', '/etc/passwd'],
    ['a drive', 'C:/evil.txt'],
    ['a backslash', 'data\\evil.txt'],
    ['a stream of another file', 'bag-info.txt:hidden'],
    ['a device', 'data/CON.txt'],
    ['a trailing dot', 'data/evil.'],
    ['a direction mark', 'data/evil\u202egnp.exe'],
    ['a line break', 'data/evil\n.txt'],
    ['the same name in other letters', 'BAGIT.TXT'],
  ];
  test.each(hostile)('%s: nothing in it is read', async (_name, path) => {
    const zip = zipped(sealed, (files) => ({ ...files, [path]: [strToU8('x'), { level: 0 }] }));
    expect(await page.verify('files', [zip])).toMatchObject({ verdict: 'FAILED' });
    expect(await ours(zip, authority)).toMatchObject({
      verdict: 'FAILED',
      codes: ['package-refused'],
    });
  });

  test('compressed it is the same package; cut off, or with something behind its end, it is none', async () => {
    expect((await ours(zipped(sealed, undefined, 6), authority)).verdict).toBe('PASSED');
    const whole = readFileSync((await exported(caseFile, 'whole.zip')).path);
    const file = join(packageCopy(sealed), '..', 'broken.zip');
    for (const bytes of [whole.subarray(0, -1), whole.subarray(0, 1_000), Buffer.concat([whole, Buffer.from('x')])]) {
      writeFileSync(file, bytes);
      expect(await ours(file, authority)).toMatchObject({ verdict: 'FAILED', codes: ['no-stored-zip'] });
    }
  });
});

describe('verify.html', () => {
  test('judges a bundle with the two files beside it, good and changed, and says it in both languages', async () => {
    const beside = (folder: string) =>
      ['pdf', 'sha256', 'manifest.json'].map((end) => join(folder, `data/bundle/evidence-bundle.${end}`));
    const good = await page.verify('files', beside(sealed));
    expect(good).toMatchObject({ verdict: 'PASSED' });
    expect(good.text).toMatch(
      /Content: unaltered \(compared with the manifest of the bundle itself\)\s+Time: not proven by a third party/,
    );
    expect(await page.otherLanguage()).toMatch(
      /内容：未改动（与证据册自身的清单相比）\s+时间：未经第三方证明[\s\S]*核验不证明什么/,
    );
    await page.otherLanguage();
    const folder = packageCopy(sealed);
    flip(folder, 'data/bundle/evidence-bundle.pdf');
    expect(await page.verify('files', beside(folder))).toMatchObject({ verdict: 'FAILED' });
    expect(await page.verify('files', [join(sealed, 'bag-info.txt')])).toMatchObject({ verdict: 'none' });
  });

  test('asks no network for anything, and breaks no rule of its own policy', () => {
    expect(page.asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(page.said).toEqual([]);
  });
});
