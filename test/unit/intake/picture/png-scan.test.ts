import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { causeText } from '../../../../shared/cause.ts';
import { scanPng } from '../../../../electron/intake/kinds/picture/png-scan.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { gradient } from '../intake-room.ts';
import { chunk, header, pngOf, rows } from './png-made.ts';

const folder = freshFolder();
const faultOf = async (bytes: Uint8Array) => {
  const path = join(folder, 'a.png');
  writeFileSync(path, bytes);
  const found = await scanPng(path);
  return found === null ? 'no header' : found.fault && causeText(found.fault, 'en');
};
const rgb = header(10, 4, 8, 2);
const data = rows(4, 30);

describe('a PNG that goes into a PDF as it is', () => {
  it('has no fault, however its data is split', async () => {
    expect(await faultOf(await gradient(50, 40).png().toBuffer())).toBeNull();
    expect(await faultOf(pngOf(rgb, chunk('IDAT', data)))).toBeNull();
    const split = [...data].map((byte) => chunk('IDAT', Uint8Array.of(byte)));
    expect(await faultOf(pngOf(rgb, chunk('tEXt'), ...split, chunk('tIME')))).toBeNull();
    expect(await faultOf(pngOf(rgb, chunk('IDAT', data), chunk('tEXt')))).toBeNull();
    expect(await faultOf(pngOf(rgb, chunk('IDAT'), chunk('IDAT', data)))).toBeNull();
  });

  it('is sound from first to last byte: every single flipped byte is found', async () => {
    const sound = pngOf(rgb, chunk('tEXt', Buffer.from('a\0b')), chunk('IDAT', data));
    for (let at = 0; at < sound.length; at += 1) {
      const flipped = Buffer.from(sound);
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      expect(await faultOf(flipped), `byte ${at}`).not.toBeNull();
    }
  });

  it('is complete: cut at any place it has a fault', async () => {
    const sound = pngOf(rgb, chunk('IDAT', data));
    for (let length = 0; length < sound.length; length += 1) {
      expect(await faultOf(sound.subarray(0, length)), `${length} bytes`).not.toBeNull();
    }
  });

  it('has neither rows missing nor too many, nor an unknown filter, nor bytes after its end', async () => {
    expect(await faultOf(pngOf(rgb, chunk('IDAT', rows(3, 30))))).toBe('rows are missing');
    expect(await faultOf(pngOf(rgb, chunk('IDAT', rows(5, 30))))).toBe('it has more image data than rows');
    const filtered = Buffer.alloc(4 * 31);
    filtered[31] = 5;
    expect(await faultOf(pngOf(rgb, chunk('IDAT', deflateSync(filtered))))).toBe(
      'a row has filter 5, which does not exist',
    );
    expect(await faultOf(Buffer.concat([pngOf(rgb, chunk('IDAT', data)), Buffer.from('x')]))).toBe(
      '1 byte follows its IEND',
    );
  });

  it('has its image data in one run and no critical chunk that nobody knows', async () => {
    expect(
      await faultOf(pngOf(rgb, chunk('IDAT', data.subarray(0, 5)), chunk('tEXt'), chunk('IDAT', data.subarray(5)))),
    ).toBe('its IDAT chunks are not in one run');
    expect(await faultOf(pngOf(rgb, chunk('ABCD'), chunk('IDAT', data)))).toBe('it has an unknown critical chunk ABCD');
    expect(await faultOf(pngOf(rgb))).not.toBeNull();
  });

  it('does not inflate beyond what its header promises', async () => {
    const bomb = pngOf(header(1, 1, 8, 2), chunk('IDAT', rows(30_000, 3_750)));
    expect(await faultOf(bomb)).toBe('it has more image data than rows');
  });
});
