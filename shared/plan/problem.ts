import { onOneLine } from '../bilingual.ts';
import { because, inBothLanguages } from '../cause.ts';
import { sayToUser, type CaseLanguage, type Params } from '../language.ts';
import { forUser, toUser, type Cause, type UserText, type UserWords } from '../text.ts';
import { writtenCells, type WrittenCell } from '../profile/profile.ts';
import { asRanges } from './numbers.ts';
import { cellNames, problemTexts, type ProblemCode } from '../messages/problem-messages.ts';

/**
 * Something that is wrong with a bundle: *stop* makes it unfit to file, *warn* is the lawyer's to judge. `accepted` is
 * the reason with which somebody accepted a warning; it is printed in a working edition only. `message` is in the case's
 * language, as that edition prints it; `words` are for whoever reads the problem elsewhere.
 */
export type Problem = Readonly<{
  code: ProblemCode;
  rank: 'stop' | 'warn';
  where: string;
  message: UserWords;
  words: UserText;
  accepted: string | null;
}>;

export function problem(code: ProblemCode, where: string, language: CaseLanguage, params: Params = {}): Problem {
  const { rank, text }: { rank: 'stop' | 'warn'; text: UserText } = problemTexts[code];
  const { words } = forUser({
    words: { 'zh-CN': sayToUser(text, 'zh-CN', params), en: sayToUser(text, 'en', params) },
  });
  return { code, rank, where, message: sayToUser(words, language), words, accepted: null };
}

/** A problem as it crosses the contract: in the language of who reads it, whatever the case's is. */
export type ToldProblem = Readonly<Omit<Problem, 'words'>>;

export const told = ({ words, ...rest }: Problem, language: CaseLanguage): ToldProblem => ({
  ...rest,
  message: toUser(onOneLine(sayToUser(words, language))),
});

/** A problem as the cause of an error, with what accepts or names it. */
export const causeOfProblem = ({ code, where, words }: Problem): Cause =>
  because('problem', { both: inBothLanguages(words), code, target: where });

/** Several targets as a reader takes them in: `1–36, 40`. */
export const targetsText = (targets: readonly string[]): string => asRanges(targets).join(', ');

/** The cell of the catalogue that a problem of rank and words such as these is about; null where it is about none. */
export function cellOfProblem({ code, where, message }: Problem, language: CaseLanguage): WrittenCell | null {
  if (code === 'purpose-missing') return 'purpose';
  if (code !== 'cell-empty' && code !== 'cell-demanded') return null;
  const said = (cell: WrittenCell) => problem(code, where, language, { cell: cellNames[cell] }).message;
  return writtenCells.find((cell) => said(cell) === message) ?? null;
}

export type Add = (code: ProblemCode, where: string, params?: Params) => Problem;
