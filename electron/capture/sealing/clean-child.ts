// Looks for credentials in the files of a capture, in a process of its own: a long page takes seconds and a hundred
// megabytes, and most of it can be looked at while the archive is packed.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { cleanedFile, wordsWithout } from '../../../shared/redaction/cleaned-file.ts';
import { amongWords, takeNamed } from '../../../shared/redaction/credentials.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';
import { hearParent, tellParent } from '../../casefile/processes/parent-process.ts';
import type { CleanedByChild, FileToClean, FromCleaner, FileOfCase, ToCleaner } from './messages.ts';

let isShown: (value: string) => boolean = () => false;
let take = takeNamed(isShown);

function contentOf({ path, sha256 }: FileOfCase): Uint8Array {
  const bytes = readRegular(path);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error('a file is not what was stored');
  return bytes;
}

function cleanedBy(file: FileToClean, known: readonly string[]): CleanedByChild {
  const content = contentOf(file);
  const cleaned = file.words ? wordsWithout(content, known) : cleanedFile(content, known, isShown, take);
  if (cleaned.is !== 'replaced') return cleaned;
  writeFileSync(file.to, cleaned.bytes, { mode: 0o600, flag: 'wx' });
  return { is: 'replaced', count: cleaned.count };
}

hearParent((sent) => {
  const message = sent as ToCleaner; // by cleaner.ts only
  if ('look' in message) {
    if (message.text) isShown = amongWords(Buffer.from(contentOf(message.text)).toString('utf8'));
    take = takeNamed(isShown);
    for (const file of message.look) cleanedFile(contentOf(file), [], isShown, take);
  } else {
    const answer: FromCleaner = { cleaned: message.clean.map((file) => cleanedBy(file, message.known)) };
    tellParent(answer);
  }
});
