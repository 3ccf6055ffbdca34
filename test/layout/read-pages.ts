// The pages of a PDF as two programs of others read them: poppler says which words stand where, pdf.js what is drawn.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Points from the upper left corner of a page. */
export type LaidBox = Readonly<{ left: number; top: number; right: number; bottom: number }>;
/** What one operator writes, with the box of its letters: from the height of a capital to the depth of a `g`. */
export type DrawnText = Readonly<{ box: LaidBox; size: number; bold: boolean; text: string; watermark: boolean }>;
export type DrawnPage = Readonly<{
  width: number;
  height: number;
  texts: readonly DrawnText[];
  /** Straight lines, level or upright. */
  rules: readonly LaidBox[];
  /** Filled rectangles: the heads of tables. */
  bands: readonly LaidBox[];
  /** Pictures, as far as they are not clipped, and pages of other documents. */
  pictures: readonly LaidBox[];
  /** Points of the height of its pictures in which they change from row to row, where the page before has pictures too. */
  changing: number;
  /** Words as poppler finds them, those that a picture only shows among them. */
  words: readonly Readonly<{ box: LaidBox; text: string }>[];
}>;

type Matrix = readonly [number, number, number, number, number, number];
const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

export async function readLayout(pdf: string): Promise<readonly DrawnPage[]> {
  const words = wordsOf(pdf);
  const loading = getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0, fontExtraProperties: true });
  const document = await loading.promise;
  const pages: DrawnPage[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const drawn = await drawnOn(page);
    const goesOn = drawn.pictures.length > 0 && (pages.at(-1)?.pictures.length ?? 0) > 0;
    const changing = goesOn ? changingOn(pdf, n, drawn.pictures) : Infinity;
    pages.push({ ...drawn, changing, words: words[n - 1] ?? [] });
    page.cleanup();
  }
  await loading.destroy();
  return pages;
}

function wordsOf(pdf: string): readonly DrawnPage['words'][] {
  const text = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e9 });
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g;
  return text
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(word)].map(([, left, top, right, bottom, own = '']) => ({
        box: { left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) },
        text: own,
      })),
    );
}

/** Dots an inch that a page is drawn with to see whether its pictures show something. */
const dots = 48;

/** Points of the pictures' height in which a row of dots is not like the one above it, as poppler draws the page. */
function changingOn(pdf: string, page: number, pictures: readonly LaidBox[]): number {
  const drawn = execFileSync('pdftoppm', ['-gray', '-r', `${dots}`, '-f', `${page}`, '-l', `${page}`, pdf], {
    maxBuffer: 1e9,
  });
  const [head = '', wide = '', tall = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(drawn.subarray(0, 40).toString('latin1')) ?? [];
  const [width, height] = [Number(wide), Number(tall)];
  const inDots = (points: number) => (points * dots) / 72;
  const rows = new Set<number>();
  for (const { left, top, right, bottom } of pictures) {
    const [from, to] = [Math.ceil(inDots(left)) + 2, Math.floor(inDots(right)) - 2]; // not the frame around it
    for (let y = Math.ceil(inDots(top)) + 3; y < Math.min(height, Math.floor(inDots(bottom)) - 2); y++)
      for (let x = from; x < to; x++) {
        const at = head.length + y * width + x;
        if (Math.abs((drawn[at] ?? 0) - (drawn[at - width] ?? 0)) > 8) rows.add(y);
      }
  }
  return (rows.size * 72) / dots;
}

/** What is set at a point of a page's content, as far as a layout is read from it. */
type State = { matrix: Matrix; clip: LaidBox; mode: number; size: number; font: string };

class Reading {
  readonly texts: DrawnText[] = [];
  readonly rules: LaidBox[] = [];
  readonly bands: LaidBox[] = [];
  readonly pictures: LaidBox[] = [];
  readonly width: number;
  readonly height: number;
  readonly #page: PDFPageProxy;
  readonly #kept: State[] = [];
  #state: State;
  #line: Matrix = [1, 0, 0, 1, 0, 0];
  #clips = false;
  /** How many forms are open: what is in the page of another document is not laid out here. */
  #forms = 0;

  constructor(page: PDFPageProxy) {
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    this.#page = page;
    [this.width, this.height] = [right - left, top - bottom];
    const clip = { left: 0, top: 0, right: this.width, bottom: this.height };
    this.#state = { matrix: [1, 0, 0, 1, 0, 0], clip, mode: 0, size: 0, font: '' };
  }

  take(fn: number, args: readonly unknown[]): void {
    if (fn === OPS.paintFormXObjectBegin) this.#formBegins(args);
    else if (fn === OPS.paintFormXObjectEnd) this.#forms -= 1;
    if (this.#forms > 0) return;
    if (fn === OPS.save) this.#kept.push({ ...this.#state });
    else if (fn === OPS.restore) this.#state = this.#kept.pop() ?? this.#state;
    else if (fn === OPS.transform) this.#state.matrix = times(this.#state.matrix, args as unknown as Matrix);
    else if (fn === OPS.setFont) [this.#state.font, this.#state.size] = args as [string, number];
    else if (fn === OPS.setTextRenderingMode) [this.#state.mode] = args as [number];
    else if (fn === OPS.setTextMatrix) this.#line = matrixOf(args[0]);
    else if (fn === OPS.showText) this.#shows(args[0] as readonly Glyph[]);
    else if (fn === OPS.clip || fn === OPS.eoClip) this.#clips = true;
    else if (fn === OPS.constructPath) this.#path(args);
    else if (fn === OPS.paintImageXObject || fn === OPS.paintInlineImageXObject) this.#picture([0, 0, 1, 1]);
  }

  #formBegins([matrix, box]: readonly unknown[]): void {
    if (this.#forms === 0 && box) {
      const own = matrix ? times(this.#state.matrix, matrixOf(matrix)) : this.#state.matrix;
      this.#picture(numbersOf(box), own);
    }
    this.#forms += 1;
  }

  #picture([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[], matrix = this.#state.matrix): void {
    const box = within(this.#boxOf([x0, y0, x1, y1], matrix), this.#state.clip);
    if (box.right > box.left && box.bottom > box.top) this.pictures.push(box);
  }

  #boxOf([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[], matrix: Matrix): LaidBox {
    const at = (x: number, y: number) => times(matrix, [1, 0, 0, 1, x, y]).slice(4) as [number, number];
    const [a, b] = [at(x0, y0), at(x1, y1)];
    const [low, high] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
    return {
      left: Math.min(a[0], b[0]),
      right: Math.max(a[0], b[0]),
      top: this.height - high,
      bottom: this.height - low,
    };
  }

  #path(args: readonly unknown[]): void {
    const [painted, [data], bounds] = args as readonly [number, readonly [unknown], unknown]; // as pdf.js writes it
    const box = this.#boxOf(numbersOf(bounds), this.#state.matrix);
    if (this.#clips || painted === OPS.endPath) {
      if (this.#clips) this.#state.clip = within(box, this.#state.clip);
      this.#clips = false;
      return;
    }
    const isThin = box.bottom - box.top < 1.6 || box.right - box.left < 1.6;
    if (painted === OPS.stroke && isThin) this.rules.push(box);
    else if (painted === OPS.stroke && numbersOf(data).length > 9) this.rules.push(...edgesOf(box));
    else if (painted === OPS.fill && isThin) this.rules.push(box);
    else if (painted === OPS.fill) this.bands.push(box);
  }

  #shows(glyphs: readonly Glyph[]): void {
    const { mode, size, font, matrix } = this.#state;
    const [a, b, , , x, y] = times(matrix, this.#line);
    const text = glyphs.map((one) => (typeof one === 'number' ? '' : one.unicode)).join('');
    // A space that ends a line, where the text goes on in the next one, paints nothing.
    const painted = glyphs.slice(
      0,
      glyphs.findLastIndex((one) => typeof one !== 'number' && one.unicode.trim() !== '') + 1,
    );
    const advance = painted.reduce<number>((sum, one) => sum + (typeof one === 'number' ? -one : one.width), 0) / 1000;
    if (mode === 3 || text.trim() === '') return;
    const drawn = size * Math.hypot(a, b);
    const base = this.height - y;
    const box = { left: x, right: x + advance * drawn, top: base - drawn * 0.74, bottom: base + drawn * 0.14 };
    const { name = '' } = this.#page.commonObjs.get(font) as { name?: string }; // a font that pdf.js has loaded
    this.texts.push({ box, size: drawn, bold: /bold/i.test(name), text, watermark: Math.abs(b) > 0.01 });
  }
}

type Glyph = number | Readonly<{ unicode: string; width: number }>;
const numbersOf = (some: unknown): readonly number[] => Object.values(some as Record<string, number>);
const matrixOf = (some: unknown): Matrix => numbersOf(some) as unknown as Matrix; // six numbers, as the format has it
const within = (a: LaidBox, b: LaidBox): LaidBox => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});
const edgesOf = ({ left, top, right, bottom }: LaidBox): readonly LaidBox[] => [
  { left, right, top, bottom: top },
  { left, right, top: bottom, bottom },
  { left, right: left, top, bottom },
  { left: right, right, top, bottom },
];

async function drawnOn(page: PDFPageProxy): Promise<Omit<DrawnPage, 'words' | 'changing'>> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const reading = new Reading(page);
  fnArray.forEach((fn, at) => {
    reading.take(fn, (argsArray[at] ?? []) as readonly unknown[]); // null where an operator has none
  });
  const { width, height, texts, rules, bands, pictures } = reading;
  return { width, height, texts, rules, bands, pictures };
}
