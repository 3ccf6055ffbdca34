import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExif } from '../../../../electron/intake/kinds/picture/exif.ts';
import { iccName } from '../../../../electron/intake/kinds/picture/icc-name.ts';

type Tag = readonly [tag: number, type: number, count: number, value: number | Buffer];

/** An EXIF block of folders; each folder's tags, text laid out behind. */
function exifOf(little: boolean, folders: readonly (readonly Tag[])[]): Buffer {
  const bytes = Buffer.alloc(4_096);
  const u16 = (at: number, value: number) => (little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at));
  const u32 = (at: number, value: number) => (little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at));
  bytes.write(little ? 'II' : 'MM', 0, 'latin1');
  u16(2, 42);
  u32(4, 8);
  let free = 2_048;
  folders.forEach((tags, folder) => {
    const at = 8 + folder * 400;
    u16(at, tags.length);
    tags.forEach(([tag, type, count, value], one) => {
      const entry = at + 2 + one * 12;
      u16(entry, tag);
      u16(entry + 2, type);
      u32(entry + 4, count);
      if (typeof value !== 'number' && value.length > 4) {
        value.copy(bytes, free);
        u32(entry + 8, free);
        free += value.length;
      } else if (typeof value !== 'number') value.copy(bytes, entry + 8);
      else if (type === 3) u16(entry + 8, value);
      else u32(entry + 8, value);
    });
  });
  return bytes;
}
const text = (tag: number, value: string): Tag => [tag, 2, Buffer.byteLength(value) + 1, Buffer.from(`${value}\0`)];

describe('EXIF', () => {
  it('gives make, model, time and zone as the file has them, in either byte order', () => {
    for (const little of [true, false]) {
      const exif = exifOf(little, [
        [text(0x010f, 'HUAWEI'), text(0x0110, '华为 P30'), [0x0112, 3, 1, 6], [0x8769, 4, 1, 408], [0x8825, 4, 1, 808]],
        [text(0x9003, '2019:05:06 09:30:00'), text(0x9011, '+08:00')],
        [[2, 5, 3, 3_000]],
      ]);
      expect(readExif(exif)).toEqual({
        texts: [
          ['Make', 'HUAWEI'],
          ['Model', '华为 P30'],
          ['DateTimeOriginal', '2019:05:06 09:30:00'],
          ['OffsetTimeOriginal', '+08:00'],
        ],
        orientation: 6,
        position: true,
      });
      expect(readExif(Buffer.concat([Buffer.from('Exif\0\0'), exif])).orientation).toBe(6);
    }
  });

  it('says no position where only the version of the folder is there', () => {
    expect(readExif(exifOf(true, [[[0x8825, 4, 1, 408]], [[0, 1, 4, 0x0302]]])).position).toBe(false);
  });

  it('reads short texts from within the entry', () => {
    expect(readExif(exifOf(true, [[text(0x010f, 'LG')]])).texts).toEqual([['Make', 'LG']]);
  });

  it('takes nonsense for upright', () => {
    expect(readExif(exifOf(true, [[[0x0112, 3, 1, 9]]])).orientation).toBe(1);
    expect(readExif(Buffer.from('nonsense'))).toEqual({ texts: [], orientation: 1, position: false });
  });

  it('follows no folder twice: one that points at itself ends', () => {
    expect(readExif(exifOf(true, [[[0x8769, 4, 1, 8], text(0x010f, 'LG')]])).texts).toEqual([['Make', 'LG']]);
  });

  it('never throws, whatever the bytes', () => {
    const start = exifOf(true, [
      [text(0x010f, 'HUAWEI'), [0x8769, 4, 1, 408], [0x8825, 4, 1, 408]],
      [text(0x9003, 'x'.repeat(40))],
    ]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2_100), fc.nat(255))), fc.nat(4_096), (changes, length) => {
        const bytes = Buffer.from(start);
        for (const [at, value] of changes) bytes[at] = value;
        readExif(bytes.subarray(0, length));
        iccName(bytes.subarray(0, length));
      }),
    );
  });
});

describe('a colour profile', () => {
  it('tells its name, in the older form and the newer', () => {
    const profile = (tag: Buffer) => {
      const head = Buffer.alloc(144);
      head.writeUInt32BE(1, 128);
      head.write('desc', 132, 'latin1');
      head.writeUInt32BE(144, 136);
      head.writeUInt32BE(tag.length, 140);
      return Buffer.concat([head, tag]);
    };
    const older = Buffer.alloc(40);
    older.write('desc', 0, 'latin1');
    older.writeUInt32BE(11, 8);
    older.write('Display P3\0', 12, 'latin1');
    expect(iccName(profile(older))).toBe('Display P3');
    const name = Buffer.from('Display P3', 'utf16le').swap16();
    const newer = Buffer.concat([Buffer.alloc(28), name]);
    newer.write('mluc', 0, 'latin1');
    newer.writeUInt32BE(1, 8);
    newer.writeUInt32BE(12, 12);
    newer.write('enUS', 16, 'latin1');
    newer.writeUInt32BE(name.length, 20);
    newer.writeUInt32BE(28, 24);
    expect(iccName(profile(newer))).toBe('Display P3');
    expect(iccName(Buffer.alloc(200))).toBeNull();
  });
});
