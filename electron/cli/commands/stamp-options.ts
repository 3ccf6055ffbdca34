/** Options of time stamps that several commands take, in their words. */

/** Roots to verify tokens of a case or a package by. */
export const anchorOption = {
  flags: '--anchor <pem>',
  about: {
    'zh-CN': '受信任的时间戳根证书（可重复）',
    en: 'a trusted root certificate of time-stamp services (repeatable)',
  },
  repeats: true,
} as const;

/** To ask services for a token. @param service how the command calls their address */
export const askingOptions = (service: '--tsa' | '--timestamp') =>
  [
    {
      flags: `${service} <url>`,
      about: { 'zh-CN': '时间戳服务地址（可重复，依次尝试）', en: 'a time-stamp service (repeatable, tried in order)' },
      repeats: true,
    },
    { flags: '--policy <oid>', about: { 'zh-CN': '要求的策略', en: 'policy to request' } },
    {
      flags: '--anchor <pem>',
      about: { 'zh-CN': '受信任的根证书（可重复）', en: 'a trusted root certificate (repeatable)' },
      repeats: true,
    },
  ] as const;
