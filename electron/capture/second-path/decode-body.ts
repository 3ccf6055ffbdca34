import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** A body may grow to so much when its coding is undone, in bytes: a small one can hold gigabytes of zeros. */
const mostDecoded = 64 * 1024 * 1024;
const limit = { maxOutputLength: mostDecoded };

const codings: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  identity: (bytes) => bytes,
  gzip: (bytes) => gunzipSync(bytes, limit),
  'x-gzip': (bytes) => gunzipSync(bytes, limit),
  // RFC 9110 §8.4.1.2 means zlib; some servers send the bare stream, and browsers take both.
  deflate: (bytes) => ((bytes[0] ?? 0) % 16 === 8 ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit)),
  br: (bytes) => brotliDecompressSync(bytes, limit),
};

/**
 * A body with its content coding undone (RFC 9110 §8.4: the last one named was put on last).
 * @param contentEncoding values of the header, joined by commas
 */
export function decodeBody(bytes: Buffer, contentEncoding: string): Readonly<{ bytes: Buffer } | { why: string }> {
  const applied = contentEncoding
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '');
  let decoded = bytes;
  for (const coding of applied.reverse()) {
    const undo = codings[coding];
    if (!undo) return { why: `coding ${coding.slice(0, 40)}` };
    if (decoded.length === 0) break; // an empty body of a coded answer is empty in every browser
    try {
      decoded = undo(decoded);
    } catch (error) {
      return { why: (error as NodeJS.ErrnoException).code ?? 'coding-broken' }; // zlib's errors have a code
    }
  }
  return { bytes: decoded };
}
