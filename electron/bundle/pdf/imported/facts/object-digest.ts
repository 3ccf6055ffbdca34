import { createHash, type Hash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** Keys that lead back into the document, or say nothing of what is drawn. */
const elsewhere = new Set([
  ...['Parent', 'P', 'Popup', 'IRT', 'Dest', 'A', 'AA', 'Metadata', 'PieceInfo', 'LastModified'],
  ...['StructParent', 'StructParents', 'V', 'DV', 'Length'],
]);
const deepest = 100;
/** Of all objects that are gone through for one document. */
const mostVisits = 2_000_000;

/**
 * What objects and all that they lead to come to, whatever numbers they have in the file: the same of two revisions means
 * that nothing of it was changed.
 */
export class ObjectDigests {
  readonly #context: PDFContext;
  readonly #streams = new Map<PDFStream, string>();
  #visits = 0;

  constructor(context: PDFContext) {
    this.#context = context;
  }

  /** @throws {Error} where that is more than is looked at */
  of(roots: readonly (PDFObject | undefined)[]): string {
    const hash = createHash('sha256');
    const numbers = new Map<PDFObject, number>();
    const open: PDFObject[] = [];
    const numberOf = (object: PDFObject): number => {
      const known = numbers.get(object);
      if (known !== undefined) return known;
      numbers.set(object, numbers.size);
      open.push(object);
      return numbers.size - 1;
    };
    for (const root of roots) this.#write(hash, root, numberOf, 0);
    for (let at = 0; at < open.length; at++) this.#write(hash.update(`\n${at} `), open[at], numberOf, 0);
    return hash.digest('hex');
  }

  #write(hash: Hash, object: PDFObject | undefined, numberOf: (object: PDFObject) => number, depth: number): void {
    if (++this.#visits > mostVisits || depth > deepest) throw new Error('more objects than are compared');
    if (object instanceof PDFRef) {
      const found = this.#context.lookup(object);
      hash.update(found === undefined ? 'null ' : `${numberOf(found)} R `);
    } else if (object instanceof PDFStream) {
      this.#write(hash, object.dict, numberOf, depth + 1);
      hash.update(this.#contents(object));
    } else if (object instanceof PDFDict) {
      hash.update('<<');
      const entries = object.entries().map(([key, value]) => [key.decodeText(), value] as const);
      for (const [key, value] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (elsewhere.has(key)) continue;
        hash.update(`/${key} `);
        this.#write(hash, value, numberOf, depth + 1);
      }
      hash.update('>>');
    } else if (object instanceof PDFArray) {
      hash.update('[');
      for (const one of object.asArray()) this.#write(hash, one, numberOf, depth + 1);
      hash.update(']');
    } else if (object instanceof PDFString || object instanceof PDFHexString)
      hash.update(`(${Buffer.from(object.asBytes()).toString('hex')})`);
    else hash.update(`${object?.toString() ?? 'null'} `);
  }

  #contents(stream: PDFStream): string {
    const known = this.#streams.get(stream);
    if (known !== undefined) return known;
    const digest = createHash('sha256').update(stream.getContents()).digest('hex');
    this.#streams.set(stream, digest);
    return digest;
  }
}
