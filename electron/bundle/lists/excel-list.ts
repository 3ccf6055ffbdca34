import type { Row } from 'write-excel-file/node';
import { visibleLines, visibleText } from '../../../shared/visible-text.ts';
import type { PrintedList } from './printed-lists.ts';

/** Characters that Excel takes in one cell (Excel specifications and limits). What is longer goes on in the row below. */
const mostInCell = 32_767;
/** Width of a sheet in characters, shared out among the columns. */
const sheetWidth = 170;

/** A list as an Excel workbook of one sheet. Every cell is text: a hash, a number or a `=` is never read as anything else. */
export async function excelList(list: PrintedList): Promise<Uint8Array> {
  const shares = list.columns.reduce((sum, { share }) => sum + share, 0);
  const text = (value: string, look: object = {}) => ({
    value: visibleLines(value),
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
    ...look,
  });
  const across = (value: string, look: object = {}): Row => [
    { ...text(value, look), columnSpan: list.columns.length },
    ...Array<null>(list.columns.length - 1).fill(null),
  ];
  const framed = { borderStyle: 'thin' as const, borderColor: '#B9B4A8' };
  const rows: Row[] = [
    across(list.title, { fontWeight: 'bold', fontSize: 16, wrap: false }),
    ...list.notes.map((note) => across(note, { wrap: false })),
    list.columns.map(({ name }) => text(name, { fontWeight: 'bold', backgroundColor: '#F3F1EC', ...framed })),
    ...list.rows.flatMap((row): Row[] =>
      'across' in row
        ? [across(row.across, { fontWeight: 'bold', ...framed })]
        : inCells(row.cells).map((cells) => cells.map((one) => text(one, framed))),
    ),
    ...list.toFillIn.map((label) => across(label, { height: 36, alignVertical: 'bottom' })),
  ];
  const { default: writeXlsxFile } = await import('write-excel-file/node'); // nothing else waits for its 80 files
  return writeXlsxFile(rows, {
    sheet: sheetName(list.title),
    columns: list.columns.map(({ share }) => ({ width: Math.max(6, Math.round((share / shares) * sheetWidth)) })),
    orientation: 'landscape',
    stickyRowsCount: list.notes.length + 2,
  }).toBuffer();
}

/** The row, and further rows for what no cell can hold. */
function inCells(cells: readonly string[]): readonly (readonly string[])[] {
  const count = Math.max(1, ...cells.map((one) => Math.ceil(one.length / mostInCell)));
  return Array.from({ length: count }, (_, part) =>
    cells.map((one) => one.slice(part * mostInCell, (part + 1) * mostInCell)),
  );
}

/** Excel refuses names over 31 characters, and `[ ] : * ? / \`. */
const sheetName = (title: string): string =>
  visibleText(title)
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .toWellFormed();
