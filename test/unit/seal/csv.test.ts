import { describe, expect, it } from 'vitest';
import { csvText } from '../../../shared/csv.ts';

const cell = (text: string) => csvText([[text]]).slice(1, -2);

describe('a CSV for spreadsheets', () => {
  it('begins with a byte-order mark and ends each row with CR LF', () => {
    expect(
      csvText([
        ['甲', 1],
        ['乙', 2],
      ]),
    ).toBe('\ufeff"甲",1\r\n"乙",2\r\n');
  });

  it('never runs a cell as a formula', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠A', ' =1+1', '\t=1+1', '|cmd']) {
      expect(cell(text), text).toMatch(/^"('|\[U\+)/);
    }
    expect(cell('=HYPERLINK("http://x","y")')).toBe(`"'=HYPERLINK(""http://x"",""y"")"`);
  });

  it('never lets a long number be rounded', () => {
    expect(cell('20190506000123456789')).toBe(`"'20190506000123456789"`);
    expect(cell('007')).toBe(`"'007"`);
    expect(cell('2019')).toBe('"2019"');
  });

  it('keeps one row on one line, with hidden characters written out', () => {
    expect(cell('a\r\nb\u202ec')).toBe('"a[U+000D][U+000A]b[U+202E]c"');
  });

  it('leaves plain text, quotes and commas readable', () => {
    expect(cell('他说"清算",完')).toBe('"他说""清算"",完"');
    expect(cell('')).toBe('""');
  });
});
