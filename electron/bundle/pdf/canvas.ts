import { withoutHidden } from '../../../shared/visible-text.ts';
import type { EmbeddedFonts } from './font.ts';
import type { FontFaces, Weight } from './font-face.ts';
import { num, refText, textString, type Ref } from './sink.ts';

/** Colours as red, green, blue from 0 to 1. */
export type Colour = readonly [number, number, number];
export const ink: Colour = [0.106, 0.118, 0.137];
export const softInk: Colour = [0.365, 0.388, 0.424];
export const hairline: Colour = [0.78, 0.76, 0.72];
export const linkInk: Colour = [0.137, 0.325, 0.612];
export const sealInk: Colour = [0.694, 0.208, 0.165];

/** Where a link leads: to a page, by its printed number, or to a line `down` points from its top. */
export type Link = Readonly<{
  x: number;
  y: number;
  width: number;
  height: number;
  toPage: number;
  down?: number;
}>;

/**
 * One page as it is drawn. Lengths in points; x from the left, y from the top downward. Nothing here knows of evidence.
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
  /** How many brackets are open: `q`, or marked content. */
  #open = 0;

  constructor(width: number, height: number, faces: FontFaces, fonts: EmbeddedFonts) {
    this.width = width;
    this.height = height;
    this.#faces = faces;
    this.#fonts = fonts;
  }

  get content(): string {
    return this.#parts.join('\n');
  }

  /** One line of text, its baseline at y. The text must be showable by the font. */
  text(x: number, y: number, text: string, size: number, weight: Weight = 'regular', colour: Colour = ink): void {
    const face = this.#faces.face(weight);
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
  textWithin(width: number, x: number, y: number, text: string, size: number, weight?: Weight, colour?: Colour): void {
    const natural = this.#faces.face(weight ?? 'regular').measure(text, size);
    this.text(x, y, text, natural > width ? (size * width) / natural : size, weight, colour);
  }

  /** What `draw` writes by `behind` is not seen, only found and copied: text rendering mode 3 (ISO 32000-1 §9.3.6). */
  textLayer(draw: () => void): void {
    this.#named.add('T');
    this.#within('q 3 Tr', draw, 'Q');
  }

  /** One invisible line over the words that a picture shows: baseline at y, stretched to `width`. */
  behind(x: number, y: number, width: number, size: number, words: string): void {
    const text = withoutHidden(words); // copied, they would turn the reader's own text round
    const natural = charactersIn(text) * this.#fonts.invisibleWidth * size;
    if (natural <= 0 || width <= 0) return;
    this.#parts.push(
      `BT /T ${num(size)} Tf ${num((width / natural) * 100)} Tz 1 0 0 1 ${num(x)} ${num(this.height - y)} Tm ${this.#fonts.encodeInvisible(text)} Tj ET`,
    );
  }

  /** What is drawn inside reads as `text`, whole, however it is broken into lines (ISO 32000-1 §14.9.4). */
  readingAs(text: string, draw: () => void): void {
    this.#within(`/Span << /ActualText ${textString(text)} >> BDC`, draw, 'EMC');
  }

  /** The printed page number, marked so that a verifier finds it. */
  pageNumber(draw: () => void): void {
    this.#within('/Artifact << /Type /Pagination /Subtype /Footer >> BDC', draw, 'EMC');
  }

  line(x1: number, y1: number, x2: number, y2: number, width = 0.5, colour: Colour = hairline): void {
    const [a, b] = [this.height - y1, this.height - y2];
    this.#parts.push(`${colour.map(num).join(' ')} RG ${num(width)} w ${num(x1)} ${num(a)} m ${num(x2)} ${num(b)} l S`);
  }

  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.#parts.push(
      `${colour.map(num).join(' ')} rg ${num(x)} ${num(this.height - y - height)} ${num(width)} ${num(height)} re f`,
    );
  }

  /** Large faint letters across the page. */
  watermark(text: string): void {
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

  /** Limits what `draw` paints to a rectangle. */
  clipped(x: number, y: number, width: number, height: number, draw: () => void): void {
    this.#within(`q ${num(x)} ${num(this.height - y - height)} ${num(width)} ${num(height)} re W n`, draw, 'Q');
  }

  /** A picture stretched to a rectangle. */
  image(ref: Ref, x: number, y: number, width: number, height: number): void {
    this.images.add(ref);
    this.#parts.push(`q ${num(width)} 0 0 ${num(height)} ${num(x)} ${num(this.height - y - height)} cm /X${ref} Do Q`);
  }

  /** A hairline around a rectangle. */
  frame(x: number, y: number, width: number, height: number): void {
    this.#parts.push(
      `${hairline.map(num).join(' ')} RG 0.4 w ${num(x)} ${num(this.height - y - height)} ${num(width)} ${num(height)} re S`,
    );
  }

  /** A red frame over a picture: it marks, and hides nothing. */
  redFrame(x: number, y: number, width: number, height: number): void {
    const [left, bottom] = [x - 2, this.height - y - height - 2];
    this.#parts.push(`q 0.84 0.1 0.1 RG 1.4 w ${num(left)} ${num(bottom)} ${num(width + 4)} ${num(height + 4)} re S Q`);
  }

  /** An amber frame over a picture, around words that are quoted from it: it marks, and hides nothing. */
  amberFrame(x: number, y: number, width: number, height: number): void {
    const [left, bottom] = [x - 1.2, this.height - y - height - 1.2];
    const box = [left, bottom, width + 2.4, height + 2.4].map(num).join(' ');
    this.#parts.push(`q 0.87 0.55 0.02 RG 1.1 w ${box} re S Q`);
  }

  /**
   * A form placed by a matrix in PDF's own coordinates (y upward). It inherits the graphics state (ISO 32000-1 §8.10.1),
   * and pages of others rely on that of a page's beginning: colours, line, text, blending (Tables 52, 53 and 104), font
   * none. Some of it no operator sets back, so what was drawn before is shut in between `q` and `Q`.
   *
   * @throws {Error} inside a clip, a text layer or marked words, where that cannot be done
   */
  form(ref: Ref, matrix: readonly [number, number, number, number, number, number]): void {
    if (this.#open > 0) throw new Error('a page of others is drawn inside something of ours');
    this.images.add(ref);
    if (this.#parts.length > 0) this.#parts.splice(0, this.#parts.length, `q\n${this.content}\nQ`);
    this.#parts.push(`q ${matrix.map((value) => String(Number(value.toFixed(5)))).join(' ')} cm /X${ref} Do Q`);
  }

  link(x: number, y: number, width: number, height: number, toPage: number, down = 0): void {
    this.links.push({ x, y, width, height, toPage, down });
  }

  #within(begin: string, draw: () => void, end: string): void {
    this.#parts.push(begin);
    this.#open += 1;
    draw();
    this.#open -= 1;
    this.#parts.push(end);
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
