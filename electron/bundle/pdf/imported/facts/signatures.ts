import { PDFHexString, PDFName, PDFNumber, PDFString, type PDFDict, type PDFDocument } from '@cantoo/pdf-lib';
import { dictIn, dictOf, listIn, nameIn, textIn } from './values.ts';

/** A signature in a field of a document (ISO 32000-1 §12.8), as the file states it. */
export type WrittenSignature = Readonly<{
  /** The field's partial name. */
  field: string;
  /** How it is made: `adbe.pkcs7.detached`. */
  format: string;
  name: string | null;
  at: string | null;
  /** Offset and length, offset and length: what is signed. Null where it is not of this form. */
  range: readonly [number, number, number, number] | null;
  /** What the dictionary holds as signature; null in an encrypted file, where the library has garbled it. */
  contents: Uint8Array | null;
}>;

const mostFields = 20_000;
const deepest = 30;

/** The signatures in the document's fields, in the order in which they were made: by the end of what each signs. */
export function signaturesIn(document: PDFDocument): readonly WrittenSignature[] {
  const found = new Map<PDFDict, WrittenSignature>();
  const form = dictIn(document.catalog, 'AcroForm');
  const open = listIn(form, 'Fields').map((one) => ({ field: dictOf(one), kind: null as string | null, depth: 0 }));
  for (let at = 0; at < open.length && at < mostFields; at++) {
    const { field, kind: above, depth } = open[at] ?? { field: null, kind: null, depth: 0 };
    const kind = nameIn(field, 'FT') ?? above;
    const value = kind === 'Sig' ? dictIn(field, 'V') : null;
    if (value && !found.has(value)) found.set(value, written(value, textIn(field, 'T') ?? ''));
    if (depth < deepest)
      for (const kid of listIn(field, 'Kids')) open.push({ field: dictOf(kid), kind, depth: depth + 1 });
  }
  const endOf = ({ range }: WrittenSignature) => (range ? range[2] + range[3] : 0);
  return [...found.values()].sort((a, b) => endOf(a) - endOf(b));
}

function written(value: PDFDict, field: string): WrittenSignature {
  const range = listIn(value, 'ByteRange').map((one) => (one instanceof PDFNumber ? one.asNumber() : NaN));
  const [a = NaN, b = NaN, c = NaN, d = NaN, ...more] = range;
  const whole = more.length === 0 && [a, b, c, d].every((one) => Number.isSafeInteger(one) && one >= 0);
  const contents = value.lookup(PDFName.of('Contents'));
  const held = contents instanceof PDFHexString || contents instanceof PDFString ? contents.asBytes() : null;
  return {
    field,
    format: nameIn(value, 'SubFilter') ?? '',
    name: textIn(value, 'Name'),
    at: textIn(value, 'M'),
    range: whole ? [a, b, c, d] : null,
    contents: value.context.isDecrypted ? null : held,
  };
}
