import { createHash } from 'node:crypto';
import type { SpawnChild } from '../../casefile/processes/children.ts';
import { hashFile } from '../../casefile/files/hash-file.ts';
import type { HashedSoFar, HashWritten } from './hash-child.ts';

/** The SHA-256 of a file that is being written front to back. */
export interface WrittenHash {
  /** @param total bytes of the file that stand in it now, these included */
  wrote(bytes: Uint8Array, total: number): void;
  /** When the last byte was written. @param total bytes of the whole file */
  digest(total: number): Promise<string>;
  abandon(): void;
}

/** Hashes as it is written, in this process: right for what is small. */
export function hashHere(): WrittenHash {
  const hash = createHash('sha256');
  return {
    wrote: (bytes) => void hash.update(bytes),
    digest: () => Promise.resolve(hash.digest('hex')),
    abandon: () => undefined,
  };
}

/** A child takes longer to start than it saves below this. */
export const worthAChild = 64 << 20;

/** The child is told of so many bytes at once: a message costs as much as the hash of some of them. */
const toldAtOnce = 4 << 20;

/**
 * Hashes what stands in the file, read back by a child close behind the writer, while it is still in the system's cache:
 * the sources are hashed here at the same time, and one core alone would take twice as long. A child that dies costs
 * time, never truth: the file is then read again from its beginning.
 */
export function hashBeside(path: string, spawnChild: SpawnChild): WrittenHash {
  const child = spawnChild('bundle/pdf/hash-child');
  const answered = new Promise<string | null>((resolve) => {
    child.onMessage((answer) => {
      resolve((answer as HashedSoFar).sha256); // sent by hash-child.ts only
    });
    child.onEnd(() => {
      resolve(null);
    });
  });
  const tell = (message: HashWritten) => {
    child.send(message);
  };
  let told = 0;
  return {
    wrote: (_, total) => {
      if (total - told < toldAtOnce) return;
      told = total;
      tell({ path, to: total, last: false });
    },
    digest: async (total) => {
      tell({ path, to: total, last: true });
      const sha256 = await answered;
      child.kill();
      return sha256 ?? hashFile(path).sha256;
    },
    abandon: () => {
      child.kill();
    },
  };
}
