import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { eachRow, edgesOf } from '../../../electron/capture/picture/tile-edges.ts';
import { takeTiles } from '../../../electron/capture/picture/tiles.ts';
import type { ObjectWriter } from '../../../electron/casefile/case-handles.ts';

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

/** Rows of noise down to the last of `until`, then white; a black spot in the last row where asked for. */
function footed(width: number, height: number, until: number, spot = false): Buffer {
  const bytes = Buffer.alloc(width * height * 3, 255);
  pixels(width, until, 3).copy(bytes);
  bytes.fill(200, (until - 1) * width * 3, until * width * 3);
  if (spot) bytes.fill(0, bytes.length - 3);
  return bytes;
}

test.each([
  [9_000, 700, false, 8_299],
  [9_000, 4_085, false, 4_914],
  [9_000, 8_990, false, 9],
  [9_000, 700, true, undefined],
  [600, 600, false, undefined],
] as const)(
  'of a picture of %i rows whose row %i is the last that is not white, the rows at its foot are counted over its tiles',
  async (height, until, spot, foot) => {
    const width = 64;
    const made = footed(width, height, until, spot);
    const shot = ({ y, height: rows }: Readonly<{ y: number; height: number }>) =>
      sharp(made.subarray(y * width * 3, (y + rows) * width * 3), { raw: { width, height: rows, channels: 3 } })
        .png()
        .toBuffer();
    const objects = { putBytes: (bytes: Uint8Array) => ({ sha256: '0'.repeat(64), bytes: bytes.length }) };
    const { tiles } = await takeTiles(shot, { width, height }, 1, objects as unknown as ObjectWriter, (take) => take());
    expect(tiles[0]?.foot).toBe(foot);
  },
);
