import { resolveArrangement } from '../../shared/plan/arrangement.ts';
import { writing } from './cases/with-case.ts';
import type { ReadableCase } from '../casefile/case-handles.ts';
import type { Handler } from './workbench.ts';

/** Reads the arrangement as it stands, or replaces it. What is wrong with it shows when a bundle is built. */
export const exhibitsHandler: Handler<'exhibits.arrange'> = ({ case: folder, exhibits }, { services, open }) => {
  if (exhibits === null) return Promise.resolve(open.reading(folder, current));
  return writing(folder, services, (kase) => {
    kase.act('exhibits-set', {
      exhibits: exhibits.map((exhibit) => ({ ...exhibit, item: kase.item(exhibit.item).item })),
    });
    return current(kase);
  });
};

function current(kase: ReadableCase) {
  return {
    exhibits: resolveArrangement(kase.arrangement(), kase.items(), kase.facts().language).map((exhibit) => ({
      ...exhibit,
    })),
  };
}
