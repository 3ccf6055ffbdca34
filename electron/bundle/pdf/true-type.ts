import { closeSync, openSync, readSync } from 'node:fs';

type Table = Readonly<{ offset: number; length: number }>;

/**
 * A TrueType font file (OpenType 1.9) as a PDF needs it: measures and the character map at hand, outlines read from the
 * file when they are asked for. A Chinese font has ten megabytes of them, and a bundle uses a few hundred kilobytes.
 */
export class TrueTypeFile {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly box: readonly [number, number, number, number];
  readonly #file: string;
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #head: Buffer;
  readonly #hhea: Buffer;
  readonly #maxp: Buffer;
  readonly #hmtx: Buffer;
  readonly #loca: Buffer;
  readonly #metrics: number;
  readonly #glyphOf: (codePoint: number) => number;
  readonly #known = new Map<number, number>();

  /** @throws where the file is no TrueType font with `glyf` outlines and a Unicode map */
  constructor(file: string) {
    this.#file = file;
    const fd = openSync(file, 'r');
    try {
      this.#tables = readDirectory(fd);
      const [head, hhea, maxp, hmtx, loca, os2, cmap] = ['head', 'hhea', 'maxp', 'hmtx', 'loca', 'OS/2', 'cmap'].map(
        (name) => read(fd, this.#table(name)),
      ) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer]; // seven, as asked for
      [this.#head, this.#hhea, this.#maxp, this.#hmtx, this.#loca] = [head, hhea, maxp, hmtx, loca];
      this.unitsPerEm = head.readUInt16BE(18);
      this.box = [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)];
      this.ascent = hhea.readInt16BE(4);
      this.descent = hhea.readInt16BE(6);
      this.capHeight = os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(88) : this.ascent;
      this.#metrics = hhea.readUInt16BE(34);
      this.#glyphOf = glyphFinder(new DataView(cmap.buffer, cmap.byteOffset, cmap.byteLength));
    } finally {
      closeSync(fd);
    }
  }

  /** Glyph of a code point; 0 where there is none. */
  glyphOf(codePoint: number): number {
    const known = this.#known.get(codePoint);
    if (known !== undefined) return known;
    const glyph = this.#glyphOf(codePoint);
    this.#known.set(codePoint, glyph);
    return glyph;
  }

  /** Advance width of a glyph in font units. */
  advanceOf(glyph: number): number {
    return this.#hmtx.readUInt16BE(Math.min(glyph, this.#metrics - 1) * 4);
  }

  /** Left side bearing of a glyph in font units. */
  bearingOf(glyph: number): number {
    const long = glyph < this.#metrics;
    return this.#hmtx.readInt16BE(long ? glyph * 4 + 2 : this.#metrics * 4 + (glyph - this.#metrics) * 2);
  }

  /** The tables that a subset copies or changes: `head`, `hhea`, `maxp`. */
  frame(): Readonly<{ head: Buffer; hhea: Buffer; maxp: Buffer }> {
    return { head: Buffer.from(this.#head), hhea: Buffer.from(this.#hhea), maxp: Buffer.from(this.#maxp) };
  }

  /** Hinting programs, where the font has any: outlines refer to them. */
  hints(): readonly (readonly [name: string, bytes: Buffer])[] {
    const fd = openSync(this.#file, 'r');
    try {
      return ['cvt ', 'fpgm', 'prep'].flatMap((name) => {
        const table = this.#tables.get(name);
        return table ? [[name, read(fd, table)] as const] : [];
      });
    } finally {
      closeSync(fd);
    }
  }

  /** Outlines of glyphs, read one by one; an empty one has no bytes (OpenType: glyf, loca). */
  outlines(): Readonly<{ of(glyph: number): Buffer; close(): void }> {
    const fd = openSync(this.#file, 'r');
    const { offset } = this.#table('glyf');
    return {
      of: (glyph) => {
        const at = this.#glyphOffset(glyph);
        return read(fd, { offset: offset + at, length: this.#glyphOffset(glyph + 1) - at });
      },
      close: () => {
        closeSync(fd);
      },
    };
  }

  /** Whether a glyph has no outline: drawn, it is a gap. */
  isBlank(glyph: number): boolean {
    return this.#glyphOffset(glyph + 1) === this.#glyphOffset(glyph);
  }

  /** Where a glyph's outline begins in `glyf`. */
  #glyphOffset(glyph: number): number {
    const long = this.#head.readInt16BE(50) === 1;
    return long ? this.#loca.readUInt32BE(glyph * 4) : this.#loca.readUInt16BE(glyph * 2) * 2;
  }

  #table(name: string): Table {
    const table = this.#tables.get(name);
    if (!table) throw new Error(`the font ${this.#file} has no table ${name}`);
    return table;
  }
}

function readDirectory(fd: number): ReadonlyMap<string, Table> {
  const count = read(fd, { offset: 0, length: 12 }).readUInt16BE(4);
  const directory = read(fd, { offset: 12, length: count * 16 });
  return new Map(
    Array.from({ length: count }, (_, n) => [
      directory.toString('latin1', n * 16, n * 16 + 4),
      { offset: directory.readUInt32BE(n * 16 + 8), length: directory.readUInt32BE(n * 16 + 12) },
    ]),
  );
}

function read(fd: number, { offset, length }: Table): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(fd, bytes, 0, length, offset) !== length) throw new Error('the font file ends too early');
  return bytes;
}

/** A lookup in the fullest Unicode subtable: format 12, else format 4. */
function glyphFinder(view: DataView): (codePoint: number) => number {
  const subtables = Array.from({ length: view.getUint16(2) }, (_, n) => view.getUint32(8 + n * 8));
  const full = subtables.find((at) => view.getUint16(at) === 12);
  if (full !== undefined) return (point) => inFormat12(view, full, point);
  const basic = subtables.find((at) => view.getUint16(at) === 4);
  if (basic === undefined) throw new Error('the font has no Unicode cmap');
  return (point) => inFormat4(view, basic, point);
}

function inFormat12(view: DataView, at: number, point: number): number {
  let low = 0;
  let high = view.getUint32(at + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = at + 16 + middle * 12;
    if (point < view.getUint32(group)) high = middle - 1;
    else if (point > view.getUint32(group + 4)) low = middle + 1;
    else return view.getUint32(group + 8) + point - view.getUint32(group);
  }
  return 0;
}

function inFormat4(view: DataView, at: number, point: number): number {
  if (point > 0xffff) return 0;
  const doubled = view.getUint16(at + 6);
  for (let n = 0; n < doubled; n += 2) {
    if (point > view.getUint16(at + 14 + n)) continue;
    const start = view.getUint16(at + 16 + doubled + n);
    if (point < start) return 0;
    const delta = view.getInt16(at + 16 + 2 * doubled + n);
    const rangeAt = at + 16 + 3 * doubled + n;
    const range = view.getUint16(rangeAt);
    if (range === 0) return (point + delta) & 0xffff;
    const glyph = view.getUint16(rangeAt + range + 2 * (point - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
