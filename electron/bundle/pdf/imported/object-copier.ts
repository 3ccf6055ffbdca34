import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { because } from '../../../../shared/cause.ts';
import { mostObjects } from './child-words.ts';
import { balancedContent } from './content.ts';
import { lostPicture, packedOnce, withoutGaps } from './pictures/gaps.ts';
import { soundPicture } from './pictures/sound-picture.ts';
import { soundStream, unpackedStream, type SoundStream } from './pictures/sound-stream.ts';

/**
 * Keys of streams that are not drawn, and lead back into the document or out of the file (`F`: data in another file,
 * ISO 32000-1 Table 5). Dictionaries without a stream keep every key: a font or a glyph may be named `A` or `P`.
 */
const leftOut = new Set(
  [
    'Metadata',
    'PieceInfo',
    'LastModified',
    'StructParent',
    'StructParents',
    'AF',
    'OPI',
    'Ref',
    'Measure',
    'PtData',
  ].concat(['F', 'FFilter', 'FDecodeParms', 'Length', 'Filter', 'DecodeParms', 'DP']),
);

/** Copies everything that a page needs, renumbered from a first number on; each object once. */
export class ObjectCopier {
  readonly #context: PDFContext;
  readonly #first: number;
  readonly #numbers = new Map<PDFObject, number>();
  readonly #objects: PDFObject[] = [];
  /** Which objects lead to an object, by number. */
  readonly #users = new Map<number, Set<number>>();
  /** How much of an object is damaged or missing, by number. */
  readonly #faults = new Map<number, number>();
  /** Streams that draw, though their dictionaries do not say so: the glyphs of Type 3 fonts. */
  readonly #glyphs = new Set<PDFObject>();
  #writing: number | null = null;

  constructor(context: PDFContext, first: number) {
    this.#context = context;
    this.#first = first;
  }

  /** @returns the number that the object gets */
  add(object: PDFObject): number {
    const number = this.#numbers.get(object) ?? this.#enter(object);
    if (this.#writing !== null) {
      const users = this.#users.get(number) ?? new Set();
      this.#users.set(number, users.add(this.#writing));
    }
    return number;
  }

  #enter(object: PDFObject): number {
    if (this.#objects.length >= mostObjects) throw new Error(`more than ${mostObjects} objects`);
    this.#objects.push(object);
    const number = this.#first + this.#objects.length - 1;
    this.#numbers.set(object, number);
    return number;
  }

  /** Notes that something of an object is damaged or missing. */
  fault(number: number, count: number): void {
    if (count > 0) this.#faults.set(number, (this.#faults.get(number) ?? 0) + count);
  }

  get faultCount(): number {
    return [...this.#faults.values()].reduce((sum, count) => sum + count, 0);
  }

  /** How many parts of what each of these objects leads to are damaged or missing. */
  faultsOf(numbers: readonly number[]): readonly number[] {
    const found = new Map(numbers.map((number) => [number, 0]));
    for (const [faulty, count] of this.#faults) {
      const seen = new Set([faulty]);
      for (const number of seen) {
        const known = found.get(number);
        if (known !== undefined) found.set(number, known + count);
        for (const user of this.#users.get(number) ?? []) seen.add(user);
      }
    }
    return numbers.map((number) => found.get(number) ?? 0);
  }

  /** The number of an object that something copied so far leads to. */
  numberOf(object: PDFObject): number | undefined {
    return this.#numbers.get(object);
  }

  /**
   * The bytes of each object's value, in the order of their numbers. New ones appear while the old are written.
   * @throws {Error} where an object that is needed cannot be read: half a page must not pass for a page
   */
  async *written(): AsyncGenerator<Uint8Array, void, undefined> {
    for (let at = 0; at < this.#objects.length; at++) {
      const object = this.#objects[at];
      if (object === undefined) return;
      this.#writing = this.#first + at;
      yield object instanceof PDFStream
        ? await this.#stream(object, this.#writing)
        : Buffer.from(this.#text(object, 0), 'latin1');
    }
    this.#writing = null;
  }

  async #stream(stream: PDFStream, number: number): Promise<Uint8Array> {
    const subtype = stream.dict.lookup(PDFName.of('Subtype'));
    if (subtype === PDFName.of('Image')) return this.#picture(stream, number);
    const draws = subtype === PDFName.of('Form') || stream.dict.has(PDFName.of('PatternType'));
    if (draws || this.#glyphs.has(stream)) return this.#content(stream, number);
    const sound = soundStream(stream);
    this.fault(number, sound.damaged ? 1 : 0);
    return this.#bytes(stream.dict, sound);
  }

  async #picture(stream: PDFStream, number: number): Promise<Uint8Array> {
    const sound = await soundPicture(stream);
    this.fault(number, sound.damaged ? 1 : 0);
    if (sound.lost) return this.#bytes(...lostPicture(this.#context));
    const dict = stream.dict.clone();
    for (const key of [PDFName.of('SMask'), PDFName.of('Mask')]) {
      const mask = dict.lookup(key);
      const missing = mask === undefined ? dict.has(key) : mask instanceof PDFStream && (await soundPicture(mask)).lost;
      if (!missing) continue;
      dict.delete(key);
      this.fault(number, 1);
    }
    return this.#bytes(dict, sound);
  }

  #content(stream: PDFStream, number: number): Uint8Array {
    const { data, damaged } = unpackedStream(stream);
    const { bytes, ...used } = balancedContent(data);
    const dict = stream.dict.clone();
    const resources = dict.lookup(PDFName.of('Resources'));
    const found = resources instanceof PDFDict ? withoutGaps(resources, used) : null;
    if (found && found.missing > 0) dict.set(PDFName.of('Resources'), found.resources);
    this.fault(number, (found?.missing ?? 0) + (damaged ? 1 : 0));
    if (bytes === data && !damaged) return this.#bytes(dict, soundStream(stream));
    return this.#bytes(dict, packedOnce(bytes));
  }

  #bytes(given: PDFDict, { contents, filters }: SoundStream): Uint8Array {
    const entries = given
      .entries()
      .filter(([key]) => !leftOut.has(key.decodeText()))
      .map(([key, value]) => `${key.toString()} ${this.#text(value, 1)}`);
    const parms = filters.map(({ parms: one }) => (one ? this.#text(one, 2) : 'null'));
    const filter = filters.length === 0 ? [] : [`/Filter [${filters.map(({ name }) => `/${name}`).join(' ')}]`];
    const how = parms.every((one) => one === 'null') ? filter : [...filter, `/DecodeParms [${parms.join(' ')}]`];
    const dict = `<< ${[...entries, ...how, `/Length ${contents.length}`].join(' ')} >>`;
    return Buffer.concat([Buffer.from(`${dict}\nstream\n`, 'latin1'), contents, Buffer.from('\nendstream', 'latin1')]);
  }

  #text(object: PDFObject, depth: number): string {
    if (depth > 100) throw new Error(because('pdf-too-deep'));
    if (object instanceof PDFInvalidObject) throw new Error(because('pdf-object-unreadable'));
    if (object instanceof PDFRef) return this.#reference(object);
    if (object instanceof PDFStream) return `${this.add(object)} 0 R`; // one of our own making, not yet in the file
    if (object instanceof PDFArray) {
      const values = object.asArray().map((one) => this.#text(one, depth + 1));
      return `[${values.join(' ')}]`;
    }
    if (object instanceof PDFDict) {
      if (object.get(PDFName.of('Subtype')) === PDFName.of('Type3')) this.#noteGlyphs(object);
      const entries = object.entries().map(([key, value]) => `${key.toString()} ${this.#text(value, depth + 1)}`);
      return `<< ${entries.join(' ')} >>`;
    }
    if (object instanceof PDFNumber) return plainNumber(object);
    if (object instanceof PDFString || object instanceof PDFHexString)
      return `<${Buffer.from(object.asBytes()).toString('hex')}>`;
    return object.toString();
  }

  #noteGlyphs(font: PDFDict): void {
    const glyphs = font.lookup(PDFName.of('CharProcs'));
    if (!(glyphs instanceof PDFDict)) return;
    for (const [key] of glyphs.entries()) {
      const glyph = glyphs.lookup(key);
      if (glyph) this.#glyphs.add(glyph);
    }
  }

  /** A reference to something that does not exist means null (ISO 32000-1 §7.3.10). Pages are never copied whole. */
  #reference(ref: PDFRef): string {
    const object = this.#context.lookup(ref);
    if (object === undefined) return 'null';
    if (object instanceof PDFDict) {
      const type = object.get(PDFName.of('Type'));
      if (type instanceof PDFName && ['Page', 'Pages', 'Catalog'].includes(type.decodeText())) return 'null';
    }
    return `${this.add(object)} 0 R`;
  }
}

/** Numbers in foreign files may be written in ways that no reader shares (1e5, NaN). */
function plainNumber(number: PDFNumber): string {
  const value = number.asNumber();
  if (!Number.isFinite(value)) return '0';
  const bounded = Math.max(-2_147_483_648, Math.min(2_147_483_647, value));
  return bounded.toFixed(6).replace(/\.?0+$/, '');
}
