import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A page without words of its own, as a picture of it. */
type ScannedPage = Readonly<{ page: number; png: Buffer; pixelsPerPoint: number }>;

/** What OCR engines are trained for; a page larger than A3 is drawn smaller. */
const dotsPerInch = 200;
const mostPixels = 24_000_000;
/** A page number or a stamp's text layer is no text of a page. */
const fewestLetters = 12;

/**
 * Opens a PDF to look at its pages, with pdf.js: no script of it runs, nothing is fetched. Only ever called in a child
 * process.
 */
export async function openScans(
  bytes: Buffer,
  mostPages: number,
): Promise<Readonly<{ withoutText(): AsyncGenerator<ScannedPage> }>> {
  const require = createRequire(import.meta.url);
  const home = dirname(require.resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => `${join(home, name)}/`;
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { createCanvas } = await import('@napi-rs/canvas');
  const document = await getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  async function* withoutText(): AsyncGenerator<ScannedPage> {
    for (let page = 1; page <= Math.min(document.numPages, mostPages); page++) {
      const shown = await document.getPage(page);
      const { items } = await shown.getTextContent();
      const letters = items.reduce((sum, item) => sum + ('str' in item ? item.str.trim().length : 0), 0);
      if (letters < fewestLetters) {
        const natural = shown.getViewport({ scale: 1 });
        const area = natural.width * natural.height;
        const scale = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / area));
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
