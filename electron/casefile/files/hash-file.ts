import { createHash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';
import type { Sha256 } from '../../../shared/digest.ts';
import { chunkSize } from './read-chunks.ts';
import { openRegular } from './regular-file.ts';

/** The same for all files, for nobody else comes by while one is hashed: fifty megabytes of them lay about in a bundle. */
let room: Buffer | null = null;

/** SHA-256 and size of a file, read in 1 MiB pieces. @throws a system error */
export function hashFile(path: string): Readonly<{ sha256: Sha256; bytes: number }> {
  room ??= Buffer.allocUnsafeSlow(chunkSize);
  const fd = openRegular(path);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for (;;) {
      const read = readSync(fd, room, 0, room.length, null);
      if (read === 0) return { sha256: hash.digest('hex'), bytes };
      hash.update(room.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(fd);
  }
}

/** Null where the file cannot be read: whoever asks says what that means. */
export function hashIfReadable(path: string): Sha256 | null {
  try {
    return hashFile(path).sha256;
  } catch {
    return null;
  }
}
