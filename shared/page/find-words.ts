import type { Region } from '../case/exhibit.ts';
import type { TextRun } from './text-positions.ts';

/**
 * Finds words in a page's text, as the picture shows them. White space does not count: a page breaks its lines where it
 * likes. Words that end within a run take their share of its width.
 *
 * @param runs in device pixels
 * @returns a rectangle for each run that holds part of the words, whole pixels; empty where the page does not say them
 */
export function findWords(runs: readonly TextRun[], words: string): readonly Region[] {
  const wanted = Array.from(words.replace(/\s+/gu, ''));
  if (wanted.length === 0) return [];
  const letters = runs.flatMap((run) =>
    Array.from(run.text).map((letter, at, all) => ({ letter, run, from: at / all.length, to: (at + 1) / all.length })),
  );
  const visible = letters.filter(({ letter }) => !/\s/u.test(letter));
  const at = visible.findIndex((_, start) => wanted.every((letter, n) => visible[start + n]?.letter === letter));
  if (at < 0) return [];
  const boxes = new Map<TextRun, { from: number; to: number }>();
  for (const { run, from, to } of visible.slice(at, at + wanted.length)) {
    const box = boxes.get(run);
    if (box) box.to = to;
    else boxes.set(run, { from, to });
  }
  return [...boxes].map(([{ x, y, width, height }, { from, to }]) => {
    const left = Math.floor(x + width * from);
    const top = Math.floor(y);
    return {
      x: left,
      y: top,
      width: Math.max(1, Math.ceil(x + width * to) - left),
      height: Math.max(1, Math.ceil(y + height) - top),
    };
  });
}

/** The smallest rectangle around all. */
export function around(regions: readonly Region[]): Region | null {
  if (regions.length === 0) return null;
  const left = Math.min(...regions.map(({ x }) => x));
  const top = Math.min(...regions.map(({ y }) => y));
  return {
    x: left,
    y: top,
    width: Math.max(...regions.map(({ x, width }) => x + width)) - left,
    height: Math.max(...regions.map(({ y, height }) => y + height)) - top,
  };
}
