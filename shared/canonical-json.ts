/** What a record may hold: strings, booleans, null, whole numbers below 2^53, lists and objects of these. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The canonical JSON text of a value, by RFC 8785 (JSON Canonicalization Scheme), narrowed to whole numbers so that no
 * two programs can print a number differently. A property whose value is `undefined` is left out.
 *
 * @throws {TypeError} for a fraction, a number beyond 2^53, an unpaired surrogate, or anything that is not JSON
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`A record holds whole numbers below 2^53, not ${value}`);
    return String(value === 0 ? 0 : value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('A record holds well-formed text; call toWellFormed() and warn');
    return JSON.stringify(value); // RFC 8785 §3.2.2.2 is ECMAScript's own escaping
  }
  if (Array.isArray(value)) return `[${value.map((one: Json) => canonicalJson(one)).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`Not JSON: ${typeof value}`);
  const members = Object.entries(value)
    .filter((member): member is [string, Json] => member[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1)); // by UTF-16 code unit, RFC 8785 §3.2.3
  return `{${members.map(([key, one]) => `${canonicalJson(key)}:${canonicalJson(one)}`).join(',')}}`;
}

/** The canonical JSON as UTF-8 bytes: what is stored and hashed. */
export function canonicalBytes(value: Json): Uint8Array {
  return utf8(canonicalJson(value));
}

/** UTF-8 bytes of a text. Written out because `shared/` has neither Node's Buffer nor the DOM's TextEncoder. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
  }
  return Uint8Array.from(bytes);
}
