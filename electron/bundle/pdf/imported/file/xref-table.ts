import { inflateSync } from 'node:zlib';
import { withoutPredictor } from './predictor.ts';
import { objectAt, streamSpan } from './object-span.ts';
import { dictAt, referenceAt, skipSpace, spanText, valueEnd, wholeAt, wordAt, wordEnd, type Span } from './tokens.ts';

/** What the table says of an object (ISO 32000-1 Tables 15 and 18). */
export type XrefEntry =
  | Readonly<{ kind: 'at'; offset: number; generation: number }>
  | Readonly<{ kind: 'packed'; stream: number; index: number }>
  | Readonly<{ kind: 'free' }>;

/** A file's cross-reference table with all its sections, the newest first. */
export type XrefTable = Readonly<{
  entries: ReadonlyMap<number, XrefEntry>;
  /** Every place that any section names, also one that a later section replaced: an earlier revision is no second answer. */
  offsets: ReadonlySet<number>;
  /** Where the sections themselves stand, and their trailers. */
  spans: readonly Span[];
  /** Where each section begins, the newest first; of a table with a stream beside it, the table. */
  sections: readonly number[];
  /** The newest trailer's values. */
  trailer: ReadonlyMap<string, string>;
}>;

/** More sections than any file has, and more objects than a file of this size can hold. */
const mostSections = 4_096;
const mostEntries = 9_000_000;
const mostUnpacked = 256 << 20;

type Section = {
  used: Map<number, XrefEntry>;
  free: Set<number>;
  dict: ReadonlyMap<string, Span>;
  span: Span;
};

/**
 * Follows the table from `startxref` back to the first section (ISO 32000-1 §7.5.4 to 7.5.8): tables, streams, and files
 * that have both.
 *
 * @throws {Error} where any part of it cannot be read
 */
export function readXrefTable(bytes: Uint8Array): XrefTable {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const last = whole.lastIndexOf('startxref');
  const start = last < 0 ? null : wholeAt(bytes, skipSpace(bytes, last + 9));
  if (!start) throw new Error('there is no startxref');
  const table = new Map<number, XrefEntry>();
  const offsets = new Set<number>();
  const spans: Span[] = [[last, wordEnd(bytes, start.to)]];
  let trailer: ReadonlyMap<string, Span> | null = null;
  const seen = new Set<number>();
  const add = (section: Section, what: 'used' | 'free') => {
    if (what === 'free') for (const number of section.free) if (!table.has(number)) table.set(number, { kind: 'free' });
    if (what === 'used') for (const [number, entry] of section.used) if (!table.has(number)) table.set(number, entry);
    if (table.size > mostEntries) throw new Error('the table is too large');
  };
  for (let at: number | null = start.value; at !== null;) {
    if (seen.has(at) || seen.size > mostSections) throw new Error('the sections of the table lead in a circle');
    seen.add(at);
    const section = readSection(bytes, at);
    trailer ??= section.dict;
    const beside = section.dict.has('XRefStm') ? wholeIn(bytes, section.dict, 'XRefStm') : null;
    const hidden = beside === null ? null : readSection(bytes, beside);
    // What a table hides from readers of old as free, the stream beside it names (ISO 32000-1 §7.5.8.4).
    for (const one of hidden ? [section, hidden] : [section]) {
      add(one, 'used');
      spans.push(one.span);
      for (const entry of one.used.values()) if (entry.kind === 'at') offsets.add(entry.offset);
    }
    for (const one of hidden ? [section, hidden] : [section]) add(one, 'free');
    at = section.dict.has('Prev') ? wholeIn(bytes, section.dict, 'Prev') : null;
  }
  const values = [...(trailer ?? [])].map(([key, span]) => [key, spanText(bytes, span)] as const);
  return { entries: table, offsets, spans, sections: [...seen], trailer: new Map(values) };
}

function readSection(bytes: Uint8Array, offset: number): Section {
  const at = skipSpace(bytes, offset);
  return wordAt(bytes, at, 'xref') ? readTable(bytes, at) : readStream(bytes, at);
}

/** @throws {Error} where a line is not as ISO 32000-1 §7.5.4 says, but for the white space in it */
function readTable(bytes: Uint8Array, from: number): Section {
  const used = new Map<number, XrefEntry>();
  const free = new Set<number>();
  let at = skipSpace(bytes, from + 4);
  const whole = () => {
    const found = wholeAt(bytes, at);
    if (!found) throw new Error('the table has a line that cannot be read');
    at = skipSpace(bytes, found.to);
    return found.value;
  };
  while (!wordAt(bytes, at, 'trailer')) {
    let first = whole();
    const count = whole();
    for (let n = 0; n < count; n++) {
      const [offset, generation] = [whole(), whole()];
      const inUse = wordAt(bytes, at, 'n');
      if (!inUse && !wordAt(bytes, at, 'f')) throw new Error('the table has a line that cannot be read');
      at = skipSpace(bytes, at + 1);
      // Some programs count the head of the free list as 1: no other entry has its generation.
      if (n === 0 && first === 1 && !inUse && generation === 65_535) first = 0;
      if (inUse && offset > 0) used.set(first + n, { kind: 'at', offset, generation });
      else free.add(first + n);
    }
  }
  const dict = dictAt(bytes, skipSpace(bytes, at + 7));
  return { used, free, dict: dict.values, span: [from, dict.to] };
}

/** @throws {Error} where it is no cross-reference stream, or cannot be unpacked */
function readStream(bytes: Uint8Array, from: number): Section {
  const object = objectAt(bytes, from);
  const dict = object.dict?.values;
  if (!dict || object.stream === null || textIn(bytes, dict, 'Type') !== '/XRef')
    throw new Error('there is no table where one should be');
  const span = streamSpan(bytes, object, () => null);
  const data = unpacked(bytes, span, dict);
  const widths = fieldWidths(bytes, dict);
  const rows = dict.has('Index') ? numbersIn(bytes, dict, 'Index') : [0, wholeIn(bytes, dict, 'Size')];
  const used = new Map<number, XrefEntry>();
  const free = new Set<number>();
  let at = 0;
  for (let row = 0; row + 1 < rows.length; row += 2) {
    for (let n = 0; n < (rows[row + 1] ?? 0); n++) {
      if (at + widths.sum > data.length) throw new Error('the table breaks off');
      const number = (rows[row] ?? 0) + n;
      const entry = streamEntry(data.subarray(at, at + widths.sum), widths);
      at += widths.sum;
      if (entry === null) free.add(number);
      else used.set(number, entry);
    }
  }
  return { used, free, dict, span: [from, span.to] };
}

/** How many bytes each of an entry's three fields takes (`W`, Table 17). */
type FieldWidths = Readonly<{ kind: number; second: number; third: number; sum: number }>;

/** @throws {Error} where they are none, or wider than any file needs */
function fieldWidths(bytes: Uint8Array, dict: ReadonlyMap<string, Span>): FieldWidths {
  const widths = numbersIn(bytes, dict, 'W');
  const [kind = 0, second = 0, third = 0] = widths;
  const sum = kind + second + third;
  if (widths.length < 3 || sum === 0 || sum > 24) throw new Error('the table has no widths');
  return { kind, second, third, sum };
}

/** One entry of a cross-reference stream (Table 18); null: free, or of an unknown kind, which means the same. */
function streamEntry(data: Uint8Array, widths: FieldWidths): XrefEntry | null {
  let at = 0;
  const field = (length: number) => {
    let value = 0;
    for (let n = 0; n < length; n++) value = value * 256 + (data[at++] ?? 0);
    return value;
  };
  const kind = widths.kind === 0 ? 1 : field(widths.kind);
  const [second, third] = [field(widths.second), field(widths.third)];
  if (kind === 1 && second > 0) return { kind: 'at', offset: second, generation: third };
  return kind === 2 ? { kind: 'packed', stream: second, index: third } : null;
}

function unpacked(bytes: Uint8Array, { from, end }: { from: number; end: number }, dict: ReadonlyMap<string, Span>) {
  const packed = bytes.subarray(from, end);
  const filter = textIn(bytes, dict, 'Filter')?.replace(/[[\]\s]/g, '') ?? '';
  if (filter === '') return packed;
  if (filter !== '/FlateDecode' && filter !== '/Fl') throw new Error('the table is packed in an unusual way');
  const data = inflateSync(packed, { maxOutputLength: mostUnpacked });
  const written = dict.get('DecodeParms') ?? dict.get('DP');
  if (!written) return data;
  const inner = bytes[written[0]] === 0x5b ? skipSpace(bytes, written[0] + 1) : written[0];
  const values = bytes[inner] === 0x3c ? dictAt(bytes, inner).values : new Map<string, Span>();
  const number = (key: string, otherwise: number) => (values.has(key) ? wholeIn(bytes, values, key) : otherwise);
  return withoutPredictor(data, {
    predictor: number('Predictor', 1),
    columns: number('Columns', 1),
    colours: number('Colors', 1),
    bits: number('BitsPerComponent', 8),
  });
}

function textIn(bytes: Uint8Array, dict: ReadonlyMap<string, Span>, key: string): string | null {
  const span = dict.get(key);
  return span ? spanText(bytes, span) : null;
}

function wholeIn(bytes: Uint8Array, dict: ReadonlyMap<string, Span>, key: string): number {
  const span = dict.get(key);
  const found = span && !referenceAt(bytes, span[0]) ? wholeAt(bytes, span[0]) : null;
  if (!found) throw new Error(`the table has no ${key}`);
  return found.value;
}

function numbersIn(bytes: Uint8Array, dict: ReadonlyMap<string, Span>, key: string): readonly number[] {
  const [from, to] = dict.get(key) ?? [0, 0];
  const numbers: number[] = [];
  for (let at = skipSpace(bytes, from + 1); at < to - 1; at = skipSpace(bytes, valueEnd(bytes, at)))
    numbers.push(wholeAt(bytes, at)?.value ?? NaN);
  if (numbers.some(Number.isNaN)) throw new Error(`the table has no ${key}`);
  return numbers;
}
