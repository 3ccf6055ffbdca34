// Recodes pictures for a filing copy, in a process of its own: unpacked they take much memory.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { serveRequest } from '../../casefile/processes/children.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';

export type RecodeRequest = Readonly<{
  jobs: readonly Readonly<{ path: string; sha256: string; out: string; quality: number; scale: number }>[];
}>;
/** `changed` names the first source that is not what its record says. */
export type RecodeAnswer = Readonly<{
  changed: string | null;
  pictures: readonly Readonly<{ sha256: string; bytes: number; psnr: string }>[];
}>;

serveRequest(async (request): Promise<RecodeAnswer> => {
  const { jobs } = request as RecodeRequest; // sent by recode-pictures.ts only
  sharp.cache(false);
  sharp.concurrency(1);
  const pictures: { sha256: string; bytes: number; psnr: string }[] = [];
  for (const { path, sha256, out, quality, scale } of jobs) {
    const source = readRegular(path);
    if (createHash('sha256').update(source).digest('hex') !== sha256) return { changed: sha256, pictures: [] };
    const { width, height } = await sharp(source, { limitInputPixels: false }).metadata();
    const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const jpeg = await sharp(source, { limitInputPixels: false })
      .flatten({ background: '#ffffff' })
      .resize({ ...size, fit: 'fill', kernel: 'lanczos3' })
      .jpeg({ quality, chromaSubsampling: '4:4:4', optimiseCoding: true })
      .toBuffer();
    writeFileSync(out, jpeg, { flag: 'wx', mode: 0o600 });
    pictures.push({
      sha256: createHash('sha256').update(jpeg).digest('hex'),
      bytes: jpeg.length,
      psnr: await psnr(source, jpeg, { width, height }),
    });
  }
  return { changed: null, pictures };
});

/** Peak signal-to-noise ratio of a copy, brought back to the original's size, over all colours. */
async function psnr(source: Buffer, copy: Buffer, size: Readonly<{ width: number; height: number }>): Promise<string> {
  const raw = (bytes: Buffer) =>
    sharp(bytes, { limitInputPixels: false }).flatten({ background: '#ffffff' }).toColourspace('srgb').removeAlpha();
  const [before, after] = [
    await raw(source).raw().toBuffer(),
    await raw(copy)
      .resize({ ...size, fit: 'fill' })
      .raw()
      .toBuffer(),
  ];
  if (before.length !== after.length) return '–';
  let sum = 0;
  for (let at = 0; at < before.length; at++) sum += ((before[at] ?? 0) - (after[at] ?? 0)) ** 2;
  const mean = sum / before.length;
  return mean === 0 ? '∞' : (10 * Math.log10(255 ** 2 / mean)).toFixed(1);
}
