import { because } from '../../cause.ts';
import type { Cause } from '../../text.ts';
import { crc32 } from './crc32.ts';
import { inflated } from '../pdf/inflated.ts';
import { extra, extraFields, unicodePath } from './zip-extra.ts';
import { isLitter } from './litter.ts';
import { latin1, type ByteSource } from '../byte-source.ts';
import { newPathRules } from './package-paths.ts';
import type { PackageSource } from './package-source.ts';
import { textOfUtf8 } from '../../utf8.ts';

/**
 * Reads a ZIP (PKWARE APPNOTE.TXT 6.3.10) as a package: as the program itself writes it, stored, or as any ordinary program
 * makes it out of the same files: compressed, with entries for folders, in a folder, with a comment, with sizes behind the
 * data, with what systems leave lying about. Directory and local headers must agree in all that says what a member is, members must
 * neither overlap nor leave a gap, and the check sums must be right: two readers cannot see two things.
 */
const most = { files: 200_000, directory: 64 * 1024 * 1024 } as const;
const saturated = 0xffffffff;

/** Not a ZIP that holds a package. */
class NoStoredZip extends Error {
  constructor(why: Cause) {
    super(why);
    this.name = 'NoStoredZip';
  }
}

/** A ZIP of a kind that is not read here. It says nothing of what it holds. */
export class OtherPacking extends Error {
  constructor(why: Cause) {
    super(why);
    this.name = 'OtherPacking';
  }
}

type Member = DirectoryEntry & Readonly<{ start: number }>;

/** @throws {Error} with why, for people who know ZIP files */
export async function openZip(source: ByteSource, checks: 'all' | 'headers' = 'all'): Promise<PackageSource> {
  const end = await endOf(source);
  if (end.count > most.files || end.length > most.directory) throw new NoStoredZip(because('zip-directory-large'));
  const entries = readDirectory(await source.read(end.start, end.length), end.count);
  const members: Member[] = [];
  let position = 0;
  let again = !end.isOurs;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset !== position) throw new NoStoredZip(because('zip-overlap'));
    const { start, behind } = await localOf(source, entry);
    position = start + entry.packed + behind;
    again ||= entry.method !== 0 || behind > 0 || entry.name.endsWith('/');
    members.push({ ...entry, start });
  }
  if (position !== end.start) throw new NoStoredZip(because('zip-between'));
  // Said only where both headers say it: a single bit that was changed is no other kind of ZIP.
  if (members.some(({ isEncrypted }) => isEncrypted)) throw new OtherPacking(because('zip-encrypted'));
  if (members.some(({ method }) => method !== 0 && method !== 8)) throw new OtherPacking(because('zip-other-way'));
  // As older programs of Windows write it: all of them, or it is something else.
  if (members.some(({ name }) => name.includes('\\')) && !members.some(({ name }) => name.includes('/')))
    throw new OtherPacking(because('zip-backslashes'));
  const { top, inside, litter } = unwrapped(members);
  const byPath = new Map(inside.map(({ path, member }) => [path, member]));
  if (checks === 'all') for (const { member } of inside) await checkSum(source, member);
  const refusal = newPathRules();
  const folders = inside.filter(({ path }) => path.endsWith('/')).map(({ path }) => path.slice(0, -1));
  const odd = folders.filter((path) => path !== '' && (byPath.has(path) || newPathRules()(path, true) !== null));
  const isHollow = (path: string) => isHarmless(path) && !byPath.has(path) && !filesUnder(path);
  const filesUnder = (path: string) => inside.some((one) => one.path.startsWith(`${path}/`) && !one.path.endsWith('/'));
  const files = inside
    .filter(({ path }) => !path.endsWith('/'))
    .map(({ path, member }) => ({ path, bytes: member.bytes, refused: refusal(path, member.isFile) }))
    .map((file) => (file.refused === null ? file : { ...file, path: shown(file.path) }));
  const asFile = new Set([...byPath.keys()].filter((path) => !path.endsWith('/')));
  const within = [...asFile].some((path) =>
    path.split('/').some((_, at, all) => at > 0 && asFile.has(all.slice(0, at).join('/'))),
  );
  if (within) throw new NoStoredZip(because('zip-file-and-folder'));
  return {
    files: [
      ...files,
      ...odd
        .filter((path) => !isHollow(path))
        .map((path) => ({ path: `${shown(path)}/`, bytes: 0, refused: 'path-not-plain' as const })),
    ],
    zippedAgain: again || top !== '',
    litter: [...litter, ...odd.filter(isHollow).map((path) => `${path}/`)].map(shown),
    open: (path) => {
      const member = byPath.get(path);
      if (!member) throw new Error(because('no-such-file', { path }));
      return contentOf(source, member);
    },
  };
}

/** The members without the one folder that they all lie in, where there is one, and without what systems leave behind. */
function unwrapped(members: readonly Member[]): Readonly<{
  top: string;
  inside: readonly Readonly<{ path: string; member: Member }>[];
  litter: readonly string[];
}> {
  const kept = members.filter(({ name }) => !isLitter(name.replace(/\/$/, '')));
  const litter = members
    .filter((member) => !kept.includes(member) && !member.name.endsWith('/'))
    .map(({ name }) => name);
  const wrapper = folderAround(kept.map(({ name }) => name));
  if (wrapper === '' && liesBesideOthers(kept.map(({ name }) => name))) throw new OtherPacking(because('zip-beside'));
  const depth = wrapper.split('/').length - 1;
  const tops = new Set<string>();
  for (const { name, unicode } of kept) {
    // A second name may say the folder's in other letters; of what lies in it, it must say the same.
    const tail = unicode.split('/').slice(depth).join('/');
    if (tail !== name.slice(wrapper.length))
      throw new NoStoredZip(because('zip-member-two-names', { name: shown(name) }));
    tops.add(unicode === name ? '' : unicode.slice(0, unicode.length - tail.length));
  }
  if (tops.size > 1 && wrapper === '') throw new NoStoredZip(because('zip-two-names'));
  const inside = kept.map((member) => ({ path: member.name.slice(wrapper.length), member }));
  return { top: wrapper, inside: inside.filter(({ path }) => path !== ''), litter };
}

/** The folder that all lie in together with the declaration of a package, with its `/`; else nothing. */
function folderAround(names: readonly string[]): string {
  const declared = names.find((name) => name.endsWith('/bagit.txt')) ?? '';
  const top = declared.slice(0, declared.lastIndexOf('/') + 1);
  const isPlain =
    top
      .replace(/^\.\//, '')
      .split('/')
      .every((part) => !/^\.\.?$|[\\\0-\x1f]/.test(part)) && !/^\/|\/\//.test(top);
  return isPlain && names.every((name) => name.startsWith(top) || (name.endsWith('/') && top.startsWith(name)))
    ? top
    : '';
}

/** Whether one package lies in a folder of its own, and other files lie outside it: a letter that was sent along. */
function liesBesideOthers(names: readonly string[]): boolean {
  const declared = names.filter((name) => /(?:^|\/)bagit\.txt$/.test(name));
  return declared.length === 1 && declared[0] !== 'bagit.txt' && names.every(isHarmless);
}

/** Whether a path stays where it is put, on every system: not absolute, not upward, of visible characters. */
function isHarmless(path: string): boolean {
  return path
    .replace(/\/$/, '')
    .split('/')
    .every((part) => part !== '' && !/^\.\.?$|[\\:\0-\x1f]/.test(part));
}

/** A name as people wrote it: most programs write UTF-8 now. */
function shown(name: string): string {
  try {
    return textOfUtf8(Uint8Array.from(name, (letter) => letter.charCodeAt(0)));
  } catch {
    return name;
  }
}

/** Where a member's data begin, and how many bytes stand behind them that say its sizes once more. */
async function localOf(
  source: ByteSource,
  entry: DirectoryEntry,
): Promise<Readonly<{ start: number; behind: number }>> {
  const disagree = () => new NoStoredZip(because('zip-disagree', { name: shown(entry.name) }));
  const head = await source.read(entry.offset, 30);
  if (head.length < 30) throw disagree();
  const at = view(head);
  const [nameLength, extraLength] = [at.getUint16(26, true), at.getUint16(28, true)];
  const rest = await source.read(entry.offset + 30, nameLength + extraLength);
  const fields = extraFields(rest.subarray(nameLength));
  const flags = at.getUint16(6, true);
  if (
    at.getUint32(0, true) !== 0x04034b50 ||
    latin1(rest.subarray(0, nameLength)) !== entry.name ||
    !fields ||
    at.getUint16(8, true) !== entry.method ||
    ((flags ^ entry.flags) & ~0x0006) !== 0
  )
    throw disagree();
  const other = fields.get(extra.unicodePath);
  if (other && unicodePath(other) !== entry.unicode) throw disagree();
  if (fields.has(extra.aes) !== entry.isEncrypted && (flags & 0x2041) === 0) throw disagree();
  const start = entry.offset + 30 + nameLength + extraLength;
  const zip64 = fields.get(extra.zip64);
  const sizes = localSizes(at, zip64);
  const said = { crc: at.getUint32(14, true), ...sizes };
  const agrees = said.crc === entry.crc && said.packed === entry.packed && said.bytes === entry.bytes;
  if ((flags & 8) === 0) {
    if (!agrees) throw disagree();
    return { start, behind: 0 };
  }
  // What was not known yet when the header was written is 0 there.
  const wrong = (['crc', 'packed', 'bytes'] as const).some((one) => said[one] !== 0 && said[one] !== entry[one]);
  if (wrong) throw disagree();
  const behind = await descriptorOf(source, start + entry.packed, entry);
  if (behind === null) throw disagree();
  return { start, behind };
}

function localSizes(at: DataView, zip64: Uint8Array | undefined): Readonly<{ packed: number; bytes: number }> {
  const [packed, bytes] = [at.getUint32(18, true), at.getUint32(22, true)];
  if (packed !== saturated && bytes !== saturated) return { packed, bytes };
  if (!zip64 || zip64.length < 16) throw new NoStoredZip(because('zip-zip64-missing'));
  return { bytes: wide(view(zip64), 0), packed: wide(view(zip64), 8) };
}

/** The length of a data descriptor (§4.3.9) that says what the directory says, with or without its signature, narrow or wide. */
async function descriptorOf(
  source: ByteSource,
  offset: number,
  { crc, packed, bytes }: DirectoryEntry,
): Promise<number | null> {
  const found = await source.read(offset, 24);
  const at = view(found);
  const signed = found.length >= 4 && at.getUint32(0, true) === 0x08074b50;
  for (const from of signed ? [4, 0] : [0]) {
    for (const size of [4, 8] as const) {
      const length = from + 4 + 2 * size;
      if (found.length < length || at.getUint32(from, true) !== crc) continue;
      const value = (at64: number) => (size === 4 ? at.getUint32(at64, true) : Number(at.getBigUint64(at64, true)));
      if (value(from + 4) === packed && value(from + 4 + size) === bytes) return length;
    }
  }
  return null;
}

function contentOf(source: ByteSource, { start, packed, bytes, method, name }: Member): ByteSource {
  const stored = part(source, start, packed);
  return method === 0 ? stored : inflated(stored, bytes, name);
}

/** @throws {Error} where a member is not the one that its check sum is of */
async function checkSum(source: ByteSource, member: Member): Promise<void> {
  const content = contentOf(source, member);
  let crc = 0;
  for (let at = 0; at < content.size; at += 1 << 20) crc = crc32(await content.read(at, 1 << 20), crc);
  if (crc !== member.crc) throw new NoStoredZip(because('zip-check-sum', { name: shown(member.name) }));
}

/** A part of a file as a file of its own. */
function part(source: ByteSource, start: number, size: number): ByteSource {
  return {
    size,
    read: (offset, length) => source.read(start + offset, Math.max(0, Math.min(length, size - offset))),
  };
}

/** @property isOurs nothing stands behind it, as the program writes it */
type End = Readonly<{ count: number; start: number; length: number; isOurs: boolean }>;

/**
 * The end records. Behind them may stand the comment whose length they say, or zeros that fill a block of a tape (bsdtar
 * to a pipe); a second end there is none, for the last one is taken.
 */
async function endOf(source: ByteSource): Promise<End> {
  const from = Math.max(0, source.size - 22 - 0xffff);
  const tail = await source.read(from, 22 + 0xffff);
  const at64 = latin1(tail).lastIndexOf('PK\x05\x06');
  if (at64 < 0 || at64 + 22 > tail.length) throw new NoStoredZip(because('zip-no-end'));
  const at = view(tail.subarray(at64, at64 + 22));
  const [behindIt, comment] = [tail.subarray(at64 + 22), at.getUint16(20, true)];
  if (behindIt.length !== comment && (comment !== 0 || behindIt.some((byte) => byte !== 0)))
    throw new NoStoredZip(because('zip-no-end'));
  const [count, length, start] = [at.getUint16(10, true), at.getUint32(12, true), at.getUint32(16, true)];
  const isLarge = count === 0xffff || length === saturated || start === saturated;
  const found = isLarge ? await end64Of(source, from + at64) : { count, length, start };
  if (found.start + found.length !== from + at64 - (isLarge ? 20 + 56 : 0))
    throw new NoStoredZip(because('zip-directory-place'));
  return { ...found, isOurs: behindIt.length === 0 };
}

/** @param end where the plain end record stands */
async function end64Of(source: ByteSource, end: number): Promise<Omit<End, 'isOurs'>> {
  const record = await source.read(Math.max(0, end - 20 - 56), 56 + 20);
  const at = view(record);
  if (record.length < 76 || at.getUint32(0, true) !== 0x06064b50 || at.getUint32(56, true) !== 0x07064b50)
    throw new NoStoredZip(because('zip-zip64-end'));
  return { count: wide(at, 32), length: wide(at, 40), start: wide(at, 48) };
}

type DirectoryEntry = Readonly<{
  /** Its bytes, one character each. */
  name: string;
  /** The name that a second field gives; the same, where there is none. */
  unicode: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  bytes: number;
  offset: number;
  isEncrypted: boolean;
  isFile: boolean;
}>;

function readDirectory(bytes: Uint8Array, count: number): readonly DirectoryEntry[] {
  const at = view(bytes);
  const entries: DirectoryEntry[] = [];
  let here = 0;
  while (here < bytes.length) {
    if (here + 46 > bytes.length || at.getUint32(here, true) !== 0x02014b50)
      throw new NoStoredZip(because('zip-directory-damaged'));
    const [flags, method] = [at.getUint16(here + 8, true), at.getUint16(here + 10, true)];
    const [nameLength, extraLength] = [at.getUint16(here + 28, true), at.getUint16(here + 30, true)];
    const commentLength = at.getUint16(here + 32, true);
    const sizes = [
      at.getUint32(here + 24, true),
      at.getUint32(here + 20, true),
      at.getUint32(here + 42, true),
    ] as const;
    const rawName = bytes.subarray(here + 46, here + 46 + nameLength);
    const fields = extraFields(bytes.subarray(here + 46 + nameLength, here + 46 + nameLength + extraLength));
    if (!fields || here + 46 + nameLength + extraLength + commentLength > bytes.length)
      throw new NoStoredZip(because('zip-directory-damaged'));
    const isEncrypted = (flags & 0x2041) !== 0 || fields.has(extra.aes);
    const [size, packed, offset] = widened(sizes, fields.get(extra.zip64));
    if (method === 0 && size !== packed && !isEncrypted) throw new NoStoredZip(because('zip-sizes-differ'));
    const type = (at.getUint32(here + 38, true) >>> 16) & 0xf000; // of a Unix mode; 0 where the maker kept none
    const name = latin1(rawName);
    const other = fields.get(extra.unicodePath);
    const unicode = other ? unicodePath(other) : name;
    if (unicode === null) throw new NoStoredZip(because('zip-second-name'));
    const isFolder = name.endsWith('/');
    if (isFolder && (size !== 0 || (type !== 0 && type !== 0x4000)))
      throw new NoStoredZip(because('zip-folder-content'));
    const isFile = isFolder ? type === 0 || type === 0x4000 : type === 0 || type === 0x8000;
    entries.push({
      name,
      unicode,
      flags,
      method,
      crc: at.getUint32(here + 16, true),
      packed,
      bytes: size,
      offset,
      isEncrypted,
      isFile,
    });
    here += 46 + nameLength + extraLength + commentLength;
  }
  if (entries.length !== count) throw new NoStoredZip(because('zip-count'));
  return entries;
}

/** Values that do not fit stand in the ZIP64 extra field, in this order (§4.5.3). */
function widened(
  [size, packed, offset]: readonly [number, number, number],
  zip64: Uint8Array | undefined,
): readonly [number, number, number] {
  const extraBytes = zip64 ?? new Uint8Array();
  const fields = view(extraBytes);
  let from = zip64 ? 0 : -1;
  const value = (narrow: number) => {
    if (narrow !== saturated) return narrow;
    if (from < 0 || from + 8 > extraBytes.length) throw new NoStoredZip(because('zip-zip64-missing'));
    from += 8;
    return wide(fields, from - 8);
  };
  return [value(size), value(packed), value(offset)];
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function wide(at: DataView, offset: number): number {
  const value = at.getBigUint64(offset, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new NoStoredZip(because('zip-value-large'));
  return Number(value);
}
