import type { PagePart } from './page-parts.ts';

/** A value that a page may state of itself, with the part where it was found. */
export type StatedFact = Readonly<{
  value: string;
  /** Of a date, in ISO 8601; null where it has no year or day, and of anything else. */
  iso: string | null;
  source: string;
  /** `markup`: in its machine-readable parts alone. */
  part: PagePart | 'markup';
  /** How plainly it says what it is: 0 not at all (it is not taken), 1 it stands there, 2 its element says so, 3 words do. */
  plain: 0 | 1 | 2 | 3;
}>;
