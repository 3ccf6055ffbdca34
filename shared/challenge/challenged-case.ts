import type { CaseFacts } from '../case/case.ts';
import type { Exhibit } from '../case/exhibit.ts';
import type { ProofPlan } from '../case/proof-plan.ts';
import type { ItemRecord } from '../case/record.ts';
import type { ElementReport } from '../claims/claims-report.ts';
import type { StoredWords } from '../claims/passage.ts';
import type { Order } from '../order/order.ts';
import { listed, say, type Language, type Params, type Text } from '../language.ts';
import { exhibitsNamed, type challengeTexts } from '../messages/papers/challenge-messages.ts';

export type ChallengeCode = keyof typeof challengeTexts;

/** An exhibit as it would be filed now. */
export type ChallengedExhibit = Readonly<{
  /** As printed. */
  number: string;
  exhibit: Exhibit;
  record: ItemRecord;
  /** Whether a third party’s time stamp covers it, or a deposit or certificate is attached to it. */
  timed: boolean;
  words(): StoredWords;
}>;

/** All that is held against each other: the case as its bundle would be built now. */
export type ChallengedCase = Readonly<{
  facts: Pick<CaseFacts, 'submitted' | 'applicants' | 'respondents'>;
  plan: Pick<ProofPlan, 'chronology' | 'elements' | 'drafts'>;
  /** What the claims map says of each element; null where the case has none. */
  claims: readonly ElementReport[] | null;
  exhibits: readonly ChallengedExhibit[];
  /** The ruling as it is stated, with the words that are stored of it, null where no item holds it; null: no ruling. */
  order: Readonly<{ stated: Order; words: StoredWords | null }> | null;
  /** Exhibits by number in papers that were built earlier: the newest filing, the newest compliance report. */
  earlier: readonly Readonly<{ paper: 'bundle' | 'report'; number: string; item: string; title: string }>[];
}>;

/** One attack. `where`: an exhibit's number, an element's id, an event's time, or `case`. */
export type Challenge = Readonly<{ code: ChallengeCode; where: string; params: Params }>;

export type ChallengeRule = (subject: ChallengedCase) => readonly Challenge[];

/** One attack on all the exhibits that it holds of; none where it holds of none. */
export function ofExhibits(
  code: ChallengeCode,
  exhibits: readonly ChallengedExhibit[],
  more: Params = {},
): readonly Challenge[] {
  if (exhibits.length === 0) return [];
  return [{ code, where: 'case', params: { ...more, exhibits: exhibitsList(exhibits) } }];
}

/** `exhibit 5`, `exhibits 1, 2`. */
export function exhibitsList(exhibits: readonly ChallengedExhibit[]): Text {
  const text = exhibitsNamed[exhibits.length === 1 ? 'one' : 'several'];
  const numbers = exhibits.map(({ number }) => number);
  const inLanguage = (language: Language) => say(text, language, { numbers: listed(numbers, language) });
  return { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') };
}
