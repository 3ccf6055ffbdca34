import type { CDPSession, Page } from 'puppeteer';
import type { Json } from '../../../shared/canonical-json.ts';
import {
  mostTextRuns,
  storedTextPositions,
  type RunLetters,
  type PictureFrame,
  type TextRun,
} from '../../../shared/page/text-positions.ts';
import type { PageBlock } from '../../../shared/page/page-breaks.ts';
import type { TimeBudget } from '../time-budget.ts';
import { measureLetters, type MeasuredLetters } from '../in-page/letters/measure-letters.ts';
import { readCovered, type FramedRun } from '../in-page/read-covered.ts';
import { textStyles } from '../in-page/letters/text-styles.ts';
import { readRuns } from '../in-page/letters/read-runs.ts';
import { beyondScripts } from './drawn-by-style.ts';
import {
  addFrames,
  fontsIn,
  frameName,
  readAlone,
  unlooked as nothing,
  type FontsRead,
  type RunsRead,
} from './frame-texts.ts';
import { pageBlocks } from './page-blocks.ts';
import type { ReadingOrder } from './seen-text.ts';
import type { LetterColour } from '../picture/text-in-picture.ts';
import { IsolatedWorld } from '../browser/isolated-world.ts';
import type { StepEnd } from '../ledger.ts';

const longestRead = 4_000;
const longestLook = 1_500;
/** Letters are measured one by one: a page has so many at most, and so long. What is beyond counts by whole lines. */
const letterBounds = { maxLetters: 1_000_000, maxMs: 6_000 } as const;

/**
 * Where the words stand, in CSS pixels of the picture; `end` where not all were read, `whole`: of how many lines the letters
 * were not measured because the page has too many.
 */
export type ReadPositions = PictureFrame &
  Readonly<{
    runs: readonly TextRun[];
    /** What a page break should leave whole, CSS pixels of the picture; none where it is not known. */
    blocks: readonly PageBlock[];
    /** Texts that the document's style shows to nobody. */
    hidden: readonly string[];
    order: ReadingOrder;
    /** How many texts have moved since the picture was begun. */
    moved: number;
    /** How many parts that only the browser knows were not read: closed shadow trees, texts of styles. */
    beyond: number;
    /** How many frames were not read. */
    unread: number;
    /** The colour of a run's letters, where it is one; and the runs that something may cover. */
    colours: ReadonlyMap<TextRun, LetterColour>;
    covered: ReadonlySet<TextRun>;
    /** Fonts of the page's own that draw other characters than the words say. */
    fonts: Pick<FontsRead, 'odd' | 'left'>;
    /** Frames of other processes by the runs that they show; parts of runs that something blurs beyond reading, as runs. */
    framed: ReadonlyMap<TextRun, number>;
    blurred: ReadonlyMap<TextRun, readonly TextRun[]>;
    /** Of how many it was not asked whether something covers them. */
    unlooked: number;
    cut: boolean;
    end: StepEnd | null;
    whole: number;
  }>;

/**
 * Reads where the words stand while the page is held still, so that they lie over the picture that was taken. The picture
 * begins where one can scroll to; where it is not as wide as the ground that the page says one can scroll over, where it
 * begins is not known.
 *
 * @param picture its width in CSS pixels, or that it was cut; null where there is none
 * @param onBoxes hears where the runs stand, in their order, and whether that is known: their letters are measured then
 */
export async function readTextPositions(
  page: Page,
  session: CDPSession,
  picture: Readonly<{ width: number; cut: boolean }> | null,
  timeBudget: TimeBudget,
  onBoxes: (boxes: readonly TextRun[], colours: ReadonlyMap<TextRun, LetterColour>, known: boolean) => void = () =>
    undefined,
): Promise<ReadPositions> {
  const world = await timeBudget.within(timeBudget.left(5_000), IsolatedWorld.of(session), 'text-positions');
  await timeBudget.within(timeBudget.left(2_000), world.call(textStyles), 'text-positions');
  const asked = beyondScripts(session, world.context, frameName(page.mainFrame()));
  const looked = await timeBudget.within(timeBudget.left(longestRead), asked, 'text-positions').catch(() => nothing);
  const inPage = await timeBudget.within(
    timeBudget.left(longestRead + 3_000),
    world.callWith(readRuns, { maxRuns: mostTextRuns, maxMs: longestRead, drawn: [...looked.drawn] }, looked.objects),
    'text-positions',
  );
  const blocks = picture === null ? [] : await pageBlocks(world, picture.width, timeBudget);
  const compared = timeBudget.within(timeBudget.left(longestRead), fontsIn(world), 'text-positions');
  const fontsRead = await compared.catch((): FontsRead => ({ odd: [], runs: [], left: 1 }));
  const read = readAlone(inPage, fontsRead, looked);
  if (read.frames.length > 0) await framesIn(read, world, page, looked.leftIn, timeBudget);
  const { framed, unread, beyond } = read;
  const { runs, elsewhere, hidden, order, colours, moved, cut, origin, size, fonts } = read;
  const [x0, y0] = origin;
  const boxes = runs.map(([x, y, width, height, text]): TextRun => ({ x: x + x0, y: y + y0, width, height, text }));
  const known = picture !== null && (picture.cut || Math.abs(picture.width - size[0]) <= 1);
  onBoxes(boxes, byRun(boxes, colours), known);
  const { letters, left } = await lettersIn(world, timeBudget, runs.length);
  const framedRuns = framed.flatMap(([run, holder]): FramedRun[] => {
    const [x, y, width, height] = runs[run] ?? [0, 0, 0, 0];
    return [[run, holder, x, y, x + width, y + height]];
  });
  const { covered, blurred, left: unlooked } = await coveredIn(world, timeBudget, framedRuns, runs.length);
  const odd = new Set(fonts.runs);
  const standing = boxes.map((box, at): TextRun => {
    const own = letters[at];
    const run = own ? { ...box, letters: inPixels(own) } : box;
    return odd.has(at) ? { ...run, otherGlyphs: true } : run;
  });
  return {
    runs: standing,
    blocks: known ? blocks.map(({ top, bottom, figure }) => ({ top: top + y0, bottom: bottom + y0, figure })) : [],
    colours: byRun(standing, colours),
    covered: new Set(covered.flatMap((at) => standing[at] ?? [])),
    framed: new Map(framed.flatMap(([run, holder]) => (standing[run] ? [[standing[run], holder] as const] : []))),
    blurred: partsOfRuns(blurred, standing),
    unlooked,
    fonts,
    elsewhere,
    hidden,
    order,
    moved,
    beyond,
    unread,
    origin: known ? { x: x0, y: y0 } : null,
    cut,
    whole: left,
    end: cut ? { outcome: 'partial', reason: { code: 'text-positions-cut', params: { runs: runs.length } } } : null,
  };
}

function byRun<T>(runs: readonly TextRun[], values: readonly (T | null)[]): ReadonlyMap<TextRun, T> {
  return new Map(
    runs.flatMap((run, at) => {
      const value = values[at];
      return value ? [[run, value] as const] : [];
    }),
  );
}

function inPixels({ way, ink, measures, lengths }: MeasuredLetters): RunLetters {
  const [left, above, right, below] = ink;
  return {
    way,
    ink: [left / 100, above / 100, right / 100, below / 100],
    measures: measures.map((one) => one / 100),
    lengths: lengths.length > 0 ? lengths : null,
  };
}

/** Frames of other sites; those that take too long are not read. */
async function framesIn(
  read: RunsRead,
  world: IsolatedWorld,
  page: Page,
  leftIn: ReadonlyMap<string, number>,
  timeBudget: TimeBudget,
): Promise<void> {
  let over = false;
  const bounds = { maxRuns: mostTextRuns, maxMs: longestLook };
  const added = addFrames(read, world, page.mainFrame(), leftIn, bounds, { isOver: () => over });
  await timeBudget.within(timeBudget.left(longestRead), added, 'text-positions').catch(() => undefined); // counted by then
  over = true;
}

/** A page that takes too long over its letters has lines all the same. */
async function lettersIn(
  world: IsolatedWorld,
  timeBudget: TimeBudget,
  runs: number,
): Promise<ReturnType<typeof measureLetters>> {
  const maxMs = Math.min(letterBounds.maxMs, timeBudget.left(1_000));
  const measured = world.call(measureLetters, { ...letterBounds, maxMs });
  return timeBudget.within(maxMs + 3_000, measured, 'text-positions').catch(() => ({ letters: [], left: runs }));
}

/** A page that takes too long over what covers its words is judged by its colours alone. */
function coveredIn(
  world: IsolatedWorld,
  timeBudget: TimeBudget,
  framed: FramedRun[],
  runs: number,
): Promise<ReturnType<typeof readCovered>> {
  const maxMs = Math.min(longestLook, timeBudget.left(1_000));
  const asked = world.call(readCovered, { maxMs, framed });
  return timeBudget
    .within(maxMs + 2_000, asked, 'text-positions')
    .catch(() => ({ covered: [], blurred: [], left: runs }));
}

/** Parts of runs that were given from each run's upper left corner, as boxes of the same ground. */
function partsOfRuns(
  parts: ReturnType<typeof readCovered>['blurred'],
  runs: readonly TextRun[],
): ReadonlyMap<TextRun, readonly TextRun[]> {
  const found = new Map<TextRun, TextRun[]>();
  for (const [at, left, top, right, bottom] of parts) {
    const run = runs[at];
    if (!run) continue;
    const part = { text: '', x: run.x + left, y: run.y + top, width: right - left, height: bottom - top };
    found.set(run, [...(found.get(run) ?? []), part]);
  }
  return found;
}

/**
 * What of the words is not in the picture: runs where it shows nothing of them, and runs that lie outside it. `pieces` are
 * the parts that it shows of runs of which it shows not all; `moved` are runs that the page shows now, at places where the
 * picture shows nothing.
 */
export type NotSeen = Readonly<{
  missing: ReadonlySet<TextRun>;
  outside: ReadonlySet<TextRun>;
  moved: ReadonlySet<TextRun>;
  pieces: ReadonlyMap<TextRun, Readonly<{ seen: readonly TextRun[]; rest: readonly TextRun[] }>>;
}>;

/** What the picture shows of a run. */
export function seenOf(run: TextRun, { missing, outside, pieces }: NotSeen): readonly TextRun[] {
  if (missing.has(run) || outside.has(run)) return [];
  return pieces.get(run)?.seen ?? [run];
}

/** Texts that the document holds and the picture does not show. */
export function unseenIn({ runs, hidden }: ReadPositions, notSeen: NotSeen): readonly string[] {
  const rest = runs.flatMap((run) =>
    seenOf(run, notSeen).length === 0 ? [run] : (notSeen.pieces.get(run)?.rest ?? []),
  );
  return [...hidden, ...rest.map(({ text }) => text)];
}

/** The artifact: words that were found not to be in the picture are not said to be there. */
export function layerOf(words: ReadPositions, notSeen: NotSeen): Json {
  const { runs, elsewhere, origin, cut } = words;
  return storedTextPositions(
    runs.filter((run) => !notSeen.moved.has(run)).flatMap((run) => seenOf(run, notSeen)),
    cut,
    {
      origin,
      elsewhere: [...elsewhere.filter((text) => text !== ''), ...[...notSeen.moved].map(({ text }) => text)],
      unseen: unseenIn(words, notSeen),
    },
  );
}
