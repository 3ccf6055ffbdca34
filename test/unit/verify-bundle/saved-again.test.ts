import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { solidPng } from '../../fixtures/site/files.ts';
import { verifyBundle } from '../../../electron/verify/verify-bundle.ts';
import { bundleCopy, smallBundle, type BundleFiles } from './bundle-room.ts';

let whole: BundleFiles;
beforeAll(async () => {
  whole = await smallBundle();
});

/** The bundle after something was done to its PDF, and what verify says of its pictures. */
async function after(change: (pdf: string) => Promise<void> | void) {
  const files = bundleCopy(whole);
  await change(files.pdf);
  const report = await verifyBundle(files.pdf, 'en');
  return { report, pictures: report.checks.filter(({ check }) => check === 'pictures-carried') };
}

async function throughPdfLib(pdf: string, change: (document: PDFDocument) => Promise<void> | void): Promise<void> {
  const document = await PDFDocument.load(readFileSync(pdf));
  await change(document);
  writeFileSync(pdf, await document.save());
}

const qpdf = (pdf: string, ...options: string[]) => {
  const saved = execFileSync('qpdf', [...options, pdf, '-'], { maxBuffer: 1 << 28 });
  writeFileSync(pdf, saved);
};

describe('a bundle that another program saved again has changed, and its pictures are as listed', () => {
  test.for([
    ['by qpdf', (pdf: string) => qpdf(pdf)],
    ['by qpdf, with object streams', (pdf: string) => qpdf(pdf, '--object-streams=generate')],
    ['by qpdf, for the web', (pdf: string) => qpdf(pdf, '--linearize')],
    ['by pdf-lib', (pdf: string) => throughPdfLib(pdf, () => undefined)],
    [
      'and stamped, as a court does',
      (pdf: string) =>
        throughPdfLib(pdf, async (document) => {
          const stamp = await document.embedPng(solidPng(80, 80, [200, 0, 0]));
          for (const page of document.getPages()) page.drawImage(stamp, { x: 20, y: 20 });
        }),
    ],
  ] as const)('%s', async ([name, change]) => {
    const { report, pictures } = await after(change);
    expect(report.verdict).toBe('FAILED'); // it is not the file that was built
    expect(pictures).toHaveLength(2);
    expect(pictures.every(({ verdict }) => verdict === 'PASSED')).toBe(true);
    expect(pictures[1]?.detail).toContain('of the 4 pictures in the manifest, 4 are still byte for byte as listed');
    expect(pictures[1]?.detail).toContain(name.includes('stamped') ? '1 other picture,' : '0 other pictures,');
  });
});

test('a file in which one picture was exchanged is told from those: three of four, and which exhibit', async () => {
  const { report, pictures } = await after((pdf) =>
    throughPdfLib(pdf, (document) => {
      const [ref, stream] = document.context.enumerateIndirectObjects().find(([, object]) => isPicture(object)) ?? [];
      if (!ref || !(stream instanceof PDFRawStream)) throw new Error('no picture');
      const forged = stream.contents.slice();
      forged[forged.length - 20] = (forged[forged.length - 20] ?? 0) ^ 1;
      document.context.assign(ref, PDFRawStream.of(stream.dict, forged));
    }),
  );
  expect(report.verdict).toBe('FAILED');
  expect(pictures).toMatchObject([{ verdict: 'FAILED' }]);
  expect(pictures[0]?.detail).toMatch(/only 3 match; the pictures of exhibit 1 were not found/);
});

test('a file that is no PDF, or another one, carries none of them', async () => {
  for (const bytes of [Buffer.from('nothing'), Buffer.from('%PDF-1.7\n'.padEnd(3_000_000, 'stream\n'))]) {
    const { pictures } = await after((pdf) => writeFileSync(pdf, bytes));
    expect(pictures).toMatchObject([{ verdict: expect.stringMatching(/FAILED|INDETERMINATE/) }]);
  }
});

function isPicture(object: unknown): boolean {
  return object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
}
