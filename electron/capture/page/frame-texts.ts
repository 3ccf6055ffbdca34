import type { CDPSession, Frame } from 'puppeteer';
import { IsolatedWorld } from '../browser/isolated-world.ts';
import { frameNumber } from '../in-page/letters/hide-runs.ts';
import { textStyles } from '../in-page/letters/text-styles.ts';
import { readFonts } from '../in-page/fonts/read-fonts.ts';
import { readRuns } from '../in-page/letters/read-runs.ts';
import { beyondScripts, objectOf, type BeyondScripts } from './drawn-by-style.ts';

/** What was read in a page or a frame, with its places from where its own first window begins. */
export type RunsRead = ReturnType<typeof readRuns> & {
  fonts: FontsRead;
  /** Which runs are of which frame of another process, by the frame's number among those of the page. */
  framed: [run: number, holder: number][];
  /** How many of `frames`, and of frames within them, were not read; and of how many parts the same is so. */
  unread: number;
  beyond: number;
};
/** Which fonts draw other characters than their texts say, and which runs they draw. */
export type FontsRead = ReturnType<typeof readFonts>;
type Bounds = Readonly<{ maxRuns: number; maxMs: number }>;

/** Whether frames are still read: what comes when nobody waits any more is not put in. */
type FrameLook = Readonly<{ isOver(): boolean }>;

/** What was read of a document before its frames are. @param beyond what was left of it by the browser's own look */
export function readAlone(
  runs: ReturnType<typeof readRuns>,
  fonts: FontsRead,
  { left, leftIn }: Pick<BeyondScripts, 'left' | 'leftIn'>,
): RunsRead {
  const inFrames = [...leftIn.values()].reduce((sum, count) => sum + count, 0);
  return { ...runs, fonts, framed: [], unread: runs.frames.length, beyond: left + inFrames };
}

/**
 * Reads the frames whose documents the page itself cannot read, each in its own process where it has one, and puts what
 * they say in its place: over the page where the frame stands upright, otherwise among the texts without a place. Frames
 * within such a frame are read with it.
 *
 * @param page what was read of the page; what is found is added to it @param holder the frame that is read
 * @param leftIn what the browser's own look at the page left of each of its frames: those that are read here have their own
 */
export async function addFrames(
  page: RunsRead,
  world: IsolatedWorld,
  holder: Frame,
  leftIn: BeyondScripts['leftIn'],
  bounds: Bounds,
  reading: FrameLook,
): Promise<void> {
  for (const frame of framesBelow(holder)) {
    const parent = frame.parentFrame();
    // Names of nodes hold within a process: of frames that another draws they may be those of other nodes here.
    if (reading.isOver() || !parent || inside(parent).client !== inside(holder).client) continue;
    const at = await numberOf(world, inside(parent).client, frame).catch(() => -1);
    const spot = page.frames[at];
    if (!spot) continue;
    const inner = await readFrame(frame, bounds, reading).catch(() => null);
    if (!inner || reading.isOver()) continue;
    const before = page.runs.length;
    insert(page, spot, inner);
    for (let run = before; run < page.runs.length; run++) page.framed.push([run, at]);
    page.unread += inner.unread - 1;
    page.beyond += inner.beyond - (leftIn.get(inside(frame)._id) ?? 0);
    page.cut ||= inner.cut;
  }
}

function framesBelow(holder: Frame): readonly Frame[] {
  return holder.childFrames().flatMap((frame) => [frame, ...framesBelow(frame)]);
}

async function numberOf(world: IsolatedWorld, session: CDPSession, frame: Frame): Promise<number> {
  const { backendNodeId } = await session.send('DOM.getFrameOwner', { frameId: inside(frame)._id });
  const object = await objectOf(world.session, backendNodeId, world.context);
  return object === null ? -1 : world.callWith(frameNumber, null, [object]);
}

const fontBounds = { maxFonts: 16, maxCharacters: 160, maxMs: 2_500 } as const;

/** Where the browser did not answer: one part is left, for it is not known how many there are. */
export const unlooked: BeyondScripts = { objects: [], drawn: [], left: 1, leftIn: new Map() };

/** What the fonts of a page or a frame draw, of which the runs were read just before; where that fails, one is left. */
export function fontsIn(world: IsolatedWorld): Promise<FontsRead> {
  return world.call(readFonts, fontBounds).catch(() => ({ odd: [], runs: [], left: 1 }));
}

async function readFrame(frame: Frame, bounds: Bounds, reading: FrameLook): Promise<RunsRead> {
  const { client, _id } = inside(frame);
  const world = await IsolatedWorld.ofFrame(client, _id);
  await world.call(textStyles);
  const looked = await beyondScripts(client, world.context, _id).catch(() => unlooked);
  const runs = await world.callWith(readRuns, { ...bounds, drawn: [...looked.drawn] }, looked.objects);
  const read = readAlone(runs, await fontsIn(world), looked);
  await addFrames(read, world, frame, looked.leftIn, bounds, reading);
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

/** The browser's own name of a frame. */
export const frameName = (frame: Frame): string => inside(frame)._id;

/** Puppeteer's own session and name of a frame, which its types do not show. */
function inside(frame: Frame): Readonly<{ client: CDPSession; _id: string }> {
  return frame as unknown as { client: CDPSession; _id: string }; // in every version of puppeteer's, pinned here
}
