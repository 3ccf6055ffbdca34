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

const mailFields = /^(?:from|to|cc|subject|date|message-id|received|return-path|delivered-to|mime-version):/i;

/** Two or more known fields before the first empty line, and nothing there that is no field (RFC 5322 §2.2). */
export function beginsAsMail(text: string): boolean {
  const lines = text.replace(/^From [^\n]*\n/, '').split(/\r?\n/, 60);
  const end = lines.indexOf('');
  const head = lines.slice(0, end === -1 ? lines.length - 1 : end);
  const fields = head.filter((line) => !/^[ \t]/.test(line));
  if (!fields.every((line) => /^[!-9;-~]{1,76}[ \t]*:/.test(line))) return false;
  return fields.filter((line) => mailFields.test(line)).length >= 2;
}
