import type { Arrangement, Exhibit } from '../../../shared/case/exhibit.ts';
import type { EvidenceRow } from '../../../shared/window/rows.ts';

/**
 * An exhibit as it is first placed: in the group of the last one, with the item's own title. Source and purpose stay
 * empty until somebody writes them; nothing is invented.
 */
export function exhibitOf(row: EvidenceRow, exhibits: Arrangement): Exhibit {
  return { item: row.item, group: exhibits.at(-1)?.group ?? '', title: row.title, source: '', purpose: '' };
}

/** The item among the exhibits, placed last where it was not yet, and changed. */
export function withExhibit(
  exhibits: Arrangement,
  row: EvidenceRow,
  how: (exhibit: Exhibit) => Exhibit = (exhibit) => exhibit,
): Arrangement {
  const listed = exhibits.some(({ item }) => item === row.item);
  const all = listed ? exhibits : [...exhibits, exhibitOf(row, exhibits)];
  return all.map((exhibit) => (exhibit.item === row.item ? how(exhibit) : exhibit));
}
