/** Takes the pieces of a long text as they come. */
export type Sink = (bytes: Uint8Array) => void;

/** What stands around the long text is short; a message that never comes to it is not the answer that was asked for. */
const longestRest = 1024 * 1024;
const quote = 0x22;
const backslash = 0x5c;
const simple: Readonly<Record<string, number>> = { b: 8, t: 9, n: 10, f: 12, r: 13 };

/**
 * An answer of the browser's with one long text in it (a picture, a document), read while it comes in: the text goes on
 * piece by piece as UTF-8, JSON's escapes undone, and never lies in memory whole.
 */
export class LargeAnswer {
  readonly #mark: Buffer;
  readonly #take: Sink;
  #where: 'before' | 'in' | 'after' = 'before';
  #rest: Buffer = Buffer.alloc(0);
  #head = '';

  /** @param member name of the long text: `data` @param take gets the text */
  constructor(member: string, take: Sink) {
    this.#mark = Buffer.from(`"${member}":"`);
    this.#take = take;
  }

  push(bytes: Uint8Array): void {
    let more = Buffer.concat([this.#rest, bytes]);
    if (this.#where === 'before') {
      const at = more.indexOf(this.#mark);
      if (at >= 0) {
        this.#where = 'in';
        this.#head = more.toString('utf8', 0, at + this.#mark.length);
        more = more.subarray(at + this.#mark.length);
      }
    }
    this.#rest = this.#where === 'in' ? this.#unescape(more) : more;
    if (this.#where !== 'in' && this.#rest.length > longestRest) throw new Error('an answer of no known form');
  }

  /** The answer as JSON, with the long text left out. @throws {Error} where the message ended within the text */
  end(): string {
    if (this.#where === 'in') throw new Error('an answer broke off');
    return this.#head + (this.#where === 'after' ? '"' : '') + this.#rest.toString('utf8');
  }

  /** @returns what could not be worked off yet: the beginning of an escape, or what stands behind the text */
  #unescape(bytes: Buffer): Buffer {
    const text = Buffer.allocUnsafe(bytes.length); // no escape is shorter than what it stands for
    let length = 0;
    let from = 0;
    let end = bytes.indexOf(quote);
    for (;;) {
      const escape = bytes.indexOf(backslash, from);
      const stop = escape >= 0 && (end < 0 || escape < end) ? escape : end >= 0 ? end : bytes.length;
      length += bytes.copy(text, length, from, stop);
      from = stop;
      if (stop !== escape) break;
      const [letters, taken] = unescaped(bytes, from);
      if (taken === 0) break;
      length += text.write(letters, length, 'utf8');
      from += taken;
      if (end >= 0 && end < from) end = bytes.indexOf(quote, from);
    }
    if (length > 0) this.#take(text.subarray(0, length));
    if (from !== end) return bytes.subarray(from);
    this.#where = 'after';
    return bytes.subarray(from + 1);
  }
}

/** The letters of the escape at `at` and how many bytes it took: none where it is not here in full yet. */
function unescaped(bytes: Buffer, at: number): readonly [letters: string, taken: number] {
  if (at + 2 > bytes.length) return ['', 0];
  const kind = String.fromCharCode(bytes[at + 1] ?? 0);
  if (kind !== 'u') return [String.fromCharCode(simple[kind] ?? kind.charCodeAt(0)), 2];
  if (at + 6 > bytes.length) return ['', 0];
  const first = unitAt(bytes, at);
  if (first < 0xd800 || first > 0xdbff) return [wellFormed(first), 6];
  if (at + 8 > bytes.length) return ['', 0];
  if (bytes[at + 6] !== backslash || bytes[at + 7] !== 0x75) return [wellFormed(first), 6];
  if (at + 12 > bytes.length) return ['', 0];
  const second = unitAt(bytes, at + 6);
  return second >= 0xdc00 && second <= 0xdfff ? [String.fromCharCode(first, second), 12] : [wellFormed(first), 6];
}

function unitAt(bytes: Buffer, at: number): number {
  return Number.parseInt(bytes.toString('latin1', at + 2, at + 6), 16);
}

/** Half a pair becomes U+FFFD, as everywhere. */
function wellFormed(unit: number): string {
  return String.fromCharCode(unit).toWellFormed();
}

/** Undoes base64 that comes in pieces. */
export function base64Decoder(take: Sink): Sink {
  let rest = '';
  return (bytes) => {
    const text = rest + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const whole = text.length - (text.length % 4);
    rest = text.slice(whole);
    if (whole > 0) take(Buffer.from(text.slice(0, whole), 'base64'));
  };
}
