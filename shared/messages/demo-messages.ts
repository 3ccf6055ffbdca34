import type { Text } from '../language.ts';

/** What the demo finds on its way, by the program's own checks. */
export const demoTexts = {
  deleted: {
    'zh-CN': '取证途中被删除的网页 {url}（HTTP {status}）：{said}',
    en: 'the page deleted during the run, {url} (HTTP {status}): {said}',
  },
  compressed: {
    'zh-CN': '经聊天软件压缩的图片被指出：{file}',
    en: 'the picture compressed by a messenger is flagged: {file}',
  },
  deposited: { 'zh-CN': '已附外部存证，编号 {number}', en: 'the deposit certificate {number} is attached' },
  filingCopy: {
    'zh-CN': '压缩提交件 {megabytes} MB，未超过 {cap} MB 的上限（证据册 {whole} MB）',
    en: 'the filing copy is {megabytes} MB, within the limit of {cap} MB (bundle: {whole} MB)',
  },
  overCap: {
    'zh-CN': '压缩提交件 {megabytes} MB，超过 {cap} MB 的上限',
    en: 'the filing copy is {megabytes} MB, above the limit of {cap} MB',
  },
  flipped: { 'zh-CN': '改动一个字节的副本：{detail}', en: 'a copy with one byte changed: {detail}' },
  stamped: { 'zh-CN': '另存并加注的副本：{detail}', en: 'a copy saved again with an annotation: {detail}' },
  challenged: {
    'zh-CN': '质证预演发现 {count} 处可被质疑，其中 {answered} 处已说明理由',
    en: 'the challenge check found {count} {count|point|points} open to attack; {answered} {answered|is|are} answered',
  },
  attackable: { 'zh-CN': '仍可被质疑：{attack}', en: 'still open to attack: {attack}' },
  login: {
    'zh-CN': '人工登录一次（{account}），以该会话对 {url} 取证',
    en: 'one login by hand ({account}); {url} was captured in that session',
  },
  channel: { 'zh-CN': '渠道“{channel}”：{result}', en: 'channel “{channel}”: {result}' },
  homepage: {
    'zh-CN': '首页声明：最后一次可见 {last}，首次不可见 {first}',
    en: 'statement on the homepage: last seen {last}, first not seen {first}',
  },
  taken: {
    'zh-CN': '{channel} {address}：最后一次可见 {last}，首次不可见 {first}',
    en: '{channel} {address}: last seen {last}, first not seen {first}',
  },
} as const satisfies Record<string, Text>;
export type DemoFinding = keyof typeof demoTexts;
