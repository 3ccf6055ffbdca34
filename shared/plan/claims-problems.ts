import type { Arrangement } from '../case/exhibit.ts';
import type { ProofPlan } from '../case/proof-plan.ts';
import type { ElementReport } from '../claims/claims-report.ts';
import { listed, type Language, type Text } from '../language.ts';
import { singleSourceText } from '../messages/papers/claims-messages.ts';
import type { Add, Problem } from './problem.ts';

/** What a bundle of a case with a claims map lacks: for the lawyer to judge, none of it stops the bundle. */
export function claimsProblems(
  claims: readonly ElementReport[],
  { elements }: ProofPlan,
  arrangement: Arrangement,
  numbers: readonly string[],
  add: Add,
): readonly Problem[] {
  const known = new Set([...claims.map(({ element }) => element.id), ...elements.map(({ id }) => id)]);
  const open = claims.filter(({ law, ownLaw }) => ownLaw === null && law.state !== 'chosen');
  const namesIn = (language: Language) =>
    listed(
      open.map(({ element }) => element.name[language]),
      language,
    );
  const names: Text = { 'zh-CN': namesIn('zh-CN'), en: namesIn('en') };
  return [
    ...(open.length > 0 ? [add('law-version-open', 'case', { elements: names })] : []),
    ...claims.flatMap((report) => elementProblems(report, add)),
    ...arrangement.flatMap(({ elements: named = [] }, at) =>
      named.filter((id) => !known.has(id)).map((element) => add('element-unknown', numbers[at] ?? '', { element })),
    ),
  ];
}

function elementProblems(report: ElementReport, add: Add): readonly Problem[] {
  const { element, support, single } = report;
  const { name } = element;
  const filed = support.filter(({ number, excluded }) => number !== null && excluded === null);
  const items = new Set(filed.map(({ item }) => item));
  return [
    ...(items.size === 0 ? [add('element-unproven', element.id, { element: name })] : []),
    ...(items.size === 1 ? [add('element-alone', element.id, { element: name })] : []),
    ...(items.size > 1 && single !== null && single.by !== 'item'
      ? [add('element-one-source', element.id, { element: name, source: singleSourceText(single) })]
      : []),
    ...filed.flatMap(({ number, passage, found }) =>
      found === 'not-found' ? [add('passage-not-found', number ?? '', { element: name, passage: passage ?? '' })] : [],
    ),
  ];
}
