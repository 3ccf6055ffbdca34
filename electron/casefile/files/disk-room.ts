import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { visibleText } from '../../../shared/visible-text.ts';

/** Bytes that a copy leaves free, so that the case can still write its log: four times what SQLite lets pile up before it. */
const reserve = 16 << 20;

/**
 * Asks for room before the first byte of a copy is written: a disk that is full in the middle of one holds up whatever
 * else writes to it, and a file may state a size (300 GB, of which nothing is on the disk) that no disk here has.
 *
 * A file system that does not tell its size (some network drives) is not taken for a full one; a write that fails there is
 * told as `disk-full`.
 *
 * @param path what is copied, for the words of the error
 * @param bytes that it takes
 * @param to a folder that is there, or will be made in one that is
 * @throws {FascicleError} `no-room`
 */
export function askForRoom(path: string, bytes: number, to: string): void {
  const free = freeAt(to);
  if (free === null || bytes + reserve <= free) return;
  throw new FascicleError('no-room', {
    path: visibleText(path),
    needed: megabytes(bytes, Math.ceil),
    free: megabytes(Math.max(0, free), Math.floor),
    reserve: megabytes(reserve, Math.ceil),
    to: visibleText(to),
  });
}

function freeAt(folder: string): number | null {
  if (!existsSync(folder) && dirname(folder) !== folder) return freeAt(dirname(folder));
  try {
    const { blocks, bavail, bsize } = statfsSync(folder);
    return blocks === 0 ? null : bavail * bsize;
  } catch {
    return null; // what is wrong there is told by whoever writes
  }
}

const megabytes = (bytes: number, round: (n: number) => number) => round(bytes / 1_048_576);
