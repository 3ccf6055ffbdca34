import type { FieldsData } from '@kenjiuno/msgreader';
import { because } from '../../../../shared/cause.ts';
import { htmlText } from '../mail/html-text.ts';
import { isBlank } from '../mail/mail-body.ts';
import { shownFields } from '../mail/mail-fields.ts';
import type { ReadMail } from '../mail/mail.ts';

/** A mail as Outlook saves it (MS-OXMSG): often without the head that it came with, which is then said by its absence. */
export async function outlookMail(bytes: Uint8Array): Promise<ReadMail> {
  // CommonJS: the class stands under `default` of what the package exports.
  const {
    default: { default: MsgReader },
  } = await import('@kenjiuno/msgreader');
  const buffer = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  const reader = new MsgReader(buffer);
  const found = reader.getFileData();
  const says = [
    found.subject,
    found.body,
    found.bodyHtml,
    found.html,
    found.senderName,
    found.headers,
    found.attachments?.[0],
  ];
  if (says.every((one) => one === undefined)) throw new Error(because('not-outlook'));
  const html = found.bodyHtml ?? (found.html ? new TextDecoder().decode(found.html) : null);
  const kind = (found.messageClass ?? '').slice(0, 100);
  const rtfBytes = found.compressedRtf?.length ?? 0;
  const wordless = isBlank(found.body ?? '') && (html === null || isBlank(htmlText(html)));
  return {
    head: (found.headers ?? '').replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' '),
    text: found.body ?? null,
    html,
    attachments: (found.attachments ?? []).map((_, at) => {
      const { fileName, content } = reader.getAttachment(at);
      const own = found.attachments?.[at];
      return {
        name: fileName,
        mediaType: own?.attachMimeTag ?? '',
        content,
        contentId: own?.pidContentId ?? null,
        address: null,
        encoded: null,
      };
    }),
    fields: shownFields(headFields(found)),
    unopened: [
      // Beside words, the rich form says the same in another dress; alone, it is the body.
      ...(rtfBytes > 0 && wordless ? [{ code: 'mail-body-rtf', params: { bytes: rtfBytes } }] : []),
      ...(/smime/i.test(kind) ? [{ code: 'mail-part-not-opened', params: { type: kind } }] : []),
    ],
    accounted: rtfBytes === 0 && /^IPM\.Note$/i.test(kind),
    holds: because('holds-types', { types: [kind || 'Outlook', ...(rtfBytes > 0 ? ['RTF'] : [])].join(', ') }),
  };
}

/** The fields of a head, made from the properties of the file, for it may have no head of its own. */
function headFields(found: FieldsData): readonly Readonly<{ name: string; value: string }>[] {
  const kinds = ['to', 'cc', 'bcc'];
  const people = (type: string | null) =>
    (found.recipients ?? [])
      .filter(({ recipType }) => (type === null ? !kinds.includes(recipType ?? '') : recipType === type))
      .map(({ name = '', smtpAddress, email = '' }) => `${name} <${smtpAddress ?? email}>`)
      .join('; ');
  const sender = found.senderSmtpAddress ?? found.senderEmail ?? '';
  return [
    { name: 'From', value: `${found.senderName ?? ''} <${sender}>` },
    { name: 'To', value: people('to') },
    { name: 'Cc', value: people('cc') },
    { name: 'Bcc', value: people('bcc') },
    { name: 'Recipient', value: people(null) }, // of a kind that the file does not say
    { name: 'Subject', value: found.subject ?? '' },
    { name: 'Date', value: found.clientSubmitTime ?? found.messageDeliveryTime ?? '' },
    { name: 'Message-ID', value: found.messageId ?? '' },
  ].filter(({ value }) => value !== '');
}
