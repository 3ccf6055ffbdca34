import { because } from '../../cause.ts';
import type { PdfReader } from '../pdf/pdf-reader.ts';
import { PdfReference, type PdfValue } from '../pdf/pdf-value.ts';

/**
 * From the keys of pages and links to their elements, as this program writes it: a root over one level of nodes.
 *
 * @throws {Error} where a key stands twice, or leads to nothing of its own
 */
export async function parentTreeOf(
  reader: PdfReader,
  value: PdfValue | undefined,
): Promise<ReadonlyMap<number, PdfReference>> {
  const entries = new Map<number, PdfReference>();
  const kids = (await reader.dict(value)).get('Kids');
  for (const kid of Array.isArray(kids) ? (kids as readonly PdfValue[]) : []) {
    // a list holds values
    const nums = (await reader.dict(kid)).get('Nums');
    const list = Array.isArray(nums) ? (nums as readonly PdfValue[]) : []; // a list holds values
    for (let at = 0; at < list.length; at += 2) {
      const [key, entry] = [list[at], list[at + 1]];
      if (typeof key !== 'number' || !(entry instanceof PdfReference) || entries.has(key))
        throw new Error(because('pdf-no-dictionary'));
      entries.set(key, entry);
    }
  }
  return entries;
}
