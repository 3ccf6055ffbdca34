import { PDFArray, PDFDict, PDFName, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';

/** Actions lie flat in a document: an annotation holds its action, which holds the next one. */
const deepest = 6;

/**
 * How many scripts a document holds (ISO 32000-1 §12.6.4.16): dictionaries with `/S /JavaScript` or `/JS`. Pages are copied
 * without any action, so that none of them comes into a bundle; what a script would have shown is not shown.
 */
export function scriptsIn(context: PDFContext): number {
  let found = 0;
  const look = (value: PDFObject, depth: number): void => {
    if (depth > deepest) return;
    if (value instanceof PDFArray) for (const one of value.asArray()) look(one, depth + 1);
    const dict = value instanceof PDFStream ? value.dict : value instanceof PDFDict ? value : null;
    if (!dict) return;
    if (dict.get(PDFName.of('S')) === PDFName.of('JavaScript') || dict.has(PDFName.of('JS'))) found += 1;
    for (const [, one] of dict.entries()) look(one, depth + 1);
  };
  for (const [, value] of context.enumerateIndirectObjects()) look(value, 0);
  return found;
}
