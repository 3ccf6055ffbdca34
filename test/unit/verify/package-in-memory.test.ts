import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { newSha256 } from '../../../electron/casefile/files/node-sha256.ts';
import { exportPackage } from '../../../electron/seal/packages/export-package.ts';
import { nodePrimitives } from '../../../electron/seal/time/node-primitives.ts';
import { asListed } from '../../../shared/verify/package/as-listed.ts';
import { checkPackage } from '../../../shared/verify/package/package-rules.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

type Files = Map<string, Buffer>;
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A whole package of two items, one of which has a sealed file, and a bundle. */
let whole: Files;
let items: readonly string[];
beforeAll(async () => {
  const caseFile = freshCase();
  const sealed = caseFile.objects.putBytes(Buffer.from('cookie'));
  items = ['一', '二'].map((text, at) => {
    const record = someCapture(caseFile, text);
    const netlog = { role: 'netlog', name: 'netlog.json', mediaType: 'application/json', ...sealed } as const;
    return caseFile.addItem({ ...record, artifacts: [...record.artifacts, ...(at === 0 ? [netlog] : [])] }).item;
  });
  await buildIn(caseFile);
  const out = join(freshFolder(), 'p');
  const signal = new AbortController().signal;
  const services = { program: 'p', page: new Uint8Array(), signal, onFile: () => undefined, ask: null };
  await exportPackage(caseFile, out, { edition: 'whole', passphrase: null }, services);
  caseFile.close();
  whole = new Map(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .map((path) => [relative(out, path).replaceAll('\\', '/'), readFileSync(path)]),
  );
});

/** Makes both lists agree with the files: what a forger would do. */
function listed(files: Files): Files {
  const list = (belongs: (path: string) => boolean) =>
    Buffer.from(
      [...files]
        .filter(([path]) => belongs(path))
        .map(([path, bytes]) => `${sha256Of(bytes)}  ${path}\n`)
        .sort()
        .join(''),
    );
  files.set(
    'manifest-sha256.txt',
    list((path) => path.startsWith('data/')),
  );
  files.set(
    'tagmanifest-sha256.txt',
    list((path) => !path.startsWith('data/') && !/^(tagmanifest|seal\/)/.test(path)),
  );
  return files;
}

/** Every code that is found, but for notes on what the package is; with what it is about. */
async function found(change: (files: Files) => unknown, relist = true): Promise<readonly string[]> {
  const files = new Map(whole);
  change(files);
  if (relist) listed(files);
  const source = {
    files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, refused: null })),
    open: (path: string) => {
      const bytes = files.get(path);
      if (!bytes) throw new Error('none');
      return {
        size: bytes.length,
        read: (at: number, length: number) => Promise.resolve(Uint8Array.from(bytes.subarray(at, at + length))),
      };
    },
  };
  const { content, time } = await checkPackage(await asListed(source, newSha256), {
    anchors: [],
    primitives: nodePrimitives,
    newSha256,
  });
  return [...content, time.check]
    .flatMap(({ findings }) => findings)
    .filter(({ code }) => !usual.has(code))
    .map(({ rank, code, params }) =>
      `${rank} ${code} ${String(Object.values(params).find((one) => one !== '') ?? '')}`.trim(),
    );
}
/** Notes of any package without a seal. */
const usual = new Set(['whole-edition', 'seal-missing', 'bundle-unbound', 'note']);
const nothing = () => undefined;
const pdfs = (files: Files) => [...files.keys()].filter((path) => path.endsWith('.pdf'));

describe('a whole package', () => {
  test('is well as it was made, its lists made by another hand', async () => {
    expect(await found(nothing, false)).toEqual([]);
    expect(await found(nothing)).toEqual([]);
  });

  test('declares what it is in the words of BagIt, whatever its line ends', async () => {
    expect(await found((files) => files.set('bagit.txt', Buffer.from('BagIt-Version: 0.97\n')))).toEqual([
      'failed bag-declaration',
    ]);
    const windows = (path: string) => (files: Files) =>
      files.set(path, Buffer.from(files.get(path)!.toString().replaceAll('\n', '\r\n')));
    for (const path of ['bagit.txt', 'bag-info.txt', 'VERIFY.txt', 'custody/checkpoint.txt'])
      expect(await found(windows(path), false)).toEqual([`note line-ends-changed ${path}`]);
  });

  test('has the way of each of its items to the log, once', async () => {
    const path = 'custody/proofs.jsonl';
    const lines = () =>
      whole
        .get(path)!
        .toString()
        .split('\n')
        .filter((line) => line !== '');
    const of = (change: (all: readonly string[]) => readonly string[]) =>
      found((files) => files.set(path, Buffer.from(`${change(lines()).join('\n')}\n`)));
    expect(await of((all) => all)).toEqual([]);
    expect(await of((all) => ['', ...all])).toEqual([]);
    expect((await of((all) => all.filter((line) => !line.includes(items[1]!))))[0]).toBe(
      `failed proof-missing ${items[1]}`,
    );
    expect((await of((all) => [...all, all[0]!]))[0]).toContain('failed proof-unreadable');
    const gone = await found((files) => {
      for (const one of files.keys()) if (one.startsWith(`data/items/${items[1]}/`)) files.delete(one);
    });
    expect(gone[0]).toBe(`failed proof-missing ${items[1]}`);
  });

  test('lacks no file of an item but sealed ones, and has none that its record does not name', async () => {
    const netlog = `data/items/${items[0]}/files/netlog.json`;
    expect(await found((files) => files.delete(netlog))).toEqual(['note artifacts-withheld 1']);
    const text = `data/items/${items[0]}/files/text.txt`;
    expect(await found((files) => files.delete(text))).toContain(`failed artifact-missing ${items[0]}`);
    expect(await found((files) => files.set(text, Buffer.from('other')))).toContain(`failed artifact-differs ${text}`);
    const more = `data/items/${items[0]}/files/more.txt`;
    expect(await found((files) => files.set(more, Buffer.from('x')))).toContain(`failed artifact-differs ${more}`);
  });

  test('has the bundle that its log tells of, and no other', async () => {
    const away = await found((files) => {
      for (const path of files.keys()) if (path.startsWith('data/bundle/')) files.delete(path);
    });
    expect(away).toEqual([`failed bundle-taken-away ${sha256Of(whole.get(pdfs(whole)[0]!)!)}`]);
    const other = 'data/bundle/other.pdf';
    expect(await found((files) => files.set(other, Buffer.from('%PDF-1.7')))).toContain(
      `failed bundle-not-in-log ${other}`,
    );
  });

  test('holds no stamp in parts, and none over a longer log than its own', async () => {
    const folder = 'custody/stamps/1/';
    const head = whole.get('custody/checkpoint.txt')!.toString();
    expect(await found((files) => files.set(`${folder}checkpoint.txt`, Buffer.from(head)))).toContain(
      `failed stamp-lacks ${folder}`,
    );
    expect(await found((files) => files.set(`${folder}note.txt`, Buffer.from('x')))).toContain(
      `failed stamp-stray ${folder}note.txt`,
    );
    const longer = head.replace(/\n(\d+)\n/, (_, size: string) => `\n${Number(size) + 1}\n`);
    expect(await found((files) => files.set(`${folder}checkpoint.txt`, Buffer.from(longer)))).toContain(
      `failed stamp-differs ${folder}checkpoint.txt`,
    );
    const foreign = head.replace(/fascicle\/./, (start) => `fascicle/${start.endsWith('0') ? '1' : '0'}`);
    expect(await found((files) => files.set(`${folder}checkpoint.txt`, Buffer.from(foreign)))).toContain(
      `failed stamp-of-another ${folder}checkpoint.txt`,
    );
  });

  test('lists a bundle that was renamed by its former name, where the list has its hash', async () => {
    const [pdf] = pdfs(whole) as [string];
    const sums = pdf.replace(/\.pdf$/, '.sha256');
    const renamed = await found((files) =>
      files.set(
        sums,
        Buffer.from(
          files
            .get(sums)!
            .toString()
            .replace(/ [^ \n]+\.pdf\n/, ' former.pdf\n'),
        ),
      ),
    );
    expect(renamed.filter((one) => one.includes('listed-as'))).toHaveLength(1);
    expect(renamed.some((one) => one.startsWith('failed sums'))).toBe(false);
  });
});
