// Reads the words of pictures and scans by machine (Tesseract), in a process of its own: it decodes what came from outside.
import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { createWorker } from 'tesseract.js';
import type { TextRun } from '../../../shared/page/text-positions.ts';
import { serveRequest } from '../../casefile/processes/children.ts';
import type { OcrAnswer, OcrRequest } from './machine-read.ts';
import { openScans } from './scanned-pages.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';

/** Chinese and English, as whole numbers: the smaller of the data sets, near the best in accuracy. */
const languages = ['chi_sim', 'eng'] as const;
/** Words that the machine itself is less sure of (0 to 100) are noise of textures and icons. */
const leastSure = 35;

serveRequest(async (sent): Promise<OcrAnswer> => {
  const request = sent as OcrRequest; // sent by machine-read.ts only
  const absent: OcrAnswer = { as: 'none', reason: { code: 'ocr-absent' } };
  let engine: Engine | null = null;
  if ('pictures' in request) {
    engine = await loadEngine(request.folder);
    if (engine === null) return absent;
    const pages: Page[] = [];
    for (const [at, tiles] of request.pictures.entries())
      pages.push({
        page: at + 1,
        runs: await readPicture(
          engine,
          tiles.map(({ path, y }) => ({ bytes: readRegular(path), y })),
        ),
      });
    return { as: 'pages', pages };
  }
  const pages: Page[] = [];
  const scans = await openScans(readRegular(request.document), request.mostPages);
  for await (const { page, png, pixelsPerPoint } of scans.withoutText()) {
    engine ??= await loadEngine(request.folder); // most documents have their text: it takes seconds to load
    if (engine === null) return absent;
    const runs = await readPicture(engine, [{ bytes: png, y: 0 }]);
    const inPoints = (value: number) => value / pixelsPerPoint;
    pages.push({
      page,
      runs: runs.map(({ x, y, width, height, text }) => ({
        x: inPoints(x),
        y: inPoints(y),
        width: inPoints(width),
        height: inPoints(height),
        text,
      })),
    });
  }
  return pages.length === 0 ? { as: 'none', reason: { code: 'ocr-has-text' } } : { as: 'pages', pages };
});

type Engine = Awaited<ReturnType<typeof createWorker>>;
type Page = Readonly<{ page: number; runs: TextRun[] }>;

/** The lines of one picture that lies in tiles, in its pixels. */
async function readPicture(
  engine: Engine,
  tiles: readonly Readonly<{ bytes: Buffer; y: number }>[],
): Promise<TextRun[]> {
  const runs: TextRun[] = [];
  let bottom = 0;
  for (const { bytes, y } of tiles) {
    const { data } = await engine.recognize(bytes, {}, { blocks: true });
    const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.lines));
    let lowest = bottom;
    for (const { bbox, text, confidence } of lines) {
      const run = {
        x: bbox.x0,
        y: y + bbox.y0,
        width: bbox.x1 - bbox.x0,
        height: bbox.y1 - bbox.y0,
        text: joined(text),
      };
      lowest = Math.max(lowest, run.y + run.height);
      // Tiles share rows: a line that the tile above has shown whole is not read twice.
      if (confidence >= leastSure && run.text !== '' && run.y + run.height / 2 >= bottom) runs.push(run);
    }
    bottom = lowest;
  }
  return runs;
}

/** @param folder takes the data of both languages, which the engine wants in one place */
async function loadEngine(folder: string): Promise<Engine | null> {
  const require = createRequire(import.meta.url);
  try {
    const data = [
      require.resolve('@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz'),
      require.resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'),
    ];
    for (const file of data) copyFileSync(file, join(folder, basename(file)));
    require.resolve('tesseract.js');
  } catch {
    return null; // neither engine nor data come with every build
  }
  const { default: tesseract } = await import('tesseract.js');
  // Nothing is cached, and nothing fetched: both places are on this disk.
  const worker = await tesseract.createWorker([...languages], tesseract.OEM.LSTM_ONLY, {
    langPath: folder,
    cacheMethod: 'none',
  });
  await worker.setParameters({ preserve_interword_spaces: '1' });
  return worker;
}

/** Blanks that the engine puts between Chinese characters are no blanks of the text. */
function joined(text: string): string {
  const wide = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]';
  return text
    .replace(new RegExp(`(?<=${wide})[ \\t]+(?=${wide})`, 'gu'), '')
    .replace(/\s+/g, ' ')
    .trim();
}
