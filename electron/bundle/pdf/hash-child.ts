// Hashes a file behind the process that writes it: told how far it was written, it reads up to there.
import { createHash } from 'node:crypto';
import { openSync, readSync } from 'node:fs';
import { hearParent, tellParent } from '../../casefile/processes/parent-process.ts';

export type HashWritten = Readonly<{ path: string; to: number; last: boolean }>;
/** Null where the file was shorter than was told. */
export type HashedSoFar = Readonly<{ sha256: string | null }>;

const hash = createHash('sha256');
const buffer = Buffer.allocUnsafe(1 << 20);
let fd: number | null = null;
let at = 0;

hearParent((message) => {
  const { path, to, last } = message as HashWritten; // sent by written-hash.ts only
  fd ??= openSync(path, 'r');
  while (at < to) {
    const read = readSync(fd, buffer, 0, Math.min(buffer.length, to - at), at);
    if (read === 0) break;
    hash.update(buffer.subarray(0, read));
    at += read;
  }
  if (last) tellParent({ sha256: at === to ? hash.digest('hex') : null } satisfies HashedSoFar);
});
