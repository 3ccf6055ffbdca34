import type { CaptureRecord, Outcome } from '../case/record.ts';

/** What one capture shows of an address, as the rules of watching need it. */
export type Observation = Readonly<{
  item: string;
  /** When the capture began, by the device's clock, in UTC. */
  at: string;
  /** Set where that clock was found more than a minute off: then `at` proves nothing about before and after. */
  timeUnknown?: boolean;
  url: string;
  finalUrl: string | null;
  httpStatus: number | null;
  outcome: Outcome;
  title: string;
  /** The page's visible text; null where none was taken. */
  text: string | null;
  /** The page's visible text inside advertisements, where the document marks them. */
  advertText: string;
  /** What the record says of the page, and the code of its reason; absent in records of older programs. */
  judged?: CaptureRecord['judged'];
}>;

/** Whether a text has the words, white space apart: a line break inside them is none of the message's. */
export function hasWords(text: string, words: string): boolean {
  return squeezed(text).includes(squeezed(words));
}

/** A text without white space. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
