import type { Json } from '../../../shared/canonical-json.ts';
import type { Artifact, Reason, Role } from '../../../shared/case/record.ts';
import type { TextRun } from '../../../shared/page/text-positions.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import type { Ledger } from '../ledger.ts';
import { layerOf, type ReadPositions } from '../page/text-positions.ts';
import { eachRow } from './tile-edges.ts';
import type { Picture } from './tiles.ts';

/** A channel that differs by more from the background is ink; less is not seen on paper. */
const faintest = 8;
/** Runs of text that are nowhere in the picture make it short of the page from this number and share on. */
const fewest = 3;
const leastShare = 0.05;

/** A run's box in whole device pixels, and the colour that it had everywhere so far; null before its first pixel. */
type Box = Readonly<{ run: TextRun; left: number; top: number; right: number; bottom: number }> & {
  ground: readonly [number, number, number] | null;
  ink: boolean;
};

/**
 * Which runs of text stand in the picture: where a run's whole box has one colour, nothing of it is to be seen there. A
 * run that lies off the picture, or says nothing that is drawn, is not judged.
 *
 * @param runs in CSS pixels of the picture @param tiles of the whole picture, with `read` for each one's PNG
 * @param scale device pixels per CSS pixel
 * @returns the runs that are not in it, and how many were looked at
 */
export async function textNotInPicture(
  runs: readonly TextRun[],
  tiles: readonly Artifact[],
  read: (tile: Artifact) => Uint8Array,
  scale: number,
): Promise<Readonly<{ missing: ReadonlySet<TextRun>; judged: number }>> {
  const width = Math.max(0, ...tiles.map((tile) => tile.width ?? 0));
  const height = Math.max(0, ...tiles.map((tile) => (tile.y ?? 0) + (tile.height ?? 0)));
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
  return { missing, judged: boxes.length };
}

/**
 * Keeps where the words stand, less those that the picture does not show, and says how many these are: where they are
 * many, the picture is not the whole page. Without a picture nothing was measured, and all are kept.
 */
export async function checkLayer(
  words: ReadPositions,
  picture: Picture | null,
  to: Readonly<{
    caseFile: WritableCase;
    scale: number;
    ledger: Ledger;
    keepJson(role: Role, name: string, value: Json): void;
  }>,
): Promise<void> {
  const found = await to.ledger.run('text-in-picture', async (short) => {
    const read = ({ sha256 }: Artifact) => to.caseFile.readObject(sha256);
    const tiles = words.origin === null ? [] : (picture?.tiles ?? []); // where the words stand is not known: nothing to measure
    const { missing, judged } = await textNotInPicture(words.runs, tiles, read, to.scale);
    const reason: Reason = { code: 'text-not-in-picture', params: { count: missing.size, of: judged } };
    if (missing.size >= fewest && missing.size >= judged * leastShare) short({ outcome: 'partial', reason });
    else if (missing.size > 0) to.ledger.warn(reason.code, reason.params);
    return missing;
  });
  to.keepJson('text-positions', 'text-positions.json', layerOf(words, found ?? new Set()));
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
