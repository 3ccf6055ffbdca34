import { because } from '../../../shared/cause.ts';
import { local, NotOffice, readXml, type OfficeParts } from './office-parts.ts';

/**
 * The rows of the table with the most rows of a Word document (WordprocessingML, ECMA-376 part 1 §17.4): one text for
 * each column, paragraphs and breaks as line breaks. Text that a tracked change deleted is no text; a cell over several
 * columns stands in the first of them. A table inside a cell is text of that cell.
 *
 * @throws {NotOffice} where a cell has no text but the number that Word counts by itself, which is not in the file
 */
export function docxRows(parts: OfficeParts): readonly (readonly string[])[] {
  const document = parts.get('word/document.xml');
  if (document === undefined) throw new NotOffice(because('office-part-missing', { path: 'word/document.xml' }));
  const reader = new TableReader();
  readXml(document, {
    onopentag: (name, attributes) => reader.opens.get(local(name))?.(attributes),
    ontext: (text) => {
      if (reader.inText) reader.add(text);
    },
    onclosetag: (name) => reader.closes.get(local(name))?.(),
  });
  return reader.tables.reduce<readonly (readonly string[])[]>(
    (best, one) => (one.length > best.length ? one : best),
    [],
  );
}

type Attributes = Readonly<Record<string, string>>;

/** Follows a document tag by tag; only tables of the document itself have rows, those within a cell are its text. */
class TableReader {
  readonly tables: string[][][] = [];
  /** Within a `w:t`: only there are letters text. */
  inText = false;
  #depth = 0;
  #cell: string | null = null;
  #span = 1;
  /** Depth within what is not shown: moved elsewhere, or drawn for old readers. */
  #away = 0;
  /** The cell has a paragraph with a number of Word's own. */
  #counted = false;

  add(text: string): void {
    if (this.#cell !== null && this.#away === 0) this.#cell += text;
  }

  readonly opens = byName<(attributes: Attributes) => void>({
    moveFrom: () => (this.#away += 1),
    Fallback: () => (this.#away += 1),
    tbl: () => {
      this.#depth += 1;
      if (this.#depth === 1) this.tables.push([]);
    },
    tr: () => {
      if (this.#depth === 1) this.tables.at(-1)?.push([]);
    },
    tc: () => {
      if (this.#depth === 1) [this.#cell, this.#span, this.#counted] = ['', 1, false];
    },
    gridBefore: (attributes) => {
      if (this.#depth === 1) this.#row?.push(...blanks(columns(attributes)));
    },
    gridSpan: (attributes) => (this.#span = Math.max(1, columns(attributes))),
    numId: (attributes) => {
      if (this.#cell !== null && attributes['w:val'] !== '0') this.#counted = true;
    },
    p: () => {
      if (this.#cell) this.add('\n');
    },
    br: () => {
      this.add('\n');
    },
    cr: () => {
      this.add('\n');
    },
    tab: () => {
      this.add('\t');
    },
    noBreakHyphen: () => {
      this.add('-');
    },
    t: () => (this.inText = true),
  });

  readonly closes = byName<() => void>({
    moveFrom: () => (this.#away -= 1),
    Fallback: () => (this.#away -= 1),
    t: () => (this.inText = false),
    tc: () => {
      if (this.#depth === 1) this.#endCell();
    },
    tbl: () => (this.#depth -= 1),
  });

  get #row(): string[] | undefined {
    return this.tables.at(-1)?.at(-1);
  }

  #endCell(): void {
    const text = this.#cell ?? '';
    if (this.#counted && text.trim() === '') {
      throw new NotOffice(because('office-numbering'));
    }
    this.#row?.push(text.trimEnd(), ...blanks(this.#span - 1));
    this.#cell = null;
  }
}

/** By an element's name, which the file chooses: `constructor` is none of these. */
const byName = <T>(table: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(table));

const blanks = (count: number): readonly string[] => Array<string>(count).fill('');

/** How many columns an attribute names, within reason. */
const columns = (attributes: Readonly<Record<string, string>>): number =>
  Math.min(100, Math.max(0, Number(attributes['w:val'] ?? 0) || 0));
