import { beforeAll, describe, expect, test } from 'vitest';
import { amiss, copyOf, forgePdf, forgeSums, smallBundle, type BundleFiles } from './bundle-room.ts';

let clean: BundleFiles;
beforeAll(async () => {
  clean = await smallBundle();
});

describe('a bundle whose hash list was forged to agree', () => {
  test('passes while nothing else was touched', async () => {
    const files = copyOf(clean);
    forgeSums(files);
    expect(await amiss(files)).toEqual({ verdict: 'PASSED', said: '' });
  });

  test.each([
    ['shown inverted', '/BitsPerComponent 8 /ColorSpace /DeviceRGB', '/Decode [1 0 1 0 1 0] /ColorSpace/DeviceRGB'],
    ['shown squeezed', '/Width 320 /Height 600', '/Width 600 /Height 320'],
  ])('names a picture that is %s', async (_, from, to) => {
    const files = copyOf(clean);
    forgePdf(files, from, to.padEnd(from.length).slice(0, from.length));
    const { verdict, said } = await amiss(files);
    expect(verdict).toBe('FAILED');
    expect(said).toMatch(/pictures: the picture in PDF object \d+ holds its own data, but is shown otherwise/);
  });
});
