import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A link as a reader of the PDF sees it: on which page, over and beside which words, where it leads; `down` in points from the top. */
export type SeenLink = Readonly<{
  on: number;
  over: string;
  beside: string;
  page: number;
  down: number;
  zoomKept: boolean;
}>;
/** A line of the outline, from the top. */
export type SeenBookmark = Readonly<{ title: string; page: number; down: number }>;
/** A piece of a page's words, from the top. */
type SeenText = Readonly<{ text: string; down: number }>;

export type SeenBundle = Readonly<{
  pages: readonly (readonly SeenText[])[];
  links: readonly SeenLink[];
  outline: readonly SeenBookmark[];
}>;

type Target = Readonly<{ page: number; down: number; zoomKept: boolean }>;
type Node = Readonly<{ title: string; dest: string | unknown[] | null; items: readonly Node[] }>;

export const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** Reads words, links and outline of a PDF by pdf.js: nothing of the program's own. Pages are counted from 1. */
export async function readByPdfjs(pdf: string): Promise<SeenBundle> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(pdf)), useSystemFonts: true, verbosity: 0 })
    .promise;
  const target = async (asked: string | unknown[] | null): Promise<Target | null> => {
    const dest = typeof asked === 'string' ? await document.getDestination(asked) : asked;
    if (!dest) return null;
    const [ref, kind, , top, zoom] = dest as [
      { num: number; gen: number },
      { name: string },
      number,
      number | null,
      number | null,
    ];
    const at = await document.getPageIndex(ref);
    const { view } = await document.getPage(at + 1);
    const isPoint = kind.name === 'XYZ' && typeof top === 'number';
    return {
      page: at + 1,
      down: isPoint ? (view[3] ?? 0) - top : 0,
      zoomKept: kind.name === 'XYZ' && (zoom === null || zoom === 0),
    };
  };
  const pages: SeenText[][] = [];
  const links: SeenLink[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const height = page.view[3] ?? 0;
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) =>
      'str' in item && item.str !== ''
        ? [{ text: item.str, x: item.transform[4] as number, y: item.transform[5] as number }]
        : [],
    );
    pages.push(texts.map(({ text, y }) => ({ text, down: height - y })));
    for (const { subtype, dest, rect } of (await page.getAnnotations()) as readonly {
      subtype: string;
      dest: string | unknown[] | null;
      rect: [number, number, number, number];
    }[]) {
      if (subtype !== 'Link') continue;
      const to = await target(dest);
      const [left, bottom, right, above] = rect;
      const over = texts.filter(({ x, y }) => x >= left - 1 && x <= right && y >= bottom - 1 && y <= above);
      const beside = texts.filter(({ y }) => y >= bottom - 16 && y <= above + 16);
      const joined = (some: typeof texts) => some.map(({ text }) => text).join('');
      if (to) links.push({ on: number, over: joined(over), beside: joined(beside), ...to });
    }
    page.cleanup();
  }
  const outline: SeenBookmark[] = [];
  const walk = async (nodes: readonly Node[]): Promise<void> => {
    for (const { title, dest, items } of nodes) {
      const to = await target(dest);
      if (to) outline.push({ title, page: to.page, down: to.down });
      await walk(items);
    }
  };
  await walk(await document.getOutline());
  await document.loadingTask.destroy();
  return { pages, links, outline };
}

/** How far down a page says words, in points; nothing where it does not. */
export function heightsOf(page: readonly SeenText[], words: string): readonly number[] {
  const wanted = bare(words);
  let all = '';
  const owners: number[] = [];
  for (const { text, down } of page)
    for (const unit of bare(text)) {
      all += unit;
      for (let n = 0; n < unit.length; n += 1) owners.push(down);
    }
  const heights: number[] = [];
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) heights.push(owners[at] ?? 0);
  return heights;
}
