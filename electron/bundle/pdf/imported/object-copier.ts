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
import { mostObjects } from './child-words.ts';
import { soundContents } from './sound-stream.ts';

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
  ].concat(['F', 'FFilter', 'FDecodeParms', 'Length']),
);

/** Copies everything that a page needs, renumbered from a first number on; each object once. */
export class ObjectCopier {
  readonly #context: PDFContext;
  readonly #first: number;
  readonly #numbers = new Map<PDFObject, number>();
  readonly #objects: PDFObject[] = [];
  #damagedStreams = 0;

  constructor(context: PDFContext, first: number) {
    this.#context = context;
    this.#first = first;
  }

  /** @returns the number that the object gets */
  add(object: PDFObject): number {
    const known = this.#numbers.get(object);
    if (known !== undefined) return known;
    if (this.#objects.length >= mostObjects) throw new Error(`more than ${mostObjects} objects`);
    this.#objects.push(object);
    const number = this.#first + this.#objects.length - 1;
    this.#numbers.set(object, number);
    return number;
  }

  /** How many of the streams written so far break off or are damaged. */
  get damagedStreams(): number {
    return this.#damagedStreams;
  }

  /** The number of an object that something copied so far leads to. */
  numberOf(object: PDFObject): number | undefined {
    return this.#numbers.get(object);
  }

  /**
   * The bytes of each object's value, in the order of their numbers. New ones appear while the old are written.
   * @throws {Error} where an object that is needed cannot be read: half a page must not pass for a page
   */
  *written(): Generator<Uint8Array, void, undefined> {
    for (let at = 0; at < this.#objects.length; at++) {
      const object = this.#objects[at];
      if (object === undefined) return;
      yield object instanceof PDFStream ? this.#stream(object) : Buffer.from(this.#text(object, 0), 'latin1');
    }
  }

  #stream(stream: PDFStream): Uint8Array {
    const { contents, damaged } = soundContents(stream);
    if (damaged) this.#damagedStreams += 1;
    const entries = stream.dict
      .entries()
      .filter(([key]) => !leftOut.has(key.decodeText()))
      .map(([key, value]) => `${key.toString()} ${this.#text(value, 1)}`);
    const dict = `<< ${[...entries, `/Length ${contents.length}`].join(' ')} >>`;
    return Buffer.concat([Buffer.from(`${dict}\nstream\n`, 'latin1'), contents, Buffer.from('\nendstream', 'latin1')]);
  }

  #text(object: PDFObject, depth: number): string {
    if (depth > 100) throw new Error('objects nested too deeply');
    if (object instanceof PDFInvalidObject) throw new Error('an object of the page cannot be read');
    if (object instanceof PDFRef) return this.#reference(object);
    if (object instanceof PDFStream) return `${this.add(object)} 0 R`; // one of our own making, not yet in the file
    if (object instanceof PDFArray) {
      const values = object.asArray().map((one) => this.#text(one, depth + 1));
      return `[${values.join(' ')}]`;
    }
    if (object instanceof PDFDict) {
      const entries = object.entries().map(([key, value]) => `${key.toString()} ${this.#text(value, depth + 1)}`);
      return `<< ${entries.join(' ')} >>`;
    }
    if (object instanceof PDFNumber) return plainNumber(object);
    if (object instanceof PDFString || object instanceof PDFHexString)
      return `<${Buffer.from(object.asBytes()).toString('hex')}>`;
    return object.toString();
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
