import type { MailAnswer } from './mail-words.ts';
import { fact, type FileFact } from '../../facts.ts';
import { decodeWords } from './encoded-words.ts';
import { addressesIn } from './mail-fields.ts';
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
  const text = bytes.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  const end = /\r?\n\r?\n/.exec(text);
  const head = (end ? text.slice(0, end.index) : text).replace(/^From [^\n]*\n/, '');
  const facts: FileFact[] = [];
  const seen = new Map<string, number>();
  let guessed = false;
  const lines = unfolded(head);
  const cut = end === null && bytes.length >= longestHead; // the last field goes on
  for (const [at, line] of lines.entries()) {
    const colon = line.indexOf(':');
    const name = shown.find((one) => one.toLowerCase() === line.slice(0, colon).trim().toLowerCase());
    if (colon < 1 || name === undefined) continue;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    if (times > mostOfOneField) continue;
    const raw = decodeRaw(Buffer.from(line.slice(colon + 1).trim(), 'latin1'));
    guessed ||= raw.guessed;
    const value = decodeWords(raw.text);
    const addresses = addressesIn(name, value);
    const goesOn = cut && at === lines.length - 1;
    const whole = addresses === null ? (goesOn ? '?' : undefined) : `${goesOn ? '≥ ' : ''}${addresses} @`;
    facts.push(fact(name, value, 'mail header', whole));
  }
  return {
    facts,
    warnings: [
      ...(cut ? [{ code: 'mail-head-cut', params: { bytes: longestHead } }] : []),
      ...[...seen].flatMap(([field, of]) =>
        of > mostOfOneField ? [{ code: 'mail-fields-cut', params: { field, shown: mostOfOneField, of } }] : [],
      ),
      ...(guessed ? [{ code: 'mail-charset-guessed' }] : []),
    ],
  };
}

/** A field goes on where a line begins with white space (RFC 5322 §2.2.3). */
function unfolded(head: string): readonly string[] {
  return head.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/);
}

/** Bytes beyond ASCII without a declared charset: UTF-8 (RFC 6532) where they are, else GB18030, told as a guess. */
function decodeRaw(bytes: Buffer): { text: string; guessed: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), guessed: true };
  }
}
