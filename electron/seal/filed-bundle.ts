import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ActPayload } from '../../shared/custody/acts.ts';
import { parsePayload } from '../../shared/custody/payload.ts';
import type { Sha256 } from '../../shared/digest.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { manifestSchema } from '../../shared/verify/manifest.ts';
import type { ReadableCase } from '../casefile/case-handles.ts';

/** The files of the newest bundle that can be filed, by their plain names, and the items that its exhibits are. */
export type FiledBundle = Readonly<{
  sha256: Sha256;
  files: readonly Readonly<{ name: string; path: string; sha256: Sha256 }>[];
  items: readonly string[];
}>;

/** Volumes of one bundle; the files of single exhibits, named by title, repeat what these hold. */
const volume = /^evidence-bundle(?:-\d+)?\.(?:pdf|manifest\.json|sha256)$/;

/** @throws {FascicleError} `package-without-bundle` */
export function filedBundle(kase: ReadableCase): FiledBundle {
  const bundle = newestFiled(kase);
  if (!bundle) throw new FascicleError('package-without-bundle');
  return bundle;
}

/** Null where the case has none. */
export function newestFiled(kase: ReadableCase): FiledBundle | null {
  const built = kase
    .entries()
    .filter(({ act }) => act === 'bundle-built')
    .map(({ payload }) => parsePayload('bundle-built', Buffer.from(kase.readObject(payload)).toString('utf8')))
    .findLast(({ inside, draft, edition, report }) => inside && !draft && edition === 'filing' && !report);
  if (!built) return null;
  const files = filesOf(built)
    .filter(({ path }) => volume.test(basename(path)))
    .map(({ path, sha256 }) => ({ name: basename(path), path: join(kase.folder, path), sha256 }));
  const items = files
    .filter(({ name }) => name.endsWith('.manifest.json'))
    .flatMap(({ path }) => manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).exhibits)
    .map(({ item }) => item);
  return { sha256: built.sha256, files, items: [...new Set(items)] };
}

function filesOf({ pdf, sha256, manifest, sums, others = [] }: ActPayload<'bundle-built'>) {
  return [{ path: pdf, sha256 }, manifest, sums, ...others];
}
