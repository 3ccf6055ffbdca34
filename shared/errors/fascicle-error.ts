import { onOneLine } from '../bilingual.ts';
import type { CaseLanguage, Language, Text } from '../language.ts';
import { say } from '../language.ts';
import type { ParamsOf } from '../text.ts';
import { errorTexts, type ErrorCode } from './codes.ts';

/** As they cross the contract: what was a cause is one still, and is put into words where the error is shown. */
export type ErrorParams = Readonly<Record<string, string | number>>;

type Words<C extends ErrorCode> = (typeof errorTexts)[C]['message' | 'evidence' | 'next'][Language];
type ErrorArguments<C extends ErrorCode> = keyof ParamsOf<Words<C>> extends never
  ? [params?: Readonly<Record<string, never>>, cause?: unknown]
  : [params: ParamsOf<Words<C>>, cause?: unknown];

/**
 * The one error that crosses the contract: a code of a closed union with its values. The words are looked up where a
 * person reads them, in her language. `cause` is for the log only.
 */
class KnownError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, cause?: unknown) {
    super(say(errorTexts[code].message, 'en', params), cause === undefined ? undefined : { cause });
    this.name = 'FascicleError';
    this.code = code;
    this.params = params;
  }
}

/** Made with the values that the texts of its code ask for, and no others. */
export const FascicleError: new <C extends ErrorCode>(code: C, ...more: ErrorArguments<C>) => KnownError = KnownError;
export type FascicleError = KnownError;

/** An error as it came from a child of ours, which made it by its code. */
export function sameError({ code, params }: Pick<FascicleError, 'code' | 'params'>): FascicleError {
  return new KnownError(code, params);
}

/** The words of an error in the language asked for, or in both. */
export function explain(
  code: ErrorCode,
  params: ErrorParams,
  language: CaseLanguage | Language,
): { message: string; evidence: string; next: string; exit: 1 | 2 } {
  const { message, evidence, next, exit } = errorTexts[code];
  const words = (text: Text) => onOneLine(say(text, language, params));
  return { message: words(message), evidence: words(evidence), next: words(next), exit };
}
