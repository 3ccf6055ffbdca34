import type { Text } from '../../text.ts';

/** What keeps a DKIM signature from being verified, and what a mail holds in place of words. */
export const mailCauses = {
  'dkim-tags': { 'zh-CN': '其 {tags} 不符', en: 'its {tags} does not fit' },
  'dkim-tag-list': { 'zh-CN': '不是由标记组成的列表', en: 'it is not a list of tags' },
  'dkim-from-unsigned': { 'zh-CN': '其 h= 不含 From', en: 'its h= does not name From' },
  'dkim-key-short': { 'zh-CN': '{bits} 位的 RSA 密钥过短', en: 'an RSA key of {bits} bits is too short' },
  'dkim-revoked': { 'zh-CN': '密钥已撤销（p= 为空）', en: 'the key was withdrawn (p= is empty)' },
  'dkim-length': {
    'zh-CN': 'l={signed}，正文为 {found} 字节',
    en: 'l={signed}, the body has {found} {found|byte|bytes}',
  },
  'dns-no-name': { 'zh-CN': '没有此名称（{code}）', en: 'there is no such name ({code})' },
  'dns-no-data': { 'zh-CN': '此名称下没有 TXT 记录（{code}）', en: 'the name has no TXT record ({code})' },
  'not-outlook': { 'zh-CN': '其中没有 Outlook 邮件的内容', en: 'nothing of an Outlook message is in it' },
  'holds-types': { 'zh-CN': '{types}', en: '{types}' },
  'holds-more-types': { 'zh-CN': '{types}，另有 {count} 部分', en: '{types} and {count} more {count|part|parts}' },
} as const satisfies Record<string, Text>;
