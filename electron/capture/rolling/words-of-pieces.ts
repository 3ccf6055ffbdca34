import type { TextRun } from '../../../shared/page/text-positions.ts';
import type { LetterColour } from '../picture/text-in-picture.ts';
import type { RollingPiece } from './pieces.ts';
import type { TakenView } from './roll.ts';

/**
 * Words of a piece, in CSS pixels from its upper left corner; those that something may cover; their colours. `elsewhere`:
 * texts that its views show at places which are not known; `cut`: a view had more text than was read.
 */
export type PieceWords = Readonly<{
  runs: readonly TextRun[];
  covered: ReadonlySet<TextRun>;
  colours: ReadonlyMap<TextRun, LetterColour>;
  elsewhere: ReadonlySet<string>;
  cut: boolean;
}>;

/** Boxes of one text in two views that are nearer to each other are one, in CSS pixels. */
const near = 1.5;

/**
 * The words of a piece, each once: of every view those whose middle lies in the rows that the piece has of it; at its two
 * ends those too of which it shows a part.
 *
 * @param scale device pixels per CSS pixel
 */
export function wordsOfPiece({ strips }: RollingPiece, views: readonly TakenView[], scale: number): PieceWords {
  const runs: TextRun[] = [];
  const covered = new Set<TextRun>();
  const colours = new Map<TextRun, LetterColour>();
  const known = new Map<string, TextRun[]>();
  const elsewhere = new Set<string>();
  let cut = false;
  for (const [nth, { view: number, from, to, at }] of strips.entries()) {
    const taken = views[number];
    if (!taken || taken.zoomed) {
      cut = true;
      continue;
    }
    const { words, left, top, width } = taken;
    cut ||= words.cut || words.unread + words.beyond > 0;
    for (const text of words.elsewhere) if (text !== '') elsewhere.add(text);
    for (const run of words.runs) {
      const [x, y] = [run.x - left, run.y - top];
      const middle = (y + run.height / 2) * scale;
      // A row more at both ends: places are fractions, and are rounded in each view by itself.
      const above = nth === 0 ? middle + (run.height / 2) * scale <= from : middle < from - 1;
      const below = nth === strips.length - 1 ? middle - (run.height / 2) * scale >= to : middle >= to + 1;
      if (above || below || x + run.width <= 0 || x * scale >= width) continue;
      const here: TextRun = { ...run, x, y: y + (at - from) / scale };
      const same = known.get(run.text) ?? [];
      if (same.some((one) => isNear(one, here))) continue;
      known.set(run.text, [...same, here]);
      runs.push(here);
      const colour = words.colours.get(run);
      if (colour) colours.set(here, colour);
      if (words.covered.has(run)) covered.add(here);
    }
  }
  return { runs, covered, colours, elsewhere, cut };
}

const isNear = (a: TextRun, b: TextRun): boolean =>
  Math.abs(a.x - b.x) < near && Math.abs(a.y - b.y) < near && Math.abs(a.width - b.width) < near;
