import type { ErrorText } from './fascicle-error.ts';

const unchanged = { 'zh-CN': '案件未改动。', en: 'The case is unchanged.' } as const;

/** Errors of claims, their elements and the papers made of them. */
export const claimsErrors = {
  'claims-template-unknown': {
    message: {
      'zh-CN': '没有名为 {template} 的要件模板；现有：{known}',
      en: 'There is no claim template {template}; known: {known}',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '请改用现有模板，或以 --template 文件.json 使用自己的模板。',
      en: 'Use one of these, or a file of your own: --template FILE.json.',
    },
    exit: 2,
  },
  'claims-template-invalid': {
    message: { 'zh-CN': '要件模板 {path} 无效：{why}', en: 'The claim template {path} is not valid: {why}' },
    evidence: unchanged,
    next: {
      'zh-CN': '请参照 resources/claims/ 中的文件修改。',
      en: 'Correct it after the files in resources/claims/.',
    },
    exit: 2,
  },
  'claims-without-template': {
    message: { 'zh-CN': '尚未选择要件模板', en: 'No claim template is chosen yet' },
    evidence: unchanged,
    next: {
      'zh-CN': '请先选择：fascicle claims CASE --template prc-conduct-preservation',
      en: 'Choose one first: fascicle claims CASE --template prc-conduct-preservation',
    },
    exit: 1,
  },
  'claims-element-unknown': {
    message: {
      'zh-CN': '模板“{template}”没有这些要件：{elements}',
      en: 'The template “{template}” has no such elements: {elements}',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '请先把归入这些要件的证据移到模板所列的要件，或改用有这些要件的模板。',
      en: 'Move what is mapped to them to elements of the template, or use a template that has them.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
