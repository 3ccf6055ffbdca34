import type { RollingEnd } from '../../../shared/case/capture/rolling.ts';
import { mostHeight } from '../picture/tiles.ts';
import { findJoin, type Join } from './find-join.ts';
import type { Pieces } from './pieces.ts';
import type { RolledPage, Shot } from './rolled-page.ts';
import type { View } from './view.ts';

/** How far the page is scrolled for the next view, in shares of a window: less each time that the views do not join. */
const step = 0.6;
const smallerSteps = [0.6, 0.3, 0.15] as const;
const mostViews = 400;
const mostBytes = 128 * 1024 * 1024;
/** So many views one after the other that show nothing further: the page does not move, or moves along. */
const mostStalls = 6;

/** A view without its pixels, and its size in them. */
export type TakenView = Omit<Shot, 'view' | 'png'> & Readonly<{ width: number; height: number }>;
/** One view of the way: how it joins the one before it; null where it begins a piece. `moved`: device pixels scrolled. */
type Turn = Readonly<{ taken: TakenView; join: Join | null; moved: number }>;
export type Rolled = Readonly<{ turns: readonly Turn[]; end: RollingEnd }>;

/**
 * Scrolls through a page from its top to its end, by less than a window each time, and joins what it shows.
 *
 * @param scale device pixels per CSS pixel @param isOver whether the time for it is up
 * @param keep is handed the PNG of each view that counts, in order
 */
export async function roll(
  page: Pick<RolledPage, 'goTo' | 'grows' | 'shoot'>,
  pieces: Pieces,
  scale: number,
  isOver: () => boolean,
  keep: (png: Uint8Array) => void,
): Promise<Rolled> {
  await page.goTo(0);
  let now = await page.shoot();
  await pieces.begin(now.view, 0);
  const turns: Turn[] = [];
  let [bytes, stalls] = [0, 0];
  const add = (join: Join | null, moved: number): void => {
    const { view, png, ...taken } = now;
    turns.push({ taken: { ...taken, width: view.width, height: view.height }, join, moved });
    keep(png);
    bytes += png.length;
  };
  add(null, 0);
  for (;;) {
    const ended = (end: RollingEnd): Rolled => ({ turns, end });
    const { top, shown, full } = now.scrolled;
    if (top + shown >= full - 1 && !(await page.grows(now.scrolled))) return ended('bottom');
    if (turns.length >= mostViews) return ended('views');
    const { height } = pieces;
    if (height >= mostHeight) return ended('pixels');
    if (bytes >= mostBytes) return ended('bytes');
    if (isOver()) return ended('time');
    const next = await nextView(page, pieces.last, now, scale, isOver).catch(() => null);
    if (!next) return ended('stopped'); // what was taken until then counts
    now = next.shot;
    if (next.join) await pieces.add(now.view, turns.length, next.join);
    else await pieces.begin(now.view, turns.length);
    add(next.join, next.moved);
    stalls = pieces.height > height ? 0 : stalls + 1;
    if (stalls >= mostStalls) return ended('stuck');
  }
}

type Next = Readonly<{ shot: Shot; join: Join | null; moved: number }>;

/** The next view that joins the last one, else the nearest one. */
async function nextView(
  page: Pick<RolledPage, 'goTo' | 'shoot'>,
  last: View | null,
  now: Shot,
  scale: number,
  isOver: () => boolean,
): Promise<Next> {
  const { top, shown } = now.scrolled;
  const take = async (share: number): Promise<Next> => {
    await page.goTo(top + Math.max(1, Math.floor(shown * share)));
    const shot = await page.shoot();
    const join = last && findJoin(last, shot.view, scale);
    return { shot, join, moved: Math.round((shot.scrolled.top - top) * shot.density) };
  };
  let next = await take(step);
  for (const share of smallerSteps) {
    if (next.join || isOver()) break;
    next = await take(share);
  }
  return next;
}
