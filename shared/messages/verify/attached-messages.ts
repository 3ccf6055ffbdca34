import type { Text } from '../../language.ts';

/** What is said of a file that a preservation service gave back (外部存证). */
export const attachedTexts = {
  good: {
    'zh-CN': '时间戳有效：{signer} 于 {genTime} 对“{covers}”的哈希值作出',
    en: 'the time stamp is valid: made by {signer} at {genTime} over the hash of {covers}',
  },
  bad: { 'zh-CN': '时间戳未通过核验：{why}', en: 'the time stamp failed verification: {why}' },
  unknown: {
    'zh-CN': '时间戳（自载时间 {genTime}，自载出具方 {signer}，覆盖：{covers}）未能完整核验：{why}',
    en: 'the time stamp (states: {genTime}, by {signer}, over {covers}) could not be verified in full: {why}',
  },
  nothing: { 'zh-CN': '本证据的任何文件均不在其列', en: 'no file of this item' },
  'no-token': {
    'zh-CN': '不是 RFC 3161 时间戳令牌，本程序不能核验；请向出具机构核验',
    en: 'not an RFC 3161 time-stamp token: this program cannot verify it; ask its issuer',
  },
  'too-large': {
    'zh-CN': '文件过大，不是时间戳令牌，未核验；请向出具机构核验',
    en: 'too large for a time-stamp token, not verified; ask its issuer',
  },
  gone: { 'zh-CN': '文件缺失，未核验', en: 'the file is missing, not verified' },
} as const satisfies Record<string, Text>;
