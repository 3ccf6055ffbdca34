import type { Arrangement } from '../case/exhibit.ts';
import type { ProofPlan } from '../case/proof-plan.ts';
import type { ElementReport } from '../claims/claims-report.ts';
import { say, type CaseLanguage } from '../language.ts';
import { singleText } from '../messages/claims-messages.ts';
import type { Add, Problem } from './problems.ts';

/** What a bundle of a case with a claims map lacks: for the lawyer to judge, none of it stops the bundle. */
export function claimsProblems(
  claims: readonly ElementReport[],
  { elements }: ProofPlan,
  arrangement: Arrangement,
  numbers: readonly string[],
  language: CaseLanguage,
  add: Add,
): readonly Problem[] {
  const known = new Set([...claims.map(({ element }) => element.id), ...elements.map(({ id }) => id)]);
  return [
    ...claims.flatMap((report) => elementProblems(report, language, add)),
    ...arrangement.flatMap(({ elements: named = [] }, at) =>
      named.filter((id) => !known.has(id)).map((element) => add('element-unknown', numbers[at] ?? '', { element })),
    ),
  ];
}

function elementProblems(report: ElementReport, language: CaseLanguage, add: Add): readonly Problem[] {
  const { element, law, ownLaw, support, single } = report;
  const name = say(element.name, language);
  const filed = support.filter(({ number, excluded }) => number !== null && excluded === null);
  const items = new Set(filed.map(({ item }) => item));
  return [
    ...(items.size === 0 ? [add('element-unproven', element.id, { element: name })] : []),
    ...(items.size === 1 ? [add('element-alone', element.id, { element: name })] : []),
    ...(items.size > 1 && single !== null && single.by !== 'item'
      ? [add('element-one-source', element.id, { element: name, source: singleText(single, language) })]
      : []),
    ...filed.flatMap(({ number, passage, found }) =>
      found === 'not-found' ? [add('passage-not-found', number ?? '', { element: name, passage: passage ?? '' })] : [],
    ),
    ...(ownLaw === null && law.state !== 'chosen' ? [add('law-version-open', element.id, { element: name })] : []),
  ];
}
