import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readFileSync } from 'node:fs';
import { outsideTool } from '../pdf/pdf-room.ts';

/** Letters alone: where a reader puts spaces and ends lines is its own. */
export const letters = (text: string): string => text.replace(/\s+/gu, '');

/** The words of a file in the order of its structure, as poppler reads them. */
export function structText(pdf: string): readonly string[] {
  const lines = outsideTool('pdfinfo', '-struct-text', pdf).split('\n');
  return lines.flatMap((line) => /^\s*"(.*)"$/.exec(line)?.[1] ?? []);
}

/** The words of each page within its margins, in the order in which they are drawn, as poppler reads them without any tags. */
export function drawnText(pdf: string, pages: number, margin: number): string {
  const sizes = outsideTool('pdfinfo', '-f', '1', '-l', String(pages), pdf).matchAll(
    /^Page\s+\d+ size:\s+(\S+) x (\S+)/gm,
  );
  return [...sizes]
    .map(([, width, height], at) => {
      const page = {
        '-f': at + 1,
        '-l': at + 1,
        '-x': 0,
        '-y': margin,
        '-W': width,
        '-H': Number(height) - 2 * margin,
      };
      const options = Object.entries(page).flatMap(([name, value]) => [name, String(Math.round(Number(value)))]);
      return outsideTool('pdftotext', '-raw', ...options, pdf, '-');
    })
    .join('\n');
}

export type SeenElement = Readonly<{
  role: string;
  alt?: string;
  text: string;
  lang?: string;
  children: readonly SeenElement[];
}>;
type Node = Readonly<{
  role?: string;
  alt?: string;
  lang?: string;
  type?: string;
  id?: string;
  children?: readonly Node[];
}>;

/** The structure of each page with its words, as pdf.js reads it. */
export async function readStructure(pdf: string): Promise<readonly SeenElement[]> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0 }).promise;
  const pages: SeenElement[] = [];
  for (let at = 1; at <= document.numPages; at++) {
    const page = await document.getPage(at);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const words = new Map<string, string>();
    const open: (string | null)[] = [];
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast((one) => one !== null);
        if (typeof id === 'string') words.set(id, `${words.get(id) ?? ''}${item.str}`);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.type === 'beginMarkedContentProps' ? item.id : null);
    }
    const tree = (await page.getStructTree()) as Node | null; // its types leave children open
    if (tree) pages.push(seen(tree, words));
  }
  await document.loadingTask.destroy();
  return pages;
}

function seen({ role = '', alt, lang, id, children = [] }: Node, words: ReadonlyMap<string, string>): SeenElement {
  const below = children.map((child) => seen(child, words));
  const own = id === undefined ? '' : (words.get(id) ?? '');
  const text = own + below.map((one) => one.text).join('');
  return { role, ...(alt !== undefined && { alt }), ...(lang !== undefined && { lang }), text, children: below };
}

/** All elements of some kind, from the top. */
export function elementsOf(role: string, within: readonly SeenElement[]): readonly SeenElement[] {
  return within.flatMap((one) => [...(one.role === role ? [one] : []), ...elementsOf(role, one.children)]);
}
