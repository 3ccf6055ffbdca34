import { because } from '../cause.ts';
import type { Overlap } from './find-overlap.ts';

/** Rows of one screenshot, and where they stand in the joined picture. */
export type Strip = Readonly<{ y: number; height: number; at: number }>;

/**
 * Which rows of each screenshot make the joined picture: each goes on from the one above in the middle of what both show,
 * so that the bars at their edges, which do not scroll, fall away between them.
 *
 * @param heights of the screenshots, from the top down
 * @param overlaps of each with the next
 */
export function stripsOf(heights: readonly number[], overlaps: readonly Overlap[]): readonly Strip[] {
  const strips: Strip[] = [];
  let [y, at] = [0, 0];
  for (const [index, height] of heights.entries()) {
    const overlap = overlaps[index];
    const until = overlap ? Math.floor((overlap.from + overlap.to) / 2) : height;
    if (until <= y) throw new Error(because('screenshots-apart'));
    strips.push({ y, height: until - y, at });
    at += until - y;
    y = overlap ? until - overlap.shift : 0;
  }
  return strips;
}
