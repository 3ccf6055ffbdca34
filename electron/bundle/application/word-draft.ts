import { AlignmentType, Document, Header, Packer, Paragraph, TextRun } from 'docx';
import { visibleLines } from '../../../shared/visible-text.ts';
import type { ApplicationDraft, DraftLine } from './application-draft.ts';

/** Faces that every Word has; a Chinese text takes the East Asian one. */
const faces = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '仿宋' } as const;
/** Half points, in which Word counts the size of letters. */
const looks = {
  title: { size: 44, bold: true },
  heading: { size: 32, bold: true },
  element: { size: 28, bold: true },
  line: { size: 28, bold: false },
  header: { size: 18, bold: true, color: 'B1352A' },
} as const;

/** The draft as a Word document, marked as a draft at the top of every page. */
export function wordDraft({ header, lines }: ApplicationDraft): Promise<Uint8Array> {
  const document = new Document({
    styles: { default: { document: { run: { font: faces } } } },
    sections: [{ headers: { default: draftHeader(header) }, children: lines.map(paragraphOf) }],
  });
  return Packer.toBuffer(document);
}

/** What is marked as a draft says so on every page. */
export function draftHeader(text: string): Header {
  const run = new TextRun({ text, ...looks.header });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

function paragraphOf({ as, text }: DraftLine): Paragraph {
  return new Paragraph({
    alignment: as === 'title' ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { before: as === 'line' ? 0 : 200, after: as === 'title' ? 200 : 60, line: 360 },
    children: [new TextRun({ text: visibleLines(text), ...looks[as] })],
  });
}
