import { withoutHidden } from '../../../shared/visible-text.ts';
import type { EmbeddedFonts } from './font.ts';
import type { FontFaces, Weight } from './font-face.ts';
import { num, refText, textString, type Ref } from './sink.ts';
import type { OpenElement, PageStructure } from './tagged/structure-tree.ts';
import { languageOf, type TagOrArtifact, type Tag } from './tagged/tag.ts';

/** Colours as red, green, blue from 0 to 1. */
export type Colour = readonly [number, number, number];
export const ink: Colour = [0.106, 0.118, 0.137];
export const softInk: Colour = [0.365, 0.388, 0.424];
export const hairline: Colour = [0.78, 0.76, 0.72];
export const linkInk: Colour = [0.137, 0.325, 0.612];
export const sealInk: Colour = [0.694, 0.208, 0.165];

/** A rectangle of a page, in points from its upper left corner. */
export type Area = Readonly<{ x: number; y: number; width: number; height: number }>;

/** Where a link leads, to a page by its printed number or to a line `down` points from its top, and what it says. */
export type LinkTarget = Readonly<{ toPage: number; down?: number; words: string }>;
export type Link = Area & LinkTarget & Readonly<{ annotation: Ref; key: number }>;

/** What may be drawn of a picture, in its frame. */
export type PicturePaint = Readonly<{ image(ref: Ref, x: number, y: number, width: number, height: number): void }>;
/** What may be drawn in a layer of unseen words. */
export type WordsPaint = Readonly<{ behind(x: number, y: number, width: number, size: number, words: string): void }>;

/** A page's place in its file, as far as what is drawn on it must know. */
export type PageInFile = Readonly<{ structure: PageStructure; has(page: number): boolean }>;

/**
 * One page as it is drawn. Lengths in points; x from the left, y from the top downward. Nothing here knows of evidence.
 * Whoever draws says what it is: text, pictures and words take the tag of their element, lines and frames are furniture.
 * So nothing on a page is without a mark (ISO 32000-1 §14.8.2.2).
 */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly links: Link[] = [];
  readonly images = new Set<Ref>();
  readonly #faces: FontFaces;
  readonly #fonts: EmbeddedFonts;
  readonly #named = new Set<string>();
  readonly #parts: string[] = [];
  readonly #inFile: PageInFile;
  /** How many brackets are open: `q`, or marked content of more than one element. */
  #open = 0;
  /** What is being marked: as long as the same is drawn, one mark holds all of it. */
  #marked: OpenElement | 'artifact' | null = null;
  #isFurniture = false;

  constructor(width: number, height: number, faces: FontFaces, fonts: EmbeddedFonts, inFile: PageInFile) {
    this.width = width;
    this.height = height;
    this.#faces = faces;
    this.#fonts = fonts;
    this.#inFile = inFile;
  }

  /** Ends the page. @returns its content */
  finish(): string {
    this.#unmark();
    this.#inFile.structure.finish();
    return this.#parts.join('\n');
  }

  get structure(): PageStructure {
    return this.#inFile.structure;
  }

  /** What `draw` draws stood on a page before, and is not read out again: the head of a table that goes on. */
  furniture(draw: () => void): void {
    this.#isFurniture = true;
    draw();
    this.#isFurniture = false;
  }

  /** One line of text, its baseline at y. The text must be showable by the font. */
  text(
    mark: TagOrArtifact,
    x: number,
    y: number,
    text: string,
    size: number,
    weight?: Weight,
    colour: Colour = ink,
  ): void {
    if (text === '') return;
    this.#mark(mark, languageOf(text));
    const face = this.#faces.face(weight ?? 'regular');
    let left = x;
    for (const { font, text: piece, advance } of face.pieces(text)) {
      this.#named.add(font.name);
      this.#parts.push(
        `BT ${colour.map(num).join(' ')} rg /${font.name} ${num(size)} Tf 1 0 0 1 ${num(left)} ${num(this.height - y)} Tm ${this.#fonts.encode(font, piece)} Tj ET`,
      );
      left += advance * size;
    }
  }

  /** One line of text as `text`, smaller where it would be wider than `width` points: nothing runs out of its column. */
  textWithin(
    mark: TagOrArtifact,
    width: number,
    x: number,
    y: number,
    text: string,
    size: number,
    weight?: Weight,
    colour?: Colour,
  ): void {
    const natural = this.#faces.face(weight ?? 'regular').measure(text, size);
    this.text(mark, x, y, text, natural > width ? (size * width) / natural : size, weight, colour);
  }

  /** What `draw` writes is not seen, only found, copied and read out: text rendering mode 3 (ISO 32000-1 §9.3.6). */
  textLayer(tag: Tag, draw: (paint: WordsPaint) => void): void {
    this.#named.add('T');
    this.#mark(tag, null);
    this.#parts.push('q 3 Tr');
    draw({ behind: (...line) => this.#behind(...line) });
    this.#parts.push('Q');
    this.#unmark();
  }

  /** One invisible line over the words that a picture shows: baseline at y, stretched to `width`. */
  #behind(x: number, y: number, width: number, size: number, words: string): void {
    const text = withoutHidden(words); // copied, they would turn the reader's own text round
    const natural = charactersIn(text) * this.#fonts.invisibleWidth * size;
    if (natural <= 0 || width <= 0) return;
    this.#parts.push(
      `BT /T ${num(size)} Tf ${num((width / natural) * 100)} Tz 1 0 0 1 ${num(x)} ${num(this.height - y)} Tm ${this.#fonts.encodeInvisible(text)} Tj ET`,
    );
  }

  /** What is drawn inside reads as `text`, whole, however it is broken into lines (ISO 32000-1 §14.9.4). */
  readingAs(text: string, draw: () => void): void {
    this.#unmark();
    this.#parts.push(`/Span << /ActualText ${textString(text)} >> BDC`);
    this.#open += 1;
    draw();
    this.#open -= 1;
    this.#unmark();
    this.#parts.push('EMC');
  }

  /** The printed page number, marked so that a verifier finds it. */
  pageNumber(x: number, y: number, number: string, size: number, weight: Weight): void {
    this.#unmark();
    this.#parts.push('/Artifact << /Type /Pagination /Subtype /Footer >> BDC');
    this.#marked = 'artifact';
    this.text('artifact', x, y, number, size, weight);
    this.#unmark();
  }

  line(x1: number, y1: number, x2: number, y2: number, width = 0.5, colour: Colour = hairline): void {
    this.#mark('artifact', null);
    const [a, b] = [this.height - y1, this.height - y2];
    this.#parts.push(`${colour.map(num).join(' ')} RG ${num(width)} w ${num(x1)} ${num(a)} m ${num(x2)} ${num(b)} l S`);
  }

  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.#mark('artifact', null);
    this.#parts.push(
      `${colour.map(num).join(' ')} rg ${num(x)} ${num(this.height - y - height)} ${num(width)} ${num(height)} re f`,
    );
  }

  /** Large faint letters across the page. */
  watermark(text: string): void {
    this.#unmark();
    const size = 96;
    const width = this.#faces.bold.measure(text, size);
    const [cos, sin] = [Math.cos(Math.PI / 4), Math.sin(Math.PI / 4)];
    const [x, y] = [this.width / 2 - (width / 2) * cos, this.height / 2 - (width / 2) * sin];
    let along = 0;
    for (const { font, text: piece, advance } of this.#faces.bold.pieces(text)) {
      this.#named.add(font.name);
      const at = [cos, sin, -sin, cos, x + along * cos, y + along * sin].map(num).join(' ');
      this.#parts.push(
        `/Artifact BMC BT 0.93 0.86 0.85 rg /${font.name} ${size} Tf ${at} Tm ${this.#fonts.encode(font, piece)} Tj ET EMC`,
      );
      along += advance * size;
    }
  }

  /** Pictures within a rectangle, which cuts them. @param figure says what they show */
  picture(figure: Tag, { x, y, width, height }: Area, draw: (paint: PicturePaint) => void): void {
    const element = this.#mark(figure, null);
    const bottom = this.height - y - height;
    if (element) element.box ??= [x, bottom, x + width, bottom + height];
    this.#parts.push(`q ${num(x)} ${num(bottom)} ${num(width)} ${num(height)} re W n`);
    this.#open += 1;
    draw({ image: (...image) => this.#image(...image) });
    this.#open -= 1;
    this.#parts.push('Q');
  }

  /** A picture stretched to a rectangle. */
  #image(ref: Ref, x: number, y: number, width: number, height: number): void {
    this.images.add(ref);
    this.#parts.push(`q ${num(width)} 0 0 ${num(height)} ${num(x)} ${num(this.height - y - height)} cm /X${ref} Do Q`);
  }

  /** A hairline around a rectangle. */
  frame(x: number, y: number, width: number, height: number): void {
    this.#mark('artifact', null);
    this.#parts.push(
      `${hairline.map(num).join(' ')} RG 0.4 w ${num(x)} ${num(this.height - y - height)} ${num(width)} ${num(height)} re S`,
    );
  }

  /** A red frame over a picture: it marks, and hides nothing. */
  redFrame(x: number, y: number, width: number, height: number): void {
    this.#mark('artifact', null);
    const [left, bottom] = [x - 2, this.height - y - height - 2];
    this.#parts.push(`q 0.84 0.1 0.1 RG 1.4 w ${num(left)} ${num(bottom)} ${num(width + 4)} ${num(height + 4)} re S Q`);
  }

  /** An amber frame over a picture, around words that are quoted from it: it marks, and hides nothing. */
  amberFrame(x: number, y: number, width: number, height: number): void {
    this.#mark('artifact', null);
    const [left, bottom] = [x - 1.2, this.height - y - height - 1.2];
    const box = [left, bottom, width + 2.4, height + 2.4].map(num).join(' ');
    this.#parts.push(`q 0.87 0.55 0.02 RG 1.1 w ${box} re S Q`);
  }

  /**
   * A form placed by a matrix in PDF's own coordinates (y upward). It inherits the graphics state (ISO 32000-1 §8.10.1),
   * and pages of others rely on that of a page's beginning: colours, line, text, blending (Tables 52, 53 and 104), font
   * none. Some of it no operator sets back, so what was drawn before is shut in between `q` and `Q`.
   *
   * @param figure says what it is; its words are part of it
   * @throws {Error} inside a clip or marked words, where that cannot be done
   */
  form(figure: Tag, ref: Ref, matrix: readonly [number, number, number, number, number, number], shown: Area): void {
    if (this.#open > 0) throw new Error('a page of others is drawn inside something of ours');
    this.images.add(ref);
    this.#unmark();
    if (this.#parts.length > 0) this.#parts.splice(0, this.#parts.length, `q\n${this.#parts.join('\n')}\nQ`);
    const element = this.#mark(figure, null);
    const bottom = this.height - shown.y - shown.height;
    if (element) element.box ??= [shown.x, bottom, shown.x + shown.width, bottom + shown.height];
    this.#parts.push(`q ${matrix.map((value) => String(Number(value.toFixed(5)))).join(' ')} cm /X${ref} Do Q`);
  }

  /**
   * A link over a rectangle of what `within` is about.
   *
   * @returns the tag that its text is drawn with; `within` itself where the page is in another file, and no link is made
   */
  link(within: Tag, { x, y, width, height }: Area, target: LinkTarget): Tag {
    if (!this.#inFile.has(target.toPage) || this.#isFurniture) return within;
    const { tag, annotation, key } = this.#inFile.structure.link(within);
    this.links.push({ x, y, width, height, ...target, annotation, key });
    return tag;
  }

  /** A link of the running lines: its text is furniture, and it is read after the page's content. */
  linkAside({ x, y, width, height }: Area, target: LinkTarget): void {
    if (!this.#inFile.has(target.toPage)) return;
    this.links.push({ x, y, width, height, ...target, ...this.#inFile.structure.linkAside() });
  }

  /** Begins the mark of what is drawn next, where it is another than before. @returns its element; null: none */
  #mark(mark: TagOrArtifact, language: string | null): OpenElement | null {
    if (mark === 'artifact' || this.#isFurniture) {
      if (this.#marked === 'artifact') return null;
      this.#unmark();
      this.#parts.push('/Artifact BMC');
      this.#marked = 'artifact';
      return null;
    }
    const { structure } = this.#inFile;
    const element = structure.elementFor(mark, language);
    if (this.#marked === element) return element;
    this.#unmark();
    this.#parts.push(`/${element.kind} << /MCID ${structure.begin(element)} >> BDC`);
    this.#marked = element;
    return element;
  }

  #unmark(): void {
    if (this.#marked !== null) this.#parts.push('EMC');
    this.#marked = null;
  }

  /** The page's resources. */
  resources(): string {
    const images = [...this.images].map((ref) => `/X${ref} ${refText(ref)}`).join(' ');
    const fonts = [...this.#named].map((name) => `/${name} ${refText(this.#fonts.refOf(name))}`).join(' ');
    return `<< /Font << ${fonts} >> /XObject << ${images} >> >>`;
  }
}

function charactersIn(text: string): number {
  let count = text.length;
  for (let at = 0; at + 1 < text.length; at += 1)
    if ((text.codePointAt(at) ?? 0) > 0xffff) {
      count -= 1;
      at += 1;
    }
  return count;
}
