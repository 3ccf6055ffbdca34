import type { Region } from '../case/exhibit.ts';
import type { TextRun } from './text-positions.ts';

/**
 * The words of a page that stand in a part of it, with their places in the part: whole characters, each taken to be as
 * wide as its neighbours in the run, and counted where its middle stands.
 */
export function cropWords(runs: readonly TextRun[], { x, y, width, height }: Region): readonly TextRun[] {
  return runs.flatMap((run) => {
    const middle = run.y + run.height / 2;
    if (middle < y || middle >= y + height) return [];
    const characters = Array.from(run.text);
    const step = run.width / characters.length;
    const inside = (at: number) => {
      const centre = run.x + (at + 0.5) * step;
      return centre >= x && centre < x + width;
    };
    const from = characters.findIndex((_, at) => inside(at));
    if (from < 0) return [];
    const to = characters.findLastIndex((_, at) => inside(at)) + 1;
    const left = Math.max(0, run.x + from * step - x);
    const text = characters.slice(from, to).join('');
    return [{ text, x: left, y: Math.max(0, run.y - y), width: (to - from) * step, height: run.height }];
  });
}
