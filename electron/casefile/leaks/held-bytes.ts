import { closeSync, fstatSync, readSync } from 'node:fs';
import { openRegular } from '../files/regular-file.ts';

/** Bytes that can be read at any place: a file, a part of one, or what was unpacked. */
export type HeldBytes = Readonly<{
  size: number;
  /** The bytes asked for, fewer at the end. */
  read(offset: number, length: number): Buffer;
}>;

/** A file on the disk. Close it when done. @throws {NotRegular} or a system error */
export function bytesOfFile(path: string): HeldBytes & Readonly<{ close(): void }> {
  const fd = openRegular(path, 'refused');
  const { size } = fstatSync(fd);
  return {
    size,
    read: (offset, length) => {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
      let at = 0;
      while (at < bytes.length) {
        const count = readSync(fd, bytes, at, bytes.length - at, offset + at);
        if (count === 0) break; // cut short since it was opened
        at += count;
      }
      return bytes.subarray(0, at);
    },
    close: () => closeSync(fd),
  };
}

export function bytesAtHand(bytes: Uint8Array): HeldBytes {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { size: all.length, read: (offset, length) => all.subarray(offset, offset + Math.max(0, length)) };
}

/** A part of other bytes, as bytes of their own. */
export function partOf(whole: HeldBytes, start: number, size: number): HeldBytes {
  return {
    size,
    read: (offset, length) => whole.read(start + offset, Math.max(0, Math.min(length, size - offset))),
  };
}

const windowLength = 1 << 20;
/** The longest words that were covered, in the longest of their spellings, fit into what two windows share. */
const shared = 16 << 10;

/** All bytes in pieces of 1 MiB, each beginning with the end of the one before. */
export function* windowsOf(bytes: HeldBytes): Generator<Buffer, void, undefined> {
  for (let at = 0; at < bytes.size; at += windowLength - shared) {
    yield bytes.read(at, windowLength);
    if (at + windowLength >= bytes.size) return;
  }
}
