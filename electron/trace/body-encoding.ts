import { knownLabel, markOf } from '../casefile/files/encoding-labels.ts';
import { latin1 } from '../../shared/verify/byte-source.ts';

/** The encoding of a body, and where it is told. */
export type BodyEncoding = Readonly<{
  /** A label of the Encoding Standard: `utf-8`, `gbk`. */
  label: string;
  from: 'byte-order-mark' | 'header' | 'document' | 'bytes';
}>;

/** How far into a document its own word for its encoding may stand (HTML §13.2.3.2). */
const prescan = 1_024;

/**
 * The encoding that a browser would read a body in (Encoding Standard §4.2, HTML §13.2.3): the byte order mark, the
 * header, the document's own word; else UTF-8 where the bytes are that, and GB 18030 where they are not.
 */
export function encodingOf(bytes: Uint8Array, charset: string | null): BodyEncoding {
  const mark = markOf(bytes);
  if (mark) return { label: mark, from: 'byte-order-mark' };
  const told = charset === null ? null : knownLabel(charset);
  if (told !== null) return { label: told, from: 'header' };
  const head = latin1(bytes.subarray(0, prescan));
  const own = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ?? /<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head);
  const word = own?.[1] === undefined ? null : knownLabel(own[1]);
  if (word !== null) return { label: word.startsWith('utf-16') ? 'utf-8' : word, from: 'document' };
  return { label: isUtf8(bytes) ? 'utf-8' : 'gb18030', from: 'bytes' };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The text of a body, its byte order mark kept, so that places count from the first byte. */
export function bodyText(bytes: Uint8Array, { label }: BodyEncoding): string {
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
}

/**
 * Where a unit of the text begins in the bytes. Found by halving: no decoder tells places, but the longer the beginning
 * that is decoded, the longer its text.
 *
 * @param index of a UTF-16 unit of `textOf`
 */
export function byteOffsetOf(bytes: Uint8Array, { label }: BodyEncoding, index: number): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const begun = new TextDecoder(label, { ignoreBOM: true }).decode(bytes.subarray(0, middle), { stream: true });
    if (begun.length >= index) high = middle;
    else low = middle + 1;
  }
  return low;
}
