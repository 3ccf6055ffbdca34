import { bareWords, isLongEnough } from '../../../shared/redaction/same-words.ts';

import { holdsAnyOf } from './many-needles.ts';

/** What is looked for: the words for texts that can be read, and their bytes for everything else. */
export type SoughtWords = Readonly<{
  words: readonly string[];
  /** Whether bytes hold any of them, in any spelling. */
  isIn(bytes: Buffer): boolean;
  /** The same without those that a text shows as they are: in what can be read, reading finds them, and knows figures of a hash. */
  isWrittenOutIn(bytes: Buffer): boolean;
  /** How many of the words are too short to be looked for. */
  short: number;
}>;

const fromTheRight = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}]/u;

/** Shorter byte strings are in pictures and packed data by chance. */
const fewestBytes = 6;

/** By the list itself: a case's words are looked for in one exhibit after the other, and preparing them takes longer. */
const prepared = new WeakMap<readonly string[], SoughtWords>();

/** Prepares the words of a case to be looked for; the same list, which nobody may change, is prepared once. */
export function wantedOf(words: readonly string[]): SoughtWords {
  const known = prepared.get(words);
  if (known) return known;
  const wanted = spelledOut(words);
  prepared.set(words, wanted);
  return wanted;
}

function spelledOut(words: readonly string[]): SoughtWords {
  const looked = words.filter(isLongEnough);
  // Some programs write what is read from the right in the order in which it is seen.
  const turned = looked.filter((one) => fromTheRight.test(one)).map((one) => Array.from(one).reverse().join(''));
  const forms = [...new Set(looked.flatMap((one) => [one.trim(), one.normalize('NFC').trim(), bareWords(one)]))];
  const byBytes = new Map<string, Buffer>();
  for (const form of forms)
    for (const needle of spellingsOf(form))
      if (needle.length >= fewestBytes) byBytes.set(needle.toString('latin1'), needle);
  const needles = [...byBytes.values()];
  const plain = new Set(forms);
  return {
    words: [...looked, ...turned],
    isIn: holdsAnyOf(needles),
    isWrittenOutIn: holdsAnyOf(needles.filter((needle) => !plain.has(needle.toString('utf8')))),
    short: words.length - looked.length,
  };
}

/** The bytes of a text in the encodings that files of evidence are written in. */
function spellingsOf(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const turned = Buffer.from(utf16).swap16();
  const plain = [utf8, utf16, turned, ...(gbkOf(text) ?? [])];
  return [...plain, ...plain.flatMap(writtenOut)];
}

/** Bytes as percent-encoding, hexadecimal figures and base64 write them. */
function writtenOut(bytes: Buffer): readonly Buffer[] {
  const hex = bytes.toString('hex');
  const percent = hex.replace(/../g, '%$&');
  return [
    ...[hex, hex.toUpperCase(), percent, percent.toUpperCase()].map((one) => Buffer.from(one, 'latin1')),
    ...[0, 1, 2].flatMap((before) => base64Within(bytes, before)),
  ];
}

/**
 * What base64 has of some bytes for certain, whatever is before and behind them.
 * @param before how many bytes of a group of three are before them
 */
function base64Within(bytes: Buffer, before: number): readonly Buffer[] {
  const whole = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const from = before === 0 ? 0 : before + 1;
  const end = Math.floor(((before + bytes.length) * 8) / 6);
  const certain = whole.slice(from, end);
  return [...new Set([certain, certain.replaceAll('+', '-').replaceAll('/', '_')])].map((one) =>
    Buffer.from(one, 'latin1'),
  );
}

let gbk: ReadonlyMap<string, number> | null = null;

/** Two-byte characters of GBK, from the platform's own decoder; it has no encoder. */
function gbkTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (Array.from(letter).length === 1 && letter !== '\ufffd' && !table.has(letter))
        table.set(letter, lead * 256 + trail);
    }
  return table;
}

/** Null where a character is not in it. */
function gbkOf(text: string): readonly Buffer[] | null {
  gbk ??= gbkTable();
  const bytes: number[] = [];
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    const code = point < 0x80 ? point : gbk.get(letter);
    if (code === undefined) return null;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return [Buffer.from(bytes)];
}
