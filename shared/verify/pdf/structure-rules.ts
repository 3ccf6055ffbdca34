import { causeOfPart, type PdfPart } from '../pdf-part.ts';
import type { Cause } from '../../text.ts';
import { because } from '../../cause.ts';
import type { BundleFindingCode } from '../../messages/verify/bundle-verify-messages.ts';
import { foreignFont } from './font-rules.ts';
import { failed, type CheckFindings, type Finding } from '../findings.ts';
import { bookmarksBelow } from './pdf-outline.ts';
import type { PdfReader } from './pdf-reader.ts';
import { PdfName, PdfReference, type PdfDict, type PdfValue } from './pdf-value.ts';
import { pageObjects } from './printed-pages.ts';

type Add = (object: number, what: PdfPart | Cause) => void;

/** Keys that this program writes, for each kind of dictionary. A viewer acts on others too, and they could hide anything. */
const keys = {
  trailer: ['Size', 'Root', 'Info', 'ID'],
  catalog: [
    'Type',
    'Version',
    'Pages',
    'Outlines',
    'PageMode',
    'PageLabels',
    'Names',
    'AF',
    'OpenAction',
    'OutputIntents',
    'Lang',
    'ViewerPreferences',
    'Metadata',
    'OCProperties',
    'MarkInfo',
    'StructTreeRoot',
  ],
  marked: ['Marked'],
  names: ['Dests', 'EmbeddedFiles'],
  preferences: ['DisplayDocTitle'],
  node: ['Type', 'Parent', 'Count', 'Kids'],
  page: ['Type', 'Parent', 'MediaBox', 'Resources', 'Contents', 'Annots', 'StructParents', 'Tabs'],
  resources: ['Font', 'XObject'],
  content: ['Filter', 'Length'],
  info: ['Title', 'Producer', 'CreationDate', 'ModDate'],
  link: ['Type', 'Subtype', 'Rect', 'Border', 'F', 'Dest', 'Contents', 'StructParent'],
  bookmark: ['Title', 'Parent', 'Dest', 'Prev', 'Next', 'First', 'Last', 'Count'],
  outlines: ['Type', 'First', 'Last', 'Count'],
  layers: ['OCGs', 'D'],
  form: ['Type', 'Subtype', 'FormType', 'BBox', 'Matrix', 'Resources', 'Group', 'Filter', 'DecodeParms', 'Length'],
} as const;

/** Some ten times those of a full page of a catalogue. */
const mostLinks = 2_000;

/**
 * Looks at everything that a viewer acts on around the pages' content: only keys that this program writes, nothing that
 * hides or cuts a page, nothing over a page but plain links side by side, no fonts but its own kind, nothing that acts
 * when the file is opened.
 */
export async function checkStructure(reader: PdfReader): Promise<CheckFindings<BundleFindingCode>> {
  const findings: Finding<BundleFindingCode>[] = [];
  const add: Add = (object, what) => findings.push(failed('pdf-foreign', { object, what: causeOfPart(what) }));
  only(reader.trailer, keys.trailer, 0, add);
  const { value: begins } = await reader.object(reader.first);
  if (begins instanceof Map && begins.has('Linearized')) add(reader.first, '/Linearized'); // leads to a table of its own
  const root = reader.trailer.get('Root');
  const catalog = await reader.dict(root);
  const at = objectOf(root);
  only(catalog, keys.catalog, at, add);
  only(await reader.dict(catalog.get('Names')), keys.names, at, add);
  only(await reader.dict(catalog.get('ViewerPreferences')), keys.preferences, at, add);
  only(await reader.dict(reader.trailer.get('Info')), keys.info, objectOf(reader.trailer.get('Info')), add);
  only(await reader.dict(catalog.get('MarkInfo')), keys.marked, at, add);
  if (!isDestination(catalog.get('OpenAction'), 'XYZ')) add(at, '/OpenAction');
  if (!isName(catalog.get('PageMode'), 'UseOutlines')) add(at, '/PageMode');
  const shown = await checkPages(reader, catalog, add);
  if (catalog.has('OCProperties')) {
    if (!shown.forms) add(at, '/OCProperties');
    const layers = await reader.dict(catalog.get('OCProperties'));
    only(layers, keys.layers, at, add);
    only(await reader.dict(layers.get('D')), ['Name', 'Order', 'OFF'], at, add);
  }
  await checkOutline(reader, catalog.get('Outlines'), add);
  return { check: 'structure', looked: shown.pages, findings };
}

function only(dict: PdfDict, allowed: readonly string[], object: number, add: Add): void {
  for (const key of dict.keys()) if (!allowed.includes(key)) add(object, `/${key}`);
}

const objectOf = (value: PdfValue | undefined): number => (value instanceof PdfReference ? value.object : 0);
const isName = (value: PdfValue | undefined, name: string): boolean => value instanceof PdfName && value.name === name;
const listOf = (value: PdfValue | undefined): readonly PdfValue[] =>
  Array.isArray(value) ? (value as readonly PdfValue[]) : []; // a list holds values

/** `[page /Fit]`, `[page /XYZ null 842 null]`: a place in this file, and nothing that is done. */
function isDestination(value: PdfValue | undefined, how: 'Fit' | 'XYZ'): boolean {
  const [page, name, ...rest] = listOf(value);
  return page instanceof PdfReference && isName(name, how) && rest.length === (how === 'Fit' ? 0 : 3);
}

/** Where links and bookmarks lead: to a height of a page with the zoom kept, or, in older bundles, to a whole page. */
function isPlainTarget(value: PdfValue | undefined): boolean {
  const [, , left, height, zoom] = listOf(value);
  const isHeight = isDestination(value, 'XYZ') && left === null && typeof height === 'number' && zoom === null;
  return isHeight || isDestination(value, 'Fit');
}

async function checkPages(
  reader: PdfReader,
  catalog: PdfDict,
  add: Add,
): Promise<Readonly<{ pages: number; forms: boolean }>> {
  const pages = await pageObjects(reader, catalog.get('Pages'));
  const nodes = new Set<number>();
  const forms = new Set<number>();
  const fonts = new Map<number, PdfReference>();
  for (const object of pages) {
    const page = await reader.dict(new PdfReference(object));
    only(page, keys.page, object, add);
    const sides = listOf(page.get('MediaBox'));
    const isPaper = sides.length === 4 && sides[0] === 0 && sides[1] === 0;
    if (!isPaper || !sides.every((side) => typeof side === 'number' && side >= 0)) add(object, '/MediaBox');
    if (!isName(page.get('Type'), 'Page')) add(object, '/Type');
    const resources = await reader.dict(page.get('Resources'));
    only(resources, keys.resources, object, add);
    for (const [name, ref] of await reader.dict(resources.get('XObject'))) {
      if (name !== `X${objectOf(ref)}`) add(object, `/${name}`);
      if (isName((await reader.dict(ref)).get('Subtype'), 'Form')) forms.add(objectOf(ref));
    }
    for (const [name, ref] of await reader.dict(resources.get('Font')))
      if (ref instanceof PdfReference) fonts.set(ref.object, ref);
      else add(object, `/${name}`);
    only(await reader.dict(page.get('Contents')), keys.content, object, add);
    await checkLinks(reader, listOf(await reader.resolve(page.get('Annots'))), add);
    await gatherNodes(reader, page.get('Parent'), nodes);
  }
  await gatherNodes(reader, catalog.get('Pages'), nodes);
  for (const node of nodes) only(await reader.dict(new PdfReference(node)), keys.node, node, add);
  for (const [object, ref] of fonts) {
    const what = await foreignFont(reader, ref);
    if (what !== null) add(object, what);
  }
  for (const form of forms) only(await reader.dict(new PdfReference(form)), keys.form, form, add);
  return { pages: pages.length, forms: forms.size > 0 };
}

/** The nodes from a page up to the root: what stands in one of them holds for all pages below. */
async function gatherNodes(reader: PdfReader, from: PdfValue | undefined, nodes: Set<number>): Promise<void> {
  for (let at = from; at instanceof PdfReference && !nodes.has(at.object);) {
    nodes.add(at.object);
    at = (await reader.dict(at)).get('Parent');
  }
}

/** Rounded coordinates of two links that touch may cross by so much, in points. */
const touching = 0.05;

/** Of two links in one place a viewer follows the upper one, whatever the page shows: none lies over another. */
async function checkLinks(reader: PdfReader, links: readonly PdfValue[], add: Add): Promise<void> {
  if (links.length > mostLinks) add(objectOf(links[0]), '/Annots');
  const rects: (readonly number[])[] = [];
  for (const ref of links.slice(0, mostLinks)) {
    const rect = await checkLink(reader, ref, add);
    const [x = 0, y = 0, right = 0, above = 0] = rect;
    const crosses = rects.some(
      ([ax = 0, ay = 0, aRight = 0, aAbove = 0]) =>
        Math.min(right, aRight) - Math.max(x, ax) > touching && Math.min(above, aAbove) - Math.max(y, ay) > touching,
    );
    if (crosses) add(objectOf(ref), '/Rect');
    rects.push(rect);
  }
}

/** @returns the rectangle of the link: left, below, right, above */
async function checkLink(reader: PdfReader, value: PdfValue, add: Add): Promise<readonly number[]> {
  const link = await reader.dict(value);
  const at = objectOf(value);
  only(link, keys.link, at, add);
  const border = listOf(link.get('Border'));
  const unseen = border.length === 3 && border.every((one) => one === 0);
  if (!isName(link.get('Subtype'), 'Link') || !unseen || link.get('F') !== 4) add(at, because('pdf-annotation'));
  if (!isPlainTarget(link.get('Dest'))) add(at, '/Dest');
  const rect = listOf(link.get('Rect')).filter((side) => typeof side === 'number');
  const [x = 0, y = 0, right = 0, above = 0] = rect;
  if (rect.length !== 4 || !(x <= right) || !(y <= above)) add(at, '/Rect');
  return rect;
}

async function checkOutline(reader: PdfReader, root: PdfValue | undefined, add: Add): Promise<void> {
  const outlines = await reader.dict(root);
  only(outlines, keys.outlines, objectOf(root), add);
  for await (const { object, mark } of bookmarksBelow(reader, outlines)) {
    only(mark, keys.bookmark, object, add);
    if (!isPlainTarget(mark.get('Dest'))) add(object, '/Dest');
  }
}
