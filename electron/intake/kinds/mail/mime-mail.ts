import PostalMime, { type Attachment } from 'postal-mime';
import { because } from '../../../../shared/cause.ts';
import type { Reason } from '../../../../shared/case/record.ts';
import type { Cause } from '../../../../shared/text.ts';
import { judgeCharset } from '../../charset/judge-charset.ts';
import { isBlank } from './mail-body.ts';
import { mailShape, type MailShape } from './mail-shape.ts';
import type { ReadMail } from './mail.ts';

/** A mail as it was sent (RFC 5322, MIME). @throws what the parser throws */
export async function mimeMail(file: Buffer): Promise<ReadMail> {
  const shape = mailShape(file);
  const bytes = withHeadsEnded(file, shape.headless);
  const mail = await PostalMime.parse(bytes, {
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: 30,
    forceRfc822Attachments: true,
  });
  const unopened = unopenedIn(shape);
  const untyped = textOfNoType(mail.attachments);
  const text = [mail.text ?? '', ...untyped].filter((one) => !isBlank(one)).join('\n');
  if (untyped.length > 0) unopened.push({ code: 'mail-text-of-no-type', params: { count: untyped.length } });
  return {
    head: mail.headers.map(({ originalKey, value }) => `${originalKey}: ${value}`).join('\n'),
    text: text === '' ? (mail.text ?? null) : text,
    html: mail.html ?? null,
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      mediaType: mimeType,
      content: asSent(bytes, mimeType, Buffer.from(content as ArrayBuffer)),
    })),
    fields: null,
    unopened,
    accounted: isAccounted(shape, mail.attachments.length),
    holds: holdsOf(shape),
  };
}

/** Sealed or wrapped content that can hold a mail's words: S/MIME, PGP, Outlook's TNEF, a mail sent in pieces or left elsewhere. */
const sealed =
  /^application\/(?:(?:x-)?pkcs7-mime|(?:vnd\.)?ms-tnef|pgp-encrypted)$|^message\/(?:partial|external-body)$/;

const isSealed = ({ type, namedSealed }: Pick<MailShape['parts'][number], 'type' | 'namedSealed'>): boolean =>
  namedSealed || sealed.test(type);

function unopenedIn({ parts, unfound, headless }: MailShape): Reason[] {
  const opaque = parts.filter(isSealed);
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
 * A text or a mail that was sent without a transfer coding, as it lies in the message: the parser gives its lines with LF
 * and one too many at the end. Anything else is what the parser decoded.
 */
function asSent(message: Buffer, mediaType: string, content: Buffer): Uint8Array {
  if (!/^(?:text|message)\//i.test(mediaType) || content.at(-1) !== 10) return content;
  const lines = content.subarray(0, -1).toString('latin1').replace(/\r?\n/g, '\r\n');
  const sent = Buffer.from(lines, 'latin1');
  return message.includes(sent) ? sent : content;
}
