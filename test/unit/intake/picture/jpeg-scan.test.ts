import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanJpeg } from '../../../../electron/intake/kinds/picture/jpeg-scan.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { gradient } from '../intake-room.ts';

const folder = freshFolder();
const scan = async (bytes: Uint8Array) => {
  const path = join(folder, 'a.jpg');
  writeFileSync(path, bytes);
  return scanJpeg(path);
};

describe('the markers of a JPEG', () => {
  it('tell its size, coding and colours', async () => {
    expect(await scan(await gradient(64, 48).jpeg().toBuffer())).toEqual({
      width: 64,
      height: 48,
      precision: 8,
      components: 3,
      frame: 0,
      doubtfulColour: false,
      ends: true,
      trailing: 0,
    });
    const progressive = await gradient(64, 48).jpeg({ progressive: true }).toBuffer();
    expect(await scan(progressive)).toMatchObject({ frame: 2, ends: true });
    const grey = await gradient(64, 48).toColourspace('b-w').jpeg().toBuffer();
    expect(await scan(grey)).toMatchObject({ components: 1 });
  });

  it('tell what follows the picture, such as a motion photo’s film', async () => {
    const jpeg = await gradient(64, 48).jpeg().toBuffer();
    expect(await scan(Buffer.concat([jpeg, Buffer.from('ftypmp42')]))).toMatchObject({ ends: true, trailing: 8 });
  });

  it('tell that the end is missing', async () => {
    const jpeg = await gradient(64, 48).jpeg().toBuffer();
    expect(await scan(jpeg.subarray(0, -2))).toMatchObject({ ends: false, trailing: 0 });
  });

  it('tell colours that readers disagree on: components named R, G, B without an Adobe segment', async () => {
    const jpeg = await gradient(64, 48).jpeg().toBuffer();
    const frame = jpeg.indexOf(Buffer.from('ffc0', 'hex'));
    for (const one of [0, 1, 2]) jpeg[frame + 10 + one * 3] = 'RGB'.charCodeAt(one);
    expect(await scan(jpeg)).toMatchObject({ doubtfulColour: true });
  });

  it('never loops or throws, wherever the file is cut or broken', async () => {
    const jpeg = await gradient(16, 16).jpeg().toBuffer();
    for (let at = 2; at < jpeg.length; at += 7) {
      await scan(jpeg.subarray(0, at));
      const broken = Buffer.from(jpeg);
      broken.fill(0xff, at, Math.min(at + 5, broken.length));
      await scan(broken);
    }
  });
});
