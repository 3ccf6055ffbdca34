import type { BundleFindingCode } from '../../messages/verify/bundle-verify-messages.ts';
import { linksOf, type ReadLink } from './catalogue-links.ts';
import { failed, type CheckFindings, type Finding } from '../findings.ts';
import type { Manifest } from '../package/manifest.ts';
import type { PageFooters } from './page-text.ts';
import { readBookmarks } from './pdf-outline.ts';
import type { PdfReader } from './pdf-reader.ts';
import { visibleText } from '../../visible-text.ts';
import { labelsMatchPages, readPrintedPages } from './printed-pages.ts';

type BundleFinding = Finding<BundleFindingCode>;

/**
 * Printed number = place in the PDF = label = manifest = catalogue = outline, for every page and exhibit. In a further
 * volume places are counted on from the volume before.
 *
 * @param footers of pages that were read for what they draw
 */
export async function checkPages(
  reader: PdfReader,
  manifest: Manifest,
  footers?: PageFooters,
): Promise<CheckFindings<BundleFindingCode>> {
  const findings: BundleFinding[] = [];
  const first = manifest.volume?.first ?? 1;
  const pageNumbers = new Map<number, number>();
  const links: ReadLink[] = [];
  for await (const page of readPrintedPages(reader, footers)) {
    const { position, object, printed } = page;
    pageNumbers.set(object, first + position - 1);
    if (printed !== String(first + position - 1) || manifest.pages[position - 1]?.page !== first + position - 1)
      findings.push(failed('page-number', { position: first + position - 1, printed: printed ?? '–' }));
    if (manifest.pages[position - 1]?.kind === 'catalogue') links.push(...(await linksOf(reader, page)));
  }
  if (pageNumbers.size !== manifest.pages.length)
    findings.push(failed('page-count', { found: pageNumbers.size, pages: manifest.pages.length }));
  if (!(await labelsMatchPages(reader, first))) findings.push(failed('page-labels'));
  findings.push(
    ...exhibitFindings(manifest, first, pageNumbers.size),
    ...catalogueFindings(manifest, links, pageNumbers),
    ...(await outlineFindings(reader, manifest, first)),
  );
  return { check: 'pages', looked: pageNumbers.size, findings };
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
  pageNumbers: ReadonlyMap<number, number>,
): readonly BundleFinding[] {
  if (!pages.some(({ kind }) => kind === 'catalogue')) return [];
  const led = Map.groupBy(links, ({ object }) => (object === null ? 0 : (pageNumbers.get(object) ?? 0)));
  return exhibits.flatMap(({ number, part, annex, pages: [from, to] }) => {
    const range = from === to ? String(from) : `${from}–${to}`;
    const isNamed = (text: string) =>
      text === range ||
      (part === true && text.startsWith(`${from}–`)) ||
      (annex === true && text.endsWith(` ${range}`));
    const found = led.get(from)?.some(({ text }) => isNamed(text));
    return found ? [] : [failed('catalogue-pages', { number, range })];
  });
}

/** Every exhibit has its bookmark, and each bookmark opens the page that it names. */
async function outlineFindings(
  reader: PdfReader,
  { exhibits }: Manifest,
  first: number,
): Promise<readonly BundleFinding[]> {
  const bookmarks = (await readBookmarks(reader)).map(({ title, page: position }) => {
    const page = position === 0 ? 0 : position + first - 1;
    return { title, page, named: Number(/(\d+)\D*$/.exec(title)?.[1] ?? 0) };
  });
  const astray = bookmarks
    .filter(({ page, named }) => page === 0 || named !== page)
    .map(({ title, page, named }) => failed('outline-page', { title, found: page, page: named }));
  const exhibitMarks = exhibits.flatMap(({ number, title, pages: [from] }): BundleFinding[] => {
    // Bundles of before wrote hidden characters of a title as they are.
    const titles = [visibleText(title), title].map((one) => ` ${number}  ${one}`);
    const marks = bookmarks.filter((one) => titles.some((wanted) => one.title.includes(wanted)));
    const [mark] = marks;
    if (!mark) return [failed('outline-missing', { number })];
    // An exhibit whose full pages stand in the annex of the same file has a bookmark for each.
    if (marks.some(({ page }) => page === from)) return [];
    if (astray.some(({ params }) => params['title'] === mark.title)) return [];
    return [failed('outline-page', { title: mark.title, found: mark.page, page: from })];
  });
  return [...astray, ...exhibitMarks];
}
