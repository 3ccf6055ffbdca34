import { cutRegion } from '../../intake/cut-region.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler } from '../workbench.ts';
import { itemSummary } from './item-event.ts';

/** Makes an item from a part of a captured page's picture; the parent stays where it is. */
export const regionHandler: Handler<'items.region'> = ({ case: folder, item, region, reason }, { services, signal }) =>
  writing(folder, services, async (kase) => {
    const { surroundings, spawnChild } = services;
    return itemSummary(await cutRegion(kase, kase.item(item), region, reason, surroundings, spawnChild, signal));
  });
