import { latin1, type ByteSource } from './byte-source.ts';
import { newPathRules } from './package-paths.ts';
import type { PackageRefusal, PackageSource } from './package-source.ts';

/**
 * Reads a ZIP of stored members (PKWARE APPNOTE.TXT 6.3.10) as a package. It is what the program itself writes: nothing
 * is compressed, so nothing can unfold into more than the file's own bytes, and a ZIP of any other kind is refused whole.
 * Directory and local headers must agree, members must neither overlap nor leave a gap: two readers cannot see two things.
 */
const most = { files: 200_000, directory: 64 * 1024 * 1024 } as const;
const saturated = 0xffffffff;

class NoStoredZip extends Error {}

type Member = Readonly<{ path: string; start: number; bytes: number; refused: PackageRefusal | null }>;

/** @throws {Error} with why, for people who know ZIP files */
export async function openZip(source: ByteSource): Promise<PackageSource> {
  const end = await endOf(source);
  if (end.count > most.files || end.length > most.directory) throw new NoStoredZip('its directory is too large');
  const directory = await source.read(end.start, end.length);
  const entries = readDirectory(directory, end.count);
  const members: Member[] = [];
  const refusal = newPathRules();
  let position = 0;
  for (const { name, bytes, offset, isFile } of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (offset !== position) throw new NoStoredZip('its members overlap, or leave a gap');
    const head = await source.read(offset, 30);
    const at = view(head);
    const nameLength = head.length === 30 ? at.getUint16(26, true) : 0;
    const extraLength = head.length === 30 ? at.getUint16(28, true) : 0;
    const own = latin1(await source.read(offset + 30, nameLength));
    if (head.length < 30 || at.getUint32(0, true) !== 0x04034b50 || own !== name)
      throw new NoStoredZip('its directory and its members disagree');
    const start = offset + 30 + nameLength + extraLength;
    position = start + bytes;
    members.push({ path: name, start, bytes, refused: refusal(name, isFile) });
  }
  if (position !== end.start) throw new NoStoredZip('there is something between its members and its directory');
  const byPath = new Map(members.map((member) => [member.path, member]));
  return {
    files: members.map(({ path, bytes, refused }) => ({ path, bytes, refused })),
    open: (path) => {
      const member = byPath.get(path);
      if (!member) throw new Error(`no ${path}`);
      return part(source, member.start, member.bytes);
    },
  };
}

/** A part of a file as a file of its own. */
function part(source: ByteSource, start: number, size: number): ByteSource {
  return {
    size,
    read: (offset, length) => source.read(start + offset, Math.max(0, Math.min(length, size - offset))),
  };
}

type End = { count: number; start: number; length: number };

/** The end records; a comment is refused, since it may hold a second end. */
async function endOf(source: ByteSource): Promise<End> {
  const record = await source.read(Math.max(0, source.size - 22), 22);
  const at = view(record);
  if (record.length < 22 || at.getUint32(0, true) !== 0x06054b50 || at.getUint16(20, true) !== 0)
    throw new NoStoredZip('it has no end record at its end');
  const [count, length, start] = [at.getUint16(10, true), at.getUint32(12, true), at.getUint32(16, true)];
  const plain = { count, length, start };
  const isLarge = count === 0xffff || length === saturated || start === saturated;
  const found = isLarge ? await end64Of(source) : plain;
  const behind = isLarge ? 22 + 20 + 56 : 22;
  if (found.start + found.length !== source.size - behind)
    throw new NoStoredZip('its directory is not where it should be');
  return found;
}

async function end64Of(source: ByteSource): Promise<End> {
  const record = await source.read(source.size - 22 - 20 - 56, 56 + 20);
  const at = view(record);
  if (record.length < 76 || at.getUint32(0, true) !== 0x06064b50 || at.getUint32(56, true) !== 0x07064b50)
    throw new NoStoredZip('its ZIP64 end record is not where it should be');
  return { count: wide(at, 32), length: wide(at, 40), start: wide(at, 48) };
}

type DirectoryEntry = Readonly<{ name: string; bytes: number; offset: number; isFile: boolean }>;

function readDirectory(bytes: Uint8Array, count: number): readonly DirectoryEntry[] {
  const at = view(bytes);
  const entries: DirectoryEntry[] = [];
  let here = 0;
  while (here < bytes.length) {
    if (here + 46 > bytes.length || at.getUint32(here, true) !== 0x02014b50)
      throw new NoStoredZip('its directory is damaged');
    const [method, nameLength] = [at.getUint16(here + 10, true), at.getUint16(here + 28, true)];
    const [extraLength, commentLength] = [at.getUint16(here + 30, true), at.getUint16(here + 32, true)];
    const sizes = [
      at.getUint32(here + 24, true),
      at.getUint32(here + 20, true),
      at.getUint32(here + 42, true),
    ] as const;
    if (method !== 0) throw new NoStoredZip('a member is compressed');
    if ((at.getUint16(here + 8, true) & 1) !== 0) throw new NoStoredZip('a member is encrypted');
    const name = latin1(bytes.subarray(here + 46, here + 46 + nameLength));
    const extra = bytes.subarray(here + 46 + nameLength, here + 46 + nameLength + extraLength);
    const [size, packed, offset] = widened(sizes, extra);
    if (size !== packed) throw new NoStoredZip('the two sizes of a member differ');
    const type = (at.getUint32(here + 38, true) >>> 16) & 0xf000; // of a Unix mode; 0 where the maker kept none
    entries.push({ name, bytes: size, offset, isFile: type === 0 || type === 0x8000 });
    here += 46 + nameLength + extraLength + commentLength;
  }
  if (entries.length !== count)
    throw new NoStoredZip('its directory holds another number of members than its end says');
  return entries;
}

/** Values that do not fit stand in the ZIP64 extra field, in this order (§4.5.3). */
function widened(
  [size, packed, offset]: readonly [number, number, number],
  extra: Uint8Array,
): readonly [number, number, number] {
  const fields = view(extra);
  let from = extra.length >= 4 && fields.getUint16(0, true) === 1 ? 4 : -1;
  const value = (narrow: number) => {
    if (narrow !== saturated) return narrow;
    if (from < 0 || from + 8 > extra.length) throw new NoStoredZip('a ZIP64 value is missing');
    from += 8;
    return wide(fields, from - 8);
  };
  return [value(size), value(packed), value(offset)];
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function wide(at: DataView, offset: number): number {
  const value = at.getBigUint64(offset, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new NoStoredZip('a value is too large');
  return Number(value);
}
