import { deferredImages } from '../in-page/pictures/deferred-images.ts';
import type { Reason } from '../../../shared/case/record.ts';
import type { StepEnd } from '../ledger.ts';
import { inPage } from '../page/settle.ts';
import type { ActionLog, PageContext } from './page-context.ts';

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
  const { ledger } = pageContext;
  const maxMs = Math.min(bounds.maxMs, pageContext.timeBudget.left(1_000) * 0.4);
  const { images, cut } = await inPage(pageContext, 'load-deferred-images', maxMs + 3_000, (world) =>
    world.call(deferredImages, { load: true, most: bounds.most, maxMs }),
  );
  for (const { url, came, ...on } of images) {
    const effect = came === true ? 'image-came' : came === false ? 'image-failed' : 'image-late';
    log.add('load-deferred-images', 'image-asked-for', { ...on, text: url }, effect);
  }
  const [failed, late] = [false, null].map((end) => images.filter(({ came }) => came === end).length);
  const of = images.length;
  const reasons: Reason[] = [
    ...(cut ? [{ code: 'deferred-images-bound', params: { count: (failed ?? 0) + (late ?? 0), of } }] : []),
    ...(failed && !cut ? [{ code: 'deferred-images-missing', params: { count: failed, of } }] : []),
    ...(late
      ? [{ code: 'deferred-images-late', params: { count: late, of, seconds: Math.round(maxMs / 1_000) } }]
      : []),
  ];
  const [first, ...rest] = reasons;
  if (first) short({ outcome: 'partial', reason: first });
  for (const { code, params } of rest) ledger.warn(code, params);
}
