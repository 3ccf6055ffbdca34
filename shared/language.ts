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

/** A text in the language asked for, or in both, joined by ` / `. */
export function say(text: Text, language: CaseLanguage, params: Params = {}): string {
  return inWords(text, language, params);
}

/** The same of a text for the user: its words are none for a page. */
export function sayToUser(text: UserText, language: CaseLanguage, params: Params = {}): UserWords {
  return toUser(inWords(text, language, params));
}

function inWords(text: Text | UserText, language: CaseLanguage, params: Params): string {
  return languagesOf(language)
    .map((one) => {
      const values = Object.entries(params).map(([name, value]) => {
        const plain = typeof value === 'object' ? value[one] : value;
        return [name, causeHoles.some((hole) => hole === name) ? causeText(plain, one) : plain] as const;
      });
      return fill(text[one], Object.fromEntries(values));
    })
    .join(' / ');
}

/** Names or numbers one after the other, as the language has it; both together are set as Chinese, whose marks stand wide. */
export function listed(parts: readonly string[], language: CaseLanguage): string {
  return parts.join(language === 'en' ? ', ' : '、');
}

/** Statements one after the other: as `listed`, but more apart. */
export function listedApart(parts: readonly string[], language: CaseLanguage): string {
  return parts.join(language === 'en' ? '; ' : '；');
}

/** A name and what is said under it, with the colon of the language; both languages together have the narrow one. */
export function labelled(name: string, value: string, language: CaseLanguage): string {
  return language === 'zh-CN' ? `${name}：${value}` : `${name}: ${value}`;
}

/** A thing and what is said of it behind a comma, that of the language; both languages together have the wide one. */
export function besides(thing: string, said: string, language: CaseLanguage): string {
  return `${thing}${language === 'en' ? ', ' : '，'}${said}`;
}

/** A name with what is said of it in brackets; alone where nothing is. */
export function bracketed(name: string, within: string | null | undefined | false, language: CaseLanguage): string {
  if (!within) return name;
  return language === 'en' ? `${name} (${within})` : `${name}（${within}）`;
}
