import type { FiledWords } from '../../../../shared/text.ts';
import type { Colour } from '../../pdf/canvas.ts';
import type { Weight } from '../../pdf/font-face.ts';
import type { PageNumbers } from '../../sheet.ts';

export type TextStyle = Readonly<{ size: number; weight?: Weight; colour?: Colour; lead?: number }>;

/**
 * A text broken into lines. `link` makes it lead to an exhibit. `late` is a text that is only known when the pages are
 * numbered: `lines` then only says how many lines it takes.
 */
export type Cell = Readonly<{
  shown: string;
  lines: readonly string[];
  /**
   * Where a second language begins: the line, and its words, in quieter type. It stands below the first, or `beside` it, so
   * many points from the left, where both fit on one line.
   */
  second?: Readonly<{ from: number; shown: string; beside?: number }>;
  style: Required<TextStyle>;
  link?: number;
  /** By line: an exhibit that it is about, and words of it; where they are found the line leads there. */
  quotes?: readonly Quote[];
  late?: readonly LateLine[];
}>;

/** `named`: the line names the exhibit, and leads to its first page where its pages say none of the words. */
export type Quote = Readonly<{ exhibit: number; words: readonly string[]; named?: true }> | null;

/** A line about page numbers, with the exhibit that it leads to: its own pages, those in the annex, or what the technical annex tells. */
export type LateLine = Readonly<{
  text(numbers: PageNumbers): FiledWords;
  link: number | null;
  to?: 'exhibit' | 'annex' | 'technical';
  /** Leads to the first of these words that is found on its pages. */
  words?: readonly string[];
  /** Says in the second language what the line above says. */
  quiet?: true;
}>;
