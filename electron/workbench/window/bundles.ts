import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import { exhibitNumbers } from '../../../shared/plan/numbers.ts';
import { judged, problemsOf } from '../../../shared/plan/problems.ts';
import type { PlacedProblem } from '../../../shared/window/rows.ts';
import { caseClaims } from '../../bundle/case-claims.ts';
import { profileFor } from '../profiles.ts';
import type { Handler } from '../workbench.ts';

/** What is wrong with the bundle as it would be built now, each problem with the place where it can be mended. */
export const problemsHandler: Handler<'bundle.problems'> = ({ case: folder }, { open, services, language }) => {
  const kase = open.of(folder).read();
  const facts = kase.facts();
  const items = kase.items();
  const arrangement = resolveArrangement(kase.arrangement(), items, facts.language);
  const plan = kase.plan();
  const profile = profileFor({ profile: null, profileFile: null }, facts, services);
  const numbers = exhibitNumbers(arrangement, profile.exhibits);
  const numbered = new Map(arrangement.map((exhibit, at) => [numbers[at] ?? '', exhibit.item]));
  const claims = caseClaims(kase, items, arrangement, profile);
  const problems = judged(problemsOf({ facts, plan, claims, arrangement, profile }, items, language), plan.accepted);
  const known = new Set(items.map(({ item }) => item));
  return Promise.resolve({
    problems: problems.map((one): PlacedProblem => ({
      ...one,
      item: known.has(one.where) ? one.where : (numbered.get(one.where) ?? null),
      cell: cellOf(one.code, one.message),
    })),
  });
};

export const listBundles: Handler<'bundle.list'> = ({ case: folder }, { open }) =>
  Promise.resolve({ bundles: [...open.of(folder).bundles()].reverse() });

function cellOf(code: string, message: string): PlacedProblem['cell'] {
  switch (code) {
    case 'purpose-missing':
      return 'purpose';
    case 'cell-empty':
      return (['title', 'source', 'group'] as const).find((cell) => message.endsWith(cell)) ?? 'title';
    case 'number-doubled':
      return 'number';
    case 'pages-unknown':
      return 'pages';
    case 'court-missing':
      return 'court';
    case 'applicant-missing':
      return 'applicants';
    default:
      return null;
  }
}
