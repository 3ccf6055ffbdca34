import { closeSync, readSync, fstatSync } from 'node:fs';
import type { Reason } from '../../../../shared/case/record.ts';
import type { TextAnswer } from '../../text-words.ts';
import { mostCharacters } from '../../limits.ts';
import { openRegular } from '../../../casefile/files/regular-file.ts';

/** Reads a plain text file: by its byte order mark, else as UTF-8, else as GB18030, which is said as a guess. */
export function readText(path: string): TextAnswer {
  const file = openRegular(path, 'followed');
  try {
    const { size } = fstatSync(file);
    const most = mostCharacters * 4;
    const bytes = Buffer.alloc(Math.min(size, most));
    const length = readSync(file, bytes, 0, bytes.length, 0);
    const { text, guessed } = decodedText(bytes.subarray(0, length), size > length);
    const cut = size > length || text.length > mostCharacters;
    const notes: Reason[] = [
      ...(guessed ? [{ code: 'text-charset-guessed' }] : []),
      ...(cut ? [{ code: 'text-cut', params: { characters: mostCharacters } }] : []),
    ];
    const body = text.slice(0, mostCharacters).toWellFormed();
    return { as: 'text', body, fields: [], head: '', notes, attachments: [] };
  } finally {
    closeSync(file);
  }
}

/** @param more the file goes on: its last character may be cut through */
export function decodedText(bytes: Uint8Array, more = false): Readonly<{ text: string; guessed: boolean }> {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (marked) return { text: new TextDecoder(marked).decode(bytes), guessed: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: more }), guessed: false };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), guessed: true };
  }
}
