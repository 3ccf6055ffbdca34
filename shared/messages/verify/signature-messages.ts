import type { Text } from '../../language.ts';

/** What `verify` says of the signatures and time stamps that were appended to a bundle. */
export const signatureTexts = {
  'revisions-appended': {
    'zh-CN': '证据册之后附加了 {count} 个签名或时间戳；证据册本身为前 {bytes} 字节，SHA-256 {sha256}',
    en: '{count} {count|signature or time stamp was|signatures or time stamps were} appended to the bundle; the bundle itself is the first {bytes} bytes, SHA-256 {sha256}',
  },
  'base-differs': {
    'zh-CN': '签名前的证据册 SHA-256 为 {found}，应为 {sha256}',
    en: 'the bundle before signing has SHA-256 {found}, expected {sha256}',
  },
  'signature-good': {
    'zh-CN': '第 {n} 个签名有效：证书“{name}”，自载签署时间 {at}',
    en: 'signature {n} is valid: certificate “{name}”, states that it was signed at {at}',
  },
  'signature-bad': { 'zh-CN': '第 {n} 个签名无效：{why}', en: 'signature {n} is invalid: {why}' },
  'signature-untrusted': {
    'zh-CN': '证书“{name}”未核验至任何机构（可用 --anchor 指定其根证书）：{why}',
    en: 'certificate “{name}” was not verified to an authority (name its root with --anchor): {why}',
  },
  'signature-trusted': {
    'zh-CN': '证书“{name}”由受信任的“{anchor}”签发',
    en: 'certificate “{name}” was issued under the trusted root “{anchor}”',
  },
  'signature-stamped': {
    'zh-CN': '第 {n} 个签名在 {at} 之前已存在（时间戳：{name}）',
    en: 'signature {n} existed before {at} (time stamp of {name})',
  },
  'document-stamped': {
    'zh-CN': '第 {n} 个时间戳之前的全部内容在 {at} 之前已存在（时间戳：{name}）',
    en: 'everything before time stamp {n} existed before {at} (time stamp of {name})',
  },
} as const satisfies Record<string, Text>;

export type SignatureFindingCode = keyof typeof signatureTexts;
