import { PDFArray, PDFDict, PDFHexString, PDFName, PDFStream, PDFString, type PDFObject } from '@cantoo/pdf-lib';

/** Objects as hostile files have them: whatever is of another kind than it should be counts as absent. */

export const dictIn = (from: PDFDict | null | undefined, key: string): PDFDict | null => {
  const found = from?.lookup(PDFName.of(key));
  return found instanceof PDFStream ? found.dict : found instanceof PDFDict ? found : null;
};

export function listIn(from: PDFDict | null | undefined, key: string): readonly PDFObject[] {
  const found = from?.lookup(PDFName.of(key));
  return found instanceof PDFArray ? found.asArray().flatMap((_, at) => found.lookup(at) ?? []) : [];
}

export function nameIn(from: PDFDict | null | undefined, key: string): string | null {
  const found = from?.lookup(PDFName.of(key));
  return found instanceof PDFName ? found.decodeText() : null;
}

export function textIn(from: PDFDict | null | undefined, key: string): string | null {
  return textOf(from?.lookup(PDFName.of(key)));
}

function textOf(found: PDFObject | undefined): string | null {
  if (!(found instanceof PDFString || found instanceof PDFHexString)) return null;
  try {
    return found.decodeText();
  } catch {
    return Buffer.from(found.asBytes()).toString('latin1');
  }
}

/** A dictionary, or that of a stream. */
export const dictOf = (found: PDFObject | undefined): PDFDict | null =>
  found instanceof PDFStream ? found.dict : found instanceof PDFDict ? found : null;

/**
 * A date as a PDF states it (ISO 32000-1 §7.9.4), to be read by people: `D:20190506093000+08'00'` → `2019-05-06 09:30:00
 * +08:00`. One in UTC as programs write it; what is no date stays as it is.
 */
export function statedDate(text: string): string {
  const found = /^(?:D:)?(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:(Z)(?:00'?00'?)?|([+-])(\d\d)'?(?:(\d\d)'?)?)?$/.exec(
    text.trim(),
  );
  if (!found) return text;
  const [, year, month, day, hour, minute, second = '00', utc, sign, offsetHours, offsetMinutes = '00'] = found;
  const [date, time] = [`${year}-${month}-${day}`, `${hour}:${minute}:${second}`];
  if (utc !== undefined) return `${date}T${time}Z`;
  return sign === undefined ? `${date} ${time}` : `${date} ${time} ${sign}${offsetHours}:${offsetMinutes}`;
}
