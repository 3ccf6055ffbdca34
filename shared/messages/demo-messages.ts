import type { Text } from '../language.ts';

/** What the demo finds on its way, by the program's own checks. */
export const demoTexts = {
  deleted: {
    'zh-CN': '采集途中被删除的网页 {url}（HTTP {status}）：{said}',
    en: 'the page that was deleted on the way, {url} (HTTP {status}): {said}',
  },
  compressed: {
    'zh-CN': '经聊天软件压缩的图片被指出：{file}',
    en: 'the picture that a messenger compressed is flagged: {file}',
  },
  deposited: { 'zh-CN': '已附存证证书 {number}', en: 'the deposit certificate {number} is attached' },
  filingCopy: {
    'zh-CN': '提交副本 {megabytes} MB，未超过 {cap} MB 的上限（原册 {whole} MB）',
    en: 'the filing copy has {megabytes} MB, within the cap of {cap} MB (the bundle: {whole} MB)',
  },
  overCap: {
    'zh-CN': '提交副本 {megabytes} MB，超过 {cap} MB 的上限',
    en: 'the filing copy has {megabytes} MB, above the cap of {cap} MB',
  },
  flipped: { 'zh-CN': '改动一个字节的副本：{detail}', en: 'a copy with one changed byte: {detail}' },
  stamped: { 'zh-CN': '另存并加注的副本：{detail}', en: 'a copy that was saved again and written on: {detail}' },
  login: {
    'zh-CN': '手动登录一次（{account}），以该会话采集 {url}',
    en: 'one login by hand ({account}); {url} was captured in its session',
  },
  channel: { 'zh-CN': '渠道“{channel}”：{result}', en: 'channel “{channel}”: {result}' },
  homepage: {
    'zh-CN': '首页声明：最后见于 {last}，首次未见于 {first}',
    en: 'statement on the homepage: last seen {last}, first not seen {first}',
  },
  taken: {
    'zh-CN': '{channel} {address}：最后见于 {last}，首次未见于 {first}',
    en: '{channel} {address}: last seen {last}, first not seen {first}',
  },
} as const satisfies Record<string, Text>;
export type DemoFinding = keyof typeof demoTexts;
