import type { ReadableCase } from '../../casefile/case-handles.ts';
import { reading, writing } from './with-case.ts';
import type { Handler } from '../handler.ts';

/** Reads the facts of a case and what is written around its exhibits, or changes them; what is not given stays. */
export const editCaseHandler: Handler<'case.edit'> = ({ case: folder, facts, plan }, { services }) => {
  if (facts === null && plan === null) return reading(folder, current);
  return writing(folder, services, (caseFile) => {
    if (facts !== null) caseFile.logEvent('facts-edited', { ...caseFile.facts(), ...given(facts) });
    if (plan !== null) {
      const { chronology, ...rest } = { ...caseFile.plan(), ...given(plan) };
      const events = chronology.map(({ items, ...event }) =>
        items ? { ...event, items: items.map((item) => caseFile.item(item).item) } : event,
      );
      caseFile.logEvent('plan-set', { ...rest, chronology: events });
    }
    return current(caseFile);
  });
};

/** Without the fields that are there and undefined. */
function given<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }; // what is undefined was left out
}

function current(caseFile: ReadableCase) {
  const { chronology, elements, accepted, notes, drafts } = caseFile.plan();
  return {
    facts: caseFile.facts(),
    plan: {
      chronology: [...chronology],
      elements: [...elements],
      accepted: [...accepted],
      notes: [...notes],
      drafts: [...drafts],
    },
  };
}
