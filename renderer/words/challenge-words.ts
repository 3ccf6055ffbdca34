import type { Text } from '../../shared/language.ts';

/** The challenge check: what opposing counsel could say of the bundle before it is filed. */
export const challengeWords = {
  challengeLead: {
    'zh-CN': '提交前，像对方律师那样查一遍将要提交的证据册。每条写明可能的质疑、位置和处理办法。',
    en: 'The bundle as opposing counsel would read it, before it is filed: each point with its place and its remedy.',
  },
  challengeNone: { 'zh-CN': '未发现可供质疑之处', en: 'Nothing to attack was found' },
  challengeEmpty: { 'zh-CN': '还没有编排证据', en: 'No exhibits are arranged yet' },
  challengeEmptyNext: {
    'zh-CN': '在“编排”中列入证据后，这里会逐条列出可能的质疑。',
    en: 'Once exhibits are listed under “Arrangement”, possible attacks appear here.',
  },
  untrueIfFiled: { 'zh-CN': '照此提交，文书失实', en: 'A paper would be untrue' },
  openToAttack: { 'zh-CN': '可能被质疑', en: 'Open to attack' },
  worthALook: { 'zh-CN': '宜核对', en: 'Worth a look' },
  answeredAttacks: { 'zh-CN': '已说明理由', en: 'Answered' },
  remedyIs: { 'zh-CN': '处理：{remedy}', en: 'Remedy: {remedy}' },
  answerIs: { 'zh-CN': '答复：{reason}', en: 'Answer: {reason}' },
  answerAttack: { 'zh-CN': '答复', en: 'Answer' },
  changeAnswer: { 'zh-CN': '修改答复', en: 'Change the answer' },
  answerSays: {
    'zh-CN': '答复只写入工作版，不入提交版。',
    en: 'The answer appears in the working edition only, never in a filing.',
  },
  exhibitAt: { 'zh-CN': '证据{number}', en: 'Exhibit {number}' },
  wordlessExhibits: {
    'zh-CN': '证据{numbers}没有可检索的文字，或只有部分页面有，其内容未查或未查全。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: no stored words, or not of all pages, so what {numbers:it says|they say} was not looked at, or in part.',
  },
} as const satisfies Record<string, Text>;
