import type { Arrangement, Exhibit } from '../../../shared/case/exhibit.ts';
import type { EvidenceRow } from '../../../shared/window/rows.ts';

/**
 * An exhibit as it is first placed: in the group of the last one, with the item's own title. Source and purpose stay
 * empty until somebody writes them; nothing is invented.
 */
export function exhibitOf(row: EvidenceRow, exhibits: Arrangement): Exhibit {
  return { item: row.item, group: exhibits.at(-1)?.group ?? '', title: row.title, source: '', purpose: '' };
}
