import type { ItemRecord } from '../case/record.ts';
import { scaledRun } from './letters.ts';
import { parseTextPositions, type TextRun } from './text-positions.ts';

/** The words of an item's picture, as far as their places in it are known. */
export type PositionedWords = Readonly<{
  /** In device pixels of the picture; wholly inside it. */
  runs: readonly TextRun[];
  /** Words that the page shows outside the picture, or at a place in it that is not known. */
  elsewhere: readonly string[];
  /** False where it is not known how the words lie over the picture: then no run has a place. */
  framed: boolean;
  /** True where the page had more text than was read. */
  cut: boolean;
}>;

/** Boxes are rounded to hundredths, pictures to pixels. */
const tolerance = 1;

/**
 * Reads where the words of an item stand. A page wider than its window may begin left of it (one that is written from
 * right to left, or in columns), so that older records, which do not say where their picture begins, have places only
 * where the picture is no wider than the window.
 *
 * @param stored the parsed JSON of its `text-positions`
 * @throws {z.ZodError} when it is not such a file
 */
export function positionedWords(record: ItemRecord, stored: unknown): PositionedWords {
  const { runs, cut, origin, elsewhere } = parseTextPositions(stored);
  if (record.kind !== 'capture' || !record.picture) return { runs, elsewhere, framed: true, cut };
  const { view, picture, region } = record;
  const framed = origin !== null || (!region && picture.width <= view.width * view.scale);
  if (!framed) return { runs: [], elsewhere: [...elsewhere, ...runs.map(({ text }) => text)], framed, cut };
  const scaled = runs.map((run) => scaledRun(run, view.scale));
  const inside = scaled.filter(
    ({ x, y, width, height }) => x + width <= picture.width + tolerance && y + height <= picture.height + tolerance,
  );
  const seen = new Set(inside);
  const beyond = scaled.filter((run) => !seen.has(run)).map(({ text }) => text);
  return { runs: inside, elsewhere: [...elsewhere, ...beyond], framed, cut };
}
