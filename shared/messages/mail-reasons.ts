import type { Text } from '../language.ts';

/** What was found of a mail's signatures and of the files that it carried. Codes are kept for ever: records hold them. */
export const mailReasons = {
  'dkim-valid': {
    'zh-CN':
      'DKIM 签名有效（{domain}，选择符 {selector}）：持有该域名密钥的服务器对下列邮件头及正文作了签名，此后未被改动：{signed}。公钥由 DNS 于 {askedAt} 返回。签名不证明发送时间，也不证明由谁撰写。',
    en: 'The DKIM signature of {domain} (selector {selector}) is valid: a server that holds this domain’s key signed these header fields and the body, and they are unchanged since: {signed}. The DNS gave the key at {askedAt}. It proves neither when the mail was sent nor who wrote it.',
  },
  'dkim-signed-in-part': {
    'zh-CN': '{domain} 的 DKIM 签名只涵盖正文的前一部分（l=）：末尾 {octets} 字节未经签名，可能为他人所加。',
    en: 'The DKIM signature of {domain} covers only the first part of the body (l=): its last {octets} bytes are unsigned and may have been added by anybody.',
  },
  'dkim-fields-unsigned': {
    'zh-CN': '{domain} 的 DKIM 签名不涵盖以下邮件头（或同名邮件头多于签名所列）：{fields}。',
    en: 'The DKIM signature of {domain} does not cover these fields, or there are more of them than it covers: {fields}.',
  },
  'dkim-other-domain': {
    'zh-CN': '签名域名 {domain} 与发件人地址的域名 {from} 不同。',
    en: 'The domain that signed, {domain}, is not that of the From address, {from}.',
  },
  'dkim-testing': {
    'zh-CN': '{domain} 在 DNS 中标明其 DKIM 密钥处于测试状态（t=y）。',
    en: 'The DNS of {domain} marks its DKIM key as a test (t=y).',
  },
  'dkim-expired': {
    'zh-CN': '{domain} 的 DKIM 签名自载的有效期至 {until}。',
    en: 'By its own words the DKIM signature of {domain} was to be checked until {until}.',
  },
  'dkim-line-ends': {
    'zh-CN': '所存邮件文件的换行为 LF；核验 DKIM 时按传输格式 CRLF 计算。',
    en: 'The saved file has LF line ends; DKIM was checked over the CRLF that a mail travels with.',
  },
  'dkim-body-differs': {
    'zh-CN':
      'DKIM 签名无效（{domain}，选择符 {selector}）：正文与签名所载哈希值不符。邮件可能在签名后被改动，也可能因邮件列表附加内容或邮件软件另存所致。',
    en: 'The DKIM signature of {domain} (selector {selector}) is invalid: the body is not the one that was signed. It was changed after signing; mailing lists and programs that save a mail anew do that too.',
  },
  'dkim-length-wrong': {
    'zh-CN': 'DKIM 签名无效（{domain}，选择符 {selector}）：正文短于签名所载长度（{detail}）。',
    en: 'The DKIM signature of {domain} (selector {selector}) is invalid: the body is shorter than what was signed ({detail}).',
  },
  'dkim-signature-wrong': {
    'zh-CN':
      'DKIM 签名无效（{domain}，选择符 {selector}）：邮件头与签名不符，或 DNS 现有公钥并非签名所用。公钥由 DNS 于 {askedAt} 返回。',
    en: 'The DKIM signature of {domain} (selector {selector}) is invalid: the header fields are not those that were signed, or the key that the DNS gave at {askedAt} is not the one that signed.',
  },
  'dkim-key-unfit': {
    'zh-CN': 'DKIM 签名无效（{domain}，选择符 {selector}）：DNS 中的公钥记录不能用于此签名（{detail}）。',
    en: 'The DKIM signature of {domain} (selector {selector}) is invalid: the key in the DNS is not fit for it ({detail}).',
  },
  'dkim-no-key': {
    'zh-CN':
      'DKIM 签名无法核验（{domain}，选择符 {selector}）：DNS 中没有公钥（{detail}）。域名会更换并撤下旧密钥，这并不说明签名有假。',
    en: 'The DKIM signature of {domain} (selector {selector}) cannot be checked: its DNS has no key ({detail}). Domains change their keys and take old ones away; this does not speak against the signature.',
  },
  'dkim-no-answer': {
    'zh-CN': '未核验 DKIM 签名（{domain}，选择符 {selector}）：DNS 未答复（{detail}）。可在联网的设备上再次导入。',
    en: 'The DKIM signature of {domain} (selector {selector}) was not checked: no answer from the DNS ({detail}). Import it again where there is a network.',
  },
  'dkim-not-asked': {
    'zh-CN': '未核验 DKIM 签名（{domain}，选择符 {selector}）：按要求未查询 DNS。正文与签名所载哈希值相符。',
    en: 'The DKIM signature of {domain} (selector {selector}) was not checked: the DNS was not to be asked. The body fits the hash in the signature.',
  },
  'dkim-not-usable': {
    'zh-CN': '未核验 DKIM 签名（{domain}，选择符 {selector}）：不符合标准或其算法已不再采用（{detail}）。',
    en: 'The DKIM signature of {domain} (selector {selector}) was not checked: it does not keep to the standard, or its algorithm is no longer taken ({detail}).',
  },
  'attachments-without-pages': {
    'zh-CN': '{count} 个附件未能生成页面（{names}），原因见邮件页所列；附件原件已保存。',
    en: '{count} attachments could not become pages ({names}); the mail’s page says why. They are stored as they are.',
  },
  'attachment-too-deep': {
    'zh-CN': '邮件嵌套超过 {depth} 层，其内容未展开；原件已保存。',
    en: 'Mails within mails over {depth} deep: its content was not opened. It is stored as it is.',
  },
  'attachment-out-of-time': {
    'zh-CN': '附件处理超过 {seconds} 秒，此后的附件未生成页面；原件已保存。',
    en: 'The attachments took over {seconds} s: no pages were made of those that follow. They are stored as they are.',
  },
  'attachment-too-many': {
    'zh-CN': '附件超过 {count} 个，此后的附件未生成页面；原件已保存。',
    en: 'Over {count} attachments: no pages were made of those that follow. They are stored as they are.',
  },
} as const satisfies Record<string, Text>;
