import type { Artifact } from '../../../shared/case/record.ts';
import type { TextRun } from '../../../shared/page/text-positions.ts';
import type { NotSeen } from '../page/text-positions.ts';
import { eachRow } from './tile-edges.ts';

/** A channel that differs by more from the background is ink; less is not seen on paper. */
const faintest = 8;

/** A run's box in whole device pixels, and the colour that it had everywhere so far; null before its first pixel. */
type Box = Readonly<{ run: TextRun; left: number; top: number; right: number; bottom: number }> & {
  ground: readonly [number, number, number] | null;
  ink: boolean;
};

/**
 * Which runs of text stand in the picture: where a run's whole box has one colour, nothing of it is to be seen there. A
 * run that says nothing that is drawn is not judged.
 *
 * @param runs in CSS pixels of the picture @param tiles of the whole picture, with `read` for each one's PNG
 * @param scale device pixels per CSS pixel
 * @returns the runs that are not in it, those that lie wholly outside it, and how many were looked at
 */
export async function textNotInPicture(
  runs: readonly TextRun[],
  tiles: readonly Artifact[],
  read: (tile: Artifact) => Uint8Array,
  scale: number,
): Promise<NotSeen & Readonly<{ judged: number }>> {
  const width = Math.max(0, ...tiles.map((tile) => tile.width ?? 0));
  const height = Math.max(0, ...tiles.map((tile) => (tile.y ?? 0) + (tile.height ?? 0)));
  const outside = new Set(
    runs.filter(
      (run) => run.x + run.width <= 0 || run.y + run.height <= 0 || run.x * scale >= width || run.y * scale >= height,
    ),
  );
  const boxes = runs
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .map((run): Box => {
      const [left, top] = [Math.max(0, Math.floor(run.x * scale)), Math.max(0, Math.floor(run.y * scale))];
      const right = Math.min(width, Math.ceil((run.x + run.width) * scale));
      const bottom = Math.min(height, Math.ceil((run.y + run.height) * scale));
      return { run, left, top, right, bottom, ground: null, ink: false };
    })
    .filter(({ left, top, right, bottom }) => right > left && bottom > top)
    .sort((a, b) => a.top - b.top);
  for (const tile of tiles) {
    const from = tile.y ?? 0;
    const size = { width: tile.width ?? 0, height: tile.height ?? 0 };
    const here = boxes.filter(({ ink, top, bottom }) => !ink && bottom > from && top < from + size.height);
    if (here.length === 0) continue;
    let next = 0;
    let open: Box[] = [];
    await eachRow(read(tile), size, (row, y, pixel) => {
      for (let box = here[next]; box && box.top <= from + y; box = here[++next]) open.push(box);
      open = open.filter((box) => !box.ink && box.bottom > from + y);
      for (const box of open) look(box, row, pixel);
    });
  }
  const missing = new Set(boxes.filter(({ ink }) => !ink).map(({ run }) => run));
  return { missing, outside, judged: boxes.length };
}

function look(box: Box, row: Uint8Array, pixel: number): void {
  box.ground ??= [row[box.left * pixel] ?? 0, row[box.left * pixel + 1] ?? 0, row[box.left * pixel + 2] ?? 0];
  const [red, green, blue] = box.ground;
  for (let at = box.left * pixel; at < box.right * pixel; at += pixel) {
    box.ink =
      Math.abs((row[at] ?? 0) - red) > faintest ||
      Math.abs((row[at + 1] ?? 0) - green) > faintest ||
      Math.abs((row[at + 2] ?? 0) - blue) > faintest;
    if (box.ink) return;
  }
}
