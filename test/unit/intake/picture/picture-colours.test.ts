import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import type { ImportRecord } from '../../../../shared/case/record.ts';
import { gradient, IntakeRoom } from '../intake-room.ts';
import { chunk, header, pngOf } from './png-made.ts';

const room = new IntakeRoom();
afterAll(() => room.caseFile.close());

const numbers = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
};
const pixels = [128, 128, 128, 128, 64, 32, 20, 200, 90, 255, 0, 0, 10, 10, 10, 250, 240, 30];
const coloured = (...said: readonly Buffer[]): Buffer =>
  pngOf(header(6, 1, 8, 2), ...said, chunk('IDAT', deflateSync(Buffer.from([0, ...pixels]))));
const gamma = (value: number) => chunk('gAMA', numbers(value));
const codes = (record: ImportRecord) => record.steps.flatMap(({ reason }) => (reason ? [reason.code] : []));
const drawn = async (record: ImportRecord): Promise<readonly number[]> => {
  const name = record.artifacts.some((one) => one.name === 'page-0001.png') ? 'page-0001.png' : 'original.png';
  return [...(await sharp(room.stored(record, name)).raw().toBuffer())];
};

describe('the colours of a PNG are those that a browser shows', () => {
  // What Chromium 156 drew of these very files, read from a canvas.
  test.each([
    ['a linear picture', [gamma(100_000)], '188,188,188,188,137,99,79,229,160,255,0,0,56,56,56,253,248,96'],
    ['the gamma of old Macs', [gamma(55_556)], '146,146,146,146,81,43,26,210,109,255,0,0,10,10,10,251,243,40'],
    [
      'a wide screen’s colours',
      [gamma(45_455), chunk('cHRM', numbers(31_270, 32_900, 68_000, 32_000, 26_500, 69_000, 15_000, 6_000))],
      '129,129,129,139,57,11,0,205,72,255,0,0,3,3,3,252,240,0',
    ],
    [
      'Adobe RGB’s colours',
      [gamma(45_470), chunk('cHRM', numbers(31_270, 32_900, 64_000, 33_000, 21_000, 71_000, 15_000, 6_000))],
      '129,129,129,146,62,23,0,201,80,255,0,0,3,3,3,254,240,0',
    ],
  ] as const)('%s', async (_name, said, shown) => {
    const record = await room.import('c.png', coloured(...said));
    expect((await drawn(record)).join()).toBe(shown);
    expect(codes(record)).toContain('converted-png-colour');
  });

  test('sRGB’s own gamma, and any gamma beside an sRGB chunk, leave the file as it is', async () => {
    for (const said of [[gamma(45_455)], [chunk('sRGB', Buffer.from([0])), gamma(100_000)]]) {
      const record = await room.import('c.png', coloured(...said));
      expect(await drawn(record)).toEqual(pixels);
      expect(record.artifacts).toHaveLength(1);
    }
  });

  test('coding as in video is not applied, which is said', async () => {
    const record = await room.import('c.png', coloured(chunk('cICP', Buffer.from([9, 16, 0, 1]))));
    expect(record.warnings).toContainEqual({ code: 'png-cicp-not-applied' });
  });
});

test('a still picture beside an animation is not called a frame of it', async () => {
  const frame = (number: number) => chunk('fcTL', Buffer.concat([numbers(number, 6, 1, 0, 0), Buffer.alloc(6)]));
  const film = chunk('acTL', numbers(3, 0));
  const codesOf = async (bytes: Buffer) => (await room.import('c.png', bytes)).warnings.map(({ code }) => code);
  expect(await codesOf(coloured(film, frame(0)))).toEqual(['first-frame-only']);
  expect(await codesOf(coloured(film))).toEqual(['still-beside-film']);
});

describe('a picture whose file ends early', () => {
  test('is shown as far as it goes, with the rows that a decoder filled in counted', async () => {
    const whole = await gradient(200, 160).jpeg({ quality: 90 }).toBuffer();
    const record = await room.import('half.jpg', whole.subarray(0, Math.floor(whole.length / 2)));
    const told = record.warnings.find(({ code }) => code === 'picture-cut-short');
    const filled = Number(told?.params?.['rows']);
    expect(filled).toBeGreaterThan(40);
    expect(filled).toBeLessThan(100);
    // The rows above it, but for the last of the blocks that are cut through, are those of the whole picture.
    const shown = await sharp(room.stored(record, 'page-0001.png')).raw().toBuffer();
    const expected = await sharp(whole).raw().toBuffer();
    const sound = (160 - filled - 20) * 200 * 3;
    expect(shown.subarray(0, sound).equals(expected.subarray(0, sound))).toBe(true);
    expect(record.outcome).toBe('partial');
  });

  test('by its end mark alone is shown whole, and said', async () => {
    const whole = await gradient(64, 48).jpeg({ quality: 90 }).toBuffer();
    const record = await room.import('no-end.jpg', whole.subarray(0, -2));
    const shown = await sharp(room.stored(record, 'page-0001.png')).raw().toBuffer();
    expect(shown.equals(await sharp(whole).raw().toBuffer())).toBe(true);
    expect(record.warnings.map(({ code }) => code)).toContain('picture-cut-short');
  });
});

describe('a TIFF', () => {
  /** A small TIFF with one entry of its directory given another tag and value. */
  const withEntry = async (from: number, tag: number, value: number): Promise<Buffer> => {
    const bytes = await gradient(16, 16).tiff({ compression: 'none' }).toBuffer();
    const start = bytes.readUInt32LE(4);
    const count = bytes.readUInt16LE(start);
    for (let at = start + 2; at < start + 2 + count * 12; at += 12) {
      if (bytes.readUInt16LE(at) !== from) continue;
      bytes.writeUInt16LE(tag, at);
      bytes.writeUInt16LE(3, at + 2);
      bytes.writeUInt32LE(1, at + 4);
      bytes.writeUInt32LE(value, at + 8);
      return bytes;
    }
    throw new Error(`no tag ${String(from)}`);
  };

  test('whose colours nobody here reads truly has no pages, and says so', async () => {
    const record = await room.import('y.tif', await withEntry(262, 262, 6));
    expect(record.pages).toMatchObject({ as: 'none', reason: { code: 'tiff-colours-unread' } });
    const plain = await room.import('p.tif', await gradient(16, 16).tiff({ compression: 'none' }).toBuffer());
    expect(plain.pages.as).toBe('images');
  });
});
