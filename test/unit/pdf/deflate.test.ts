import { createHash } from 'node:crypto';
import { inflateRawSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { Unzlib } from 'fflate';
import { expect, test } from 'vitest';
import { deflated } from '../../../electron/bundle/pdf/deflate.ts';
import { prefixCode } from '../../../electron/bundle/pdf/huffman.ts';

/** The same by another reader, in JavaScript; both check the sum at the end. */
function inflatedElsewhere(packed: Uint8Array): Buffer {
  const parts: Buffer[] = [];
  const unpack = new Unzlib((part) => parts.push(Buffer.from(part)));
  unpack.push(packed, true);
  return Buffer.concat(parts);
}

function expectWhole(bytes: Uint8Array): void {
  const packed = deflated(bytes);
  expect(inflateSync(packed).equals(bytes), `${bytes.length} bytes, by zlib`).toBe(true);
  expect(inflatedElsewhere(packed).equals(bytes), `${bytes.length} bytes, by fflate`).toBe(true);
}

/** Bytes that look like chance and are the same in each run. */
function noise(length: number, seed: string): Buffer {
  const blocks: Buffer[] = [];
  for (let at = 0; at * 32 < length; at++) blocks.push(createHash('sha256').update(`${seed} ${at}`).digest());
  return Buffer.concat(blocks).subarray(0, length);
}

const line = (at: number) => `BT /T ${at % 7}.051 Tf 271.${at % 1000} Tz 1 0 0 1 190.014 ${at}.63 Tm <0013> Tj ET\n`;
const page = Buffer.from(Array.from({ length: 4_000 }, (_, at) => line(at)).join(''));

test('whatever is packed comes back by zlib and by fflate', () => {
  const small = fc.uint8Array({ maxLength: 600 });
  const repeated = fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 2_000 }), small)
    .map(([piece, times, rest]) => Buffer.concat([...Array.from({ length: times }, () => piece), rest]));
  fc.assert(fc.property(fc.oneof(small, repeated), expectWhole), { numRuns: 200 });
});

test('the edges of lengths, distances and blocks come back', () => {
  for (const length of [0, 1, 2, 3, 4, 5, 257, 258, 259, 260, 513, 32_767, 32_768, 32_769, 65_537])
    for (const bytes of [Buffer.alloc(length, 'a'), noise(length, 'edge')]) expectWhole(bytes);
  for (const between of [32_700, 32_767 - 300, 32_768 - 300, 32_768, 40_000]) {
    const piece = noise(300, 'twice');
    expectWhole(Buffer.concat([piece, noise(between, 'between'), piece]));
  }
  expectWhole(noise(300_000, 'many blocks'));
  expectWhole(page);
});

test('a page of text is packed to a quarter or less, and noise grows by less than a hundredth', () => {
  expect(deflated(page).length).toBeLessThan(page.length / 4);
  expect(deflated(noise(100_000, 'noise')).length).toBeLessThan(101_000);
});

test('the same bytes give the same stream whatever was packed before', () => {
  const before = deflated(page);
  deflated(noise(70_000, 'something else'));
  expect(Buffer.from(deflated(page)).equals(before)).toBe(true);
  expect(Buffer.from(deflated(page.subarray(1))).equals(deflated(Buffer.from(page.subarray(1))))).toBe(true);
  expectWhole(page);
});

test('the stream of a known text is known, byte for byte', () => {
  // Worked out once by this program, read by zlib: it says that another machine writes the same.
  const hash = createHash('sha256').update(deflated(page)).digest('hex');
  expect(hash).toBe('d2f645ca91b36dc97a319233fee2919db40feaa85fa98a44cf658c0daca5b5e6');
  expect(inflateRawSync(deflated(Buffer.from('aaaa')).subarray(2, -4)).toString()).toBe('aaaa');
});

test('a code is complete and no longer than its limit, also where counts ask for more', () => {
  const fibonacci = [1, 1];
  while (fibonacci.length < 30) fibonacci.push((fibonacci.at(-1) ?? 0) + (fibonacci.at(-2) ?? 0));
  for (const [counts, limit] of [
    [fibonacci, 15],
    [fibonacci.slice(0, 19), 7],
    [[5, 0, 0], 15],
    [[0, 0, 0], 7],
  ] as const) {
    const { lengths, codes } = prefixCode(Uint32Array.from(counts), limit);
    const used = [...lengths].filter((length) => length > 0);
    expect(Math.max(...used)).toBeLessThanOrEqual(limit);
    expect(used.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1); // Kraft
    expect(
      new Set([...codes].flatMap((code, at) => ((lengths[at] ?? 0) > 0 ? [`${lengths[at]} ${code}`] : []))).size,
    ).toBe(used.length);
    counts.forEach((count, at) => {
      if (count > 0) expect(lengths[at]).toBeGreaterThan(0);
    });
  }
});
