import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { visibleText } from '../../../shared/visible-text.ts';
import { draftHeader } from '../application/word-draft.ts';
import type { PrintedList } from './printed-lists.ts';

/** Twentieths of a point, in which Word counts. */
const twips = (points: number): number => Math.round(points * 20);
/** Half points, in which Word counts the size of letters. */
const sizes = { title: 32, note: 16, head: 16, cell: 17 } as const;
/** Faces that every Word has; a Chinese text takes the East Asian one. */
const faces = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' } as const;

/** A list as a Word document: title, table with its head on every page, lines to sign. @param draft what every page of a draft says */
export async function wordList(list: PrintedList, draft: string | null = null): Promise<Uint8Array> {
  const { width, height, margin } = list.size;
  const shares = list.columns.reduce((sum, { share }) => sum + share, 0);
  const field = width - margin.left - margin.right;
  const widths = list.columns.map(({ share }) => twips((share / shares) * field));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: list.columns.map(({ name }, at) => cellOf(name, widths[at] ?? 0, { bold: true, size: sizes.head })),
  });
  const rows = list.rows.map(
    (row) =>
      new TableRow({
        children:
          'across' in row
            ? [acrossOf(row.across, widths)]
            : row.cells.map((text, at) => cellOf(text, widths[at] ?? 0, { size: sizes.cell })),
      }),
  );
  const landscape = width > height;
  const document = new Document({
    styles: { default: { document: { run: { font: faces } } } },
    sections: [
      {
        properties: {
          page: {
            // The library turns the two round for a landscape page itself.
            size: {
              width: twips(Math.min(width, height)),
              height: twips(Math.max(width, height)),
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              left: twips(margin.left),
              right: twips(margin.right),
              top: twips(margin.top),
              bottom: twips(margin.bottom),
            },
          },
        },
        ...(draft !== null && { headers: { default: draftHeader(draft) } }),
        children: [
          new Paragraph({ spacing: { after: 80 }, children: runs(list.title, { bold: true, size: sizes.title }) }),
          ...list.notes.map((note) => new Paragraph({ children: runs(note, { size: sizes.note }) })),
          new Paragraph({ children: [] }),
          new Table({
            layout: TableLayoutType.FIXED,
            columnWidths: widths,
            width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
            rows: [head, ...rows],
          }),
          ...list.toFillIn.map(
            (label) =>
              new Paragraph({
                alignment: AlignmentType.LEFT,
                spacing: { before: 360 },
                children: runs(`${label} ______________________`, { size: sizes.cell }),
              }),
          ),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

type Look = Readonly<{ bold?: boolean; size: number }>;

const padding = { top: 40, bottom: 40, left: 70, right: 70 } as const;

function cellOf(text: string, width: number, look: Look): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: padding,
    children: [new Paragraph({ children: runs(text, look) })],
  });
}

function acrossOf(text: string, widths: readonly number[]): TableCell {
  return new TableCell({
    columnSpan: widths.length,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    margins: padding,
    children: [new Paragraph({ keepNext: true, children: runs(text, { bold: true, size: sizes.cell }) })],
  });
}

function runs(text: string, look: Look): TextRun[] {
  return text
    .split('\n')
    .map((line, at) => new TextRun({ text: visibleText(line), ...look, ...(at > 0 && { break: 1 }) }));
}
