// Paints over parts of pictures, in a process of its own: it decodes what came from outside.
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { serveRequest } from '../../casefile/processes/children.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';
import { paintBlack } from './paint-black.ts';

export type RedactRequest = Readonly<{
  pictures: readonly Readonly<{
    path: string;
    sha256: string;
    out: string;
    /** In the picture's own pixels. */
    regions: readonly Readonly<{ x: number; y: number; width: number; height: number }>[];
  }>[];
}>;
/**
 * `changed` names the first source that is not what its record says; `unpainted`, by its place, the first picture that
 * was read back and is not black where it should be, or is changed elsewhere.
 */
export type RedactAnswer = Readonly<{
  changed: string | null;
  unpainted: number | null;
  sizes: readonly Readonly<{ width: number; height: number }>[];
}>;

serveRequest(async (request): Promise<RedactAnswer> => {
  const sizes: { width: number; height: number }[] = [];
  for (const { path, sha256, out, regions } of (request as RedactRequest).pictures) {
    // sent by redact-item.ts only
    const source = readRegular(path);
    if (createHash('sha256').update(source).digest('hex') !== sha256)
      return { changed: sha256, unpainted: null, sizes: [] };
    const { data, info } = await sharp(source, { limitInputPixels: 400_000_000 })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    if (!(await paintBlack({ data, width, height, channels }, regions, out)))
      return { changed: null, unpainted: sizes.length, sizes: [] };
    sizes.push({ width, height });
  }
  return { changed: null, unpainted: null, sizes };
});
