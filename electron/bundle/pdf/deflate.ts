import { prefixCode, type PrefixCode } from './huffman.ts';

/*
 * Deflate (RFC 1951) in a zlib frame (RFC 1950), made for pages: small streams of text, many of them, in a row. zlib's
 * bytes differ between builds of Node; these are the same everywhere. Everything it works in is made once and used for
 * all streams: measured, libraries that make their tables anew for each leave most of the work to the collector.
 */

const windowSize = 32_768;
const hashBits = 15;
const shortest = 4;
const longest = 258;
/** Measured on pages of captures: more places looked at save less than a hundredth of a bundle. */
const mostCandidates = 6;
/** A match as long as this is taken as it is, and its inside is not remembered. */
const longEnough = 32;
const tokensOfBlock = 1 << 15;
const endOfBlock = 256;

const heads = new Int32Array(1 << hashBits);
const chain = new Int32Array(windowSize);
const tokens = new Uint32Array(tokensOfBlock);
const literalCounts = new Uint32Array(286);
const distanceCounts = new Uint32Array(30);
/** What is added to an offset: 0 in `heads` is then too far away from any. */
const base = windowSize + 1;

/** Symbol of each length from 0 to 258 and of each distance, in two steps as zlib does; extra bits and first value of each. */
const [lengthSymbols, lengthExtra, lengthFirst] = lengthTables();
const [distanceSymbols, distanceExtra, distanceFirst] = distanceTables();

/** A zlib stream of some bytes: same bytes, same stream, on every machine. Read by any inflate. */
export function deflated(bytes: Uint8Array): Uint8Array {
  heads.fill(0); // nothing of the stream before is seen
  const out = new BitWriter(bytes.length);
  out.bits(0x78, 8);
  out.bits(0x01, 8); // 0x7801 is a multiple of 31
  let from = 0;
  do from = packBlock(bytes, from, out);
  while (from < bytes.length);
  return out.finish(adler32(bytes));
}

/** Packs one block, up to the end or until its tokens are full. @returns where the next begins */
function packBlock(bytes: Uint8Array, from: number, out: BitWriter): number {
  literalCounts.fill(0);
  distanceCounts.fill(0);
  let count = 0;
  let at = from;
  while (at < bytes.length && count < tokensOfBlock) {
    const match = at + shortest <= bytes.length ? longestMatch(bytes, at) : 0;
    if (match === 0) {
      const byte = bytes[at] ?? 0;
      tokens[count++] = byte;
      literalCounts[byte] = (literalCounts[byte] ?? 0) + 1;
      at += 1;
      continue;
    }
    tokens[count++] = match;
    const length = match >>> 16;
    const distance = match & 0xffff;
    const symbol = 257 + (lengthSymbols[length] ?? 0);
    literalCounts[symbol] = (literalCounts[symbol] ?? 0) + 1;
    const far = symbolOfDistance(distance);
    distanceCounts[far] = (distanceCounts[far] ?? 0) + 1;
    if (length < longEnough) {
      const last = Math.min(at + length, bytes.length - shortest + 1);
      for (let inside = at + 1; inside < last; inside++) remember(bytes, inside);
    }
    at += length;
  }
  literalCounts[endOfBlock] = 1;
  writeBlock(out, count, at >= bytes.length);
  return at;
}

function hashAt(bytes: Uint8Array, at: number): number {
  const four =
    (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  return Math.imul(four, 0x9e3779b1) >>> (32 - hashBits);
}

/** @returns the offset before it with the same hash of four bytes */
function remember(bytes: Uint8Array, at: number): number {
  const hash = hashAt(bytes, at);
  const before = heads[hash] ?? 0;
  heads[hash] = base + at;
  chain[(base + at) & (windowSize - 1)] = before;
  return before;
}

/** Length and distance of the longest match found, as a token; 0 where there is none. Remembers the offset. */
function longestMatch(bytes: Uint8Array, at: number): number {
  const here = base + at;
  let candidate = remember(bytes, at);
  const most = Math.min(longest, bytes.length - at);
  let best = shortest - 1;
  let distance = 0;
  for (let looked = 0; looked < mostCandidates && here - candidate < windowSize; looked++) {
    const other = candidate - base;
    if (bytes[other + best] === bytes[at + best] && bytes[other] === bytes[at]) {
      let length = 1;
      while (length < most && bytes[other + length] === bytes[at + length]) length++;
      if (length > best) {
        best = length;
        distance = here - candidate;
        if (length >= longEnough || length === most) break;
      }
    }
    candidate = chain[candidate & (windowSize - 1)] ?? 0;
  }
  return distance === 0 ? 0 : (best << 16) | distance;
}

const symbolOfDistance = (distance: number): number =>
  (distance <= 256 ? distanceSymbols[distance - 1] : distanceSymbols[256 + ((distance - 1) >> 7)]) ?? 0;

function writeBlock(out: BitWriter, count: number, isLast: boolean): void {
  const literals = prefixCode(literalCounts, 15);
  const distances = prefixCode(distanceCounts, 15);
  out.bits((isLast ? 1 : 0) | (2 << 1), 3);
  writeCodes(out, literals.lengths, distances.lengths);
  for (let at = 0; at < count; at++) {
    const token = tokens[at] ?? 0;
    if (token < 256) {
      out.bits(literals.codes[token] ?? 0, literals.lengths[token] ?? 0);
      continue;
    }
    const length = token >>> 16;
    const distance = token & 0xffff;
    const near = lengthSymbols[length] ?? 0;
    const more = literals.lengths[257 + near] ?? 0;
    out.bits(
      (literals.codes[257 + near] ?? 0) | ((length - (lengthFirst[near] ?? 0)) << more),
      more + (lengthExtra[near] ?? 0),
    );
    const far = symbolOfDistance(distance);
    out.bits(distances.codes[far] ?? 0, distances.lengths[far] ?? 0);
    out.bits(distance - (distanceFirst[far] ?? 0), distanceExtra[far] ?? 0);
  }
  out.bits(literals.codes[endOfBlock] ?? 0, literals.lengths[endOfBlock] ?? 0);
}

/** The order in which the lengths of the code for lengths are written (RFC 1951 §3.2.7). */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The lengths of both codes, in a row, runs written short (RFC 1951 §3.2.7). */
function writeCodes(out: BitWriter, literals: Uint8Array, distances: Uint8Array): void {
  const [some, others] = [usedOf(literals, 257), usedOf(distances, 1)];
  const lengths = [...literals.subarray(0, some), ...distances.subarray(0, others)];
  const runs = runsOf(lengths);
  const counts = new Uint32Array(19);
  for (const run of runs) counts[run[0]] = (counts[run[0]] ?? 0) + 1;
  const code: PrefixCode = prefixCode(counts, 7);
  let written = lengthOrder.length;
  while (written > 4 && code.lengths[lengthOrder[written - 1] ?? 0] === 0) written--;
  out.bits(some - 257, 5);
  out.bits(others - 1, 5);
  out.bits(written - 4, 4);
  for (const symbol of lengthOrder.slice(0, written)) out.bits(code.lengths[symbol] ?? 0, 3);
  for (const [symbol, extra, bits] of runs) {
    out.bits(code.codes[symbol] ?? 0, code.lengths[symbol] ?? 0);
    out.bits(extra, bits);
  }
}

function usedOf(lengths: Uint8Array, fewest: number): number {
  let used = lengths.length;
  while (used > fewest && lengths[used - 1] === 0) used--;
  return used;
}

/** Each length, or a run of it: 16 repeats the last one 3 to 6 times, 17 and 18 zero 3 to 10 and 11 to 138 times. */
function runsOf(lengths: readonly number[]): readonly (readonly [symbol: number, extra: number, bits: number])[] {
  const runs: [number, number, number][] = [];
  for (let at = 0; at < lengths.length;) {
    const length = lengths[at] ?? 0;
    let end = at + 1;
    while (lengths[end] === length && end - at < (length === 0 ? 138 : 7)) end++;
    const same = end - at;
    if (length !== 0) {
      runs.push([length, 0, 0]);
      if (same >= 4) runs.push([16, same - 4, 2]);
      at = same >= 4 ? end : at + 1;
    } else {
      runs.push(same >= 11 ? [18, same - 11, 7] : same >= 3 ? [17, same - 3, 3] : [0, 0, 0]);
      at = same >= 3 ? end : at + 1;
    }
  }
  return runs;
}

/** Bits from the lowest of each byte on (RFC 1951 §3.1.1). */
class BitWriter {
  #bytes: Uint8Array;
  #at = 0;
  #held = 0;
  #count = 0;

  /** @param size bytes that are packed */
  constructor(size: number) {
    this.#bytes = new Uint8Array((size >> 1) + 512);
  }

  /** @param count at most 24: seven are held at most */
  bits(value: number, count: number): void {
    let held = this.#held | (value << this.#count);
    let left = this.#count + count;
    let at = this.#at;
    if (at + 4 > this.#bytes.length) this.#grow();
    const bytes = this.#bytes;
    while (left >= 8) {
      bytes[at++] = held & 0xff;
      held >>>= 8;
      left -= 8;
    }
    this.#held = held;
    this.#count = left;
    this.#at = at;
  }

  finish(checksum: number): Uint8Array {
    if (this.#count > 0) this.bits(0, 8 - this.#count);
    for (const shift of [24, 16, 8, 0]) this.bits((checksum >>> shift) & 0xff, 8);
    return this.#bytes.slice(0, this.#at); // what is kept holds no room
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** RFC 1950 §8.2. */
function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let from = 0; from < bytes.length; from += 3_000) {
    const end = Math.min(bytes.length, from + 3_000); // as many as 32 bits hold without a remainder taken
    for (let at = from; at < end; at++) {
      low += bytes[at] ?? 0;
      high += low;
    }
    low %= 65_521;
    high %= 65_521;
  }
  return ((high << 16) | low) >>> 0;
}

/** RFC 1951 §3.2.5. */
function lengthTables(): readonly [Uint8Array, Uint8Array, Uint16Array] {
  const [symbols, extra, first] = [new Uint8Array(longest + 1), new Uint8Array(29), new Uint16Array(29)];
  let length = 3;
  for (let symbol = 0; symbol < 28; symbol++) {
    extra[symbol] = symbol < 8 ? 0 : (symbol >> 2) - 1;
    first[symbol] = length;
    for (const end = length + (1 << (extra[symbol] ?? 0)); length < end; length++)
      if (length < longest) symbols[length] = symbol;
  }
  symbols[longest] = 28;
  first[28] = longest;
  return [symbols, extra, first];
}

function distanceTables(): readonly [Uint8Array, Uint8Array, Uint16Array] {
  const [symbols, extra, first] = [new Uint8Array(512), new Uint8Array(30), new Uint16Array(30)];
  let distance = 1;
  for (let symbol = 0; symbol < 30; symbol++) {
    extra[symbol] = symbol < 4 ? 0 : (symbol >> 1) - 1;
    first[symbol] = distance;
    for (const end = distance + (1 << (extra[symbol] ?? 0)); distance < end; distance++)
      symbols[distance <= 256 ? distance - 1 : 256 + ((distance - 1) >> 7)] = symbol;
  }
  return [symbols, extra, first];
}
