import { read } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { columnWidths } from '../../../../electron/bundle/lists/column-widths.ts';
import { excelList } from '../../../../electron/bundle/lists/excel-list.ts';
import { typedRows } from '../../../../electron/bundle/lists/typed-cells.ts';
import { cellAt, listOf, partsInside, startTags } from './list-room.ts';

const sheetOf = async (list: Parameters<typeof excelList>[0]) => partsInside((await excelList(list)).bytes);

describe('a list as a workbook is printed', () => {
  const rows = Array.from({ length: 60 }, (_, n) => ({ cells: [String(n + 1), `title ${n}`] }));
  const made = sheetOf(listOf(['No.', 'Title'], rows));

  test('as wide as the page, on the paper and with the margins of the bundle, its pages numbered', async () => {
    const sheet = (await made)('xl/worksheets/sheet1.xml');
    expect(startTags(sheet, 'pageSetUpPr')).toEqual([{ fitToPage: '1' }]);
    expect(startTags(sheet, 'pageSetup')).toEqual([
      { paperSize: '9', fitToWidth: '1', fitToHeight: '0', orientation: 'landscape' },
    ]);
    expect(startTags(sheet, 'pageMargins')).toEqual([
      { left: '0.625', right: '0.625', top: '0.861', bottom: '0.750', header: '0.250', footer: '0.250' },
    ]); // 45, 45, 62, 54, 18 and 18 points
    expect(sheet).toContain('<oddFooter>&amp;CPage &amp;P of &amp;N</oddFooter>');
    const letter = { width: 612, height: 792, margin: { left: 72, right: 72, top: 72, bottom: 72 } };
    const other = (await sheetOf(listOf(['No.'], rows.slice(0, 1), { size: letter })))('xl/worksheets/sheet1.xml');
    expect(startTags(other, 'pageSetup')).toMatchObject([{ paperSize: '1', orientation: 'portrait' }]);
  });

  test('with its head on every page, and can be filtered by each column', async () => {
    const members = await made;
    const names = [...members('xl/workbook.xml').matchAll(/<definedName name="([^"]+)"[^>]*>([^<]+)</g)];
    expect(names.map(([, name, of]) => [name, of])).toEqual([
      ['_xlnm._FilterDatabase', "'Catalogue &amp;  list '!$A$4:$B$64"],
      ['_xlnm.Print_Titles', "'Catalogue &amp;  list '!$4:$4"],
    ]);
    expect(startTags(members('xl/worksheets/sheet1.xml'), 'autoFilter')).toEqual([{ ref: 'A4:B64' }]);
    expect(cellAt(members, 'B4').text).toBe('Title');
    expect(cellAt(members, 'B64').text).toBe('title 59');
  });

  test('in the order of elements that Excel wants, and its cells have a base style', async () => {
    const members = await made;
    const elements = [...members('xl/worksheets/sheet1.xml').matchAll(/<(\w+)/g)].map(([, name = '']) => name);
    const order =
      'sheetPr sheetViews cols sheetData autoFilter mergeCells printOptions pageMargins pageSetup headerFooter';
    expect([...order.split(' '), 'ignoredErrors'].map((name) => elements.indexOf(name))).toSatisfy((at: number[]) =>
      at.every((one, n) => one > (at[n - 1] ?? 0)),
    );
    expect(startTags(members('xl/styles.xml'), 'cellStyle')).toEqual([{ name: 'Normal', xfId: '0', builtinId: '0' }]);
  });
});

test('each row is as high as its longest cell, and none is higher than Excel’s 409 points', async () => {
  const long = '青禾小贷进入清算程序，QH Microcredit has entered liquidation. '.repeat(120);
  const list = listOf(['No.', 'Title', 'Source'], [{ cells: ['1', long, 'x'] }, { cells: ['2', '短', 'x'] }]);
  const { bytes, shownOnly } = await excelList(list);
  const heights = startTags(partsInside(bytes)('xl/worksheets/sheet1.xml'), 'row').map(({ ht }) => Number(ht));
  expect(heights.every((height) => height > 12 && height < 409)).toBe(true);
  const { Sheets } = read(bytes);
  const sheet = Object.values(Sheets)[0] ?? {};
  const parts = heights.map((_, n) => (sheet[`B${n + 1}`] as { v?: string } | undefined)?.v ?? '').slice(4, -1);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.join('')).toBe(long);
  expect(shownOnly).toEqual([long]);
  // 16 letters of Chinese are 160 points wide, those of Latin about half: no part has more of them than its lines have room for.
  const width = Number(startTags(partsInside(bytes)('xl/worksheets/sheet1.xml'), 'col')[1]?.['width']) * 5.25;
  parts.forEach((part, n) => {
    const needed = Array.from(part).reduce((sum, one) => sum + (/[\u0000-\u00ff]/.test(one) ? 5 : 10), 0);
    expect((heights[n + 4] ?? 0) / 13).toBeGreaterThan(needed / width);
  });
});

describe('cells have types', () => {
  const typed = (texts: readonly string[]) =>
    typedRows(
      listOf(
        ['x'],
        texts.map((text) => ({ cells: [text] })),
      ),
    ).rows.map(({ cells }) => cells[0]);

  test('days and times are numbers of days, shown as they are printed', async () => {
    const times = [
      '2019-05-06',
      '2019-05-06 09:30:00 +08:00',
      '2019-05-06 09:30:00.250 +08:00',
      '1900-03-01',
      '约五月',
    ];
    const members = await sheetOf(
      listOf(
        ['When'],
        times.map((text) => ({ cells: [text] })),
      ),
    );
    // 2019-05-06 is day 43591 of the count in which 1900-01-01 is day 1 and 1900 has a 29 February; 09:30 is 0.3958333 of a day.
    expect(times.map((_, n) => cellAt(members, `A${n + 5}`))).toEqual([
      { type: 'n', value: '43591', text: null, format: 'yyyy-mm-dd' },
      { type: 'n', value: '43591.395833333336', text: null, format: 'yyyy-mm-dd hh:mm:ss" +08:00"' },
      { type: 'n', value: '43591.39583622685', text: null, format: 'yyyy-mm-dd hh:mm:ss.000" +08:00"' },
      { type: 'n', value: '61', text: null, format: 'yyyy-mm-dd' },
      { type: 's', value: expect.any(String) as string, text: '约五月', format: '@' },
    ]);
  });

  test('what is no day or time that all programs read alike stays text', () => {
    for (const text of [
      '2019-02-30',
      '2019-05-06 24:00',
      '1900-02-28',
      '1899-12-31',
      '2019-5-6',
      '2019-05-06T09:30:00Z',
    ])
      expect(typed([text])).toEqual([{ shown: text }]);
  });

  test('times of two zones stay text, for they would be sorted wrongly; days among times do not', () => {
    const [beijing, utc] = ['2019-05-06 09:30:00 +08:00', '2019-05-06 01:30:00 +00:00'];
    expect(typed([beijing, utc])).toEqual([{ shown: beijing }, { shown: utc }]);
    expect(typed([beijing, '2019-05-07'])).toMatchObject([{ number: 43591.395833333336 }, { number: 43592 }]);
  });

  test('a column of whole numbers is numbers; one name among them makes all of them names', () => {
    expect(typed(['2', '10', '–', ''])).toEqual([
      { shown: '2', number: 2, format: '0' },
      { shown: '10', number: 10, format: '0' },
      { shown: '–' },
      { shown: '' },
    ]);
    expect(typed(['2', '007'])).toEqual([{ shown: '2' }, { shown: '007' }]);
    expect(typed(['1234567890123456'])).toEqual([{ shown: '1234567890123456' }]); // more digits than a double holds
    expect(typed(['1.5'])).toEqual([{ shown: '1.5' }]);
  });

  test('what begins like a formula, or looks like an escape, is the text that it is, also when its cell is opened', async () => {
    const texts = [
      '=HYPERLINK("http://x","y")',
      '+1',
      '-2+3',
      '@x',
      `=${'A1+'.repeat(100)}1`,
      '_x0041_',
      ' blank ',
      "'x",
      '1-2',
    ];
    const { bytes } = await excelList(
      listOf(
        ['x'],
        texts.map((text) => ({ cells: [text] })),
      ),
    );
    const members = partsInside(bytes);
    expect(members('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
    const sheet = Object.values(read(bytes).Sheets)[0] ?? {};
    texts.forEach((text, n) => {
      expect(cellAt(members, `A${n + 5}`)).toMatchObject({ type: 's', format: '@' });
      expect((sheet[`A${n + 5}`] as { w?: string } | undefined)?.w).toBe(text);
    });
  });
});

test('groups are a column, and what is in no row is under the table', async () => {
  const rows = [
    { across: 'first' },
    { cells: ['1', 'a'] },
    { across: 'second' },
    { cells: ['2', 'b'] },
    { across: 'end' },
  ];
  const members = await sheetOf(listOf(['No.', 'Title'], rows, { toFillIn: ['Signature'] }));
  const column = ['A4', 'A5', 'A6', 'A7', 'A8'].map((reference) => cellAt(members, reference).text);
  expect(column).toEqual(['Group', 'first', 'second', 'end', 'Signature ______________________']);
  expect(startTags(members('xl/worksheets/sheet1.xml'), 'autoFilter')).toEqual([{ ref: 'A4:C6' }]);
});

test('a table of one column has no cell merged with itself, which Excel calls damaged', async () => {
  const members = await sheetOf(listOf(['No.'], [{ cells: ['1'] }], { toFillIn: ['Signature'] }));
  expect(startTags(members('xl/worksheets/sheet1.xml'), 'mergeCell')).toEqual([]);
});

test('a list may have more rows than a call has room for arguments', () => {
  const lines = Array.from({ length: 300_000 }, (_, n) => n % 51);
  const column = { share: 1, words: [10], unbroken: lines, lines };
  expect(columnWidths([column, column], { field: 200, beside: 0, step: 1 })).toEqual([50, 50]);
});
