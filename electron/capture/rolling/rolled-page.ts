import { stopScripts } from '../page/held/scripts.ts';
import { createHash } from 'node:crypto';
import {
  findScroller,
  forgetPositions,
  lookOfContent,
  scrollScroller,
  type Scroller,
  type ScrollState,
} from '../in-page/rolling/scroller.ts';
import { releaseStaying, restoreStaying, type StayingPart } from '../in-page/rolling/staying.ts';
import { scriptsOf, type PageContext } from '../actions/page-context.ts';
import { inPage } from '../page/settle.ts';
import { pngSize } from '../picture/tile-edges.ts';
import { readTextPositions, type ReadPositions } from '../page/text-positions.ts';
import { viewOf, type View } from './view.ts';

/** What stays hidden below this, in CSS pixels, is a border or a shadow. */
const least = 40;
const mostElements = 80_000;
/** Content is at rest once nothing changed for so many ms: longer where it came late before. */
const rest = { longMs: 900, shortMs: 350, lateMs: 150, mostMs: 6_000, everyMs: 60 } as const;
/** Views in which nothing came late, before the rest is shorter. */
const trusted = 3;
/** How long the end is watched for more. */
const grewMs = 1_500;
/** A view is photographed until two pictures of it are equal, so often at most. */
const mostShots = 4;

/** A view with its words, as it was taken. `words` have their places in device pixels of the view. */
export type Shot = Readonly<{
  png: Uint8Array;
  sha256: string;
  at: string;
  view: View;
  scrolled: ScrollState;
  /** Words, with places in CSS pixels of the page; `left` and `top`: where the view begins there. */
  words: ReadPositions;
  left: number;
  top: number;
  /** Two pictures of it were equal, with the words read in between. */
  still: boolean;
  /** The window shows the page larger or smaller than it is: where its words are in the view is not known. */
  zoomed: boolean;
  /** Device pixels for a CSS pixel, as the window shows the page. */
  density: number;
}>;

/** A page that is scrolled through for pictures of what its window shows. */
export class RolledPage {
  readonly scroller: Scroller;
  /** Parts that would stay in the window. */
  readonly staying: StayingPart[] = [];
  readonly scripts = scriptsOf(findScroller, releaseStaying);
  readonly #context: PageContext;
  #calm = 0;

  private constructor(context: PageContext, scroller: Scroller) {
    this.#context = context;
    this.scroller = scroller;
  }

  /** Lets the page's own scripts run again, and finds what scrolls. @returns null where nothing does */
  static async open(context: PageContext): Promise<RolledPage | null> {
    await setStill(context, false);
    const scroller = await inPage(context, 'rolling', 5_000, (world) =>
      world.call(findScroller, { least, mostElements }),
    );
    if (scroller && scroller.width > 0 && scroller.height > 0) return new RolledPage(context, scroller);
    await setStill(context, true);
    return null;
  }

  /** Gives the page back as it was, held still. */
  async close(): Promise<void> {
    await inPage(this.#context, 'rolling', 3_000, (world) => world.call(restoreStaying));
    await setStill(this.#context, true);
  }

  /** Scrolls there, CSS pixels from the top, and waits until the content is at rest. */
  async goTo(top: number): Promise<void> {
    await animate(this.#context, true);
    await this.#scroll(top);
    await this.#rest();
  }

  /** Whether there comes more to scroll while the end is watched. */
  async grows({ top, shown, full }: ScrollState): Promise<boolean> {
    await animate(this.#context, true);
    const began = performance.now();
    const { main } = this.#context;
    while (performance.now() - began < grewMs || (main.inFlight > 0 && performance.now() - began < grewMs * 2)) {
      const now = await this.#scroll(null);
      if (now.full > full + 1 && now.top + shown < now.full - 1) return true;
      if (now.top < top - 1) return true;
      await pause(rest.everyMs);
    }
    return false;
  }

  /**
   * Takes what the window shows: a picture, the words, and the picture once more, which must be equal. Where the page does
   * not hold still by itself its scripts are held meanwhile.
   */
  async shoot(): Promise<Shot> {
    const context = this.#context;
    const released = await inPage(context, 'rolling', 5_000, (world) => world.call(releaseStaying, { mostElements }));
    this.staying.push(...released.parts);
    await animate(context, false);
    let before = await this.#picture();
    for (let shot = 1; ; shot++) {
      if (shot === 2) await hold(context, true);
      const scrolled = await this.#scroll(null);
      const window = await inPage(context, 'rolling', 3_000, (world) => world.call(forgetPositions));
      const { page, session, timeBudget } = context;
      const words = await readTextPositions(page, session, { width: 0, cut: true }, timeBudget);
      const after = await this.#picture();
      const still = Buffer.compare(before, after) === 0;
      if (still || shot === mostShots) {
        if (shot > 1) await hold(context, false);
        return this.#shotOf(after, scrolled, words, window, still);
      }
      before = after;
    }
  }

  async #shotOf(
    png: Uint8Array,
    scrolled: ScrollState,
    words: ReadPositions,
    window: Readonly<{ x: number; y: number; width: number }>,
    still: boolean,
  ): Promise<Shot> {
    const { view, now } = this.#context;
    const { x, y, width, height } = this.scroller;
    const { scale } = view;
    const size = pngSize(png);
    const zoomed = Math.abs(size.width - window.width * scale) > 1;
    const inside = {
      left: x * scale,
      top: y * scale,
      width: Math.min(width * scale, size.width - x * scale),
      height: Math.min(height * scale, size.height - y * scale),
    };
    const part = zoomed ? { left: 0, top: 0, ...size } : inside;
    return {
      png,
      sha256: createHash('sha256').update(png).digest('hex'),
      at: now().toISOString(),
      view: await viewOf(png, size, part),
      scrolled,
      words,
      left: window.x + x + (words.origin?.x ?? 0),
      top: window.y + y + (words.origin?.y ?? 0),
      still,
      zoomed,
      density: zoomed ? size.width / window.width : scale,
    };
  }

  #picture(): Promise<Uint8Array> {
    const { page, timeBudget } = this.#context;
    const taken = page.screenshot({ type: 'png', optimizeForSpeed: true, captureBeyondViewport: false });
    return timeBudget.within(timeBudget.left(10_000), taken, 'rolling');
  }

  #scroll(top: number | null): Promise<ScrollState> {
    return inPage(this.#context, 'rolling', 3_000, (world) => world.call(scrollScroller, top));
  }

  /** Waits until nothing changes: what a list asks its server for, or draws later, comes after the next frame. */
  async #rest(): Promise<void> {
    const { main, timeBudget } = this.#context;
    const began = performance.now();
    const patience = this.#calm >= trusted ? rest.shortMs : rest.longMs;
    let [last, changed, late] = ['', began, false];
    for (;;) {
      const { look, loading } = await inPage(this.#context, 'rolling', 3_000, (world) => world.call(lookOfContent));
      const now = performance.now();
      if (look !== last) {
        late ||= last !== '' && now - began > rest.lateMs;
        [last, changed] = [look, now];
      }
      const busy = loading > 0 || (main.inFlight > 0 && now - main.lastActivity < patience);
      if ((!busy && now - changed >= patience) || now - began > Math.min(rest.mostMs, timeBudget.left(500))) break;
      await pause(rest.everyMs);
    }
    this.#calm = late ? 0 : this.#calm + 1;
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function setStill(context: PageContext, still: boolean): Promise<void> {
  await hold(context, still);
  await animate(context, !still);
}

function hold({ session, timeBudget }: PageContext, still: boolean): Promise<unknown> {
  return timeBudget.within(timeBudget.left(3_000), stopScripts(session, still), 'rolling');
}

function animate({ session, timeBudget }: PageContext, runs: boolean): Promise<unknown> {
  const set = session.send('Animation.setPlaybackRate', { playbackRate: runs ? 1 : 0 });
  return timeBudget.within(timeBudget.left(3_000), set, 'rolling');
}
