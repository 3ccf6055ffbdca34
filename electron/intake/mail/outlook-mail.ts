import type { ReadMail } from './read-mail.ts';

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
  if (says.every((one) => one === undefined)) throw new Error('nothing of an Outlook message is in it');
  const people = (type: string) =>
    (found.recipients ?? [])
      .filter(({ recipType }) => recipType === type)
      .map(({ name = '', smtpAddress, email = '' }) => `${name} <${smtpAddress ?? email}>`)
      .join('; ');
  const sender = found.senderSmtpAddress ?? found.senderEmail ?? '';
  const fields = [
    { name: 'From', value: `${found.senderName ?? ''} <${sender}>` },
    { name: 'To', value: people('to') },
    { name: 'Cc', value: people('cc') },
    { name: 'Bcc', value: people('bcc') },
    { name: 'Subject', value: found.subject ?? '' },
    { name: 'Date', value: found.clientSubmitTime ?? found.messageDeliveryTime ?? '' },
    { name: 'Message-ID', value: found.messageId ?? '' },
  ].filter(({ value }) => value !== '');
  return {
    head: (found.headers ?? '').replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' '),
    text: found.body?.trim() ? found.body : null,
    html: found.bodyHtml ?? (found.html ? new TextDecoder().decode(found.html) : null),
    attachments: (found.attachments ?? []).map((_, at) => {
      const { fileName, content } = reader.getAttachment(at);
      return { name: fileName, mediaType: found.attachments?.[at]?.attachMimeTag ?? '', content };
    }),
    fields: fields.map(({ name, value }) => ({ name, value: value.slice(0, 4_000).toWellFormed() })),
  };
}
