import type { Facts, StoredExhibit } from '../reading/stored-facts.ts';
import type { StoredCheck, StoredFile, StoredRecord, StoredStep } from '../reading/stored-record.ts';
import { withoutBlanks } from '../reading/printed-words.ts';

/** What a sentence says, key by key: the number of an exhibit, or it with a value (`1|200`). */
export type Keys = readonly string[];
export type FoundParts = Readonly<Record<string, string>>;

/**
 * A kind of sentence: how it reads in both languages, which fields of the records it rests on, what a printed one says, and
 * what the records bear out. What is said and not borne out is contradicted; what is borne out and not said, is left out.
 *
 * In a pattern `{name}` takes any words, `(s)` an s or none, `[a|b]` one of several.
 */
export type Statement = Readonly<{
  id: string;
  zh: string;
  en: string;
  rests: string;
  says?: (found: FoundParts) => Keys;
  holds: (facts: Facts) => Keys;
}>;

export const always = (): Keys => ['said'];
/** Of a sentence that stands in every paper of its kind, as it is. */
export const when =
  (condition: (facts: Facts) => boolean) =>
  (facts: Facts): Keys =>
    condition(facts) ? ['said'] : [];

/** Numbers of exhibits, as a list has them, alone or as ranges. */
export const numbersIn = (text = ''): readonly string[] =>
  [...text.matchAll(/(\d+)(?:–(\d+))?/gu)].flatMap(([, from = '', to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => String(Number(from) + at)),
  );
export const ofNumbers = ({ numbers = '' }: FoundParts): Keys => numbersIn(numbers);

/** Numbers with the values that the sentence gives, blanks left out. */
export const withValues =
  (...names: readonly string[]) =>
  (found: FoundParts): Keys =>
    numbersIn(found['numbers'] ?? found['number']).map((number) =>
      [number, ...names.map((name) => found[name] ?? '')].join('|'),
    );

type Value = string | number | null | undefined;

/** Keys of the exhibits for which `of` gives values; null: the sentence is not about this one. */
export const exhibitsWith =
  (of: (exhibit: StoredExhibit, facts: Facts) => readonly Value[] | null) =>
  (facts: Facts): Keys =>
    facts.exhibits.flatMap((exhibit) => {
      const values = of(exhibit, facts);
      return values === null
        ? []
        : [[exhibit.number, ...values.map((value) => withoutBlanks(String(value ?? '')))].join('|')];
    });

export const exhibitsWhere = (condition: (record: StoredRecord, exhibit: StoredExhibit, facts: Facts) => boolean) =>
  exhibitsWith((exhibit, facts) => (condition(exhibit.record, exhibit, facts) ? [] : null));

export const isCaptureRecord = (record: StoredRecord): boolean => record.kind === 'capture';
export const artifactsOf = (record: StoredRecord): readonly StoredFile[] => record.artifacts;
export const has = (record: StoredRecord, ...roles: readonly string[]): boolean =>
  artifactsOf(record).some((one) => roles.includes(one.role));
export const checksOf = (record: StoredRecord): readonly StoredCheck[] => record.checks ?? [];
export const stepsOf = (record: StoredRecord): readonly StoredStep[] => record.steps;
export const digitsIn = (text: string): string => (text.match(/\d+/g) ?? []).join(',');
/** As `digitsIn`, without noughts: “none” is one, too. */
export const nonzeroIn = (text: string): string =>
  (text.match(/\d+/g) ?? []).filter((one) => Number(one) !== 0).join(',');

/** `2019-05-06T01:30:00.000Z` as Beijing reads it, with UTC behind it, without blanks. */
export function beijing(instant: unknown): string {
  if (typeof instant !== 'string') return 'no such entry';
  const there = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  const plain = (text: string) => text.replace('T', '').replace('Z', '');
  return `${plain(there)}+08:00(UTC${plain(instant)})`;
}

const special = /[.*+?^${}()|[\]\\]/g;

/** The pattern as a regular expression over texts without blanks. */
export function patternOf(template: string): RegExp {
  const source = withoutBlanks(template)
    .split(/(\{\w+\}|\(s\)|\[[^\]]*\|[^\]]*\])/u)
    .map((part) => {
      if (/^\{\w+\}$/u.test(part)) return `(?<${part.slice(1, -1)}>.*?)`;
      if (part === '(s)') return 's?';
      if (/^\[.*\|.*\]$/u.test(part))
        return `(?:${part
          .slice(1, -1)
          .split('|')
          .map((one) => one.replace(special, '\\$&'))
          .join('|')})`;
      return part.replace(special, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`, 'u');
}
