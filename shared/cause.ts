import { causeTexts } from './messages/causes/causes.ts';
import {
  causeHoles,
  fill,
  type Cause,
  type Language,
  type OwnWords,
  type ParamsOf,
  type Text,
  type UserText,
  type Values,
} from './text.ts';
import { visibleText } from './visible-text.ts';

export type CauseCode = keyof typeof causeTexts;
type ParamsOfCause<C extends CauseCode> = ParamsOf<(typeof causeTexts)[C][Language]>;

/** A value longer than this says nothing more. In characters. */
const longest = 300;

/**
 * Why something is so, for a place `{why}` or `{what}` of a text: `cause:no-case-db`, `cause:too-many-bytes?most=300`. It is
 * one word of plain characters, so that it goes through records, messages of children and the contract as it is, and is put
 * into the reader's language where it is shown. In a `new Error(…)` it says the same: `causeOf` finds it there.
 */
export function because<C extends CauseCode>(
  code: C,
  ...[params]: keyof ParamsOfCause<C> extends never ? [] : [params: ParamsOfCause<C>]
): Cause {
  const values = Object.entries((params ?? {}) as Values).map(([name, value]) => {
    const text = String(value).toWellFormed();
    const whole = text.startsWith(prefix) || text.includes(between);
    return `${name}=${encodeURIComponent(whole ? text : text.slice(0, longest).toWellFormed())}`;
  });
  return asCause(`${prefix}${code}${values.length === 0 ? '' : `?${values.join('&')}`}`);
}
const prefix = 'cause:';
/** Stands between the two texts of a value that has one for each language. */
const between = '\u001f';
const asCause = (text: string) => text as Cause; // the only places where one is made are in this file

/** A value that has words of its own in each language, as a text of a table with its values has. */
export function inBothLanguages(text: Text | UserText): string {
  return [text['zh-CN'], text.en].map((one) => one.replaceAll(between, ' ').slice(0, longest)).join(between);
}

/** Several causes, to be shown one after the other. */
export function allCauses(causes: readonly Cause[]): Cause {
  return asCause(causes.join(' '));
}

/** Words of a person in a place where a cause may be. */
export const inOwnWords = (text: string) => text as OwnWords; // nothing to check: a person may write what she likes

/** A cause that comes out of a record or a message. What is none (an older program's own English) stays as it is. */
export const storedCause = (text: string) => text as Cause; // `causeText` shows what it does not know

/** The words of a cause in one language; what is no cause, or one of a newer program, stays as it is. */
export function causeText(cause: string | number, language: Language): string | number {
  if (typeof cause === 'number' || !cause.startsWith(prefix)) return cause;
  return cause
    .split(' ')
    .map((one) => oneText(one, language))
    .join(language === 'en' ? '; ' : '；');
}

function oneText(cause: string, language: Language): string {
  const [, code = '', query = ''] = /^cause:([\w-]+)(?:\?(.*))?$/s.exec(cause) ?? [];
  if (!Object.hasOwn(causeTexts, code)) return cause;
  const values = query === '' ? [] : query.split('&').map((pair) => valueIn(pair, language));
  return fill(causeTexts[code as CauseCode][language], Object.fromEntries(values)); // a key, as just looked up
}

function valueIn(pair: string, language: Language): readonly [name: string, value: string | number] {
  const at = pair.indexOf('=');
  const name = pair.slice(0, at);
  const value = decoded(pair.slice(at + 1));
  if (causeHoles.some((hole) => hole === name)) return [name, causeText(value, language)];
  const [chinese = value, english = value] = value.split(between);
  return [name, language === 'en' ? english : chinese];
}

/** Cut off or written by somebody else, it stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const codeForm = /^[A-Z][A-Z0-9_]+$/;

/** Why something failed: our own cause, what the operating system or a library names by a code, or else its own words, quoted. */
export function causeOf(error: unknown): Cause {
  const { message, code, issues, cause } = partsOf(error);
  if (message.startsWith(prefix)) return storedCause(message);
  if (Array.isArray(issues)) return causeOfIssues(issues as readonly Issue[]); // zod's own errors have them
  if (typeof code === 'string' && codeForm.test(code)) return causeOfCode(code);
  if (cause !== undefined) return causeOf(cause);
  if (error instanceof SyntaxError) {
    const at = /position (\d+)/.exec(message)?.[1];
    return at === undefined ? because('not-json') : because('not-json-at', { position: at });
  }
  const network = /net::(ERR_[A-Z0-9_]+)/.exec(message)?.[1];
  if (network !== undefined) return causeOfNetwork(network);
  return message === '' ? because('not-said') : because('said', { words: visibleText(message) });
}

function partsOf(error: unknown): Readonly<{ message: string; code: unknown; issues: unknown; cause: unknown }> {
  const { message, code, issues, cause } = (typeof error === 'object' && error !== null ? error : {}) as {
    [name in 'message' | 'code' | 'issues' | 'cause']?: unknown;
  }; // each is looked at before it is used
  return { message: typeof message === 'string' ? message : String(error), code, issues, cause };
}

/** A code of the operating system, of SQLite or of the network: in words where we have them, else as it is. */
export function causeOfCode(code: string): Cause {
  if (!codeForm.test(code)) return because('said', { words: visibleText(code) });
  const family = /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code;
  if (Object.hasOwn(causeTexts, family)) return asCause(`${prefix}${family}`);
  return because('error-code', { code });
}

/** A code of the browser, `ERR_NAME_NOT_RESOLVED`: in words where we have them. */
export const causeOfNetwork = (code: string): Cause =>
  Object.hasOwn(causeTexts, code) ? causeOfCode(code) : because('network-error', { code });

/** What zod says of a value, as far as it is needed here. */
type Issue = Readonly<{
  code: string;
  path: readonly PropertyKey[];
  message: string;
  input?: unknown;
  keys?: readonly string[];
  values?: readonly unknown[];
  minimum?: number | bigint;
  maximum?: number | bigint;
}>;

const mostIssues = 3;

/** What is wrong with the form of a value, by its fields. */
function causeOfIssues(issues: readonly Issue[]): Cause {
  return allCauses(issues.slice(0, mostIssues).map(causeOfIssue));
}

function causeOfIssue({ code, path, message, keys, values, minimum, maximum }: Issue): Cause {
  const field = path.map(String).join('.') || '–';
  if (message.startsWith(prefix)) return because('field', { field, why: storedCause(message) });
  switch (code) {
    case 'unrecognized_keys':
      return because('field-unknown', { field, keys: (keys ?? []).join(', ') });
    case 'invalid_value':
      return because('field-choice', { field, values: (values ?? []).map(String).join(', ') });
    case 'too_small':
      return because('field-too-small', { field, least: String(minimum) });
    case 'too_big':
      return because('field-too-large', { field, most: String(maximum) });
    case 'invalid_type':
      return /received undefined/.test(message)
        ? because('field-missing', { field })
        : because('field-type', { field });
    default:
      return because('field-unfit', { field });
  }
}
