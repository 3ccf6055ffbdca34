import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { VerifyReport } from '../../../shared/verify/report.ts';
import type { CaseLanguage } from '../../../shared/language.ts';
import { verifyBundle } from '../../verify/verify-bundle.ts';
import { remove } from '../../casefile/files/durable.ts';

/** What verify says of copies of a bundle that went through other hands. The bundle itself is only read. */
export async function verdictsOnCopies(
  pdf: string,
  language: CaseLanguage,
): Promise<Readonly<{ flipped: VerifyReport; stamped: VerifyReport }>> {
  const folder = mkdtempSync(join(tmpdir(), 'fascicle-demo-'));
  try {
    const copy = join(folder, basename(pdf));
    for (const ending of ['.sha256', '.manifest.json'])
      copyFileSync(pdf.replace(/\.pdf$/, ending), copy.replace(/\.pdf$/, ending));
    const bytes = readFileSync(pdf);
    const flipped = Buffer.from(bytes);
    const picture = flipped.indexOf('/Subtype /Image', Math.floor(flipped.length / 2));
    const at = flipped.indexOf('stream\n', picture) + 200;
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    writeFileSync(copy, flipped);
    const one = await verifyBundle(copy, language);
    writeFileSync(copy, await stamped(bytes));
    return { flipped: one, stamped: await verifyBundle(copy, language) };
  } finally {
    remove(folder);
  }
}

/** As a court's system saves a file: every object written anew, a line in the margin of each page. No seal is drawn. */
async function stamped(bytes: Uint8Array): Promise<Uint8Array> {
  const { PDFDocument, rgb } = await import('@cantoo/pdf-lib'); // 370 files that no command but this one waits for
  const document = await PDFDocument.load(bytes);
  for (const page of document.getPages())
    page.drawText('received (demo)', { x: 24, y: 14, size: 8, color: rgb(0.7, 0.1, 0.1) });
  return document.save();
}
