import { num, refText, textString, type PdfSink, type Ref } from '../sink.ts';
import { ParentTree } from './parent-tree.ts';
import type { Tag } from './tag.ts';

/** An element that may still get children. */
export type OpenElement = {
  readonly tag: Tag;
  readonly kind: Tag['kind'];
  readonly ref: Ref;
  readonly parent: Ref;
  readonly kids: string[];
  /** Of a row: its cells, which may go on over pages together. */
  readonly cells: Map<Tag, OpenElement>;
  /** The page of its first content; a child on another page says so itself. */
  page: Ref | null;
  /** Where a picture stands on its page: left, below, right, above. */
  box: readonly number[] | null;
};

/**
 * The structure of one file, written while its pages are: an element as soon as nothing more can come into it, so that
 * only the way from the root to what is being drawn is held. Content stands in the order in which it is drawn.
 */
export class StructureTree {
  readonly #sink: PdfSink;
  readonly #language: string;
  readonly #root: Ref;
  readonly #parents: ParentTree;
  /** Document, part, and so on down to what was drawn last. */
  readonly #open: OpenElement[] = [];
  /** In which language what is drawn with a tag begins, and its spans in others. */
  readonly #languages = new WeakMap<Tag, Readonly<{ first: string; spans: Map<string, Tag> }>>();
  #headingBefore = 0;

  /** @param language of the document, which elements need not repeat */
  constructor(sink: PdfSink, language: string) {
    this.#sink = sink;
    this.#language = language;
    this.#root = sink.allocate();
    this.#parents = new ParentTree(sink);
    this.#push({ kind: 'Document', within: null }, this.#root);
  }

  beginPage(page: Ref, part: Tag): PageStructure {
    this.#enter([part]);
    return new PageStructure(this, page, part, this.#sink, this.#parents);
  }

  /** The element of a tag, opened where it is not. */
  element(tag: Tag, part: Tag): OpenElement {
    const last = this.#open.at(-1);
    if (last?.tag === tag) return last;
    // Mostly it stands in something that is open: nothing above that changes.
    const above = tag.within === null ? 1 : this.#open.findLastIndex((one) => one.tag === tag.within);
    if (above > 0 && isSame(this.#open[1]?.tag, part)) {
      if (isSame(this.#open[above + 1]?.tag, tag)) this.#leave(above + 1);
      else {
        this.#leave(above);
        this.#down(tag);
      }
      return this.#open.at(-1) ?? this.part();
    }
    const path: Tag[] = [];
    for (let at: Tag | null = tag; at !== null; at = at.within) path.unshift(at);
    return this.#enter([part, ...path]);
  }

  /** The tag that a line is drawn with: what is in another language than the beginning is a span of its own. */
  tagIn(language: string | null, tag: Tag): Tag {
    if (language === null || tag.language !== undefined) return tag;
    const known = this.#languages.get(tag);
    if (!known) this.#languages.set(tag, { first: language, spans: new Map() });
    if (!known || known.first === language) return tag;
    const span = known.spans.get(language) ?? ({ kind: 'Span', within: tag, language } as const);
    known.spans.set(language, span);
    return span;
  }

  /** The part that is being drawn, whatever is open in it. */
  part(): OpenElement {
    const part = this.#open[1];
    if (!part) throw new Error('no page was begun');
    return part;
  }

  /** @returns the root of the tree, for the catalog */
  finish(): Ref {
    this.#leave(0);
    const [document] = this.#open.splice(0);
    if (!document) throw new Error('the structure was finished before');
    this.#write(document);
    const { tree, next } = this.#parents.finish();
    this.#sink.object(
      this.#root,
      `<< /Type /StructTreeRoot /K ${refText(document.ref)} /ParentTree ${refText(tree)} /ParentTreeNextKey ${next} >>`,
    );
    return this.#root;
  }

  #enter(path: readonly Tag[]): OpenElement {
    let depth = 0;
    while (depth < path.length && isSame(this.#open[depth + 1]?.tag, path[depth])) depth += 1;
    this.#leave(depth);
    for (const tag of path.slice(depth)) this.#down(tag);
    return this.#open.at(-1) ?? this.part();
  }

  #down(tag: Tag): void {
    const above = this.#open.at(-1);
    if (!above) throw new Error('the structure is finished');
    const cell = above.cells.get(tag);
    if (cell) this.#open.push(cell);
    else above.kids.push(refText(this.#push(tag, above.ref).ref));
  }

  /** Closes what lies deeper below the document. */
  #leave(depth: number): void {
    while (this.#open.length > depth + 1) {
      const element = this.#open.pop();
      const isCell = element !== undefined && this.#open.at(-1)?.cells.has(element.tag) === true;
      if (!element || isCell) continue; // its row is not at its end
      for (const cell of element.cells.values()) this.#write(cell);
      this.#write(element);
    }
  }

  #push(tag: Tag, parent: Ref): OpenElement {
    const element = this.#made(tag, parent);
    for (const cell of tag.cells ?? []) {
      const made = this.#made(cell, element.ref);
      element.cells.set(cell, made);
      element.kids.push(refText(made.ref));
    }
    this.#open.push(element);
    return element;
  }

  #made(tag: Tag, parent: Ref): OpenElement {
    return {
      tag,
      kind: this.#kindOf(tag),
      ref: this.#sink.allocate(),
      parent,
      kids: [],
      cells: new Map(),
      page: null,
      box: null,
    };
  }

  /** No level of heading is left out on the way down, whatever parts a file has (PDF/UA-1 §7.4.2). */
  #kindOf({ kind }: Tag): Tag['kind'] {
    if (kind !== 'H1' && kind !== 'H2' && kind !== 'H3') return kind;
    const level = Math.min(Number(kind[1]), this.#headingBefore + 1);
    this.#headingBefore = level;
    return `H${level as 1 | 2 | 3}`; // at most what it was
  }

  #write({ tag, kind, ref, parent, kids, page, box }: OpenElement): void {
    const language = tag.language ?? this.#languages.get(tag)?.first ?? this.#language;
    const parts = [`/S /${kind} /P ${refText(parent)}`];
    if (page !== null) parts.push(`/Pg ${refText(page)}`);
    if (kids.length > 0) parts.push(`/K ${kids.length === 1 ? kids.join('') : `[${kids.join(' ')}]`}`);
    if (tag.scope) parts.push(`/A << /O /Table /Scope /${tag.scope}${acrossOf(tag)} >>`);
    else if (tag.across) parts.push(`/A << /O /Table${acrossOf(tag)} >>`);
    if (box) parts.push(`/A << /O /Layout /Placement /Block /BBox [${box.map(num).join(' ')}] >>`);
    if (tag.alternative !== undefined) parts.push(`/Alt ${textString(tag.alternative)}`);
    if (language !== this.#language) parts.push(`/Lang (${language})`);
    this.#sink.object(ref, `<< ${parts.join(' ')} >>`);
  }
}

const acrossOf = ({ across }: Tag): string => (across === undefined ? '' : ` /ColSpan ${across}`);

const isSame = (open: Tag | undefined, tag: Tag | undefined): boolean =>
  open === tag || (open?.like !== undefined && open.like === tag?.like && open.kind === tag.kind);

/** What one page holds of the structure: its marked content, numbered from 0, and its links. */
export class PageStructure {
  /** Key of the page in the tree of parents. */
  readonly key: number;
  readonly #tree: StructureTree;
  readonly #page: Ref;
  readonly #part: Tag;
  readonly #sink: PdfSink;
  readonly #parents: ParentTree;
  readonly #contents: Ref;
  readonly #marked: Ref[] = [];
  /** Links of the page's furniture, read after all else. */
  readonly #aside: Ref[] = [];

  constructor(tree: StructureTree, page: Ref, part: Tag, sink: PdfSink, parents: ParentTree) {
    this.#tree = tree;
    this.#page = page;
    this.#part = part;
    this.#sink = sink;
    this.#parents = parents;
    this.#contents = sink.allocate();
    this.key = parents.add(this.#contents);
  }

  /** The element that a line belongs to. @param language null where its letters do not say */
  elementFor(tag: Tag, language: string | null): OpenElement {
    return this.#tree.element(this.#tree.tagIn(language, tag), this.#part);
  }

  /** @returns the number of marked content that now begins, part of an element */
  begin(element: OpenElement): number {
    const id = this.#marked.length;
    this.#marked.push(element.ref);
    element.page ??= this.#page;
    const here = element.page === this.#page;
    element.kids.push(here ? String(id) : `<< /Type /MCR /Pg ${refText(this.#page)} /MCID ${id} >>`);
    return id;
  }

  /** @returns the tag of what is linked, the number of the link's own object, and its key */
  link(within: Tag): Readonly<{ tag: Tag; annotation: Ref; key: number }> {
    const tag: Tag = { kind: 'Link', within };
    const element = this.#tree.element(tag, this.#part);
    const annotation = this.#sink.allocate();
    element.page ??= this.#page;
    element.kids.push(this.#leadsTo(annotation));
    return { tag, annotation, key: this.#parents.add(element.ref) };
  }

  /** A link of the page's furniture, whose text is no content. */
  linkAside(): Readonly<{ annotation: Ref; key: number }> {
    const [paragraph, link] = [this.#sink.allocate(), this.#sink.allocate()];
    const annotation = this.#sink.allocate();
    this.#sink.object(paragraph, `<< /S /P /P ${refText(this.#tree.part().ref)} /K ${refText(link)} >>`);
    this.#sink.object(
      link,
      `<< /S /Link /P ${refText(paragraph)} /Pg ${refText(this.#page)} /K ${this.#leadsTo(annotation)} >>`,
    );
    this.#aside.push(paragraph);
    return { annotation, key: this.#parents.add(link) };
  }

  finish(): void {
    this.#sink.object(this.#contents, `[${this.#marked.map(refText).join(' ')}]`);
    this.#tree.part().kids.push(...this.#aside.map(refText));
  }

  #leadsTo(annotation: Ref): string {
    return `<< /Type /OBJR /Obj ${refText(annotation)} /Pg ${refText(this.#page)} >>`;
  }
}
