import { stopScripts } from '../page/held/scripts.ts';
import { canonicalBytes } from '../../../shared/canonical-json.ts';
import type { InnerScroll } from '../../../shared/case/capture/page-actions.ts';
import { innerParts } from '../in-page/scrolling/inner-scroll.ts';
import { scrollThrough, scrollToTop } from '../in-page/scrolling/scroll.ts';
import { awaitPicturesAndFonts } from '../in-page/settle.ts';
import type { Reason } from '../../../shared/case/record.ts';
import type { StepEnd } from '../ledger.ts';
import { mostHeight, overlap, takeTiles } from '../picture/tiles.ts';
import { inPage } from '../page/settle.ts';
import { scriptsOf, type PageContext } from './page-context.ts';

/** Hidden content below this, in CSS pixels, is a border or a shadow. */
const least = 40;
/** How long its pictures are waited for, in ms. */
const picturesMs = 4_000;
const bounds = { least, most: 40, mostElements: 80_000 } as const;

/**
 * Says which parts of the page scroll inside, so that nothing is cut in silence.
 *
 * @returns null where the whole page is in the picture
 */
export async function lookInside(pageContext: PageContext): Promise<InnerScroll | null> {
  const { ledger } = pageContext;
  const seen = await ledger.run('inner-scroll', async (short) => {
    const found = await inPage(pageContext, 'inner-scroll', 5_000, (world) =>
      world.call(innerParts, { ...bounds, expand: false }),
    );
    if (found.cut) short({ outcome: 'partial', reason: { code: 'page-too-large-to-search' } });
    return found.parts;
  });
  if (!seen || seen.length === 0) return null;
  const scrolling = seen.filter(({ kind }) => kind === 'scrolls');
  const clipping = seen.length - scrolling.length;
  const pixels = scrolling.reduce((all, { hiddenHeight, hiddenWidth }) => all + hiddenHeight + hiddenWidth, 0);
  if (scrolling.length > 0) ledger.warn('scrolls-inside', { count: scrolling.length, pixels });
  if (clipping > 0) ledger.warn('clips-text', { count: clipping });
  return { parts: seen, expanded: null };
}

/**
 * The page once more, with what scrolls inside at full size: a separate view, after everything else was kept, since it
 * changes the page. Its own scripts may run meanwhile: lists are filled by them.
 */
export async function takeExpanded(
  pageContext: PageContext,
  short: (end: StepEnd) => void,
): Promise<InnerScroll['expanded']> {
  const { large, session, timeBudget, objects, view, artifacts, stuck } = pageContext;
  await hold(pageContext, false);
  const { changes } = await inPage(pageContext, 'expand-inner-scroll', 5_000, (world) =>
    world.call(innerParts, { ...bounds, expand: true }),
  );
  const maxMs = Math.min(8_000, timeBudget.left(1_000) * 0.3);
  const { end, height: reached } = await inPage(pageContext, 'expand-inner-scroll', maxMs + 3_000, (world) =>
    world.call(scrollThrough, { maxPixels: mostHeight, maxMs, maxGrowth: 10, from: 0, growths: 0 }),
  );
  const pictures = await inPage(pageContext, 'expand-inner-scroll', 6_000, (world) =>
    world.call(awaitPicturesAndFonts, picturesMs),
  );
  await inPage(pageContext, 'expand-inner-scroll', 3_000, (world) => world.call(scrollToTop));
  await hold(pageContext, true);
  const left = await inPage(pageContext, 'expand-inner-scroll', 5_000, (world) =>
    world.call(innerParts, { ...bounds, expand: false }),
  );
  const still = left.parts.filter(({ kind }) => kind === 'scrolls');

  const metrics = await timeBudget.within(
    timeBudget.left(5_000),
    session.send('Page.getLayoutMetrics'),
    'expand-inner-scroll',
  );
  const { width, height } = metrics.cssContentSize;
  const size = { width: Math.max(width, view.width), height: Math.max(height, 1) };
  const shoot = async (take: () => Promise<Uint8Array>) => {
    try {
      return await timeBudget.within(timeBudget.left(15_000), take(), 'expand-inner-scroll');
    } catch (error) {
      await stuck();
      throw error;
    }
  };
  const picture = await takeTiles((clip) => large.screenshot(clip), size, view.scale, objects, shoot, {
    role: 'screenshot-expanded',
    name: 'expanded',
    mostHeight,
  });
  const stored = { v: 1, changes, left: still.map((part) => ({ ...part })), scripts: scriptsOf(innerParts) };
  const log = { role: 'inner-scroll', name: 'inner-scroll.json', mediaType: 'application/json' } as const;
  artifacts.push(...picture.tiles, { ...log, ...objects.putBytes(canonicalBytes(stored)) });
  const pixels = still.reduce((all, { hiddenHeight, hiddenWidth }) => all + hiddenHeight + hiddenWidth, 0);
  const { missing, late, pictures: of } = pictures;
  const [first]: readonly Reason[] = [
    ...picture.shortfalls,
    ...(still.length > 0 ? [{ code: 'still-scrolls-inside', params: { count: still.length, pixels } }] : []),
    ...(missing > 0 ? [{ code: 'pictures-missing', params: { count: missing, of } }] : []),
    ...(end !== 'bottom' ? [{ code: `scroll-ended-by-${end}`, params: { height: Math.round(reached) } }] : []),
    ...(late > 0 ? [{ code: 'pictures-late', params: { count: late, of, seconds: picturesMs / 1_000 } }] : []),
  ];
  if (first) short({ outcome: 'partial', reason: first });
  return { width: picture.width, height: picture.height, overlap, left: still.length };
}

async function hold({ session, timeBudget }: PageContext, still: boolean): Promise<void> {
  const set = async () => {
    await stopScripts(session, still);
    await session.send('Animation.setPlaybackRate', { playbackRate: still ? 0 : 1 });
  };
  await timeBudget.within(timeBudget.left(3_000), set(), 'expand-inner-scroll');
}
