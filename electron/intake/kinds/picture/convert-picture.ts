import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { because } from '../../../../shared/cause.ts';
import { tile } from '../../limits.ts';
import type { ToSrgb } from './png-colour.ts';
import { scanPng } from './png-scan.ts';

/** `file` is its bare name in the folder given. */
export type PictureTile = Readonly<{ file: string; y: number; width: number; height: number }>;

/**
 * Who turns a picture upright. `mark`: we, as its EXIF orientation says; `done`: what decoded it has turned it already,
 * by its format's own rule, and a mark that it carries along counts no more.
 */
export type Turning = 'mark' | 'done';

/** `toSrgb`: colours that the decoder does not know. `cut`: the file ends early, and what is there is decoded all the same. */
type How = Readonly<{ toSrgb?: ToSrgb; cut?: boolean }>;

/**
 * Converts a picture, without loss of what is seen, into PNG tiles that can stand in a PDF as they are: RGB, 8 bits,
 * orientation and colour profile applied, transparency laid on white. Each tile is decoded from the file anew, so that
 * memory does not grow with the picture.
 *
 * @param frames how many of the file's frames, from the first; each begins at `y` 0
 * @param mostPixels bound of each frame, in pixels
 * @returns the tiles, files in `outFolder`; the EXIF orientation (1 to 8) by which each frame was turned
 * @throws when the picture cannot be decoded to its end
 */
export async function convertPicture(
  path: string,
  outFolder: string,
  frames: number,
  mostPixels: number,
  turning: Turning,
  how: How = {},
): Promise<Readonly<{ tiles: PictureTile[]; turned: number[] }>> {
  const tiles: PictureTile[] = [];
  const turned: number[] = [];
  for (let frame = 0; frame < frames; frame += 1) {
    const which = frame === 0 ? {} : { page: frame }; // unsaid, it is the primary picture of a file of several
    const picture = () => {
      const failOn = how.cut ? 'none' : 'error';
      const read = sharp(path, { ...which, failOn, sequentialRead: true, limitInputPixels: mostPixels });
      return turning === 'mark' ? read.autoOrient() : read;
    };
    const { autoOrient, orientation, width, height: lying } = await picture().metadata();
    const size = turning === 'mark' ? autoOrient : { width, height: lying };
    turned.push(turning === 'mark' ? (orientation ?? 1) : 1);
    for (let y = 0; y === 0 || y + tile.overlap < size.height; y += tile.height - tile.overlap) {
      const height = Math.min(tile.height, size.height - y);
      const file = `page-${String(tiles.length + 1).padStart(4, '0')}.png`;
      const part = picture().extract({ left: 0, top: y, width: size.width, height });
      await (how.toSrgb ? await inSrgb(part, how.toSrgb) : part)
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .png({ compressionLevel: 6, adaptiveFiltering: true, palette: false, progressive: false })
        .toFile(join(outFolder, file));
      const made = await scanPng(join(outFolder, file));
      if (made?.fault !== null || made.colourType !== 2 || made.bitDepth !== 8 || made.height !== height) {
        throw new Error(because('picture-tile-unsound', { why: made?.fault ?? because('not-said') }));
      }
      tiles.push({ file, y, width: size.width, height });
    }
  }
  return { tiles, turned };
}

/** The pixels of a part, their colours turned before anything is laid under them. */
async function inSrgb(part: Sharp, toSrgb: ToSrgb): Promise<Sharp> {
  const { depth } = await part.clone().metadata();
  const deep = depth === 'ushort';
  const { data, info } = await part
    .toColourspace(deep ? 'rgb16' : 'srgb')
    .raw({ depth: deep ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const pixels = deep ? new Uint16Array(data.buffer, data.byteOffset, data.length / 2) : data;
  const { width, height, channels } = info;
  return sharp(toSrgb(pixels, channels), { raw: { width, height, channels } });
}

/**
 * How many rows at the foot of a picture show one colour and nothing else: what a decoder fills in where data is missing,
 * or what the picture has there.
 */
export async function plainRowsAtFoot(tilePath: string): Promise<number> {
  const { data, info } = await sharp(tilePath).raw().toBuffer({ resolveWithObject: true });
  const row = info.width * info.channels;
  const last = data.subarray(data.length - info.channels);
  let rows = 0;
  for (let at = data.length - row; at >= 0; at -= row, rows += 1) {
    for (let from = at; from < at + row; from += info.channels)
      for (let channel = 0; channel < info.channels; channel += 1)
        if (Math.abs((data[from + channel] ?? 0) - (last[channel] ?? 0)) > 1) return rows;
  }
  return rows;
}
