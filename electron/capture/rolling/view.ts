import { because } from '../../../shared/cause.ts';
import { eachRow } from '../picture/tile-edges.ts';

/**
 * A picture of what a window shows, decoded: three bytes a pixel, rows of `stride` bytes. `hashes` has one number for each
 * row, equal for equal rows; `shows` is 1 for rows that show something other than the ground: one colour from edge to edge,
 * the most frequent one.
 */
export type View = Readonly<{
  width: number;
  height: number;
  stride: number;
  pixels: Uint8Array;
  hashes: Int32Array;
  shows: Uint8Array;
}>;

/**
 * Decodes a part of a picture: rows [top, top + height) and columns [left, left + width), device pixels.
 *
 * @param png as the browser gave it, `size` pixels large
 * @throws {Error} where it is torn, has another size, or lets something shine through
 */
export async function viewOf(
  png: Uint8Array,
  size: Readonly<{ width: number; height: number }>,
  part: Readonly<{ left: number; top: number; width: number; height: number }>,
): Promise<View> {
  const { left, top, width, height } = part;
  const stride = Math.ceil((width * 3) / 4) * 4; // rows are read as whole words too
  const pixels = new Uint8Array(stride * height);
  await eachRow(png, size, (row, y, pixel) => {
    if (y < top || y >= top + height) return;
    const start = (y - top) * stride;
    if (pixel === 3) {
      pixels.set(row.subarray(left * 3, (left + width) * 3), start);
      return;
    }
    for (let x = 0; x < width; x++) {
      const [from, to] = [(left + x) * pixel, start + x * 3];
      if (row[from + 3] !== 255) throw new Error(because('tile-kind'));
      for (let channel = 0; channel < 3; channel++) pixels[to + channel] = row[from + channel] ?? 0;
    }
  });
  return measured(width, height, stride, pixels);
}

/** @param pixels rows of `stride` bytes, a multiple of four; what is behind a row's last pixel is zero */
export function measured(width: number, height: number, stride: number, pixels: Uint8Array): View {
  const words = new Int32Array(pixels.buffer, pixels.byteOffset, (stride * height) / 4);
  const hashes = new Int32Array(height);
  const perRow = stride / 4;
  for (let y = 0; y < height; y++) {
    let hash = 0x811c9dc5;
    for (let at = y * perRow; at < (y + 1) * perRow; at++) {
      hash = Math.imul(hash ^ (words[at] ?? 0), 0x01000193);
      hash ^= hash >>> 15;
    }
    hashes[y] = hash;
  }
  return { width, height, stride, pixels, hashes, shows: showing(width, height, stride, pixels) };
}

/** Rows that are not the ground. */
function showing(width: number, height: number, stride: number, pixels: Uint8Array): Uint8Array {
  const colours = new Int32Array(height).fill(-1);
  const counts = new Map<number, number>();
  for (let y = 0; y < height; y++) {
    const start = y * stride;
    const [red = 0, green = 0, blue = 0] = pixels.subarray(start, start + 3);
    let plain = true;
    for (let at = start + 3; plain && at < start + width * 3; at += 3)
      plain = pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue;
    if (!plain) continue;
    const colour = (red << 16) | (green << 8) | blue;
    colours[y] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const [ground] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [-2, 0]);
  return Uint8Array.from(colours, (colour) => (colour === ground ? 0 : 1));
}

/** Whether a row of one is the same, byte for byte, as a row of the other. */
export function isSameRow(one: View, row: number, other: View, at: number): boolean {
  return (
    one.stride === other.stride &&
    Buffer.compare(
      one.pixels.subarray(row * one.stride, (row + 1) * one.stride),
      other.pixels.subarray(at * other.stride, (at + 1) * other.stride),
    ) === 0
  );
}
