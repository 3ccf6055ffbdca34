import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { amiss, bundleCopy, forgePdf, forgeSums, smallBundle, type BundleFiles } from './bundle-room.ts';

let clean: BundleFiles;
beforeAll(async () => {
  clean = await smallBundle();
});

describe('a bundle whose hash list was forged to agree', () => {
  test('passes while nothing else was touched', async () => {
    const files = bundleCopy(clean);
    forgeSums(files);
    expect(await amiss(files)).toEqual({ verdict: 'PASSED', said: '' });
  });

  test.each([
    ['shown inverted', '/BitsPerComponent 8 /ColorSpace /DeviceRGB', '/Decode [1 0 1 0 1 0] /ColorSpace/DeviceRGB'],
    ['shown squeezed', '/Width 320 /Height 600', '/Width 600 /Height 320'],
  ])('names a picture that is %s', async (_, from, to) => {
    const files = bundleCopy(clean);
    forgePdf(files, from, to.padEnd(from.length).slice(0, from.length));
    const { verdict, said } = await amiss(files);
    expect(verdict).toBe('FAILED');
    expect(said).toMatch(
      /pictures: the picture data in PDF object \d+ is unchanged, but the way it is displayed was altered/,
    );
  });
});

describe('a file that is no bundle of this program', () => {
  test('cannot be told, and the answer says what is missing', async () => {
    const pdf = join(mkdtempSync(join(tmpdir(), 'fascicle-no-bundle-')), 'letter.pdf');
    writeFileSync(pdf, '%PDF-1.7\nnot much of a letter');
    expect(await amiss({ ...clean, pdf })).toEqual({
      verdict: 'INDETERMINATE',
      said: expect.stringContaining('no manifest or hash file of this program next to letter.pdf or inside it'),
    });
  });

  test('a bundle whose hash list and manifest were taken away is checked by the manifest inside', async () => {
    const files = bundleCopy(clean);
    rmSync(files.sums);
    rmSync(files.manifest);
    const { verdict, said } = await amiss(files);
    expect(verdict).toBe('INDETERMINATE');
    expect(said).toContain('is missing');
    expect(said).not.toContain('nothing to compare');
  });
});
