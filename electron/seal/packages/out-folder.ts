import { mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { causeOf } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';

/** Whether a path, there or only planned, lies inside a case: a file there would be a finding of `verify`. */
export function isInsideCase(caseFolder: string, path: string): boolean {
  const inside = relative(realpathSync(caseFolder), realOrPlanned(path));
  return inside === '' || (!inside.startsWith('..') && !isAbsolute(inside));
}

/** The real path of a folder that may not be there yet: of its nearest parent that is, and the rest as given. */
function realOrPlanned(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realOrPlanned(dirname(path)), basename(path));
  }
}

/** Makes a folder with its parents. @throws {FascicleError} `digests-unwritable` */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new FascicleError('digests-unwritable', { path, why: causeOf(error) }, error);
  }
}
