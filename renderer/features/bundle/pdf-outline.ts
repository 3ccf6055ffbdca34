import type { PDFDocumentProxy } from 'pdfjs-dist';

/** One line of a PDF's outline, with the page it leads to. */
export type OutlineLine = Readonly<{ title: string; depth: number; page: number }>;

/** The file's own outline, as a list; empty where it has none. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<readonly OutlineLine[]> {
  type Node = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>[number];
  const lines: OutlineLine[] = [];
  const walk = async (nodes: readonly Node[], depth: number): Promise<void> => {
    for (const { title, dest, items } of nodes) {
      const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
      const [ref] = (target ?? []) as readonly unknown[]; // a destination begins with its page: a reference or an index
      const page =
        typeof ref === 'number' ? ref : await pdf.getPageIndex(ref as { num: number; gen: number }).catch(() => 0);
      lines.push({ title, depth, page: page + 1 });
      await walk(items as readonly Node[], depth + 1);
    }
  };
  // Null where there is no outline, whatever the typings say.
  const outline = (await pdf.getOutline()) as readonly Node[] | null;
  if (outline) await walk(outline, 0);
  return lines;
}
