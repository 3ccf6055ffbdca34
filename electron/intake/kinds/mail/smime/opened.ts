import type { Reason } from '../../../../../shared/case/record.ts';
import { addressParser } from 'postal-mime';
import { causeOf } from '../../../../../shared/cause.ts';
import {
  childrenOf,
  expectTag,
  readDer,
  sequence,
  tags,
  withDefiniteLengths,
} from '../../../../../shared/timestamp/der.ts';
import { oidOf } from '../../../../../shared/timestamp/der-values.ts';
import { signedDataId } from '../../../../../shared/timestamp/signed-data.ts';
import { contentOfPart, nameOfPart } from '../part-content.ts';
import { mailShape, type MailPart, type MailShape } from '../mail-shape.ts';
import { checkSmime, type SmimeServices } from './check-signature.ts';

/** A message as its reader saw it: without the wrapping of a signature, and what is said of that. */
type Opened = Readonly<{ message: Buffer; shape: MailShape; notes: readonly Reason[] }>;

/** Signed once more around a signed or encrypted mail (RFC 2634 §1.1); what is wrapped more often is no mail's. */
const mostWraps = 4;

const envelopes = new Set(['1.2.840.113549.1.7.3', '1.2.840.113549.1.9.16.1.23']);

/**
 * Opens what was signed by S/MIME and says what is known of each signature: of a wrapped message (`.p7m`) the content
 * becomes the mail's body, under the head that it was sent with. Encrypted content is said, and stays closed.
 */
export async function openedSmime(message: Buffer, services: SmimeServices): Promise<Opened> {
  const notes: Reason[] = [];
  let now = message;
  for (let wraps = 0; ; wraps += 1) {
    const shape = mailShape(now);
    const [only, ...others] = shape.parts;
    if (only && others.length === 0 && isWrapped(only) && wraps < mostWraps) {
      const inside = insideOf(contentOfPart(now, only));
      if ('signed' in inside) {
        notes.push({ code: 'smime-opened' }, ...(await checkSmime(inside.cms, [inside.signed], services)));
        now = rewrapped(only, inside.signed, notes);
        continue;
      }
      notes.push(...inside.notes);
    } else notes.push(...(await detachedNotes(now, shape, services)));
    return { message: now, shape, notes: [...notes, ...otherSender(message, notes)] };
  }
}

const isWrapped = (part: MailPart): boolean =>
  /^application\/(?:x-)?pkcs7-mime$/.test(part.type) ||
  (part.type === 'application/octet-stream' && /\.p7m$/i.test(nameOfPart(part)));

type Inside = Readonly<{ cms: Uint8Array; signed: Buffer }> | Readonly<{ notes: readonly Reason[] }>;

/** What a CMS structure holds (RFC 5652): the bytes that were signed, or why there are none to be seen. */
function insideOf(content: Buffer): Inside {
  try {
    const cms = withDefiniteLengths(content);
    const [type, explicit] = sequence(readDer(cms));
    const id = oidOf(type);
    if (envelopes.has(id)) return { notes: [{ code: 'smime-encrypted' }] };
    if (id !== signedDataId) return { notes: [] };
    const [, , encapsulated] = sequence(childrenOf(expectTag(explicit, 0xa0))[0]);
    const [, field] = sequence(encapsulated);
    if (!field) return { notes: [] }; // certificates alone
    return { cms, signed: Buffer.from(expectTag(childrenOf(field)[0], tags.octetString).body) };
  } catch (error) {
    return { notes: [{ code: 'smime-not-read', params: { why: causeOf(error) } }] };
  }
}

/** The content in the place of what wrapped it: fields of the head that are of the content come from it. */
function rewrapped({ fields }: MailPart, signed: Buffer, notes: Reason[]): Buffer {
  const isOfContent = (field: string) => /^(?:content-[\w-]+|mime-version)[ \t]*:/i.test(field);
  const nameOf = (field: string) => field.slice(0, field.indexOf(':')).trim();
  const end = /\r?\n\r?\n/.exec(signed.toString('latin1', 0, 1_000_000));
  const head = end ? signed.toString('latin1', 0, end.index) : '';
  const inner = head.split(/\r?\n(?![ \t])/).filter((field) => field.includes(':'));
  const beside = inner.filter((field) => !isOfContent(field)).map(nameOf);
  if (beside.length > 0)
    notes.push({ code: 'smime-inner-fields', params: { fields: beside.slice(0, 20).join(', ').slice(0, 400) } });
  const lines = [...fields.filter((field) => !isOfContent(field)), 'MIME-Version: 1.0', ...inner.filter(isOfContent)];
  const body = end ? signed.subarray(end.index + end[0].length) : signed;
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}

/** Of a signature beside what it signs (RFC 1847). */
async function detachedNotes(
  message: Buffer,
  { parts }: MailShape,
  services: SmimeServices,
): Promise<readonly Reason[]> {
  const signature = parts.find(({ type }) => /^application\/(?:x-)?pkcs7-signature$/.test(type));
  if (!signature) return [];
  // Of a part behind the signature nobody vouches for anything.
  const signed = parts.at(-1) === signature ? signedPart(message, signature) : null;
  if (signed === null) return [{ code: 'smime-not-checked' }];
  try {
    const cms = withDefiniteLengths(contentOfPart(message, signature));
    return await checkSmime(cms, [signed, withCrLf(signed)], services);
  } catch (error) {
    return [{ code: 'smime-not-read', params: { why: causeOf(error) } }];
  }
}

/** The first part of the message as it lies between its boundaries; null where the message itself is not the signed one. */
function signedPart(message: Buffer, signature: MailPart): Buffer | null {
  const text = message.toString('latin1');
  const head = text.slice(0, /\r?\n\r?\n/.exec(text)?.index ?? 0).replace(/\r?\n[ \t]+/g, ' ');
  if ((head.match(/^content-type[ \t]*:/gim) ?? []).length !== 1) return null; // readers differ in which they go by
  const type = /^content-type[ \t]*:[ \t]*multipart\/signed\b(.*)$/im.exec(head)?.[1] ?? '';
  const named = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type);
  const mark = `--${named?.[1] ?? named?.[2] ?? ''}`;
  if (mark === '--') return null;
  const isMark = (at: number) =>
    text.startsWith(mark, at) && /^[ \t]*\r?$/.test(text.slice(at + mark.length, lineEnd(at)));
  const lineEnd = (at: number) => (text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at));
  const marks: number[] = [];
  for (let at = text.indexOf(`\n${mark}`); at >= 0 && marks.length < 3; at = text.indexOf(`\n${mark}`, at + 1))
    if (isMark(at + 1)) marks.push(at + 1);
  const [first, second] = marks;
  if (first === undefined || second === undefined || lineEnd(second) + 1 !== signature.headFrom) return null;
  const end = text[second - 2] === '\r' ? second - 2 : second - 1;
  return message.subarray(lineEnd(first) + 1, end);
}

/** As it went over the wire: a program that saved it may have changed its line ends. */
const withCrLf = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');

/** Whether the address of the sender is none of those that the certificate is for. */
function otherSender(message: Buffer, notes: readonly Reason[]): readonly Reason[] {
  const holds = notes.find(({ code }) => code === 'smime-holds');
  const text = message.toString('latin1', 0, 300_000);
  const head = text.slice(0, /\r?\n\r?\n/.exec(text)?.index ?? text.length).replace(/\r?\n[ \t]+/g, ' ');
  const from = /^from[ \t]*:(.*)$/im.exec(head)?.[1] ?? '';
  const sender = addressParser(from, { flatten: true })[0]?.address?.toLowerCase() ?? '';
  const addresses = String(holds?.params?.['addresses'] ?? '').toLowerCase();
  if (!holds || sender === '' || addresses.split(', ').includes(sender)) return [];
  return [{ code: 'smime-other-sender', params: { from: sender.slice(0, 254), addresses } }];
}
