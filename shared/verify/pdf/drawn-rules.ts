import { causeOfPart } from '../pdf-part.ts';
import type { Cause } from '../../text.ts';
import { because } from '../../cause.ts';
import type { BundleFindingCode } from '../../messages/verify/bundle-verify-messages.ts';
import { failed, note, type CheckFindings, type Finding } from '../findings.ts';
import type { Manifest } from '../package/manifest.ts';
import { readPageContent, type Box, type PageContent, type PictureBlock } from './page-content.ts';
import { footersOf, type PageFooters } from './page-text.ts';
import type { PdfReader } from './pdf-reader.ts';
import { PdfName, PdfReference, type PdfDict, type PdfValue } from './pdf-value.ts';
import { pageObjects } from './printed-pages.ts';

type BundleFinding = Finding<BundleFindingCode>;

/** Some ten times the content of a full page of small print. */
const mostContent = 16 << 20;
/** Coordinates are rounded to a thousandth of a point. */
const near = 0.05;
/** Rows that a tile shares with the next, which is painted over them; one more for rounding. */
const sharedRows = 33;
/** So many marks may cross one: more would be paint. */
const mostCrossing = 6;

/** Pictures of a page, its parts, its views with inner parts at full size and rolled: each stands on a page. */
const mustShow: ReadonlySet<string> = new Set([
  'screenshot-tile',
  'screenshot-region',
  'screenshot-expanded',
  'screenshot-rolling',
]);
/** Kinds of pages that show pictures. */
const showing: ReadonlySet<string> = new Set([
  ...['summary', 'exhibit', 'key-page', 'key-and-whole', 'comparison', 'side-by-side'],
]);

type Size = Readonly<{ width: number; height: number }>;

/**
 * What every page draws, by its content and not by what it lists: only by this program's own operators; pictures of the
 * manifest only, each of its exhibit, upright, in its own proportions, under nothing else that is painted; and of every
 * exhibit's pictures every row, whole. Beside that an exhibit's pages may leave out what its record says is blank at the sides. What imported pages draw inside themselves, and what texts say, is not compared with
 * anything, and that is said.
 */
export async function checkDrawn(
  reader: PdfReader,
  manifest: Manifest,
): Promise<CheckFindings<BundleFindingCode> & Readonly<{ marks: PageMarks; footers: PageFooters }>> {
  const findings: BundleFinding[] = [];
  const first = manifest.volume?.first ?? 1;
  const catalog = await reader.dict(reader.trailer.get('Root'));
  const pages = await pageObjects(reader, catalog.get('Pages'));
  const drawn = new Drawn(reader, manifest);
  for (const [at, object] of pages.entries()) {
    const page = first + at;
    const faults = await drawn.take(page, await reader.dict(new PdfReference(object)), manifest.pages[at]?.kind ?? '');
    findings.push(...faults.map((what) => failed('page-drawn-otherwise', { page, what })));
  }
  findings.push(...drawn.shownFindings());
  if (drawn.imported > 0) findings.push(note('imported-unread', { count: drawn.imported }));
  return { check: 'drawn', looked: pages.length, findings, marks: drawn.marks, footers: drawn.footers };
}

/** Kinds of pages that show an exhibit over its whole width. */
const whole: ReadonlySet<string> = new Set(['exhibit', 'key-and-whole']);

/** By the object of a page's content: how many parts of it are marked as elements; null where something is not marked. */
export type PageMarks = ReadonlyMap<number, number | null>;

/** Gathers what pages show, page after page. */
class Drawn {
  readonly marks = new Map<number, number | null>();
  readonly footers = new Map<number, readonly string[]>();
  readonly #reader: PdfReader;
  readonly #manifest: Manifest;
  /** Object of each picture → digest of the file that it stands for. */
  readonly #files: ReadonlyMap<number, string>;
  readonly #sizes = new Map<number, Size>();
  /** The exhibits that have a file of this digest. */
  readonly #holding: ReadonlyMap<string, readonly Manifest['exhibits'][number][]>;
  readonly #foreign: BundleFinding[] = [];
  readonly #seen = new Set<number>();
  /** Rows shown of each picture on the exhibit's own pages, from 0 to 1 of its height. */
  readonly #rows = new Map<string, Map<number, (readonly [number, number])[]>>();
  /** Of a page with something foreign in it nothing more is said: what it lacks follows from that. */
  #unread = false;
  imported = 0;

  constructor(reader: PdfReader, manifest: Manifest) {
    this.#reader = reader;
    this.#manifest = manifest;
    // A picture of a filing copy stands for the original that it names.
    this.#files = new Map(manifest.images.map(({ object, sha256, derived }) => [object, derived?.original ?? sha256]));
    const holders = manifest.exhibits.flatMap((one) =>
      [...new Set(one.files.map(({ sha256 }) => sha256))].map((sha256) => [sha256, one] as const),
    );
    const grouped = Map.groupBy(holders, ([sha256]) => sha256);
    this.#holding = new Map([...grouped].map(([sha256, some]) => [sha256, some.map(([, one]) => one)]));
  }

  /** @returns what is wrong with the page, in PDF's words or ours */
  async take(page: number, dict: PdfDict, kind: string): Promise<readonly Cause[]> {
    const contents = dict.get('Contents');
    if (!(contents instanceof PdfReference)) return [causeOfPart('/Contents')];
    const text = await this.#reader.unpackedText(contents.object, mostContent);
    this.footers.set(contents.object, footersOf(text));
    const content = readPageContent(text);
    this.marks.set(contents.object, markedIn(content));
    if (content.foreign !== null) {
      this.#unread = true;
      return [
        content.foreign.trim() === '' ? because('pdf-empty-line') : because('pdf-words', { words: content.foreign }),
      ];
    }
    const listed = await this.#reader.dict((await this.#reader.dict(dict.get('Resources'))).get('XObject'));
    const faults: Cause[] = [];
    const named = new Set<string>();
    const objectOf = (name: string): number => {
      named.add(name);
      const ref = listed.get(name);
      return ref instanceof PdfReference ? ref.object : 0;
    };
    const exhibit = this.#exhibitOf(page);
    const paper = paperOf(dict.get('MediaBox'));
    for (const block of content.blocks) {
      const pictures = block.pictures.map(({ name, box }) => ({ object: objectOf(name), box }));
      for (const { object } of pictures) this.#shows(object, page, exhibit, kind);
      faults.push(...(await this.#blockFaults(block, pictures, paper, kind, marginsOf(exhibit))));
      // Beside the whole its part with the words in dispute may stand, which is cut at its sides and shows no rows.
      if (exhibit && whole.has(kind)) this.#noteRows(exhibit.number, block, pictures);
      else if (exhibit && kind === 'key-page') this.#noteRows(exhibit.number, block, pictures, 0);
      else if (exhibit) faults.push(because('drawn-kind', { kind }));
    }
    const formBoxes: Box[] = [];
    for (const form of content.forms) {
      const box = await this.#boxOfForm(objectOf(form.name), form.matrix);
      if (box) formBoxes.push(box);
      else faults.push(because('drawn-without-clip'));
    }
    if (formBoxes.length > 0) {
      this.imported += 1;
      if (kind !== 'exhibit' || !isOfDocument(exhibit) || formBoxes.length > 1 || content.blocks.length > 0)
        faults.push(because('pdf-form'));
    }
    for (const name of listed.keys()) if (!named.has(name)) faults.push(causeOfPart(`/${name}`));
    faults.push(...overFaults(content, formBoxes, this.#manifest.draft, kind));
    return faults;
  }

  /** Pictures that are on no page, or not in full. */
  shownFindings(): readonly BundleFinding[] {
    const findings = [...this.#foreign];
    if (this.#unread) return findings;
    for (const object of this.#files.keys())
      if (!this.#seen.has(object) || !this.#isOnOwnPage(object)) findings.push(failed('image-undrawn', { object }));
    const elsewhere = this.#manifest.exhibits.filter((exhibit) => this.#goesOn(exhibit)).length;
    if (elsewhere > 0) findings.push(note('exhibits-elsewhere', { count: elsewhere }));
    for (const exhibit of this.#manifest.exhibits) {
      if (this.#goesOn(exhibit)) continue;
      const { number, files } = exhibit;
      const rows = this.#rows.get(number) ?? new Map<number, (readonly [number, number])[]>();
      const shown = new Set([...rows.keys()].map((object) => this.#files.get(object)));
      for (const { role, name, sha256 } of files)
        if (mustShow.has(role) && !shown.has(sha256)) findings.push(failed('image-unlisted', { number, name }));
      for (const [object, parts] of rows) {
        const row = 1 / (this.#sizes.get(object)?.height ?? 1);
        if (!isWhole(parts, row * 1.5)) findings.push(failed('image-cut', { number, object }));
      }
    }
    return findings;
  }

  /** A picture may stand beside others for comparison too; on the pages of an exhibit that holds it, it stands first. */
  #isOnOwnPage(object: number): boolean {
    const holding = this.#holding.get(this.#files.get(object) ?? '') ?? [];
    if (holding.some((exhibit) => this.#goesOn(exhibit))) return true;
    return holding.some(({ number }) => this.#rows.get(number)?.has(object) === true);
  }

  /** Whether an exhibit has pages in another volume. A file that is no volume cannot say so. */
  #goesOn({ part }: Manifest['exhibits'][number]): boolean {
    return part === true && (this.#manifest.volume?.of ?? 1) > 1;
  }

  #exhibitOf(page: number): Manifest['exhibits'][number] | null {
    return this.#manifest.exhibits.find(({ pages: [from, to] }) => page >= from && page <= to) ?? null;
  }

  #shows(object: number, page: number, exhibit: Manifest['exhibits'][number] | null, kind: string): void {
    this.#seen.add(object);
    const sha256 = this.#files.get(object);
    const own = sha256 !== undefined && (exhibit === null || exhibit.files.some((file) => file.sha256 === sha256));
    if (!own || !showing.has(kind))
      this.#foreign.push(failed('image-foreign', { number: exhibit?.number ?? '–', page, object }));
  }

  async #blockFaults(
    { clip }: PictureBlock,
    pictures: readonly Readonly<{ object: number; box: Box }>[],
    paper: Box,
    kind: string,
    margins: readonly [number, number],
  ): Promise<readonly Cause[]> {
    const faults: Cause[] = [];
    if (!(clip.width > 0 && clip.height > 0) || !holds(paper, clip)) faults.push(because('drawn-clip'));
    let above: Box | null = null;
    for (const { object, box } of pictures) {
      const size = await this.#sizeOf(object);
      const scale = box.width / size.width;
      if (!(scale > 0) || Math.abs(box.height - size.height * scale) > near + scale)
        faults.push(because('drawn-stretched'));
      if (box.x > clip.x + near || box.x + box.width < clip.x + clip.width - near) faults.push(because('drawn-beside'));
      if (kind === 'exhibit' && !isOnlyMargin(box, clip, margins, scale)) faults.push(because('drawn-cut-at-side'));
      if (above) {
        const over = top(box) - above.y; // how far it lies over the one above it
        const same = Math.abs(box.x - above.x) < near && Math.abs(box.width - above.width) < near;
        if (!same || over < -near || over > sharedRows * scale + near) faults.push(because('drawn-over-another'));
      } else if (top(box) < top(clip) - near) faults.push(because('drawn-below'));
      above = box;
    }
    if (above && above.y > clip.y + near) faults.push(because('drawn-above'));
    return faults;
  }

  /** @param share 0 for a page that shows a part on purpose: the whole must then stand on another */
  #noteRows(
    number: string,
    { clip }: PictureBlock,
    pictures: readonly Readonly<{ object: number; box: Box }>[],
    share = 1,
  ): void {
    const rows = this.#rows.get(number) ?? new Map<number, (readonly [number, number])[]>();
    this.#rows.set(number, rows);
    for (const { object, box } of pictures) {
      const from = (top(box) - Math.min(top(box), top(clip))) / box.height;
      const to = (top(box) - Math.max(box.y, clip.y)) / box.height;
      rows.set(object, [...(rows.get(object) ?? []), share === 0 || isCut(box, clip) ? [0, 0] : [from, to]]);
    }
  }

  async #sizeOf(object: number): Promise<Size> {
    const known = this.#sizes.get(object);
    if (known) return known;
    const dict = await this.#reader.dict(new PdfReference(object));
    const number = (key: string) => {
      const value = dict.get(key);
      return typeof value === 'number' ? value : 0;
    };
    const size = { width: number('Width'), height: number('Height') };
    this.#sizes.set(object, size);
    return size;
  }

  /** Where a form's box comes to stand: its box by its own matrix, then by the page's. Null where it is no form. */
  async #boxOfForm(object: number, matrix: readonly number[]): Promise<Box | null> {
    const dict = await this.#reader.dict(new PdfReference(object));
    const subtype = dict.get('Subtype');
    if (!(subtype instanceof PdfName && subtype.name === 'Form')) return null;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbersIn(dict.get('BBox'));
    const own = dict.has('Matrix') ? numbersIn(dict.get('Matrix')) : [1, 0, 0, 1, 0, 0];
    const corners = [x0, x1].flatMap((x) => [y0, y1].map((y) => moved(matrix, moved(own, [x, y]))));
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  }
}

const markedIn = ({ foreign, unmarked, elements }: PageContent): number | null =>
  foreign !== null || unmarked ? null : elements;

/** What is painted over a picture or an imported page, or under the latter, whose paper may let it through. */
function overFaults(
  { painted, blocks, frames, marks, watermark }: PageContent,
  formBoxes: readonly Box[],
  draft: boolean,
  kind: string,
): readonly Cause[] {
  const faults: Cause[] = [];
  const shown = [...blocks.map(({ clip }) => clip), ...formBoxes];
  for (const { what, box } of painted)
    if (shown.some((one) => overlap(box, one))) faults.push(because(`drawn-${what}-over`));
  // On an exhibit's own pages nothing is written after its picture: what a font paints may reach anywhere.
  const own = whole.has(kind) || kind === 'key-page';
  for (const { what, late } of painted) if (own && late) faults.push(because(`drawn-${what}-after`));
  const texts = painted.flatMap(({ what, box }, at) => (what === 'text' ? [{ box, at }] : []));
  for (const [at, { what, box }] of painted.entries())
    if (what === 'fill' && texts.some((text) => text.at < at && isIn(text.box, box)))
      faults.push(because('drawn-fill-over-text'));
  for (const frame of frames) if (!shown.some((one) => isSame(frame, one))) faults.push(because('drawn-frame-empty'));
  if (own)
    for (const mark of marks)
      if (marks.filter((other) => !isSame(other, mark) && overlap(other, mark)).length > mostCrossing)
        faults.push(because('drawn-marks-cover'));
  if (marks.length > 0 && shown.length === 0) faults.push(because('drawn-mark-empty'));
  if (watermark && !draft) faults.push(because('drawn-watermark'));
  return [...new Set(faults)];
}

/** Whether an exhibit has a PDF among its files, whose pages may be drawn. */
function isOfDocument(exhibit: Manifest['exhibits'][number] | null): boolean {
  return exhibit?.files.some(({ name }) => name.toLowerCase().endsWith('.pdf')) === true;
}

/** What its record says is blank at the sides of an exhibit's picture; an older manifest says nothing. */
const marginsOf = (exhibit: Manifest['exhibits'][number] | null): readonly [number, number] =>
  exhibit?.margins ?? [0, 0];

/** Whether of a picture nothing is left out at its sides but what is blank. */
function isOnlyMargin(box: Box, clip: Box, [left, right]: readonly [number, number], scale: number): boolean {
  if (!isCut(box, clip)) return true;
  const end = box.x + box.width - clip.x - clip.width;
  return clip.x - box.x <= left * scale + near && end <= right * scale + near;
}

/** Whether a picture is not shown in its whole width. */
const isCut = (box: Box, clip: Box): boolean => box.width > clip.width + near * 2;
const top = ({ y, height }: Box): number => y + height;
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - near && a.x + a.width > b.x + near && a.y < top(b) - near && top(a) > b.y + near;
const isSame = (a: Box, b: Box): boolean =>
  [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height].every((off) => Math.abs(off) < near);
const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - near &&
  inner.y >= outer.y - near &&
  inner.x + inner.width <= outer.x + outer.width + near &&
  top(inner) <= top(outer) + near;
/** Whether a text's beginning lies in a box. */
const isIn = ({ x, y, height }: Box, box: Box): boolean =>
  x >= box.x - near && x < box.x + box.width && y + height / 2 > box.y && y + height / 2 < top(box);

/** Whether stretches together reach from 0 to 1 with no gap wider than `gap`. */
function isWhole(parts: readonly (readonly [number, number])[], gap: number): boolean {
  let reached = 0;
  for (const [from, to] of [...parts].sort(([a], [b]) => a - b)) {
    if (from > reached + gap) return false;
    reached = Math.max(reached, to);
  }
  return reached >= 1 - gap;
}

function paperOf(value: PdfValue | undefined): Box {
  const [x = 0, y = 0, right = 0, above = 0] = numbersIn(value);
  return { x, y, width: right - x, height: above - y };
}

function numbersIn(value: PdfValue | undefined): readonly number[] {
  return Array.isArray(value) ? (value as readonly PdfValue[]).map((one) => (typeof one === 'number' ? one : 0)) : []; // a list holds values
}

function moved([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[], [x, y]: readonly [number, number]) {
  return [a * x + c * y + e, b * x + d * y + f] as const;
}
