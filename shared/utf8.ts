import { because } from './cause.ts';
/**
 * The text of UTF-8 bytes (RFC 3629). Written out because `shared/` has neither Node's Buffer nor the DOM's TextDecoder.
 * @throws {Error} for bytes that are no UTF-8: overlong forms, surrogates and cut-off sequences included
 */
export function textOfUtf8(bytes: Uint8Array): string {
  let text = '';
  let units: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const { point, length } = pointAt(bytes, at);
    at += length;
    if (point < 0x10000) units.push(point);
    else units.push(0xd7c0 + (point >> 10), 0xdc00 + (point & 0x3ff));
    if (units.length > 8_000) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

/** Smallest code point that may take so many bytes. */
const smallest = [0, 0, 0x80, 0x800, 0x10000] as const;

function pointAt(bytes: Uint8Array, at: number): { point: number; length: 1 | 2 | 3 | 4 } {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { point: first, length: 1 };
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  let point = first & (0x7f >> length);
  for (let n = 1; n < length; n++) {
    const next = bytes[at + n] ?? 0;
    if ((next & 0xc0) !== 0x80) throw new Error(because('not-utf8'));
    point = (point << 6) | (next & 63);
  }
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  if (first < 0xc2 || first > 0xf4 || point < smallest[length] || point > 0x10ffff || surrogate)
    throw new Error(because('not-utf8'));
  return { point, length };
}
