import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WritableCase } from '../../electron/casefile/case-handles.ts';
import { startAuthority, type Authority } from '../fixtures/pki/authority.ts';
import { VerifyPageRoom } from '../fixtures/verify-page-room.ts';
import {
  copyOf,
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
let kase: WritableCase;
let sealed: string;
let lines: string;
let page: VerifyPageRoom;
beforeAll(async () => {
  authority = await startAuthority();
  kase = await filedCase(authority);
  sealed = (await exported(kase, 'sealed', authority)).path;
  lines = linesOfHelp(sealed);
  page = await VerifyPageRoom.open();
});
afterAll(async () => {
  await page.close();
  kase.close();
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
    time: own.time,
  };
}

const item = () => kase.items()[0]?.item ?? '';
const edit = (folder: string, path: string, change: (text: string) => string) =>
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));

describe('a package as it was handed over', () => {
  test('passes, its time proven by a third party, by our command, by verify.html and by the lines of VERIFY.txt', async () => {
    const passed = { ours: 'PASSED', page: 'PASSED', shell: 'PASSED' };
    expect(await all(sealed)).toEqual({ ...passed, said: '', time: 'proven' });
  });

  test('says nothing of what is not filed, and holds nothing that is sealed', () => {
    const everything = filesIn(sealed)
      .map((path) => readFileSync(join(sealed, path), 'latin1'))
      .join('\n');
    const bytes = (word: string) => Buffer.from(word).toString('latin1');
    for (const word of ['不提交的秘密', '秘密理由', '"cookie"'])
      expect(everything.includes(bytes(word)), word).toBe(false);
    expect(filesIn(sealed).some((path) => path.includes(kase.items()[2]?.item ?? '?'))).toBe(false);
  });

  test('is the same as a ZIP, read in place; unsealed it passes too, and its time is not proven by its own seal', async () => {
    const { path, tagManifest } = await exported(kase, 'package.zip');
    expect(await ours(path, authority)).toMatchObject({ verdict: 'PASSED', said: '' });
    expect(await page.verify('files', [path], [authority.anchorFile])).toMatchObject({ verdict: 'PASSED' });
    expect(tagManifest).toMatch(/^[0-9a-f]{64}$/);
    await expect(exported(kase, path)).rejects.toMatchObject({ code: 'package-exists' });
    const inside = exported(kase, join(kase.folder, 'new', 'package'));
    await expect(inside).rejects.toMatchObject({ code: 'package-inside-case' });
    expect(existsSync(join(kase.folder, 'new'))).toBe(false);
  });
});

type Attack = readonly [name: string, (folder: string) => void, RegExp];

const attacks: readonly Attack[] = [
  ['a screenshot changed', (to) => flip(to, `data/items/${item()}/files/tile-0001.png`), /tile-0001\.png has changed/],
  ['a record changed', (to) => flip(to, `data/items/${item()}/record.json`), /record\.json has changed/],
  ['the text changed', (to) => flip(to, `data/items/${item()}/files/text.txt`), /text\.txt has changed/],
  ['the PDF changed', (to) => flip(to, 'data/bundle/evidence-bundle.pdf'), /evidence-bundle\.pdf has changed/],
  [
    'the bundle’s manifest changed',
    (to) => flip(to, 'data/bundle/evidence-bundle.manifest.json'),
    /manifest\.json has changed/,
  ],
  [
    'a line of the list changed',
    (to) => edit(to, 'manifest-sha256.txt', (text) => text.replace(/^./, '0')),
    /has changed/,
  ],
  ['the checkpoint changed', (to) => flip(to, 'custody/checkpoint.txt'), /checkpoint\.txt has changed/],
  ['a proof changed', (to) => flip(to, 'custody/proofs.jsonl'), /proofs\.jsonl has changed/],
  [
    'the token replaced by junk',
    (to) => writeFileSync(join(to, 'seal/tagmanifest-sha256.tsr'), 'no token'),
    /the time-stamp token is not as the standards have it/,
  ],
  ['a file taken away', (to) => rmSync(join(to, `data/items/${item()}/files/text.txt`)), /text\.txt.* is missing/],
  [
    'a file renamed',
    (to) => renameSync(join(to, `data/items/${item()}/files/text.txt`), join(to, `data/items/${item()}/files/tex.txt`)),
    /is missing/,
  ],
  ['a file added under data/', (to) => writeFileSync(join(to, 'data/more.txt'), 'x'), /more\.txt is in no list/],
  ['a file added beside', (to) => writeFileSync(join(to, 'README.txt'), 'x'), /README\.txt is in no list/],
  ['a file added under seal/', (to) => writeFileSync(join(to, 'seal/root.pem'), 'x'), /root\.pem is in no list/],
  [
    'a link instead of a file',
    (to) => {
      rmSync(join(to, 'bag-info.txt'));
      symlinkSync('/etc/hosts', join(to, 'bag-info.txt'));
    },
    /bag-info\.txt \(not-a-file\)/,
  ],
  ['a hidden file', (to) => writeFileSync(join(to, '.hidden'), 'x'), /\.hidden \(path-not-plain\)/],
  ['the tag list taken away', (to) => rmSync(join(to, 'tagmanifest-sha256.txt')), /tagmanifest-sha256\.txt is missing/],
  [
    'a picture swapped, all lists forged',
    (to) => {
      flip(to, `data/items/${item()}/files/tile-0001.png`);
      forgeLists(to);
    },
    /is not the file that the record/,
  ],
  [
    'a record edited, all lists forged',
    (to) => {
      edit(to, `data/items/${item()}/record.json`, (text) => text.replace('第 0 项', '第 9 项'));
      forgeLists(to);
    },
    /the record is not the one of the entry/,
  ],
  [
    'an entry rewritten, all lists forged',
    (to) => {
      edit(to, 'custody/proofs.jsonl', (text) => text.replace(/"wall\\":\\"20\d\d/, '"wall\\":\\"2001'));
      forgeLists(to);
    },
    /is not under the checkpoint/,
  ],
  [
    'an item taken away, all lists forged',
    (to) => {
      rmSync(join(to, `data/items/${item()}`), { recursive: true });
      forgeLists(to);
    },
    /nothing proves|is not the item whose record/,
  ],
  [
    'a second item of another case, all lists forged',
    (to) => {
      mkdirSync(join(to, 'data/items/01890000-0000-7000-8000-000000000001'));
      writeFileSync(join(to, 'data/items/01890000-0000-7000-8000-000000000001/record.json'), '{}');
      forgeLists(to);
    },
    /nothing proves that item 01890000/,
  ],
];

describe('a package that was tampered with', () => {
  test.each(attacks)(
    '%s: FAILED, by our command, by verify.html and by the lines of VERIFY.txt',
    async (_name, attack, finding) => {
      const folder = copyOf(sealed);
      attack(folder);
      const said = await all(folder);
      expect(said).toMatchObject({ ours: 'FAILED', page: 'FAILED', shell: 'FAILED' });
      expect(said.said).toMatch(finding);
    },
  );

  test('without its seal it passes with its time proven only as far as the log was stamped, and says that the seal is missing', async () => {
    const folder = copyOf(sealed);
    rmSync(join(folder, 'seal'), { recursive: true });
    expect(await all(folder)).toMatchObject({ ours: 'PASSED', page: 'PASSED', shell: 'PASSED' });
  });

  test('made anew as a whole, with every hash forged and no seal, the items still hang on the stamped log', async () => {
    const folder = copyOf(sealed);
    rmSync(join(folder, 'seal'), { recursive: true });
    edit(folder, 'custody/checkpoint.txt', (text) => text.replace(/\n\d+\n/, '\n9\n'));
    forgeLists(folder);
    expect((await ours(folder, authority)).said).toMatch(/is not under the checkpoint/);
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
      said: expect.stringMatching(/nothing in it is read|no ZIP as this program/),
    });
  });

  test('compressed, cut off, or with something behind its end: it is no ZIP of ours', async () => {
    expect((await ours(zipped(sealed, undefined, 6), authority)).said).toMatch(/a member is compressed/);
    const whole = readFileSync((await exported(kase, 'whole.zip')).path);
    const file = join(copyOf(sealed), '..', 'broken.zip');
    for (const bytes of [whole.subarray(0, -1), whole.subarray(0, 1_000), Buffer.concat([whole, Buffer.from('x')])]) {
      writeFileSync(file, bytes);
      expect(await ours(file, authority)).toMatchObject({ verdict: 'FAILED' });
    }
  });
});

describe('verify.html', () => {
  test('judges a bundle with the two files beside it, good and changed, and says it in both languages', async () => {
    const beside = (folder: string) =>
      ['pdf', 'sha256', 'manifest.json'].map((end) => join(folder, `data/bundle/evidence-bundle.${end}`));
    const good = await page.verify('files', beside(sealed));
    expect(good).toMatchObject({ verdict: 'PASSED' });
    expect(good.text).toMatch(/Content: unaltered\s+Time: not proven by a third party/);
    expect(await page.otherLanguage()).toMatch(/内容：未改动\s+时间：未经第三方证明[\s\S]*核验不证明什么/);
    await page.otherLanguage();
    const folder = copyOf(sealed);
    flip(folder, 'data/bundle/evidence-bundle.pdf');
    expect(await page.verify('files', beside(folder))).toMatchObject({ verdict: 'FAILED' });
    expect(await page.verify('files', [join(sealed, 'bag-info.txt')])).toMatchObject({ verdict: 'none' });
  });

  test('asks no network for anything, and breaks no rule of its own policy', () => {
    expect(page.asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(page.said).toEqual([]);
  });
});
