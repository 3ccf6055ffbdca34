import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, describe, test } from 'vitest';
import { indexRows } from '../../../electron/intake/office/index-rows.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const folder = freshFolder();
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const linked = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Book = Readonly<{
  /** Content of `sheetData`. */
  rows: string;
  /** Number formats of the styles 1, 2 …: a code, or the number of a built-in one. */
  formats?: readonly (string | number)[];
  shared?: string;
  date1904?: boolean;
  after?: string;
  /** Elements of `sheets`, instead of the one. */
  sheets?: string;
  more?: Readonly<Record<string, string>>;
}>;

/** A workbook written by hand: no writer's habits, and every value as Excel stores it. */
function book({ rows, formats = [], shared = '', date1904 = false, after = '', sheets, more = {} }: Book): Uint8Array {
  const own = formats.map((code, at) =>
    typeof code === 'string' ? `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>` : '',
  );
  const styles = [0, ...formats].map((code, at) => {
    const id = typeof code === 'number' ? code : 163 + at;
    return `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  });
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} ${linked}><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets ?? '<sheet name="目录" sheetId="1" r:id="rId1"/>'}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relation}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${relation}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts count="${own.filter(Boolean).length}">${own.join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${shared}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${rows}</sheetData>${after}</worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${main}><sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData></worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

let count = 0;
function read(bytes: Uint8Array): ReturnType<typeof indexRows> {
  const path = join(folder, `book-${(count += 1)}.xlsx`);
  writeFileSync(path, bytes);
  return indexRows(path);
}
const rowsOf = (made: Book): readonly (readonly string[])[] => {
  const answer = read(book(made));
  if (answer.as !== 'rows') throw new Error(answer.why);
  return answer.rows;
};
const cells = (...values: readonly string[]) =>
  `<row r="1">${values.map((value, at) => value.replace('<c', `<c r="${String.fromCharCode(65 + at)}1"`)).join('')}</row>`;

describe('an Excel index is read as Excel shows it', () => {
  test.each([
    ['1.1000000000000001', '1.1'], // as Excel stores 1.1
    ['2.2999999999999998', '2.3'],
    ['0.30000000000000004', '0.3'],
    ['9.9999999999999995E-7', '0.000001'],
    ['12', '12'],
    ['1E+2', '100'],
    ['-3.5', '-3.5'],
    ['13800138000', '13800138000'],
    ['110101199003070000', '110101199003070000'], // never as 1.10101E+17
  ])('a number stored as %s is %s', (stored, shown) => {
    expect(rowsOf({ rows: cells(`<c><v>${stored}</v></c>`) })).toEqual([[shown]]);
  });

  test.each([
    ['000', '7', '007'],
    ['"No. "0', '7', 'No. 7'],
    ['0"号"', '12', '12号'],
    ['"证"000', '3', '证003'],
    ['0.0', '1.1000000000000001', '1.1'],
    [9, '0.5', '50%'],
    [10, '0.125', '12.50%'],
    [3, '1234', '1,234'],
    ['@', '5', '5'],
    ['[$-804]General', '15', '15'],
    ['[$-409]0.00', '1.1000000000000001', '1.10'],
    ['[$-804]000', '7', '007'],
    ['[$¥-804]#,##0.00', '12.5', '¥12.50'],
    ['0.00_);[Red]\\(0.00\\)', '-2', '(2.00)'],
  ])('a number of the format %s is shown by it', (format, stored, shown) => {
    expect(rowsOf({ formats: [format], rows: cells(`<c s="1"><v>${stored}</v></c>`) })).toEqual([[shown]]);
  });

  // 2019-05-06 is day 43591 since 1899-12-30 and day 42129 since 1904-01-01, counted by hand.
  test.each([
    [14, '2019-05-06'],
    ['yyyy"年"m"月"d"日"', '2019-05-06'],
    ['yyyy\\-mm\\-dd', '2019-05-06'],
    ['[$-804]yyyy/m/d;@', '2019-05-06'],
    ['dd.mm.yyyy', '2019-05-06'],
    [31, '2019-05-06'], // yyyy年m月d日 in Chinese workbooks
    [57, '2019-05'],
    [28, '5月6日'],
    [17, '2019-05'], // mmm-yy: no day is shown, none is claimed
    ['yyyy"年"m"月"', '2019-05'],
    ['yyyy', '2019'],
    ['m"月"d"日"', '5月6日'],
  ])('a date of the format %s is %s, counted from 1900 or from 1904 as the workbook says', (format, shown) => {
    const of = (date1904: boolean, day: string) =>
      rowsOf({ date1904, formats: [format], rows: cells(`<c s="1"><v>${day}</v></c>`) })[0]?.[0];
    expect(of(false, '43591')).toBe(shown);
    expect(of(true, '42129')).toBe(shown);
  });

  test('a date with a time keeps it, where the format shows one; a time alone is one', () => {
    const one = (format: string | number, value: string) =>
      rowsOf({ formats: [format], rows: cells(`<c s="1"><v>${value}</v></c>`) })[0]?.[0];
    expect(one(22, '43591.395833333336')).toBe('2019-05-06 09:30');
    expect(one('yyyy-mm-dd hh:mm:ss', '43591.999988425923')).toBe('2019-05-06 23:59:59');
    expect(one('yyyy-mm-dd hh:mm', '43591.999768518515')).toBe('2019-05-06 23:59'); // 23:59:40: no next day
    expect(one('yyyy-mm-dd hh:mm', '43591.9999999')).toBe('2019-05-07 00:00');
    expect(one(14, '43591.395833333336')).toBe('2019-05-06');
    expect(one('h:mm', '0.39583333333333331')).toBe('9:30');
    expect(rowsOf({ rows: cells('<c t="d"><v>2019-05-06</v></c>') })[0]?.[0]).toBe('2019-05-06');
    expect(one(14, '1')).toBe('1900-01-01');
    expect(one(14, '61')).toBe('1900-03-01');
  });

  test('texts: shared, rich, inline, of a formula; how a name is read aloud is no part of it', () => {
    const shared =
      '<si><t>催告函</t></si><si><r><t>第</t></r><r><t xml:space="preserve"> 2 组</t></r><rPh sb="0" eb="1"><t>ダイ</t></rPh></si>';
    expect(
      rowsOf({
        shared,
        rows: cells(
          '<c t="s"><v>0</v></c>',
          '<c t="s"><v>1</v></c>',
          '<c t="inlineStr"><is><t>a &amp; b</t></is></c>',
          '<c t="str"><f>A1</f><v>001</v></c>',
          '<c t="b"><v>1</v></c>',
          '<c t="e"><v>#N/A</v></c>',
          '<c t="e"><v>#DIV/0!</v></c>',
          '<c t="s" s="0"/>',
          '<c t="inlineStr"><is><t xml:space="preserve">line_x000a_two</t></is></c>',
        ),
      }),
    ).toEqual([['催告函', '第 2 组', 'a & b', '001', 'TRUE', '#N/A', '#DIV/0!', '', 'line\ntwo']]);
  });

  test('rows and cells stand where they stand; merged cells give their text once', () => {
    expect(
      rowsOf({
        rows: '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="4"><c r="A4" t="str"><v>x</v></c></row>',
        after: '<mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells>',
      }),
    ).toEqual([[], ['', '1', '', '2'], [], ['x']]);
    expect(rowsOf({ rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>' })).toEqual([
      ['1', '2'],
      ['3'],
    ]);
  });

  test('the first sheet that a person sees', () => {
    const sheets =
      '<sheet name="参数" sheetId="7" state="hidden" r:id="rId1"/><sheet name="目录" sheetId="9" r:id="rId2"/>';
    expect(rowsOf({ sheets, rows: cells('<c><v>1</v></c>') })).toEqual([['2']]);
  });

  test('a prefix on every name is the maker’s choice', () => {
    const sheet = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1.1000000000000001</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(rowsOf({ rows: '', more: { 'xl/worksheets/sheet1.xml': sheet } })).toEqual([['1.1']]);
  });
});

/** A ZIP of a workbook whose directory says that its first part unfolds into so many bytes (APPNOTE 4.4.9). */
function promising(unfolded: number): Uint8Array {
  const zip = Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }));
  zip.writeUInt32LE(unfolded, zip.indexOf('PK\u0001\u0002') + 24);
  return zip;
}

describe('a workbook that is none, or too much, is refused in words', () => {
  test.each([
    ['no ZIP', () => Buffer.from('no'), /not-office/],
    ['a ZIP of something else', () => zipSync({ 'a.xml': strToU8('<a/>') }), /not-office/],
    ['parts that say they unfold into too much', () => promising(210 * 1024 * 1024), /office-unfolds/],
    [
      'a formula whose result nobody has stored',
      () => book({ rows: cells('<c><f>1.1*1</f><v></v></c>', '<c><v>1</v></c>') }),
      /office-formulas/,
    ],
    ['a formula without any result', () => book({ rows: cells('<c><f>A2&amp;"x"</f></c>') }), /office-formulas/],
    ['too many rows', () => book({ rows: '<row r="50001"><c r="A50001"><v>1</v></c></row>' }), /office-rows/],
    ['too many columns', () => book({ rows: '<row r="1"><c r="ZZ1"><v>1</v></c></row>' }), /office-columns/],
  ] as const)('%s', (_, made, why) => {
    expect(read(made())).toEqual({ as: 'none', why: expect.stringMatching(why) as string });
  });

  test('but a formula whose result is an empty text is read as one', () => {
    expect(rowsOf({ rows: cells('<c t="str"><f>IF(1,"")</f><v></v></c>', '<c><v>1</v></c>') })).toEqual([['', '1']]);
  });

  test('but formatted emptiness far below and far right is no row and no column', () => {
    const rows = `${cells('<c><v>1</v></c>')}<row r="1048576"><c r="XFD1048576" s="0"/></row>`;
    expect(rowsOf({ rows })).toEqual([['1']]);
  });

  test('an entity of its own unfolds nothing', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet ${main}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
    const [row] = rowsOf({ rows: '', more: { 'xl/worksheets/sheet1.xml': bomb } });
    expect((row?.[0] ?? '').length).toBeLessThan(20);
  });
});
