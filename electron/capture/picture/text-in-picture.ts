import type { Artifact } from '../../../shared/case/record.ts';
import type { TextRun } from '../../../shared/page/text-positions.ts';
import { eachRow } from './tile-edges.ts';

/** A channel that differs by more from the background is ink; less is not seen on paper. */
const faintest = 8;

/** Red, green and blue, 0 to 255. */
export type LetterColour = readonly [red: number, green: number, blue: number];

/** A run's box in whole device pixels, and the colour that it had everywhere so far; null before its first pixel. */
type Box = Readonly<{ run: TextRun; left: number; top: number; right: number; bottom: number }> & {
  ground: LetterColour | null;
  ink: boolean;
  /** The colour of its letters, and whether something in the box comes nearer to it than to the ground. */
  colour: LetterColour | null;
  own: boolean;
};

/** What was found of the runs; `judged`: how many were looked at. */
export type Looked = Readonly<{
  missing: ReadonlySet<TextRun>;
  outside: ReadonlySet<TextRun>;
  doubtful: ReadonlySet<TextRun>;
  judged: number;
}>;

/**
 * Which runs of text stand in the picture: where a run's whole box has one colour, nothing of it is to be seen there. A
 * run that says nothing that is drawn is not judged.
 *
 * @param runs in CSS pixels of the picture @param tiles of the whole picture, with `read` for each one's PNG
 * @param scale device pixels per CSS pixel
 * @param colours of the letters, where they have one
 * @returns the runs that are not in it; those that lie wholly outside it; those in whose box something is drawn that does
 *   not have the colour of their letters, so that it may be something else; and how many were looked at
 */
export async function textNotInPicture(
  runs: readonly TextRun[],
  tiles: readonly Artifact[],
  read: (tile: Artifact) => Uint8Array,
  scale: number,
  colours: ReadonlyMap<TextRun, LetterColour> = new Map(),
): Promise<Looked> {
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
      return { run, left, top, right, bottom, ground: null, ink: false, colour: colours.get(run) ?? null, own: false };
    })
    .filter(({ left, top, right, bottom }) => right > left && bottom > top)
    .sort((a, b) => a.top - b.top);
  for (const tile of tiles) {
    const from = tile.y ?? 0;
    const size = { width: tile.width ?? 0, height: tile.height ?? 0 };
    const here = boxes.filter((box) => !isDone(box) && box.bottom > from && box.top < from + size.height);
    if (here.length === 0) continue;
    let next = 0;
    let open: Box[] = [];
    await eachRow(read(tile), size, (row, y, pixel) => {
      for (let box = here[next]; box && box.top <= from + y; box = here[++next]) open.push(box);
      open = open.filter((box) => !isDone(box) && box.bottom > from + y);
      for (const box of open) look(box, row, pixel);
      return open.length === 0 && next >= here.length ? 'enough' : undefined;
    });
  }
  const missing = new Set(boxes.filter(({ ink }) => !ink).map(({ run }) => run));
  const doubtful = new Set(boxes.filter((box) => box.ink && !isDone(box)).map(({ run }) => run));
  return { missing, outside, doubtful, judged: boxes.length };
}

/** What was found of boxes, said of the runs that stand in them: one for each, in the same order. */
export function ofRuns(
  { missing, outside, doubtful, judged }: Looked,
  boxes: readonly TextRun[],
  runs: readonly TextRun[],
): Looked {
  const numbers = new Map(boxes.map((box, at) => [box, at]));
  const said = (some: ReadonlySet<TextRun>) => new Set([...some].flatMap((box) => runs[numbers.get(box) ?? -1] ?? []));
  return { missing: said(missing), outside: said(outside), doubtful: said(doubtful), judged };
}

const isDone = ({ ink, colour, own }: Box): boolean => ink && (own || colour === null);

function look(box: Box, row: Uint8Array, pixel: number): void {
  const start = box.left * pixel;
  box.ground ??= [row[start] ?? 0, row[start + 1] ?? 0, row[start + 2] ?? 0];
  const [red, green, blue] = box.ground;
  for (let at = start; at < box.right * pixel; at += pixel) {
    const most = Math.max(
      Math.abs((row[at] ?? 0) - red),
      Math.abs((row[at + 1] ?? 0) - green),
      Math.abs((row[at + 2] ?? 0) - blue),
    );
    if (most <= faintest) continue;
    box.ink = true;
    if (box.colour === null) return;
    const [ownRed, ownGreen, ownBlue] = box.colour;
    const away = Math.max(
      Math.abs((row[at] ?? 0) - ownRed),
      Math.abs((row[at + 1] ?? 0) - ownGreen),
      Math.abs((row[at + 2] ?? 0) - ownBlue),
    );
    box.own ||= away < most;
    if (box.own) return;
  }
}
