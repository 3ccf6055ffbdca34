import { createHash } from 'node:crypto';
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

/** The files of the newest bundle that can be filed, by the names that a package gives them, and the items of its exhibits. */
export type FiledBundle = Readonly<{
  sha256: Sha256;
  files: readonly PackagedFile[];
  items: readonly string[];
  /** Their exhibits' numbers. */
  numbers: ReadonlyMap<string, readonly string[]>;
}>;

type PackagedFile = Readonly<{ name: string; sha256: Sha256 } & ({ path: string } | { content: Uint8Array })>;

/** Volumes as an earlier version named them; the files of single exhibits, named by title, repeat what these hold. */
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
  const files = packagedFiles(built, (path) => join(caseFile.folder, path));
  const exhibits = files.flatMap((file) =>
    'path' in file && file.name.endsWith('.manifest.json') ? exhibitsIn(file) : [],
  );
  const numbers = new Map<string, readonly string[]>();
  for (const { item, number } of exhibits) numbers.set(item, [...(numbers.get(item) ?? []), number]);
  return { sha256: built.sha256, files, items: [...numbers.keys()], numbers };
}

/** @throws {FascicleError} `object-missing` | `object-damaged` */
function exhibitsIn({ name, path, sha256 }: Extract<PackagedFile, { path: string }>): Manifest['exhibits'] {
  try {
    return manifestSchema.parse(JSON.parse(readRegular(path).toString('utf8'))).exhibits;
  } catch (error) {
    const code = lstatSync(path, { throwIfNoEntry: false })?.isFile() ? 'object-damaged' : 'object-missing';
    throw new FascicleError(code, { sha256: `${name} (${sha256})` }, error);
  }
}

/**
 * A package has plain names only, which every system reads alike: its volumes are `evidence-bundle`, with `-1`, `-2` … where
 * there are several, and each has a hash list that calls them so.
 */
function packagedFiles(
  built: CustodyPayload<'bundle-built'>,
  inCase: (path: string) => string,
): readonly PackagedFile[] {
  const { pdf, sha256, manifest, sums, others = [], volumes: count } = built;
  const all = [{ path: pdf, sha256 }, manifest, sums, ...others];
  if (count === undefined)
    return all
      .filter(({ path }) => volume.test(basename(path)))
      .map((file) => ({ name: basename(file.path), path: inCase(file.path), sha256: file.sha256 }));
  return Array.from({ length: count }, (_, at) => all.slice(3 * at, 3 * at + 3)).flatMap(([ofPdf, ofManifest], at) => {
    if (!ofPdf || !ofManifest) return [];
    const stem = count === 1 ? 'evidence-bundle' : `evidence-bundle-${at + 1}`;
    const files = [
      { name: `${stem}.pdf`, path: inCase(ofPdf.path), sha256: ofPdf.sha256 },
      { name: `${stem}.manifest.json`, path: inCase(ofManifest.path), sha256: ofManifest.sha256 },
    ];
    const list = Buffer.from(files.map((file) => `${file.sha256}  ${file.name}\n`).join(''));
    const hash = createHash('sha256').update(list).digest('hex');
    return [...files, { name: `${stem}.sha256`, content: list, sha256: hash }];
  });
}
