import { because } from '../../cause.ts';
import { Unzlib } from 'fflate';
import { latin1, type ByteSource } from '../byte-source.ts';
import { parseValue, PdfName, PdfReference, type PdfDict, type PdfValue } from './pdf-value.ts';

/** An object as found: its value, and where its stream lies if it has one. */
export type PdfObject = Readonly<{ value: PdfValue; stream: Readonly<{ offset: number; length: number }> | null }>;

/** Objects beside streams are small; a longer one is none of ours. */
const longestObject = 4 << 20;
const entryLength = 20;
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
  readonly #offsets: readonly number[];
  readonly #known = new Map<number, PdfObject>();

  private constructor(source: ByteSource, offsets: readonly number[], trailer: PdfDict, tableAt: number) {
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
    const offsets = Array.from({ length: count }, (_, at) => {
      const line = table.slice(first[0].length + at * entryLength, first[0].length + (at + 1) * entryLength);
      const offset = (at === 0 ? /^(0{10}) 65535 f \n$/ : /^(\d{10}) 00000 n \n$/).exec(line)?.[1];
      if (offset === undefined || Number(offset) >= start) throw new Error(because('pdf-table-entry', { at }));
      return Number(offset);
    });
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

  async object(number: number): Promise<PdfObject> {
    const known = this.#known.get(number);
    if (known) {
      this.#known.delete(number);
      this.#known.set(number, known); // to the end of the queue
      return known;
    }
    const offset = this.#offsets[number];
    if (offset === undefined || !(offset > 0)) throw new Error(because('pdf-no-object', { number }));
    const object = await this.#read(number, offset);
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size >= mostKnown) this.#known.delete(oldest);
    this.#known.set(number, object);
    return object;
  }

  /** The value that a reference leads to, or the value itself. */
  async resolve(value: PdfValue | undefined): Promise<PdfValue> {
    if (!(value instanceof PdfReference)) return value ?? null;
    return (await this.object(value.object)).value;
  }

  async dict(value: PdfValue | undefined): Promise<PdfDict> {
    const found = await this.resolve(value);
    if (!(found instanceof Map)) throw new Error(because('pdf-no-dictionary'));
    return found as PdfDict; // Map only stands for a dictionary
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

  async #text(offset: number, length: number): Promise<string> {
    return (await this.#source.text?.(offset, length)) ?? this.#characters(await this.#source.read(offset, length));
  }

  #characters(bytes: Uint8Array): string {
    return this.#source.latin1?.(bytes) ?? latin1(bytes);
  }

  async #read(number: number, offset: number): Promise<PdfObject> {
    for (let length = 1_024; ; length *= 8) {
      const text = await this.#text(offset, length);
      const begin = `${number} 0 obj\n`;
      if (!text.startsWith(begin)) throw new Error(because('pdf-object-place', { number }));
      try {
        const { value, end } = parseValue(text, begin.length);
        if (text.startsWith('\nstream\n', end) && value instanceof Map) {
          const length = await this.#length(number, (value as PdfDict).get('Length')); // Map only stands for a dictionary
          const begins = offset + end + '\nstream\n'.length;
          if ((await this.#text(begins + length, streamEnd.length)) !== streamEnd)
            throw new Error(because('pdf-stream-end', { number }));
          return { value, stream: { offset: begins, length } };
        }
        if (text.startsWith('\nendobj\n', end)) return { value, stream: null };
        throw new Error(because('pdf-object-end', { number }));
      } catch (error) {
        if (text.length < length || length > longestObject) throw error;
      }
    }
  }

  /** A stream's length, or that of an object which is a plain number: one that leads on could lead in a circle. */
  async #length(number: number, value: PdfValue | undefined): Promise<number> {
    let length = value;
    if (value instanceof PdfReference) {
      const text = await this.#text(this.#offsets[value.object] ?? 0, 64);
      const [, found, digits] = /^(\d{1,8}) 0 obj\n(\d{1,10})\nendobj\n/.exec(text) ?? [];
      length = Number(found) === value.object ? Number(digits) : null;
    }
    if (typeof length !== 'number' || !(length >= 0)) throw new Error(because('pdf-object-length', { number }));
    return length;
  }
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
