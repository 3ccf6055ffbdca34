import type { Language } from '../../../shared/text.ts';

/** Which files that were written hold a credential that was learnt in a capture; nothing where none does. */
export function carriedLines(files: readonly string[], language: Language): readonly string[] {
  if (files.length === 0) return [];
  return [
    language === 'zh-CN'
      ? '! 以下文件含有本案取证时得知的登录凭据或令牌，移交前请遮盖或替换：'
      : '! These files contain a credential or token that was learnt in a capture of this case; redact or replace them before you hand them over:',
    ...files.map((name) => `    ${name}`),
  ];
}
