import { inBoth, onOneLine, sideIn, sidesOf } from './bilingual.ts';
import { causeText } from './cause.ts';
import { causeHoles, fill, toUser, type Language, type Text, type UserText, type UserWords } from './text.ts';

export { fill, type FiledWords, type Language, type Text, type UserText, type UserWords } from './text.ts';

/** The language of a case and of its bundles: one, or both together. */
export const caseLanguages = ['zh-CN', 'en', 'zh-CN+en'] as const;
export type CaseLanguage = (typeof caseLanguages)[number];

/** `'zh-CN+en'` → `['zh-CN', 'en']`. */
export function languagesOf(language: CaseLanguage): readonly Language[] {
  return language === 'zh-CN+en' ? ['zh-CN', 'en'] : [language];
}

/** `counted(1, 'item', 'items')` → `1 item`; `counted(0, 'item', 'items')` → `0 items`. */
export function counted(count: number, one: string, many: string): string {
  return fill('{count} {count|' + one + '|' + many + '}', { count });
}

/** What the places of a text are filled with: the same in every language, or a text of its own in each. */
export type Params = Readonly<Record<string, string | number | Text | UserText>>;

/**
 * Words made in each language by itself: alone, or both as one value (`bilingual.ts`). `of` is the side of other words that
 * is in that language.
 */
export function inEach(
  language: CaseLanguage,
  words: (one: Language, of: (words: string) => string) => string,
): string {
  if (language !== 'zh-CN+en') return words(language, (said) => said);
  return inBoth(
    words('zh-CN', (said) => sideIn(said, 'zh-CN')),
    words('en', (said) => sideIn(said, 'en')),
  );
}

/** A text in the language asked for, or in both. */
export function say(text: Text, language: CaseLanguage, params: Params = {}): string {
  return inWords(text, language, params);
}

/** The same of a text for the user: its words are none for a page. */
export function sayToUser(text: UserText, language: CaseLanguage, params: Params = {}): UserWords {
  return toUser(inWords(text, language, params));
}

function inWords(text: Text | UserText, language: CaseLanguage, params: Params): string {
  return inEach(language, (one, of) => {
    const values = Object.entries(params).map(([name, value]) => {
      const plain = typeof value === 'object' ? value[one] : typeof value === 'string' ? of(value) : value;
      return [name, causeHoles.some((hole) => hole === name) ? causeText(plain, one) : plain] as const;
    });
    return fill(text[one], Object.fromEntries(values));
  });
}

/** Names or numbers one after the other, as the language has it. */
export function listed(parts: readonly string[], language: CaseLanguage): string {
  return inEach(language, (one, of) => parts.map(of).join(one === 'en' ? ', ' : '、'));
}

/** Statements one after the other: as `listed`, but more apart. One that goes on has no full stop. */
export function listedApart(parts: readonly string[], language: CaseLanguage): string {
  return inEach(language, (one, of) => {
    const all = parts.map(of);
    return all.map((part, at) => (at < all.length - 1 ? withoutStop(part) : part)).join(one === 'en' ? '; ' : '；');
  });
}

/** A statement without its full stop: the sentence that it stands in has its own. That of an abbreviation is kept. */
export const withoutStop = (text: string): string => text.replace(/[。；;]+$|(?<=[\p{Ll}\p{N}”"'）)]{3})\.$/u, '');

/** A name and what is said under it, with the colon of the language. */
export function labelled(name: string, value: string, language: CaseLanguage): string {
  // What has one language is said once, behind the name in both.
  if (language === 'zh-CN+en' && sidesOf(value).length === 1) return `${onOneLine(name)}：${sidesOf(value)[0]}`;
  return inEach(language, (one, of) => `${of(name)}${one === 'en' ? ': ' : '：'}${of(value)}`);
}

/** A thing and what is said of it behind a comma, that of the language. */
export function besides(thing: string, said: string, language: CaseLanguage): string {
  return inEach(language, (one, of) => `${of(thing)}${one === 'en' ? ', ' : '，'}${of(said)}`);
}

/** A name with what is said of it in brackets; alone where nothing is. */
export function bracketed(name: string, within: string | null | undefined | false, language: CaseLanguage): string {
  if (!within) return name;
  return inEach(language, (one, of) => (one === 'en' ? `${of(name)} (${of(within)})` : `${of(name)}（${of(within)}）`));
}
