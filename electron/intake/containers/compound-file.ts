import type { BytesAt } from './bytes-at.ts';

/** Entries of the directory of an OLE compound file that are read: more than any program writes into one. */
const mostEntries = 20_000;

/** [MS-CFB] §2.1: from here on a sector number is a mark, not a sector. */
const endOfSectors = 0xfffffffa;
const noEntry = 0xffffffff;

/**
 * What lies at the top of an OLE compound file: the names of the streams and storages under its root, as its directory
 * has them ([MS-CFB] §2.6); a document that is embedded in another is not at the top.
 *
 * @returns null where the file is none; nothing where its directory cannot be followed
 */
export function compoundStreams(file: BytesAt): ReadonlySet<string> | null {
  const header = file.read(0, 512);
  if (header.toString('latin1', 0, 8) !== '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return null;
  if (header.length < 512) return new Set();
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return new Set();
  return topNames(directoryEntries(file, header, 2 ** shift));
}

type Entry = Readonly<{ name: string; left: number; right: number; child: number }>;

/** The directory's sectors, one after the other as the table of sectors chains them (§2.3). */
function directoryEntries(file: BytesAt, header: Buffer, sectorLength: number): readonly Entry[] {
  const sector = (number: number): Buffer => file.read((number + 1) * sectorLength, sectorLength);
  const tableSectors = sectorsOfTable(header, sector, sectorLength);
  const entries: Entry[] = [];
  const seen = new Set<number>();
  for (let at = header.readUInt32LE(48); at < endOfSectors && !seen.has(at);) {
    seen.add(at);
    const bytes = sector(at);
    for (let from = 0; from + 128 <= bytes.length; from += 128) entries.push(entryOf(bytes.subarray(from, from + 128)));
    if (bytes.length < sectorLength || entries.length >= mostEntries) break;
    const table = tableSectors[Math.floor((at * 4) / sectorLength)];
    const next = table === undefined ? null : sector(table).subarray((at * 4) % sectorLength);
    if (!next || next.length < 4) break;
    at = next.readUInt32LE(0);
  }
  return entries;
}

/** Where the table of sectors lies: 109 of its sectors are named in the header, others in a chain behind it (§2.5). */
function sectorsOfTable(header: Buffer, sector: (number: number) => Buffer, sectorLength: number): readonly number[] {
  const all = numbers(header.subarray(76, 512));
  const seen = new Set<number>();
  for (let at = header.readUInt32LE(68); at < endOfSectors && !seen.has(at) && seen.size < 1_000;) {
    seen.add(at);
    const bytes = sector(at);
    if (bytes.length < sectorLength) break;
    all.push(...numbers(bytes.subarray(0, sectorLength - 4)));
    at = bytes.readUInt32LE(sectorLength - 4);
  }
  return all;
}

const numbers = (bytes: Buffer): number[] =>
  Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4));

function entryOf(bytes: Buffer): Entry {
  const length = Math.max(0, Math.min(bytes.readUInt16LE(64) - 2, 62));
  return {
    name: bytes.toString('utf16le', 0, length),
    left: bytes.readUInt32LE(68),
    right: bytes.readUInt32LE(72),
    child: bytes.readUInt32LE(76),
  };
}

/** The entries under the root: a tree in which each knows its neighbours (§2.6.4). */
function topNames(entries: readonly Entry[]): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<number>([noEntry]);
  const open = [entries[0]?.child ?? noEntry];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at];
    if (!entry || seen.has(at)) continue;
    seen.add(at);
    names.add(entry.name);
    open.push(entry.left, entry.right);
  }
  return names;
}
