import {
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import { visibleText } from '../../../shared/visible-text.ts';
import { printAreaOf, type PageSize } from '../layout.ts';
import { textWidth } from './cell-sizes.ts';
import { columnWidths } from './column-widths.ts';
import type { PrintedList } from './printed-lists.ts';
import { draftHeader, pageFooter, wordStyle, wordStyles } from './word-styles.ts';

/** Twentieths of a point, in which Word counts. */
const twips = (points: number): number => Math.round(points * 20);
const letters = { title: 32, heading1: 32, heading2: 17, body: 17 } as const;

/**
 * A list as a Word document: title, table with its head on every page, lines to sign, page numbers. A row is never split over
 * pages, and what is signed keeps a row of the table with it.
 *
 * @param draft what every page of a draft says
 */
export async function wordList(list: PrintedList, draft: string | null = null): Promise<Uint8Array> {
  const document = new Document({
    styles: wordStyles('宋体', letters, {}),
    sections: [
      {
        properties: { page: pageOf(list.size) },
        ...(draft !== null && { headers: { default: draftHeader(draft) } }),
        footers: { default: pageFooter(list.pageOf) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(list.title) }),
          ...list.notes.map((note) => new Paragraph({ style: wordStyle.note, children: runs(note) })),
          new Paragraph({ style: wordStyle.note, children: [] }),
          tableOf(list),
          new Paragraph({ style: wordStyle.end, children: [] }), // Word wants one behind a table
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** The library turns the two sides round for a landscape page itself. */
function pageOf({ width, height, margin }: PageSize) {
  return {
    size: {
      width: twips(Math.min(width, height)),
      height: twips(Math.max(width, height)),
      orientation: width > height ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      left: twips(margin.left),
      right: twips(margin.right),
      top: twips(margin.top),
      bottom: twips(margin.bottom),
    },
  };
}

function tableOf(list: PrintedList): Table {
  const { columns, rows, toFillIn } = list;
  const widths = widthsOf(list);
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ name }, at) => cellOf(name, widths[at] ?? 0, { style: wordStyle.head }, { shading })),
  });
  const across = { columnSpan: columns.length };
  const body = rows.map((row, n) => {
    const keepNext = toFillIn.length > 0 && n === rows.length - 1;
    return new TableRow({
      cantSplit: true,
      children:
        'across' in row
          ? [cellOf(row.across, whole, { heading: HeadingLevel.HEADING_2, keepNext: true }, across)]
          : row.cells.map((text, at) => cellOf(text, widths[at] ?? 0, { style: wordStyle.cell, keepNext })),
    });
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: whole, type: WidthType.DXA },
    rows: [head, ...body, ...(toFillIn.length > 0 ? [rowToFillIn(toFillIn, whole, columns.length)] : [])],
  });
}

/** Twips for each column, together the width of the page. */
function widthsOf({ columns, rows, size }: PrintedList): readonly number[] {
  const points = letters.body / 2;
  const texts = columns.map(({ name, share }, at) => {
    const lines = rows.flatMap((row) => ('across' in row ? [] : (row.cells[at] ?? '').split('\n')));
    return {
      share,
      words: name.split(' ').map((word) => textWidth(word, points) * 1.1),
      unbroken: [],
      lines: lines.map((line) => textWidth(line, points)),
    };
  });
  const field = printAreaOf(size).width;
  const widths = columnWidths(texts, { field, beside: (padding.left + padding.right) / 20 + 1, step: 1 });
  const whole = widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one) => Math.floor((one / whole) * field * 20));
}

/** What is signed is a row of the table, for no program parts it from the row before; its frame is not drawn. */
function rowToFillIn(labels: readonly string[], width: number, columnSpan: number): TableRow {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan,
        width: { size: width, type: WidthType.DXA },
        margins: padding,
        borders: { left: none, right: none, bottom: none },
        children: labels.map(
          (label) => new Paragraph({ style: wordStyle.toFill, children: runs(`${label} ______________________`) }),
        ),
      }),
    ],
  });
}

const padding = { top: 40, bottom: 40, left: 70, right: 70 } as const;

const shading = { type: ShadingType.CLEAR, color: 'auto', fill: 'F3F1EC' } as const;

function cellOf(
  text: string,
  width: number,
  look: IParagraphOptions,
  more: Readonly<{ shading?: typeof shading; columnSpan?: number }> = {},
): TableCell {
  return new TableCell({
    ...more,
    width: { size: width, type: WidthType.DXA },
    margins: padding,
    children: [new Paragraph({ ...look, children: runs(text) })],
  });
}

function runs(text: string): TextRun[] {
  return text.split('\n').map((line, at) => new TextRun({ text: visibleText(line), ...(at > 0 && { break: 1 }) }));
}
