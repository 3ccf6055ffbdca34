import type { Reason } from '../../../../../shared/case/record.ts';
import { readRtf, uncompressedRtf } from '../../outlook/rtf-body.ts';
import { isBlank } from '../mail-body.ts';
import type { MailAttachment, ReadMail } from '../mail.ts';
import { readTnef, type Tnef } from './read-tnef.ts';

/** A mail with what its wrapped files hold: each of these stays among the attachments, before those that came in it. */
type WithTnef = Pick<ReadMail, 'text' | 'html' | 'attachments'> &
  Readonly<{ notes: readonly Reason[]; opened: number }>;

/** So many wrapped files of a mail are opened; a mail has one. */
const mostOpened = 10;

/** Opens files of Outlook (`winmail.dat`): their attachments are the mail's, and their text is where it has none. */
export function openedTnef(mail: Pick<ReadMail, 'text' | 'html' | 'attachments'>): WithTnef {
  let words: Words = { text: mail.text, html: mail.html };
  const attachments: MailAttachment[] = [];
  const notes: Reason[] = [];
  let opened = 0;
  for (const file of mail.attachments) {
    attachments.push(file);
    const tnef = opened < mostOpened ? readTnef(Buffer.from(file.content)) : null;
    if (!tnef) continue;
    opened += 1;
    const messages = tnef.attachments.filter(({ isMessage }) => isMessage).length;
    notes.push({ code: 'tnef-opened', params: { count: tnef.attachments.length } });
    if (tnef.damaged) notes.push({ code: 'tnef-damaged' });
    if (messages > 0) notes.push({ code: 'tnef-messages', params: { count: messages } });
    words = withWordsOf(tnef, words, notes);
    attachments.push(...tnef.attachments.map(asAttachment));
  }
  return { ...words, attachments, notes, opened };
}

type Words = Pick<ReadMail, 'text' | 'html'>;

/** What the rich form of a file gives: an HTML, or words; neither where it cannot be read. */
function richOf({ rtf }: Tnef): Words {
  const plain = rtf === null ? null : uncompressedRtf(rtf);
  const rich = plain === null ? null : readRtf(plain);
  if (rich === null) return { text: null, html: null };
  return rich.as === 'html' ? { text: null, html: rich.text } : { text: rich.text, html: null };
}

const isWordless = (text: string | null): boolean => text === null || isBlank(text);

/** The words of a mail, and of the file those that the mail lacks. */
function withWordsOf(tnef: Tnef, { text, html }: Words, notes: Reason[]): Words {
  const rich = richOf(tnef);
  const own = isWordless(tnef.text) ? rich.text : tnef.text;
  const ofRich = isWordless(text) && own === rich.text && !isWordless(own);
  if (html === null && tnef.html === null && rich.html !== null) notes.push({ code: 'mail-rtf-html' });
  if (ofRich) notes.push({ code: 'mail-rtf-words' });
  const found = { text: isWordless(text) ? (own ?? text) : text, html: html ?? tnef.html ?? rich.html };
  // Beside words the rich form says the same in another dress; alone, it is the body.
  if (tnef.rtf !== null && found.html === null && isWordless(found.text))
    notes.push({ code: 'mail-body-rtf', params: { bytes: tnef.rtf.length } });
  return found;
}

const asAttachment = ({ isMessage, mediaType, contentId, ...file }: Tnef['attachments'][number]): MailAttachment => ({
  ...file,
  mediaType: isMessage ? 'application/vnd.ms-tnef' : mediaType,
  contentId: contentId?.trim().replace(/^<|>$/g, '').slice(0, 1_000) || null,
  address: null,
  encoded: null,
});
