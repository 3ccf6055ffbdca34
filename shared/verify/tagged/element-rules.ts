import type { PdfPart } from '../pdf-part.ts';
import type { PdfReader } from '../pdf/pdf-reader.ts';
import { PdfName, PdfReference, type PdfDict, type PdfValue } from '../pdf/pdf-value.ts';

/** What may stand in an element, besides content: what this program writes of ISO 32000-1 §14.8.4. */
const mayHold: Readonly<Record<string, readonly string[]>> = {
  Document: ['Part', 'Sect'],
  Part: ['H1', 'H2', 'H3', 'P', 'Table', 'Figure'],
  Sect: ['H1', 'H2', 'H3', 'P', 'Table', 'Figure'],
  H1: ['Span', 'Link'],
  H2: ['Span', 'Link'],
  H3: ['Span', 'Link'],
  P: ['Span', 'Link'],
  Table: ['TR'],
  TR: ['TH', 'TD'],
  TH: ['Span', 'Link'],
  TD: ['Span', 'Link'],
  Link: ['Span', 'Figure'],
  Figure: [],
  Span: [],
};
/** Hold other elements only: words of their own would have no paragraph. */
const withoutContent: ReadonlySet<string> = new Set(['Document', 'Part', 'Sect', 'Table', 'TR']);
/** Keys that this program writes; others could have a reader say what no page shows. */
const keys: ReadonlySet<string> = new Set(['S', 'P', 'Pg', 'K', 'A', 'Alt', 'Lang']);
const attributes: ReadonlySet<string> = new Set(['O', 'Scope', 'ColSpan', 'Placement', 'BBox']);
/** Empty: it is not known. */
const languageTag = /^(?:[a-z]{2,3}(?:-[A-Z]{2})?)?$/;
const deepest = 12;

type Element = Readonly<{ object: number; kind: string; dict: PdfDict }>;

/** Goes through the elements of a file in the order in which they are read. */
export class ElementWalk {
  looked = 0;
  readonly #reader: PdfReader;
  readonly #parents: ReadonlyMap<number, PdfReference>;
  readonly #add: (object: number, what: PdfPart) => void;
  /** How many marks of each page an element has claimed. */
  readonly #claimed = new Map<number, number>();
  #heading = 0;
  /** The elements that a page knows, by the numbers of its marks: mostly the same page is asked again. */
  #known: Readonly<{ page: number; elements: readonly PdfValue[] }> = { page: 0, elements: [] };

  constructor(
    reader: PdfReader,
    parents: ReadonlyMap<number, PdfReference>,
    add: (object: number, what: PdfPart) => void,
  ) {
    this.#reader = reader;
    this.#parents = parents;
    this.#add = add;
  }

  /** How many marks of a page were claimed. @param page its object */
  claimed(page: number): number {
    return this.#claimed.get(page) ?? 0;
  }

  /** Objects that marks were claimed of, and that are no page. */
  otherPages(pages: ReadonlySet<number>): readonly number[] {
    return [...this.#claimed.keys()].filter((object) => !pages.has(object));
  }

  async take(root: PdfValue | undefined, parent: number): Promise<void> {
    const element = await this.#element(root, parent, ['Document']);
    if (element) await this.#children(element, 0);
  }

  /** An element, looked at by itself; null where it is none, or none that may stand here. */
  async #element(value: PdfValue | undefined, parent: number, allowed: readonly string[]): Promise<Element | null> {
    const object = value instanceof PdfReference ? value.object : 0;
    const dict = await this.#reader.dict(value);
    const kind = nameOf(dict.get('S')) ?? '';
    this.looked += 1;
    if (!allowed.includes(kind)) {
      this.#add(object, '/S');
      return null;
    }
    const up = dict.get('P');
    if (!(up instanceof PdfReference) || up.object !== parent) this.#add(object, '/P');
    for (const key of dict.keys()) if (!keys.has(key)) this.#add(object, `/${key}`);
    const said = dict.get('Alt');
    if (kind === 'Figure' ? typeof said !== 'string' || said.trim() === '' : said !== undefined)
      this.#add(object, '/Alt');
    const language = dict.get('Lang') ?? '';
    if (typeof language !== 'string' || !languageTag.test(language)) this.#add(object, '/Lang');
    const about = attributesOf(dict);
    for (const key of about.keys()) if (!attributes.has(key)) this.#add(object, `/${key}`);
    if (kind === 'TH' && nameOf(about.get('Scope')) === null) this.#add(object, '/Scope');
    if (/^H\d$/.test(kind)) {
      const level = Number(kind[1]);
      if (level > this.#heading + 1) this.#add(object, `/${kind}`);
      this.#heading = level;
    }
    return { object, kind, dict };
  }

  /** @returns how many columns its cells take, for a row */
  async #children({ object, kind, dict }: Element, depth: number): Promise<number> {
    const value = dict.get('K');
    const kids = Array.isArray(value) ? (value as readonly PdfValue[]) : value === undefined ? [] : [value]; // a list holds values
    const seen = new Set<number>();
    const rows = new Set<number>();
    let [columns, links] = [0, 0];
    if (depth > deepest || (kids.length === 0 && kind !== 'TD' && kind !== 'TH')) this.#add(object, '/K');
    for (const kid of depth > deepest ? [] : kids) {
      if (kid instanceof PdfReference) {
        if (seen.has(kid.object)) this.#add(kid.object, '/K');
        seen.add(kid.object);
        const child = await this.#element(kid, object, mayHold[kind] ?? []);
        if (!child) continue;
        const wide = await this.#children(child, depth + 1);
        if (child.kind === 'TR') rows.add(wide);
        const across = attributesOf(child.dict).get('ColSpan');
        columns += typeof across === 'number' ? across : 1;
      } else if (kid instanceof Map && nameOf((kid as PdfDict).get('Type')) === 'OBJR') {
        // Map only stands for a dictionary
        links += 1;
        await this.#link(object, kind, (kid as PdfDict).get('Obj')); // Map only stands for a dictionary
      } else await this.#content(object, kind, kid, dict.get('Pg'));
    }
    if (kind === 'Link' && links !== 1) this.#add(object, '/OBJR');
    if (rows.size > 1) this.#add(object, '/TR');
    return columns;
  }

  async #link(object: number, kind: string, value: PdfValue | undefined): Promise<void> {
    const key = (await this.#reader.dict(value)).get('StructParent');
    const back = typeof key === 'number' ? this.#parents.get(key) : undefined;
    if (kind !== 'Link' || back?.object !== object) this.#add(object, '/OBJR');
  }

  async #elementsOf(page: PdfReference): Promise<readonly PdfValue[]> {
    const key = (await this.#reader.dict(page)).get('StructParents');
    const list = await this.#reader.resolve(typeof key === 'number' ? this.#parents.get(key) : undefined);
    return Array.isArray(list) ? (list as readonly PdfValue[]) : []; // a list holds values
  }

  /** A mark on a page: the page knows this element by the mark's number, and no other element has it. */
  async #content(object: number, kind: string, kid: PdfValue, own: PdfValue | undefined): Promise<void> {
    const mark = kid instanceof Map ? (kid as PdfDict) : null; // Map only stands for a dictionary
    const [id, page] = mark ? [mark.get('MCID'), mark.get('Pg')] : [kid, own];
    if (withoutContent.has(kind) || typeof id !== 'number' || !(page instanceof PdfReference)) {
      this.#add(object, '/K');
      return;
    }
    if (this.#known.page !== page.object) this.#known = { page: page.object, elements: await this.#elementsOf(page) };
    const back = this.#known.elements[id];
    if (!(back instanceof PdfReference) || back.object !== object) this.#add(object, '/MCID');
    this.#claimed.set(page.object, this.claimed(page.object) + 1);
  }
}

const nameOf = (value: PdfValue | undefined): string | null => (value instanceof PdfName ? value.name : null);

function attributesOf(dict: PdfDict): PdfDict {
  const value = dict.get('A');
  return value instanceof Map ? (value as PdfDict) : new Map<string, PdfValue>(); // Map only stands for a dictionary
}
