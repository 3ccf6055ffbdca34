import type { ItemRecord, Reason } from '../record.ts';
import {
  answerNames,
  answerWords,
  type Answer,
  type AnswerName,
  type AnswerWord,
  type AnswerGround,
  type Shortfall,
  type Shortfalls,
} from './answers.ts';
import { answersOfReason } from './reason-answers.ts';
import { answersOfStep } from './step-answers.ts';

/** What a fact of a record makes of the answers, and which fact it is. */
export type RecordFinding = Readonly<{ ground: AnswerGround; says: Shortfalls }>;

/** A code or a line of the operation log that only a newer program knows may say anything. */
const unknownToUs: Shortfalls = { picture: 'unknown', resources: 'unknown', text: 'unknown', archive: 'unknown' };

/** A reason that the record holds as a warning, or that was found in it. */
export function reasonFinding(reason: Reason): RecordFinding {
  const says = Object.hasOwn(answersOfReason, reason.code) ? (answersOfReason[reason.code] ?? {}) : unknownToUs;
  return { ground: { step: null, ended: null, reason }, says: says === 'by-step' ? {} : says };
}

/** The line of a step that the operation log should have, and has not. @param asked of which answers it is asked */
export function missingStep(step: string, asked: readonly AnswerName[]): RecordFinding {
  const says = Object.fromEntries(asked.map((name) => [name, 'unknown' as const]));
  return { ground: { step, ended: 'not-logged', reason: null }, says };
}

/** What the operation log and the warnings say. */
export const loggedFindings = ({
  steps,
  warnings,
}: Pick<ItemRecord, 'steps' | 'warnings'>): readonly RecordFinding[] => [
  ...steps.flatMap(stepFinding),
  ...warnings.map(reasonFinding),
];

function stepFinding({ step, outcome, ...line }: ItemRecord['steps'][number]): readonly RecordFinding[] {
  if (outcome === 'ok') return [];
  const reason = line.reason ?? null;
  const byStep = ofStep(step);
  const byReason = reason === null ? 'by-step' : ofReason(reason);
  const says =
    outcome === 'failed'
      ? worseOf(byStep, byReason === 'by-step' ? {} : byReason)
      : byReason !== 'by-step'
        ? byReason
        : outcome === 'partial'
          ? inPart(byStep)
          : byStep;
  return [{ ground: { step, ended: outcome, reason }, says }];
}

const ofStep = (step: string): Shortfalls =>
  Object.hasOwn(answersOfStep, step) ? answersOfStep[step as keyof typeof answersOfStep] : unknownToUs; // it is one

const ofReason = ({ code }: Reason): Shortfalls | 'by-step' =>
  Object.hasOwn(answersOfReason, code) ? (answersOfReason[code] ?? {}) : unknownToUs;

/** What a step makes was made in part. */
const inPart = (says: Shortfalls): Shortfalls =>
  Object.fromEntries(Object.entries(says).map(([name, short]) => [name, short === 'none' ? 'partly' : short]));

function worseOf(one: Shortfalls, other: Shortfalls): Shortfalls {
  return Object.fromEntries(
    answerNames.flatMap((name) => {
      const said = [one[name], other[name]].filter((short) => short !== undefined);
      const worst = said.sort((a, b) => rankOf(b) - rankOf(a))[0];
      return worst === undefined ? [] : [[name, worst] as const];
    }),
  );
}

export const rankOf = (word: AnswerWord): number => answerWords.indexOf(word);

/** The answer that findings give: the worst counts, and all that make it less than whole are named, each once. */
export function answerFrom(name: AnswerName, findings: readonly RecordFinding[]): Answer {
  const short = findings.flatMap(({ ground, says }) => (says[name] ? [{ ground, is: says[name] }] : []));
  const answer = short.reduce<Shortfall | 'whole'>(
    (worst, { is }) => (rankOf(is) > rankOf(worst) ? is : worst),
    'whole',
  );
  // Where there is nothing at all, what was not measured explains nothing.
  const telling = short.filter(({ is }) => answer !== 'none' || is !== 'unknown');
  return { answer, grounds: distinct(telling.map(({ ground }) => ground)) };
}

/** One reason may be told by a step and as a warning: the step's is kept. */
function distinct(grounds: readonly AnswerGround[]): readonly AnswerGround[] {
  const known = new Set<string>();
  const keyOf = ({ reason, step, ended }: AnswerGround) => JSON.stringify(reason ?? [step, ended]);
  return grounds.filter((ground) => {
    const key = keyOf(ground);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
