import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Opens a PDF with pdf.js: letters are drawn as paths, no script of it runs, nothing is fetched. Only ever called in a
 * child process.
 */
export async function openDrawable(bytes: Buffer) {
  const require = createRequire(import.meta.url);
  const home = dirname(require.resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => `${join(home, name)}/`;
  const { getDocument, OPS, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
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
  return { document, createCanvas, operators: OPS };
}

/** Dots per inch at which pages are drawn: enough to be read and printed, and what OCR engines are trained for. */
export const dotsPerInch = 200;
const mostPixels = 24_000_000;

/** Pixels for one point of a page of some size in points; one larger than A3 is drawn smaller. */
export const pixelsPerPoint = (width: number, height: number): number =>
  Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / (width * height)));
