import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isPlainPath } from '../../shared/package/layout.ts';
import { isLitter } from '../../shared/verify/package/litter.ts';
import { newPathRules } from '../../shared/verify/package/package-paths.ts';
import type { PackageRefusal, PackageSource } from '../../shared/verify/package/package-source.ts';
import { fileSource } from '../casefile/files/file-source.ts';

/** More files than these are none of ours. */
const mostFiles = 200_000;

/** A package as a folder on the disk. Links are never followed: one is a reason to refuse the package. */
export function packageFolder(folder: string): PackageSource {
  const files: { path: string; bytes: number; refused: PackageRefusal | null }[] = [];
  const litter: string[] = [];
  const refusal = newPathRules();
  const walk = (path: string): void => {
    for (const name of readdirSync(join(folder, path)).sort()) {
      const here = path === '' ? name : `${path}/${name}`;
      const stat = lstatSync(join(folder, here));
      if (isLitter(here) && (stat.isFile() || stat.isDirectory())) {
        litter.push(here);
        continue;
      }
      if (stat.isDirectory() && !isPlainPath(here) && isHollow(join(folder, here), here)) {
        litter.push(`${here}/`);
        continue;
      }
      if (stat.isDirectory() && isPlainPath(here)) {
        walk(here);
        continue;
      }
      files.push({ path: here, bytes: stat.size, refused: refusal(here, stat.isFile()) });
      if (files.length > mostFiles) return;
    }
  };
  walk('');
  return { files, litter, open: (path) => fileSource(join(folder, path)) };
}

/** Whether a folder holds no file, however deep, but what systems leave behind. */
function isHollow(folder: string, path: string): boolean {
  return readdirSync(folder).every((name) => {
    const stat = lstatSync(join(folder, name));
    if (stat.isFile()) return isLitter(`${path}/${name}`);
    return stat.isDirectory() && isHollow(join(folder, name), `${path}/${name}`);
  });
}
