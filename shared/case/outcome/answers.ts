import type { Outcome, Reason, Step } from '../record.ts';

/**
 * What is asked of every item: whether its picture shows the page (or file) whole; whether everything that belongs to it
 * was received; whether its words are there; whether what was received is stored.
 */
export const answerNames = ['picture', 'resources', 'text', 'archive'] as const;
export type AnswerName = (typeof answerNames)[number];

/** From the best to the worst. `unknown`: the record does not say; `not-applicable`: such an item has no such thing. */
export const answerWords = ['not-applicable', 'whole', 'unknown', 'partly', 'none'] as const;
export type AnswerWord = (typeof answerWords)[number];

/** What a reason or a step that went short makes of an answer. */
export type Shortfall = 'unknown' | 'partly' | 'none';
export type Shortfalls = Readonly<Partial<Record<AnswerName, Shortfall>>>;

/** Why an answer is not `whole`: a line of the operation log, a reason, or both. */
export type AnswerGround = Readonly<{
  step: string | null;
  /** How the step ended; `not-logged`: the operation log has no such line. Null where no step is named. */
  ended: Step['outcome'] | 'not-logged' | null;
  reason: Reason | null;
}>;

export type Answer = Readonly<{ answer: AnswerWord; grounds: readonly AnswerGround[] }>;

/** The word above the four answers: the worst of them; `complete` only where all are whole that the item can have. */
export const headWords = ['complete', 'undetermined', 'partial', 'blocked', 'failed'] as const;
export type HeadWord = (typeof headWords)[number];

export type FourAnswers = Readonly<Record<AnswerName, Answer>> & Readonly<{ word: HeadWord }>;

/** The word as records hold it: they have none for what is undetermined, which is not complete. */
export const storedWord = (word: HeadWord): Outcome => (word === 'undetermined' ? 'partial' : word);
