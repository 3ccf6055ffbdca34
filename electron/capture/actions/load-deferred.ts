import { deferredImages } from '../in-page/deferred-images.ts';
import type { StepEnd } from '../ledger.ts';
import { inPage, type ActionLog, type PageContext } from './page-context.ts';

const bounds = { most: 400, maxMs: 15_000 } as const;

/**
 * Asks for pictures that wait for the page's own script. The page's own elements ask for them, so that the referrer is
 * the page's, as its policy says: Weibo and WeChat refuse any other.
 */
export async function loadDeferred(
  pageContext: PageContext,
  log: ActionLog,
  short: (end: StepEnd) => void,
): Promise<void> {
  const maxMs = Math.min(bounds.maxMs, pageContext.timeBudget.left(1_000) * 0.4);
  const { images, cut } = await inPage(pageContext, 'load-deferred-images', maxMs + 3_000, (world) =>
    world.call(deferredImages, { load: true, most: bounds.most, maxMs }),
  );
  for (const { url, came, ...on } of images) {
    const effect = came === true ? 'image-came' : came === false ? 'image-failed' : 'image-late';
    log.add('load-deferred-images', 'image-asked-for', { ...on, text: url }, effect);
  }
  const missing = images.filter(({ came }) => came !== true).length;
  if (missing > 0 || cut) {
    const params = { count: missing, of: images.length };
    short({ outcome: 'partial', reason: { code: cut ? 'deferred-images-bound' : 'deferred-images-missing', params } });
  }
}
