import { partOf, type HeldBytes } from './held-bytes.ts';
import { Unsearchable } from './unpack.ts';

/** A member of a ZIP as its directory lists it. `way` is null where it is packed or locked in a way that is not read. */
export type ZippedMember = Readonly<{ name: string; packed: HeldBytes; way: 'stored' | 'raw' | null }>;

const endLength = 22;
const longestComment = 65_535;
const most = { members: 200_000, directory: 64 << 20 } as const;
const saturated = 0xffffffff;

/**
 * The members of a ZIP by its directory (PKWARE APPNOTE.TXT 6.3.10), ZIP64 too.
 * @throws {Unsearchable} where it has none that can be read
 */
export function membersOf(zip: HeldBytes): readonly ZippedMember[] {
  const { at: start, length, count } = directoryOf(zip);
  if (length > most.directory || count > most.members) throw new Unsearchable();
  const directory = zip.read(start, length);
  const members: ZippedMember[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50;) {
    const [names, extras, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = directory.subarray(at + 46, at + 46 + names).toString('utf8');
    const extra = directory.subarray(at + 46 + names, at + 46 + names + extras);
    const flags = directory.readUInt16LE(at + 8);
    const method = directory.readUInt16LE(at + 10);
    const { packed, offset } = placeOf(directory, at, extra);
    const local = zip.read(offset, 30);
    if (local.length < 30) throw new Unsearchable();
    const begins = offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    const way = (flags & 1) !== 0 ? null : method === 0 ? 'stored' : method === 8 ? 'raw' : null;
    members.push({ name, packed: partOf(zip, begins, Math.max(0, Math.min(packed, zip.size - begins))), way });
    at += 46 + names + extras + comment;
  }
  if (members.length < Math.min(count, 0xffff)) throw new Unsearchable();
  return members;
}

function directoryOf(zip: HeldBytes): Readonly<{ at: number; length: number; count: number }> {
  const tailAt = Math.max(0, zip.size - endLength - longestComment);
  const tail = zip.read(tailAt, zip.size - tailAt);
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + endLength > tail.length) throw new Unsearchable();
  const [count, length, at] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count !== 0xffff && length !== saturated && at !== saturated) return { at, length, count };
  const locator = end >= 20 ? tail.subarray(end - 20, end) : Buffer.alloc(0);
  if (locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50) return { at, length, count };
  const record = zip.read(Number(locator.readBigUInt64LE(8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) throw new Unsearchable();
  return {
    count: Number(record.readBigUInt64LE(32)),
    length: Number(record.readBigUInt64LE(40)),
    at: Number(record.readBigUInt64LE(48)),
  };
}

/** Packed size and place of a member; where the header has no room for them, from the ZIP64 field. */
function placeOf(directory: Buffer, at: number, extra: Buffer): Readonly<{ packed: number; offset: number }> {
  const [packed, bytes, offset] = [20, 24, 42].map((field) => directory.readUInt32LE(at + field)) as [
    number,
    number,
    number,
  ];
  const wide: number[] = [];
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2)) {
    if (extra.readUInt16LE(field) !== 1) continue;
    const end = Math.min(extra.length, field + 4 + extra.readUInt16LE(field + 2));
    for (let value = field + 4; value + 8 <= end; value += 8) wide.push(Number(extra.readBigUInt64LE(value)));
  }
  const next = (value: number): number => (value === saturated ? (wide.shift() ?? value) : value);
  next(bytes); // stands first of the three
  return { packed: next(packed), offset: next(offset) };
}
