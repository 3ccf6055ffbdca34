import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Canvas } from '../../../electron/bundle/pdf/canvas.ts';
import { PdfDocument, type Bookmark, type DocumentFacts } from '../../../electron/bundle/pdf/document.ts';
import { EmbeddedFonts } from '../../../electron/bundle/pdf/font.ts';
import { FontFaces } from '../../../electron/bundle/pdf/font-face.ts';
import { PdfSink } from '../../../electron/bundle/pdf/sink.ts';
import { bundledFonts, fallbackFonts } from '../../../electron/capture/browser/fonts.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

/** Runs an outside tool. Tests that need one skip, visibly, where it is not installed. */
export function outsideTool(tool: string, ...args: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error || status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${error?.message ?? stdout + stderr}`);
  return stdout;
}

export function have(...tools: readonly string[]): boolean {
  const missing = tools.filter((tool) => spawnSync(tool, ['-v']).error !== undefined);
  if (missing.length > 0) console.warn(`SKIPPED what needs ${missing.join(', ')}: not installed`);
  return missing.length === 0;
}

export type Written = Readonly<{ path: string; sha256: string; bytes: number; fonts: FontFaces }>;
type Drawing = Readonly<{ width?: number; height?: number; draw(canvas: Canvas): void }>;

/** Writes a PDF by the engine alone. `prepare` places what must be in the file before the pages are drawn. */
export async function writePdf(
  prepare: (sink: PdfSink, fonts: FontFaces) => readonly Drawing[] | Promise<readonly Drawing[]>,
  facts: Partial<DocumentFacts> = {},
): Promise<Written> {
  const path = join(freshFolder('fascicle-pdf-'), 'engine.pdf');
  const sink = new PdfSink(path);
  const fonts = new FontFaces({ ...bundledFonts(), fallbacks: fallbackFonts() });
  const embedded = new EmbeddedFonts(sink, fonts);
  const drawings = await prepare(sink, fonts);
  const document = new PdfDocument(sink, drawings.length, 'zh-CN');
  for (const { width = 595.28, height = 841.89, draw } of drawings) {
    const canvas = new Canvas(
      width,
      height,
      fonts,
      embedded,
      document.beginPage({ kind: 'Sect', within: null, like: 'pages' }),
    );
    draw(canvas);
    document.addPage(canvas);
  }
  embedded.write();
  const bookmarks: readonly Bookmark[] = [];
  const { sha256, bytes } = await document.finish({
    title: '证据册 engine',
    date: '2019-05-06T01:30:00.000Z',
    program: 'fascicle 0.0.0',
    bookmarks,
    layers: { all: [], off: [] },
    destinations: [],
    seed: new TextEncoder().encode('{}'),
    conformance: 'PDF 1.7',
    attachment: {
      name: 'manifest.json',
      mediaType: 'application/json',
      bytes: new TextEncoder().encode('{}'),
      about: 'm',
    },
    ...facts,
  });
  return { path, sha256, bytes, fonts };
}
