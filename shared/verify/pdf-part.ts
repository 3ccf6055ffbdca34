import { because } from '../cause.ts';
import type { Cause } from '../text.ts';

/** A key or a name of the PDF itself, as it is written there: the same in every language. */
export type PdfPart = `/${string}`;

/** A part of the PDF as what is wrong with it; a cause stays as it is. */
export function causeOfPart(part: PdfPart | Cause): Cause {
  return isPart(part) ? because('pdf-part', { part }) : part;
}

const isPart = (part: PdfPart | Cause): part is PdfPart => part.startsWith('/');
