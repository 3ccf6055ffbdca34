import { because } from '../../cause.ts';
/**
 * How to make the original PNG file again from the image stream of a PDF. The stream is the PNG's IDAT data end to end;
 * everything else of the file is small and kept here: the chunks before, the sizes of the IDAT chunks, the chunks after.
 * Chunk checksums are computed again (PNG §5.3), so that a recipe has some 90 bytes.
 */
export type PngRecipe = Readonly<{
  /** Chunks before the first IDAT, IHDR included: base64 of their bytes, without the signature. */
  before: string;
  /** IDAT data sizes as runs: [[4096, 120], [813, 1]]. */
  sizes: readonly (readonly [size: number, count: number])[];
  /** Chunks after the last IDAT, IEND included: base64. */
  after: string;
}>;

/** Bytes beside the pixels that a PNG may have to pass through; one with more is converted when it comes in. */
export const mostBesidePixels = 1 << 20;
/** Empty IDAT chunks take no bytes of the stream: a recipe could ask for any number of them. */
const mostEmpty = 10_000;

/** The 13 bytes of the file's IHDR chunk, or none where the recipe does not begin with one. */
export function pngHeader({ before }: PngRecipe): Uint8Array {
  const bytes = fromBase64(before);
  const isHeader = String.fromCharCode(...bytes.subarray(0, 8)) === '\0\0\0\rIHDR';
  return isHeader ? bytes.subarray(8, 21) : new Uint8Array();
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const idat = Uint8Array.of(0x49, 0x44, 0x41, 0x54);

/**
 * Makes the original file again while the image stream's bytes come in, in pieces of any size; each piece of the file
 * is handed on at once, for hashing.
 */
export class PngRebuild {
  readonly #recipe: PngRecipe;
  readonly #out: (bytes: Uint8Array) => void;
  readonly #sizes: Iterator<number>;
  #left = 0;
  #crc = 0;

  /** @throws {Error} where the recipe is none */
  constructor(recipe: PngRecipe, out: (bytes: Uint8Array) => void) {
    const empty = recipe.sizes.reduce((sum, [size, count]) => sum + (size === 0 ? count : 0), 0);
    if (empty > mostEmpty) throw new Error(because('png-empty-chunks', { count: empty }));
    this.#recipe = recipe;
    this.#out = out;
    this.#sizes = sizesOf(recipe);
    out(signature);
    out(fromBase64(recipe.before));
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      if (this.#left === 0 && !this.#nextChunk()) {
        this.#out(bytes.subarray(at)); // more than the recipe says: the hash will tell
        return;
      }
      const piece = bytes.subarray(at, at + this.#left);
      this.#crc = crc32(piece, this.#crc);
      this.#out(piece);
      at += piece.length;
      this.#left -= piece.length;
      if (this.#left === 0) this.#endChunk();
    }
  }

  finish(): void {
    if (this.#left > 0)
      this.#endChunk(); // fewer bytes than the recipe says: the hash will tell
    else if (this.#nextChunk()) this.#endChunk(); // what is left should be empty chunks, which this goes through
    this.#out(fromBase64(this.#recipe.after));
  }

  /** Begins the next chunk that has bytes, past the empty ones before it. @returns false where there is none */
  #nextChunk(): boolean {
    for (let next = this.#sizes.next(); !next.done; next = this.#sizes.next()) {
      this.#left = next.value;
      this.#out(uint32(next.value));
      this.#out(idat);
      this.#crc = crc32(idat, 0xffffffff);
      if (next.value > 0) return true;
      this.#endChunk();
    }
    return false;
  }

  #endChunk(): void {
    this.#out(uint32((this.#crc ^ 0xffffffff) >>> 0));
  }
}

function* sizesOf({ sizes }: PngRecipe): Generator<number, void, undefined> {
  for (const [size, count] of sizes) for (let n = 0; n < count; n++) yield size;
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

/** CRC-32 tables for eight bytes at a time ("slicing by 8"): a gigabyte of pictures is checked at several hundred MB/s. */
const crcTables = (() => {
  const tables = Array.from({ length: 8 }, () => new Uint32Array(256));
  const [first = new Uint32Array(256)] = tables;
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    first[n] = c >>> 0;
  }
  for (let level = 1; level < 8; level++) {
    const table = tables[level] ?? first;
    const below = tables[level - 1] ?? first;
    for (let n = 0; n < 256; n++) {
      const c = below[n] ?? 0;
      table[n] = ((first[c & 255] ?? 0) ^ (c >>> 8)) >>> 0;
    }
  }
  return tables;
})();

/** CRC-32 of ISO 3309 as PNG uses it, continued from `crc` (begin with 0xffffffff, invert at the end). */
function crc32(bytes: Uint8Array, crc: number): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = crcTables as unknown as readonly [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ]; // eight, made above
  const at = (table: Uint32Array, index: number) => table[index] ?? 0;
  const byte = (index: number) => bytes[index] ?? 0;
  let c = crc >>> 0;
  let n = 0;
  for (; n + 8 <= bytes.length; n += 8) {
    const low = c ^ (byte(n) | (byte(n + 1) << 8) | (byte(n + 2) << 16) | (byte(n + 3) << 24));
    c =
      at(t7, low & 255) ^
      at(t6, (low >>> 8) & 255) ^
      at(t5, (low >>> 16) & 255) ^
      at(t4, low >>> 24) ^
      at(t3, byte(n + 4)) ^
      at(t2, byte(n + 5)) ^
      at(t1, byte(n + 6)) ^
      at(t0, byte(n + 7));
  }
  for (; n < bytes.length; n++) c = at(t0, (c ^ byte(n)) & 255) ^ (c >>> 8);
  return c >>> 0;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let n = 0; n < bytes.length; n += 3) {
    const [a = 0, b, c] = [bytes[n], bytes[n + 1], bytes[n + 2]];
    const three = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const four = [three >> 18, (three >> 12) & 63, (three >> 6) & 63, three & 63].map((index) =>
      alphabet.charAt(index),
    );
    text += four
      .slice(0, c === undefined ? (b === undefined ? 2 : 3) : 4)
      .join('')
      .padEnd(4, '=');
  }
  return text;
}

function fromBase64(text: string): Uint8Array {
  const plain = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of plain) {
    const value = alphabet.indexOf(character);
    if (value < 0) throw new Error(because('not-base64'));
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  return bytes;
}
