import { textOfUtf8 } from '../utf8.ts';

/** Text of a file, and whether it is as a program wrote it (UTF-8), or as an editor saved it again. */
export type SavedText = Readonly<{ text: string; encoding: 'UTF-8' | 'UTF-8, BOM' | 'UTF-16LE' | 'UTF-16BE' }>;

/**
 * The text of a file that an editor may have saved again: a byte order mark at its beginning says how (Unicode 23.8).
 * @throws {Error} for bytes that are not what they say they are
 */
export function savedText(bytes: Uint8Array): SavedText {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { text: textOfUtf8(bytes.subarray(3)), encoding: 'UTF-8, BOM' };
  if (first === 0xff && second === 0xfe) return { text: textOfUtf16(bytes.subarray(2), true), encoding: 'UTF-16LE' };
  if (first === 0xfe && second === 0xff) return { text: textOfUtf16(bytes.subarray(2), false), encoding: 'UTF-16BE' };
  return { text: textOfUtf8(bytes), encoding: 'UTF-8' };
}

function textOfUtf16(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = '';
  let units: number[] = [];
  for (let at = 0; at < bytes.length; at += 2) {
    units.push(view.getUint16(at, little)); // an odd byte throws
    if (units.length < 8_000) continue;
    text += String.fromCharCode(...units);
    units = [];
  }
  return text + String.fromCharCode(...units);
}
