import type { IsolatedWorld } from '../browser/isolated-world.ts';
import { pageHeight, scrollThrough } from '../in-page/scrolling/scroll.ts';
import type { MainDocument } from './main-document.ts';

/**
 * Words that stood in the window while the page was scrolled, with their box on the page in CSS pixels. `inside`: while a box
 * of the page was scrolled, which then held them no more and nothing in their place.
 */
export type SeenBlock = Readonly<{ text: string; x: number; y: number; width: number; height: number; inside?: true }>;

/** How a page was scrolled to its end, or to the bound that ended it before. */
export type Scrolled = Readonly<{
  end: 'bottom' | 'pixels' | 'time' | 'growth';
  /** The page's length then, in CSS pixels. */
  height: number;
  seen: readonly SeenBlock[];
}>;

export type ScrollBounds = Readonly<{ maxPixels: number; maxMs: number; maxGrowth: number }>;

/** How long the bottom of a page is watched: at least, where the page has grown before, and while requests are open. */
const watched = { leastMs: 600, grewMs: 1_500, openMs: 4_000, everyMs: 50 } as const;

/**
 * Scrolls through a page until its bottom stays the bottom: what a page asks its server for when a reader arrives there
 * comes later than the next frame.
 *
 * @param inPage asks the page for something, within so many milliseconds
 */
export async function scrollToEnd(
  inPage: <T>(most: number, work: (world: IsolatedWorld) => Promise<T>) => Promise<T>,
  main: Pick<MainDocument, 'inFlight' | 'requests'>,
  bounds: ScrollBounds,
): Promise<Scrolled> {
  const began = performance.now();
  const left = () => bounds.maxMs - (performance.now() - began);
  const { requests } = main; // what the page opened before and keeps open is not waited for
  const seen = new Map<string, SeenBlock>();
  let [from, growths] = [0, 0];
  for (;;) {
    const limits = { ...bounds, maxMs: Math.max(0, left()), from, growths };
    const went = await inPage(limits.maxMs + 3_000, (world) => world.call(scrollThrough, limits));
    for (const block of went.seen) if (!seen.has(block.text)) seen.set(block.text, block);
    const scrolled = (end: Scrolled['end']) => ({ end, height: went.height, seen: [...seen.values()] });
    if (went.end !== 'bottom') return scrolled(went.end);
    const arrived = performance.now();
    for (let height = went.height; height <= went.height;) {
      const after = performance.now() - arrived;
      const open = main.inFlight > 0 && main.requests > requests;
      const long = open ? watched.openMs : went.growths > 0 ? watched.grewMs : watched.leastMs;
      if (after >= long) return scrolled('bottom');
      if (left() <= 0) return scrolled(open ? 'time' : 'bottom');
      await new Promise((done) => setTimeout(done, watched.everyMs));
      height = await inPage(3_000, (world) => world.call(pageHeight));
    }
    from = went.at;
    growths = went.growths + 1;
  }
}
