import { isPlainPath } from '../../package/layout.ts';
import type { PackageRefusal } from './package-source.ts';

/**
 * Looks at the paths of a package, one after the other, wherever they come from: each must be plain, a file, and unlike
 * all others even where a system takes capital and small letters for the same.
 */
export function newPathRules(): (path: string, isFile: boolean) => PackageRefusal | null {
  const seen = new Set<string>();
  return (path, isFile) => {
    const key = path.toLowerCase();
    const twice = seen.has(key);
    seen.add(key);
    if (!isPlainPath(path)) return 'path-not-plain';
    if (!isFile) return 'not-a-file';
    return twice ? 'name-twice' : null;
  };
}
