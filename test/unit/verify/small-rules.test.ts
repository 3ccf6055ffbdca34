import { crc32 as zlibCrc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { newSha256 } from '../../../electron/casefile/files/node-sha256.ts';
import type { Entry } from '../../../shared/custody/entry.ts';
import { treeRoot } from '../../../shared/custody/merkle.ts';
import { tables, type Row, type TableName } from '../../../shared/custody/projection.ts';
import { checkClocks } from '../../../shared/verify/clock-rules.ts';
import { crc32 } from '../../../shared/verify/package/crc32.ts';
import { inflated } from '../../../shared/verify/pdf/inflated.ts';
import { isLitter } from '../../../shared/verify/package/litter.ts';
import { newPathRules } from '../../../shared/verify/package/package-paths.ts';
import { parseValue, PdfName, PdfReference } from '../../../shared/verify/pdf/pdf-value.ts';
import { worst } from '../../../shared/verify/report.ts';
import { compareRows } from '../../../shared/verify/row-rules.ts';
import { checkAgainst } from '../../../shared/verify/since-rules.ts';
import { extraFields, unicodePath } from '../../../shared/verify/package/zip-extra.ts';

const said = (findings: readonly { rank: string; code: string; params: unknown }[]) =>
  findings.map(({ rank, code, params }) => [rank, code, params]);

describe('clocks of a log', () => {
  /** Entries at these seconds of the wall clock and of the monotonic one. */
  const entries = (...times: readonly (readonly [wall: number, mono: number])[]) =>
    times.map(([wall, mono], seq) => ({
      seq,
      wall: new Date(wall * 1_000).toISOString(),
      mono: String(BigInt(Math.round(mono * 1_000)) * 1_000_000n),
    })) as unknown as Entry[];
  const jumps = (...times: readonly (readonly [number, number])[]) => said(checkClocks(entries(...times)).findings);

  test.for([
    [102, 12, null],
    [103, 11, null],
    [101, 13, null],
    [103.001, 11, 2],
    [100.999, 13, -2],
    [4_000, 11, 3_899],
    [50, 11, -51],
  ] as const)('an entry at %s s and %s s after one at 100 s and 10 s: %s', ([wall, mono, seconds]) => {
    expect(jumps([100, 10], [wall, mono])).toEqual(
      seconds === null ? [] : [['note', 'clock-jump', { seq: 1, seconds }]],
    );
  });

  test('a computer that was started anew has a new monotonic clock: only a step back shows', () => {
    expect(jumps([100, 900], [5_000, 1])).toEqual([]);
    expect(jumps([100, 900], [98, 1])).toEqual([]);
    expect(jumps([100, 900], [97.9, 1])).toEqual([['note', 'clock-jump', { seq: 1, seconds: -2 }]]);
    expect(jumps([100, 900], [40, 1])).toEqual([['note', 'clock-jump', { seq: 1, seconds: -60 }]]);
  });

  test('each entry is held against the one before it', () => {
    expect(jumps([0, 0], [10, 1], [11, 2], [30, 3]).map(([, , params]) => params)).toEqual([
      { seq: 1, seconds: 9 },
      { seq: 3, seconds: 18 },
    ]);
    expect(checkClocks(entries([0, 0], [1, 1]))).toEqual({ check: 'clocks', looked: 2, findings: [] });
    expect(checkClocks([])).toMatchObject({ looked: 0, findings: [] });
  });
});

describe('a head that was kept elsewhere', () => {
  const leaves = Array.from({ length: 5 }, (_, at) => String(at).repeat(64));
  const of = (caseId: string, earlier: object) => checkAgainst(earlier as never, caseId, leaves, newSha256);
  const entry = (seq: number, hash = leaves[seq]!, caseId = 'a') => ({ kind: 'entry', caseId, seq, hash });
  const checkpoint = (size: number, root = treeRoot(leaves.slice(0, size), newSha256), caseId = 'a') => ({
    kind: 'checkpoint',
    checkpoint: { caseId, size, root },
  });

  test('is gone on from, is another log, a shorter one, or another case', () => {
    for (const size of [1, 4, 5]) {
      expect(said([of('a', checkpoint(size))])).toEqual([['note', 'since-extends', { size: 5, earlier: size }]]);
      expect(said([of('a', entry(size - 1))])).toEqual([['note', 'since-extends', { size: 5, earlier: size }]]);
    }
    expect(said([of('a', entry(2, 'f'.repeat(64)))])).toEqual([['failed', 'since-differs', { size: 5, earlier: 3 }]]);
    expect(said([of('a', checkpoint(3, 'f'.repeat(64)))])).toEqual([
      ['failed', 'since-differs', { size: 5, earlier: 3 }],
    ]);
    expect(said([of('a', entry(5, 'f'.repeat(64)))])).toEqual([['failed', 'since-shorter', { size: 5, earlier: 6 }]]);
    expect(said([of('a', checkpoint(6, 'f'.repeat(64)))])).toEqual([
      ['failed', 'since-shorter', { size: 5, earlier: 6 }],
    ]);
    expect(said([of('b', entry(2))])).toEqual([['failed', 'since-other-case', { caseId: 'a' }]]);
  });
});

describe('rows of the database against those of the log', () => {
  const none = Object.fromEntries(Object.keys(tables).map((table) => [table, []])) as unknown as Record<
    TableName,
    Row['cells'][]
  >;
  const cells = (change: object = {}) => ({ seq: 1, item: 'i', excluded: null, ...change });
  const of = (expected: readonly object[], found: readonly object[]) =>
    said(
      compareRows(expected.map((one) => ({ table: 'decision', cells: one })) as Row[], {
        ...none,
        decision: found as Row['cells'][],
      }),
    );

  test('are the same, lack one, have one too many, or differ in cells that are named', () => {
    expect(of([cells()], [cells()])).toEqual([]);
    expect(of([cells(), cells({ seq: 2 })], [cells({ seq: 2 })])).toEqual([
      ['failed', 'row-missing', { table: 'decision', row: '1' }],
    ]);
    expect(of([cells()], [cells(), cells({ seq: 2 })])).toEqual([
      ['failed', 'row-extra', { table: 'decision', row: '2' }],
    ]);
    expect(of([cells()], [cells({ item: 'j' })])).toEqual([
      ['failed', 'row-differs', { table: 'decision', row: '1', columns: 'item' }],
    ]);
    expect(of([cells()], [cells({ item: 'j', excluded: 'x' })])).toEqual([
      ['failed', 'row-differs', { table: 'decision', row: '1', columns: 'item, excluded' }],
    ]);
  });
});

describe('paths of a package', () => {
  const run = (...paths: readonly (readonly [string, boolean])[]) => {
    const rule = newPathRules();
    return paths.map(([path, isFile]) => rule(path, isFile));
  };

  test('are refused for what they are: not plain, no file, or there twice in any letters', () => {
    expect(run(['data/a.txt', true], ['data/b.txt', true])).toEqual([null, null]);
    expect(run(['data/a.txt', true], ['DATA/A.txt', true])).toEqual([null, 'name-twice']);
    expect(run(['data/a.txt', false])).toEqual(['not-a-file']);
    expect(run(['../a', false], ['/a', true])).toEqual(['path-not-plain', 'path-not-plain']);
    expect(run(['data/a.txt', false], ['data/a.txt', false])).toEqual(['not-a-file', 'not-a-file']);
  });

  test('that an operating system left are known, and nothing else is', () => {
    for (const path of [
      '.DS_Store',
      'data/.DS_Store',
      '._a.pdf',
      'Thumbs.db',
      'data/desktop.ini',
      '__MACOSX/data/a',
      'a/.Trashes/b',
      'System Volume Information/x',
      'Icon\r',
      'lost+found/a',
    ])
      expect([path, isLitter(path)]).toEqual([path, true]);
    for (const path of [
      'data/a.txt',
      'DS_Store',
      'thumbs.db.txt',
      'data/__MACOSX.txt',
      'my__MACOSX/a',
      'a.ini',
      '.hidden',
      'desktop.ini/a.txt',
    ])
      expect([path, isLitter(path)]).toEqual([path, false]);
  });
});

describe('parts of a ZIP', () => {
  test('its checksum is zlib’s, in one piece or several', () => {
    const bytes = Buffer.from('青禾小贷公告 123456789');
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
    expect(crc32(bytes)).toBe(zlibCrc32(bytes));
    expect(crc32(bytes.subarray(7), crc32(bytes.subarray(0, 7)))).toBe(zlibCrc32(bytes));
    expect(crc32(new Uint8Array())).toBe(0);
  });

  test('extra fields fill their place exactly, each id once', () => {
    const fields = (hex: string) => {
      const read = extraFields(Buffer.from(hex.replace(/ /g, ''), 'hex'));
      return read && [...read].map(([id, value]) => [id, Buffer.from(value).toString('hex')]);
    };
    expect(fields('')).toEqual([]);
    expect(fields('0100 0200 abcd')).toEqual([[1, 'abcd']]);
    expect(fields('0100 0000 7570 0100 ff')).toEqual([
      [1, ''],
      [0x7075, 'ff'],
    ]);
    for (const wrong of ['01', '0100 02', '0100 0200 ab', '0100 0000 0100 0000', '0100 0000 00'])
      expect([wrong, fields(wrong)]).toEqual([wrong, null]);
  });

  test('a name in Unicode is read where it has the one form there is', () => {
    const name = (...bytes: number[]) => unicodePath(Uint8Array.from(bytes));
    expect(name(1, 0, 0, 0, 0, 97, 98)).toBe('ab');
    expect(name(1, 0, 0, 0, 0)).toBe('');
    expect(name(1, 0, 0, 0)).toBeNull();
    expect(name(2, 0, 0, 0, 0, 97)).toBeNull();
    expect(name(1, 0, 0, 0, 0, 0xff)).toBeNull();
  });

  const content = Buffer.from('青禾'.repeat(50_000));
  const source = (bytes: Uint8Array) => ({
    size: bytes.length,
    read: (at: number, length: number) => Promise.resolve(bytes.slice(at, at + length)),
  });
  const open = (says: number, packed: Uint8Array = deflateRawSync(content)) => inflated(source(packed), says, 'a.txt');

  test('a packed member is read as a file, any part of it', async () => {
    const file = open(content.length);
    expect(file.size).toBe(content.length);
    expect(Buffer.from(await file.read(0, content.length)).equals(content)).toBe(true);
    expect(Buffer.from(await file.read(6, 3)).toString()).toBe('青');
    expect(await file.read(content.length - 2, 10)).toHaveLength(2);
    expect(await file.read(0, -1)).toHaveLength(0);
    file.close();
    expect(await file.read(0, 3)).toHaveLength(3);
    const noise = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 7_919 * (at >> 3)) & 255));
    expect(
      Buffer.from(
        await inflated(source(deflateRawSync(noise, { level: 0 })), noise.length, 'x').read(0, noise.length),
      ).equals(noise),
    ).toBe(true);
  });

  test('one that gives more or less than it says, is broken, or is too long to unpack is none', async () => {
    await expect(open(content.length - 1).read(0, 1)).rejects.toThrow('pdf-unpacks-more?name=a.txt');
    await expect(open(content.length + 1).read(0, 1)).rejects.toThrow('pdf-unpacks-less?name=a.txt');
    await expect(open(content.length, Buffer.from('no deflate')).read(0, 1)).rejects.toThrow();
    await expect(open(768 * 1024 * 1024 + 1).read(0, 1)).rejects.toMatchObject({
      code: 'EFBIG',
      message: expect.stringContaining('zip-too-long?name=a.txt') as string,
    });
  });
});

describe('a value of a PDF file', () => {
  const read = (text: string) => parseValue(text).value;

  test('is read as PDF writes it', () => {
    expect(['1', '-1.5', '+2', '.5', '3.', 'true', 'false', 'null'].map(read)).toEqual([
      1,
      -1.5,
      2,
      0.5,
      3,
      true,
      false,
      null,
    ]);
    expect(read('/Name#20x')).toEqual(new PdfName('Name x'));
    expect(read('12 0 R')).toEqual(new PdfReference(12));
    expect(read('12 0 Rx')).toBe(12);
    expect(read('[12 0 7 8 0 R 1.5.2 4 5]')).toEqual([12, 0, 7, new PdfReference(8), 1.5, 0.2, 4, 5]);
    expect(read(`<${'41'.repeat(9_000)}>`)).toBe('A'.repeat(9_000));
    expect(read('\u00a0\0\t/A')).toEqual(new PdfName('A'));
    expect(read('(text)')).toBe('text');
    expect(read('<414 2>')).toBe('AB');
    expect(read('<FEFF97527 9be>')).toBe('青禾');
    expect(read('<>')).toBe('');
    expect(read(' [1 /A [2 (x)] 3 0 R]')).toEqual([1, new PdfName('A'), [2, 'x'], new PdfReference(3)]);
    expect(read('<</A 1/B<</C[]>> >>')).toEqual(
      new Map<string, unknown>([
        ['A', 1],
        ['B', new Map([['C', []]])],
      ]),
    );
    expect(parseValue('xx 7 rest', 2)).toEqual({ value: 7, end: 4 });
  });

  test.for([
    '',
    'x',
    '<4x>',
    '(a\\)b)',
    '(a',
    '[1',
    '<</A 1',
    '<</A 1 /A 2>>',
    '<<1 2>>',
    '1 1 R',
    '1 00 R',
    '[7 65535 R]',
    '[1 2',
    '<</A>>',
  ])('%s is none', (text) => {
    expect(() => read(text)).toThrow();
  });

  test('may be nested fifty deep, and no deeper', () => {
    expect(read('['.repeat(51) + ']'.repeat(51))).toBeDefined();
    expect(() => read('['.repeat(52) + ']'.repeat(52))).toThrow('pdf-too-deep');
    expect(() => read('<</A'.repeat(52) + ' 1' + '>>'.repeat(52))).toThrow('pdf-too-deep');
  });
});

describe('the worst of all verdicts', () => {
  test('is shown', () => {
    const of = (...verdicts: ('PASSED' | 'FAILED' | 'INDETERMINATE')[]) =>
      worst(verdicts.map((verdict) => ({ verdict })));
    expect([of(), of('PASSED'), of('PASSED', 'INDETERMINATE'), of('INDETERMINATE', 'FAILED', 'PASSED')]).toEqual([
      'PASSED',
      'PASSED',
      'INDETERMINATE',
      'FAILED',
    ]);
  });
});
