import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { copyPages, inspectPdf } from '../../../electron/bundle/pdf/imported/read-document.ts';
import type { DocumentFacts } from '../../../electron/bundle/pdf/document.ts';
import { figureTag } from '../../../electron/bundle/pdf/tagged/tag.ts';
import type { Ref } from '../../../electron/bundle/pdf/sink.ts';
import { spawnChild } from '../../fixtures/runner/spawn-child.ts';
import type { Reason } from '../../../shared/case/record.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { writePdf } from './pdf-room.ts';

const { signal } = new AbortController();

export type Printed = Readonly<{
  /** The file as it came. */
  source: string;
  /** Its pages in a file of ours, each as large as it was, after a running line. Empty where it was refused. */
  path: string;
  pages: number;
  /** What its record says, when it comes in and when it is copied. */
  said: readonly Reason[];
  refused: Reason | null;
  /** By page, how many of its parts are damaged or missing. */
  faults: readonly number[];
}>;

/** Takes a PDF in and draws its pages into one of ours, as a bundle does, without scaling them. */
export async function printed(bytes: Uint8Array): Promise<Printed> {
  const source = join(freshFolder('fascicle-imported-'), 'source.pdf');
  writeFileSync(source, bytes);
  const found = await inspectPdf(source, spawnChild, signal);
  if ('refused' in found) return { source, path: '', pages: 0, said: [], refused: found.refused, faults: [] };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  let said: readonly Reason[] = [];
  let faults: readonly number[] = [];
  let layers: DocumentFacts['layers'] = { all: [], off: [] };
  const facts = {
    // What the copied pages bring, known when the document is finished.
    get layers() {
      return layers;
    },
  };
  const { path } = await writePdf(async (sink) => {
    const pages = found.pages.map((_, at) => at + 1);
    const scratch = join(dirname(source), 'scratch');
    const copied = await copyPages({ path: source, sha256, pages }, sink, scratch, spawnChild, signal);
    if ('refused' in copied) throw new Error(`${copied.refused.code}: ${JSON.stringify(copied.refused.params)}`);
    said = copied.warnings;
    faults = copied.forms.map((form) => form.faults);
    layers = copied.layers as DocumentFacts['layers'];
    return copied.forms.map(({ object, box: [left, bottom, right, top] }) => ({
      width: right - left,
      height: top - bottom,
      draw: (canvas) => {
        // Far outside of the page: what it leaves behind is what matters.
        canvas.text('artifact', 0, 5_000, 'running line', 7, 'bold', [0.9, 0.2, 0.2]);
        canvas.line(0, 5_000, 10, 5_000, 0.2, [0.2, 0.9, 0.2]);
        const shown = { x: 0, y: 0, width: right - left, height: top - bottom };
        canvas.form(figureTag('page'), object as Ref, [1, 0, 0, 1, -left, -bottom], shown);
        canvas.frame(-5_000, 5_000, 1, 1);
      },
    }));
  }, facts);
  if (JSON.stringify(said) !== JSON.stringify(found.warnings)) throw new Error('said otherwise when it is copied');
  return { source, path, pages: found.pages.length, said, refused: null, faults };
}

export const codesOf = ({ said }: Printed): readonly string[] => said.map(({ code }) => code);

/** A page's words as poppler reads them. */
export function popplerWords(pdf: string): string {
  return spawnSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).stdout.replace(/\s+/g, ' ').trim();
}

/** How far a page of two files differs as poppler draws it: the share of pixels with a difference over 16 of 255. */
export async function differenceOf(one: string, other: string, page = 1): Promise<number> {
  const [a, b] = await Promise.all([one, other].map((pdf) => drawn(pdf, page)));
  if (!a || !b || a.info.width !== b.info.width || a.info.height !== b.info.height) return 1;
  let apart = 0;
  for (let at = 0; at < a.data.length; at++) if (Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0)) > 16) apart += 1;
  return apart / a.data.length;
}

function drawn(pdf: string, page: number) {
  const { stdout } = spawnSync('pdftoppm', ['-r', '72', '-png', '-f', `${page}`, '-l', `${page}`, pdf], {
    maxBuffer: 1 << 28,
  });
  return sharp(stdout)
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}
