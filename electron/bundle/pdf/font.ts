import { createHash } from 'node:crypto';
import type { FontFaces, NamedFont } from './font-face.ts';
import { subsetFont } from './subset-font.ts';
import { num, refText, type PdfSink, type Ref } from './sink.ts';

/**
 * The fonts of one PDF file: one CID for each code point, in the order of first use, so that text can be written before
 * the fonts, and that 一 (U+4E00) and ⼀ (U+2F00), which share a glyph, each come back as themselves. Only fonts that the
 * file uses are written.
 */
export class EmbeddedFonts {
  readonly #sink: PdfSink;
  readonly #used = new Map<string, EmbeddedFont>();
  readonly #invisible: EmbeddedFont;

  constructor(sink: PdfSink, faces: FontFaces) {
    this.#sink = sink;
    const { type } = faces.main;
    const space = type.glyphOf(32);
    // One empty glyph stands for every character of the text behind pictures: any character of any language can be
    // searched and copied, and no outline is needed. PDF/A forbids the missing glyph, not an empty one.
    this.#invisible = new EmbeddedFont(sink, { name: 'T', postScriptName: 'Invisible', type }, () => space);
    this.#used.set('T', this.#invisible);
  }

  /** Width of every invisible character, for a size of 1. */
  get invisibleWidth(): number {
    return this.#invisible.advance(32);
  }

  encode(font: NamedFont, text: string): string {
    let embedded = this.#used.get(font.name);
    if (!embedded) {
      embedded = new EmbeddedFont(this.#sink, font, (point) => font.type.glyphOf(point));
      this.#used.set(font.name, embedded);
    }
    return embedded.encode(text);
  }

  /** As a literal string (ISO 32000-1 §7.3.4.2): half as long as digits, and there is a page's whole text of it. */
  encodeInvisible(text: string): string {
    return this.#invisible.encodeLiteral(text);
  }

  refOf(name: string): Ref {
    const font = this.#used.get(name);
    if (!font) throw new Error(`the page names a font ${name} that it does not use`);
    return font.ref;
  }

  /** Writes each font with just the glyphs used. */
  write(): void {
    for (const font of this.#used.values()) font.write();
  }
}

/** A CID as it stands in a hexadecimal and in a literal string. */
type Cid = Readonly<{ hex: string; bytes: string }>;

/** A byte in a literal string: brackets, backslash and line ends would end it, or be read as others. */
function literalByte(byte: number): string {
  const plain = !'()\\\n\r'.includes(String.fromCharCode(byte));
  return plain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
}

class EmbeddedFont {
  readonly ref: Ref;
  readonly #sink: PdfSink;
  readonly #font: NamedFont;
  readonly #glyphOf: (point: number) => number;
  /** Code point → CID, in the order of first use; CID 0 stays the missing glyph. */
  readonly #cids = new Map<number, Cid>();

  constructor(sink: PdfSink, font: NamedFont, glyphOf: (point: number) => number) {
    this.#sink = sink;
    this.#font = font;
    this.#glyphOf = glyphOf;
    this.ref = sink.allocate();
  }

  advance(point: number): number {
    const { type } = this.#font;
    return type.advanceOf(this.#glyphOf(point)) / type.unitsPerEm;
  }

  /** A text as a hexadecimal string of CIDs. */
  encode(text: string): string {
    let hex = '';
    for (let at = 0; at < text.length; at += 1) {
      const point = text.codePointAt(at) ?? 0;
      hex += this.#cidOf(point).hex;
      if (point > 0xffff) at += 1;
    }
    return `<${hex}>`;
  }

  /** A text as a literal string of CIDs, two bytes each; the string's characters are bytes. */
  encodeLiteral(text: string): string {
    let bytes = '';
    for (let at = 0; at < text.length; at += 1) {
      const point = text.codePointAt(at) ?? 0;
      bytes += this.#cidOf(point).bytes;
      if (point > 0xffff) at += 1;
    }
    return `(${bytes})`;
  }

  #cidOf(point: number): Cid {
    const known = this.#cids.get(point);
    if (known) return known;
    const next = this.#cids.size + 1;
    if (next > 0xffff) throw new Error('a font of more than 65,535 characters');
    const hex = next.toString(16).toUpperCase().padStart(4, '0');
    const cid = { hex, bytes: literalByte(next >> 8) + literalByte(next & 255) };
    this.#cids.set(point, cid);
    return cid;
  }

  write(): void {
    const { type, postScriptName } = this.#font;
    const points = [...this.#cids.keys()];
    if (points.length === 0) {
      this.#sink.object(this.ref, 'null');
      return;
    }
    // Several characters may share a glyph: each glyph is written once, and the CIDs are led to it.
    const glyphs = [...new Set(points.map(this.#glyphOf))];
    const glyphIds = new Map(glyphs.map((glyph, at) => [glyph, at + 1]));
    const file = subsetFont(type, glyphs);
    const name = `/${tagOf(points)}+${postScriptName}`;
    const [descendant, descriptor, data, map, unicode] = Array.from({ length: 5 }, () =>
      this.#sink.allocate(),
    ) as unknown as readonly [Ref, Ref, Ref, Ref, Ref]; // five, as asked for
    const scale = (units: number) => num((units / type.unitsPerEm) * 1000);
    this.#sink.object(
      this.ref,
      `<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H /DescendantFonts [${refText(descendant)}] /ToUnicode ${refText(unicode)} >>`,
    );
    const widths = points.map((point) => scale(type.advanceOf(this.#glyphOf(point)))).join(' ');
    this.#sink.object(
      descendant,
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ` +
        `/FontDescriptor ${refText(descriptor)} /CIDToGIDMap ${refText(map)} /DW 1000 /W [1 [${widths}]] >>`,
    );
    this.#sink.object(
      descriptor,
      `<< /Type /FontDescriptor /FontName ${name} /Flags 4 /FontBBox [${type.box.map(scale).join(' ')}] /ItalicAngle 0 ` +
        `/Ascent ${scale(type.ascent)} /Descent ${scale(type.descent)} /CapHeight ${scale(type.capHeight)} /StemV 80 /FontFile2 ${refText(data)} >>`,
    );
    this.#sink.stream(data, `/Length1 ${file.length}`, file);
    const gids = new Uint8Array((points.length + 1) * 2);
    points.forEach((point, index) => {
      const glyph = glyphIds.get(this.#glyphOf(point)) ?? 0;
      gids.set([glyph >> 8, glyph & 255], (index + 1) * 2);
    });
    this.#sink.stream(map, '', gids);
    this.#sink.stream(unicode, '', Buffer.from(toUnicode(points), 'latin1'));
  }
}

/** Six capital letters from the set of characters (ISO 32000-1 §9.6.4): the same text, the same tag. */
function tagOf(points: readonly number[]): string {
  const digest = createHash('sha256').update(points.join(',')).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

/** CID → text, in blocks of at most 100 (ISO 32000-1 §9.10.3). */
function toUnicode(points: readonly number[]): string {
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0');
  const lines = points.map((point, index) => {
    const text = String.fromCodePoint(point);
    const units = Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('');
    return `<${hex(index + 1)}> <${units}>`;
  });
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, block) => {
    const some = lines.slice(block * 100, block * 100 + 100);
    return `${some.length} beginbfchar\n${some.join('\n')}\nendbfchar\n`;
  });
  return (
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n' +
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n' +
    blocks.join('') +
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n'
  );
}
