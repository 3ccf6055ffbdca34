import { lstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CustodyPayload } from '../../../shared/custody/event-types.ts';
import { parsePayload } from '../../../shared/custody/payload.ts';
import type { Sha256 } from '../../../shared/digest.ts';
import { isFiled } from '../../../shared/package/filed.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { manifestSchema, type Manifest } from '../../../shared/verify/package/manifest.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';

/** The files of the newest bundle that can be filed, by their plain names, and the items that its exhibits are. */
export type FiledBundle = Readonly<{
  sha256: Sha256;
  files: readonly Readonly<{ name: string; path: string; sha256: Sha256 }>[];
  items: readonly string[];
  /** Their exhibits' numbers. */
  numbers: ReadonlyMap<string, readonly string[]>;
}>;

/** Volumes of one bundle; the files of single exhibits, named by title, repeat what these hold. */
const volume = /^evidence-bundle(?:-\d+)?\.(?:pdf|manifest\.json|sha256)$/;

/** @throws {FascicleError} `package-without-bundle` | `object-missing` | `object-damaged` */
export function filedBundle(caseFile: ReadableCase): FiledBundle {
  const bundle = newestFiled(caseFile);
  if (!bundle) throw new FascicleError('package-without-bundle');
  return bundle;
}

/** Null where the case has none. */
export function newestFiled(caseFile: ReadableCase): FiledBundle | null {
  const built = caseFile
    .entries()
    .filter(({ act }) => act === 'bundle-built')
    .map(({ payload }) => parsePayload('bundle-built', Buffer.from(caseFile.readObject(payload)).toString('utf8')))
    .findLast(isFiled);
  if (!built) return null;
  const files = filesOf(built)
    .filter(({ path }) => volume.test(basename(path)))
    .map(({ path, sha256 }) => ({ name: basename(path), path: join(caseFile.folder, path), sha256 }));
  const exhibits = files.filter(({ name }) => name.endsWith('.manifest.json')).flatMap((file) => exhibitsIn(file));
  const numbers = new Map<string, readonly string[]>();
  for (const { item, number } of exhibits) numbers.set(item, [...(numbers.get(item) ?? []), number]);
  return { sha256: built.sha256, files, items: [...numbers.keys()], numbers };
}

/** @throws {FascicleError} `object-missing` | `object-damaged` */
function exhibitsIn({ name, path, sha256 }: FiledBundle['files'][number]): Manifest['exhibits'] {
  try {
    return manifestSchema.parse(JSON.parse(readRegular(path).toString('utf8'))).exhibits;
  } catch (error) {
    const code = lstatSync(path, { throwIfNoEntry: false })?.isFile() ? 'object-damaged' : 'object-missing';
    throw new FascicleError(code, { sha256: `${name} (${sha256})` }, error);
  }
}

function filesOf({ pdf, sha256, manifest, sums, others = [] }: CustodyPayload<'bundle-built'>) {
  return [{ path: pdf, sha256 }, manifest, sums, ...others];
}
