import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun, type IStylesOptions } from 'docx';
import { visibleText } from '../../../shared/visible-text.ts';

/** Names of the styles beside Word's own headings; a person who changes one changes every paragraph of its kind. */
export const wordStyle = {
  note: 'Note',
  head: 'TableHead',
  cell: 'TableText',
  toFill: 'ToFillIn',
  foot: 'Footer',
  mark: 'Header',
  end: 'TableEnd',
} as const;

/** Half points, in which Word counts the size of letters. */
type Letters = Readonly<{ title: number; heading1: number; heading2: number; body: number }>;

/** Twentieths of a point between paragraphs, and the height of a line in 240ths of its letters'. */
type Spacing = Readonly<{ before?: number; after?: number; line?: number }>;
type Look = Readonly<{ bold?: true; color?: string }>;

/**
 * The styles of a list or a draft: headings for the navigation pane and screen readers, faces that every Word has. A Chinese
 * text takes the East Asian face.
 */
export function wordStyles(
  eastAsia: string,
  { title, heading1, heading2, body }: Letters,
  line: Spacing,
): IStylesOptions {
  const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia };
  const heading = (size: number, more: object = {}) => ({
    run: { size, bold: true, color: '000000', font },
    paragraph: { keepNext: true, keepLines: true, spacing: { before: 200, after: 60, ...line }, ...more },
  });
  const own = (id: string, name: string, size: number, look: Look = {}, before = 0) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { size, ...look },
    paragraph: { spacing: { before, after: 0 } },
  });
  return {
    default: {
      document: {
        run: { font, size: body, language: { value: 'en-GB', eastAsia: 'zh-CN' } },
        paragraph: { spacing: line },
      },
      title: heading(title, { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 200, ...line } }),
      heading1: heading(heading1, { outlineLevel: 0 }),
      heading2: heading(heading2, { outlineLevel: 1, spacing: { before: heading2 * 5, after: 60, ...line } }),
    },
    paragraphStyles: [
      own(wordStyle.note, 'Note', 16),
      own(wordStyle.head, 'Table Head', 16, { bold: true }),
      own(wordStyle.cell, 'Table Text', 17),
      own(wordStyle.toFill, 'To Fill In', 17, {}, 360),
      own(wordStyle.foot, 'footer', 18),
      own(wordStyle.mark, 'header', 18, { bold: true, color: 'B1352A' }),
      own(wordStyle.end, 'Table End', 2),
    ],
  };
}

/** What is marked as a draft says so on every page. */
export function draftHeader(text: string): Header {
  const children = [new TextRun({ text })];
  return new Header({
    children: [new Paragraph({ style: wordStyle.mark, alignment: AlignmentType.CENTER, children })],
  });
}

/** The number of the page, at the foot of each. @param pageOf with `{page}` and `{pages}` */
export function pageFooter(pageOf: string): Footer {
  const children = pageOf
    .split(/(\{pages?\})/)
    .map((part) =>
      part === '{page}' ? PageNumber.CURRENT : part === '{pages}' ? PageNumber.TOTAL_PAGES : visibleText(part),
    );
  const paragraph = { style: wordStyle.foot, alignment: AlignmentType.CENTER, children: [new TextRun({ children })] };
  return new Footer({ children: [new Paragraph(paragraph)] });
}
