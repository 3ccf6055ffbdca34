import type { FileFacts } from '../../shared/case/record.ts';
import { visibleText } from '../../shared/visible-text.ts';

export type FileFact = FileFacts[number];

const longestValue = 2_000;

/**
 * A fact as a record holds it: whatever the file says, as inert text of bounded length. A cut is shown by an ellipsis and
 * a count.
 *
 * @param whole what the whole counts, said where it is cut: `500 @` of addresses; else how many characters are left out
 */
export function fact(name: string, value: string, source: string, whole?: string): FileFact {
  const shown = visibleText(value);
  if (shown.length <= longestValue) return { name, value: shown, source };
  const lacks = whole ?? `+${shown.length - longestValue}`;
  return { name, value: `${shown.slice(0, longestValue).toWellFormed()}… [${lacks}]`, source };
}
