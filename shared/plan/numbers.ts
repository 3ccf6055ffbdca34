import type { Exhibit } from '../case/exhibit.ts';
import type { Numbering } from '../profile/profile.ts';

/**
 * Numbers as printed, in the order of the arrangement: a person's own, else the profile's prefix with 1, 2, 3 …; all flow
 * anew at every change. Where the profile numbers insertions, an exhibit that was put in later (`inserted`) takes the
 * number before it: 88-1, 88-2, or 88A, 88B, and those after it keep theirs.
 */
export function exhibitNumbers(
  exhibits: readonly Pick<Exhibit, 'number' | 'inserted'>[],
  { prefix, insertions }: Numbering,
): readonly string[] {
  let count = 0;
  let base = '';
  let inserted = 0;
  return exhibits.map((exhibit) => {
    const own = exhibit.number;
    if (own === undefined && exhibit.inserted === true && insertions !== 'renumber' && base !== '') {
      inserted += 1;
      return insertions === 'hyphen' ? `${base}-${inserted}` : `${base}${letters(inserted)}`;
    }
    count += 1;
    inserted = 0;
    base = own ?? `${prefix}${count}`;
    return base;
  });
}

/** 1 → A, 26 → Z, 27 → AA. */
function letters(count: number): string {
  let text = '';
  for (let left = count; left > 0; left = Math.floor((left - 1) / 26))
    text = String.fromCharCode(65 + ((left - 1) % 26)) + text;
  return text;
}
