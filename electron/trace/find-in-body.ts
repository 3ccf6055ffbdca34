import { byteOffsetOf, encodingOf, bodyText, type BodyEncoding } from './body-encoding.ts';
import { Letters, withoutSpace } from './letters.ts';
import { readAs, writings, type Writing } from './writings.ts';

/** Where a body says some words. Offsets count bytes from the body's first one; `end` is the byte behind the last. */
export type FoundInBody = Readonly<{
  ranges: readonly Readonly<{ offset: number; end: number }>[];
  /** How often in all; `ranges` has the first few. */
  count: number;
  encoding: BodyEncoding;
  writing: Writing;
}>;

const mostRanges = 5;

/**
 * Finds words in a body as the server sent it, content coding undone. White space does not count, as in `findWords`. The
 * plainest writing that has them is told.
 *
 * @param charset the header's, or null
 */
export function findInBody(bytes: Uint8Array, charset: string | null, words: string): FoundInBody | null {
  const wanted = words.replace(/\s+/gu, '');
  if (wanted === '' || bytes.length === 0) return null;
  const encoding = encodingOf(bytes, charset);
  const text = bodyText(bytes, encoding);
  const plain = Letters.of(text);
  for (const writing of writings) {
    const read = readAs[writing](plain, text);
    const letters = read && withoutSpace(read);
    if (!letters) continue;
    const shown = letters.text(0, letters.length);
    const starts = startsOf(shown, wanted);
    if (starts.length === 0) continue;
    const ranges = starts.slice(0, mostRanges).map((start) => ({
      offset: byteOffsetOf(bytes, encoding, letters.from(start)),
      end: byteOffsetOf(bytes, encoding, letters.to(start + wanted.length - 1)),
    }));
    return { ranges, count: starts.length, encoding, writing };
  }
  return null;
}

function startsOf(text: string, wanted: string): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) starts.push(at);
  return starts;
}
