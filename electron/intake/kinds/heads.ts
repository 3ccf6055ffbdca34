/** How the beginnings of files are read that several kinds share: media and text. */

export const latin = (head: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...head.subarray(from, from + length));

/** ISO base media (ISO/IEC 14496-12 §4.3): the brands in `ftyp` tell pictures from films; the first is the major one. */
export const isoBrands = (head: Uint8Array): string | null =>
  latin(head, 4, 4) === 'ftyp' ? latin(head, 8, 56) : null;

/** The four letters that say what a RIFF file holds. */
export const riffForm = (head: Uint8Array): string | null => (latin(head, 0, 4) === 'RIFF' ? latin(head, 8, 4) : null);

/** The beginning of a text, its bytes as Latin-1 without a UTF-8 mark; null where control bytes say that it is no text. */
export function textHead(head: Uint8Array): string | null {
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!wide && head.subarray(0, 8_192).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return null;
  return latin(head, 0, 8_192).replace(/^\xef\xbb\xbf/, '');
}

/** Fields of a head that mails have, and of these the ones that hardly any other text begins its lines with. */
const mailFields =
  /^(?:from|to|cc|bcc|subject|date|message-id|received|return-path|delivered-to|mime-version|reply-to|sender|in-reply-to|content-type|content-transfer-encoding|x-mailer)[ \t]*:/i;
const ownMailFields =
  /^(?:message-id|received|return-path|delivered-to|mime-version|content-transfer-encoding)[ \t]*:/i;
/** Lines of a head that are no field are passed over, where so much else says that it is a mail. */
const mostOdd = 3;

/**
 * Two or more known fields before the first empty line (RFC 5322 §2.2), and nothing there that is no field but where three
 * known fields and one of a mail's own leave no doubt. What programs put before a message (a length, empty lines) is passed
 * over, and lines may end in CR alone.
 */
export function beginsAsMail(text: string): boolean {
  const from = text.replace(/^\d{1,12} *\r?\n/, '').replace(/^[ \t]*[\r\n]+(?=\S)/, '');
  const lines = from.replace(/^From [^\n]*\n/, '').split(/\r\n|\n|\r(?![\n])/, 400);
  const end = lines.indexOf('');
  const head = lines.slice(0, end === -1 ? lines.length - 1 : end);
  const fields = head.filter((line) => !/^[ \t]/.test(line));
  const odd = fields.filter((line) => !/^[!-9;-~]{1,76}[ \t]*:/.test(line)).length;
  const known = fields.filter((line) => mailFields.test(line)).length;
  if (odd === 0) return known >= 2;
  return odd <= mostOdd && known >= 3 && fields.some((line) => ownMailFields.test(line));
}

/** The head of a file as text, whatever bytes follow it: a mail may carry anything behind its own head. */
export function headBeforeBlank(head: Uint8Array): string {
  const text = latin(head, 0, 65_536).replace(/^\xef\xbb\xbf/, '');
  const begin = /^(?:\d{1,12} *\r?\n)?[\s]*/.exec(text)?.[0].length ?? 0;
  const end = /\r?\n\r?\n|\r\r/.exec(text.slice(begin));
  return end ? text.slice(0, begin + end.index + end[0].length) : text;
}
