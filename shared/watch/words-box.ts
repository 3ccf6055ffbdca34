import type { TextRun } from '../page/text-positions.ts';
import { squeezed } from './observation.ts';

/** The box of the first place where words stand on a page, in CSS pixels from its upper left corner. */
export type WordsBox = Readonly<{ x: number; top: number; bottom: number }>;

/**
 * Where words stand on a page. They may run over several pieces of text, on one line or on several that follow each
 * other; white space does not count. Null where the page's text has them nowhere in this order.
 */
export function boxOfWords(runs: readonly TextRun[], words: string): WordsBox | null {
  const wanted = squeezed(words);
  const pieces = runs.map((run) => ({ run, text: squeezed(run.text) }));
  const at = pieces
    .map(({ text }) => text)
    .join('')
    .indexOf(wanted);
  if (wanted === '' || at < 0) return null;
  let from = 0;
  const touched = pieces.filter(({ text }) => {
    const begins = from;
    from += text.length;
    return text !== '' && begins < at + wanted.length && from > at;
  });
  const boxes = touched.map(({ run }) => run);
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
