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
    const rest = this.#text.slice(this.#at, this.#at + 2);
    if (rest === '<<') return this.#dict(depth);
    if (rest.startsWith('<')) return this.#hex();
    if (rest.startsWith('(')) return this.#literal();
    if (rest.startsWith('[')) return this.#array(depth);
    if (rest.startsWith('/')) return new PdfName(this.#name());
    const reference = this.#match(/(\d+) (\d+) R(?![A-Za-z0-9])/y);
    if (reference && reference[2] !== '0') throw new Error(because('pdf-generation')); // to others it leads nowhere
    if (reference) return new PdfReference(Number(reference[1]));
    const number = this.#match(/[+-]?(?:\d+\.?\d*|\.\d+)/y);
    if (number) return Number(number[0]);
    const word = this.#match(/true|false|null/y)?.[0];
    if (word === undefined) throw new Error(because('pdf-no-value', { at: this.#at }));
    return word === 'null' ? null : word === 'true';
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
      if (this.#text[this.#at] === ']') {
        this.#at += 1;
        return values;
      }
      values.push(this.#value(depth + 1));
    }
  }

  #name(): string {
    const found = this.#match(/\/([^\s/<>[\]()%{}]*)/y);
    if (!found) throw new Error(because('pdf-no-name', { at: this.#at }));
    return (found[1] ?? '').replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  /** A hexadecimal string as text: UTF-16BE where it has the mark, else one character a byte. */
  #hex(): string {
    const found = this.#match(/<([0-9A-Fa-f\s]*)>/y);
    if (!found) throw new Error(because('pdf-no-string', { at: this.#at }));
    const hex = (found[1] ?? '').replace(/\s/g, '');
    const wide = /^feff/i.test(hex);
    const size = wide ? 4 : 2;
    let text = '';
    for (let at = wide ? 4 : 0; at < hex.length; at += size)
      text += String.fromCharCode(Number.parseInt(hex.slice(at, at + size), 16));
    return text;
  }

  #literal(): string {
    const found = this.#match(/\(([^()\\]*)\)/y);
    if (!found) throw new Error(because('pdf-no-string', { at: this.#at }));
    return found[1] ?? '';
  }

  #space(): void {
    this.#match(/[\s\0]+/y);
  }

  #match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found;
  }
}
