import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

/**
 * The library leaves the strings of a decrypted file as they come out of the cipher, but takes them for escaped text
 * afterwards: a palette with a `)` or a `\` in it would change its colours. Here they become hexadecimal, which means
 * what it says. Strings in object streams are not encrypted one by one, and stay.
 */
export function settleDecryptedStrings(context: PDFContext): void {
  if (!context.isDecrypted) return;
  const objects = context.enumerateIndirectObjects();
  const packed = new Set(objects.flatMap(([, object]) => numbersIn(object)));
  for (const [ref, object] of objects) {
    if (!packed.has(ref.objectNumber)) context.assign(ref, settled(object, 0));
  }
}

function settled(object: PDFObject, depth: number): PDFObject {
  if (depth > 100) throw new Error('objects nested too deeply');
  if (object instanceof PDFString) return PDFHexString.of(Buffer.from(object.asString(), 'latin1').toString('hex'));
  if (object instanceof PDFStream) settled(object.dict, depth + 1);
  else if (object instanceof PDFDict)
    for (const [key, value] of object.entries()) object.set(key, settled(value, depth + 1));
  else if (object instanceof PDFArray)
    object.asArray().forEach((value, at) => {
      object.set(at, settled(value, depth + 1));
    });
  return object;
}

/** Numbers of the objects that an object stream holds (ISO 32000-1 §7.5.7). */
function numbersIn(object: PDFObject): readonly number[] {
  if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Type')) !== PDFName.of('ObjStm')) return [];
  const first = object.dict.lookup(PDFName.of('First'), PDFNumber).asNumber();
  const head = Buffer.from(decodePDFRawStream(object).decode()).toString('latin1', 0, first);
  return head
    .trim()
    .split(/\s+/)
    .flatMap((number, at) => (at % 2 === 0 ? [Number(number)] : []));
}
