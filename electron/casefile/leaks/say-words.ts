import { isUtf8 } from 'node:buffer';
import { saysAny } from '../../../shared/redaction/same-words.ts';
import type { SoughtWords } from './needles.ts';

/** Base64 within a text, broken into lines or not, from this length on. */
const packedText = /[A-Za-z0-9+/_-]{12,}(?:\r?\n[A-Za-z0-9+/_-]+)*={0,2}/g;
/** Text packed into text packed into text; more is nobody's spelling. */
const deepest = 3;

/** What a file says of its own encoding in its first two bytes. */
export type ByteOrder = 'le' | 'be' | null;

export function byteOrderOf(bytes: Buffer): ByteOrder {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  return mark === 0xfffe ? 'le' : mark === 0xfeff ? 'be' : null;
}

/**
 * Whether some bytes hold the words: by their bytes, and where they are a text, as it is read.
 * @param order of the file that they are a part of
 */
export function bytesSay(bytes: Buffer, wanted: SoughtWords, order: ByteOrder = byteOrderOf(bytes)): boolean {
  const texts = textsIn(bytes, order);
  return (
    (texts.length === 0 ? wanted.isIn(bytes) : wanted.isWrittenOutIn(bytes)) ||
    texts.some((text) => textSays(text, wanted))
  );
}

/** Whether a text says the words, in spellings of addresses, pages, scripts and mails too. */
export function textSays(text: string, wanted: SoughtWords, depth = 0): boolean {
  if (saysAny(text, wanted.words)) return true;
  if (text.includes('<') && saysAny(text.replace(/<[^<>]*>/g, ''), wanted.words)) return true;
  return depth < deepest && [...unpackedFrom(text)].some((inner) => bytesRead(inner, wanted, depth + 1));
}

function bytesRead(bytes: Buffer, wanted: SoughtWords, depth: number): boolean {
  return textsIn(bytes, byteOrderOf(bytes)).some((text) => textSays(text, wanted, depth));
}

/** What a text holds in base64, percent-encoding and quoted-printable, as bytes: their charset is not known. */
function* unpackedFrom(text: string): Generator<Buffer, void, undefined> {
  for (const [found] of text.matchAll(packedText)) yield Buffer.from(found, 'base64');
  for (const [found] of text.matchAll(/(?:[\w.~+-]{0,64}%[0-9a-f]{2})+/gi)) yield bytesOfHex(found, '%');
  if (/=[0-9A-F]{2}/.test(text))
    for (const [found] of text.replace(/=\r?\n/g, '').matchAll(/(?:[\w.~+-]{0,64}=[0-9A-F]{2})+/g))
      yield bytesOfHex(found, '=');
}

const bytesOfHex = (text: string, mark: string): Buffer =>
  Buffer.from(
    text.replace(new RegExp(`${mark}([0-9a-f]{2})`, 'gi'), (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );

/** Control characters that a text has. */
const ordinary = new Set([9, 10, 12, 13, 27]);
const utf16 = { le: new TextDecoder('utf-16le'), be: new TextDecoder('utf-16be') } as const;
const gb18030 = new TextDecoder('gb18030');

/**
 * Some bytes as the texts that they may be; none where they are none. The first and last character may be cut.
 * Read as UTF-16 where every second byte is zero often, as GB 18030 where they are no UTF-8.
 */
function textsIn(bytes: Buffer, order: ByteOrder): readonly string[] {
  const sample = bytes.subarray(0, 65_536);
  const zeros = [0, 0];
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0;
    if (byte === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
    else if (byte < 32 && !ordinary.has(byte)) odd += 1;
  }
  const [even = 0, uneven = 0] = zeros;
  if (order === 'le' || uneven > sample.length / 16) return both(bytes, utf16.le);
  if (order === 'be' || even > sample.length / 16) return both(bytes, utf16.be);
  if (even + uneven > 0 || odd > sample.length / 32) return [];
  const [from, end] = wholeUtf8(bytes);
  return isUtf8(bytes.subarray(from, end))
    ? [bytes.toString('utf8')]
    : [bytes.toString('utf8'), ...both(bytes, gb18030)];
}

/** A piece may begin in the middle of a character of two bytes. Copied: Node reads UTF-16 well from an even address only. */
const both = (bytes: Buffer, decoder: Readonly<{ decode(bytes: Uint8Array): string }>): readonly string[] => [
  decoder.decode(new Uint8Array(bytes)),
  decoder.decode(new Uint8Array(bytes.subarray(1))),
];

/** Where the first whole character of UTF-8 begins, and behind the last. */
function wholeUtf8(bytes: Buffer): readonly [number, number] {
  const follows = (at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  let from = 0;
  while (from < 3 && follows(from)) from += 1;
  let end = bytes.length;
  while (end > from && end > bytes.length - 3 && follows(end - 1)) end -= 1;
  const lead = bytes[end - 1] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc0) return [from, bytes.length];
  return [from, bytes.length - (end - 1) >= length ? bytes.length : end - 1];
}
