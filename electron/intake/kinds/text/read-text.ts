import { closeSync, readSync, fstatSync } from 'node:fs';
import type { Reason } from '../../../../shared/case/record.ts';
import type { TextAnswer } from '../../text-words.ts';
import { mostCharacters } from '../../limits.ts';
import { openRegular } from '../../../casefile/files/regular-file.ts';
import { judgeCharset, type JudgedText } from '../../charset/judge-charset.ts';

/** Reads a plain text file by the evidence of its bytes; a guess, and bytes that are no text, are said. */
export function readText(path: string): TextAnswer {
  const file = openRegular(path, 'followed');
  try {
    const { size } = fstatSync(file);
    const most = mostCharacters * 4;
    const bytes = Buffer.alloc(Math.min(size, most));
    const length = readSync(file, bytes, 0, bytes.length, 0);
    const judged = judgeCharset(bytes.subarray(0, length), size > length);
    const cut = size > length || judged.text.length > mostCharacters;
    const notes: Reason[] = [
      ...charsetNotes(judged),
      ...(cut ? [{ code: 'text-cut', params: { characters: mostCharacters } }] : []),
    ];
    const body = judged.text.slice(0, mostCharacters).toWellFormed();
    return { as: 'text', body, fields: [], head: '', notes, attachments: [] };
  } finally {
    closeSync(file);
  }
}

/** What must be said of how a text was read: nothing where its bytes leave no doubt. */
function charsetNotes({ how, charset, badBytes }: JudgedText): readonly Reason[] {
  return [
    ...(how === 'judged' ? [{ code: 'text-charset-judged', params: { charset: charset.toUpperCase() } }] : []),
    ...(badBytes > 0
      ? [{ code: 'text-bytes-not-read', params: { count: badBytes, charset: charset.toUpperCase() } }]
      : []),
  ];
}
