import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { newSha256 } from '../../../electron/casefile/files/node-sha256.ts';
import { nodePrimitives } from '../../../electron/seal/time/node-primitives.ts';
import { makeProof } from '../../../electron/seal/make-proof.ts';
import type { ByteSource } from '../../../shared/verify/byte-source.ts';
import { datedAfterProof } from '../../../shared/verify/clock-rules.ts';
import { openZip } from '../../../shared/verify/package/zip-reader.ts';
import { readEmbeddedManifest } from '../../../shared/verify/pdf/embedded-manifest.ts';
import { jpegDescription } from '../../../shared/verify/pdf/image-dictionary.ts';
import { checkPages } from '../../../shared/verify/pdf/page-rules.ts';
import type { PdfReader } from '../../../shared/verify/pdf/pdf-reader.ts';
import { parseValue } from '../../../shared/verify/pdf/pdf-value.ts';
import { checkPictures } from '../../../shared/verify/pdf/picture-rules.ts';
import { checkProof } from '../../../shared/verify/proof-rules.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { manifestByHand, readerOf } from './pages-by-hand.ts';

const source = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (at, length) => Promise.resolve(bytes.slice(at, at + length)),
});
const said = (findings: readonly { rank: string; code: string; params: unknown }[]) =>
  findings.map(({ rank, code, params }) => `${rank} ${code} ${JSON.stringify(params)}`);

describe('a ZIP file', () => {
  const zip = (files: Zippable) => Buffer.from(zipSync(files, { level: 0 }));
  const plain = () => zip({ 'bagit.txt': Buffer.from('青禾'), 'data/a.txt': Buffer.from('12345') });
  /** Where the header with this signature of a member begins; `PK\x03\x04` before its data, `PK\x01\x02` in the directory. */
  const header = (bytes: Buffer, kind: 'local' | 'central') =>
    bytes.indexOf(Buffer.from(kind === 'local' ? 'PK\x03\x04' : 'PK\x01\x02', 'latin1'));

  test('gives its members as they are, and no other', async () => {
    const found = await openZip(source(plain()));
    expect(found.files.map(({ path, bytes, refused }) => [path, bytes, refused])).toEqual([
      ['bagit.txt', 6, null],
      ['data/a.txt', 5, null],
    ]);
    expect(found.zippedAgain).toBe(false);
    expect(Buffer.from(await found.open('data/a.txt').read(1, 3)).toString()).toBe('234');
    expect(() => found.open('data/b.txt')).toThrow('no-such-file?path=data%2Fb.txt');
  });

  test('whose member is not the one that its check sum is of is told so where the sums are asked for', async () => {
    const bytes = plain();
    bytes[bytes.indexOf('12345')] = 0x39;
    await expect(openZip(source(bytes))).rejects.toThrow('zip-check-sum?name=data%2Fa.txt');
    expect((await openZip(source(bytes), 'headers')).files).toHaveLength(2);
  });

  test('with a directory that does not add up is damaged', async () => {
    const longComment = plain();
    longComment.writeUInt16LE(200, header(longComment, 'central') + 32);
    await expect(openZip(source(longComment))).rejects.toThrow('zip-directory-damaged');
    const field = zip({ 'a.txt': [Buffer.from('1'), { extra: { 0x9999: new Uint8Array(4) } }] });
    expect((await openZip(source(field))).files).toHaveLength(1);
    field.writeUInt16LE(5, header(field, 'central') + 46 + 'a.txt'.length + 2); // longer than the room it has
    await expect(openZip(source(field))).rejects.toThrow('zip-directory-damaged');
  });

  test('whose directory is longer than any package’s is not even read', async () => {
    const length = 64 * 1024 * 1024 + 1;
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(length, 12);
    const read: number[] = [];
    const vast: ByteSource = {
      size: length + 22,
      read: (at, wanted) => {
        read.push(wanted);
        const bytes = Buffer.alloc(Math.max(0, Math.min(wanted, length + 22 - at, 70_000)));
        if (at + bytes.length === length + 22) end.copy(bytes, bytes.length - 22);
        return Promise.resolve(bytes);
      },
    };
    await expect(openZip(vast)).rejects.toThrow('zip-directory-large');
    expect(read).toHaveLength(1);
  });

  test('of a link refuses it, whatever the maker says besides', async () => {
    const kinds = [0o100644, 0o120777, 0o010644, 0].map((mode, at) => [
      `${at}.txt`,
      [Buffer.from('1'), { os: 3, attrs: mode * 65_536 }],
    ]);
    const { files } = await openZip(source(zip(Object.fromEntries(kinds) as Zippable)));
    expect(files.map(({ refused }) => refused)).toEqual([null, 'not-a-file', 'not-a-file', null]);
  });

  test('that says a size stands elsewhere has it there', async () => {
    for (const extra of [{}, { extra: { 1: new Uint8Array(8) } }]) {
      const bytes = zip({ 'a.txt': [Buffer.from('12345'), extra] });
      bytes.writeUInt32LE(0xffffffff, header(bytes, 'local') + 18);
      await expect(openZip(source(bytes))).rejects.toThrow('zip-zip64-missing');
    }
  });
});

describe('numbers and bookmarks of pages', () => {
  const footer = (cid: string) =>
    `/Artifact << /Type /Pagination /Subtype /Footer >> BDC\nBT 0 0 0 rg /F1 8 Tf 1 0 0 1 300 20 Tm <${cid}> Tj ET\nEMC`;
  const map = [5, 6, 7].map((n) => `<000${n}> <003${n}>`).join('\n');
  const page = (content: number) => `<< /Contents ${content} 0 R /Resources << /Font << /F1 20 0 R >> >> >>`;
  /** Two pages of a further volume that begins with page 5. @param marks bookmarks: title, and object of its page */
  const of = (printed: readonly (string | null)[], marks: readonly (readonly [string, number])[]) => {
    const objects: Record<number, string> = {
      1: '<< /Pages 2 0 R /PageLabels << /Nums [0 << /S /D /St 5 >>] >> /Outlines << /First 40 0 R >> >>',
      2: '<< /Kids [3 0 R 4 0 R] >>',
      3: page(30),
      4: page(31),
      20: '<< /ToUnicode 21 0 R >>',
    };
    for (const [at, [title, to]] of marks.entries())
      objects[40 + at] =
        `<< /Title (${title}) ${to === 0 ? '' : `/Dest [${to} 0 R]`} ${at + 1 < marks.length ? `/Next ${41 + at} 0 R` : ''} >>`;
    const [first = '', second = ''] = printed.map((one) => (one === null ? 'q\nQ' : footer(one)));
    const reader = readerOf({ objects, content: { 21: map, 30: first, 31: second } });
    const exhibit = { number: '1', title: 'Title', pages: [5, 6] };
    const pages = [5, 6].map((n) => ({ page: n, kind: 'exhibit', exhibit: '1' }));
    const volume = { n: 2, of: 2, first: 5 };
    return checkPages(reader, manifestByHand(['exhibit', 'exhibit'], { volume, pages, exhibits: [exhibit] })).then(
      ({ findings }) => said(findings),
    );
  };
  const good = ['Exhibit 1  Title p. 5', 3] as const;

  test('in a further volume go on from the one before', async () => {
    expect(await of(['0005', '0006'], [good])).toEqual([]);
    expect(await of(['0005', '0007'], [good])).toEqual(['failed page-number {"position":6,"printed":"7"}']);
    expect(await of([null, '0006'], [good])).toEqual(['failed page-number {"position":5,"printed":"–"}']);
  });

  test('a bookmark opens the page that it names, and that of its exhibit', async () => {
    const pages = ['0005', '0006'];
    expect(await of(pages, [good, ['Part p. 7', 4]])).toEqual([
      'failed outline-page {"title":"Part p. 7","found":6,"page":7}',
    ]);
    expect(await of(pages, [good, ['Nothing', 0]])).toEqual([
      'failed outline-page {"title":"Nothing","found":0,"page":0}',
    ]);
    expect(await of(pages, [['Exhibit 1  Title p. 6', 4]])).toEqual([
      'failed outline-page {"title":"Exhibit 1  Title p. 6","found":6,"page":5}',
    ]);
    expect(await of(pages, [['Exhibit 2  Title p. 5', 3]])).toEqual(['failed outline-missing {"number":"1"}']);
  });
});

describe('a picture that passes through as a JPEG', () => {
  const jpeg = (height: number, width: number, colours = 3, precision = 8, marker = 0xc0) =>
    Buffer.from([
      0xff,
      0xd8,
      0xff,
      marker,
      0,
      17,
      precision,
      height >> 8,
      height & 255,
      width >> 8,
      width & 255,
      colours,
      0,
      0,
    ]);

  test('has a size, eight bits and one or three colours', () => {
    expect(jpegDescription(jpeg(300, 400))).toContain('/Width 400 /Height 300');
    expect(jpegDescription(jpeg(1, 1, 1))).toContain('/DeviceGray');
    for (const wrong of [
      jpeg(0, 400),
      jpeg(300, 0),
      jpeg(300, 400, 4),
      jpeg(300, 400, 3, 12),
      jpeg(300, 400, 3, 8, 0xc3),
    ])
      expect(jpegDescription(wrong)).toBeNull();
  });

  test('is the file that the manifest names, by its hash', async () => {
    const bytes = jpeg(300, 400);
    const value = parseValue(`<< ${jpegDescription(bytes) ?? ''} /Length ${bytes.length} >>`).value;
    const reader = { object: () => Promise.resolve({ value, stream: { offset: 0, length: bytes.length } }) };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const of = (named: string) =>
      checkPictures(
        reader as unknown as PdfReader,
        source(bytes),
        manifestByHand([], { images: [{ object: 7, sha256: named, kind: 'jpeg' }] }),
        newSha256,
      );
    expect(said((await of(sha256)).findings)).toEqual([]);
    expect(said((await of('f'.repeat(64))).findings)).toEqual([
      `failed image-changed ${JSON.stringify({ object: 7, sha256: 'f'.repeat(64), found: sha256 })}`,
    ]);
  });
});

test('the manifest is the only file inside a bundle', async () => {
  const of = (names: string) => {
    const objects = {
      1: '<< /Names 2 0 R >>',
      2: `<< /EmbeddedFiles << /Names [${names}] >> >>`,
      3: '<< /EF << /F 9 0 R >> >>',
    };
    const unpacked = () => Promise.resolve(Buffer.from('{}'));
    return readEmbeddedManifest(Object.assign(readerOf({ objects, content: {} }), { unpacked }));
  };
  expect(Buffer.from((await of('(manifest.json) 3 0 R'))!).toString()).toBe('{}');
  for (const names of ['(other.json) 3 0 R', '(manifest.json) 3 0 R (more.json) 3 0 R', ''])
    await expect(of(names)).rejects.toThrow('pdf-no-manifest');
});

test('an entry is held against the earliest stamp that is over it', () => {
  const at = (time: string) => Date.parse(`2019-05-06T${time}Z`);
  const entry = (wall: string) => [{ seq: 3, wall: new Date(at(wall)).toISOString() }];
  const proven = [
    { size: 9, genTime: at('12:00:00') },
    { size: 4, genTime: at('10:00:00') },
    { size: 3, genTime: at('08:00:00') },
  ];
  expect(datedAfterProof(entry('10:05:00'), proven)).toEqual([]);
  expect(datedAfterProof(entry('10:05:01'), proven)).toMatchObject([
    { rank: 'clock', code: 'entry-after-proof', params: { seq: 3, at: '2019-05-06T10:00:00.000Z' } },
  ]);
  expect(datedAfterProof(entry('23:00:00'), proven.slice(2))).toEqual([]);
});

test('a proof of the log’s head alone says nothing of an item', async () => {
  const caseFile = freshCase();
  const { item } = caseFile.addItem(someCapture(caseFile, '一'));
  const services = { anchors: [], primitives: nodePrimitives, newSha256 };
  const checks = async (of: ReturnType<typeof caseFile.item> | null) =>
    (await checkProof(JSON.stringify(makeProof(caseFile, of, null, 'test')), services)).content.map(
      ({ check }) => check,
    );
  expect(await checks(null)).toEqual(['checkpoint']);
  expect(await checks(caseFile.item(item))).toEqual(['checkpoint', 'item']);
  caseFile.close();
});
