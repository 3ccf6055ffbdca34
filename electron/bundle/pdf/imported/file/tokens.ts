/** Where the values of a PDF begin and end (ISO 32000-1 §7.2 and 7.3). Nothing here knows what they mean. */

/** A piece of the file: first byte, and the one after the last. */
export type Span = readonly [from: number, to: number];

/** A dictionary's values by key, without `/`, the last one of each; and where it ends. */
export type DictSpan = Readonly<{ values: ReadonlyMap<string, Span>; to: number }>;

/** Counts keys that stand twice in a dictionary with different values: which of them counts, ISO 32000-1 leaves open. */
export type Doubled = { doubled: number };

const deepest = 100;
const kinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = 1;
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = 2;

export const isSpace = (byte: number | undefined): boolean => byte !== undefined && kinds[byte] === 1;
/** Neither white space nor a delimiter; false at the end of the bytes. */
export const isRegular = (byte: number | undefined): boolean => byte !== undefined && kinds[byte] === 0;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** @returns where the next token begins: behind white space and comments */
export function skipSpace(bytes: Uint8Array, at: number): number {
  for (;;) {
    while (isSpace(bytes[at])) at += 1;
    if (bytes[at] !== 0x25) return at;
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  }
}

/** @returns where a run of regular characters ends: a keyword or a number */
export function wordEnd(bytes: Uint8Array, at: number): number {
  while (isRegular(bytes[at])) at += 1;
  return at;
}

export function spanText(bytes: Uint8Array, [from, to]: Span): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}

/** Whether a word stands here, whole. */
export function wordAt(bytes: Uint8Array, at: number, word: string): boolean {
  return wordEnd(bytes, at) === at + word.length && spanText(bytes, [at, at + word.length]) === word;
}

/** A whole number without sign, and where it ends; null where there is none. */
export function wholeAt(bytes: Uint8Array, at: number): Readonly<{ value: number; to: number }> | null {
  let to = at;
  let value = 0;
  for (; isDigit(bytes[to]) && to - at < 16; to++) value = value * 10 + (bytes[to] ?? 0) - 0x30;
  return to === at ? null : { value, to };
}

/** A reference `12 0 R`, and where it ends; null where there is none. */
export function referenceAt(
  bytes: Uint8Array,
  at: number,
): Readonly<{ number: number; generation: number; to: number }> | null {
  const number = wholeAt(bytes, at);
  if (!number || !isSpace(bytes[number.to])) return null;
  const generation = wholeAt(bytes, skipSpace(bytes, number.to));
  if (!generation) return null;
  const letter = skipSpace(bytes, generation.to);
  return wordAt(bytes, letter, 'R') ? { number: number.value, generation: generation.value, to: letter + 1 } : null;
}

/**
 * @returns where the value that begins here ends
 * @throws {Error} where no value begins, or it does not end
 */
export function valueEnd(bytes: Uint8Array, at: number, seen: Doubled = { doubled: 0 }, depth = 0): number {
  if (depth > deepest) throw new Error('values nested too deeply');
  const byte = bytes[at];
  if (byte === 0x28) return stringEnd(bytes, at);
  if (byte === 0x2f) return wordEnd(bytes, at + 1);
  if (byte === 0x5b) return arrayEnd(bytes, at, seen, depth);
  if (byte === 0x3c) {
    if (bytes[at + 1] !== 0x3c) return hexEnd(bytes, at);
    return dictAt(bytes, at, seen, depth).to;
  }
  const to = referenceAt(bytes, at)?.to ?? wordEnd(bytes, at);
  if (to === at) throw new Error('a value is missing');
  return to;
}

/** @throws {Error} where no dictionary begins, or it does not end */
export function dictAt(bytes: Uint8Array, at: number, seen: Doubled = { doubled: 0 }, depth = 0): DictSpan {
  if (bytes[at] !== 0x3c || bytes[at + 1] !== 0x3c) throw new Error('a dictionary is missing');
  const values = new Map<string, Span>();
  at = skipSpace(bytes, at + 2);
  while (bytes[at] !== 0x3e) {
    if (bytes[at] !== 0x2f) throw new Error('a key is missing');
    const name = wordEnd(bytes, at + 1);
    const key = nameText(spanText(bytes, [at + 1, name]));
    const from = skipSpace(bytes, name);
    const value: Span = [from, valueEnd(bytes, from, seen, depth + 1)];
    const before = values.get(key);
    if (before && spanText(bytes, before) !== spanText(bytes, value)) seen.doubled += 1;
    values.set(key, value);
    at = skipSpace(bytes, value[1]);
  }
  if (bytes[at + 1] !== 0x3e) throw new Error('a dictionary does not end');
  return { values, to: at + 2 };
}

/** `Le#6Egth` is another way to write `Length`. */
function nameText(written: string): string {
  return written.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function arrayEnd(bytes: Uint8Array, at: number, seen: Doubled, depth: number): number {
  at = skipSpace(bytes, at + 1);
  while (bytes[at] !== 0x5d) at = skipSpace(bytes, valueEnd(bytes, at, seen, depth + 1));
  return at + 1;
}

function stringEnd(bytes: Uint8Array, at: number): number {
  for (let open = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5c) at += 1;
    else if (byte === 0x28) open += 1;
    else if (byte === 0x29 && --open === 0) return at + 1;
  }
  throw new Error('a string does not end');
}

function hexEnd(bytes: Uint8Array, at: number): number {
  const to = bytes.indexOf(0x3e, at);
  if (to < 0) throw new Error('a string does not end');
  return to + 1;
}
