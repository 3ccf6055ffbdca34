import { say, type CaseLanguage, type Params, type Text } from '../language.ts';
import { cellNames, problemTexts, type ProblemCode } from '../messages/problem-messages.ts';

/**
 * Something that is wrong with a bundle: *stop* makes it unfit to file, *warn* is the lawyer's to judge. `accepted` is
 * the reason with which somebody accepted a warning; it is printed in a working edition only.
 */
export type Problem = Readonly<{
  code: ProblemCode;
  rank: 'stop' | 'warn';
  where: string;
  message: string;
  accepted: string | null;
}>;

export function problem(code: ProblemCode, where: string, language: CaseLanguage, params: Params = {}): Problem {
  const { rank, text }: { rank: 'stop' | 'warn'; text: Text } = problemTexts[code];
  return { code, rank, where, message: say(text, language, params), accepted: null };
}

/** A cell of the catalogue that the profile asks for and nobody filled. */
export const emptyCell = (cell: keyof typeof cellNames, where: string, language: CaseLanguage): Problem =>
  problem('cell-empty', where, language, { cell: cellNames[cell] });

export type Add = (code: ProblemCode, where: string, params?: Params) => Problem;
