import { describe, expect, it } from 'vitest';
import * as records from '../../../shared/zip-records.ts';

const localHeader = (...member: Parameters<typeof records.localHeader>) => Buffer.from(records.localHeader(...member));
const centralHeader = (...member: Parameters<typeof records.centralHeader>) =>
  Buffer.from(records.centralHeader(...member));
const endRecords = (...given: Parameters<typeof records.endRecords>) => Buffer.from(records.endRecords(...given));

const gigabyte = 1_073_741_824;

describe('the records of a ZIP', () => {
  it('hold small sizes in the plain fields and say nothing of ZIP64', () => {
    const header = localHeader({ name: 'a.txt', bytes: 5, crc32: 0x12345678 });
    expect(header.toString('hex')).toBe(
      '504b0304' +
        '0a00' +
        '0008' +
        '0000' +
        '0000' +
        '2100' +
        '78563412' +
        '05000000'.repeat(2) +
        '0500' +
        '0000' +
        Buffer.from('a.txt').toString('hex'),
    );
    expect(endRecords(1, 40, 51).toString('hex')).toBe(
      '504b0506' + '00000000' + '01000100' + '33000000' + '28000000' + '0000',
    );
  });

  it('hold sizes of 4 GiB and more in the ZIP64 field', () => {
    const bytes = 5 * gigabyte;
    const header = localHeader({ name: 'a', bytes, crc32: 0 });
    expect(header.readUInt16LE(4)).toBe(45);
    expect([header.readUInt32LE(18), header.readUInt32LE(22)]).toEqual([0xffffffff, 0xffffffff]);
    expect([header.readUInt16LE(28), header.readUInt16LE(31), header.readUInt16LE(33)]).toEqual([20, 1, 16]);
    expect(header.readBigUInt64LE(35)).toBe(BigInt(bytes));
    expect(header.readBigUInt64LE(43)).toBe(BigInt(bytes));
  });

  it('hold only those fields in ZIP64 that need it: a small file far back', () => {
    const offset = 6 * gigabyte;
    const header = centralHeader({ name: 'a', bytes: 3, crc32: 0, offset });
    expect([header.readUInt32LE(20), header.readUInt32LE(24), header.readUInt32LE(42)]).toEqual([3, 3, 0xffffffff]);
    expect([header.readUInt16LE(30), header.readUInt16LE(47), header.readUInt16LE(49)]).toEqual([12, 1, 8]);
    expect(header.readBigUInt64LE(51)).toBe(BigInt(offset));
  });

  it('count exactly at the border', () => {
    expect(localHeader({ name: 'a', bytes: 0xfffffffe, crc32: 0 })).toHaveLength(31);
    expect(localHeader({ name: 'a', bytes: 0xffffffff, crc32: 0 })).toHaveLength(51);
    expect(endRecords(0xfffe, 10, 10)).toHaveLength(22);
    expect(endRecords(0xffff, 10, 10)).toHaveLength(22 + 56 + 20);
    expect(endRecords(3, 0xffffffff, 10)).toHaveLength(22 + 56 + 20);
  });

  it('point from the ZIP64 locator to the ZIP64 end record', () => {
    const end = endRecords(70_000, 5 * gigabyte, 4_000_000);
    expect(end.readBigUInt64LE(24)).toBe(70_000n);
    expect(end.readBigUInt64LE(40)).toBe(4_000_000n);
    expect(end.readBigUInt64LE(48)).toBe(BigInt(5 * gigabyte));
    expect(end.readUInt32LE(56)).toBe(0x07064b50);
    expect(end.readBigUInt64LE(64)).toBe(BigInt(5 * gigabyte + 4_000_000));
    expect(end.readUInt16LE(76 + 10)).toBe(0xffff);
  });
});
