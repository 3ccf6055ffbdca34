import type { Arrangement } from '../../shared/case/exhibit.ts';
import { claimsReport, type ElementReport, type MappedItem } from '../../shared/claims/claims-report.ts';
import type { StoredWords } from '../../shared/claims/passage.ts';
import { parseTextPositions } from '../../shared/page/text-positions.ts';
import { pageTextSchema } from '../../shared/page/page-text.ts';
import { exhibitNumbers } from '../../shared/plan/numbers.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import type { ItemState, ReadableCase } from '../casefile/case-handles.ts';

/**
 * What the claims map of a case says of each element, or null where it has none.
 * @param items all of the case; the words of one are read when a passage is looked for in them
 */
export function caseClaims(
  kase: ReadableCase,
  items: readonly ItemState[],
  arrangement: Arrangement,
  { exhibits }: Pick<Profile, 'exhibits'>,
): readonly ElementReport[] | null {
  const map = kase.matter('claims');
  if (map === null) return null;
  const numbers = exhibitNumbers(arrangement, exhibits);
  const placed = new Map(arrangement.map((exhibit, at) => [exhibit.item, { exhibit, number: numbers[at] ?? null }]));
  const mapped = items.map((state): [string, MappedItem] => {
    const { exhibit = null, number = null } = placed.get(state.item) ?? {};
    let words: StoredWords | null = null;
    const { record, excluded } = state;
    return [state.item, { record, excluded, exhibit, number, words: () => (words ??= wordsOf(kase, state)) }];
  });
  return claimsReport(map, kase.facts().submitted ?? null, new Map(mapped));
}

/** What is stored of an item's words: a page's visible text, what the pages of a mail or text print, what OCR read. */
function wordsOf(kase: ReadableCase, { record, attachments }: ItemState): StoredWords {
  const read = (sha256: string) => new TextDecoder().decode(kase.readObject(sha256));
  const texts = record.artifacts.flatMap(({ role, sha256 }) => {
    if (role === 'text') return [read(sha256)];
    if (role !== 'page-text') return [];
    const { fields, body } = pageTextSchema.parse(JSON.parse(read(sha256)));
    return [[...fields.map(({ value }) => value), body].join('\n')];
  });
  const machine = attachments.findLast(({ kind }) => kind === 'machine-read');
  return {
    text: texts.length === 0 ? null : texts.join('\n'),
    machineRead:
      machine === undefined
        ? null
        : parseTextPositions(JSON.parse(read(machine.file.sha256)))
            .runs.map(({ text }) => text)
            .join('\n'),
  };
}
