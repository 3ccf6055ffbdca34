import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { ByteSource } from '../../shared/verify/byte-source.ts';

/** A file on the disk for the verification rules. Close it when done. */
export function fileSource(path: string): ByteSource & { close(): void } {
  const fd = openSync(path, 'r');
  const { size } = fstatSync(fd);
  return {
    size,
    read: (offset, length) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      for (let at = 0; at < bytes.length;) {
        const read = readSync(fd, bytes, at, bytes.length - at, offset + at);
        if (read === 0) break;
        at += read;
      }
      return Promise.resolve(bytes);
    },
    latin1: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
    inflate: (bytes, most) => inflateSync(bytes, { maxOutputLength: most }),
    close: () => closeSync(fd),
  };
}
