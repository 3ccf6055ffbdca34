import type { ErrorText } from './fascicle-error.ts';

const unchanged = { 'zh-CN': '案件未作任何变更。', en: 'The case is unchanged.' } as const;

/** Errors of sealing, handing over and taking over. */
export const sealErrors = {
  'anchor-unreadable': {
    message: { 'zh-CN': '{path} 不是证书文件：{why}', en: '{path} is no certificate file: {why}' },
    evidence: unchanged,
    next: {
      'zh-CN': '请用 --anchor 指定时间戳服务机构公布的根证书（PEM 或 DER）。',
      en: 'Name the root certificate that the time-stamp service publishes (PEM or DER) with --anchor.',
    },
    exit: 1,
  },
  'package-exists': {
    message: { 'zh-CN': '{path} 已经存在', en: '{path} is there already' },
    evidence: {
      'zh-CN': '未写出移交包；案件未作任何变更。',
      en: 'No package was written; the case is unchanged.',
    },
    next: { 'zh-CN': '请换一个名称或移走原有文件。', en: 'Name another place, or move what is there.' },
    exit: 1,
  },
  'package-inside-case': {
    message: { 'zh-CN': '{path} 位于案件文件夹内', en: '{path} lies inside the case folder' },
    evidence: {
      'zh-CN': '未写出移交包；案件未作任何变更。',
      en: 'No package was written; the case is unchanged.',
    },
    next: { 'zh-CN': '请把移交包写到案件文件夹之外。', en: 'Write the package outside the case folder.' },
    exit: 1,
  },
  'package-without-bundle': {
    message: {
      'zh-CN': '案件中没有可移交的提交版证据册',
      en: 'The case holds no bundle of the filing edition to hand over',
    },
    evidence: {
      'zh-CN': '未写出移交包；案件未作任何变更。',
      en: 'No package was written; the case is unchanged.',
    },
    next: {
      'zh-CN': '请先用 fascicle bundle 生成证据册（不加 --out、--draft）。',
      en: 'Build one first: `fascicle bundle CASE`, without --out and --draft.',
    },
    exit: 1,
  },
  'package-not-stamped': {
    message: {
      'zh-CN': '时间戳服务未给出可用的令牌：{why}',
      en: 'No time-stamp service gave a token that is fit: {why}',
    },
    evidence: {
      'zh-CN': '未写出移交包；案件未作任何变更。',
      en: 'No package was written; the case is unchanged.',
    },
    next: {
      'zh-CN': '请稍后重试，或不加 --tsa 写出没有时间戳的移交包。',
      en: 'Try again later, or leave --tsa out for a package without a stamp.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
