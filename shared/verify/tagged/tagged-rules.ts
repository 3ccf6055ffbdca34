import type { BundleFindingCode } from '../../messages/verify/bundle-verify-messages.ts';
import { failed, type CheckFindings, type Finding } from '../findings.ts';
import { causeOfPart, type PdfPart } from '../pdf-part.ts';
import type { PageMarks } from '../pdf/drawn-rules.ts';
import type { PdfReader } from '../pdf/pdf-reader.ts';
import { PdfName, PdfReference, type PdfDict, type PdfValue } from '../pdf/pdf-value.ts';
import { pageObjects } from '../pdf/printed-pages.ts';
import { ElementWalk } from './element-rules.ts';
import { parentTreeOf } from './number-tree.ts';

/** More say nothing new. */
const mostFindings = 50;
const languageTag = /^[a-z]{2,3}(?:-[A-Z]{2})?$/;

/**
 * What a machine can prove of the tags of a file (PDF/UA-1, the conditions of the Matterhorn protocol that need no person,
 * as far as files of this program can meet or miss them): everything painted is in one element or an artifact; every element
 * has a standard type, its parent and at least what its type needs; links and pages lead to their elements; no level of
 * heading is left out; rows of a table are alike; there are a title, a language and an order of tabs. Whether an alternative
 * text is apt, and an order good, only a person can say. What pages of others paint inside themselves is not looked at.
 *
 * @param marksOf each page's content, as it was read for what it draws; asked for when all else is looked at
 * @returns nothing looked at for a file without any tags, as bundles of before are
 */
export async function checkTagged(
  reader: PdfReader,
  marksOf: () => Promise<PageMarks>,
): Promise<CheckFindings<BundleFindingCode>> {
  const findings: Finding<BundleFindingCode>[] = [];
  const add = (object: number, what: PdfPart) => {
    if (findings.length < mostFindings) findings.push(failed('pdf-tags', { object, what: causeOfPart(what) }));
  };
  const catalog = await reader.dict(reader.trailer.get('Root'));
  const pages = await pageObjects(reader, catalog.get('Pages'));
  const isTagged = ['MarkInfo', 'StructTreeRoot'].some((key) => catalog.has(key));
  if (!isTagged) return { check: 'tags', looked: 0, findings };
  await checkCatalog(reader, catalog, add);
  const root = catalog.get('StructTreeRoot');
  const tree = await reader.dict(root);
  const parents = await parentTreeOf(reader, tree.get('ParentTree'));
  const listed: ListedPage[] = [];
  for (const object of pages) {
    const page = await reader.dict(new PdfReference(object));
    listed.push(
      await checkPage(reader, object, page, parents, (what) => {
        add(object, what);
      }),
    );
  }
  const walk = new ElementWalk(reader, parents, add);
  await walk.take(tree.get('K'), root instanceof PdfReference ? root.object : 0);
  const marks = await marksOf();
  for (const { object, contents, elements } of listed) {
    const marked = marks.get(contents) ?? null;
    if (marked === null) add(object, '/Contents');
    if (elements !== (marked ?? 0)) add(object, '/StructParents');
    if (walk.claimed(object) !== (marked ?? 0)) add(object, '/MCID');
  }
  for (const object of walk.otherPages(new Set(pages))) add(object, '/MCID');
  return { check: 'tags', looked: walk.looked, findings };
}

async function checkCatalog(reader: PdfReader, catalog: PdfDict, add: (object: number, what: PdfPart) => void) {
  const root = reader.trailer.get('Root');
  const need = (holds: boolean, what: PdfPart) => {
    if (!holds) add(root instanceof PdfReference ? root.object : 0, what);
  };
  const language = catalog.get('Lang');
  need((await dictOf(reader, catalog.get('MarkInfo'))).get('Marked') === true, '/MarkInfo');
  need(typeof language === 'string' && languageTag.test(language), '/Lang');
  need((await dictOf(reader, catalog.get('ViewerPreferences'))).get('DisplayDocTitle') === true, '/DisplayDocTitle');
  const title = (await dictOf(reader, reader.trailer.get('Info'))).get('Title');
  need(typeof title === 'string' && title !== '', '/Title');
}

async function dictOf(reader: PdfReader, value: PdfValue | undefined): Promise<PdfDict> {
  const found = await reader.resolve(value);
  return found instanceof Map ? (found as PdfDict) : new Map<string, PdfValue>(); // Map only stands for a dictionary
}

/** A page with the object of its content (0: none), and how many elements it lists; null where it has no list of them. */
type ListedPage = Readonly<{ object: number; contents: number; elements: number | null }>;

async function checkPage(
  reader: PdfReader,
  object: number,
  page: PdfDict,
  parents: ReadonlyMap<number, PdfReference>,
  add: (what: PdfPart) => void,
): Promise<ListedPage> {
  const tabs = page.get('Tabs');
  if (!(tabs instanceof PdfName && tabs.name === 'S')) add('/Tabs');
  const contents = page.get('Contents');
  const key = page.get('StructParents');
  const list = await reader.resolve(typeof key === 'number' ? parents.get(key) : undefined);
  const links = await reader.resolve(page.get('Annots'));
  for (const ref of Array.isArray(links) ? (links as readonly PdfValue[]) : []) {
    // a list holds values
    const link = await reader.dict(ref);
    const words = link.get('Contents');
    if (typeof words !== 'string' || words === '') add('/Contents');
    const own = link.get('StructParent');
    const element = await dictOf(reader, typeof own === 'number' ? parents.get(own) : undefined);
    const kind = element.get('S');
    if (!(kind instanceof PdfName && kind.name === 'Link')) add('/StructParent');
  }
  return {
    object,
    contents: contents instanceof PdfReference ? contents.object : 0,
    elements: Array.isArray(list) ? list.length : null,
  };
}
