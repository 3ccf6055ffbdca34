import type { Text } from '../../language.ts';

/** What is found wrong with a time-stamp token, or is worth saying of it. */
export const tokenTexts = {
  'token-unreadable': {
    'zh-CN': '时间戳令牌不符合标准，无法采信：{why}',
    en: 'the time-stamp token does not conform to the standard: {why}',
  },
  'token-weak-imprint': {
    'zh-CN': '时间戳所用的哈希算法 {hash} 不足以证明内容',
    en: 'the time stamp uses the hash algorithm {hash}, which is too weak to prove anything',
  },
  'token-imprint-unchecked': {
    'zh-CN': '时间戳使用 {hash}，此处没有可比对的哈希值',
    en: 'the time stamp uses {hash}, and there is no such hash here to compare with',
  },
  'token-imprint-differs': {
    'zh-CN': '时间戳对应的是其他内容：令牌中的哈希值为 {found}，应为 {expected}',
    en: 'the time stamp covers different content: its hash is {found}, expected {expected}',
  },
  'token-nonce-differs': {
    'zh-CN': '时间戳答复与请求不对应（随机数不同）：可能是旧答复',
    en: 'the time stamp answers a different request (its nonce differs): it may be an old answer',
  },
  'token-policy-differs': {
    'zh-CN': '时间戳的策略为 {found}，请求的是 {expected}',
    en: 'the policy of the time stamp is {found}, requested was {expected}',
  },
  'token-signer-missing': {
    'zh-CN': '找不到签发时间戳的证书',
    en: 'the certificate that signed the time stamp was not found',
  },
  'token-signer-unfit': {
    'zh-CN': '证书“{name}”无权签发时间戳：{why}',
    en: 'certificate “{name}” is not authorised to issue time stamps: {why}',
  },
  'token-name-differs': {
    'zh-CN': '时间戳自载由“{name}”签发，签名证书却属于“{signer}”',
    en: 'the time stamp states that “{name}” issued it, but the certificate belongs to “{signer}”',
  },
  'token-content-differs': {
    'zh-CN': '时间戳的内容在签名之后被改动',
    en: 'the content of the time stamp was changed after signing',
  },
  'token-weak-signature': {
    'zh-CN': '时间戳的签名使用 {hash}，不足以证明来源',
    en: 'the time stamp is signed with {hash}, which is too weak to prove its origin',
  },
  'token-certificate-unbound': {
    'zh-CN': '签名没有指明这张证书（缺少签名证书标识或与之不符）',
    en: 'the signature does not identify this certificate (its signing-certificate attribute is missing or does not match)',
  },
  'token-signature-bad': { 'zh-CN': '时间戳的签名无效', en: 'the signature of the time stamp is invalid' },
  'token-algorithm-unknown': {
    'zh-CN': '本程序无法核验此签名：{why}',
    en: 'this program cannot verify the signature: {why}',
  },
  'token-untrusted': {
    'zh-CN': '“{name}”的证书链未通向任何受信任的根证书（可用 --anchor 指定）',
    en: 'the certificate of “{name}” does not lead to a trusted root (name one with --anchor)',
  },
  'token-not-valid-then': {
    'zh-CN': '时间戳签发时，证书“{name}”不在有效期内',
    en: 'certificate “{name}” was not valid when the time stamp was issued',
  },
  'token-issuer-unfit': {
    'zh-CN': '证书链无效：{name}：{why}',
    en: 'the certificate chain is invalid: {name}: {why}',
  },
  'token-revoked': {
    'zh-CN': '证书“{name}”已于 {at} 被吊销',
    en: 'certificate “{name}” was revoked at {at}',
  },
  'token-revocation-unchecked': {
    'zh-CN': '未取得证书“{name}”是否被吊销的答复',
    en: 'no answer on whether certificate “{name}” was revoked',
  },
  'entry-after-proof': {
    'zh-CN': '第 {seq} 条自称的时间 {wall} 晚于证明其已存在的时间戳 {at}：时钟不实',
    en: 'entry {seq} says {wall}, later than the stamp which proves that it existed ({at}): its clock was wrong',
  },
} as const satisfies Record<string, Text>;

export type TokenFindingCode = keyof typeof tokenTexts;
