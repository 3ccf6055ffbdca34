import { visibleText } from '../../../shared/visible-text.ts';
import { printAreaOf } from '../layout.ts';
import { besideText, digitWidth, textWidth, workbookFace, workbookLetters } from './cell-sizes.ts';
import { columnWidths } from './column-widths.ts';
import { printSetUp } from './excel-print.ts';
import { SheetRows } from './excel-rows.ts';
import type { PrintedList } from './printed-lists.ts';
import { typedRows, type TypedRow } from './typed-cells.ts';

/** A sheet is printed smaller than on the screen, with letters of 8 points. */
const scale = 0.8;
/** The group's share beside those of the printed columns. */
const groupShare = 0.08;
const framed = { borderStyle: 'thin', borderColor: '#B9B4A8' } as const;
const ofHead = { fontWeight: 'bold', backgroundColor: '#F3F1EC', ...framed } as const;

type Workbook = Readonly<{ bytes: Uint8Array; shownOnly: readonly string[] }>;
type Column = Readonly<{ name: string; share: number }>;

/**
 * A list as an Excel workbook of one sheet, which is printed as wide as the page, with its head on each. Whole numbers, days
 * and times have their types; everything else is text, so that a hash or a `=` is never read as anything else. A group is a
 * column, for rows across could not be sorted.
 *
 * @returns its bytes, and the texts that it shows without holding them in one piece
 */
export async function excelList(list: PrintedList): Promise<Workbook> {
  const { rows, loose } = typedRows(list);
  const columns = columnsOf(list, rows);
  const body = rows.map(({ group, cells }) => (columns === list.columns ? cells : [{ shown: group ?? '' }, ...cells]));
  const widths = widthsOf(columns, body, list);
  const sheet = new SheetRows(widths);
  sheet.across(list.title, { fontWeight: 'bold', fontSize: 16 });
  for (const note of list.notes) sheet.across(note);
  const head = sheet.rows.length + 1;
  sheet.cells(
    columns.map(({ name }) => ({ shown: name })),
    ofHead,
  );
  for (const cells of body) sheet.cells(cells, framed);
  const last = sheet.rows.length;
  for (const text of loose) sheet.across(text, framed);
  for (const label of list.toFillIn) sheet.across(`${label} ______________________`, { alignVertical: 'bottom' }, 18);
  const name = sheetName(list.title);
  const print = { sheet: name, size: list.size, head, last, columns: columns.length, pageOf: list.pageOf };
  const { default: writeXlsxFile } = await import('write-excel-file/node'); // nothing else waits for its 80 files
  const bytes = await writeXlsxFile(
    sheet.rows,
    { sheet: name, columns: widths.map((width) => ({ width })), orientation: 'landscape', stickyRowsCount: head },
    { fontFamily: workbookFace, fontSize: workbookLetters, features: [printSetUp(print)] },
  ).toBuffer();
  return { bytes, shownOnly: sheet.shownOnly };
}

/** The columns of the printed table, and one for its groups where it has any. */
function columnsOf({ columns, groupName }: PrintedList, rows: readonly TypedRow[]): readonly Column[] {
  if (rows.every(({ group }) => group === null)) return columns;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return [{ name: groupName, share: shares * groupShare }, ...columns];
}

/** Widths in digits. Numbers and times are never broken: too narrow a cell would show `###`. */
function widthsOf(
  columns: readonly Column[],
  body: readonly TypedRow['cells'][],
  { size }: Pick<PrintedList, 'size'>,
): readonly number[] {
  const texts = columns.map(({ name, share }, at) => {
    const cells = body.flatMap((row) => row[at] ?? []);
    return {
      share,
      words: name.split(' ').map((word) => textWidth(word) * 1.2),
      unbroken: cells.flatMap((cell) => ('number' in cell ? [textWidth(cell.shown) * 1.1] : [])),
      lines: cells.flatMap(({ shown }) => shown.split('\n').map((line) => textWidth(line) * 1.1)),
    };
  });
  const room = { field: printAreaOf(size).width / scale, beside: besideText, step: digitWidth };
  return columnWidths(texts, room).map((points) => Math.round(points / digitWidth));
}

/** Excel refuses names over 31 characters, `[ ] : * ? / \`, and a `'` at an end. */
const sheetName = (title: string): string =>
  visibleText(title)
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .toWellFormed();
