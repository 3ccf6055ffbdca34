// Paints over parts of pictures, in a process of its own: it decodes what came from outside.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { serveRequest } from '../casefile/children.ts';

export type RedactRequest = Readonly<{
  pictures: readonly Readonly<{
    path: string;
    sha256: string;
    out: string;
    /** In the picture's own pixels. */
    regions: readonly Readonly<{ x: number; y: number; width: number; height: number }>[];
  }>[];
}>;
/** `changed` names the first source that is not what its record says. */
export type RedactAnswer = Readonly<{
  changed: string | null;
  sizes: readonly Readonly<{ width: number; height: number }>[];
}>;

serveRequest(async (request): Promise<RedactAnswer> => {
  const sizes: { width: number; height: number }[] = [];
  for (const { path, sha256, out, regions } of (request as RedactRequest).pictures) {
    // sent by redact-item.ts only
    const source = readFileSync(path);
    if (createHash('sha256').update(source).digest('hex') !== sha256) return { changed: sha256, sizes: [] };
    const { data, info } = await sharp(source, { limitInputPixels: 400_000_000 })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (const { x, y, width, height } of regions) {
      const [right, bottom] = [Math.min(info.width, x + width), Math.min(info.height, y + height)];
      for (let row = Math.max(0, y); row < bottom; row++)
        data.fill(0, (row * info.width + Math.max(0, x)) * info.channels, (row * info.width + right) * info.channels);
    }
    await sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
      .png({ compressionLevel: 6, adaptiveFiltering: false, palette: false })
      .toFile(out);
    sizes.push({ width: info.width, height: info.height });
  }
  return { changed: null, sizes };
});
