import { closeSync, fstatSync, readSync } from 'node:fs';
import { openRegular, type FilePath, type Links } from './regular-file.ts';

/** Measured: 1 MiB reads hash fastest; Node's default stream chunk takes twice the time. */
export const chunkSize = 1_048_576;

/** A file in pieces of up to 1 MiB. Each piece is valid until the next is asked for: one buffer serves them all. */
export function* readChunks(path: FilePath, links: Links = 'refused'): Generator<Uint8Array, void, undefined> {
  const fd = openRegular(path, links);
  try {
    // Small files are many: a whole megabyte for each would pile up before it is collected.
    const buffer = Buffer.allocUnsafe(Math.min(chunkSize, Math.max(4_096, fstatSync(fd).size + 1)));
    for (;;) {
      const read = readSync(fd, buffer, 0, buffer.length, null);
      if (read === 0) return;
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(fd);
  }
}
