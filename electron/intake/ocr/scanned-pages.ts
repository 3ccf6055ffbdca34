import { openDrawable, pixelsPerPoint } from '../open-drawable.ts';

/** A page without words of its own, as a picture of it. */
type ScannedPage = Readonly<{ page: number; png: Buffer; pixelsPerPoint: number }>;

/** A page number or a stamp's text layer is no text of a page. */
const fewestLetters = 12;

/** Opens a PDF to look at its pages. Only ever called in a child process. */
export async function openScans(
  bytes: Buffer,
  mostPages: number,
): Promise<Readonly<{ withoutText(): AsyncGenerator<ScannedPage> }>> {
  const { document, createCanvas } = await openDrawable(bytes);
  async function* withoutText(): AsyncGenerator<ScannedPage> {
    for (let page = 1; page <= Math.min(document.numPages, mostPages); page++) {
      const shown = await document.getPage(page);
      const { items } = await shown.getTextContent();
      const letters = items.reduce((sum, item) => sum + ('str' in item ? item.str.trim().length : 0), 0);
      if (letters < fewestLetters) {
        const natural = shown.getViewport({ scale: 1 });
        const scale = pixelsPerPoint(natural.width, natural.height);
        const viewport = shown.getViewport({ scale });
        const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
        // The package draws as a browser's canvas does, which its types do not say.
        await shown.render({ canvas: canvas as never, viewport, background: '#ffffff' }).promise;
        yield { page, png: canvas.toBuffer('image/png'), pixelsPerPoint: scale };
      }
      shown.cleanup();
    }
  }
  return { withoutText };
}
