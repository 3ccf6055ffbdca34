import type { ErrorText } from './error-text.ts';

const unchanged = { 'zh-CN': '案件未改动。', en: 'The case is unchanged.' } as const;

/** Errors of claims, their elements, the papers made of them, and the challenge check. */
export const claimsErrors = {
  'no-such-challenge': {
    message: {
      'zh-CN': '质证预演没有这样的意见：`{code} {target}`',
      en: 'The challenge check has no such finding: `{code} {target}`',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '运行 fascicle challenge 查看各条意见的代码和位置。',
      en: 'Run `fascicle challenge` to see code and place of each finding.',
    },
    exit: 1,
  },
  'challenge-not-answerable': {
    message: {
      'zh-CN': '`{code}` 会使文书失实，不能以理由代替改正',
      en: '`{code}` would make a paper untrue: a reason cannot take the place of a correction',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '请按其处理办法改正编排或时间线。',
      en: 'Correct the arrangement or the chronology as the finding says.',
    },
    exit: 1,
  },
  'claims-template-unknown': {
    message: {
      'zh-CN': '没有名为 {template} 的要件模板；可用模板：{known}',
      en: 'There is no claim template named {template}; available: {known}',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '请使用上列模板，或以 --template 文件.json 使用自备模板。',
      en: 'Use one of these, or your own file: --template FILE.json.',
    },
    exit: 2,
  },
  'claims-template-invalid': {
    message: { 'zh-CN': '要件模板 {path} 无效：{why}', en: 'The claim template {path} is invalid: {why}' },
    evidence: unchanged,
    next: {
      'zh-CN': '请参照 resources/claims/ 中的文件修改。',
      en: 'Use the files in resources/claims/ as a model.',
    },
    exit: 2,
  },
  'claims-without-template': {
    message: { 'zh-CN': '尚未选择要件模板', en: 'No claim template has been chosen yet' },
    evidence: unchanged,
    next: {
      'zh-CN': '请先选择模板：fascicle claims CASE --template prc-conduct-preservation',
      en: 'Choose one first: fascicle claims CASE --template prc-conduct-preservation',
    },
    exit: 1,
  },
  'claims-element-unknown': {
    message: {
      'zh-CN': '模板“{template}”中没有以下要件：{elements}',
      en: 'The template “{template}” does not have these elements: {elements}',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '请先将归入这些要件的证据移至模板所列要件，或改用含有这些要件的模板。',
      en: 'Move the exhibits mapped to them to elements of the template, or use a template that has these elements.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
