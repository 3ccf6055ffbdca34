import { describeReason } from '../../../shared/messages/reasons/reasons.ts';
import { compareItems, type Compared } from '../../compare/compare-items.ts';
import { comparedOf } from '../../compare/compared-item.ts';
import { comparisonTable } from '../../compare/comparison-table.ts';
import { reading } from '../cases/with-case.ts';
import type { Handler } from '../handler.ts';

/** What differs between two captures: lines of text, each told apart from what a page changes by itself, and rows of the picture. */
export const compareHandler: Handler<'compare.run'> = (
  { case: folder, before, after },
  { services, signal, language },
) =>
  reading(folder, async (caseFile) => {
    const [old, fresh] = [comparedOf(caseFile, before), comparedOf(caseFile, after)];
    const found = await compareItems(caseFile, old, fresh, services.spawnChild, signal);
    const side = ({ record }: Compared) => ({ item: record.item, url: record.url, at: record.startedAt });
    return {
      before: side(old),
      after: side(fresh),
      text: found.text.map(({ kind, ...lines }) => ({ kind, before: [...lines.before], after: [...lines.after] })),
      picture: 'why' in found.picture ? null : found.picture.bands.map((band) => ({ ...band })),
      notCompared: 'why' in found.picture ? describeReason(found.picture.why, language) : null,
      table: comparisonTable(found, old, fresh, language),
    };
  });
