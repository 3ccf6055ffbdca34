import { join } from 'node:path';
import sharp from 'sharp';
import { because } from '../../../../shared/cause.ts';
import { tile } from '../../limits.ts';
import { scanPng } from './png-scan.ts';

/** `file` is its bare name in the folder given. */
export type PictureTile = Readonly<{ file: string; y: number; width: number; height: number }>;

/**
 * Who turns a picture upright. `mark`: we, as its EXIF orientation says; `done`: what decoded it has turned it already,
 * by its format's own rule, and a mark that it carries along counts no more.
 */
export type Turning = 'mark' | 'done';

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
): Promise<Readonly<{ tiles: PictureTile[]; turned: number[] }>> {
  const tiles: PictureTile[] = [];
  const turned: number[] = [];
  for (let frame = 0; frame < frames; frame += 1) {
    const which = frame === 0 ? {} : { page: frame }; // unsaid, it is the primary picture of a file of several
    const picture = () => {
      const read = sharp(path, { ...which, failOn: 'error', sequentialRead: true, limitInputPixels: mostPixels });
      return turning === 'mark' ? read.autoOrient() : read;
    };
    const { autoOrient, orientation, width, height: lying } = await picture().metadata();
    const size = turning === 'mark' ? autoOrient : { width, height: lying };
    turned.push(turning === 'mark' ? (orientation ?? 1) : 1);
    for (let y = 0; y === 0 || y + tile.overlap < size.height; y += tile.height - tile.overlap) {
      const height = Math.min(tile.height, size.height - y);
      const file = `page-${String(tiles.length + 1).padStart(4, '0')}.png`;
      await picture()
        .extract({ left: 0, top: y, width: size.width, height })
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
