import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cannotBeReadHere, isGone } from '../../../shared/verify/unreadable.ts';

/**
 * Whether reading a case's database failed for reasons of this computer. A missing file is the case's fault only where it
 * is the database itself: the temporary folder for its copy may be what is missing.
 */
export function databaseUnreadableHere(error: unknown, folder: string): boolean {
  const isHere = lstatSync(join(folder, 'case.db'), { throwIfNoEntry: false }) !== undefined;
  return cannotBeReadHere(error) || (isGone(error) && isHere) || !isThere(folder);
}

/** Whether the case's objects can be looked at all: a disk that was taken away takes every file along, and none is missing. */
export function isThere(folder: string): boolean {
  try {
    return readdirSync(join(folder, 'objects')).length >= 0;
  } catch (error) {
    return isGone(error) && hasDatabase(folder);
  }
}

function hasDatabase(folder: string): boolean {
  try {
    return readdirSync(folder).includes('case.db');
  } catch {
    return false;
  }
}
