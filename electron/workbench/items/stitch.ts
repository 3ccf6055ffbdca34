import { titleOf } from '../../../shared/plan/arrangement.ts';
import { stitchItems } from '../../intake/stitch/stitch-items.ts';
import { suggestStitches, type StitchSuggestion } from '../../intake/stitch/suggest-stitches.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import { reading, writing } from '../cases/with-case.ts';
import type { Handler } from '../workbench.ts';
import { itemSummary } from './item-event.ts';

/** Says which screenshots show one scrolled view, and joins those that a person named and accepted. */
export const stitchHandler: Handler<'items.stitch'> = (
  { case: folder, items, accept, title },
  { services: { surroundings, spawnChild, program, ...services }, signal },
) => {
  const named = (kase: ReadableCase) => (items.length === 0 ? null : items.map((item) => kase.item(item)));
  const look = (kase: ReadableCase) => suggestStitches(kase, named(kase), spawnChild, signal);
  if (!accept) return reading(folder, async (kase) => ({ suggestions: (await look(kase)).map(told), made: null }));
  return writing(folder, { surroundings, spawnChild, program, ...services }, async (kase) => {
    const suggestions = await look(kase);
    const parents = inFoundOrder(named(kase) ?? [], suggestions);
    const made = await stitchItems(kase, parents, title, surroundings, program, spawnChild, signal);
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
