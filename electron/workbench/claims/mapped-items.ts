import type { Arrangement } from '../../../shared/case/exhibit.ts';
import type { MappedItem } from '../../../shared/claims/claims-report.ts';
import type { StoredWords } from '../../../shared/claims/passage.ts';
import { parseTextPositions } from '../../../shared/page/text-positions.ts';
import { pageTextSchema } from '../../../shared/page/page-text.ts';
import { exhibitNumbers } from '../../../shared/plan/numbers.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';

/** Every item of a case with its exhibit and number; its words are read when a passage is looked for in them. */
export function mappedItems(
  kase: ReadableCase,
  arrangement: Arrangement,
  profile: Profile,
): ReadonlyMap<string, MappedItem> {
  const numbers = exhibitNumbers(arrangement, profile.exhibits);
  const placed = new Map(arrangement.map((exhibit, at) => [exhibit.item, { exhibit, number: numbers[at] ?? null }]));
  return new Map(
    kase.items().map((state) => {
      const { exhibit = null, number = null } = placed.get(state.item) ?? {};
      let words: StoredWords | null = null;
      return [
        state.item,
        {
          record: state.record,
          excluded: state.excluded,
          exhibit,
          number,
          words: () => (words ??= wordsOf(kase, state)),
        },
      ];
    }),
  );
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
