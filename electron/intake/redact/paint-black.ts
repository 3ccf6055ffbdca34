import sharp from 'sharp';
import type { Region } from '../../../shared/case/exhibit.ts';

/** A picture's pixels, without transparency, rows from the top. */
export type RawPicture = Readonly<{ data: Buffer; width: number; height: number; channels: 1 | 2 | 3 | 4 }>;

/**
 * Paints parts of a picture black and writes it as PNG.
 * @returns whether the file, read back, is what was painted
 */
export async function paintBlack(
  { data, width, height, channels }: RawPicture,
  regions: readonly Region[],
  out: string,
): Promise<boolean> {
  for (const region of regions) {
    const [left, right] = [Math.max(0, region.x), Math.min(width, region.x + region.width)];
    const bottom = Math.min(height, region.y + region.height);
    for (let row = Math.max(0, region.y); row < bottom && left < right; row++)
      data.fill(0, (row * width + left) * channels, (row * width + right) * channels);
  }
  await sharp(data, { raw: { width, height, channels } })
    .png({ compressionLevel: 6, adaptiveFiltering: false, palette: false })
    .toFile(out);
  const again = await sharp(out, { limitInputPixels: 400_000_000 }).raw().toBuffer();
  return again.equals(data);
}
