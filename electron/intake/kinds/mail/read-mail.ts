import { causeOf } from '../../../../shared/cause.ts';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reason } from '../../../../shared/case/record.ts';
import type { TextAnswer } from '../../text-words.ts';
import { mostOfMail } from './limits.ts';
import { mailBody } from './mail-body.ts';
import { mailFieldsOf, signaturesOf } from './mail-fields.ts';
import { readRegular } from '../../../casefile/files/regular-file.ts';
import type { MailAttachment, ReadMail } from './mail.ts';

/**
 * Reads a mail whole: head, text, attachments. Attachments are written to a folder as `part-0001`, for the parent to store.
 *
 * @param parse reads the format that the mail was saved in; it throws where it cannot
 */
export async function readMail(
  path: string,
  parse: (bytes: Buffer) => Promise<ReadMail>,
  outFolder: string,
): Promise<TextAnswer> {
  if (statSync(path).size > mostOfMail.bytes) return { as: 'none', reason: { code: 'mail-too-large' } };
  const bytes = readRegular(path, 'followed');
  let mail: ReadMail;
  try {
    mail = await parse(bytes);
  } catch (error) {
    const what = causeOf(error);
    return { as: 'none', reason: { code: 'mail-not-read', params: { what } } };
  }
  const { notes: said, ...body } = mailBody(mail);
  const { fields, notes: cut } = mail.fields ?? mailFieldsOf(mail.head);
  const notes: Reason[] = [...said, ...cut];
  const kept = mail.attachments.slice(0, mostOfMail.attachments);
  if (mail.attachments.length > kept.length)
    notes.push({ code: 'attachments-cut', params: { count: mail.attachments.length, kept: kept.length } });
  if (mail.head.length > mostOfMail.head)
    notes.push({ code: 'mail-head-shown-cut', params: { characters: mostOfMail.head, of: mail.head.length } });
  return {
    as: 'text',
    ...body,
    fields: fields.map((one) => ({ ...one })),
    head: mail.head.slice(0, mostOfMail.head).toWellFormed(),
    notes: [...notes, ...signaturesOf(mail.head)],
    ...toDraw(mail.html, kept, outFolder),
    attachments: kept.map(({ name, mediaType, content, encoded }, at) => {
      const file = partFile(at);
      writeFileSync(join(outFolder, file), content);
      const coded = encoded === null ? {} : { encoded: { ...encoded } };
      return { file, name: withoutEnd(name, 1_000), mediaType: withoutEnd(mediaType, 200), ...coded };
    }),
  };
}

/** A name as it is; of one that is too long its beginning, and how many characters it lacks. */
function withoutEnd(text: string, most: number): string {
  return (text.length > most ? `${text.slice(0, most)}… [+${text.length - most}]` : text).toWellFormed();
}

const partFile = (at: number): string => `part-${String(at + 1).padStart(4, '0')}`;

/** Where a document out of a mail is said to lie: names that nobody can have (RFC 2606 §2). */
const ofMail = 'http://mail.invalid/';

/** The HTML version as a browser is to draw it: what it shows by content id lies under an address here. */
function toDraw(
  html: string | null,
  attachments: readonly MailAttachment[],
  outFolder: string,
): Pick<Extract<TextAnswer, { as: 'text' }>, 'toDraw'> {
  if (html === null || html.length > mostOfMail.drawn) return {};
  const files = attachments.flatMap(({ contentId, address }, at) => {
    const file = partFile(at);
    const own = contentId === null ? [] : [{ address: addressOfId(contentId), file }];
    const given = address !== null && URL.canParse(address, ofMail) ? new URL(address, ofMail) : null;
    return [...own, ...(given && /^https?:$/.test(given.protocol) ? [{ address: given.href, file }] : [])];
  });
  const ids = new Map(
    attachments.flatMap(({ contentId }) => (contentId === null ? [] : [[contentId.toLowerCase(), contentId]])),
  );
  const shown = html.replace(/cid:([^"'\s)>]{1,500})/gi, (whole, id: string) => {
    const known = ids.get(id.toLowerCase()) ?? ids.get(decoded(id).toLowerCase());
    return known === undefined ? whole : addressOfId(known);
  });
  writeFileSync(join(outFolder, 'to-draw.html'), shown);
  return { toDraw: { file: 'to-draw.html', address: ofMail, files } };
}

const addressOfId = (id: string): string => `${ofMail}cid/${encodeURIComponent(id.toWellFormed())}`;

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id; // no such coding: it is its own name
  }
}
