import type { ProofPlan } from '../case/proof-plan.ts';
import { listedApart, sayToUser, type CaseLanguage, type Language } from '../language.ts';
import { challengeTexts } from '../messages/papers/challenge-messages.ts';
import { acceptedReason } from '../plan/accepted.ts';
import { beyondWords } from './beyond-words.ts';
import { numbersOfExhibits } from './cited-numbers.ts';
import { citedLaw } from './cited-law.ts';
import type { Challenge, ChallengeRule, ChallengedCase } from './challenged-case.ts';
import { countsClaimed } from './counts.ts';
import { datesAgainstDates } from './dates.ts';
import { elementsAndExhibits } from './elements.ts';
import { orderTerms } from './order-terms.ts';
import { privateData } from './private-data.ts';
import { provenance } from './provenance.ts';
import { quotations } from './quotations.ts';

/** Every rule, in the order in which its findings are told: what makes a paper untrue comes first. */
const rules: readonly ChallengeRule[] = [
  quotations,
  numbersOfExhibits,
  datesAgainstDates,
  orderTerms,
  countsClaimed,
  beyondWords,
  elementsAndExhibits,
  citedLaw,
  provenance,
  privateData,
];

/** In this order they are told. */
const ranks = ['stop', 'attack', 'note'] as const;

/** A finding as it is told. `answered`: the reason with which somebody answered it, for a working edition; else null. */
export type ToldChallenge = Readonly<{
  code: string;
  rank: 'stop' | 'attack' | 'note';
  where: string;
  attack: string;
  /** What helps, by a command of the terminal and by a control of the window. */
  remedy: Readonly<Record<'command' | 'window', string>>;
  answered: string | null;
}>;

/** What opposing counsel would say of a bundle, what would make it untrue first. */
export function challengesOf(subject: ChallengedCase): readonly Challenge[] {
  const found = rules.flatMap((rule) => rule(subject));
  return ranks.flatMap((rank) => found.filter(({ code }) => challengeTexts[code].rank === rank));
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
      remedy: remedyIn(remedy, language),
      answered: rank !== 'stop' ? acceptedReason(answers, { code, where }) : null,
    };
  });
}

/** What some findings say, in both languages: kept with the answer, so that a reader of it knows what it answers. */
export function attackedBy(found: readonly Challenge[]): InBoth {
  const inLanguage = (language: Language) =>
    listedApart(
      [...new Set(found.map(({ code, params }) => sayToUser(challengeTexts[code].attack, language, params)))],
      language,
    );
  return { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') };
}
type InBoth = Readonly<Record<Language, string>>;

function remedyIn(remedy: (typeof challengeTexts)[Challenge['code']]['remedy'], language: CaseLanguage) {
  const { command, window } = 'window' in remedy ? remedy : { command: remedy, window: remedy };
  return { command: sayToUser(command, language), window: sayToUser(window, language) };
}
