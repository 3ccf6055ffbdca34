import type { MailAnswer } from './mail-words.ts';
import { fact, type FileFact } from '../../facts.ts';
import { readWords } from './encoded-words.ts';
import { headLines, isUnsure } from './head-lines.ts';
import { addressesIn } from './mail-fields.ts';
import { messagesOf } from './mailbox.ts';
import { unwrapped } from './unwrapped.ts';
import { openRegularHandle } from '../../../casefile/files/regular-file.ts';

/** The fields that a sheet shows. A sender can write anything in them: they are told as the file's claims. */
const shown = [
  'From',
  'To',
  'Cc',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  // What a server on the way says that it checked: quoted, since anybody can write such a field.
  'Authentication-Results',
  'ARC-Authentication-Results',
  'Received-SPF',
];

const longestHead = 262_144;
/** A message has one `From`; a second one is a trick worth seeing, a hundred are noise. */
const mostOfOneField = 3;

/** Reads the head of an e-mail as it was saved (RFC 5322). Bounded, linear, whatever the bytes. */
export async function readMailHead(path: string): Promise<MailAnswer> {
  const file = await openRegularHandle(path, 'followed');
  try {
    const buffer = Buffer.alloc(longestHead);
    const { bytesRead } = await file.read(buffer, 0, longestHead, 0);
    return mailHeadFacts(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** @param bytes the file's beginning */
export function mailHeadFacts(bytes: Buffer): MailAnswer {
  if (messagesOf(bytes)) return { facts: [], warnings: [] }; // whose head would it be
  const { lines, read, ended } = headLines(unwrapped(bytes).message);
  const facts: FileFact[] = [];
  const seen = new Map<string, number>();
  let judged = 0;
  const cut = !ended && bytes.length >= longestHead; // the last field goes on
  for (const [at, line] of lines.entries()) {
    const colon = line.indexOf(':');
    const name = shown.find((one) => one.toLowerCase() === line.slice(0, colon).trim().toLowerCase());
    if (colon < 1 || name === undefined) continue;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    if (times > mostOfOneField) continue;
    const words = readWords(line.slice(colon + 1).trim());
    judged += words.judged;
    const addresses = addressesIn(name, words.text);
    const goesOn = cut && at === lines.length - 1;
    const whole = addresses === null ? (goesOn ? '?' : undefined) : `${goesOn ? '≥ ' : ''}${addresses} @`;
    facts.push(fact(name, words.text, 'mail header', whole));
  }
  return {
    facts,
    warnings: [
      ...(cut ? [{ code: 'mail-head-cut', params: { bytes: longestHead } }] : []),
      ...[...seen].flatMap(([field, of]) =>
        of > mostOfOneField ? [{ code: 'mail-fields-cut', params: { field, shown: mostOfOneField, of } }] : [],
      ),
      ...(isUnsure(read)
        ? [{ code: 'mail-head-charset-judged', params: { charset: read.charset.toUpperCase() } }]
        : []),
      ...(judged > 0 ? [{ code: 'mail-words-judged', params: { count: judged } }] : []),
    ],
  };
}
