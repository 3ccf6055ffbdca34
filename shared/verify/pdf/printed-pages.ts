import { because } from '../../cause.ts';
import { readPageText, type FontMaps, type PageFooters, type PrintedText } from './page-text.ts';
import type { PdfReader } from './pdf-reader.ts';
import { PdfName, PdfReference, type PdfDict, type PdfValue } from './pdf-value.ts';

/** A page as the PDF has it: its place, what is printed on it, and its dictionary. */
export type PrintedPage = Readonly<{ position: number; object: number; dict: PdfDict }> & PrintedText;

const deepestTree = 40;
const mostPages = 1_000_000;

/** All pages in order, one after the other, read back from their content. @param footers of those that were read before */
export async function* readPrintedPages(
  reader: PdfReader,
  footers?: PageFooters,
): AsyncGenerator<PrintedPage, void, undefined> {
  const catalog = await reader.dict(reader.trailer.get('Root'));
  const maps: FontMaps = new Map();
  let position = 0;
  for (const object of await pageObjects(reader, catalog.get('Pages'))) {
    const dict = await reader.dict(new PdfReference(object));
    yield { position: ++position, object, dict, ...(await readPageText(reader, dict, maps, footers)) };
  }
}

/** Whether pages are labelled 1, 2, 3 … from the first on, or on from `first` in a further volume. */
export async function labelsMatchPages(reader: PdfReader, first: number): Promise<boolean> {
  const catalog = await reader.dict(reader.trailer.get('Root'));
  const nums = (await reader.dict(catalog.get('PageLabels'))).get('Nums');
  if (!Array.isArray(nums) || nums.length !== 2 || nums[0] !== 0) return false;
  const label = await reader.dict(nums[1] as PdfValue); // second of two
  const style = label.get('S');
  const start = label.get('St');
  const begins = first === 1 ? start === undefined : start === first;
  return begins && label.size === (first === 1 ? 1 : 2) && style instanceof PdfName && style.name === 'D'; // no prefix
}

/** Object numbers of all pages, in order. */
export async function pageObjects(reader: PdfReader, root: PdfValue | undefined): Promise<readonly number[]> {
  const found: number[] = [];
  const seen = new Set<number>();
  const walk = async (value: PdfValue | undefined, depth: number): Promise<void> => {
    if (!(value instanceof PdfReference) || depth > deepestTree || seen.has(value.object) || found.length > mostPages)
      throw new Error(because('pdf-page-tree'));
    seen.add(value.object);
    const kids = (await reader.dict(value)).get('Kids');
    if (!Array.isArray(kids)) {
      found.push(value.object);
      return;
    }
    for (const kid of kids as readonly PdfValue[]) await walk(kid, depth + 1); // a list holds values
  };
  await walk(root, 0);
  return found;
}
