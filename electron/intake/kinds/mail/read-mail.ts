import { causeOf } from '../../../../shared/cause.ts';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reason } from '../../../../shared/case/record.ts';
import type { TextAnswer } from '../../text-words.ts';
import { mostOfMail } from './limits.ts';
import { mailBody } from './mail-body.ts';
import { mailFieldsOf, signaturesOf } from './mail-fields.ts';
import { readRegular } from '../../../casefile/files/regular-file.ts';
import type { ReadMail } from './mail.ts';

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
    attachments: kept.map(({ name, mediaType, content }, at) => {
      const file = `part-${String(at + 1).padStart(4, '0')}`;
      writeFileSync(join(outFolder, file), content);
      return { file, name: withoutEnd(name, 1_000), mediaType: withoutEnd(mediaType, 200) };
    }),
  };
}

/** A name as it is; of one that is too long its beginning, and how many characters it lacks. */
function withoutEnd(text: string, most: number): string {
  return (text.length > most ? `${text.slice(0, most)}… [+${text.length - most}]` : text).toWellFormed();
}
