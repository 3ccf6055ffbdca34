import type { Region } from '../case/exhibit.ts';
import type { TextRun } from './text-positions.ts';

/** Boxes are measured to a hundredth of a pixel, regions are drawn by hand. */
const tolerance = 1;

/**
 * The words of a page that stand in a part of it, with their places in the part. Only whole runs: which characters of a
 * run that the edge cuts are inside was not measured.
 * @returns `cut`: how many runs the edge cuts
 */
export function cropWords(
  runs: readonly TextRun[],
  { x, y, width, height }: Region,
): Readonly<{ runs: readonly TextRun[]; cut: number }> {
  const touched = runs.filter(
    (run) =>
      run.x < x + width - tolerance &&
      run.x + run.width > x + tolerance &&
      run.y < y + height - tolerance &&
      run.y + run.height > y + tolerance,
  );
  const whole = touched.filter(
    (run) =>
      run.x >= x - tolerance &&
      run.y >= y - tolerance &&
      run.x + run.width <= x + width + tolerance &&
      run.y + run.height <= y + height + tolerance,
  );
  return {
    runs: whole.map((run) => ({ ...run, x: Math.max(0, run.x - x), y: Math.max(0, run.y - y) })),
    cut: touched.length - whole.length,
  };
}
