import { utf8 } from '../../canonical-json.ts';
import { sha256Of, type NewSha256, type Sha256 } from '../../digest.ts';
import { packageFiles } from '../../package/layout.ts';
import type { ByteSource } from '../byte-source.ts';
import { note } from '../findings.ts';
import { hashOfSource } from '../pdf/bundle-rules.ts';
import { savedText } from '../saved-text.ts';
import { textBefore } from '../text-before.ts';
import { textOfUtf8 } from '../../utf8.ts';
import { emptyHere } from '../unreadable.ts';
import type { PackageFinding } from './package-findings.ts';
import type { PackageSource } from './package-source.ts';

/**
 * A package as its lists have it. What ordinary programs do to files on their way is undone, and only where a listed hash
 * proves that it was nothing else: another name, other line ends, a mark at the beginning. The lists are read as they say,
 * however they were saved again. Of a file that lies in a cloud only there is a name and no byte: it is read as one that
 * cannot be read here. Nothing that is undone this way could be told from a package that was never touched.
 */
export type AsListed = Readonly<{
  source: PackageSource;
  notes: readonly PackageFinding[];
  /** The bytes that a list's hash is of, made from a text whose line ends were changed; from then on the source gives them. Null where there are none. */
  undo(path: string, sha256: Sha256): Promise<Uint8Array | null>;
}>;

/** Lists longer than this are none of ours: 200,000 files take 30 MB. No text is longer but a page's own, which may be. */
const longest = 64 * 1024 * 1024;

export async function asListed(given: PackageSource, newSha256: NewSha256): Promise<AsListed> {
  const { listed, written, found } = await readLists(given);
  const { liesAt, away } = await findFiles(given, listed, found, newSha256);
  const there = new Map(given.files.map((file) => [file.path, file]));
  const bytesAt = new Map(written);
  const taken = new Set(liesAt.values());
  const gone = [...away].filter((path) => !there.has(path) && !liesAt.has(path));
  const files = [
    ...given.files.filter(({ path }) => !taken.has(path)),
    ...[...liesAt].map(([path, lies]) => ({ path, bytes: there.get(lies)?.bytes ?? 0, refused: null })),
    ...gone.map((path) => ({ path, bytes: 0, refused: null })),
  ].map((file) => ({ ...file, bytes: bytesAt.get(file.path)?.length ?? file.bytes }));
  const source: PackageSource = {
    ...given,
    files,
    open: (path) => {
      const bytes = bytesAt.get(path);
      if (bytes) return inMemory(bytes);
      if (away.has(path)) throw emptyHere();
      return given.open(liesAt.get(path) ?? path);
    },
  };
  return {
    source,
    notes: [
      ...[...written.keys()].map((path) => note('list-saved-again', { path })),
      ...[...liesAt].map(([path, lies]) => note('listed-as', { name: lies, listed: path })),
    ],
    undo: async (path, sha256) => {
      const bytes = await wholeOf(source, path);
      const before = bytes && textBefore(bytes, (one) => sha256Of(newSha256, one) === sha256);
      if (before) bytesAt.set(path, before);
      return before;
    },
  };
}

/** What the two lists name, each path once; those of them that were saved again, as they were written; and where they lie. */
type Lists = Readonly<{
  listed: ReadonlyMap<string, Sha256>;
  written: ReadonlyMap<string, Uint8Array>;
  found: ReadonlyMap<string, string>;
}>;

async function readLists(given: PackageSource): Promise<Lists> {
  const listed = new Map<string, Sha256>();
  const written = new Map<string, Uint8Array>();
  const found = new Map<string, string>();
  const liesFor = liesIn(given);
  for (const list of [packageFiles.tagManifest, packageFiles.manifest]) {
    const lies = liesFor(list);
    if (lies === null) continue;
    if (lies !== list) found.set(list, lies);
    const bytes = await wholeOf(given, lies);
    const first = bytes && listAsWritten(bytes);
    if (!bytes || !first) continue; // what is wrong with it is found where it is read
    if (first.length !== bytes.length || first.some((byte, at) => byte !== bytes[at])) written.set(list, first);
    for (const [, sha256, path] of textOfUtf8(first).matchAll(listLine))
      if (sha256 !== undefined && path !== undefined && !listed.has(path)) listed.set(path, sha256);
  }
  return { listed, written, found };
}

/** What lies under a name, or under the same in other letters, as some disks give it. Null where nothing may be read there. */
function liesIn({ files }: PackageSource): (path: string) => string | null {
  const there = new Map(files.map((file) => [file.path, file]));
  const folded = new Map(files.map(({ path }) => [path.toLowerCase(), path]));
  return (path) => {
    const lies = there.has(path) ? path : folded.get(path.toLowerCase());
    return lies !== undefined && mayBeRead(there.get(lies)) ? lies : null;
  };
}

/**
 * Which files lie under other names than the lists have, and which are there by their names only.
 * @param found the lists themselves
 */
async function findFiles(
  given: PackageSource,
  listed: ReadonlyMap<string, Sha256>,
  found: ReadonlyMap<string, string>,
  newSha256: NewSha256,
): Promise<Readonly<{ liesAt: ReadonlyMap<string, string>; away: ReadonlySet<string> }>> {
  const liesAt = new Map(found);
  const away = new Set<string>();
  const missing: [path: string, sha256: Sha256][] = [];
  const liesFor = liesIn(given);
  const sizes = new Map(given.files.map(({ path, bytes }) => [path, bytes]));
  const fromCloud = new Set((given.litter ?? []).flatMap((path) => cloudNameOf(path) ?? []));
  const nothing = sha256Of(newSha256, new Uint8Array());
  for (const [path, sha256] of listed) {
    const lies = sizes.has(path) ? path : liesFor(path);
    const isElsewhere = lies !== path && lies !== null && !listed.has(lies);
    if (isElsewhere) liesAt.set(path, lies);
    if (lies === path || isElsewhere) {
      if (sizes.get(lies) === 0 && sha256 !== nothing) away.add(path);
    } else if (fromCloud.has(path)) away.add(path);
    else missing.push([path, sha256]);
  }
  const token = liesFor(packageFiles.token); // no list can name it: the seal is over the lists
  if (token !== null && token !== packageFiles.token && !listed.has(token)) liesAt.set(packageFiles.token, token);
  if (missing.length === 0) return { liesAt, away };
  const known = new Set<string>([...liesAt.values(), packageFiles.tagManifest, packageFiles.token]);
  const strange = given.files.filter((file) => !listed.has(file.path) && !known.has(file.path) && mayBeRead(file));
  const bySha256 = await hashesOf(given, strange, newSha256);
  for (const [path, sha256] of missing) {
    const lies = bySha256.get(sha256)?.pop();
    if (lies !== undefined) liesAt.set(path, lies);
  }
  return { liesAt, away };
}

/** A plain file, also one whose name only a program of ours would not give it: it stays where it is, and its hash says what it is. */
function mayBeRead(file: PackageSource['files'][number] | undefined): boolean {
  if (!file || file.refused === 'not-a-file' || file.refused === 'name-twice') return false;
  return file.path.split('/').every((part) => part !== '' && !/^\.\.?$|[\\:\0-\x1f]/.test(part));
}

const listLine = /^([0-9a-f]{64}) {2}(\S+)$/gm;

/**
 * A list as the program writes it, from one that was saved again: another encoding, other line ends, capital digits or the
 * star of a binary file. Null where it cannot be read as text.
 */
function listAsWritten(bytes: Uint8Array): Uint8Array | null {
  try {
    const { text } = savedText(bytes);
    const lines = text
      .replaceAll('\r\n', '\n')
      .replace(/(?<=[^\n])$/, '\n')
      .split('\n');
    return utf8(lines.map(lineAsWritten).join('\n'));
  } catch {
    return null;
  }
}

function lineAsWritten(line: string): string {
  const [, sha256, path] = /^([0-9a-f]{64}) [ *](\S+)$/i.exec(line) ?? [];
  return sha256 === undefined || path === undefined ? line : `${sha256.toLowerCase()}  ${path}`;
}

/** What iCloud leaves in the place of a file that is not on this computer: `.NAME.icloud`. */
function cloudNameOf(path: string): string | null {
  const at = path.lastIndexOf('/') + 1;
  const [, name] = /^\.(.+)\.icloud$/.exec(path.slice(at)) ?? [];
  return name === undefined ? null : path.slice(0, at) + name;
}

/** Files by the hash of their content. */
async function hashesOf(
  source: PackageSource,
  files: PackageSource['files'],
  newSha256: NewSha256,
): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { path } of files) {
    try {
      const file = source.open(path);
      try {
        const sha256 = await hashOfSource(file, newSha256);
        found.set(sha256, [...(found.get(sha256) ?? []), path]);
      } finally {
        file.close?.();
      }
    } catch {
      // It is named where the lists are compared.
    }
  }
  return found;
}

async function wholeOf(source: PackageSource, path: string): Promise<Uint8Array | null> {
  try {
    const file = source.open(path);
    try {
      return file.size > longest ? null : await file.read(0, file.size);
    } finally {
      file.close?.();
    }
  } catch {
    return null;
  }
}

function inMemory(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)) };
}
