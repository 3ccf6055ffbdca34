import { because } from '../../cause.ts';
import type { PdfReader } from './pdf-reader.ts';
import { PdfReference, type PdfDict, type PdfValue } from './pdf-value.ts';
import { pageObjects } from './printed-pages.ts';

/** A bookmark and the page it opens, counted from 1 (0 where it opens none). */
export type ReadBookmark = Readonly<{ title: string; page: number }>;

const most = 200_000;

/** All bookmarks of a PDF, those below others included. */
export async function readBookmarks(reader: PdfReader): Promise<readonly ReadBookmark[]> {
  const catalog = await reader.dict(reader.trailer.get('Root'));
  const pages = await pageObjects(reader, catalog.get('Pages'));
  const positions = new Map(pages.map((object, at) => [object, at + 1]));
  const found: ReadBookmark[] = [];
  for await (const { mark } of bookmarksBelow(reader, await reader.dict(catalog.get('Outlines')))) {
    const title = mark.get('Title');
    const destination = mark.get('Dest');
    const page: unknown = Array.isArray(destination) ? destination[0] : null;
    found.push({
      title: typeof title === 'string' ? title : '',
      page: page instanceof PdfReference ? (positions.get(page.object) ?? 0) : 0,
    });
  }
  return found;
}

/** Every bookmark below the outline's root, each object once. @throws where they are more than any document has */
export async function* bookmarksBelow(
  reader: PdfReader,
  outlines: PdfDict,
): AsyncGenerator<Readonly<{ object: number; mark: PdfDict }>> {
  const seen = new Set<number>();
  const waiting: (PdfValue | undefined)[] = [outlines.get('First')];
  while (waiting.length > 0) {
    const ref = waiting.pop();
    if (!(ref instanceof PdfReference) || seen.has(ref.object)) continue;
    if (seen.size > most) throw new Error(because('pdf-bookmarks'));
    seen.add(ref.object);
    const mark = await reader.dict(ref);
    yield { object: ref.object, mark };
    waiting.push(mark.get('Next'), mark.get('First'));
  }
}
