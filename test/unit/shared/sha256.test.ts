import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { newPureSha256 } from '../../../shared/sha256.ts';

const node = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** Bytes that repeat only after 256 × 257: no block is like another. */
const some = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 31 + Math.floor(at / 256)) & 255);

function pure(...pieces: readonly Uint8Array[]): string {
  const hash = newPureSha256();
  for (const piece of pieces) hash.update(piece);
  return hash.digestHex();
}

describe('the SHA-256 of verify.html', () => {
  test('is Node’s for every length from 0 to 300 bytes, and about every power of two up to 4 MiB', () => {
    for (let length = 0; length <= 300; length++) expect(pure(some(length)), `${length}`).toBe(node(some(length)));
    for (let power = 9; power <= 22; power++) {
      for (const length of [2 ** power - 1, 2 ** power, 2 ** power + 1])
        expect(pure(some(length)), `${length}`).toBe(node(some(length)));
    }
  });

  test('is the same however the bytes are cut', () => {
    const bytes = some(1_000);
    for (let cut = 0; cut <= 200; cut++)
      expect(pure(bytes.subarray(0, cut), bytes.subarray(cut, 3 * cut), bytes.subarray(3 * cut))).toBe(node(bytes));
    expect(pure(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toBe(node(bytes));
  });

  test('counts bits beyond 2^32: 513 MiB', () => {
    const piece = some(1 << 20);
    const ours = newPureSha256();
    const theirs = createHash('sha256');
    for (let n = 0; n < 513; n++) {
      ours.update(piece);
      theirs.update(piece);
    }
    expect(ours.digestHex()).toBe(theirs.digest('hex'));
  });
});
