import { commonCharacters } from './common-characters.ts';

/** A text's words, by what they were read, and how sure that is. */
export type JudgedText = Readonly<{
  text: string;
  charset: string;
  /**
   * *marked*: by the file's own byte order mark. *valid*: UTF-8 through and through, which no other text is by chance.
   * *repaired*: UTF-8 but for a few bytes, which stand in the text as `[0xNN]`. *judged*: what fits best, a guess.
   */
  how: 'marked' | 'valid' | 'repaired' | 'judged';
  /** Bytes that the charset does not know, shown as such. */
  badBytes: number;
}>;

/**
 * Reads a text whose charset nobody declares, by the evidence of its bytes: its mark, else UTF-8, else UTF-8 with a few
 * bad bytes (one bad byte of a cut download must not turn all words into others), else the one of the charsets of the
 * region whose characters are those that texts are full of.
 *
 * @param more the file goes on: its last character may be cut through, which is no fault
 */
export function judgeCharset(bytes: Uint8Array, more = false): JudgedText {
  const marked = markOf(bytes);
  if (marked) return { ...decode(bytes, marked, more), charset: marked, how: 'marked' };
  const wide = isWide(bytes);
  if (wide) return { ...decode(bytes, wide, more), charset: wide, how: 'judged' };
  const asUtf8 = decode(bytes, 'utf-8', more);
  if (asUtf8.badBytes === 0) return { ...asUtf8, charset: 'utf-8', how: 'valid' };
  const written = letters(asUtf8.text).length;
  if (asUtf8.badBytes * 8 <= written) return { ...asUtf8, charset: 'utf-8', how: 'repaired' };
  return fitting(bytes, more);
}

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** So many bytes are looked at to tell a charset. */
const sample = 262_144;

/**
 * UTF-16 without a mark: its spaces, line ends, digits and signs are a zero byte and another, always on the same side; a
 * text of one byte a letter has no zero bytes.
 */
function isWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, sample);
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < Math.max(2, looked / 200)) return null;
  const charset = odd > even * 20 ? 'utf-16le' : even > odd * 20 ? 'utf-16be' : null;
  if (!charset) return null;
  const { text } = decode(bytes.subarray(0, looked), charset, true);
  return /[\u0000-\u0008\ufffe\uffff\ufffd]/.test(text) ? null : charset;
}

/** Of the region, in the order in which they win where nothing tells them apart. */
const legacy = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252'] as const;

function fitting(bytes: Uint8Array, more: boolean): JudgedText {
  const head = bytes.subarray(0, sample);
  const scores = legacy.map((charset) => ({ charset, score: scoreOf(head, charset, more || bytes.length > sample) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return { ...decode(bytes, best.charset, more), charset: best.charset, how: 'judged' };
}

/** How much what a charset makes of these bytes looks like a text: 1 is full of common characters, below 0 is none. */
function scoreOf(bytes: Uint8Array, charset: (typeof legacy)[number], more: boolean): number {
  const { text, badBytes } = decode(bytes, charset, more);
  const seen = letters(text);
  if (seen.length === 0) return 0;
  const points = seen.reduce((sum, letter) => sum + pointsOf(letter, charset === 'windows-1252'), 0);
  return (points - badBytes * 4) / (seen.length + badBytes);
}

function pointsOf(letter: string, western: boolean): number {
  // A text of Western Europe has its signs one by one, which the others take for halves of their own.
  if (western) return /[à-öø-ÿÀ-ÖØ-Þß€’“”–—«»°§©]/u.test(letter) ? 0.5 : -0.5;
  if (commonCharacters.has(letter) || /[\u3041-\u3096\u30a1-\u30fc]/u.test(letter)) return 1;
  if (/[\uff61-\uff9f]/u.test(letter)) return -0.3; // half-width kana: what bytes of Chinese look like in Shift-JIS
  if (/[\u4e00-\u9fff\uac00-\ud7a3]/u.test(letter)) return 0.1;
  return /[\p{Co}\p{Cn}\p{Cc}]/u.test(letter) ? -2 : -0.2;
}

const letters = (text: string): readonly string[] =>
  Array.from(text).filter((letter) => letter > '\u007f' && letter !== '\ufffd');

/** Decodes with each byte that the charset does not know as `[0xNN]`: a bad byte is shown, and counted, never left out. */
function decode(bytes: Uint8Array, charset: string, more: boolean): Readonly<{ text: string; badBytes: number }> {
  const decoder = new TextDecoder(charset, { fatal: true });
  try {
    return { text: decoder.decode(bytes, { stream: more }), badBytes: 0 };
  } catch {
    return decodeByParts(bytes, charset, more);
  }
}

/** A line is decoded by itself, and where it holds a bad byte, character by character. */
function decodeByParts(
  bytes: Uint8Array,
  charset: string,
  more: boolean,
): Readonly<{ text: string; badBytes: number }> {
  if (charset.startsWith('utf-16')) {
    const text = new TextDecoder(charset).decode(bytes);
    return { text, badBytes: text.split('\ufffd').length - 1 };
  }
  const parts: string[] = [];
  let badBytes = 0;
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    const next = end === -1 ? bytes.length : end + 1;
    const line = lineOf(bytes.subarray(at, next), charset, more && next === bytes.length);
    parts.push(line.text);
    badBytes += line.badBytes;
    at = next;
  }
  return { text: parts.join(''), badBytes };
}

/** The longest character of the charsets above, in bytes. */
const longestCharacter = 4;

function lineOf(line: Uint8Array, charset: string, more: boolean): Readonly<{ text: string; badBytes: number }> {
  const strict = (some: Uint8Array): string | null => {
    try {
      return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(some);
    } catch {
      return null;
    }
  };
  const all = strict(line);
  if (all !== null) return { text: all, badBytes: 0 };
  const parts: string[] = [];
  let badBytes = 0;
  for (let at = 0; at < line.length;) {
    const first = line[at] ?? 0;
    const length = first < 0x80 ? 1 : characterAt(line, at, strict);
    if (length > 0)
      parts.push(first < 0x80 ? String.fromCharCode(first) : (strict(line.subarray(at, at + length)) ?? ''));
    else if (more && at + longestCharacter > line.length)
      break; // cut through by the end of what was read
    else {
      parts.push(`[0x${first.toString(16).toUpperCase().padStart(2, '0')}]`);
      badBytes += 1;
    }
    at += Math.max(1, length);
  }
  return { text: parts.join(''), badBytes };
}

/** How many bytes the character there has; 0 where there is none. */
function characterAt(line: Uint8Array, at: number, strict: (some: Uint8Array) => string | null): number {
  for (let length = 1; length <= longestCharacter && at + length <= line.length; length += 1) {
    const text = strict(line.subarray(at, at + length));
    if (text !== null && Array.from(text).length === 1) return length;
  }
  return 0;
}
