import { PDFArray, PDFDict, PDFRef, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';

/**
 * Every dictionary (also those of streams) that something leads to, each once, the nearest first. What no reference leads
 * to is not in the document, though it may be in the file.
 *
 * @param leftOut keys that are not followed
 */
export function* dictsReached(
  context: PDFContext,
  roots: readonly PDFObject[],
  leftOut: ReadonlySet<string> = new Set(),
): Generator<PDFDict, void, undefined> {
  const open: PDFObject[] = [...roots];
  const seen = new Set<PDFObject>(roots);
  for (let at = 0; at < open.length; at++) {
    const next = open[at];
    const object = next instanceof PDFRef ? context.lookup(next) : next;
    if (object === undefined || (next !== object && seen.has(object))) continue;
    seen.add(object);
    const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null;
    if (dict) yield dict;
    const inside = dict
      ? dict.entries().flatMap(([key, value]) => (leftOut.has(key.decodeText()) ? [] : [value]))
      : object instanceof PDFArray
        ? object.asArray()
        : [];
    for (const one of inside) {
      const leads =
        one instanceof PDFRef || one instanceof PDFDict || one instanceof PDFArray || one instanceof PDFStream;
      if (!leads || seen.has(one)) continue;
      seen.add(one);
      open.push(one);
    }
  }
}
