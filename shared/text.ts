/** The languages that a person reads in Fascicle. Every text a person reads exists in both. */
export type Language = 'zh-CN' | 'en';

type InBoth = Readonly<Record<Language, string>>;
declare const audience: unique symbol;

/** One text in both languages, side by side, so that neither can be forgotten. It may be printed on what is filed. */
export type Text = InBoth & { readonly [audience]?: 'court' };

/**
 * A text for whoever works on the case: advice, doubts, what is still to be done, options of the command. It is no `Text`,
 * and its words are no `FiledWords`: nothing that draws a page takes them. Made by `forUser` only.
 */
export type UserText = InBoth & { readonly [audience]: 'user' };

/** The words of a text for the user, in a language. Made by `sayToUser` and `toUser` only. */
export type UserWords = string & { readonly [audience]: 'user' };

/** Words that a page may show: any but those for the user. */
export type FiledWords = string & { readonly [audience]?: 'court' };

/** A table of texts whose texts are for the user, however deep they lie in it. */
export type ForUser<T> = {
  readonly [Name in keyof T]: T[Name] extends InBoth
    ? T[Name] & UserText
    : T[Name] extends object
      ? ForUser<T[Name]>
      : T[Name];
};

/** Marks a table of texts as said to the user, never on a paper. */
export const forUser = <T extends object>(table: T): ForUser<T> => table as ForUser<T>; // the mark is of the types alone

/** Words that a person wrote for those who work on the case: notes, drafts, reasons. */
export const toUser = (words: string): UserWords => words as UserWords; // a person may write what she likes

declare const madeAs: unique symbol;

/** Why something is so: a code of `messages/causes/` with its values in one word without blanks. Made by `because` only. */
export type Cause = string & { readonly [madeAs]: 'cause' };

/** Words that a person wrote, shown as they were written. Made by `inOwnWords` only. */
export type OwnWords = string & { readonly [madeAs]: 'own words' };

/** Places of a text where a cause is put into words: nothing else goes there. What is in any other place is shown as it is. */
export const causeHoles = ['why', 'what', 'where', 'detail', 'error', 'use', 'state', 'wish'] as const;
type CauseHole = (typeof causeHoles)[number];

/** `{count} of {name|a|b} {numbers:c|d}` → `'count' | 'name' | 'numbers'`. */
type HolesIn<T extends string> = T extends `${string}{${infer Hole}}${infer Rest}`
  ? NameOf<Hole> | HolesIn<Rest>
  : never;
type NameOf<Hole extends string> = Hole extends `${infer Name}|${string}`
  ? NameOf<Name>
  : Hole extends `${infer Name}:${string}`
    ? Name
    : Hole;

/** What fills the places of a text: numbers and names, and causes where a cause belongs. */
export type ParamsOf<T extends string> = Readonly<{
  [Name in HolesIn<T>]: Name extends CauseHole ? Cause | OwnWords : string | number;
}>;

/** Values of a text that is not known by its code: as `ParamsOf`, whatever the places are called. */
export type Values = Readonly<Record<string, string | number>> & Readonly<{ [Name in CauseHole]?: Cause | OwnWords }>;

/**
 * Fills the places of a text:
 * - `{name}`: the value.
 * - `{name|item|items}`: the word that goes with a count, by the value: the first for 1, the second for any other.
 * - `{name:page|pages}`: the word that goes with numbers, by the value: the first for one number (`6`), the second for a
 *   range or a list (`6–9`, `6, 9`).
 *
 * A value that ends in a full stop loses it before that of the text. A place without a value stays visible, so that a gap is seen and not guessed.
 */
export function fill(template: string, params: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(
    /\{(\w+)(?:([|:])([^{}|]*)\|([^{}|]*))?\}/g,
    (placeholder, name: string, by: '|' | ':' | undefined, one = '', many = '', at: number, whole: string) => {
      const value = params[name];
      if (value === undefined) return placeholder;
      if (by === undefined) return beforeStop(String(value), whole[at + placeholder.length]);
      const alone = by === '|' ? String(value) === '1' : !/[\s–,、]/.test(String(value));
      return String(alone ? one : many);
    },
  );
}

const beforeStop = (value: string, next: string | undefined): string => {
  if (next === '。' || next === '；') return value.replace(/[。；]+$/u, '');
  return next === '.' ? value.replace(/\.$/u, '') : value;
};
