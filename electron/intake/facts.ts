import type { FileFacts } from '../../shared/case/record.ts';
import { visibleText } from '../../shared/visible-text.ts';

export type FileFact = FileFacts[number];

const longestValue = 2_000;

/** A fact as a record holds it: whatever the file says, as inert text of bounded length; an ellipsis shows a cut. */
export function fact(name: string, value: string, source: string): FileFact {
  const shown = visibleText(value);
  const cut = shown.length > longestValue ? `${shown.slice(0, longestValue).toWellFormed()}…` : shown;
  return { name, value: cut, source };
}
