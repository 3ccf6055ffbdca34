import type { BundleFindingCode } from '../messages/bundle-verify-messages.ts';
import { linksOf, type ReadLink } from './catalogue-links.ts';
import { failed, type CheckFindings, type Finding } from './findings.ts';
import type { Manifest } from './manifest.ts';
import { readBookmarks } from './pdf-outline.ts';
import type { PdfReader } from './pdf-reader.ts';
import { labelsArePlaces, readPrintedPages } from './printed-pages.ts';

type BundleFinding = Finding<BundleFindingCode>;

/**
 * Printed number = place in the PDF = label = manifest = catalogue = outline, for every page and exhibit. In a further
 * volume places are counted on from the volume before.
 */
export async function checkPages(reader: PdfReader, manifest: Manifest): Promise<CheckFindings<BundleFindingCode>> {
  const findings: BundleFinding[] = [];
  const first = manifest.volume?.first ?? 1;
  const places = new Map<number, number>();
  const links: ReadLink[] = [];
  for await (const page of readPrintedPages(reader)) {
    const { place, object, printed } = page;
    places.set(object, first + place - 1);
    if (printed !== String(first + place - 1) || manifest.pages[place - 1]?.page !== first + place - 1)
      findings.push(failed('page-number', { place: first + place - 1, printed: printed ?? '–' }));
    if (manifest.pages[place - 1]?.kind === 'catalogue') links.push(...(await linksOf(reader, page)));
  }
  if (places.size !== manifest.pages.length)
    findings.push(failed('page-count', { found: places.size, pages: manifest.pages.length }));
  if (!(await labelsArePlaces(reader, first))) findings.push(failed('page-labels'));
  findings.push(
    ...exhibitFindings(manifest, first, places.size),
    ...catalogueFindings(manifest, links, places),
    ...(await outlineFindings(reader, manifest, first)),
  );
  return { check: 'pages', looked: places.size, findings };
}

/** The pages of an exhibit are those that say they belong to it. */
function exhibitFindings({ exhibits, pages }: Manifest, first: number, count: number): readonly BundleFinding[] {
  return exhibits.flatMap(({ number, pages: [from, to] }) => {
    const at = from - first; // places from 0
    const end = to - first;
    const whole =
      at >= 0 && at <= end && end < count && pages[at - 1]?.exhibit !== number && pages[end + 1]?.exhibit !== number;
    const carried = pages.slice(at, end + 1).every((one, n) => one.exhibit === number && one.page === from + n);
    return whole && carried ? [] : [failed('exhibit-pages', { number, from, to })];
  });
}

/**
 * Every exhibit stands in the catalogue with its pages as printed, linked to the first of them. A file without a
 * catalogue (a further volume, a single exhibit) says so in its manifest; of an exhibit that is continued in another
 * volume only the link can be followed.
 */
function catalogueFindings(
  { exhibits, pages }: Manifest,
  links: readonly ReadLink[],
  places: ReadonlyMap<number, number>,
): readonly BundleFinding[] {
  if (!pages.some(({ kind }) => kind === 'catalogue')) return [];
  const led = Map.groupBy(links, ({ object }) => (object === null ? 0 : (places.get(object) ?? 0)));
  return exhibits.flatMap(({ number, part, pages: [from, to] }) => {
    const range = from === to ? String(from) : `${from}–${to}`;
    const found = led.get(from)?.some(({ text }) => text === range || (part === true && text.startsWith(`${from}–`)));
    return found ? [] : [failed('catalogue-pages', { number, range })];
  });
}

async function outlineFindings(
  reader: PdfReader,
  { exhibits }: Manifest,
  first: number,
): Promise<readonly BundleFinding[]> {
  const bookmarks = await readBookmarks(reader);
  return exhibits.flatMap(({ number, title, pages: [from] }): BundleFinding[] => {
    const mark = bookmarks.find((one) => one.title.includes(` ${number}  ${title}`));
    if (!mark) return [failed('outline-missing', { number })];
    const page = mark.page === 0 ? 0 : mark.page + first - 1;
    const written = /(\d+)\D*$/.exec(mark.title)?.[1];
    if (page === from && written === String(from)) return [];
    return [failed('outline-page', { title: mark.title, found: page, page: from })];
  });
}
