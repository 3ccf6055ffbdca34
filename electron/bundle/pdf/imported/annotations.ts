import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream, type PDFObject, type PDFPage } from '@cantoo/pdf-lib';

/** Bits of an annotation's `F` (ISO 32000-1 Table 165): hidden, and not for viewing. */
const notShown = 0b100010;

/**
 * Draws what a page's annotations show: a copy of the page has none itself.
 *
 * @param resources the page's own; what is drawn is added to it
 * @returns PDF content in the page's space, and whether something brings no appearance and is therefore left out
 */
export function drawAnnotations(
  page: PDFPage,
  resources: PDFDict,
): Readonly<{ content: string; withoutAppearance: boolean }> {
  const annotations = page.node.Annots();
  let content = '';
  let withoutAppearance = false;
  for (let at = 0; annotations && at < annotations.size(); at++) {
    const annotation = annotations.lookup(at);
    if (!(annotation instanceof PDFDict)) continue;
    const subtype = nameAt(annotation, 'Subtype');
    if ((numberAt(annotation, 'F') ?? 0) & notShown || subtype === 'Popup') continue;
    const drawn = subtype === 'Link' ? linkBorder(annotation) : appearanceOf(annotation, at, resources);
    if (drawn !== null) content += inLayer(drawn, annotation, at, resources);
    else if (subtype !== 'Widget' || annotation.has(PDFName.of('V'))) withoutAppearance = true;
  }
  return { content, withoutAppearance };
}

/** Its normal appearance, moved and stretched onto its rectangle (ISO 32000-1 §12.5.5, algorithm 8.1); null without one. */
function appearanceOf(annotation: PDFDict, at: number, resources: PDFDict): string | null {
  const form = normalAppearance(annotation);
  if (form === 'unset') return ''; // a box that is not ticked
  const rectangle = numbersOf(annotation.lookup(PDFName.of('Rect')));
  if (form === null || !rectangle) return null;
  const covered = transformedBox(form);
  if (covered === null) return null;
  const { left, bottom, width, height } = covered;
  if (width === 0 || height === 0) return ''; // nothing to see
  const [r0 = 0, r1 = 0, r2 = 0, r3 = 0] = rectangle;
  const [sx, sy] = [Math.abs(r2 - r0) / width, Math.abs(r3 - r1) / height];
  const matrix = [sx, 0, 0, sy, Math.min(r0, r2) - left * sx, Math.min(r1, r3) - bottom * sy];
  const name = addTo(resources, 'XObject', `FascicleAnnotation${at}`, form);
  return `q ${matrix.map(decimal).join(' ')} cm /${name} Do Q\n`;
}

/** `N` of its `AP`, by its state `AS` where it has several (§12.5.5); `unset`: there are several, and none for its state. */
function normalAppearance(annotation: PDFDict): PDFStream | 'unset' | null {
  const appearances = annotation.lookup(PDFName.of('AP'));
  const normal = appearances instanceof PDFDict ? appearances.lookup(PDFName.of('N')) : undefined;
  const state = annotation.lookup(PDFName.of('AS'));
  const byState = normal instanceof PDFDict;
  const form = byState ? state instanceof PDFName && normal.lookup(state) : normal;
  if (byState && !form) return 'unset';
  return form instanceof PDFStream ? form : null;
}

/** The upright box around a form's `BBox` as its `Matrix` turns it, in points (algorithm 8.1 a); null without a `BBox`. */
function transformedBox(
  form: PDFStream,
): Readonly<{ left: number; bottom: number; width: number; height: number }> | null {
  const box = numbersOf(form.dict.lookup(PDFName.of('BBox')));
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(form.dict.lookup(PDFName.of('Matrix'))) ?? [];
  if (!box) return null;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
  const corners = [x0, x1].flatMap((x) => [y0, y1].map((y) => [a * x + c * y + e, b * x + d * y + f] as const));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  return { left, bottom, width: Math.max(...xs) - left, height: Math.max(...ys) - bottom };
}

/** The frame around a link, where the document asks for one; most ask for none. */
function linkBorder(annotation: PDFDict): string {
  const style = annotation.lookup(PDFName.of('BS'));
  const border = numbersOf(annotation.lookup(PDFName.of('Border')));
  const width = style instanceof PDFDict ? (numberAt(style, 'W') ?? 1) : (border?.[2] ?? 0);
  const rectangle = numbersOf(annotation.lookup(PDFName.of('Rect')));
  if (!(width > 0 && width < 100) || !rectangle) return '';
  const colour = numbersOf(annotation.lookup(PDFName.of('C'))) ?? [0];
  const operator = ({ 1: 'G', 3: 'RG', 4: 'K' } as const)[colour.length];
  if (!operator) return ''; // an empty list: transparent
  const [r0 = 0, r1 = 0, r2 = 0, r3 = 0] = rectangle;
  const frame = [
    Math.min(r0, r2) + width / 2,
    Math.min(r1, r3) + width / 2,
    Math.abs(r2 - r0) - width,
    Math.abs(r3 - r1) - width,
  ];
  return `q ${colour.map(decimal).join(' ')} ${operator} ${decimal(width)} w ${frame.map(decimal).join(' ')} re S Q\n`;
}

/** An annotation that belongs to a layer shows and hides with it. */
function inLayer(content: string, annotation: PDFDict, at: number, resources: PDFDict): string {
  const layer = annotation.get(PDFName.of('OC'));
  if (!layer || content === '') return content;
  return `/OC /${addTo(resources, 'Properties', `FascicleLayer${at}`, layer)} BDC\n${content}EMC\n`;
}

function addTo(resources: PDFDict, kind: 'XObject' | 'Properties', name: string, value: PDFObject): string {
  const known = resources.lookup(PDFName.of(kind));
  const entries = known instanceof PDFDict ? known.entries() : [];
  const own = PDFDict.fromMapWithContext(new Map([...entries, [PDFName.of(name), value]]), resources.context);
  resources.set(PDFName.of(kind), own);
  return name;
}

const decimal = (value: number): string => value.toFixed(5);

function nameAt(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
}

function numberAt(dict: PDFDict, key: string): number | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : null;
}

/** A list of numbers, or null where it is none. */
function numbersOf(list: PDFObject | undefined): readonly number[] | null {
  if (!(list instanceof PDFArray)) return null;
  const values = list.asArray().map((_, at) => list.lookup(at));
  const numbers = values.flatMap((value) => (value instanceof PDFNumber ? [value.asNumber()] : []));
  return numbers.length === values.length ? numbers : null;
}
