import type { Region } from '../case/exhibit.ts';
import type { TextRun } from './text-positions.ts';

/**
 * A page's words without what stands under the regions: whole characters, each taken to be as wide as its neighbours in
 * the run. What is left of a run keeps its place.
 * @param runs and regions in the same pixels
 */
export function redactWords(runs: readonly TextRun[], regions: readonly Region[]): readonly TextRun[] {
  return runs.flatMap((run) => {
    const across = regions.filter(({ y, height }) => run.y < y + height && run.y + run.height > y);
    if (across.length === 0) return [run];
    const characters = Array.from(run.text);
    const step = run.width / characters.length;
    const kept: { text: string; from: number }[] = [];
    let open = false;
    characters.forEach((character, at) => {
      const [left, right] = [run.x + at * step, run.x + (at + 1) * step];
      const hidden = across.some(({ x, width }) => left < x + width && right > x);
      const last = kept.at(-1);
      if (!hidden && open && last) last.text += character;
      else if (!hidden) kept.push({ text: character, from: at });
      open = !hidden;
    });
    return kept.map(({ text, from }) => ({
      ...run,
      text,
      x: run.x + from * step,
      width: Array.from(text).length * step,
    }));
  });
}
