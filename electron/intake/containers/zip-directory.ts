import type { BytesAt } from './bytes-at.ts';

/** How much of a ZIP of others is read to know its members: they are named by it, never opened here. */
const most = { directory: 16 * 1024 * 1024, members: 100_000 } as const;

/** A member of a ZIP as its directory names it (APPNOTE.TXT 6.3.10 §4.3.12). Sizes are what the directory claims. */
export type DirectoryMember = Readonly<{
  /** The name's own bytes: what they say depends on the computer that packed it. */
  name: Buffer;
  /** Whether the directory says that the name is UTF-8 (general purpose bit 11, §4.4.4). */
  utf8: boolean;
  encrypted: boolean;
  /** A link of Unix: its content is the path that it names (the upper half of the external attributes, host 3). */
  isLink: boolean;
  /** §4.4.5: 0 stored, 8 deflated, others by number. */
  method: number;
  crc32: number;
  packed: number;
  bytes: number;
  /** Where its local header stands, in bytes from the file's beginning. */
  offset: number;
}>;

/**
 * The directory of a ZIP: its members, and whether the directory was read to its end. A ZIP whose end is missing or lies
 * has no directory: then the local headers at its beginning are read as far as they follow each other.
 *
 * @returns null where the file does not begin as a ZIP
 */
export function zipDirectory(file: BytesAt): Readonly<{ members: readonly DirectoryMember[]; whole: boolean }> | null {
  const start = file.read(0, 4).toString('latin1');
  if (start !== 'PK\x03\x04' && start !== 'PK\x05\x06') return null;
  return centralMembers(file) ?? { members: localMembers(file), whole: false };
}

const endLength = 22;

function centralMembers(file: BytesAt): Readonly<{ members: readonly DirectoryMember[]; whole: boolean }> | null {
  const tailAt = Math.max(0, file.size - endLength - 0xffff);
  const tail = file.read(tailAt, file.size - tailAt);
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end === -1 || tail.length < end + endLength) return null;
  const { count, length, offset } = endRecord(file, tail, tailAt, end);
  if (offset + length > file.size || length > most.directory) return null;
  const directory = file.read(offset, length);
  const members: DirectoryMember[] = [];
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50) {
    if (members.length >= most.members) return { members, whole: false };
    const member = centralMember(directory, at);
    if (!member) return { members, whole: false };
    members.push(member.member);
    at = member.next;
  }
  return { members, whole: members.length === count };
}

/** The end record, or the ZIP64 one that it points to (§4.3.14 to §4.3.16). */
function endRecord(file: BytesAt, tail: Buffer, tailAt: number, end: number) {
  const plain = {
    count: tail.readUInt16LE(end + 10),
    length: tail.readUInt32LE(end + 12),
    offset: tail.readUInt32LE(end + 16),
  };
  const locator = tailAt + end - 20;
  const found = locator < 0 ? null : file.read(locator, 20);
  if (found?.length !== 20 || found.readUInt32LE(0) !== 0x07064b50) return plain;
  const large = file.read(Number(found.readBigUInt64LE(8)), 56);
  if (large.length !== 56 || large.readUInt32LE(0) !== 0x06064b50) return plain;
  return {
    count: Number(large.readBigUInt64LE(32)),
    length: Number(large.readBigUInt64LE(40)),
    offset: Number(large.readBigUInt64LE(48)),
  };
}

function centralMember(directory: Buffer, at: number): Readonly<{ member: DirectoryMember; next: number }> | null {
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
  const nameAt = at + 46;
  const next = nameAt + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  if (next > directory.length) return null;
  const flags = directory.readUInt16LE(at + 8);
  const sizes = [24, 20, 42].map((field) => directory.readUInt32LE(at + field));
  const extraAt = nameAt + (nameLength ?? 0);
  const [bytes = 0, packed = 0, offset = 0] = zip64(directory.subarray(extraAt, extraAt + (extraLength ?? 0)), sizes);
  return {
    member: {
      name: Buffer.from(directory.subarray(nameAt, nameAt + (nameLength ?? 0))),
      utf8: (flags & 0x0800) !== 0,
      encrypted: (flags & 1) !== 0,
      isLink: (directory[at + 5] ?? 0) === 3 && (directory.readUInt16LE(at + 40) & 0xf000) === 0xa000,
      method: directory.readUInt16LE(at + 10),
      crc32: directory.readUInt32LE(at + 16),
      bytes,
      packed,
      offset,
    },
    next,
  };
}

/** Fields that are too small for what they hold stand in the extra field 0001, in their order (§4.5.3). */
function zip64(extra: Buffer, fields: readonly number[]): readonly number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 0x0001) continue;
    let from = at + 4;
    return fields.map((field) => {
      if (field !== 0xffffffff || from + 8 > extra.length) return field;
      from += 8;
      return Number(extra.readBigUInt64LE(from - 8));
    });
  }
  return fields;
}

/** Of a ZIP that was cut off: the members whose headers follow each other from its beginning (§4.3.7). */
function localMembers(file: BytesAt): readonly DirectoryMember[] {
  const members: DirectoryMember[] = [];
  let at = 0;
  while (members.length < 1_000) {
    const header = file.read(at, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) break;
    const flags = header.readUInt16LE(6);
    const packed = header.readUInt32LE(18);
    const nameLength = header.readUInt16LE(26);
    if (nameLength === 0) break;
    members.push({
      name: file.read(at + 30, nameLength),
      utf8: (flags & 0x0800) !== 0,
      encrypted: (flags & 1) !== 0,
      isLink: false, // only the directory says so
      method: header.readUInt16LE(8),
      crc32: header.readUInt32LE(14),
      packed,
      bytes: header.readUInt32LE(22),
      offset: at,
    });
    if ((flags & 8) !== 0) break; // how long it is stands behind it
    at += 30 + nameLength + header.readUInt16LE(28) + packed;
  }
  return members;
}
