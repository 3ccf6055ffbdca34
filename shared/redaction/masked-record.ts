import type { ItemRecord } from '../case/record.ts';
import { languagesOf, type CaseLanguage, type Language, type Text } from '../language.ts';
import { bareWords, says, saysAny } from './same-words.ts';

const redacted: Text = { 'zh-CN': '（已遮盖）', en: '(redacted)' };
const mask: Text = { 'zh-CN': '【已遮盖】', en: '[redacted]' };

/** A mark becomes a part of what it is put into, which has one language. */
const spokenFirst = (language: CaseLanguage): Language => languagesOf(language)[0] ?? 'zh-CN';

/** Fields whose values are ours or are looked up by their value: codes, ids, hashes, times. */
const fixed: ReadonlySet<string> = new Set([
  ...['v', 'kind', 'item', 'category', 'outcome', 'startedAt', 'endedAt', 'monotonic', 'artifacts', 'program'],
  ...[
    'redaction',
    'region',
    'stitched',
    'job',
    'earlier',
    'step',
    'code',
    'sha256',
    'as',
    'device',
    'seenBy',
    'status',
  ],
]);

/** The title of a redacted copy says what it is. */
export function redactedTitle(title: string, language: CaseLanguage): string {
  const ending = redacted[spokenFirst(language)];
  return title.endsWith(ending) ? title : `${title}${language === 'en' ? ' ' : ''}${ending}`;
}

/** A record without the words: wherever a field says one of them, a mark that says so stands in their place. */
export function maskedRecord<R extends ItemRecord>(record: R, words: readonly string[], language: CaseLanguage): R {
  return masked(record, (text) => withoutWords(text, words, language)) as R; // strings stay strings
}

/** Parameters of reasons that quote what a page says. */
const quoting: ReadonlySet<string> = new Set(['words', 'text']);

/**
 * A record whose reasons quote nothing of the page: what a copy covers may be in the quotation, wherever it was drawn. The
 * reason stays; a mark is in the place of the words.
 */
export function unquotedRecord<R extends ItemRecord>(record: R, language: CaseLanguage): R {
  return unquoted(record, mask[spokenFirst(language)]) as R; // only strings within parameters change
}

function unquoted(value: unknown, mark: string): unknown {
  if (Array.isArray(value)) return (value as readonly unknown[]).map((one) => unquoted(one, mark));
  if (typeof value !== 'object' || value === null) return value;
  const isReason = 'code' in value && 'params' in value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, unknown]) => {
      if (!isReason || name !== 'params' || typeof one !== 'object' || one === null) return [name, unquoted(one, mark)];
      const params = Object.entries(one).map(([key, said]: [string, unknown]) => [
        key,
        quoting.has(key) && typeof said === 'string' ? mark : said,
      ]);
      return [name, Object.fromEntries(params)];
    }),
  );
}

/** A text without the words, a mark in their place. */
export function withoutWords(text: string, words: readonly string[], language: CaseLanguage): string {
  return maskedText(text, words, mask[spokenFirst(language)]);
}

function masked(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return (value as readonly unknown[]).map((one) => masked(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, fixed.has(name) ? one : masked(one, change)]),
  );
}

/** A text without the words. Where they are written so that their place in it is not plain, nothing of it is left. */
export function maskedText(text: string, words: readonly string[], mark: string): string {
  return words.reduce((left, one) => {
    if (!says(left, one)) return left;
    const cut = left.replace(spelled(one), mark);
    if (!says(cut, one)) return cut;
    const [origin] = /^https?:\/\/[^/?#]+/i.exec(left) ?? [];
    return origin !== undefined && !says(origin, one) ? `${origin}/${mark}` : mark;
  }, text);
}

/** The words with whatever {@link bareWords} passes over between their letters. */
function spelled(words: string): RegExp {
  const letters = Array.from(bareWords(words), (letter) => letter.replace(/[$()*+./?[\\\]^{|}-]/g, '\\$&'));
  return new RegExp(letters.join('[\\s\\p{Cf}\\p{Pd}\\u2212_.·•・‧()（）]*'), 'giu');
}

/** Every text of some data, with its way from the top: `exhibits.3.title`. Numbers are sizes and counts. */
function* textsIn(value: unknown, path = ''): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (value instanceof Map) for (const [name, one] of value) yield* textsIn(one, `${path}.${String(name)}`);
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
    for (const [name, one] of Object.entries(value)) yield* textsIn(one, path === '' ? name : `${path}.${name}`);
}

/** The path of the first text that still says one of the words (`exhibits.3.title`); null where none does. */
export function pathSaying(value: unknown, words: readonly string[]): string | null {
  for (const [path, text] of textsIn(value)) if (saysAny(text, words)) return path;
  return null;
}
