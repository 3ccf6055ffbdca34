import { bytesAsText } from './bytes-as-text.ts';
import { cleanedMhtml } from './cleaned-mhtml.ts';
import {
  type IsShown,
  holdsCredential,
  knownPattern,
  replacementOf,
  takeNamed,
  type TakeNamed,
  withoutCredentials,
} from './credentials.ts';

/**
 * `clean`: there is nothing to replace. `replaced`: the bytes with each credential replaced, and how many there were.
 * `unclear`: it holds some, and where they begin and end is not plain; it is not handed over at all.
 */
export type CleanedFile =
  | Readonly<{ is: 'clean' }>
  | Readonly<{ is: 'replaced'; bytes: Uint8Array; count: number }>
  | Readonly<{ is: 'unclear' }>;

/**
 * A file as anybody outside may see it: what stands under a credential's name, has a credential's shape, or is known to be
 * one is replaced; nothing else is changed. What is no text has none that could be found.
 *
 * @param known values that the capture's exchanges carried
 * @param isShown what the page shows stays: a copy says no less than the picture does
 * @param take of the same `isShown`; one that has seen the file before is quick
 */
export function cleanedFile(
  bytes: Uint8Array,
  known: readonly string[],
  isShown: IsShown = () => false,
  take: TakeNamed = takeNamed(isShown),
): CleanedFile {
  const held = bytesAsText(bytes);
  if (!held) return { is: 'clean' };
  const pattern = knownPattern(known);
  let count = 0;
  const replace = (value: string): string => {
    if (isShown(value)) return value;
    if (!value.startsWith('REPLACED')) count += 1;
    return replacementOf(value);
  };
  const withoutKnown = (text: string) => (pattern === null ? text : text.replace(pattern, replace));
  const clean = (text: string) => {
    const { text: without, found } = take(text);
    count += found.filter((value) => !value.startsWith('REPLACED')).length;
    return withoutKnown(without);
  };
  const cleanHead = (text: string) => withoutKnown(withoutCredentials(text, replace));
  const mhtml = cleanedMhtml(held.text, clean, cleanHead);
  const changed = mhtml ?? clean(held.text);
  const found = count;
  // What nothing was changed in is looked at once more by the wider search that older captures pass too.
  if (changed === held.text) return holdsCredential(changed, isShown, take) ? { is: 'unclear' } : { is: 'clean' };
  // What is left has to be found clean by the same eyes, and a plain text by the wider search as well.
  const again = mhtml === null ? clean(changed) : cleanedMhtml(changed, clean, cleanHead);
  if (again !== changed || (mhtml === null && holdsCredential(changed, isShown, take))) return { is: 'unclear' };
  return { is: 'replaced', bytes: held.back(changed), count: Math.max(1, found) };
}

/**
 * Places of a page's words without known values that the page does not show. What replaces one is as long as it was: the
 * places of letters go with their number.
 */
export function wordsWithout(bytes: Uint8Array, known: readonly string[]): CleanedFile {
  const held = bytesAsText(bytes);
  const pattern = knownPattern(known);
  if (!held || pattern === null) return { is: 'clean' };
  let count = 0;
  const changed = held.text.replace(pattern, (value) => {
    count += 1;
    return replacementOf(value).padEnd(value.length, '-').slice(0, value.length);
  });
  return count === 0 ? { is: 'clean' } : { is: 'replaced', bytes: held.back(changed), count };
}
