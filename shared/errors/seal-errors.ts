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
} as const satisfies Record<string, ErrorText>;
