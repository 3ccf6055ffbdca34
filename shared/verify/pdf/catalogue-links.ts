import { because } from '../../cause.ts';
import type { PdfReader } from './pdf-reader.ts';
import { PdfReference, type PdfValue } from './pdf-value.ts';
import type { PrintedPage } from './printed-pages.ts';

/** A link of a page: what is printed in it, and the page object that it opens. */
export type ReadLink = Readonly<{ text: string; object: number | null }>;

const mostLinks = 100_000;

/** The links of a page of this program, each with the text whose beginning lies inside its rectangle. */
export async function linksOf(reader: PdfReader, { dict, runs }: PrintedPage): Promise<readonly ReadLink[]> {
  const list = await reader.resolve(dict.get('Annots'));
  if (!Array.isArray(list)) return [];
  if (list.length > mostLinks) throw new Error(because('pdf-links'));
  const links: ReadLink[] = [];
  const printed = await runs();
  for (const one of list as readonly PdfValue[]) {
    const link = await reader.dict(one); // a list holds values
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbersIn(link.get('Rect'));
    const inside = printed.filter(({ x, y }) => x >= x0 - slack && x <= x1 && y >= y0 && y <= y1);
    const destination = link.get('Dest');
    const page: unknown = Array.isArray(destination) ? destination[0] : null;
    links.push({
      text: inside.map(({ text }) => text).join(''),
      object: page instanceof PdfReference ? page.object : null,
    });
  }
  return links;
}

/** Coordinates are rounded to a thousandth of a point. */
const slack = 0.01;

function numbersIn(value: PdfValue | undefined): readonly number[] {
  return Array.isArray(value) ? (value as readonly PdfValue[]).map((one) => (typeof one === 'number' ? one : 0)) : []; // a list holds values
}
