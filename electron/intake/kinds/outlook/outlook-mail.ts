import type { FieldsData } from '@kenjiuno/msgreader';
import { because } from '../../../../shared/cause.ts';
import type { Reason } from '../../../../shared/case/record.ts';
import { isCharset, readDeclared } from '../../charset/declared-charset.ts';
import { judgeCharset } from '../../charset/judge-charset.ts';
import { htmlText } from '../mail/html-text.ts';
import { isBlank } from '../mail/mail-body.ts';
import { shownFields } from '../mail/mail-fields.ts';
import type { ReadMail } from '../mail/mail.ts';
import { readRtf, uncompressedRtf, type RtfBody } from './rtf-body.ts';

/** A mail as Outlook saves it (MS-OXMSG): often without the head that it came with, which is then said by its absence. */
export async function outlookMail(bytes: Uint8Array): Promise<ReadMail> {
  const { reader, found, codePage } = await opened(bytes);
  const says = [found.subject, found.body, found.bodyHtml, found.html, found.senderName, found.headers];
  if ([...says, found.attachments?.[0]].every((one) => one === undefined)) throw new Error(because('not-outlook'));
  const { text, html, notes, unread } = bodiesOf(found, codePage);
  const kind = (found.messageClass ?? '').slice(0, 100);
  const unsent = ((found.messageFlags ?? 0) & unsentFlag) !== 0;
  const rich = found.compressedRtf === undefined ? [] : ['RTF'];
  return {
    head: (found.headers ?? '').replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' '),
    text,
    html,
    attachments: (found.attachments ?? []).map(({ attachMimeTag, pidContentId }, at) => {
      const { fileName, content } = reader.getAttachment(at);
      const named = { name: fileName, mediaType: attachMimeTag ?? '', content };
      return { ...named, contentId: pidContentId ?? null, address: null, encoded: null };
    }),
    fields: shownFields(headFields(found, unsent)),
    unopened: [
      ...(unsent ? [{ code: 'mail-unsent' }] : []),
      ...notes,
      ...(/smime/i.test(kind) ? [{ code: 'mail-part-not-opened', params: { type: kind } }] : []),
    ],
    accounted: !unread && /^IPM\.Note$/i.test(kind),
    holds: because('holds-types', { types: [kind || 'Outlook', ...rich].join(', ') }),
  };
}

/** The message, its words by the charset that it names where they are not in Unicode. */
async function opened(bytes: Uint8Array) {
  // CommonJS: the class stands under `default` of what the package exports.
  const {
    default: { default: MsgReader },
  } = await import('@kenjiuno/msgreader');
  const buffer = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  const reader = new MsgReader(buffer);
  const found = reader.getFileData();
  const { internetCodepage, messageCodepage } = found;
  const codePage = internetCodepage ?? messageCodepage ?? 0;
  const own = messageCodepage === undefined || messageCodepage === 1200 ? codePage : messageCodepage;
  const charset = charsetOf(keptIn[own] ?? own);
  if (charset === null || !ansi.has(charset)) return { reader, found, codePage };
  const again = new MsgReader(buffer);
  again.parserConfig = { ansiEncoding: charset };
  return { reader: again, found: again.getFileData(), codePage };
}

/** The words of a message in its forms; `unread`: it has an RTF form that could not be read. */
function bodiesOf(found: FieldsData, codePage: number) {
  const rich = richOf(found);
  const own = found.bodyHtml ?? htmlOf(found.html, charsetOf(keptIn[codePage] ?? codePage));
  const html = own ?? rich.html;
  const blank = isBlank(found.body ?? '');
  const text = (blank ? rich.words : null) ?? found.body ?? null;
  const notes: Reason[] = [];
  if (blank && !isBlank(rich.words ?? '')) notes.push({ code: 'mail-rtf-words' });
  if (own === null && rich.html !== null) notes.push({ code: 'mail-rtf-html' });
  // Beside words, the rich form says the same in another dress; alone, it is the body.
  if (rich.unread && isWordless(text, html)) notes.push({ code: 'mail-body-rtf', params: { bytes: rich.bytes } });
  return { text, html, notes, unread: rich.unread };
}

const isWordless = (text: string | null, html: string | null): boolean =>
  isBlank(text ?? '') && (html === null || isBlank(htmlText(html)));

function richOf({ compressedRtf }: FieldsData) {
  const bytes = compressedRtf?.length ?? 0;
  const rtf = rtfOf(compressedRtf);
  const unread = bytes > 0 && rtf === null;
  return rtf?.as === 'html'
    ? { html: rtf.text, words: null, bytes, unread }
    : { html: null, words: rtf?.text ?? null, bytes, unread };
}

/** [MS-OXCMSG] §2.2.1.6: the message was never sent. */
const unsentFlag = 8;
/** Charsets of one or two bytes a letter that older files have their words in. */
const ansi = new Set(['cp936', 'cp950', 'cp932', 'cp949', 'cp1250', 'cp1251', 'cp1253', 'cp1254']);

/** Code pages of mail ([MS-UCODEREF] §2.2.1) whose words a computer keeps in another. */
const keptIn: Readonly<Record<number, number>> = {
  50220: 932,
  50221: 932,
  50222: 932,
  51932: 932,
  20936: 936,
  51936: 936,
  52936: 936,
  54936: 936,
  51949: 949,
  50225: 949,
};

const charsetOf = (codePage: number): string | null =>
  codePage === 0 || codePage === 1200 ? null : codePage === 65_001 ? 'utf-8' : `cp${codePage}`;

/** HTML that a file holds as bytes: by the charset that its message names, where the bytes are of it. */
function htmlOf(bytes: Uint8Array | undefined, charset: string | null): string | null {
  if (bytes === undefined) return null;
  const named = charset !== null && isCharset(charset) ? charset : charset?.replace(/^cp/, 'windows-');
  return named !== undefined && isCharset(named) ? readDeclared(bytes, named).text : judgeCharset(bytes).text;
}

function rtfOf(compressed: Uint8Array | undefined): RtfBody | null {
  const rtf = compressed === undefined ? null : uncompressedRtf(compressed);
  return rtf === null ? null : readRtf(rtf);
}

/** The fields of a head, made from the properties of the file, for it may have no head of its own. */
function headFields(found: FieldsData, unsent: boolean): readonly Readonly<{ name: string; value: string }>[] {
  const kinds = ['to', 'cc', 'bcc'];
  const people = (type: string | null) =>
    (found.recipients ?? [])
      .filter(({ recipType }) => (type === null ? !kinds.includes(recipType ?? '') : recipType === type))
      .map(({ name = '', smtpAddress, email = '' }) => `${name} <${smtpAddress ?? email}>`)
      .join('; ');
  const sender = found.senderSmtpAddress ?? found.senderEmail ?? '';
  return [
    { name: 'From', value: `${found.senderName ?? ''} ${sender === '' ? '' : `<${sender}>`}`.trim() },
    { name: 'To', value: people('to') },
    { name: 'Cc', value: people('cc') },
    { name: 'Bcc', value: people('bcc') },
    { name: 'Recipient', value: people(null) }, // of a kind that the file does not say
    { name: 'Subject', value: found.subject ?? '' },
    { name: 'Date', value: unsent ? '' : (found.clientSubmitTime ?? found.messageDeliveryTime ?? '') },
    { name: 'Start', value: found.apptStartWhole ?? found.clipStart ?? '' },
    { name: 'End', value: found.apptEndWhole ?? '' },
    { name: 'Location', value: found.apptLocation ?? found.apptOldLocation ?? '' },
    { name: 'Message-ID', value: found.messageId ?? '' },
  ].filter(({ value }) => value !== '');
}
