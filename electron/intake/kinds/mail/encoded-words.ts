/** One RFC 2047 encoded word. Spaces within are against the RFC and common. */
const word = /=\?([^?\s*]{1,40})(?:\*[^?\s]{0,40})?\?([bq])\?([^?\r\n]{0,4000})\?=/gi;

/**
 * Decodes RFC 2047 encoded words: `=?GB2312?B?1tDOxA==?=` → `中文`. Neighbours of the same charset are joined as bytes
 * first, because senders split characters between words. A word of an unknown charset stays as it is.
 */
export function decodeWords(text: string): string {
  let out = '';
  let end = 0;
  let pending: { charset: string; bytes: Buffer[]; raw: string } | null = null;
  const flush = () => {
    if (pending) out += decodeBytes(Buffer.concat(pending.bytes), pending.charset) ?? pending.raw;
    pending = null;
  };
  for (const match of text.matchAll(word)) {
    const [raw, charset = '', coding = '', content = ''] = match;
    const between = text.slice(end, match.index);
    const bytes = coding.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : quoted(content);
    if (pending && between.trim() === '' && pending.charset === charset.toLowerCase()) {
      pending.bytes.push(bytes);
      pending.raw += between + raw;
    } else {
      const joined = pending !== null && between.trim() === ''; // white space between two words is not text (§6.2)
      flush();
      if (!joined) out += between;
      pending = { charset: charset.toLowerCase(), bytes: [bytes], raw };
    }
    end = match.index + raw.length;
  }
  flush();
  return out + text.slice(end);
}

/** @returns null when the charset is unknown */
function decodeBytes(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return null; // RangeError: a label that the encoding standard does not know
  }
}

/** The "Q" coding (RFC 2047 §4.2). */
function quoted(content: string): Buffer {
  const latin = content
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin, 'latin1');
}
