// Draws small pictures in a process of its own: what is drawn may come from a hostile page, and may kill it.
import sharp from 'sharp';
import { z } from 'zod';
import { hearParent, tellParent } from '../../casefile/processes/parent-process.ts';

const requestSchema = z.strictObject({ picture: z.string() });
/** A tile is at most 7,680 by 4,096 px at scale 2; nothing larger is drawn small. */
const mostPixels = 140_000_000;
const mostMegabytes = 900;

sharp.cache(false);
sharp.concurrency(1);
hearParent((message) => {
  const { picture } = requestSchema.parse(message);
  void draw(picture).then(tellParent);
});
// Native work has memory that no heap limit sees.
setInterval(() => {
  if (process.memoryUsage.rss() > mostMegabytes * 1_048_576) process.exit(1);
}, 25).unref();

async function draw(picture: string): Promise<{ bytes: Uint8Array | null }> {
  try {
    const bytes = await sharp(picture, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
      .rotate()
      .resize({ width: 320, height: 400, fit: 'cover', position: 'top' })
      .flatten({ background: '#ffffff' })
      .webp({ quality: 72, effort: 2 })
      .toBuffer();
    return { bytes: new Uint8Array(bytes) };
  } catch {
    return { bytes: null }; // a picture that cannot be drawn has no thumbnail; verification judges the file
  }
}
