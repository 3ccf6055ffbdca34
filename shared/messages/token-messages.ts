import type { Text } from '../language.ts';

/** What is found wrong with a time-stamp token, or is worth saying of it. */
export const tokenTexts = {
  'token-unreadable': {
    'zh-CN': '时间戳令牌不符合标准，无法采信：{why}',
    en: 'the time-stamp token is not as the standards have it: {why}',
  },
  'token-weak-imprint': {
    'zh-CN': '时间戳所用的哈希算法 {hash} 不足以证明内容',
    en: 'the time stamp is over a {hash}, which proves nothing',
  },
  'token-imprint-unchecked': {
    'zh-CN': '时间戳使用 {hash}，此处没有可比对的哈希值',
    en: 'the time stamp is over a {hash}, and there is none here to compare it with',
  },
  'token-imprint-differs': {
    'zh-CN': '时间戳针对的是其他内容：令牌中的哈希值为 {found}，应为 {expected}',
    en: 'the time stamp is over something else: its digest is {found}, not {expected}',
  },
  'token-nonce-differs': {
    'zh-CN': '时间戳答复与请求不对应（随机数不同）：可能是旧答复',
    en: 'the time stamp answers another request (its nonce differs): it may be an old answer',
  },
  'token-policy-differs': {
    'zh-CN': '时间戳的策略为 {found}，请求的是 {expected}',
    en: 'the time stamp is under policy {found}, not {expected} as asked for',
  },
  'token-signer-missing': {
    'zh-CN': '找不到签发时间戳的证书',
    en: 'the certificate that signed the time stamp is not to be found',
  },
  'token-signer-unfit': {
    'zh-CN': '证书“{name}”不得签发时间戳：{why}',
    en: 'the certificate "{name}" may not sign time stamps: {why}',
  },
  'token-name-differs': {
    'zh-CN': '时间戳自称由“{name}”签发，签名证书却属于“{signer}”',
    en: 'the time stamp says that "{name}" made it, but the certificate is that of "{signer}"',
  },
  'token-content-differs': {
    'zh-CN': '时间戳的内容在签名之后被改动',
    en: 'what the time stamp says was changed after it was signed',
  },
  'token-weak-signature': {
    'zh-CN': '时间戳的签名使用 {hash}，不足以证明来源',
    en: 'the time stamp is signed with {hash}, which proves nothing',
  },
  'token-certificate-unbound': {
    'zh-CN': '签名没有指明这张证书（缺少签名证书标识或与之不符）',
    en: 'the signature does not name this certificate (its signing-certificate attribute is missing or is another’s)',
  },
  'token-signature-bad': { 'zh-CN': '时间戳的签名无效', en: 'the time stamp’s signature is not valid' },
  'token-algorithm-unknown': {
    'zh-CN': '本程序无法核验此签名：{why}',
    en: 'this program cannot check the signature: {why}',
  },
  'token-untrusted': {
    'zh-CN': '“{name}”的证书链不通向任何受信任的根证书（可用 --anchor 指定）',
    en: 'the certificate of "{name}" leads to no trusted root (name one with --anchor)',
  },
  'token-not-valid-then': {
    'zh-CN': '时间戳签发时，证书“{name}”不在有效期内',
    en: 'the certificate "{name}" was not valid when the time stamp was made',
  },
  'token-issuer-unfit': { 'zh-CN': '证书链不合格：{name}', en: 'the chain of certificates is not sound: {name}' },
  'token-revoked': {
    'zh-CN': '证书“{name}”已于 {at} 被吊销',
    en: 'the certificate "{name}" was revoked at {at}',
  },
  'token-revocation-unchecked': {
    'zh-CN': '没有关于证书“{name}”是否被吊销的答复',
    en: 'there is no answer as to whether the certificate "{name}" was revoked',
  },
} as const satisfies Record<string, Text>;

export type TokenFindingCode = keyof typeof tokenTexts;
