import { readableInstant } from '../../../../shared/instant.ts';
import type { Text } from '../../../../shared/language.ts';
import { inForce, provisionsText, type Provisions } from '../../../../shared/law/provision.ts';
import type { Day } from '../../../../shared/order/day.ts';
import type { BundleModel } from '../../model.ts';

/**
 * The day whose law a paper goes by: that of its filing, else that of the last entry that it shows, before which nobody
 * can have filed it.
 */
const paperDay = ({ facts, custody }: Pick<BundleModel, 'facts' | 'custody'>): Day =>
  facts.submitted ?? readableInstant(custody.wall).slice(0, 10);

/** What of some provisions was in force on the paper's day, in one line; null where nothing was. */
export function lawOfPaper(provisions: Provisions, model: Pick<BundleModel, 'facts' | 'custody'>): Text | null {
  const found = inForce(provisions, paperDay(model));
  return found.length === 0 ? null : provisionsText(found, false);
}
