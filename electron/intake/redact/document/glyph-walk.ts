import type { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** `a b c d e f` of a PDF: x' = a·x + c·y + e, y' = b·x + d·y + f. */
type Matrix = readonly [number, number, number, number, number, number];
type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

/** One glyph of a page, where the page's own operators put it. Pixels of the page's picture. */
export type Glyph = Readonly<{
  text: string;
  /** Around its advance, and across that from the font's descenders to its capitals: not what is drawn of it. */
  box: Box;
  /** Which way its line runs, degrees clockwise from left to right, (-180, 180]; 0 is upright text. */
  angle: number;
  /** Where it begins and ends along its line, and how far the line lies across that. */
  begins: number;
  ends: number;
  across: number;
  /** Size of its letters. */
  em: number;
  /** True where its font is not in the file. */
  replaced: boolean;
}>;

/** What pdf.js tells of a glyph in its list of operators; a number there is a shift. */
type ToldGlyph = Readonly<{
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric?: readonly [number, number, number] | null;
}>;
type ToldFont = Readonly<{
  fontMatrix?: Matrix;
  vertical?: boolean;
  isType3Font?: boolean;
  missingFile?: boolean;
}>;

type State = {
  space: Matrix;
  font: ToldFont;
  size: number;
  direction: 1 | -1;
  between: number;
  betweenWords: number;
  stretch: number;
  leading: number;
  rise: number;
  text: Matrix | null;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
};

const usual: Matrix = [0.001, 0, 0, 0.001, 0, 0];
/** Of letters as high as 1: capitals with marks above them, and what hangs below the line. */
const [highest, lowest] = [0.95, -0.3];

/**
 * Follows the operators of a page in their order, as pdf.js draws them, and says where each glyph is. Where it errs, what
 * was drawn is still measured: see `measured-covers.ts`.
 */
export class GlyphWalk {
  readonly glyphs: Glyph[] = [];
  readonly #operators: typeof OPS;
  readonly #fontOf: (name: string) => unknown;
  readonly #page: Matrix;
  readonly #kept: State[] = [];
  #now: State;

  /** @param page from the page's own space to pixels */
  constructor(operators: typeof OPS, page: Matrix, fontOf: (name: string) => unknown) {
    this.#operators = operators;
    this.#page = page;
    this.#fontOf = fontOf;
    this.#now = begun(page);
  }

  /**
   * Takes the next operator.
   * @param isLeftOut whether a glyph, by its number on the page, is not to be drawn
   * @returns a shift for each glyph that is left out, by its place among the operator's glyphs; none for other operators
   */
  take(
    operator: number,
    args: readonly unknown[],
    isLeftOut?: (glyph: number) => boolean,
  ): ReadonlyMap<number, number> {
    const is = this.#operators;
    if (operator === is.showText) return this.#shown(args[0] as readonly (ToldGlyph | number | null)[], isLeftOut);
    if (!this.#moved(operator, args)) this.#set(operator, args);
    return new Map();
  }

  #moved(operator: number, args: readonly unknown[]): boolean {
    const is = this.#operators;
    const now = this.#now;
    switch (operator) {
      case is.save:
      case is.beginGroup:
        this.#save();
        return true;
      case is.restore:
      case is.endGroup:
      case is.paintFormXObjectEnd:
        this.#restore();
        return true;
      case is.transform:
        now.space = within(now.space, numbers(args));
        return true;
      case is.paintFormXObjectBegin:
        this.#save();
        if (args[0]) this.#now.space = within(this.#now.space, numbers(args[0]));
        return true;
      case is.beginAnnotation:
        this.#kept.length = 0;
        this.#now = begun(this.#page);
        this.#save();
        this.#now.space = within(within(this.#page, numbers(args[2])), numbers(args[3]));
        return true;
      case is.endAnnotation:
        this.#kept.length = 0;
        this.#now = begun(this.#page);
        return true;
      default:
        return false;
    }
  }

  #set(operator: number, args: readonly unknown[]): void {
    const is = this.#operators;
    const now = this.#now;
    const [first = 0, second = 0] = args as readonly number[]; // of the operators that take numbers
    if (operator === is.beginText) Object.assign(now, { text: null, x: 0, y: 0, lineX: 0, lineY: 0 });
    else if (operator === is.setTextMatrix)
      Object.assign(now, { text: numbers(args.length === 1 ? args[0] : args), x: 0, y: 0, lineX: 0, lineY: 0 });
    else if (operator === is.setCharSpacing) now.between = first;
    else if (operator === is.setWordSpacing) now.betweenWords = first;
    else if (operator === is.setHScale) now.stretch = first / 100;
    else if (operator === is.setLeading) now.leading = -first;
    else if (operator === is.setTextRise) now.rise = first;
    else if (operator === is.setFont) this.#font(String(args[0]), second);
    else if (operator === is.setGState) this.#state(args[0]);
    else if (operator === is.moveText) move(now, first, second);
    else if (operator === is.setLeadingMoveText) {
      now.leading = second;
      move(now, first, second);
    } else if (operator === is.nextLine) move(now, 0, now.leading);
  }

  #state(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const [name, value] of entries as readonly (readonly [string, unknown])[])
      if (name === 'Font' && Array.isArray(value)) this.#font(String(value[0]), Number(value[1]));
  }

  #font(name: string, size: number): void {
    const now = this.#now;
    now.font = this.#fontOf(name) ?? {}; // an object of pdf.js
    now.size = Math.abs(size);
    now.direction = size < 0 ? -1 : 1;
  }

  #save(): void {
    this.#kept.push({ ...this.#now });
  }

  #restore(): void {
    this.#now = this.#kept.pop() ?? this.#now;
  }

  #shown(told: readonly (ToldGlyph | number | null)[], isLeftOut?: (glyph: number) => boolean): Map<number, number> {
    const now = this.#now;
    const { size, direction, between, betweenWords, font } = now;
    const shifts = new Map<number, number>();
    const stretch = now.stretch * direction;
    const unit = size * (font.fontMatrix ?? usual)[0];
    const origin = within(now.text ? within(now.space, now.text) : now.space, [1, 0, 0, 1, now.x, now.y + now.rise]);
    // Upright: along the line to the right, letters upwards. A column goes down.
    const line = within(origin, [stretch, 0, 0, direction, 0, 0]);
    let at = 0;
    for (const [place, glyph] of told.entries()) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        at += ((font.vertical ? 1 : -1) * glyph * size) / 1_000;
        continue;
      }
      const spacing = (glyph.isSpace ? betweenWords : 0) + between;
      const { vmetric } = glyph;
      const advance =
        font.vertical && vmetric ? -vmetric[0] * unit - spacing * direction : glyph.width * unit + spacing * direction;
      const drawn = font.vertical && vmetric ? -vmetric[0] * unit : glyph.width * unit;
      if (size > 0 && isLeftOut?.(this.glyphs.length) === true)
        shifts.set(place, ((font.vertical ? 1 : -1) * advance * 1_000) / size);
      this.glyphs.push(
        font.vertical && vmetric
          ? this.#put(glyph, line, [-vmetric[1] * unit, -(at + drawn), glyph.width * unit, drawn], 'down')
          : this.#put(glyph, line, [at, lowest * size, drawn, (highest - lowest) * size], 'along'),
      );
      at += advance;
    }
    if (font.vertical) now.y -= at;
    else now.x += at * stretch;
    return shifts;
  }

  /** @param room left, lower edge, width, height in the line's own space */
  #put(
    { unicode }: ToldGlyph,
    line: Matrix,
    [left, bottom, wide, high]: readonly [number, number, number, number],
    way: 'along' | 'down',
  ): Glyph {
    const corners = [
      [left, bottom],
      [left + wide, bottom],
      [left, bottom + high],
      [left + wide, bottom + high],
    ].map(([x = 0, y = 0]) => pointIn(line, x, y));
    const [x, y] = [Math.min(...corners.map((one) => one[0])), Math.min(...corners.map((one) => one[1]))];
    const box = {
      x,
      y,
      width: Math.max(...corners.map((one) => one[0])) - x,
      height: Math.max(...corners.map((one) => one[1])) - y,
    };
    const [from, to] =
      way === 'along'
        ? [pointIn(line, left, 0), pointIn(line, left + wide, 0)]
        : [pointIn(line, 0, bottom + high), pointIn(line, 0, bottom)];
    const ahead = way === 'along' ? pointIn(line, left + 1, 0) : pointIn(line, 0, bottom + high - 1);
    const angle = Math.atan2(ahead[1] - from[1], ahead[0] - from[0]);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const em = this.#now.size * Math.hypot(line[2], line[3]);
    return {
      text: unicode,
      box,
      angle: Math.round((angle * 1_800) / Math.PI) / 10,
      begins: from[0] * cos + from[1] * sin,
      ends: to[0] * cos + to[1] * sin,
      across: from[1] * cos - from[0] * sin,
      em,
      replaced: this.#now.font.missingFile === true,
    };
  }
}

const begun = (space: Matrix): State => ({
  space,
  font: {},
  size: 0,
  direction: 1,
  between: 0,
  betweenWords: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  text: null,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
});

function move(state: State, x: number, y: number): void {
  state.x = state.lineX += x;
  state.y = state.lineY += y;
}

/** The inner space seen from without. */
function within([a, b, c, d, e, f]: Matrix, [ia, ib, ic, id, ie, if_]: Matrix): Matrix {
  return [
    a * ia + c * ib,
    b * ia + d * ib,
    a * ic + c * id,
    b * ic + d * id,
    a * ie + c * if_ + e,
    b * ie + d * if_ + f,
  ];
}

const pointIn = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;

/** Six numbers, as pdf.js gives them: a list or a typed array. */
function numbers(value: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(value as ArrayLike<number>, Number);
  return [a, b, c, d, e, f];
}
