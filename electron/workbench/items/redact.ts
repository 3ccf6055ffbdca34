import { redactItem } from '../../intake/redact-item.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler } from '../workbench.ts';
import { itemSummary } from './item-event.ts';

/** Makes a redacted item in place of its parent. */
export const redactHandler: Handler<'items.redact'> = (
  { case: folder, item, regions, words, reason },
  { services, signal },
) =>
  writing(folder, services, async (kase) => {
    const redaction = { regions, words, reason };
    return itemSummary(
      await redactItem(kase, kase.item(item), redaction, services.surroundings, services.spawnChild, signal),
    );
  });
