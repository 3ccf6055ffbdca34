import type { Region } from '../case/exhibit.ts';
import { lettersOf, piecesOf } from './letters.ts';
import type { TextRun } from './text-positions.ts';

/** Boxes are measured to a hundredth of a pixel, regions are drawn by hand. */
const tolerance = 1;

type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

const isTouched = (box: Box, { x, y, width, height }: Region): boolean =>
  box.x < x + width - tolerance &&
  box.x + box.width > x + tolerance &&
  box.y < y + height - tolerance &&
  box.y + box.height > y + tolerance;

const isWithin = (box: Box, { x, y, width, height }: Region): boolean =>
  box.x >= x - tolerance &&
  box.y >= y - tolerance &&
  box.x + box.width <= x + width + tolerance &&
  box.y + box.height <= y + height + tolerance;

/**
 * The words of a page that stand in a part of it, with their places in the part: whole runs, and of runs that the edge
 * cuts the whole letters inside, where letters were measured.
 *
 * @returns `cut`: how many runs the edge cuts of which nothing is kept; `parted`: of how many only some letters are
 */
export function cropWords(
  runs: readonly TextRun[],
  region: Region,
): Readonly<{ runs: readonly TextRun[]; cut: number; parted: number }> {
  let [cut, parted] = [0, 0];
  const kept = runs.flatMap((run): readonly TextRun[] => {
    if (!isTouched(run, region)) return [];
    if (isWithin(run, region)) return [run];
    const letters = lettersOf(run);
    if (!letters) {
      cut += 1;
      return [];
    }
    // Beyond the edge may only be the space at the end of a line.
    if (letters.every((letter) => !isTouched(letter, region))) return [];
    if (letters.every((letter) => isWithin(letter, region))) return [run];
    parted += 1;
    return piecesOf(run, (letter) => isTouched(letter, region) && isWithin(letter, region)).filter(
      ({ text }) => text.trim() !== '',
    );
  });
  return {
    runs: kept.map((run) => ({ ...run, x: Math.max(0, run.x - region.x), y: Math.max(0, run.y - region.y) })),
    cut,
    parted,
  };
}
