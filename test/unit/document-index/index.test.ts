import { describe, expect, test } from 'vitest';
import { matchFiles } from '../../../electron/intake/index/match-files.ts';
import { readIndex, type IndexEntry } from '../../../shared/document-index/read-index.ts';

const read = (...rows: string[][]) => readIndex(rows);

describe('an index of other people’s papers', () => {
  test('has its head found under titles, and headings of groups, in Chinese and in English', () => {
    const chinese = read(
      ['证据目录'],
      [],
      ['序号', '证据名称', '证明目的', '页码'],
      ['第一组证据'],
      ['1', '营业执照', '主体资格', '1-2'],
      ['第二组证据', '', '', ''],
      ['2', '推送截图', '错误信息', '3'],
    );
    expect(
      chinese?.entries.map(({ row, number, title, group, purpose }) => [row, number, title, group, purpose]),
    ).toEqual([
      [5, '1', '营业执照', '第一组证据', '主体资格'],
      [7, '2', '推送截图', '第二组证据', '错误信息'],
    ]);
    expect(chinese?.ignored).toEqual(['页码']);
    const english = read(['Tab', 'Description', 'Date', 'File name'], ['A', 'Letter', '1 May 2019', 'a.pdf']);
    expect(english?.entries).toMatchObject([
      { number: 'A', title: 'Letter', date: '1 May 2019', file: 'a.pdf', group: '' },
    ]);
  });

  test('takes a tab for the group where the documents have numbers of their own', () => {
    const index = read(['No.', 'Tab', 'Title'], ['88', 'B', 'Mail'], ['88A.', 'B', 'Reply']);
    expect(index?.entries.map(({ number, group }) => [number, group])).toEqual([
      ['88', 'B'],
      ['88A', 'B'],
    ]);
  });

  test('without a head that can be understood is none', () => {
    expect(read(['a', 'b'], ['1', 'x'])).toBeNull();
    expect(read()).toBeNull();
    expect(read(['Title'], ['x'])).toBeNull();
  });
});

const entry = (change: Partial<IndexEntry>): IndexEntry => ({
  row: 2,
  number: '',
  title: '',
  file: '',
  group: '',
  date: '',
  source: '',
  purpose: '',
  summary: '',
  remarks: '',
  ...change,
});
const matched = (change: Partial<IndexEntry>, ...files: string[]) => {
  const match = matchFiles([entry(change)], files)[0];
  return match?.found === 'file' ? match.file : match?.found === 'several' ? match.files : null;
};

describe('a row’s file', () => {
  test('is found by its name, however it is written', () => {
    expect(matched({ file: 'B\\Letter.PDF' }, 'a/letter.pdf', 'b/letter.pdf')).toBe('b/letter.pdf');
    expect(matched({ file: './letter' }, 'x/letter.pdf', 'letters.pdf')).toBe('x/letter.pdf');
    expect(matched({ file: 'Caf\u00e9.pdf' }, 'Cafe\u0301.pdf')).toBe('Cafe\u0301.pdf');
  });

  test('is found by the number before its name: 88A is not 88, and 8 is neither', () => {
    const files = ['008 first.pdf', '88 second.pdf', '88A-third.pdf', '88-1 fourth.pdf'];
    expect(matched({ number: '8' }, ...files)).toBe('008 first.pdf');
    expect(matched({ number: '88' }, ...files)).toBe('88 second.pdf');
    expect(matched({ number: '88A' }, ...files)).toBe('88A-third.pdf');
    expect(matched({ number: '88-1' }, ...files)).toBe('88-1 fourth.pdf');
  });

  test('is never guessed: two that fit are both said, none is none', () => {
    expect(matched({ file: 'scan.pdf' }, 'a/scan.pdf', 'b/scan.pdf')).toEqual(['a/scan.pdf', 'b/scan.pdf']);
    expect(matched({ file: 'scan.pdf', number: '1' }, '1 other.pdf')).toBeNull();
  });

  test('is none that another row names', () => {
    const rows = [entry({ number: '1' }), entry({ file: '1 a.pdf' })];
    expect(matchFiles(rows, ['1 a.pdf']).map(({ found }) => found)).toEqual(['nothing', 'file']);
  });
});
