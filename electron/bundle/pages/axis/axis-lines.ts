import { ink, softInk, type Canvas } from '../../pdf/canvas.ts';
import type { AxisRow } from './axis-rows.ts';
import { signRoom } from './axis-signs.ts';

/** From a publication down to those that took from it, by their rows; on a track of its own. */
export type Trunk = Readonly<{ source: number; citing: readonly number[]; track: number }>;

/** More lines side by side would not be followed; the rows say the others in words. */
const mostTracks = 8;
export const trackWidth = 6;
const arrow = 3;

/**
 * The lines of the axis: one for each source, down to the last that took from it. Nothing is drawn of what has no day, nor
 * where the stated times do not say that it came later: no line goes backwards in time.
 */
export function trunksOf(rows: readonly AxisRow[]): readonly Trunk[] {
  const rowOf = new Map<number, number>();
  rows.forEach(({ told, stretch }, at) => {
    if (told.of === 'published' && stretch !== null) for (const { index } of told.all) rowOf.set(index, at);
  });
  const citing = new Map<number, number[]>();
  rows.forEach(({ sources, stretch }, at) => {
    if (stretch === null) return;
    for (const { exhibit, order } of sources) {
      const source = rowOf.get(exhibit.index);
      if (order === 'after' && source !== undefined && source < at)
        citing.set(source, [...new Set([...(citing.get(source) ?? []), at])]);
    }
  });
  const free: number[] = [];
  return [...citing]
    .sort(([a], [b]) => a - b)
    .flatMap(([source, some]): Trunk[] => {
      const found = free.findIndex((until) => until < source);
      const track = found >= 0 ? found : free.length;
      if (track >= mostTracks) return [];
      free[track] = Math.max(...some);
      return [{ source, citing: some, track }];
    });
}

export const tracksIn = (trunks: readonly Trunk[]): number => Math.max(0, ...trunks.map(({ track }) => track + 1));

/** Where the rows of one page have their signs, and where the rows begin and end. */
export type RowsOfPage = Readonly<{
  signs: ReadonlyMap<number, Readonly<{ x: number; y: number }>>;
  /** The rows of which something is on the page, those that go on from the one before among them. */
  shown: readonly number[];
  top: number;
  bottom: number;
}>;

/** The lines of a page: what comes from the page before begins at its top, what goes on ends at its bottom. */
export function drawTrunks(
  canvas: Canvas,
  trunks: readonly Trunk[],
  left: number,
  { signs, shown, top, bottom }: RowsOfPage,
): void {
  if (shown.length === 0) return;
  const [first, last] = [Math.min(...shown), Math.max(...shown)];
  for (const { source, citing, track } of trunks) {
    const end = Math.max(...citing);
    if (source > last || end < first) continue;
    const x = left + track * trackWidth + trackWidth / 2;
    const begins = signs.get(source);
    const ends = signs.get(end);
    // A row that goes on from the page before has its sign there, and so the line its end.
    if (end === first && !ends) continue;
    canvas.line(x, begins ? begins.y : top, x, ends ? ends.y : bottom, 0.7, softInk);
    if (begins) canvas.line(x, begins.y, begins.x - signRoom, begins.y, 0.7, softInk);
    for (const at of citing) {
      const into = signs.get(at);
      if (!into) continue;
      const tip = into.x - signRoom;
      canvas.line(x, into.y, tip, into.y, 0.7, softInk);
      canvas.line(tip - arrow, into.y - arrow * 0.7, tip, into.y, 1, ink);
      canvas.line(tip - arrow, into.y + arrow * 0.7, tip, into.y, 1, ink);
      // Where it leaves its own line, and not one that it crosses.
      canvas.rectangle(x - 1.3, into.y - 1.3, 2.6, 2.6, ink);
    }
  }
}
