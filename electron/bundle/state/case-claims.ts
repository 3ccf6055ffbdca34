import type { Arrangement } from '../../../shared/case/exhibit.ts';
import { claimsReport, type ElementReport, type MappedItem } from '../../../shared/claims/claims-report.ts';
import type { StoredWords } from '../../../shared/claims/passage.ts';
import { exhibitNumbers } from '../../../shared/plan/numbers.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import { storedWords } from './stored-words.ts';

/**
 * What the claims map of a case says of each element, or null where it has none.
 * @param items all of the case; the words of one are read when a passage is looked for in them
 * @param upTo the map as it stood at this custody entry
 */
export function caseClaims(
  caseFile: ReadableCase,
  items: readonly ItemState[],
  arrangement: Arrangement,
  { exhibits }: Pick<Profile, 'exhibits'>,
  upTo?: number,
): readonly ElementReport[] | null {
  const map = caseFile.statement('claims', upTo);
  if (map === null) return null;
  const numbers = exhibitNumbers(arrangement, exhibits);
  const listed = new Map(arrangement.map((exhibit, at) => [exhibit.item, { exhibit, number: numbers[at] ?? null }]));
  const mapped = items.map((state): [string, MappedItem] => {
    const { exhibit = null, number = null } = listed.get(state.item) ?? {};
    let words: StoredWords | null = null;
    const { record, excluded } = state;
    return [state.item, { record, excluded, exhibit, number, words: () => (words ??= storedWords(caseFile, state)) }];
  });
  return claimsReport(map, caseFile.facts(upTo).submitted ?? null, new Map(mapped));
}
