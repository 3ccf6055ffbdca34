import { createHash, webcrypto, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import PostalMime, { type Attachment } from 'postal-mime';
import { because } from '../../../../shared/cause.ts';
import type { Reason } from '../../../../shared/case/record.ts';
import type { Cause } from '../../../../shared/text.ts';
import { readCertificate, type Certificate } from '../../../../shared/timestamp/certificate.ts';
import { webCryptoPrimitives } from '../../../../shared/timestamp/web-crypto.ts';
import { judgeCharset } from '../../charset/judge-charset.ts';
import { isBlank } from './mail-body.ts';
import { mailShape, type MailShape } from './mail-shape.ts';
import { calendarFields } from './calendar.ts';
import { mailFieldsOf, shownFields, type ShownFields } from './mail-fields.ts';
import type { MailAttachment, ReadMail } from './mail.ts';
import { headLines, isUnsure } from './head-lines.ts';
import { contentOfPart, encodedOf, partField, nameOfPart, textOfPart } from './part-content.ts';
import { mailboxOf, messagesOf } from './mailbox.ts';
import { openedSmime } from './smime/opened.ts';
import { openedTnef } from './tnef/opened-tnef.ts';
import { unwrapped } from './unwrapped.ts';

/** Roots that come with Node.js, read once: those of them that are not as the standard has it are left out. */
const shippedRoots = (): readonly Certificate[] => rootCertificates.flatMap(certificatesIn);

function certificatesIn(pem: string): readonly Certificate[] {
  try {
    return [readCertificate(new X509Certificate(pem).raw)];
  } catch {
    return []; // it is then no root that anything leads to
  }
}

/** A mail as it was sent (RFC 5322, MIME). @throws what the parser throws */
export async function mimeMail(file: Buffer): Promise<ReadMail> {
  const messages = messagesOf(file);
  if (messages) return mailboxOf(messages);
  const { message: outside, notes: ofFile } = unwrapped(file);
  const {
    message,
    shape,
    notes: ofSignatures,
  } = await openedSmime(outside, {
    primitives: webCryptoPrimitives(webcrypto.subtle),
    anchors: shippedRoots,
  });
  const notes = [...ofFile, ...ofSignatures];
  const ended = withHeadsEnded(message, shape.headless);
  const { parts } = shape.headless.length > 0 ? mailShape(ended) : shape;
  const { patched, notes: ofWords } = inUtf8(ended, parts);
  const mail = await PostalMime.parse(patched, {
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: 30,
    forceRfc822Attachments: true,
  });
  const sent = asSent(ended, parts, mail.attachments);
  const wrapped = openedTnef({ text: mail.text ?? null, html: mail.html ?? null, attachments: sent });
  const unopened = [...notes, ...unopenedIn(shape, wrapped.opened), ...ofWords, ...wrapped.notes];
  const untyped = textOfNoType(mail.attachments);
  const text = [wrapped.text ?? '', ...untyped].filter((one) => !isBlank(one)).join('\n');
  if (untyped.length > 0) unopened.push({ code: 'mail-text-of-no-type', params: { count: untyped.length } });
  const head = headLines(message === outside ? ended : outside); // as it was sent, whatever was opened
  const lines = head.lines.join('\n');
  if (/^x-unsent[ \t]*:[ \t]*1[ \t]*$/im.test(lines)) unopened.push({ code: 'mail-unsent-head' });
  if (isUnsure(head.read))
    unopened.push({ code: 'mail-head-charset-judged', params: { charset: head.read.charset.toUpperCase() } });
  return {
    head: lines,
    text: text === '' ? wrapped.text : text,
    html: wrapped.html,
    attachments: wrapped.attachments,
    fields: withEvents(mailFieldsOf(lines), calendarFields(ended, parts)),
    unopened,
    accounted: isAccounted(shape, mail.attachments.length),
    holds: holdsOf(shape),
  };
}

/** The fields of a head, and those of the events that the mail invites to. */
function withEvents({ fields, notes }: ShownFields, events: ShownFields['fields']): ShownFields {
  const more = shownFields(events);
  return { fields: [...fields, ...more.fields], notes: [...notes, ...more.notes] };
}

/** The message with the words of its parts in UTF-8, where they are not in the charset that they declare. */
function inUtf8(message: Buffer, parts: MailShape['parts']): Readonly<{ patched: Buffer; notes: readonly Reason[] }> {
  const pieces: Buffer[] = [];
  const notes: Reason[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.attached || !/^text\/(?:plain|html)$/.test(part.type)) continue;
    const { text, notes: said, declaredWell } = textOfPart(contentOfPart(message, part), part);
    notes.push(...said);
    if (declaredWell || part.headFrom < at) continue;
    const kept = part.fields.filter((field) => !/^content-(?:type|transfer-encoding)[ \t]*:/i.test(field));
    const type = partField(part, 'content-type').replace(/;\s*charset\s*=\s*(?:"[^"]*"|[^\s;]+)/gi, '') || 'text/plain';
    const coded = Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n');
    const head = [...kept, `Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: base64'];
    pieces.push(message.subarray(at, part.headFrom), Buffer.from(`${head.join('\r\n')}\r\n\r\n${coded}`, 'latin1'));
    at = part.to;
  }
  return {
    patched: pieces.length === 0 ? message : Buffer.concat([...pieces, message.subarray(at)]),
    notes: once(notes),
  };
}

/** Notes that several parts give alike are said once. */
const once = (notes: readonly Reason[]): readonly Reason[] => [
  ...new Map(notes.map((note) => [JSON.stringify(note), note])).values(),
];

/** Sealed or wrapped content that can hold a mail's words: S/MIME, PGP, Outlook's TNEF, a mail sent in pieces or left elsewhere. */
const sealed =
  /^application\/(?:(?:x-)?pkcs7-mime|(?:vnd\.)?ms-tnef|pgp-encrypted)$|^message\/(?:partial|external-body)$/;

const isSealed = ({ type, namedSealed }: Pick<MailShape['parts'][number], 'type' | 'namedSealed'>): boolean =>
  namedSealed || sealed.test(type);

const isTnef = (part: MailShape['parts'][number]): boolean =>
  /ms-tnef$/.test(part.type) || /^winmail\.dat$/i.test(nameOfPart(part));

/** @param opened how many files of Outlook were opened */
function unopenedIn({ parts, unfound, headless }: MailShape, opened: number): Reason[] {
  const all = parts.filter(isTnef).length <= opened;
  const opaque = parts.filter((part) => isSealed(part) && !(all && isTnef(part)));
  const types = [...new Set(opaque.map(({ type, smime }) => (smime === '' ? type : `${type} (${smime})`)))];
  return [
    ...types.map((type): Reason => ({ code: 'mail-part-not-opened', params: { type } })),
    ...unfound.map((type): Reason => ({ code: 'mail-parts-not-found', params: { type } })),
    ...(headless.length > 0 ? [{ code: 'mail-part-without-head-end', params: { count: headless.length } }] : []),
  ];
}

/** Whether each part is blank, HTML that was read, or a file that was taken out. */
function isAccounted({ parts, unfound, outside }: MailShape, attachments: number): boolean {
  // A mail that is itself a text file: most readers show it as its words.
  const isWhole = parts.length === 1 && /^text\/(?:plain|html)$/.test(parts[0]?.type ?? '');
  const there = parts.filter(({ blank }) => !blank);
  const files = there.filter((part) => part.attached && !isSealed(part) && !isWhole);
  const rest = there.filter((part) => !files.includes(part));
  return (
    unfound.length === 0 &&
    !outside &&
    files.length <= attachments &&
    rest.every(({ type, attached }) => type === 'text/html' && !attached)
  );
}

const mostTypes = 10;

function holdsOf({ parts, unfound }: MailShape): Cause {
  const types = [...unfound, ...parts.map(({ type }) => type)];
  const shown = types.slice(0, mostTypes).join(', ');
  const more = types.length - mostTypes;
  return more > 0
    ? because('holds-more-types', { types: shown, count: more })
    : because('holds-types', { types: shown });
}

/** A type without its second half is no type; such a part is plain text (RFC 2045 §5.2). Not where it was sent as a file. */
function textOfNoType(attachments: readonly Attachment[]): string[] {
  return attachments
    .filter(
      ({ mimeType, filename, disposition }) =>
        !/^[^/\s]+\/[^/\s]+$/.test(mimeType) && !filename && disposition !== 'attachment',
    )
    .map(({ content }) => judgeCharset(Buffer.from(content as ArrayBuffer)).text)
    .filter((text) => !isBlank(text));
}

/** The message with the empty line that each of these places lacks. */
function withHeadsEnded(file: Buffer, ends: readonly number[]): Buffer {
  if (ends.length === 0) return file;
  const edges = [0, ...ends, file.length];
  return Buffer.concat(
    edges.slice(1).flatMap((to, at) => [...(at > 0 ? [Buffer.from('\r\n')] : []), file.subarray(edges[at], to)]),
  );
}

/**
 * The files of a mail as their recipient saves them: the bytes of the part that each came from, transfer coding undone. The
 * parser changes line ends; by everything else the part of each is found.
 */
function asSent(
  message: Buffer,
  parts: MailShape['parts'],
  attachments: readonly Attachment[],
): readonly MailAttachment[] {
  const left = parts.map((part) => {
    const content = contentOfPart(message, part);
    return { part, content, keys: [keyOf(content), keyOf(encodedOf(message, part))] };
  });
  const found = attachments.map(({ filename, mimeType, contentId, content }) => {
    const parsed = Buffer.from(content as ArrayBuffer); // as was asked for
    const key = keyOf(parsed);
    const at = left.findIndex(({ keys }) => keys.includes(key));
    const [own] = at < 0 ? [] : left.splice(at, 1);
    if (own)
      return {
        ...sentAs(message, own.part, own.content, nameOfPart(own.part) || (filename ?? '')),
        mediaType: mimeType,
      };
    const ids = { contentId: bare(contentId ?? ''), address: null };
    return { name: filename ?? '', mediaType: mimeType, content: parsed, ...ids, encoded: null };
  });
  // Words that were sent under a name are shown as words, and are a file all the same.
  const named = left.flatMap(({ part, content }): readonly MailAttachment[] => {
    const name = nameOfPart(part);
    return name === '' || !part.type.startsWith('text/') ? [] : [sentAs(message, part, content, name)];
  });
  return [...found, ...named];
}

/** A file of a mail out of its part. */
function sentAs(message: Buffer, part: MailShape['parts'][number], content: Buffer, name: string): MailAttachment {
  const encoded = encodedOf(message, part);
  return {
    name,
    mediaType: part.type,
    content,
    contentId: bare(partField(part, 'content-id')),
    address: bare(partField(part, 'content-location').replace(/\s+/g, '')),
    encoded: encoded.equals(content)
      ? null
      : { bytes: encoded.length, sha256: createHash('sha256').update(encoded).digest('hex') },
  };
}

const bare = (id: string): string | null => id.trim().replace(/^<|>$/g, '').slice(0, 1_000) || null;

/** What is left of a file where line ends do not count. */
const keyOf = (content: Buffer): string =>
  createHash('sha256')
    .update(content.toString('latin1').replace(/[\r\n]/g, ''), 'latin1')
    .digest('hex');
