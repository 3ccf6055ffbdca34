import { occurrencesOf, piecesOfRuns } from '../page/compared-letters.ts';
import { lettersOf } from '../page/letters.ts';
import type { TextRun } from '../page/text-positions.ts';
import { squeezed } from './observation.ts';

/** The box of the first place where words stand on a page, in CSS pixels from its upper left corner. */
export type WordsBox = Readonly<{ x: number; top: number; bottom: number }>;

/**
 * Where words stand on a page. They may run over several pieces of text, on one line or on several that follow each
 * other; white space does not count. Lines whose letters were not measured count whole. Null where the page's text has them nowhere in this order.
 */
export function boxOfWords(runs: readonly TextRun[], words: string): WordsBox | null {
  const [found] = occurrencesOf(piecesOfRuns(runs, squeezed), squeezed(words));
  if (!found) return null;
  const boxes = [...Map.groupBy(found.pieces, ({ run }) => run)].flatMap(([run, own]) => {
    const letters = lettersOf(run);
    return own.flatMap(({ letter, text }) => (text === '' ? [] : [(letter !== null && letters?.[letter]) || run]));
  });
  return {
    x: Math.min(...boxes.map(({ x }) => x)),
    top: Math.min(...boxes.map(({ y }) => y)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
  };
}

/** Whether words at a place are seen without scrolling in a window of this height (CSS pixels): wholly, not a line of them. */
export function isWithoutScrolling({ bottom }: WordsBox, windowHeight: number): boolean {
  return bottom <= windowHeight;
}
