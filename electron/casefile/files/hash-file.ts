import { createHash } from 'node:crypto';
import type { Sha256 } from '../../../shared/digest.ts';
import { readChunks } from './read-chunks.ts';

/** SHA-256 and size of a file, read in 1 MiB pieces. @throws a system error */
export function hashFile(path: string): Readonly<{ sha256: Sha256; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const chunk of readChunks(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Null where the file cannot be read: whoever asks says what that means. */
export function hashIfReadable(path: string): Sha256 | null {
  try {
    return hashFile(path).sha256;
  } catch {
    return null;
  }
}
