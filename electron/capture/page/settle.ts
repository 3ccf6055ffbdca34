import { causeOf } from '../../../shared/cause.ts';
import type { CDPSession, Page } from 'puppeteer';
import type { Reason } from '../../../shared/case/record.ts';
import type { TimeBudget, TimedStep } from '../time-budget.ts';
import { bringIn } from '../in-page/bring-in.ts';
import { scrollInside } from '../in-page/scrolling/scroll-inside.ts';
import { scrollToTop } from '../in-page/scrolling/scroll.ts';
import { leaveFailedPictures } from './held/failed-pictures.ts';
import { stopScripts } from './held/scripts.ts';
import { awaitPicturesAndFonts } from '../in-page/settle.ts';
import { IsolatedWorld } from '../browser/isolated-world.ts';
import { firstSession } from '../browser/large-reads.ts';
import { StepFailure, type Ledger, type StepEnd } from '../ledger.ts';
import type { MainDocument } from './main-document.ts';
import { scrollToEnd, type SeenBlock } from './scroll.ts';

/** Bounds of settling; each that ends a step is named in the ledger. */
const bounds = {
  scroll: { maxPixels: 160_000, maxMs: 20_000, maxGrowth: 30 },
  /** What scrolls inside the page: boxes, views of each, and for all of them together. */
  inside: { least: 40, most: 8, maxViews: 40, maxMs: 5_000, mostElements: 80_000 },
  /** What it asks for while it is scrolled is waited for, and it is scrolled further, so often at most. */
  answers: { rounds: 4, forMs: 150, maxMs: 2_500 },
  picturesMs: 8_000,
  /** At most so many requests open, for so long, waited for at most so long. */
  quiet: { open: 2, forMs: 500, maxMs: 6_000 },
  stillMs: 3_000,
  /** A page that paints nothing gives no frame at all. */
  frameMs: 8_000,
} as const;

/** Does something in the page within some ms. */
type InPage = <T>(what: TimedStep, most: number, work: (world: IsolatedWorld) => Promise<T>) => Promise<T>;

/**
 * Asks the page something, and no longer than so many milliseconds. A script that never yields is stopped, or nothing further
 * could be asked of the page; one that led on is not stuck.
 */
export async function inPage<T>(
  {
    session,
    timeBudget,
    stuck,
  }: Readonly<{ session: CDPSession; timeBudget: TimeBudget; stuck: () => Promise<unknown> }>,
  what: TimedStep,
  most: number,
  work: (world: IsolatedWorld) => Promise<T>,
): Promise<T> {
  try {
    const patience = Math.min(most, timeBudget.left(2_000));
    const world = await timeBudget.within(patience, IsolatedWorld.of(session), what);
    return await timeBudget.within(patience, work(world), what);
  } catch (error) {
    if (error instanceof StepFailure) await stuck();
    throw error;
  }
}

/**
 * Brings a loaded page to rest: lazy content, pictures and fonts, network, back to the top, two equal frames.
 * @param gone settles where the page leads on to another document meanwhile; null where nobody knows
 * @returns the words that were seen on the way; null where the page could not be scrolled
 */
export async function settle(
  page: Page,
  session: CDPSession,
  main: MainDocument,
  ledger: Ledger,
  timeBudget: TimeBudget,
  stuck: () => Promise<unknown>,
  gone: Promise<void> | null,
): Promise<readonly SeenBlock[] | null> {
  const asking: InPage = (what, most, work) => inPage({ session, timeBudget, stuck }, what, most, work);

  // What the browser skips has neither its height nor its pictures yet; whether it worked is told once the page is held.
  // A page that does not answer had its script stopped: the first step of the ledger says so.
  const unanswered = await asking('bring-in', 4_000, (world) => world.call(bringIn, { maxMs: 2_000 })).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  const seen = await ledger.run('scroll', async (short) => {
    const limits = { ...bounds.scroll, maxMs: Math.min(bounds.scroll.maxMs, timeBudget.left(1_000) * 0.5) };
    const { end, height, ...way } = await scrollToEnd((most, work) => asking('scroll', most, work), main, limits);
    if (end !== 'bottom')
      short({ outcome: 'partial', reason: { code: `scroll-ended-by-${end}`, params: { height: Math.round(height) } } });
    if (unanswered !== null) throw unanswered;
    return way.seen;
  });
  const inside = await scrolledInside(asking, main, ledger, timeBudget);
  await ledger.run('pictures-and-fonts', async (short) => {
    const found = await asking('pictures-and-fonts', bounds.picturesMs + 2_000, (world) =>
      world.call(awaitPicturesAndFonts, bounds.picturesMs),
    );
    const [first, ...rest] = notThere(found);
    if (first) short({ outcome: 'partial', reason: first });
    for (const { code, params } of rest) ledger.warn(code, params);
  });
  await ledger.run('quiet-network', async (short) => {
    if (!(await isQuiet(main, bounds.quiet, timeBudget)))
      short({ outcome: 'partial', reason: { code: 'network-busy', params: { open: main.inFlight } } });
  });
  await ledger.run('scroll-to-top', () => asking('scroll-to-top', 3_000, (world) => world.call(scrollToTop)));
  await ledger.run('stillness', async (short) => {
    const began = performance.now();
    // The browser may never give a frame that it was asked for while another document took its place.
    const away = gone?.then(() => {
      throw new StepFailure({ code: 'not-brought-to-rest' });
    });
    away?.catch(() => undefined); // heard with the frame
    let last: string | null = null;
    for (;;) {
      const shot = firstSession(page).send('Page.captureScreenshot', { format: 'jpeg', quality: 40 });
      const patience = Math.min(bounds.frameMs, timeBudget.left(5_000));
      const { data } = await timeBudget.within(patience, Promise.race([shot, ...(away ? [away] : [])]), 'stillness');
      if (data === last) return;
      last = data;
      if (performance.now() - began > Math.min(bounds.stillMs, timeBudget.left())) {
        short(moving);
        return;
      }
      await new Promise((done) => setTimeout(done, 100));
    }
  });
  return seen && [...seen, ...(inside ?? [])];
}

/**
 * What scrolls inside the page is scrolled to its end; where it asks for more on the way, further once the answer is there.
 * @returns the words that it held on the way and no longer holds
 */
function scrolledInside(
  asking: InPage,
  main: MainDocument,
  ledger: Ledger,
  timeBudget: TimeBudget,
): Promise<readonly SeenBlock[] | null> {
  return ledger.run('scroll-inside', async (short) => {
    const gone = new Map<string, SeenBlock>();
    const open = main.inFlight;
    let before: readonly number[] | null = null;
    for (let round = 1; ; round++) {
      const asked = main.requests;
      const maxMs = Math.min(bounds.inside.maxMs, timeBudget.left(1_000) * 0.2);
      const found = await asking('scroll-inside', maxMs + 3_000, (world) =>
        world.call(scrollInside, { ...bounds.inside, maxMs }),
      );
      for (const block of found.gone) gone.set(block.text, { ...block, inside: true });
      const { heights } = found;
      const growing = heights.filter((height, at) => height > (before?.[at] ?? height));
      if (before !== null && growing.length === 0) break;
      if (heights.length === 0 || main.requests === asked) break; // there is nothing to wait for
      if (round === bounds.answers.rounds) {
        short({ outcome: 'partial', reason: { code: 'inside-grows', params: { count: growing.length } } });
        break;
      }
      before = heights;
      await isQuiet(main, { open, ...bounds.answers }, timeBudget);
    }
    return [...gone.values()];
  });
}

/** Waits until no more than so many requests are open, for so long; not longer than it may. @returns whether it came to that */
async function isQuiet(
  main: MainDocument,
  { open, forMs, maxMs }: Readonly<{ open: number; forMs: number; maxMs: number }>,
  timeBudget: TimeBudget,
): Promise<boolean> {
  const began = performance.now();
  for (;;) {
    if (main.inFlight <= open && performance.now() - main.lastActivity >= forMs) return true;
    if (performance.now() - began > Math.min(maxMs, timeBudget.left())) return false;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** What of a page's pictures and fonts is not there: what failed first, then what came late. */
function notThere(found: Awaited<ReturnType<typeof awaitPicturesAndFonts>>): readonly Reason[] {
  const seconds = bounds.picturesMs / 1_000;
  const { missing, late, pictures: of } = found;
  return [
    ...(missing > 0 ? [{ code: 'pictures-missing', params: { count: missing, of } }] : []),
    ...(late > 0 ? [{ code: 'pictures-late', params: { count: late, of, seconds } }] : []),
    ...(found.fonts ? [] : [{ code: 'fonts-missing', params: { seconds } }]),
  ];
}

/** A page with a running clock or a carousel never gives two equal frames; its tiles are compared all the same. */
const moving: StepEnd = { outcome: 'skipped', reason: { code: 'page-moves-by-itself' } };

/** Holds animations and scripts still while the tiles are taken; each alone was measured to fail. */
export async function holdStill(
  session: CDPSession,
  ledger: Ledger,
  timeBudget: TimeBudget,
  stuck: () => Promise<unknown>,
): Promise<void> {
  await ledger.run('hold-still', async () => {
    const hold = async () => {
      await session.send('Animation.enable');
      await session.send('Animation.setPlaybackRate', { playbackRate: 0 });
      const count = await stopScripts(session, true);
      if (count > 0) ledger.warn('rules-without-scripts-not-read', { count });
      await leaveFailedPictures(session);
    };
    try {
      await timeBudget.within(timeBudget.left(3_000), hold(), 'hold-still');
    } catch (error) {
      await stuck();
      throw new StepFailure({ code: 'not-held-still', params: { why: causeOf(error) } });
    }
  });
}
