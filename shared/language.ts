/** The languages that a person reads in Fascicle. Every text a person reads exists in both. */
export type Language = 'zh-CN' | 'en';

/** One text in both languages, side by side, so that neither can be forgotten. */
export type Text = Readonly<Record<Language, string>>;

/** The language of a case and of its bundles: one, or both together. */
export const caseLanguages = ['zh-CN', 'en', 'zh-CN+en'] as const;
export type CaseLanguage = (typeof caseLanguages)[number];

/** `'zh-CN+en'` → `['zh-CN', 'en']`. */
export function languagesOf(language: CaseLanguage): readonly Language[] {
  return language === 'zh-CN+en' ? ['zh-CN', 'en'] : [language];
}

/** Fills `{name}` places of a text. A place without a value stays visible, so that a gap is seen and not guessed. */
export function fill(template: string, params: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => (name in params ? String(params[name]) : place));
}

/** What the places of a text are filled with: the same in every language, or a text of its own in each. */
export type Params = Readonly<Record<string, string | number | Text>>;

/** A text in the language asked for, or in both, joined by ` / `. */
export function say(text: Text, language: CaseLanguage, params: Params = {}): string {
  return languagesOf(language)
    .map((one) => {
      const values = Object.entries(params).map(
        ([name, value]) => [name, typeof value === 'object' ? value[one] : value] as const,
      );
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

/** A name with what is said of it in brackets; alone where nothing is. */
export function bracketed(name: string, within: string | null | undefined, language: CaseLanguage): string {
  if (!within) return name;
  return language === 'en' ? `${name} (${within})` : `${name}（${within}）`;
}
