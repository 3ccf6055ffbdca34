// Recodes pictures for a filing copy, in a process of its own: unpacked they take much memory.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { serveRequest } from '../../casefile/processes/children.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';
import { structuralSimilarity, type Grey } from './ssim.ts';

export type RecodeRequest = Readonly<{ jobs: readonly RecodeJob[] }>;
export type RecodeJob = Readonly<{
  path: string;
  sha256: string;
  out: string;
  quality: number;
  scale: number;
  /** The picture may not stay as it is: the profile allows fewer dots per inch. */
  mustScale: boolean;
}>;
/** `changed` names the first source that is not what its record says. Null for a picture that stays as it is. */
export type RecodeAnswer = Readonly<{ changed: string | null; pictures: readonly (RecodedPicture | null)[] }>;
export type RecodedPicture = Readonly<{
  sha256: string;
  bytes: number;
  mediaType: 'image/jpeg' | 'image/png';
  /** `JPEG q82` */
  how: string;
  psnr: string;
  ssim: string;
}>;

/** Below this, letters begin to look unlike the original's. */
const leastSimilar = 0.98;
/** What is tried where the step's own quality is too low for a picture. */
const betterQualities = [70, 82, 90, 95];
/** A copy that saves less is not worth what it loses. */
const worthIt = 0.95;

serveRequest(async (request): Promise<RecodeAnswer> => {
  const { jobs } = request as RecodeRequest; // sent by recode-pictures.ts only
  sharp.cache(false);
  sharp.concurrency(1);
  const pictures: (RecodedPicture | null)[] = [];
  for (const job of jobs) {
    const source = readRegular(job.path);
    if (createHash('sha256').update(source).digest('hex') !== job.sha256) return { changed: job.sha256, pictures: [] };
    pictures.push(await recode(source, job));
  }
  return { changed: null, pictures };
});

/** A smaller copy in which letters look as in the original; null where there is none, or it would not be smaller. */
async function recode(source: Buffer, { out, quality, scale, mustScale }: RecodeJob): Promise<RecodedPicture | null> {
  const { width, height } = await open(source).metadata();
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const scaled = () => open(source).resize({ ...size, fit: 'fill', kernel: 'lanczos3' });
  const reference = await greyOf(scaled());
  const wanted = [quality, ...betterQualities.filter((one) => one > quality)];
  const room = mustScale ? Infinity : source.length * worthIt;
  let best: Readonly<{ bytes: Buffer; how: string; mediaType: RecodedPicture['mediaType']; ssim: number }> | null =
    null;
  for (const one of wanted) {
    const bytes = await scaled().jpeg({ quality: one, chromaSubsampling: '4:4:4', optimiseCoding: true }).toBuffer();
    if (bytes.length >= room) break; // a better one is larger still
    const ssim = structuralSimilarity(reference, await greyOf(open(bytes)));
    if (ssim < leastSimilar) continue;
    best = { bytes, how: `JPEG q${one}`, mediaType: 'image/jpeg', ssim };
    break;
  }
  if (mustScale) {
    const bytes = await scaled().png({ compressionLevel: 9 }).toBuffer();
    if (best === null || bytes.length < best.bytes.length)
      best = { bytes, how: 'PNG', mediaType: 'image/png', ssim: 1 };
  }
  if (best === null) return null;
  writeFileSync(out, best.bytes, { flag: 'wx', mode: 0o600 });
  return {
    sha256: createHash('sha256').update(best.bytes).digest('hex'),
    bytes: best.bytes.length,
    mediaType: best.mediaType,
    how: best.how,
    psnr: await psnr(source, best.bytes, { width, height }),
    ssim: (Math.floor(best.ssim * 1000) / 1000).toFixed(3), // never better than it is
  };
}

const open = (bytes: Buffer): Sharp => sharp(bytes, { limitInputPixels: false }).flatten({ background: '#ffffff' });

async function greyOf(picture: Sharp): Promise<Grey> {
  const { data, info } = await picture.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  if (info.channels === 1) return { data, width: info.width, height: info.height };
  return {
    data: data.filter((_, at) => at % info.channels === 0),
    width: info.width,
    height: info.height,
  };
}

/** Peak signal-to-noise ratio of a copy, brought back to the original's size, over all colours. */
async function psnr(source: Buffer, copy: Buffer, size: Readonly<{ width: number; height: number }>): Promise<string> {
  const raw = (bytes: Buffer) => open(bytes).toColourspace('srgb').removeAlpha();
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
