import { createInflate, type Inflate } from 'node:zlib';
import { because } from '../../../shared/cause.ts';
import type { Rows } from '../../../shared/page/picture/blank-rows.ts';
import { MarginMeasure, type SideMargins } from '../../../shared/page/picture/side-margins.ts';
import { ClearRows, cutsNothing } from './cut-rows.ts';

/**
 * The first and the last rows of a picture, decoded, each row by row without anything between; and `clear`, the rows before
 * which it may be cut: see `cut-rows.ts`; `changed`, the last row that is not like the one above, 0 where all are alike.
 */
export type Edges = Readonly<{
  top: Uint8Array;
  bottom: Uint8Array;
  clear: readonly Rows[];
  margins: SideMargins | null;
  changed: number;
}>;

/** A picture whose rows are decoded one after the other. Sizes in pixels. */
type Opened = Readonly<{ width: number; height: number; pixel: number; inflated: Inflate }>;

const piece = 256 * 1024;
/** The seven low bits of four bytes, and their highest ones. */
const low = 0x7f7f7f7f;
const high = ~low;

/**
 * Decodes a PNG for the rows at its two ends, row by row: a decoder of pictures takes all pixels at once, and what it
 * leaves behind in the memory of a program that lives long was measured at 60 MB. Every row is decoded on the way, so that
 * a torn picture is found.
 *
 * @param png as the browser writes it: 8 bits a channel, RGB or RGBA, not interlaced (PNG §11.2.1)
 * @param rows how many rows at each end
 * @throws {Error} where it is torn, or has another size than asked for
 */
export async function edgesOf(
  png: Uint8Array,
  asked: Readonly<{ width: number; height: number }>,
  rows: number,
): Promise<Edges> {
  const kept = Math.min(rows, asked.height);
  const edges = { top: new Uint8Array(), bottom: new Uint8Array() };
  const clear = new ClearRows();
  const measure = new MarginMeasure();
  let changed = 0;
  await eachRow(png, asked, (row, y, pixel, above) => {
    if (y === 0) {
      edges.top = new Uint8Array(kept * row.length);
      edges.bottom = new Uint8Array(kept * row.length);
    }
    if (y < kept) edges.top.set(row, y * row.length);
    if (y >= asked.height - kept) edges.bottom.set(row, (y - asked.height + kept) * row.length);
    if (y > 0 && cutsNothing(above, row, pixel)) clear.add(y);
    const isChanged = y === 0 || Buffer.compare(above, row) !== 0;
    if (isChanged) measure.add(row, pixel);
    if (isChanged) changed = y;
  });
  return { ...edges, clear: clear.rows, margins: measure.margins, changed };
}

/**
 * Decodes a PNG row by row, from the top down. @param visit gets each row's bytes, how many make a pixel, and
 * the row above (zeros above the first); it may keep neither, and says `enough` where it wants no further row @throws {Error} where it is torn, or has another size than asked for
 */
export async function eachRow(
  png: Uint8Array,
  asked: Readonly<{ width: number; height: number }>,
  visit: (row: Uint8Array, y: number, pixel: number, above: Uint8Array) => unknown,
): Promise<void> {
  const { width, height, pixel, inflated } = opened(png, asked);
  const length = width * pixel;
  let above = new Uint8Array(length);
  let row = new Uint8Array(length);
  let filter = -1;
  let filled = 0;
  let y = 0;
  for await (const chunk of inflated) {
    const bytes = chunk as Buffer; // zlib gives bytes
    for (let at = 0; at < bytes.length && y < height;) {
      if (filter === -1) {
        filter = bytes[at++] ?? 0;
        continue;
      }
      const part = bytes.subarray(at, at + length - filled);
      row.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < length) continue;
      unfilter(filter, row, above, pixel);
      if (visit(row, y, pixel, above) === 'enough') return;
      [above, row] = [row, above];
      [filter, filled] = [-1, 0];
      y += 1;
    }
  }
  if (y < height) throw new Error(because('tile-rows', { found: y, height }));
}

/** The size that a PNG says it has, in pixels. @throws {Error} where it is none */
export function pngSize(png: Uint8Array): Readonly<{ width: number; height: number }> {
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  if (file.length < 33 || file.toString('latin1', 1, 4) !== 'PNG') throw new Error(because('tile-kind'));
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

function opened(png: Uint8Array, asked: Readonly<{ width: number; height: number }>): Opened {
  const { width, height } = pngSize(png);
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  if (width !== asked.width || height !== asked.height)
    throw new Error(because('tile-size', { found: `${width} × ${height}`, asked: `${asked.width} × ${asked.height}` }));
  const [depth, colour, , , interlaced] = file.subarray(24, 29);
  const pixel = colour === 2 ? 3 : colour === 6 ? 4 : 0;
  if (depth !== 8 || pixel === 0 || interlaced !== 0) throw new Error(because('tile-kind'));
  const inflated = createInflate({ chunkSize: piece });
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') inflated.write(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  inflated.end();
  return { width, height, pixel, inflated };
}

/** Undoes a row's filter in place (PNG §9.2). @param above the row above, decoded; zeros above the first */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, pixel: number): void {
  const undo = unfilters[filter];
  if (undo === undefined) throw new Error(because('tile-kind'));
  undo(row, above, pixel);
}

/** By filter type: None, Sub, Up, Average, Paeth. One loop each: these run over every byte of a picture. */
const unfilters: readonly ((row: Uint8Array, above: Uint8Array, pixel: number) => void)[] = [
  () => undefined,
  (row, _, pixel) => {
    for (let n = pixel; n < row.length; n++) row[n] = (row[n] ?? 0) + (row[n - pixel] ?? 0);
  },
  addRow,
  (row, above, pixel) => {
    for (let n = 0; n < row.length; n++) row[n] = (row[n] ?? 0) + (((row[n - pixel] ?? 0) + (above[n] ?? 0)) >> 1);
  },
  (row, above, pixel) => {
    for (let n = 0; n < row.length; n++)
      row[n] = (row[n] ?? 0) + paeth(row[n - pixel] ?? 0, above[n] ?? 0, above[n - pixel] ?? 0);
  },
];

/** Filter Up, which the browser chooses for nearly every row: four bytes at a time, none carrying into its neighbour. */
function addRow(row: Uint8Array, above: Uint8Array): void {
  const words = row.byteOffset % 4 === 0 && above.byteOffset % 4 === 0 ? row.length >> 2 : 0;
  const four = new Int32Array(row.buffer, row.byteOffset, words);
  const aboveFour = new Int32Array(above.buffer, above.byteOffset, words);
  for (let n = 0; n < words; n++) {
    const [a, b] = [four[n] ?? 0, aboveFour[n] ?? 0];
    four[n] = (((a & low) + (b & low)) | 0) ^ ((a ^ b) & high);
  }
  for (let n = words * 4; n < row.length; n++) row[n] = (row[n] ?? 0) + (above[n] ?? 0);
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
