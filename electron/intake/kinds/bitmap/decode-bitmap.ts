import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { because } from '../../../../shared/cause.ts';
import { reasonSchema, type Reason } from '../../../../shared/case/record.ts';
import { readRegular } from '../../../casefile/files/regular-file.ts';

/** Pixels that are decoded: the decoder holds them three times, four bytes each. */
const mostPixels = 50_000_000;

export type BitmapRequest = Readonly<{ path: string; out: string }>;
export const bitmapAnswerSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('drawn'), width: z.int().positive(), height: z.int().positive() }),
  z.strictObject({ as: z.literal('none'), reason: reasonSchema }),
]);
type BitmapAnswer = z.infer<typeof bitmapAnswerSchema>;

/** Decodes a Windows bitmap into a PNG at `out`. Runs in a child process: the bytes are hostile. */
export async function decodeBitmap({ path, out }: BitmapRequest): Promise<BitmapAnswer> {
  const bytes = readRegular(path, 'followed');
  const head = headOf(bytes);
  const none = (reason: Reason): BitmapAnswer => ({ as: 'none', reason });
  if (head === null) return none(stopped(because('not-said')));
  const { width, height, needed } = head;
  if (width * height > mostPixels)
    return none({ code: 'picture-too-large', params: { width, height, limit: mostPixels / 1_000_000 } });
  // The decoder leaves rows that are not there black, and says nothing.
  if (bytes.length < needed) return none(stopped(because('bitmap-rows-missing')));
  try {
    const { createCanvas, loadImage } = await import('@napi-rs/canvas');
    const image = await loadImage(bytes);
    if (image.width !== width || image.height !== height) return none(stopped(because('not-said')));
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0);
    writeFileSync(out, canvas.toBuffer('image/png'));
    return { as: 'drawn', width, height };
  } catch {
    return none(stopped(because('not-said')));
  }
}

const stopped = (what: ReturnType<typeof because>): Reason => ({ code: 'picture-damaged', params: { what } });

/** Size, and the bytes that an uncompressed picture of it needs (BITMAPFILEHEADER, BITMAPCOREHEADER, BITMAPINFOHEADER). */
function headOf(bytes: Buffer): Readonly<{ width: number; height: number; needed: number }> | null {
  if (bytes.length < 26) return null;
  const start = bytes.readUInt32LE(10);
  const core = bytes.readUInt32LE(14) === 12;
  if (!core && bytes.length < 54) return null;
  const width = core ? bytes.readUInt16LE(18) : bytes.readInt32LE(18);
  const height = core ? bytes.readUInt16LE(20) : Math.abs(bytes.readInt32LE(22));
  if (width < 1 || height < 1) return null;
  const bits = bytes.readUInt16LE(core ? 24 : 28);
  const packed = !core && [1, 2, 4, 5].includes(bytes.readUInt32LE(30)); // run lengths, JPEG, PNG
  const row = Math.ceil((width * bits) / 32) * 4;
  return { width, height, needed: start + (packed ? 0 : row * height) };
}
