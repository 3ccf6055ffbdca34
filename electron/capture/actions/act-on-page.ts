import { canonicalBytes } from '../../../shared/canonical-json.ts';
import {
  mostActsInRecord,
  pageActions,
  type Acted,
  type PageAction,
} from '../../../shared/case/capture/page-actions.ts';
import { isBanner, unfoldsText } from '../../../shared/page/page-actions.ts';
import { deferredImages } from '../in-page/pictures/deferred-images.ts';
import { findPressables, hideFound, holdPage, letPage, press, stillShown } from '../in-page/press.ts';
import { comeToRest } from '../page/come-to-rest.ts';
import type { ShownDocument } from '../page/held/shown-document.ts';
import { takeTiles } from '../picture/tiles.ts';
import { dismissBanners } from './dismiss-banners.ts';
import { expandText } from './expand.ts';
import { inPage } from '../page/settle.ts';
import { ActionLog, looking, scriptsOf, type PageContext } from './page-context.ts';
import { loadDeferred } from './load-deferred.ts';

/** The picture from before shows at most so many rows, in device pixels: it costs half a second for each 4,096. */
const mostBefore = 40_960;

/**
 * Does to the settled page what the operator asked for, and nothing else: banners first, for they lie over the rest, then
 * what unfolds, then pictures. A picture of the page from before is kept, every act is logged, and the page is settled
 * again. Where nothing is found to act on, nothing is touched and the ledger says so.
 *
 * @returns null where nothing was asked for; else what was done, and the document that was brought to rest again, where one was
 */
export async function actOnPage(
  wishes: readonly PageAction[],
  pageContext: PageContext,
): Promise<Readonly<{ acted: Acted; rested?: ShownDocument | null }> | null> {
  const asked = pageActions.filter((action) => wishes.includes(action)); // in the order in which they are done
  if (asked.length === 0) return null;
  const { ledger, artifacts, objects, now } = pageContext;
  const log = new ActionLog(now);
  let rested: ShownDocument | undefined | null;
  const address = pageContext.page.url();
  const wanted = await ledger.run('look-for-actions', () => lookFor(asked, pageContext));
  const nothing = wanted !== null && wanted.length === 0;
  const before = nothing ? null : await ledger.run('picture-before', () => pictureBefore(pageContext));
  for (const action of asked) {
    if (wanted !== null && !wanted.includes(action)) {
      ledger.note(action, 0, { outcome: 'skipped', reason: { code: 'nothing-to-act-on' } });
      continue;
    }
    await ledger.run(action, (short) => ways[action](pageContext, log, short));
  }
  await inPage(pageContext, 'look-for-actions', 3_000, (world) => world.call(letPage)).catch(() => undefined); // a page that is stuck holds nothing any more
  if (log.done > 0) {
    ledger.warn('changed-by-actions', { count: log.done });
    rested = (await comeToRest(pageContext)).rested;
  }
  const after = pageContext.page.url();
  if (after !== address)
    ledger.warn('address-changed-by-actions', { from: address.slice(0, 300), to: after.slice(0, 300) });
  const stored = {
    v: 1,
    asked: [...asked],
    address,
    acts: log.acts.map((act) => ({ ...act })),
    scripts: scriptsOf(holdPage, letPage, findPressables, press, stillShown, hideFound, deferredImages),
  };
  const bytes = canonicalBytes(stored);
  artifacts.push({ role: 'actions', name: 'actions.json', mediaType: 'application/json', ...objects.putBytes(bytes) });
  const acted = { asked: [...asked], done: log.done, acts: log.acts.slice(0, mostActsInRecord), before };
  return { acted, ...(rested !== undefined && { rested }) };
}

const ways = {
  'dismiss-banners': dismissBanners,
  expand: expandText,
  'load-deferred-images': loadDeferred,
} as const satisfies Record<PageAction, unknown>;

/** For which of the wishes there is anything to do. The page is only read. */
async function lookFor(asked: readonly PageAction[], pageContext: PageContext): Promise<readonly PageAction[]> {
  return inPage(pageContext, 'look-for-actions', 8_000, async (world) => {
    await world.call(holdPage);
    const { pressables, overlays } = await world.call(findPressables, looking);
    const { images } = await world.call(deferredImages, { load: false, most: 1, maxMs: 0 });
    const found: Record<PageAction, boolean> = {
      'dismiss-banners': overlays.some(({ text }) => isBanner(text)),
      expand: pressables.some(unfoldsText),
      'load-deferred-images': images.length > 0,
    };
    // What unfolds may bring pictures with it, and a banner may cover what unfolds.
    const first = asked.find((action) => found[action]);
    return first === undefined ? [] : asked.filter((action) => found[action] || action === 'load-deferred-images');
  });
}

/** The page as it stood before anything was done to it. */
async function pictureBefore({
  large,
  session,
  timeBudget,
  objects,
  view,
  artifacts,
}: PageContext): Promise<Acted['before']> {
  const { cssContentSize } = await timeBudget.within(
    timeBudget.left(5_000),
    session.send('Page.getLayoutMetrics'),
    'picture-before',
  );
  const size = { width: Math.max(cssContentSize.width, view.width), height: Math.max(cssContentSize.height, 1) };
  const shoot = (take: () => Promise<Uint8Array>) =>
    timeBudget.within(timeBudget.left(15_000), take(), 'picture-before');
  const picture = await takeTiles((clip) => large.screenshot(clip), size, view.scale, objects, shoot, {
    role: 'screenshot-before',
    name: 'before',
    mostHeight: mostBefore,
  });
  artifacts.push(...picture.tiles);
  const { width, height, shortfalls } = picture;
  return { width, height, whole: !shortfalls.some(({ code }) => code.startsWith('picture-cut-')) };
}
