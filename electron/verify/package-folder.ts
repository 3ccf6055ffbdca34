import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isPlainPath } from '../../shared/package/layout.ts';
import type { PackageRefusal, PackageSource } from '../../shared/verify/package-source.ts';
import { fileSource } from '../casefile/file-source.ts';

/** More files than these are none of ours. */
const mostFiles = 200_000;

/** A package as a folder on the disk. Links are never followed: one is a reason to refuse the package. */
export function packageFolder(folder: string): PackageSource {
  const files: { path: string; bytes: number; refused: PackageRefusal | null }[] = [];
  const seen = new Set<string>();
  const walk = (path: string): void => {
    for (const name of readdirSync(join(folder, path)).sort()) {
      const here = path === '' ? name : `${path}/${name}`;
      const stat = lstatSync(join(folder, here));
      if (stat.isDirectory() && isPlainPath(here)) {
        walk(here);
        continue;
      }
      const twice = seen.has(here.toLowerCase());
      seen.add(here.toLowerCase());
      const refused = !isPlainPath(here)
        ? 'path-not-plain'
        : !stat.isFile()
          ? 'not-a-file'
          : twice
            ? 'name-twice'
            : null;
      files.push({ path: here, bytes: stat.size, refused });
      if (files.length > mostFiles) return;
    }
  };
  walk('');
  return { files, open: (path) => fileSource(join(folder, path)) };
}
