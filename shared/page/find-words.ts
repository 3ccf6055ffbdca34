import type { Region } from '../case/exhibit.ts';
import type { TextRun } from './text-positions.ts';

/**
 * Finds words in a page's text, as the picture shows them. White space does not count: a page breaks its lines where it
 * likes. Where within a run a word stands was not measured, so each run that holds part of the words counts whole.
 *
 * @param runs in device pixels
 * @returns a rectangle for each run that holds part of the words, whole pixels; empty where the page does not say them
 */
export function findWords(runs: readonly TextRun[], words: string): readonly Region[] {
  const wanted = Array.from(words.replace(/\s+/gu, ''));
  if (wanted.length === 0) return [];
  const visible = runs.flatMap((run) =>
    Array.from(run.text)
      .filter((letter) => !/\s/u.test(letter))
      .map((letter) => ({ letter, run })),
  );
  const at = visible.findIndex((_, start) => wanted.every((letter, n) => visible[start + n]?.letter === letter));
  if (at < 0) return [];
  return [...new Set(visible.slice(at, at + wanted.length).map(({ run }) => run))].map(boxOf);
}

/** The whole pixels that a run touches. */
export function boxOf({ x, y, width, height }: TextRun): Region {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.ceil(x + width) - left),
    height: Math.max(1, Math.ceil(y + height) - top),
  };
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
