import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import { exhibitNumbers } from '../../../shared/plan/numbers.ts';
import type { CaseLanguage } from '../../../shared/language.ts';
import { emptyCell, told, type Problem } from '../../../shared/plan/problem.ts';
import { judged, problemsOf } from '../../../shared/plan/problems.ts';
import type { LocatedProblem } from '../../../shared/window/rows.ts';
import { sealedParentProblems } from '../../bundle/problems/redaction-problems.ts';
import { caseClaims } from '../../bundle/state/case-claims.ts';
import { profileFor } from './profiles.ts';
import type { Handler } from '../handler.ts';

/** What is wrong with the bundle as it would be built now, each problem with the place where it can be mended. */
export const problemsHandler: Handler<'bundle.problems'> = ({ case: folder }, { open, services, language }) => {
  const caseFile = open.of(folder).read();
  const facts = caseFile.facts();
  const items = caseFile.items();
  const arrangement = resolveArrangement(caseFile.arrangement(), items, facts.language);
  const plan = caseFile.plan();
  const profile = profileFor({ profile: null, profileFile: null }, facts, services);
  const numbers = exhibitNumbers(arrangement, profile.exhibits);
  const numbered = new Map(arrangement.map((exhibit, at) => [numbers[at] ?? '', exhibit.item]));
  const claims = caseClaims(caseFile, items, arrangement, profile);
  const found = [
    ...problemsOf({ facts, plan, claims, arrangement, profile }, items, language),
    ...sealedParentProblems(caseFile, items, arrangement, numbers, language),
  ];
  const problems = judged(found, plan.accepted);
  const known = new Set(items.map(({ item }) => item));
  return Promise.resolve({
    problems: problems.map((one): LocatedProblem => ({
      ...told(one, language),
      item: known.has(one.where) ? one.where : (numbered.get(one.where) ?? null),
      cell: cellOf(one.code, one, language),
    })),
  });
};

export const listBundles: Handler<'bundle.list'> = ({ case: folder }, { open }) =>
  Promise.resolve({ bundles: [...open.of(folder).bundles()].reverse() });

const emptyCells = ['title', 'source', 'group'] as const;

function cellOf(code: string, { where, message }: Problem, language: CaseLanguage): LocatedProblem['cell'] {
  switch (code) {
    case 'purpose-missing':
      return 'purpose';
    case 'cell-empty':
      return emptyCells.find((cell) => emptyCell(cell, where, language).message === message) ?? 'title';
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
