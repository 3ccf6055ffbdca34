/**
 * A text as UTF-16 units, each with the piece of the source that it stands for: what a page shows is written there with
 * escapes, entities and tags between. Places are indices into the decoded source.
 */
export class Letters {
  #units: Uint16Array;
  #from: Uint32Array;
  #to: Uint32Array;
  #length = 0;

  constructor(room: number) {
    this.#units = new Uint16Array(room);
    this.#from = new Uint32Array(room);
    this.#to = new Uint32Array(room);
  }

  static of(text: string): Letters {
    const letters = new Letters(text.length);
    for (let at = 0; at < text.length; at++) letters.push(text.charCodeAt(at), at, at + 1);
    return letters;
  }

  get length(): number {
    return this.#length;
  }

  unit(at: number): number {
    return at < this.#length ? (this.#units[at] ?? 0) : 0;
  }

  from(at: number): number {
    return this.#from[at] ?? 0;
  }

  to(at: number): number {
    return this.#to[at] ?? 0;
  }

  push(unit: number, from: number, to: number): void {
    this.#units[this.#length] = unit;
    this.#from[this.#length] = from;
    this.#to[this.#length] = to;
    this.#length += 1;
  }

  /** Units from `start` to before `end`, as text. */
  text(start: number, end: number): string {
    let text = '';
    for (let at = start; at < Math.min(end, this.#length); at += 8_192)
      text += String.fromCharCode(...this.#units.subarray(at, Math.min(at + 8_192, end, this.#length)));
    return text;
  }
}

/** Without what separates words: a page breaks its lines where it likes. */
export function withoutSpace(letters: Letters): Letters {
  const kept = new Letters(letters.length);
  for (let at = 0; at < letters.length; at++) {
    const unit = letters.unit(at);
    if (!isSpace(unit)) kept.push(unit, letters.from(at), letters.to(at));
  }
  return kept;
}

const spaces = new Set([0x20, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);

/** The units that `\s` of ECMAScript matches. */
function isSpace(unit: number): boolean {
  return (unit >= 9 && unit <= 13) || (unit >= 0x2000 && unit <= 0x200a) || spaces.has(unit);
}
