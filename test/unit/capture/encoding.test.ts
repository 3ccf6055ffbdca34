import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { byteOrderMark, encodingDoubts, type PageEncoding } from '../../../electron/capture/page/encoding.ts';
import { charsetOf } from '../../../electron/casefile/files/encoding-labels.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const none: PageEncoding['declared'] = { mark: null, header: null, document: null };
const codes = (declared: Partial<PageEncoding['declared']>, text: string, type = 'text/html', used = 'GBK') =>
  encodingDoubts({ used, declared: { ...none, ...declared } }, type, text).map(({ code }) => code);

describe('how a page’s bytes were read', () => {
  test('a guess is said where it matters: nothing declared, and words beyond ASCII', () => {
    expect(codes({}, '进入清算程序')).toEqual(['encoding-guessed']);
    expect(codes({}, '进入清算程序', 'text/plain')).toEqual(['encoding-guessed']);
    expect(codes({}, 'plain words')).toEqual([]);
    expect(codes({}, '进入清算程序', 'application/xhtml+xml')).toEqual([]); // UTF-8 by its own rule
    expect(codes({ header: 'gbk' }, '进入清算程序')).toEqual([]);
    expect(codes({ mark: 'UTF-8' }, '进入清算程序')).toEqual([]);
  });

  test('a label that no browser knows is no declaration to go by', () => {
    expect(codes({ header: 'no-such-thing' }, '清算')).toEqual(['encoding-guessed']);
    expect(codes({ header: "'utf-8'" }, '清算')).toEqual(['encoding-guessed']);
  });

  test('where the first bytes are not known, nothing is called a guess', () => {
    const declared = { header: null, document: null };
    expect(encodingDoubts({ used: 'UTF-8', declared }, 'text/html', '清算')).toEqual([]);
    expect(byteOrderMark(join(freshFolder(), 'gone'))).toBeUndefined();
  });

  test('declarations that say the same by other labels do not differ; others do, and are named', () => {
    expect(codes({ header: 'gb2312', document: 'GBK' }, '清算')).toEqual([]);
    expect(codes({ header: 'iso-8859-1', document: 'windows-1252' }, 'é')).toEqual([]);
    expect(codes({ header: 'utf8', document: 'UTF-8', mark: 'UTF-8' }, '清算')).toEqual([]);
    const declared = { mark: null, header: 'iso-8859-1', document: 'gbk' };
    expect(encodingDoubts({ used: 'windows-1252', declared }, 'text/html', 'ÇåËã')).toEqual([
      { code: 'encodings-differ', params: { used: 'windows-1252', declared: 'iso-8859-1, gbk' } },
    ]);
    expect(codes({ header: 'no-such-thing', document: 'gbk' }, '清算')).toEqual(['encodings-differ']);
  });

  test('characters that could not be read are counted', () => {
    expect(
      encodingDoubts({ used: 'UTF-8', declared: { ...none, header: 'utf-8' } }, 'text/html', 'a\ufffdb\ufffd'),
    ).toEqual([{ code: 'replacement-characters', params: { count: 2, used: 'UTF-8' } }]);
  });

  test.for([
    ['text/html; charset=gb18030', 'gb18030'],
    ['text/html;CHARSET="Big5"; x=1', 'Big5'],
    ['text/html', null],
    ['text/html; charset=', null],
    ["text/html; charset='utf-8'", "'utf-8'"], // no quotation mark of HTTP: browsers know no such label
  ] as const)('%s declares %s', ([header, charset]) => {
    expect(charsetOf(header)).toBe(charset);
  });

  test.for([
    [[0xef, 0xbb, 0xbf, 0x61], 'UTF-8'],
    [[0xfe, 0xff, 0, 0x61], 'UTF-16BE'],
    [[0xff, 0xfe, 0x61, 0], 'UTF-16LE'],
    [[0xef, 0xbb], null],
    [[], null],
  ] as const)('bytes %j begin with the mark %s', ([bytes, mark]) => {
    const path = join(freshFolder(), 'source.bin');
    writeFileSync(path, Uint8Array.from(bytes));
    expect(byteOrderMark(path)).toBe(mark);
  });
});
