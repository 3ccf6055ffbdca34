import type { Text } from '../../text.ts';

/** What is wrong with keys, time-stamp services and what they answer. */
export const sealCauses = {
  'key-count': { 'zh-CN': '文件中有 {count} 个密钥，应为一个', en: 'it holds {count} {count|key|keys} instead of one' },
  'key-type': { 'zh-CN': '{type} 密钥不能用于 PDF 签名', en: 'a key of type {type} cannot sign a PDF' },
  'key-short': { 'zh-CN': 'RSA 密钥过短', en: 'its RSA key is too short' },
  'key-curve': { 'zh-CN': '不支持其曲线 {curve}', en: 'its curve {curve} is not supported' },
  'key-without-certificate': { 'zh-CN': '没有与密钥相应的证书', en: 'it holds no certificate of its key' },
  'key-not-now': { 'zh-CN': '证书有效期为 {from} 至 {to}', en: 'its certificate is valid from {from} to {to}' },
  'key-use': { 'zh-CN': '证书不允许用于签名', en: 'its certificate does not allow signatures' },
  'key-too-long': {
    'zh-CN': '其证书需占用 {bytes} 字节，超出预留',
    en: 'its certificates take {bytes} bytes, more than is reserved',
  },
  'key-form': {
    'zh-CN': '文件不是 PKCS #12，或其中内容无法读取',
    en: 'it is not a PKCS #12 file, or its content cannot be read',
  },
  'key-passphrase': { 'zh-CN': '口令不对', en: 'the passphrase is wrong' },
  'service-said': { 'zh-CN': '{url}：{why}', en: '{url}: {why}' },
  'http-status': { 'zh-CN': '服务器回应 HTTP {status}', en: 'the server answered HTTP {status}' },
  'longer-than': { 'zh-CN': '超过 {most} 字节', en: 'it is longer than {most} bytes' },
  'stamp-refused': { 'zh-CN': '服务拒绝（状态 {status}）', en: 'the service refused (status {status})' },
  'token-fault': { 'zh-CN': '令牌不可用（{codes}）', en: 'its token cannot be used ({codes})' },
} as const satisfies Record<string, Text>;
