import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { have } from '../../pdf/pdf-room.ts';
import { gradient, IntakeRoom } from '../intake-room.ts';

const room = new IntakeRoom();
afterAll(() => room.caseFile.close());

/** As another program writes it, and what that program reads from it. */
async function bitmap(format: string): Promise<Readonly<{ bytes: Buffer; pixels: Buffer }>> {
  const png = join(room.folder, 'in.png');
  const path = join(room.folder, `${format}.bmp`);
  writeFileSync(png, await gradient(31, 17).png().toBuffer());
  execFileSync('ffmpeg', ['-y', '-loglevel', 'error', '-i', png, '-pix_fmt', format, path]);
  const read = ['-loglevel', 'error', '-i', path, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'];
  return { bytes: readFileSync(path), pixels: execFileSync('ffmpeg', read) };
}

describe.skipIf(!have('ffmpeg'))('a Windows bitmap', () => {
  test.each(['bgr24', 'bgra', 'pal8', 'gray', 'monob'])(
    'is shown pixel by pixel as ffmpeg reads it: %s',
    async (format) => {
      const { bytes, pixels } = await bitmap(format);
      const record = await room.import('a.bmp', bytes);
      expect(record.pages.as).toBe('images');
      const shown = await sharp(room.stored(record, 'page-0001.png')).raw().toBuffer();
      expect(shown.equals(pixels)).toBe(true);
      expect(record.outcome).toBe('complete');
      expect(room.stored(record, 'original.bmp').equals(bytes)).toBe(true);
    },
  );

  test('that was cut off, or promises too much, has no pages and says why', async () => {
    const { bytes } = await bitmap('bgr24');
    const cut = await room.import('cut.bmp', bytes.subarray(0, bytes.length - 40));
    expect(cut.pages).toMatchObject({ as: 'none', reason: { code: 'picture-damaged' } });
    const bomb = Buffer.from(bytes);
    bomb.writeInt32LE(60_000, 18);
    bomb.writeInt32LE(-60_000, 22);
    expect((await room.import('bomb.bmp', bomb)).pages).toMatchObject({ reason: { code: 'picture-too-large' } });
    for (let length = 2; length < 60; length += 1) await room.import('head.bmp', bytes.subarray(0, length));
  });
});
