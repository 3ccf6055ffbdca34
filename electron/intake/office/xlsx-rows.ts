import { because } from '../../../shared/cause.ts';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { read, SSF, type CellObject, type WorkBook } from '@e965/xlsx';
import { NotOffice, type OfficeFiles } from './office-parts.ts';

/** An index has no more. */
const most = { rows: 50_000, columns: 200 } as const;

/**
 * The rows of the first sheet of an Excel workbook that is not hidden (SpreadsheetML, ECMA-376 part 1 §18): each cell as
 * Excel shows it, an empty text where it is empty. A date is written `2019-05-06` as far as its format shows it.
 *
 * @param files the workbook's XML parts: nothing else of it is unpacked
 */
export function xlsxRows(files: OfficeFiles): readonly (readonly string[])[] {
  const book = workbookOf(files);
  const at = (book.Workbook?.Sheets ?? []).findIndex(({ Hidden }) => !Hidden);
  const sheet = book.Sheets[book.SheetNames[Math.max(0, at)] ?? ''];
  if (sheet === undefined) throw new NotOffice(because('office-no-sheet'));
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const rows: string[][] = [];
  // A sheet read as dense: rows of cells, with holes where nothing is.
  for (const [number, row] of ((sheet['!data'] ?? []) as ((CellObject | undefined)[] | undefined)[]).entries())
    for (const [column, cell] of (row ?? []).entries()) {
      const text = cell === undefined ? '' : cellText(cell, date1904);
      if (text !== '') putCell(rows, number, column, text);
    }
  return rows;
}

/** @throws {NotOffice} where the file has a formula, and not what it gives */
function cellText(cell: CellObject, date1904: boolean): string {
  if (cell.t === 'z' && cell.f !== undefined) throw new NotOffice(because('office-formulas'));
  return shownText(cell, date1904);
}

/** @throws {NotOffice} where the sheet is larger than any index */
function putCell(rows: string[][], number: number, column: number, text: string): void {
  if (number >= most.rows) throw new NotOffice(because('office-rows', { most: most.rows }));
  if (column >= most.columns) throw new NotOffice(because('office-columns', { most: most.columns }));
  while (rows.length <= number) rows.push([]);
  const into = rows[number] ?? [];
  while (into.length < column) into.push('');
  into[column] = text;
}

function workbookOf(files: OfficeFiles): WorkBook {
  // Packed again from the parts that were unpacked within bounds: the reader meets nothing that could unfold.
  const parts = Object.fromEntries(files);
  const styles = files.get(stylesPart);
  if (styles) parts[stylesPart] = strToU8(withChineseFormats(withoutLanguages(strFromU8(styles))));
  for (const [name, bytes] of files)
    if (/^xl\/worksheets\//.test(name) && Buffer.from(bytes).includes('t="d"'))
      parts[name] = strToU8(strFromU8(bytes).replaceAll(isoDate, '$1t="str"'));
  try {
    return read(zipSync(parts, { level: 0 }), {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: true,
      cellHTML: false,
      cellFormula: true,
      sheetStubs: true,
    });
  } catch {
    throw new NotOffice(because('not-office'));
  }
}

/** A cell that holds its date as ISO 8601 says it: read as those words, for the reader makes a number of it. */
const isoDate = /(<(?:\w+:)?c\b[^>]*?\s)t="d"/g;

const stylesPart = 'xl/styles.xml';

/** Formats that a Chinese Excel has built in and does not write into the file (ECMA-376 part 1 §18.8.30, zh-cn). */
const chineseFormats: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'AM/PMh"时"mm"分"',
  35: 'AM/PMh"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'AM/PMh"时"mm"分"',
  56: 'AM/PMh"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** A language in a format (`[$-804]General`) shows nothing; the reader makes a `$` of it. */
const withoutLanguages = (styles: string): string => styles.replace(/\[\$-[^\]"<>]*\]/g, '');

/** The styles with these formats in front: what the file itself defines comes later and counts. */
function withChineseFormats(styles: string): string {
  const formats = Object.entries(chineseFormats)
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('');
  const open = /<(?:\w+:)?numFmts\b[^>]*?(\/?)>/.exec(styles);
  if (open && open[1] === '') return styles.replace(open[0], (found) => `${found}${formats}`);
  const whole = `<numFmts>${formats}</numFmts>`;
  return open
    ? styles.replace(open[0], () => whole)
    : styles.replace(/<(?:\w+:)?styleSheet\b[^>]*[^/]>/, (root) => `${root}${whole}`);
}

/** The package types this part of itself as anything. */
const formatting = SSF as Readonly<{
  is_date(format: string): boolean;
  parse_date_code(
    days: number,
    options: Readonly<{ date1904: boolean }>,
  ): Readonly<Record<'y' | 'm' | 'd' | 'H' | 'M' | 'S', number>> | null;
}>;

function shownText({ t, v, w, z }: CellObject, date1904: boolean): string {
  if (v === undefined || t === 'z') return '';
  if (t === 's') return String(v);
  if (t !== 'n' || typeof v !== 'number') return w ?? String(v);
  const format = typeof z === 'string' ? z : 'General';
  if (/^(?:General|@)$/i.test(format)) return String(Number(v.toPrecision(15)));
  return formatting.is_date(format) ? (dateText(v, format, date1904) ?? w ?? '') : (w ?? '').trim();
}

/** Parts of a date that a format shows. */
function shownParts(format: string): Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'second', boolean>> {
  const bare = format.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]|_.|\*./gi, '').replace(/AM\/PM|A\/P/gi, '');
  // An `m` beside hours or seconds is minutes.
  const month = /m/i.test(bare.replace(/h+[^a-z]*m+|m+[^a-z]*s+/gi, ''));
  return { year: /[ye]/i.test(bare), month, day: /d/i.test(bare), hour: /h/i.test(bare), second: /s/i.test(bare) };
}

/** @returns null for what no full date begins: `5月6日`, `9:30` */
function dateText(days: number, format: string, date1904: boolean): string | null {
  const shows = shownParts(format);
  if (!shows.year || (shows.day && !shows.month)) return null;
  // Excel shows the nearest second, and minutes that are over: 23:59:40 is 23:59. A day before March 1900 is told apart by
  // the reader (Excel counts 1900-02-29).
  const shownDays = shows.hour ? Math.round(days * 86_400) / 86_400 : Math.floor(days);
  const date = formatting.parse_date_code(shownDays, { date1904 });
  if (date === null) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [String(date.y), ...(shows.month ? [two(date.m)] : []), ...(shows.day ? [two(date.d)] : [])].join('-');
  if (!shows.hour || !shows.day) return day;
  return `${day} ${two(date.H)}:${two(date.M)}${shows.second ? `:${two(date.S)}` : ''}`;
}
