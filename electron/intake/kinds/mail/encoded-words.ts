import { isCharset, isStateful, readDeclared } from '../../charset/declared-charset.ts';

/** One RFC 2047 encoded word. Spaces within are against the RFC and common. */
const word = /=\?([^?\s*]{1,40})(?:\*[^?\s]{0,40})?\?([bq])\?([^?\r\n]{0,4000})\?=/gi;

/** What a field says, and how much of that is a guess: words whose bytes are not of the charset that they declare. */
export type DecodedWords = Readonly<{ text: string; judged: number }>;

/**
 * Decodes RFC 2047 encoded words: `=?GB2312?B?1tDOxA==?=` → `中文`. Neighbours of the same charset are joined as bytes
 * first, because senders split characters between words. A word whose bytes are not of its charset is read by their
 * evidence, and counted; one of a charset that nobody knows stays as it is.
 */
export function readWords(text: string): DecodedWords {
  let out = '';
  let end = 0;
  let judged = 0;
  let pending: { charset: string; bytes: Buffer[]; raw: string } | null = null;
  const flush = () => {
    if (!pending) return;
    if (!isCharset(pending.charset)) {
      out += pending.raw;
      pending = null;
      return;
    }
    const bytes = Buffer.concat(pending.bytes);
    const read = readDeclared(bytes, pending.charset);
    if (read.how !== 'declared') judged += 1;
    out += read.text;
    pending = null;
  };
  for (const match of text.matchAll(word)) {
    const [raw, charset = '', coding = '', content = ''] = match;
    const between = text.slice(end, match.index);
    const bytes = coding.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : quoted(content);
    const follows = pending !== null && between.trim() === ''; // white space between two words is not text (§6.2)
    if (pending && follows && pending.charset === charset.toLowerCase() && !isStateful(charset)) {
      pending.bytes.push(bytes);
      pending.raw += between + raw;
    } else {
      flush();
      if (!follows) out += between;
      pending = { charset: charset.toLowerCase(), bytes: [bytes], raw };
    }
    end = match.index + raw.length;
  }
  flush();
  return { text: out + text.slice(end), judged };
}

/** The words alone. */
export const decodeWords = (text: string): string => readWords(text).text;

/** The "Q" coding (RFC 2047 §4.2). */
function quoted(content: string): Buffer {
  const latin = content
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin, 'latin1');
}
