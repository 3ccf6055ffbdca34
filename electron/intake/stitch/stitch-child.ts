// Looks how screenshots overlap and joins them, in a process of its own: it decodes what came from outside.
import sharp from 'sharp';
import type { Region } from '../../../shared/case/exhibit.ts';
import { findOverlap, type Overlap, type RowSignature } from '../../../shared/stitch/find-overlap.ts';
import { stripsOf, type Strip } from '../../../shared/stitch/strips.ts';
import { ChangedFile, cropTiles, pixelsOf, type StoredTile } from '../../casefile/crop-tiles.ts';
import { serveRequest } from '../../casefile/processes/children.ts';
import { tile } from '../limits.ts';

/** One screenshot: its tiles, and its size in pixels. */
export type Screenshot = Readonly<{ tiles: readonly StoredTile[]; width: number; height: number }>;
/** `look`: which of the pairs overlap. `join`: the first upon the second upon the third …, into `outFolder`. */
export type StitchRequest =
  | Readonly<{ task: 'look'; screenshots: readonly Screenshot[]; pairs: readonly (readonly [number, number])[] }>
  | Readonly<{ task: 'join'; screenshots: readonly Screenshot[]; outFolder: string }>;
type Agreement = Readonly<{ rows: number; identical: number; most: number }>;
/** `changed` names the first source that is not what its record says. */
export type StitchAnswer =
  | Readonly<{ changed: string }>
  | Readonly<{ changed: null; task: 'look'; overlaps: readonly (Overlap | null)[] }>
  | Readonly<{
      changed: null;
      task: 'join';
      /** Null: the screenshots from this place on (counted from 0) do not follow the one above. */
      joined: Readonly<{ strips: readonly Strip[]; agreements: readonly Agreement[]; tiles: readonly Region[] }> | null;
      apartAt: number | null;
    }>;

/** Means of luminance that stand for a row. */
const columns = 48;

serveRequest(async (sent): Promise<StitchAnswer> => {
  const request = sent as StitchRequest; // sent by stitch-items.ts only
  try {
    return request.task === 'look' ? await look(request) : await join(request);
  } catch (error) {
    if (error instanceof ChangedFile) return { changed: error.sha256 };
    throw error;
  }
});

async function look({ screenshots, pairs }: Extract<StitchRequest, { task: 'look' }>): Promise<StitchAnswer> {
  const signatures: RowSignature[] = [];
  for (const one of screenshots) signatures.push(await signatureOf(one, await wholeOf(one)));
  const overlaps = pairs.map(([upper, lower]) => overlapOf(signatures[upper], signatures[lower]));
  return { changed: null, task: 'look', overlaps };
}

async function join({ screenshots, outFolder }: Extract<StitchRequest, { task: 'join' }>): Promise<StitchAnswer> {
  const signatures: RowSignature[] = [];
  for (const one of screenshots) signatures.push(await signatureOf(one, await wholeOf(one)));
  const overlaps: Overlap[] = [];
  for (let at = 0; at + 1 < signatures.length; at++) {
    const overlap = overlapOf(signatures[at], signatures[at + 1]);
    if (!overlap) return { changed: null, task: 'join', joined: null, apartAt: at + 1 };
    overlaps.push(overlap);
  }
  const width = screenshots[0]?.width ?? 0;
  const stride = width * 3;
  const strips = stripsOf(
    screenshots.map(({ height }) => height),
    overlaps,
  );
  const rows = strips.reduce((sum, { height }) => sum + height, 0);
  const picture = Buffer.alloc(rows * stride);
  const agreements: Agreement[] = [];
  let above: Buffer | null = null;
  // Two screenshots at a time: a hundred of them at once would not fit.
  for (const [index, screenshot] of screenshots.entries()) {
    const [whole, strip, overlap] = [await wholeOf(screenshot), strips[index], overlaps[index - 1]];
    if (strip) whole.copy(picture, strip.at * stride, strip.y * stride, (strip.y + strip.height) * stride);
    if (above && overlap) agreements.push(agreement(above, whole, overlap, stride));
    above = whole;
  }
  return {
    changed: null,
    task: 'join',
    joined: { strips, agreements, tiles: await write(picture, width, rows, outFolder) },
    apartAt: null,
  };
}

async function write(picture: Buffer, width: number, rows: number, outFolder: string): Promise<readonly Region[]> {
  const stride = width * 3;
  const tiles: Region[] = [];
  for (let y = 0; y === 0 || y + tile.overlap < rows; y += tile.height - tile.overlap) {
    const height = Math.min(tile.height, rows - y);
    await sharp(picture.subarray(y * stride, (y + height) * stride), { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 6, adaptiveFiltering: false, palette: false })
      .toFile(`${outFolder}/${tiles.length}.png`);
    tiles.push({ x: 0, y, width, height });
  }
  return tiles;
}

const overlapOf = (upper: RowSignature | undefined, lower: RowSignature | undefined) =>
  upper && lower ? findOverlap(upper, lower) : null;

/** A screenshot's pixels, RGB. */
function wholeOf({ tiles, width, height }: Screenshot): Promise<Buffer> {
  const [only] = tiles;
  if (tiles.length === 1 && only) return pixelsOf(only.path, only.sha256).then(({ data }) => data);
  return cropTiles(tiles, { x: 0, y: 0, width, height });
}

async function signatureOf({ width, height }: Screenshot, pixels: Buffer): Promise<RowSignature> {
  if (pixels.length !== width * height * 3) throw new Error('the picture is not of the size that its record says');
  const luminance = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .greyscale()
    .resize({ width: columns, height, fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
  return { rows: height, columns, luminance };
}

/** How well two screenshots agree where both show the same rows. */
function agreement(upper: Buffer, lower: Buffer, { shift, from, to }: Overlap, stride: number): Agreement {
  let [identical, most] = [0, 0];
  for (let row = from; row < to; row++) {
    let largest = 0;
    for (let at = 0; at < stride; at++) {
      const gap = Math.abs((upper[row * stride + at] ?? 0) - (lower[(row - shift) * stride + at] ?? 0));
      if (gap > largest) largest = gap;
    }
    if (largest === 0) identical += 1;
    if (largest > most) most = largest;
  }
  return { rows: to - from, identical, most };
}
