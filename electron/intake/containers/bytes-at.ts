import { fstatSync, readSync } from 'node:fs';

/** Bytes that are read where they are asked for: a file, or what a test made. */
export type BytesAt = Readonly<{
  size: number;
  /** At most `length` bytes from `at`; fewer at the end, none behind it. */
  read(at: number, length: number): Buffer;
}>;

/** What a hostile file asks for is bounded by what there is. */
const within = (size: number, at: number, length: number): number =>
  Number.isSafeInteger(at) && at >= 0 && at < size ? Math.max(0, Math.min(length, size - at)) : 0;

export const bytesInMemory = (bytes: Uint8Array): BytesAt => ({
  size: bytes.length,
  read: (at, length) => Buffer.from(bytes.subarray(at, at + within(bytes.length, at, length))),
});

/** @param file an open file descriptor; it stays the caller's */
export function bytesAtFile(file: number): BytesAt {
  const { size } = fstatSync(file);
  return {
    size,
    read(at, length) {
      const bytes = Buffer.alloc(within(size, at, length));
      return bytes.subarray(0, bytes.length === 0 ? 0 : readSync(file, bytes, 0, bytes.length, at));
    },
  };
}

/** Bytes that are read at once. */
const piece = 262_144;

/** A stretch of the bytes, piece by piece. @throws where they end before it does */
export function* stretchOf(file: BytesAt, start: number, length: number): Iterable<Uint8Array> {
  for (let at = 0; at < length;) {
    const bytes = file.read(start + at, Math.min(piece, length - at));
    if (bytes.length === 0) throw new Error('the file ends before the stretch does');
    at += bytes.length;
    yield bytes;
  }
}
