import type { ElementReport } from '../claims/claims-report.ts';
import { elementProvisions } from '../law/conduct-preservation.ts';
import { inForce, unread, type Provision } from '../law/provision.ts';
import { listed, type Language, type Text } from '../language.ts';
import type { Day } from '../order/day.ts';
import type { Challenge, ChallengedCase } from './challenged-case.ts';

/**
 * The law that the papers would cite: rules whose own text nobody read when they were written down, and elements of which
 * no version is chosen. What a person words in place of the program's provisions is that person's to check.
 */
export function citedLaw({ facts, plan, claims }: ChallengedCase): readonly Challenge[] {
  const filed = facts.submitted ?? null;
  const cited = claims === null ? ofPlan(plan.elements, filed) : claims.flatMap(ofClaim);
  const doubtful = [...new Map(unread(cited).map(({ rule }) => [rule['zh-CN'], rule])).values()];
  const open = (claims ?? []).filter(({ ownLaw, law }) => ownLaw === null && law.state !== 'chosen');
  return [
    ...(open.length === 0
      ? []
      : [
          ofCase(
            'law-version-open',
            open.map(({ element }) => element.name),
          ),
        ]),
    ...(doubtful.length === 0 ? [] : [ofCase('law-unverified', doubtful)]),
  ];
}

/** A version that no day chose is not cited, so that nobody has to read it. */
function ofClaim({ law: { provisions, open = [] }, ownLaw }: ElementReport): readonly Provision[] {
  if (ownLaw !== null) return [];
  return provisions.filter(({ by, from, until }) => !open.includes(by) || (from === null && until === null));
}

function ofPlan(elements: ChallengedCase['plan']['elements'], filed: Day | null): readonly Provision[] {
  return elements.flatMap(({ id, law }) =>
    law === undefined && Object.hasOwn(elementProvisions, id)
      ? inForce(elementProvisions[id as keyof typeof elementProvisions], filed) // asked just now
      : [],
  );
}

function ofCase(code: Challenge['code'], names: readonly Text[]): Challenge {
  const inLanguage = (language: Language) =>
    listed(
      names.map((name) => name[language]),
      language,
    );
  return { code, where: 'case', params: { names: { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') } } };
}
