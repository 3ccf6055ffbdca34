import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Region } from '../../shared/case/exhibit.ts';
import { readRegular } from './files/regular-file.ts';

/** A stored tile: its file, the digest it must have, and its place in the whole picture in device pixels. */
export type StoredTile = Region & Readonly<{ path: string; sha256: string }>;
type Pixels = Readonly<{ data: Buffer; width: number; height: number }>;

const mostPixels = 400_000_000;

/** A file that is not what its record says; `sha256` is the digest that it should have. */
export class ChangedFile extends Error {
  readonly sha256: string;

  constructor(sha256: string) {
    super(`the file ${sha256} is not what it was`);
    this.sha256 = sha256;
  }
}

/**
 * The pixels of a picture file: RGB, eight bits each, rows from the top down. Decodes what came from outside: only ever
 * called in a child process.
 *
 * @throws {ChangedFile}
 */
export async function pixelsOf(path: string, sha256: string): Promise<Pixels> {
  const source = readRegular(path);
  if (createHash('sha256').update(source).digest('hex') !== sha256) throw new ChangedFile(sha256);
  const { data, info } = await sharp(source, { limitInputPixels: mostPixels })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`${path} has ${info.channels} channels`);
  return { data, width: info.width, height: info.height };
}

/**
 * Cuts a rectangle out of a picture that lies in tiles: the tiles' own pixels, nothing scaled or drawn anew. Rows that two
 * tiles share are equal, or the capture said so; the lower tile's are taken.
 *
 * @throws {ChangedFile} and an Error where the tiles do not cover the rectangle
 */
export async function cropTiles(tiles: readonly StoredTile[], { x, y, width, height }: Region): Promise<Buffer> {
  const cut = Buffer.alloc(width * height * 3);
  const covered = new Uint8Array(height);
  for (const tile of tiles) {
    const [from, to] = [Math.max(y, tile.y), Math.min(y + height, tile.y + tile.height)];
    if (from >= to || tile.x > x || tile.x + tile.width < x + width) continue;
    const { data, width: across } = await pixelsOf(tile.path, tile.sha256);
    for (let row = from; row < to; row++) {
      const start = ((row - tile.y) * across + (x - tile.x)) * 3;
      data.copy(cut, (row - y) * width * 3, start, start + width * 3);
      covered[row - y] = 1;
    }
  }
  if (covered.includes(0)) throw new Error('the tiles do not cover the region');
  return cut;
}
