import { cutRegion } from '../../intake/region/cut-region.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler } from '../handler.ts';
import { itemSummary } from './item-event.ts';

/** Makes an item from a part of a captured page's picture; the parent stays where it is. */
export const regionHandler: Handler<'items.region'> = ({ case: folder, item, region, reason }, { services, signal }) =>
  writing(folder, services, async (caseFile) => {
    const { clockAndRandom, spawnChild } = services;
    return itemSummary(
      await cutRegion(caseFile, caseFile.item(item), region, reason, clockAndRandom, spawnChild, signal),
    );
  });
