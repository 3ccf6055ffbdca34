import { createHash } from 'node:crypto';
import { visibleText } from '../../../shared/visible-text.ts';
import type { Canvas, PageInFile } from './canvas.ts';
import { srgbProfile } from './srgb-profile.ts';
import { num, refText, textString, type PdfSink, type Ref, type WrittenPdf } from './sink.ts';
import { StructureTree } from './tagged/structure-tree.ts';
import type { Tag } from './tagged/tag.ts';

/** A bookmark: its title, the printed number of the page it opens, how far down on it in points, and those below it. */
export type Bookmark = Readonly<{ title: string; page: number; down?: number; below: readonly Bookmark[] }>;

export type DocumentFacts = Readonly<{
  title: string;
  /** UTC, from the case: a clock would make each build another file. */
  date: string;
  program: string;
  bookmarks: readonly Bookmark[];
  /** Optional content groups of imported pages, and which of them are hidden. */
  layers: Readonly<{ all: readonly Ref[]; off: readonly Ref[] }>;
  /** Names that a link from outside can ask for, with the printed number of their page; sorted by name. */
  destinations: readonly (readonly [name: string, page: number])[];
  /** A file that travels inside, or none; `seed` makes the file's identifier. */
  attachment: Readonly<{ name: string; mediaType: string; bytes: Uint8Array; about: string }> | null;
  seed: Uint8Array;
  conformance: Conformance;
}>;

/** What the file claims to be. Only what its own check has proven is claimed. */
export type Conformance = 'PDF/A-3b' | 'PDF 1.7';

/** Most children of one node of the page tree: a viewer finds page 9,000 without reading 9,000 references. */
const branching = 64;

/**
 * The pages of one PDF. Numbers of page objects are given out before anything is written, so that links can lead
 * forward; each page is written as soon as it is drawn.
 */
export class PdfDocument {
  readonly #sink: PdfSink;
  readonly #pages: readonly Ref[];
  readonly #parents: readonly Ref[];
  readonly #nodes: readonly TreeNode[];
  readonly #first: number;
  readonly #heights: readonly number[];
  readonly #last: number;
  readonly #language: string;
  readonly #structure: StructureTree;
  #next = 0;

  /**
   * @param language of the document
   * @param first printed number of the first page: a later volume goes on counting
   * @param last printed number of the last page of all volumes: a link to another file's page is left out
   * @param heights of the pages, in points: a link then leads to the top of a page or to a place on it, and keeps the zoom;
   *   where they are not known it shows the whole page
   */
  constructor(
    sink: PdfSink,
    pageCount: number,
    language: string,
    first = 1,
    last = pageCount,
    heights: readonly number[] = [],
  ) {
    this.#sink = sink;
    this.#language = language;
    this.#structure = new StructureTree(sink, language);
    this.#last = last;
    this.#first = first;
    this.#heights = heights;
    this.#pages = Array.from({ length: pageCount }, () => sink.allocate());
    this.#nodes = pageTree(this.#pages, sink);
    const parentOf = new Map(this.#nodes.flatMap(({ ref, kids }) => kids.map((kid) => [kid, ref] as const)));
    this.#parents = this.#pages.map((page) => parentOf.get(page) ?? page);
  }

  /** What the next page is drawn with. @param part of the document that it belongs to */
  beginPage(part: Tag): PageInFile {
    const page = this.#pages[this.#next];
    if (page === undefined) throw new Error(`page ${this.#next + 1} is one more than was planned`);
    const structure = this.#structure.beginPage(page, part);
    return { structure, has: (number) => this.#has(number) };
  }

  /** Writes the next page. */
  addPage(canvas: Canvas): void {
    const index = this.#next++;
    const [page, parent] = [this.#pages[index], this.#parents[index]];
    if (page === undefined || parent === undefined) throw new Error(`page ${index + 1} is one more than was planned`);
    const content = this.#sink.allocate();
    const drawn = canvas.finish();
    for (const { x, y, width, height, toPage, down, words, annotation, key } of canvas.links) {
      const box = [x, canvas.height - y - height, x + width, canvas.height - y];
      this.#sink.object(
        annotation,
        `<< /Type /Annot /Subtype /Link /Rect [${box.map(num).join(' ')}] /Border [0 0 0] /F 4 /Dest ${this.#destination(toPage, down)} ` +
          `/Contents ${textString(words)} /StructParent ${key} >>`,
      );
    }
    const links = canvas.links.map(({ annotation }) => refText(annotation));
    this.#sink.object(
      page,
      `<< /Type /Page /Parent ${refText(parent)} /MediaBox [0 0 ${num(canvas.width)} ${num(canvas.height)}] /Resources ${canvas.resources()} ` +
        `/Contents ${refText(content)}${links.length > 0 ? ` /Annots [${links.join(' ')}]` : ''} /StructParents ${canvas.structure.key} /Tabs /S >>`,
    );
    this.#sink.stream(content, '', Buffer.from(drawn, 'latin1'));
  }

  /** Everything around the pages, then the end of the file. */
  async finish(facts: DocumentFacts): Promise<WrittenPdf> {
    if (this.#next !== this.#pages.length)
      throw new Error(`${this.#next} of ${this.#pages.length} planned pages were drawn`);
    for (const { ref, kids, count, parent } of this.#nodes) {
      const up = parent === null ? '' : ` /Parent ${refText(parent)}`;
      this.#sink.object(ref, `<< /Type /Pages${up} /Count ${count} /Kids [${kids.map(refText).join(' ')}] >>`);
    }
    const [outline, metadata, profile, info, catalog] = Array.from({ length: 5 }, () =>
      this.#sink.allocate(),
    ) as unknown as readonly [Ref, Ref, Ref, Ref, Ref]; // five, as asked for
    this.#writeOutline(outline, facts.bookmarks);
    const title = visibleText(facts.title); // XML knows no control characters, and the two must say the same
    const metadataXml = Buffer.from(xmp({ ...facts, title }), 'utf8');
    this.#sink.stream(metadata, '/Type /Metadata /Subtype /XML', metadataXml, false);
    this.#sink.stream(profile, '/N 3', srgbProfile());
    const attached = this.#attach(facts);
    const structure = this.#structure.finish();
    const date = pdfDate(facts.date);
    this.#sink.object(
      info,
      `<< /Title ${textString(title)} /Producer ${textString(facts.program)} /CreationDate ${date} /ModDate ${date} >>`,
    );
    const labels = this.#first === 1 ? '' : ` /St ${this.#first}`;
    const named = facts.destinations.filter(([, page]) => this.#has(page));
    const names = named.map(([name, page]) => `${textString(name)} ${this.#destination(page)}`).join(' ');
    const destinations = named.length > 0 ? `/Dests << /Names [${names}] >> ` : '';
    this.#sink.object(
      catalog,
      `<< /Type /Catalog /Version /1.7 /Pages ${refText(this.#nodes.at(-1)?.ref ?? catalog)} /Outlines ${refText(outline)} /PageMode /UseOutlines ` +
        `/PageLabels << /Nums [0 << /S /D${labels} >>] >> /Names << ${destinations}${attached.names} >>${attached.af} ` +
        `/OpenAction [${refText(this.#page(this.#first))} /XYZ null null 1] /OutputIntents [${outputIntent(profile)}] /Lang (${this.#language}) /MarkInfo << /Marked true >> /StructTreeRoot ${refText(structure)} /ViewerPreferences << /DisplayDocTitle true >> /Metadata ${refText(metadata)}${layerText(facts.layers)} >>`,
    );
    const id = createHash('sha256').update(facts.seed).update(facts.title).digest('hex').slice(0, 32).toUpperCase();
    return this.#sink.finish(catalog, info, id);
  }

  /** The file that travels inside, as the catalog names it (ISO 19005-3 §6.8). */
  #attach({ attachment, date }: DocumentFacts): Readonly<{ names: string; af: string }> {
    if (!attachment) return { names: '', af: '' };
    const [file, spec] = [this.#sink.allocate(), this.#sink.allocate()];
    this.#sink.stream(
      file,
      `/Type /EmbeddedFile /Subtype /${attachment.mediaType.replace('/', '#2F')} /Params << /Size ${attachment.bytes.length} /ModDate ${pdfDate(date)} >>`,
      attachment.bytes,
    );
    const name = textString(attachment.name);
    this.#sink.object(
      spec,
      `<< /Type /Filespec /F ${name} /UF ${name} /Desc ${textString(attachment.about)} /AFRelationship /Data /EF << /F ${refText(file)} /UF ${refText(file)} >> >>`,
    );
    return { names: `/EmbeddedFiles << /Names [${name} ${refText(spec)}] >>`, af: ` /AF [${refText(spec)}]` };
  }

  #has(number: number): boolean {
    if (!(number >= 1 && number <= this.#last)) throw new Error(`a link leads to page ${number} of ${this.#last}`);
    return number >= this.#first && number < this.#first + this.#pages.length;
  }

  /** @param down points from the top of the page (ISO 32000-1 §12.3.2.2) */
  #destination(number: number, down = 0): string {
    const height = this.#heights[number - this.#first];
    const how = height === undefined ? '/Fit' : `/XYZ null ${num(height - down)} null`;
    return `[${refText(this.#page(number))} ${how}]`;
  }

  #page(number: number): Ref {
    const page = this.#pages[number - this.#first];
    if (page === undefined) throw new Error(`a link leads to page ${number} of ${this.#pages.length}`);
    return page;
  }

  #writeOutline(root: Ref, bookmarks: readonly Bookmark[]): void {
    const write = (list: readonly Bookmark[], parent: Ref): { first: Ref; last: Ref } | null => {
      const refs = list.map(() => this.#sink.allocate());
      list.forEach((bookmark, at) => {
        const ref = refs[at] as Ref; // one for each bookmark
        const below = write(bookmark.below, ref);
        const around = [
          ...(at > 0 ? [`/Prev ${refText(refs[at - 1] as Ref)}`] : []), // at least one before it
          ...(at < list.length - 1 ? [`/Next ${refText(refs[at + 1] as Ref)}`] : []), // at least one after it
          ...(below
            ? [`/First ${refText(below.first)} /Last ${refText(below.last)} /Count ${countOf(bookmark.below)}`]
            : []),
        ];
        this.#sink.object(
          ref,
          `<< /Title ${textString(visibleText(bookmark.title))} /Parent ${refText(parent)} /Dest ${this.#destination(bookmark.page, bookmark.down)} ${around.join(' ')} >>`,
        );
      });
      const [first, last] = [refs[0], refs.at(-1)];
      return first === undefined || last === undefined ? null : { first, last };
    };
    const ends = write(bookmarks, root);
    this.#sink.object(
      root,
      `<< /Type /Outlines${ends ? ` /First ${refText(ends.first)} /Last ${refText(ends.last)} /Count ${countOf(bookmarks)}` : ''} >>`,
    );
  }
}

/** Bookmarks and all below them: each is shown open. */
function countOf(bookmarks: readonly Bookmark[]): number {
  return bookmarks.reduce((sum, { below }) => sum + 1 + countOf(below), 0);
}

/** Layers as their documents were opened; a reader may switch them, as in the original (ISO 32000-1 §8.11.4). */
function layerText({ all, off }: DocumentFacts['layers']): string {
  if (all.length === 0) return '';
  const list = (refs: readonly Ref[]) => `[${refs.map(refText).join(' ')}]`;
  return ` /OCProperties << /OCGs ${list(all)} /D << /Name (Default) /Order ${list(all)} /OFF ${list(off)} >> >>`;
}

/** Says which red a plain RGB red is: sRGB, as browsers take pictures that do not say (ISO 32000-1 §14.11.5). */
function outputIntent(profile: Ref): string {
  const name = '(sRGB IEC61966-2-1)';
  return `<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ${name} /Info ${name} /DestOutputProfile ${refText(profile)} >>`;
}

type TreeNode = { readonly ref: Ref; readonly kids: readonly Ref[]; readonly count: number; parent: Ref | null };

/** A balanced page tree, from the leaves up; the root is the last node. */
function pageTree(pages: readonly Ref[], sink: PdfSink): readonly TreeNode[] {
  const nodes = new Map<Ref, TreeNode>();
  let level = pages.map((ref) => ({ ref, count: 1 }));
  do {
    const above = Array.from({ length: Math.max(1, Math.ceil(level.length / branching)) }, (_, at): TreeNode => {
      const kids = level.slice(at * branching, (at + 1) * branching);
      const ref = sink.allocate();
      for (const kid of kids) {
        const below = nodes.get(kid.ref);
        if (below) below.parent = ref;
      }
      return {
        ref,
        kids: kids.map((kid) => kid.ref),
        count: kids.reduce((sum, { count }) => sum + count, 0),
        parent: null,
      };
    });
    for (const node of above) nodes.set(node.ref, node);
    level = above;
  } while (level.length > 1);
  return [...nodes.values()];
}

/** `D:20190506013000Z` */
function pdfDate(instant: string): string {
  return `(D:${instant.slice(0, 19).replace(/[-:T]/g, '')}Z)`;
}

/** XMP that says the same as the Info dictionary, without a random identifier. */
function xmp({ title, date, program, conformance }: DocumentFacts): string {
  const escape = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const when = `${date.slice(0, 19)}Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(title)}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>${when}</xmp:CreateDate><xmp:ModifyDate>${when}</xmp:ModifyDate><pdf:Producer>${escape(program)}</pdf:Producer>
</rdf:Description>${conformance === 'PDF/A-3b' ? claim : ''}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

/** ISO 19005-3 §6.6.4. */
const claim = `
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>`;
