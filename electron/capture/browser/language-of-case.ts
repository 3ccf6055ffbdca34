import type { CaseLanguage } from '../../../shared/language.ts';

const languages: ReadonlyMap<CaseLanguage, string> = new Map([
  ['zh-CN', 'zh-CN,zh'],
  ['en', 'en-US,en'],
  ['zh-CN+en', 'zh-CN,zh,en'],
]);

/** Languages that a browser asks for, most wanted first, where nobody chose others: those of the case. */
export const languageOfCase = (language: CaseLanguage): string => languages.get(language) ?? 'zh-CN,zh';
