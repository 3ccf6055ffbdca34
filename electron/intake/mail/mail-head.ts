import { open } from 'node:fs/promises';
import type { MailAnswer } from '../child-words.ts';
import { fact, type FileFact } from '../facts.ts';
import { decodeWords } from './encoded-words.ts';

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
  const file = await open(path, 'r');
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
  let guessed = false;
  for (const line of unfolded(head)) {
    const colon = line.indexOf(':');
    const name = shown.find((one) => one.toLowerCase() === line.slice(0, colon).trim().toLowerCase());
    if (colon < 1 || name === undefined) continue;
    if (facts.filter((one) => one.name === name).length >= mostOfOneField) continue;
    const raw = decodeRaw(Buffer.from(line.slice(colon + 1).trim(), 'latin1'));
    guessed ||= raw.guessed;
    facts.push(fact(name, decodeWords(raw.text), 'mail header'));
  }
  return {
    facts,
    warnings: [
      ...(end || bytes.length < longestHead ? [] : [{ code: 'mail-head-cut', params: { bytes: longestHead } }]),
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
