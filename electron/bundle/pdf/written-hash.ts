import { createHash } from 'node:crypto';
import { hashFile } from '../../casefile/files/hash-file.ts';
import type { SecondProcess } from '../beside/beside.ts';

/** The SHA-256 of a file that is being written front to back. */
export interface WrittenHash {
  /** @param total bytes of the file that stand in it now, these included */
  wrote(bytes: Uint8Array, total: number): void;
  /** When the last byte was written. @param total bytes of the whole file */
  digest(total: number): Promise<string>;
}

/** Hashes as it is written, in this process: right for what is small. */
export function hashHere(): WrittenHash {
  const hash = createHash('sha256');
  return {
    wrote: (bytes) => void hash.update(bytes),
    digest: () => Promise.resolve(hash.digest('hex')),
  };
}

/** The child is told of so many bytes at once: a message costs as much as the hash of some of them. */
const toldAtOnce = 4 << 20;

/**
 * Hashes what stands in the file, read back by a child close behind the writer, while it is still in the system's cache:
 * the sources are hashed here at the same time. A child that dies costs time, never truth: the file is then read again from
 * its beginning.
 */
export function hashBeside(path: string, beside: Pick<SecondProcess, 'wrote' | 'hashOf'>): WrittenHash {
  let told = 0;
  return {
    wrote: (_, total) => {
      if (total - told < toldAtOnce) return;
      told = total;
      beside.wrote(path, total);
    },
    digest: async (total) => (await beside.hashOf(path, total)) ?? hashFile(path).sha256,
  };
}
