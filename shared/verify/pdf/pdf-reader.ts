import { because } from '../../cause.ts';
import { Unzlib } from 'fflate';
import { latin1, type ByteSource } from '../byte-source.ts';
import { parseValue, PdfName, PdfReference, type PdfDict, type PdfValue } from './pdf-value.ts';

/** An object as found: its value, and where its stream lies if it has one. */
export type PdfObject = Readonly<{ value: PdfValue; stream: Readonly<{ offset: number; length: number }> | null }>;

/** Objects beside streams are small; a longer one is none of ours. */
const longestObject = 4 << 20;
const entryLength = 20;
const offsetLength = 10;
/** As this program begins a file: version, and that it holds more than text. */
const header = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
/** Ten million objects. */
const longestTable = 200 << 20;
/** Objects that are kept, those asked for last: the page tree and the fonts are asked for again and again. */
const mostKnown = 256;
/** A page's content or a font's map; more is a bomb. */
const mostUnpacked = 64 << 20;

/**
 * Reads a PDF that this program wrote: one revision, classic cross-reference table, no object streams. Anything else is
 * refused, so that a file which was saved by another program is told from one that was not.
 */
export class PdfReader {
  readonly trailer: PdfDict;
  /** Where the cross-reference table begins. */
  readonly tableAt: number;
  readonly #source: ByteSource;
  readonly #offsets: Float64Array;
  readonly #known = new Map<number, PdfObject>();
  readonly #looks: ((number: number, value: PdfValue) => void)[] = [];

  private constructor(source: ByteSource, offsets: Float64Array, trailer: PdfDict, tableAt: number) {
    this.tableAt = tableAt;
    this.#source = source;
    this.#offsets = offsets;
    this.trailer = trailer;
  }

  /** @throws {Error} saying what is not as this program writes it */
  static async open(source: ByteSource): Promise<PdfReader> {
    const head = latin1(await source.read(0, 15));
    if (head !== header) throw new Error(because('pdf-header'));
    const tail = latin1(await source.read(Math.max(0, source.size - 64), 64));
    const start = Number(/startxref\n(\d{1,10})\n%%EOF\n$/.exec(tail)?.[1]);
    if (!(start < source.size)) throw new Error(because('pdf-end'));
    if (source.size - start > longestTable) throw new Error(because('pdf-table-long'));
    const table = latin1(await source.read(start, source.size - start));
    const first = /^xref\n0 (\d{1,8})\n/.exec(table);
    const count = Number(first?.[1]);
    const after = (first?.[0].length ?? 0) + count * entryLength;
    if (!first || !table.startsWith('trailer\n', after)) throw new Error(because('pdf-table'));
    const offsets = new Float64Array(count);
    for (let at = 0; at < count; at++) {
      const offset = entryOf(table, first[0].length + at * entryLength, at === 0);
      if (offset === null || offset >= start) throw new Error(because('pdf-table-entry', { at }));
      offsets[at] = offset;
    }
    // Some viewers take what stands first for a table of its own.
    if (count > 1 && !offsets.includes(header.length)) throw new Error(because('pdf-before-objects'));
    const { value, end } = parseValue(table, after + 'trailer\n'.length);
    if (table.slice(end) !== `\nstartxref\n${start}\n%%EOF\n`) throw new Error(because('pdf-after-trailer'));
    if (!(value instanceof Map) || (value as PdfDict).get('Size') !== count) throw new Error(because('pdf-trailer')); // Map only stands for a dictionary
    for (const key of ['Prev', 'XRefStm', 'Encrypt'])
      if (value.has(key)) throw new Error(because('pdf-saved-again', { key }));
    return new PdfReader(source, offsets, value as PdfDict, start); // Map only stands for a dictionary
  }

  /** One more than the highest object number. */
  get count(): number {
    return this.#offsets.length;
  }

  /** Number of the object that stands first in the file. */
  get first(): number {
    return this.#offsets.indexOf(header.length);
  }

  /** The value of an object without a stream, as it is written. */
  async textOf(number: number): Promise<string> {
    const begin = `${number} 0 obj\n`;
    const text = await this.#text(this.#offsets[number] ?? 0, 65_536);
    const end = text.indexOf('\nendobj\n');
    if (!text.startsWith(begin) || end < 0) throw new Error(because('pdf-object-place', { number }));
    return text.slice(begin.length, end);
  }

  /** At once where the source has its text at once: of a whole file, waiting takes longer than reading. */
  object(number: number): PdfObject | Promise<PdfObject> {
    const known = this.#known.get(number);
    if (known) {
      this.#known.delete(number);
      this.#known.set(number, known); // to the end of the queue
      return known;
    }
    const offset = this.#offsets[number];
    if (offset === undefined || !(offset > 0)) throw new Error(because('pdf-no-object', { number }));
    return after(this.#read(number, offset), (object) => {
      if (this.#known.size >= mostKnown) for (const oldest of this.#known.keys()) if (this.#known.delete(oldest)) break;
      this.#known.set(number, object);
      for (const look of this.#looks) look(number, object.value);
      return object;
    });
  }

  /** From now on `look` is told of every object when it is read, whoever asks for it. */
  eachRead(look: (number: number, value: PdfValue) => void): void {
    this.#looks.push(look);
  }

  /** The value that a reference leads to, or the value itself. */
  resolve(value: PdfValue | undefined): PdfValue | Promise<PdfValue> {
    if (!(value instanceof PdfReference)) return value ?? null;
    return after(this.object(value.object), (object) => object.value);
  }

  dict(value: PdfValue | undefined): PdfDict | Promise<PdfDict> {
    return after(this.resolve(value), (found) => {
      if (!(found instanceof Map)) throw new Error(because('pdf-no-dictionary'));
      return found as PdfDict; // Map only stands for a dictionary
    });
  }

  /** A stream, unpacked. @param most bytes that it may have, packed and unpacked */
  async unpacked(number: number, most = mostUnpacked): Promise<Uint8Array> {
    const { value, stream } = await this.object(number);
    if (!stream || stream.length > most) throw new Error(because('pdf-stream-most', { number, most }));
    const bytes = await this.#source.read(stream.offset, stream.length);
    const filter = value instanceof Map ? (value as PdfDict).get('Filter') : null; // Map only stands for a dictionary
    if (!(filter instanceof PdfName && filter.name === 'FlateDecode')) return bytes;
    return this.#source.inflate?.(bytes, most) ?? inflated(bytes, most);
  }

  /** The same as text, a character for a byte. */
  async unpackedText(number: number, most = mostUnpacked): Promise<string> {
    return this.#characters(await this.unpacked(number, most));
  }

  #text(offset: number, length: number): string | Promise<string> {
    const text = this.#source.text?.(offset, length);
    return text ?? this.#source.read(offset, length).then((bytes) => this.#characters(bytes));
  }

  #characters(bytes: Uint8Array): string {
    return this.#source.latin1?.(bytes) ?? latin1(bytes);
  }

  #read(number: number, offset: number, length = 1_024): PdfObject | Promise<PdfObject> {
    return after(this.#text(offset, length), (text) => {
      const begin = `${number} 0 obj\n`;
      if (!text.startsWith(begin)) throw new Error(because('pdf-object-place', { number }));
      let read: Readonly<{ value: PdfValue; end: number }>;
      try {
        read = parseValue(text, begin.length);
        if (text.startsWith('\nendobj\n', read.end)) return { value: read.value, stream: null };
        if (!(read.value instanceof Map) || !text.startsWith('\nstream\n', read.end))
          throw new Error(because('pdf-object-end', { number }));
      } catch (error) {
        if (text.length < length || length > longestObject) throw error;
        return this.#read(number, offset, length * 8); // it may go on
      }
      return this.#stream(number, read.value as PdfDict, offset + read.end + '\nstream\n'.length); // Map only stands for a dictionary
    });
  }

  #stream(number: number, value: PdfDict, offset: number): PdfObject | Promise<PdfObject> {
    return after(this.#length(number, value.get('Length')), (length) =>
      after(this.#text(offset + length, streamEnd.length), (end) => {
        if (end !== streamEnd) throw new Error(because('pdf-stream-end', { number }));
        return { value, stream: { offset, length } };
      }),
    );
  }

  /** A stream's length, or that of an object which is a plain number: one that leads on could lead in a circle. */
  #length(number: number, value: PdfValue | undefined): number | Promise<number> {
    const sure = (length: PdfValue | undefined): number => {
      if (typeof length !== 'number' || !(length >= 0)) throw new Error(because('pdf-object-length', { number }));
      return length;
    };
    if (!(value instanceof PdfReference)) return sure(value);
    return after(this.#text(this.#offsets[value.object] ?? 0, 64), (text) => {
      const [, found, digits] = /^(\d{1,8}) 0 obj\n(\d{1,10})\nendobj\n/.exec(text) ?? [];
      return sure(Number(found) === value.object ? Number(digits) : null);
    });
  }
}

/** The offset in an entry of the table; null where it is none. Without a text of its own for each of a million. */
function entryOf(table: string, begin: number, isFirst: boolean): number | null {
  if (!table.startsWith(isFirst ? ' 65535 f \n' : ' 00000 n \n', begin + offsetLength)) return null;
  let offset = 0;
  for (let at = begin; at < begin + offsetLength; at++) {
    const digit = table.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return null;
    offset = offset * 10 + digit;
  }
  return isFirst && offset !== 0 ? null : offset;
}

/** What comes after a value, at once where the value is there. */
function after<T, R>(value: T | Promise<T>, then: (value: T) => R | Promise<R>): R | Promise<R> {
  return value instanceof Promise ? value.then(then) : then(value);
}

const streamEnd = '\nendstream\nendobj\n';

/** @throws {Error} where the data is damaged, or unpacks to more than `most` bytes */
function inflated(bytes: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const unpack = new Unzlib((part) => {
    length += part.length;
    if (length > most) throw new Error(because('pdf-stream-long', { most }));
    parts.push(part.slice());
  });
  const piece = 16_384; // deflate packs at most some 1,000 to one: a piece gives 16 MB at most
  for (let at = 0; at < bytes.length || at === 0; at += piece)
    unpack.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
