import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

/**
 * The library leaves the strings of a decrypted file as they come out of the cipher, but takes them for escaped text
 * afterwards: a palette with a `)` or a `\` in it would change its colours. Here they become hexadecimal, which means
 * what it says. Strings in object streams are not encrypted one by one, and stay.
 *
 * @param packed numbers of the objects that object streams hold
 */
export function settleDecryptedStrings(context: PDFContext, packed: ReadonlySet<number>): void {
  if (!context.isDecrypted) return;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
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
