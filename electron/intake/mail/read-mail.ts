import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Reason } from '../../../shared/case/record.ts';
import type { TextAnswer } from '../child-words.ts';
import { mostOfText } from '../limits.ts';
import { decodeWords } from './encoded-words.ts';
import { htmlText } from './html-text.ts';

/** A mail as either of its two formats gives it. */
export type ReadMail = Readonly<{
  /** The whole head, line by line, as it can be read. */
  head: string;
  text: string | null;
  html: string | null;
  attachments: readonly Readonly<{ name: string; mediaType: string; content: Uint8Array }>[];
  /** Fields for a file whose head was not kept. */
  fields: readonly Readonly<{ name: string; value: string }>[] | null;
}>;

/** The fields that stand on top, in the order in which a reader looks for them. */
const shown = ['From', 'Sender', 'To', 'Cc', 'Bcc', 'Reply-To', 'Subject', 'Date', 'Message-ID'];

/**
 * Reads a mail whole: head, text, attachments. Attachments are written to a folder as `part-0001`, for the parent to store.
 *
 * @param as `eml`: RFC 5322 with MIME; `msg`: Outlook's own (MS-OXMSG)
 */
export async function readMail(path: string, as: 'eml' | 'msg', outFolder: string): Promise<TextAnswer> {
  if (statSync(path).size > mostOfText.mailBytes) return { as: 'none', reason: { code: 'mail-too-large' } };
  const bytes = readFileSync(path);
  let mail: ReadMail;
  try {
    mail = as === 'eml' ? await mimeMail(bytes) : await (await import('./outlook-mail.ts')).outlookMail(bytes);
  } catch (error) {
    const what = error instanceof Error ? error.message.slice(0, 200) : '';
    return { as: 'none', reason: { code: 'mail-not-read', params: { what } } };
  }
  const notes: Reason[] = [];
  if (mail.text === null && mail.html !== null) notes.push({ code: 'mail-html-as-text' });
  if (mail.text !== null && mail.html !== null) notes.push({ code: 'mail-html-beside-text' });
  const whole = mail.text ?? htmlText(mail.html ?? '');
  const kept = mail.attachments.slice(0, mostOfText.attachments);
  if (whole.length > mostOfText.characters)
    notes.push({ code: 'text-cut', params: { characters: mostOfText.characters } });
  if (mail.attachments.length > kept.length)
    notes.push({ code: 'attachments-cut', params: { count: mail.attachments.length, kept: kept.length } });
  for (const { domain, selector } of signaturesOf(mail.head))
    notes.push({ code: 'dkim-not-verified', params: { domain, selector } });
  return {
    as: 'text',
    body: whole.slice(0, mostOfText.characters).toWellFormed(),
    fields: mail.fields?.map((one) => ({ ...one })) ?? fieldsOf(mail.head),
    head: mail.head.slice(0, mostOfText.head).toWellFormed(),
    notes,
    attachments: kept.map(({ name, mediaType, content }, at) => {
      const file = `part-${String(at + 1).padStart(4, '0')}`;
      writeFileSync(join(outFolder, file), content);
      return { file, name: name.slice(0, 500).toWellFormed(), mediaType: mediaType.slice(0, 200).toWellFormed() };
    }),
  };
}

async function mimeMail(bytes: Buffer): Promise<ReadMail> {
  const mail = await PostalMime.parse(bytes, {
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: 30,
    forceRfc822Attachments: true,
  });
  return {
    head: mail.headers.map(({ originalKey, value }) => `${originalKey}: ${value}`).join('\n'),
    text: mail.text === undefined || mail.text === '' ? null : mail.text,
    html: mail.html ?? null,
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      mediaType: mimeType,
      content: asSent(bytes, mimeType, Buffer.from(content as ArrayBuffer)),
    })),
    fields: null,
  };
}

/**
 * A text or a mail that was sent without a transfer coding, as it lies in the message: the parser gives its lines with LF
 * and one too many at the end. Anything else is what the parser decoded.
 */
function asSent(message: Buffer, mediaType: string, content: Buffer): Uint8Array {
  if (!/^(?:text|message)\//i.test(mediaType) || content.at(-1) !== 10) return content;
  const lines = content.subarray(0, -1).toString('latin1').replace(/\r?\n/g, '\r\n');
  const sent = Buffer.from(lines, 'latin1');
  return message.includes(sent) ? sent : content;
}

function fieldsOf(head: string): { name: string; value: string }[] {
  const lines = head.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
  return shown.flatMap((name) =>
    lines
      .filter(([one = '']) => one.toLowerCase() === name.toLowerCase())
      .slice(0, 3) // a second From is a trick worth seeing
      .map(([, value = '']) => ({ name, value: decodeWords(value.trim().slice(0, 4_000)).toWellFormed() })),
  );
}

/** Who signed the mail by DKIM (RFC 6376 §3.5): the domain and the name under which its key stands in the DNS. */
function signaturesOf(head: string): readonly Readonly<{ domain: string; selector: string }>[] {
  return head
    .split('\n')
    .filter((line) => /^dkim-signature:/i.test(line))
    .slice(0, 5)
    .map((line) => {
      const tag = (name: string) => new RegExp(`[:;]\\s*${name}\\s*=\\s*([^;\\s]{1,253})`, 'i').exec(line)?.[1] ?? '?';
      return { domain: tag('d'), selector: tag('s') };
    });
}
