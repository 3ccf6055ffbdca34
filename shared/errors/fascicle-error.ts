import type { CaseLanguage, Language, Text } from '../language.ts';
import { fill, languagesOf } from '../language.ts';
import { errorTexts, type ErrorCode } from './codes.ts';

/** What a person is told when something fails: what happened, what became of the evidence, what to do next. */
export type ErrorText = Readonly<{ message: Text; evidence: Text; next: Text; exit: 1 | 2 }>;

export type ErrorParams = Readonly<Record<string, string | number>>;

/**
 * The one error that crosses the contract: a code of a closed union with its values. The words are looked up where a
 * person reads them, in her language. `cause` is for the log only.
 */
export class FascicleError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, cause?: unknown) {
    super(fill(errorTexts[code].message.en, params), cause === undefined ? undefined : { cause });
    this.name = 'FascicleError';
    this.code = code;
    this.params = params;
  }
}

/** The words of an error in the language asked for, or in both. */
export function explain(
  code: ErrorCode,
  params: ErrorParams,
  language: CaseLanguage | Language,
): { message: string; evidence: string; next: string; exit: 1 | 2 } {
  const { message, evidence, next, exit } = errorTexts[code];
  const words = (text: Text) =>
    languagesOf(language)
      .map((one) => fill(text[one], params))
      .join(' / ');
  return { message: words(message), evidence: words(evidence), next: words(next), exit };
}
