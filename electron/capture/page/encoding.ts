import { closeSync, openSync, readSync } from 'node:fs';
import type { CaptureRecord, Reason } from '../../../shared/case/record.ts';

export type PageEncoding = NonNullable<CaptureRecord['encoding']>;

/** The encoding that an answer's `content-type` declares; null where it declares none. */
export function charsetOf(contentType: string | null): string | null {
  return (
    /;\s*charset\s*=\s*["']?([^"';\s]+)/i
      .exec(contentType ?? '')?.[1]
      ?.toWellFormed()
      .slice(0, 60) ?? null
  );
}

/** The encoding that a byte order mark declares (WHATWG Encoding, 6); null where the file begins with none, or cannot be read. */
export function byteOrderMark(path: string): string | null {
  const first = Buffer.alloc(3);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, first, 0, 3, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
  if (first.equals(Buffer.from([0xef, 0xbb, 0xbf]))) return 'UTF-8';
  if (first[0] === 0xfe && first[1] === 0xff) return 'UTF-16BE';
  return first[0] === 0xff && first[1] === 0xfe ? 'UTF-16LE' : null;
}

/**
 * What speaks against the words of a page: nobody declared how its bytes are to be read and the browser had to guess, the
 * declarations differ, or bytes could not be read.
 *
 * @param text title and text as the browser shows them
 */
export function encodingDoubts({ used, declared }: PageEncoding, mediaType: string, text: string): readonly Reason[] {
  const { mark, header, document } = declared;
  const doubts: Reason[] = [];
  const guessed = mark === null && header === null && document === null && /^text\/(html|plain)/i.test(mediaType);
  if (guessed && /[^\p{ASCII}]/u.test(text)) doubts.push({ code: 'encoding-guessed', params: { used } });
  const named = new Map([mark, header, document].flatMap((one) => (one === null ? [] : [[canonical(one), one]])));
  if (named.size > 1)
    doubts.push({ code: 'encodings-differ', params: { used, declared: [...named.values()].join(', ') } });
  const count = text.split('\ufffd').length - 1;
  if (count > 0) doubts.push({ code: 'replacement-characters', params: { count, used } });
  return doubts;
}

/** The same name for labels of one encoding: `gb2312` and `GBK` are read alike; a label that is none stays itself. */
function canonical(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return label.toLowerCase();
  }
}
