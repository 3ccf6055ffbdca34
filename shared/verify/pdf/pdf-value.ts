import { because } from '../../cause.ts';
/** A value of a PDF file, as far as our own files use them. */
export type PdfValue = string | number | boolean | null | PdfName | PdfReference | readonly PdfValue[] | PdfDict;
export type PdfDict = ReadonlyMap<string, PdfValue>;
export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
export class PdfReference {
  readonly object: number;
  constructor(object: number) {
    this.object = object;
  }
}

const deepest = 50;

/** Reads one value from text. Hostile input: depth is bounded, nothing loops. @throws {Error} where it is none */
export function parseValue(text: string, from = 0): Readonly<{ value: PdfValue; end: number }> {
  return new Parser(text, from).one();
}

class Parser {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  one(): Readonly<{ value: PdfValue; end: number }> {
    const value = this.#value(0);
    return { value, end: this.#at };
  }

  #value(depth: number): PdfValue {
    if (depth > deepest) throw new Error(because('pdf-too-deep'));
    this.#space();
    switch (this.#text.charCodeAt(this.#at)) {
      case sign.less:
        return this.#text.charCodeAt(this.#at + 1) === sign.less ? this.#dict(depth) : this.#hex();
      case sign.bracket:
        return this.#literal();
      case sign.list:
        return this.#array(depth);
      case sign.slash:
        return new PdfName(this.#name());
      default:
        return this.#numberOrWord();
    }
  }

  #numberOrWord(): PdfValue {
    const whole = this.#digitsFrom(this.#at);
    const reference = whole > this.#at ? this.#reference(whole) : null;
    if (reference) return reference;
    const number = this.#match(/[+-]?(?:\d+\.?\d*|\.\d+)/y);
    if (number !== null) return Number(number);
    const word = this.#match(/true|false|null/y);
    if (word === null) throw new Error(because('pdf-no-value', { at: this.#at }));
    return word === 'null' ? null : word === 'true';
  }

  /** `12 0 R`, whose first digits end at `end`. */
  #reference(end: number): PdfReference | null {
    if (this.#text.charCodeAt(end) !== sign.space) return null;
    const generation = this.#digitsFrom(end + 1);
    if (generation === end + 1 || !this.#text.startsWith(' R', generation)) return null;
    if (isLetterOrDigit(this.#text.charCodeAt(generation + 2))) return null;
    if (generation !== end + 2 || this.#text.charCodeAt(end + 1) !== sign.zero)
      throw new Error(because('pdf-generation')); // to others it leads nowhere
    const object = Number(this.#text.slice(this.#at, end));
    this.#at = generation + 2;
    return new PdfReference(object);
  }

  #digitsFrom(at: number): number {
    let end = at;
    while (isDigit(this.#text.charCodeAt(end))) end += 1;
    return end;
  }

  #dict(depth: number): PdfDict {
    this.#at += 2;
    const dict = new Map<string, PdfValue>();
    for (;;) {
      this.#space();
      if (this.#text.startsWith('>>', this.#at)) {
        this.#at += 2;
        return dict;
      }
      const key = this.#name();
      if (dict.has(key)) throw new Error(because('pdf-key-twice', { key })); // readers differ in which one they take
      dict.set(key, this.#value(depth + 1));
    }
  }

  #array(depth: number): readonly PdfValue[] {
    this.#at += 1;
    const values: PdfValue[] = [];
    for (;;) {
      this.#space();
      if (this.#text.charCodeAt(this.#at) === sign.endOfList) {
        this.#at += 1;
        return values;
      }
      values.push(this.#value(depth + 1));
    }
  }

  #name(): string {
    const found = this.#match(/\/[^\s/<>[\]()%{}]*/y);
    if (found === null) throw new Error(because('pdf-no-name', { at: this.#at }));
    const name = found.slice(1);
    if (!name.includes('#')) return name;
    return name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  /** A hexadecimal string as text: UTF-16BE where it has the mark, else one character a byte. */
  #hex(): string {
    const found = this.#match(/<[0-9A-Fa-f\s]*>/y);
    if (found === null) throw new Error(because('pdf-no-string', { at: this.#at }));
    const hex = found.slice(1, -1).replace(/\s/g, '');
    const wide = /^feff/i.test(hex);
    const size = wide ? 4 : 2;
    const units: number[] = [];
    for (let at = wide ? 4 : 0; at < hex.length; at += size) units.push(Number.parseInt(hex.slice(at, at + size), 16));
    let text = '';
    for (let at = 0; at < units.length; at += atOnce) text += String.fromCharCode(...units.slice(at, at + atOnce));
    return text;
  }

  #literal(): string {
    const found = this.#match(/\([^()\\]*\)/y);
    if (found === null) throw new Error(because('pdf-no-string', { at: this.#at }));
    return found.slice(1, -1);
  }

  #space(): void {
    const next = this.#text.charCodeAt(this.#at);
    if (next > sign.space && next < 0x7f) return; // as a rule
    this.#match(/[\s\0]+/y);
  }

  /** What stands here of a kind, which is then behind us. A list of groups for each would be let go at once. */
  #match(sticky: RegExp): string | null {
    sticky.lastIndex = this.#at;
    if (!sticky.test(this.#text)) return null;
    const found = this.#text.slice(this.#at, sticky.lastIndex);
    this.#at = sticky.lastIndex;
    return found;
  }
}

const sign = { space: 0x20, bracket: 0x28, slash: 0x2f, zero: 0x30, less: 0x3c, list: 0x5b, endOfList: 0x5d } as const;
/** Characters that are put together in one call. */
const atOnce = 4_096;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetterOrDigit = (code: number): boolean =>
  isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
