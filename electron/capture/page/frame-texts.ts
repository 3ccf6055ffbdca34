import type { CDPSession, Frame } from 'puppeteer';
import { IsolatedWorld } from '../browser/isolated-world.ts';
import { frameNumber } from '../in-page/letters/hide-runs.ts';
import { textStyles } from '../in-page/letters/text-styles.ts';
import { readFonts } from '../in-page/fonts/read-fonts.ts';
import { readRuns } from '../in-page/letters/read-runs.ts';
import { objectOf } from './drawn-by-style.ts';

/** What was read in a page or a frame, with its places from where its own first window begins. */
export type RunsRead = ReturnType<typeof readRuns> & {
  fonts: FontsRead;
  /** Which runs are of which frame of another process, by the frame's number among those of the page. */
  framed: [run: number, holder: number][];
};
/** Which fonts draw other characters than their texts say, and which runs they draw. */
export type FontsRead = ReturnType<typeof readFonts>;
type Bounds = Readonly<{ maxRuns: number; maxMs: number }>;

/**
 * Reads the frames whose documents the page itself cannot read, each in its own process where it has one, and puts what
 * they say in its place: over the page where the frame stands upright, otherwise among the texts without a place.
 *
 * @param page what was read of the page; what is found is added to it @param frames all frames below it
 * @returns how many frames could not be read
 */
export async function addFrames(
  page: RunsRead,
  world: IsolatedWorld,
  frames: readonly Frame[],
  bounds: Bounds,
): Promise<number> {
  let read = 0;
  for (const frame of frames) {
    const parent = frame.parentFrame();
    const at = parent ? await numberOf(world, inside(parent).client, frame).catch(() => -1) : -1;
    const spot = page.frames[at];
    if (!spot) continue;
    const inner = await readFrame(frame, bounds).catch(() => null);
    if (!inner) continue;
    const before = page.runs.length;
    insert(page, spot, inner);
    for (let run = before; run < page.runs.length; run++) page.framed.push([run, at]);
    read += 1;
  }
  return page.frames.length - read;
}

async function numberOf(world: IsolatedWorld, session: CDPSession, frame: Frame): Promise<number> {
  const { backendNodeId } = await session.send('DOM.getFrameOwner', { frameId: inside(frame)._id });
  const object = await objectOf(world.session, backendNodeId, world.context);
  return object === null ? -1 : world.callWith(frameNumber, null, [object]);
}

const fontBounds = { maxFonts: 16, maxCharacters: 160, maxMs: 2_500 } as const;

/** What the fonts of a page or a frame draw, of which the runs were read just before; where that fails, one is left. */
export function fontsIn(world: IsolatedWorld): Promise<FontsRead> {
  return world.call(readFonts, fontBounds).catch(() => ({ odd: [], runs: [], left: 1 }));
}

async function readFrame(frame: Frame, bounds: Bounds): Promise<RunsRead> {
  const { client, _id } = inside(frame);
  const world = await IsolatedWorld.ofFrame(client, _id);
  await world.call(textStyles);
  const read: RunsRead = {
    ...(await world.callWith(readRuns, { ...bounds }, [])),
    fonts: await fontsIn(world),
    framed: [],
  };
  await addFrames(read, world, frame.childFrames(), bounds);
  return read;
}

/** Puts the texts of a frame where the page keeps a place for them; what its window does not show is hidden. */
function insert(page: RunsRead, { at, window }: RunsRead['frames'][number], inner: RunsRead): void {
  const spliced: [number, number][] = [];
  const say = (gap: number, text: string) => {
    page.elsewhere.push(text);
    spliced.push([gap, -page.elsewhere.length]);
  };
  page.hidden.push(...inner.hidden);
  page.fonts.odd.push(...inner.fonts.odd);
  page.fonts.left += inner.fonts.left;
  const odd = new Set(inner.fonts.runs);
  for (const [gap, number] of inner.order) {
    const run = inner.runs[number];
    if (!run || !window) {
      say(gap, run?.[4] ?? inner.elsewhere[-1 - number] ?? '');
      continue;
    }
    const [left, top, right, bottom] = window;
    const [x, y] = [run[0] + left - inner.scroll[0], run[1] + top - inner.scroll[1]];
    const [width, height] = [
      Math.min(right, x + run[2]) - Math.max(left, x),
      Math.min(bottom, y + run[3]) - Math.max(top, y),
    ];
    if (width < 1 || height < run[3] / 2) page.hidden.push(run[4]);
    else {
      if (odd.has(number)) page.fonts.runs.push(page.runs.length);
      page.runs.push([Math.max(left, x), Math.max(top, y), width, height, run[4]]);
      spliced.push([gap, page.runs.length - 1]);
    }
  }
  const spot = page.order.findIndex(([, number]) => number === -1 - at);
  const [first, after] = [spliced[0], page.order[spot + 1]];
  if (first) first[0] = 3;
  if (after) after[0] = Math.max(after[0], 3);
  page.order.splice(spot, 1, ...spliced);
}

/** Puppeteer's own session and name of a frame, which its types do not show. */
function inside(frame: Frame): Readonly<{ client: CDPSession; _id: string }> {
  return frame as unknown as { client: CDPSession; _id: string }; // in every version of puppeteer's, pinned here
}
