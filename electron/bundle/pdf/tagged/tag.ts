/** Standard structure types (ISO 32000-1 §14.8.4): a reader that knows no other understands all of a file. */
type ElementKind =
  'Document' | 'Part' | 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Link' | 'Span';

/**
 * What something drawn is. The same tag drawn again goes on with its element, on the next page too; another tag ends it.
 */
export type Tag = Readonly<{
  kind: ElementKind;
  /** What it stands in; null: in the part of the page. */
  within: Tag | null;
  /** Goes on with an element of its kind that says the same, though it is another tag: rows that are laid out one by one. */
  like?: string;
  /** What is said of a picture to somebody who does not see it. */
  alternative?: string;
  /** Of a cell: the columns that it takes, and what it is the head of. */
  across?: number;
  scope?: 'Row' | 'Column';
  /** Of a row: its cells, from the left. One that stays empty is there too, so that rows are alike. */
  cells?: readonly Tag[];
  /** Where the text says it itself, nothing; else the language, empty where it is not known. */
  language?: string;
}>;

/** Something that a page shows and nobody is to read out: running lines, rules, frames, fills. */
export type TagOrArtifact = Tag | 'artifact';

export const paragraphTag = (within: Tag | null = null): Tag => ({ kind: 'P', within });
export const headingTag = (level: 1 | 2 | 3): Tag => ({ kind: `H${level}`, within: null });
export const figureTag = (alternative: string): Tag => ({ kind: 'Figure', within: null, alternative });
export const tableTag = (like?: string): Tag => ({ kind: 'Table', within: null, ...(like !== undefined && { like }) });

/** A row of a table with its cells. */
export function rowTag(
  table: Tag,
  cells: readonly Pick<Tag, 'across' | 'scope'>[],
): Tag & Required<Pick<Tag, 'cells'>> {
  const own: Tag[] = [];
  const row = { kind: 'TR', within: table, cells: own } as const;
  for (const cell of cells) own.push({ kind: cell.scope ? 'TH' : 'TD', within: row, ...cell });
  return row;
}

const wide = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
const beyondLatin = /[^\u0000-\u10ff]/;
const latinWord = /(?:^|[\s“”"'(])[A-Za-z][a-z]+(?=[\s,.;:!?”"')]|$)/;

/**
 * In which of the two languages of this program's papers a line is, by its letters; null where they do not say: digits, an
 * address, a hash.
 */
export function languageOf(text: string): 'zh-CN' | 'en' | null {
  if (beyondLatin.test(text) && wide.test(text)) return 'zh-CN';
  return latinWord.test(text) ? 'en' : null;
}

/** In which language words from elsewhere are, as far as their letters tell; empty: not known (ISO 32000-1 §14.9.2). */
export function foreignLanguageOf(text: string): string {
  if (/[\p{sc=Hira}\p{sc=Kana}]/u.test(text)) return 'ja';
  if (/\p{sc=Hang}/u.test(text)) return 'ko';
  return /\p{sc=Han}/u.test(text) ? 'zh' : '';
}
