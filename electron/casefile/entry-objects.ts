import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../shared/canonical-json.ts';
import { entrySchema, type Entry } from '../../shared/custody/entry.ts';
import type { Stored } from '../../shared/custody/stored.ts';
import type { Sha256 } from '../../shared/digest.ts';
import { readRegular } from './files/regular-file.ts';
import { objectFile } from './objects.ts';

/** Longer files are no custody entry; they are not even read. */
const longestEntry = 16_384;

/** A custody entry as it lies in `objects/`. */
export type EntryObject = Readonly<{ entry: Entry; object: Stored }>;

/** Digests of all files in `objects/` that bear an object's name. Others are left for `verify` to report. */
export function storedObjects(folder: string): readonly Sha256[] {
  const root = join(folder, 'objects');
  return readdirSync(root)
    .filter((two) => /^[0-9a-f]{2}$/.test(two))
    .flatMap((two) => readdirSync(join(root, two)).map((rest) => two + rest))
    .filter((name) => /^[0-9a-f]{64}$/.test(name));
}

/** The custody entry that an object is, or null where it is something else. */
export function entryIn(folder: string, sha256: Sha256): EntryObject | null {
  const file = objectFile(folder, sha256);
  const found = lstatSync(file);
  const { size } = found;
  if (!found.isFile() || size > longestEntry) return null;
  const text = readRegular(file).toString('utf8');
  if (!text.startsWith('{"act":')) return null; // canonical JSON: the first member of an entry
  try {
    const entry = entrySchema.parse(JSON.parse(text));
    return canonicalJson(entry) === text ? { entry, object: { sha256, bytes: size } } : null;
  } catch {
    return null;
  }
}
