/**
 * The records of a ZIP file, by PKWARE's APPNOTE.TXT 6.3.10 (§4.3.7 local header, §4.3.12 central header, §4.3.14 to
 * §4.3.16 end records, §4.5.3 ZIP64). Members are stored, not compressed; nothing in a record comes from the machine or
 * its clock, so that the same members give the same bytes for ever.
 */

export type Member = Readonly<{
  /** Plain ASCII, `/` between folders. */
  name: string;
  bytes: number;
  crc32: number;
  /** Where its local header stands. */
  offset: number;
}>;

/** Sizes and offsets from here on go into the ZIP64 fields. */
const saturated = 0xffffffff;
const mostMembers = 0xffff;

/** Place of the CRC in a local header: it is known, and written there, after the data. */
export const crcOffset = 14;

const utf8Names = 0x0800; // general purpose bit 11, §4.4.4
const stored = 0;
/** 1980-01-01 00:00, the first moment that a ZIP can name: a later one would claim something. */
const dosTime = 0;
const dosDate = 0x0021;
/** Made on Unix (3), by version 6.3 of the specification; a regular file that its owner may write, all may read. */
const madeBy = (3 << 8) | 63;
const unixMode = 0o100644 * 0x10000;

const needed = (zip64: boolean): number => (zip64 ? 45 : 10);

/** A little-endian record, field by field. */
class Fields {
  readonly #bytes: number[] = [];

  u16(...values: readonly number[]): this {
    for (const value of values) this.#bytes.push(value & 255, (value >>> 8) & 255);
    return this;
  }

  u32(...values: readonly number[]): this {
    for (const value of values) this.u16(value & 0xffff, Math.floor(value / 0x10000) & 0xffff);
    return this;
  }

  u64(...values: readonly number[]): this {
    for (const value of values) this.u32(value % 0x1_0000_0000, Math.floor(value / 0x1_0000_0000));
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.#bytes.push(...bytes);
    return this;
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

const ascii = (name: string): Uint8Array => Uint8Array.from(name, (letter) => letter.charCodeAt(0));

export function localHeader({ name, bytes, crc32 }: Omit<Member, 'offset'>): Uint8Array {
  const large = bytes >= saturated;
  const extra = large ? new Fields().u16(0x0001, 16).u64(bytes, bytes).bytes : new Uint8Array();
  const size = large ? saturated : bytes;
  return new Fields()
    .u32(0x04034b50)
    .u16(needed(large), utf8Names, stored, dosTime, dosDate)
    .u32(crc32, size, size)
    .u16(name.length, extra.length)
    .raw(ascii(name))
    .raw(extra).bytes;
}

export function centralHeader({ name, bytes, crc32, offset }: Member): Uint8Array {
  const large = bytes >= saturated;
  const far = offset >= saturated;
  const values = [...(large ? [bytes, bytes] : []), ...(far ? [offset] : [])];
  const extra = values.length > 0 ? new Fields().u16(0x0001, values.length * 8).u64(...values).bytes : new Uint8Array();
  const size = large ? saturated : bytes;
  return new Fields()
    .u32(0x02014b50)
    .u16(madeBy, needed(large || far), utf8Names, stored, dosTime, dosDate)
    .u32(crc32, size, size)
    .u16(name.length, extra.length, 0, 0, 0)
    .u32(unixMode, far ? saturated : offset)
    .raw(ascii(name))
    .raw(extra).bytes;
}

/** @param start where the central directory begins, @param length its bytes */
export function endRecords(members: number, start: number, length: number): Uint8Array {
  const zip64 = members >= mostMembers || start >= saturated || length >= saturated;
  const fields = new Fields();
  if (zip64) {
    fields
      .u32(0x06064b50)
      .u64(44)
      .u16(madeBy, needed(true))
      .u32(0, 0)
      .u64(members, members, length, start)
      .u32(0x07064b50, 0)
      .u64(start + length)
      .u32(1);
  }
  const count = Math.min(members, mostMembers);
  return fields
    .u32(0x06054b50)
    .u16(0, 0, count, count)
    .u32(Math.min(length, saturated), Math.min(start, saturated))
    .u16(0).bytes;
}
