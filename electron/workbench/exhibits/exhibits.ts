import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import { refuseSealedParents, sealedParents } from '../../casefile/sealed-parents.ts';
import { exhibitNumbers } from '../../../shared/plan/numbers.ts';
import type { Numbering } from '../../../shared/profile/profile.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { writing } from '../cases/with-case.ts';
import { profileFor } from '../bundle/profiles.ts';
import type { Services } from '../services.ts';
import type { Handler } from '../handler.ts';

/** Reads the arrangement as it stands, or replaces it. What is wrong with it shows when a bundle is built;
 * only the original of a redacted copy is refused at once, where nobody said why. */
export const exhibitsHandler: Handler<'exhibits.arrange'> = ({ case: folder, exhibits }, { services, open }) => {
  if (exhibits === null) return Promise.resolve(open.reading(folder, (caseFile) => current(caseFile, services)));
  return writing(folder, services, (caseFile) => {
    const before = new Set((caseFile.arrangement() ?? []).map(({ item }) => item));
    const sealed = sealedParents(caseFile);
    for (const { item } of exhibits.map((exhibit) => caseFile.item(exhibit.item)))
      if (!before.has(item) && sealed.get(item)?.reason === null) refuseSealedParents(caseFile, [item], null);
    caseFile.logEvent('exhibits-set', {
      exhibits: exhibits.map((exhibit) => ({ ...exhibit, item: caseFile.item(exhibit.item).item })),
    });
    return current(caseFile, services);
  });
};

function current(caseFile: ReadableCase, services: Services) {
  const facts = caseFile.facts();
  const exhibits = resolveArrangement(caseFile.arrangement(), caseFile.items(), facts.language).map((exhibit) => ({
    ...exhibit,
  }));
  const numbering = numberingOf(facts, services);
  return { exhibits, numbers: numbering && [...exhibitNumbers(exhibits, numbering)], numbering };
}

/** Null where the case names a profile that cannot be had: then nobody knows what a bundle would print. */
function numberingOf(facts: ReturnType<ReadableCase['facts']>, services: Services): Numbering | null {
  try {
    const { prefix, insertions } = profileFor({ profile: null, profileFile: null }, facts, services).exhibits;
    return { prefix, insertions };
  } catch (error) {
    if (error instanceof FascicleError) return null;
    throw error;
  }
}
