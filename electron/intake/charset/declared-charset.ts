import { judgeCharset } from './judge-charset.ts';

/** Names of charsets that programs write and the encoding standard does not know, as it calls them. */
const alsoCalled: Readonly<Record<string, string>> = {
  cp936: 'gbk',
  ms936: 'gbk',
  'windows-936': 'gbk',
  cp950: 'big5',
  ms950: 'big5',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  cp949: 'euc-kr',
  utf8mb4: 'utf-8',
  'x-utf-8': 'utf-8',
  cp1252: 'windows-1252',
  cp65001: 'utf-8',
};

/** Charsets whose bytes say by signs in them which characters follow: words of these are never joined as bytes. */
export const isStateful = (label: string): boolean => /^(?:iso-2022-|hz|utf-?7)/i.test(label);

/** Whether a charset is read here under a name that the encoding standard does not know. */
export const isOwnName = (label: string): boolean =>
  /^(?:hz|(?:unicode-1-1-)?utf-?7)/i.test(label.trim()) || label.trim().toLowerCase() in alsoCalled;

/** Whether a charset is one that is read here, or a word by which a sender says that he does not know it. */
export function isCharset(label: string): boolean {
  const name = label.trim().toLowerCase();
  if (isStateful(name) || name in alsoCalled || /^(?:x-)?unknown(?:-8bit)?$|^(?:default|none|8bit)$/.test(name))
    return true;
  try {
    return new TextDecoder(name).encoding !== 'replacement';
  } catch {
    return false;
  }
}

/**
 * Reads bytes as the charset that somebody declared.
 *
 * @returns null where nobody knows the charset, or the bytes are not of it
 */
export function decodeDeclared(bytes: Uint8Array, label: string): string | null {
  const name = label.trim().toLowerCase();
  if (/^hz(?:-gb-2312)?$/.test(name)) return fromHz(bytes);
  if (/^(?:unicode-1-1-)?utf-?7$/.test(name)) return fromUtf7(bytes);
  try {
    return new TextDecoder(alsoCalled[name] ?? name, { fatal: true }).decode(bytes);
  } catch {
    return null; // RangeError: an unknown label; TypeError: bytes of another charset
  }
}

/** Words of a declared charset, or what they are read as where their bytes are not of it. */
type ReadDeclared = Readonly<{
  text: string;
  /** *declared*: every byte is of it. *faulty*: of it but for some, which are U+FFFD. *judged*: read by their evidence. */
  how: 'declared' | 'faulty' | 'judged';
  charset: string;
  badBytes: number;
}>;

/** Fewer letters than these give no evidence of a charset against a declared one. */
const fewLetters = 16;

/** Reads bytes as a declared charset that {@link isCharset} knows; where most of them are not of it, by their evidence. */
export function readDeclared(bytes: Uint8Array, label: string): ReadDeclared {
  const text = decodeDeclared(bytes, label);
  if (text !== null) return { text, how: 'declared', charset: label, badBytes: 0 };
  const judged = judgeCharset(bytes);
  const sure = judged.how === 'valid' || judged.how === 'marked';
  const loose = sure ? null : decodeLoosely(bytes, label);
  if (loose !== null) {
    const bad = loose.split('\ufffd').length - 1;
    const letters = Array.from(loose).filter((letter) => letter > '\u007f').length;
    if (letters < fewLetters || bad * 8 <= letters)
      return { text: loose, how: 'faulty', charset: label, badBytes: bad };
  }
  return { text: judged.text, how: 'judged', charset: judged.charset, badBytes: judged.badBytes };
}

function decodeLoosely(bytes: Uint8Array, label: string): string | null {
  const name = label.trim().toLowerCase();
  try {
    const decoder = new TextDecoder(alsoCalled[name] ?? name);
    return decoder.encoding === 'replacement' ? null : decoder.decode(bytes);
  } catch {
    return null; // a label that only says that nobody knows
  }
}

/** Chinese in seven bits (RFC 1843): `~{` begins GB 2312 without its high bits, `~}` ends it. */
function fromHz(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes).toString('latin1');
  if (/[^\x00-\x7f]/.test(text)) return null;
  return text
    .replace(/~\r?\n/g, '')
    .replace(/~\{([^~]*)(?:~\}|$)/g, (_, coded: string) => {
      const high = Uint8Array.from(coded, (letter) => letter.charCodeAt(0) | 0x80);
      return new TextDecoder('gbk').decode(high);
    })
    .replaceAll('~~', '~');
}

/** Unicode in seven bits (RFC 2152): `+`, UTF-16 in base64 without padding, `-`. */
function fromUtf7(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes).toString('latin1');
  if (/[^\x00-\x7f]/.test(text)) return null;
  return text
    .replace(/\+([A-Za-z0-9+/]*)-?/g, (_, coded: string) =>
      coded === ''
        ? '+'
        : Buffer.from(coded, 'base64')
            .subarray(0, Math.floor((coded.length * 6) / 16) * 2)
            .swap16()
            .toString('utf16le'),
    )
    .toWellFormed();
}
