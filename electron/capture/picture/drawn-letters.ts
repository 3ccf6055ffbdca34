import type { Artifact } from '../../../shared/case/record.ts';
import { lettersOf, piecesOf } from '../../../shared/page/letters.ts';
import type { TextRun } from '../../../shared/page/text-positions.ts';
import { eachRow } from './tile-edges.ts';

/** A channel that differs by more is another colour on paper. */
const faintest = 8;
/** Strips that are nearer to each other are one; how many there may be, and how many rows in all: device pixels. */
const near = 200;
const mostStrips = 8;
const mostRows = 4_000;

/** A strip of the picture over its whole width, in device pixels. */
type Strip = Readonly<{ top: number; bottom: number }>;
/** A strip of the page, its PNG, without the letters that are asked for. */
type BareStrip = Strip & Readonly<{ png: Uint8Array }>;
/** The parts of a run that are seen, and those that are not. */
type Parts = Readonly<{ seen: readonly TextRun[]; rest: readonly TextRun[] }>;

/**
 * The strips of the picture that hold some runs, and the runs that are beyond what is looked at.
 * @param scale device pixels per CSS pixel @param height of the picture in device pixels
 */
export function stripsAround(
  runs: readonly TextRun[],
  scale: number,
  height: number,
): Readonly<{ strips: readonly Strip[]; left: readonly TextRun[] }> {
  const strips: { top: number; bottom: number }[] = [];
  const left: TextRun[] = [];
  let rows = 0;
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const top = Math.max(0, Math.floor(run.y * scale));
    const bottom = Math.min(height, Math.ceil((run.y + run.height) * scale));
    const last = strips.at(-1);
    const joins = last !== undefined && top <= last.bottom + near;
    const more = joins ? Math.max(0, bottom - last.bottom) : bottom - top;
    if (rows + more > mostRows || (!joins && strips.length >= mostStrips)) left.push(run);
    else {
      rows += more;
      if (joins) last.bottom = Math.max(last.bottom, bottom);
      else strips.push({ top, bottom });
    }
  }
  return { strips, left };
}

/**
 * What the picture shows of some runs, measured by what changes where their letters are not drawn: what covers, clips,
 * masks or pales them shows the same with them and without them.
 *
 * @param runs each wholly in one of the strips @param tiles of the picture as it is stored
 * @param strips of the same page without these letters @param scale device pixels per CSS pixel
 */
export async function drawnLetters(
  runs: readonly TextRun[],
  tiles: readonly Artifact[],
  read: (tile: Artifact) => Uint8Array,
  strips: readonly OpenedStrip[],
  scale: number,
): Promise<ReadonlyMap<TextRun, Parts>> {
  const width = tiles[0]?.width ?? 0;
  for (const tile of tiles) {
    const [from, high] = [tile.y ?? 0, tile.height ?? 0];
    const here = strips.filter(({ top, bottom }) => from < bottom && from + high > top);
    if (here.length === 0) continue;
    const last = Math.max(...here.map(({ bottom }) => bottom)) - from;
    await eachRow(read(tile), { width, height: high }, (row, down, pixel) => {
      for (const strip of here)
        if (from + down >= strip.top && from + down < strip.bottom) compare(strip, row, from + down - strip.top, pixel);
      return down + 1 >= last ? 'enough' : undefined;
    });
  }
  const isDrawn = ({ x, y, width: wide, height }: Box): boolean => {
    const [top, bottom] = [Math.floor(y * scale), Math.ceil((y + height) * scale)];
    const [left, right] = [Math.max(0, Math.floor(x * scale)), Math.min(width, Math.ceil((x + wide) * scale))];
    return strips.some((strip) => {
      for (let at = Math.max(top, strip.top); at < Math.min(bottom, strip.bottom); at++) {
        const start = (at - strip.top) * width;
        if (strip.changed.subarray(start + left, start + right).includes(1)) return true;
      }
      return false;
    });
  };
  return new Map(runs.map((run) => [run, partsOf(run, isDrawn)]));
}

type Box = Readonly<{ x: number; y: number; width: number; height: number }>;
/** The pixels of a strip, three bytes each, and which of them are others in the picture. */
export type OpenedStrip = Strip & Readonly<{ width: number; pixels: Uint8Array; changed: Uint8Array }>;

/** Decodes a strip that is as wide as the picture. */
export async function openStrip({ top, bottom, png }: BareStrip, width: number): Promise<OpenedStrip> {
  const pixels = new Uint8Array(width * (bottom - top) * 3);
  await eachRow(png, { width, height: bottom - top }, (row, y, pixel) => {
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++)
        pixels[(y * width + x) * 3 + channel] = row[x * pixel + channel] ?? 0;
  });
  return { top, bottom, width, pixels, changed: new Uint8Array(width * (bottom - top)) };
}

function compare({ width, pixels, changed }: OpenedStrip, row: Uint8Array, y: number, pixel: number): void {
  for (let x = 0; x < width; x++) {
    const [at, own] = [(y * width + x) * 3, x * pixel];
    for (let channel = 0; channel < 3; channel++)
      if (Math.abs((row[own + channel] ?? 0) - (pixels[at + channel] ?? 0)) > faintest) changed[y * width + x] = 1;
  }
}

/** A run by its letters; spaces go with the letter before them. */
function partsOf(run: TextRun, isDrawn: (box: Box) => boolean): Parts {
  const letters = lettersOf(run);
  if (!letters) return isDrawn(run) ? { seen: [run], rest: [] } : { seen: [], rest: [run] };
  let before = true;
  const drawn = letters.map((letter, at) => {
    const blank = run.text.slice(letter.from, letter.to).trim() === '';
    before = blank ? before && at > 0 : isDrawn(letter);
    return before;
  });
  if (!drawn.includes(false)) return { seen: [run], rest: [] };
  const withWords = (some: readonly TextRun[]) => some.filter(({ text }) => text.trim() !== '');
  return {
    seen: withWords(piecesOf(run, (_, at) => drawn[at] === true)),
    rest: withWords(piecesOf(run, (_, at) => drawn[at] === false)),
  };
}
