import type { ReadableCase } from '../casefile/case-handles.ts';
import { reading, writing } from './cases/with-case.ts';
import type { Handler } from './workbench.ts';

/** Reads the facts of a case and what is written around its exhibits, or changes them; what is not given stays. */
export const editCaseHandler: Handler<'case.edit'> = ({ case: folder, facts, plan }, { services }) => {
  if (facts === null && plan === null) return reading(folder, current);
  return writing(folder, services, (kase) => {
    if (facts !== null) kase.act('facts-edited', { ...kase.facts(), ...given(facts) });
    if (plan !== null) {
      const { chronology, ...rest } = { ...kase.plan(), ...given(plan) };
      const events = chronology.map(({ items, ...event }) =>
        items ? { ...event, items: items.map((item) => kase.item(item).item) } : event,
      );
      kase.act('plan-set', { ...rest, chronology: events });
    }
    return current(kase);
  });
};

/** Without the fields that are there and undefined. */
function given<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }; // what is undefined was left out
}

function current(kase: ReadableCase) {
  const { chronology, elements, accepted, notes, drafts } = kase.plan();
  return {
    facts: kase.facts(),
    plan: {
      chronology: [...chronology],
      elements: [...elements],
      accepted: [...accepted],
      notes: [...notes],
      drafts: [...drafts],
    },
  };
}
