import { titleOf } from '../../../shared/plan/arrangement.ts';
import { stitchItems } from '../../intake/stitch/stitch-items.ts';
import { suggestStitches, type StitchSuggestion } from '../../intake/stitch/suggest-stitches.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import { reading, writing } from '../cases/with-case.ts';
import type { Handler } from '../handler.ts';
import { itemSummary } from './item-event.ts';

/** Says which screenshots show one scrolled view, and joins those that a person named and accepted. */
export const stitchHandler: Handler<'items.stitch'> = (
  { case: folder, items, accept, title },
  { services: { clockAndRandom, spawnChild, program, ...services }, signal },
) => {
  const named = (caseFile: ReadableCase) => (items.length === 0 ? null : items.map((item) => caseFile.item(item)));
  const look = (caseFile: ReadableCase) => suggestStitches(caseFile, named(caseFile), spawnChild, signal);
  if (!accept)
    return reading(folder, async (caseFile) => ({ suggestions: (await look(caseFile)).map(told), made: null }));
  return writing(folder, { clockAndRandom, spawnChild, program, ...services }, async (caseFile) => {
    const suggestions = await look(caseFile);
    const parents = inFoundOrder(named(caseFile) ?? [], suggestions);
    const made = await stitchItems(caseFile, parents, title, clockAndRandom, program, spawnChild, signal);
    return { suggestions: suggestions.map(told), made: itemSummary(made) };
  });
};

/** The order in which they were found to follow one another; the given one where they were not. */
function inFoundOrder(given: readonly ItemState[], suggestions: readonly StitchSuggestion[]): readonly ItemState[] {
  const [only] = suggestions;
  return suggestions.length === 1 && only?.items.length === given.length ? only.items : given;
}

const told = ({ items, rows }: StitchSuggestion) => ({
  items: items.map(({ item, record }) => ({ item, title: titleOf(record) })),
  rows: [...rows],
});
