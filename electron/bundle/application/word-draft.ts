import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { visibleLines } from '../../../shared/visible-text.ts';
import { draftHeader, pageFooter, wordStyles } from '../lists/word-styles.ts';
import type { ApplicationDraft, DraftLine } from './application-draft.ts';

const letters = { title: 44, heading1: 32, heading2: 28, body: 28 } as const;
const headings = {
  title: HeadingLevel.TITLE,
  heading: HeadingLevel.HEADING_1,
  element: HeadingLevel.HEADING_2,
} as const;

/** The draft as a Word document with headings and page numbers, marked as a draft at the top of every page. */
export function wordDraft({ header, lines, pageOf }: ApplicationDraft): Promise<Uint8Array> {
  const document = new Document({
    styles: wordStyles('仿宋', letters, { after: 60, line: 360 }),
    sections: [
      {
        headers: { default: draftHeader(header) },
        footers: { default: pageFooter(pageOf) },
        children: lines.map(paragraphOf),
      },
    ],
  });
  return Packer.toBuffer(document);
}

function paragraphOf({ as, text }: DraftLine): Paragraph {
  return new Paragraph({
    ...(as !== 'line' && { heading: headings[as] }),
    children: [new TextRun({ text: visibleLines(text) })],
  });
}
