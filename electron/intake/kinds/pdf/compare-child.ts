// Draws the pages of a PDF and of our copy of them in a process of its own: the bytes are hostile.
import { serveRequest } from '../../../casefile/processes/children.ts';
import { readRegular } from '../../../casefile/files/regular-file.ts';
import { openDrawable } from '../../open-drawable.ts';
import { mostCompare, type CompareAnswer, type CompareRequest } from './compare-words.ts';
import { pagesDiffer, type DrawnPixels } from './pages-differ.ts';

type Drawable = Awaited<ReturnType<typeof openDrawable>>;

/** Pixels of the longer side: what a person sees of a page at arm's length. */
const side = 480;

serveRequest(async (sent): Promise<CompareAnswer> => {
  const { original, copy } = sent as CompareRequest; // sent by intake only
  const until = performance.now() + mostCompare.ownMilliseconds;
  const [theirs, ours] = [await openDrawable(readRegular(original)), await openDrawable(readRegular(copy))];
  const compared: number[] = [];
  const differing: number[] = [];
  const pages = Math.min(theirs.document.numPages, ours.document.numPages, mostCompare.pages);
  for (let page = 1; page <= pages && performance.now() < until; page++) {
    const before = await drawn(theirs, page, theirs).catch(() => null);
    if (before === null) continue; // it cannot be told how it looks
    const after = await drawn(ours, page, theirs).catch(() => null);
    compared.push(page);
    if (after === null || pagesDiffer(before, after)) differing.push(page);
  }
  return { compared, differing };
});

/** Of what pdf.js tells of an annotation. */
type Annotation = Readonly<{ subtype?: string; rect?: readonly number[]; borderStyle?: Readonly<{ width?: number }> }>;

/**
 * A page as pdf.js draws it, without the frames of links: it leaves these to the browser, and draws none.
 *
 * @param links the document whose links they are: a copy has none of its own
 */
async function drawn({ document, createCanvas }: Drawable, number: number, links: Drawable): Promise<DrawnPixels> {
  const [page, linked] = [await document.getPage(number), await links.document.getPage(number)];
  try {
    const { width, height } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: side / Math.max(width, height) });
    const size = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))] as const;
    const canvas = createCanvas(...size);
    // pdf.js draws on any canvas; its types know a browser's only.
    await page.render({ canvas: canvas as never, viewport, background: '#ffffff' }).promise;
    const context = canvas.getContext('2d');
    context.strokeStyle = '#ffffff';
    for (const { subtype, rect, borderStyle } of (await linked.getAnnotations()) as readonly Annotation[]) {
      if (subtype !== 'Link' || !rect) continue;
      context.lineWidth = (borderStyle?.width ?? 1) * viewport.scale + 4;
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect;
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform;
      const at = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;
      const [[left, top], [right, bottom]] = [at(x0, y0), at(x1, y1)];
      context.strokeRect(left, top, right - left, bottom - top);
    }
    const { data } = context.getImageData(0, 0, ...size);
    return { width: size[0], height: size[1], data };
  } finally {
    page.cleanup();
  }
}
