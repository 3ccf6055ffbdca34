import type { ProofPlan } from '../case/proof-plan.ts';
import { sayToUser, type CaseLanguage } from '../language.ts';
import { challengeTexts } from '../messages/papers/challenge-messages.ts';
import { acceptedReason } from '../plan/accepted.ts';
import { citedLaw } from './cited-law.ts';
import type { Challenge, ChallengeRule, ChallengedCase } from './challenged-case.ts';
import { countsClaimed } from './counts.ts';
import { datesAgainstDates } from './dates.ts';
import { elementsAndExhibits } from './elements.ts';
import { privateData } from './private-data.ts';
import { provenance } from './provenance.ts';
import { quotations } from './quotations.ts';

/** Every rule, in the order in which its findings are told: what makes a paper untrue comes first. */
const rules: readonly ChallengeRule[] = [
  quotations,
  datesAgainstDates,
  countsClaimed,
  elementsAndExhibits,
  citedLaw,
  provenance,
  privateData,
];

/** A finding as it is told. `answered`: the reason with which somebody answered it, for a working edition; else null. */
export type ToldChallenge = Readonly<{
  code: string;
  rank: 'stop' | 'attack';
  where: string;
  attack: string;
  remedy: string;
  answered: string | null;
}>;

/** What opposing counsel would say of a bundle, what would make it untrue first. */
export function challengesOf(subject: ChallengedCase): readonly Challenge[] {
  const found = rules.flatMap((rule) => rule(subject));
  const stops = ({ code }: Challenge) => challengeTexts[code].rank === 'stop';
  return [...found.filter(stops), ...found.filter((one) => !stops(one))];
}

/** Findings in a reader's language, with their answers. What would make a paper untrue cannot be answered away. */
export function toldChallenges(
  found: readonly Challenge[],
  answers: ProofPlan['accepted'],
  language: CaseLanguage,
): readonly ToldChallenge[] {
  return found.map(({ code, where, params }) => {
    const { rank, attack, remedy } = challengeTexts[code];
    return {
      code,
      rank,
      where,
      attack: sayToUser(attack, language, params),
      remedy: sayToUser(remedy, language),
      answered: rank === 'attack' ? acceptedReason(answers, { code, where }) : null,
    };
  });
}
