import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { verifyBundle } from '../../../electron/verify/verify-bundle.ts';
import type { Artifact } from '../../../shared/case/record.ts';
import type { VerifyReport } from '../../../shared/verify/report.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';

export type BundleFiles = Readonly<{ pdf: string; manifest: string; sums: string }>;

/** A bundle of two captures, each a picture of two tiles, on a few pages. @param more what the first title ends in */
export async function smallBundle(more = ''): Promise<BundleFiles> {
  const caseFile = freshCase();
  for (const [n, colour] of ['#b1352a', '#23539c'].entries()) {
    const record = someCapture(caseFile, `第 ${n} 项${n === 0 ? more : ''}`);
    const tiles: Artifact[] = [];
    for (const [at, height] of [600, 500].entries()) {
      const create = { width: 320, height, channels: 3 as const, background: colour };
      const png = await sharp({ create }).png().toBuffer();
      tiles.push({
        role: 'screenshot-tile',
        name: `tile-000${at + 1}.png`,
        mediaType: 'image/png',
        ...caseFile.objects.putBytes(png),
        x: 0,
        y: at * 568,
        width: 320,
        height,
      });
    }
    const picture = { width: 320, height: 1_068, overlap: 32 };
    caseFile.addItem({ ...record, artifacts: [...tiles, ...record.artifacts], picture });
  }
  const built = await buildIn(caseFile);
  caseFile.close();
  return built;
}

/** The same files in a folder of their own, to be tampered with. */
export function bundleCopy(files: BundleFiles): BundleFiles {
  const folder = mkdtempSync(join(tmpdir(), 'fascicle-tampered-'));
  const copied = (file: string) => {
    const to = join(folder, basename(file));
    copyFileSync(file, to);
    return to;
  };
  return { pdf: copied(files.pdf), manifest: copied(files.manifest), sums: copied(files.sums) };
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Writes a hash list that agrees with the files as they are: what a forger would do. */
export function forgeSums({ pdf, manifest, sums }: BundleFiles): void {
  writeFileSync(sums, [pdf, manifest].map((file) => `${hashOf(file)}  ${basename(file)}\n`).join(''));
}

/** Replaces text in the PDF by text of the same length, all sidecars made to agree. */
export function forgePdf(files: BundleFiles, from: string, to: string): void {
  if (from.length !== to.length) throw new Error('a forgery of another length moves every object');
  const text = readFileSync(files.pdf, 'latin1');
  if (!text.includes(from)) throw new Error(`the PDF does not say ${from}`);
  writeFileSync(
    files.pdf,
    text.replace(from, () => to),
    'latin1',
  );
  forgeSums(files);
}

/** What a verification finds amiss, as text. */
export async function amiss(files: BundleFiles): Promise<Readonly<{ verdict: VerifyReport['verdict']; said: string }>> {
  const { verdict, checks } = await verifyBundle(files.pdf, 'en');
  const faults = checks.filter((check) => check.verdict !== 'PASSED');
  return { verdict, said: faults.map(({ check, detail }) => `${check}: ${detail}`).join('\n') };
}
