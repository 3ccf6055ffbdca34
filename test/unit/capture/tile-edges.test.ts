import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { eachRow, edgesOf } from '../../../electron/capture/picture/tile-edges.ts';

/** Noise on a slope: a writer of PNG that tries all filters chooses each of them somewhere. The same at every run. */
function pixels(width: number, height: number, channels: number): Buffer {
  const bytes = Buffer.alloc(width * height * channels);
  let noise = createHash('sha256').update(`${width} × ${height}`).digest();
  for (let at = 0; at < bytes.length; at++) {
    if (at % 32 === 0) noise = createHash('sha256').update(noise).digest();
    const row = Math.floor(at / (width * channels));
    const kind = Math.floor(row / 7) % 4;
    bytes[at] = kind === 0 ? (noise[at % 32] ?? 0) : kind === 1 ? at & 255 : (row * 37 + (kind === 2 ? at : 0)) & 255;
  }
  return bytes;
}

// Rows of every length modulo four: several bytes are added at a time.
test.each([
  [61, 3],
  [62, 3],
  [63, 3],
  [64, 3],
  [61, 4],
] as const)('a PNG %i px wide of %i channels is decoded to the pixels that it was made of', async (width, channels) => {
  const height = 90;
  const made = pixels(width, height, channels);
  const png = await sharp(made, { raw: { width, height, channels } }).png({ adaptiveFiltering: true }).toBuffer();
  const rows: Buffer[] = [];
  await eachRow(png, { width, height }, (row, y, pixel) => {
    expect([y, pixel]).toEqual([rows.length, channels]);
    rows.push(Buffer.from(row));
  });
  expect(Buffer.concat(rows).equals(made)).toBe(true);
  const some: number[] = [];
  await eachRow(png, { width, height }, (_row, y) => (some.push(y) === 3 ? 'enough' : undefined));
  expect(some).toEqual([0, 1, 2]);
  const edges = await edgesOf(png, { width, height }, 3);
  expect(Buffer.from(edges.top)).toEqual(made.subarray(0, 3 * width * channels));
  expect(Buffer.from(edges.bottom)).toEqual(made.subarray((height - 3) * width * channels));
});
