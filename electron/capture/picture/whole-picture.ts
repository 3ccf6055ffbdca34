import type { CDPSession } from 'puppeteer';
import type { ObjectWriter } from '../../casefile/case-handles.ts';
import type { CaptureOptions } from '../capture-options.ts';
import type { TimeBudget } from '../time-budget.ts';
import type { HeldDocument } from '../page/held/held-document.ts';
import type { LargeReads } from '../browser/large-reads.ts';
import type { Ledger } from '../ledger.ts';
import { takeTiles, type Picture } from './tiles.ts';

/** The picture, in tiles, with everything held still. A page that answers no more gives what was taken by then: nothing. */
export async function takePicture(
  large: LargeReads,
  session: CDPSession,
  options: CaptureOptions,
  objects: ObjectWriter,
  held: HeldDocument,
  ledger: Ledger,
  timeBudget: TimeBudget,
  stuck: () => Promise<unknown>,
): Promise<Picture | null> {
  return held.run(ledger, 'picture', async (short) => {
    const metrics = await timeBudget.within(timeBudget.left(5_000), session.send('Page.getLayoutMetrics'), 'picture');
    const { width, height } = metrics.cssContentSize;
    const size = { width: Math.max(width, options.view.width), height: Math.max(height, 1) };
    const picture = await takeTiles(
      (clip) => large.screenshot(clip),
      size,
      options.view.scale,
      objects,
      async (take) => {
        try {
          return await timeBudget.within(timeBudget.left(15_000), take(), 'picture');
        } catch (error) {
          await stuck();
          throw error;
        }
      },
    );
    if (picture.retaken > 0) ledger.warn('tiles-retaken', { count: picture.retaken });
    const [first, ...rest] = picture.shortfalls;
    if (first) short({ outcome: 'partial', reason: first });
    for (const { code, params } of rest) ledger.warn(code, params);
    return picture;
  });
}
