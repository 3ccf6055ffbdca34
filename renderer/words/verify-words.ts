import type { Text } from '../../shared/language.ts';

/** Verification of a file, a package or the case. */
export const verifyWords = {
  verifyHere: {
    'zh-CN': '请将案件文件夹、证据册或移交包拖到这里',
    en: 'Drop a case folder, a bundle or a package here',
  },
  verifyPath: { 'zh-CN': '或输入路径', en: 'or enter its path' },
  verifyThisCase: { 'zh-CN': '核验本案', en: 'Verify this case' },
  verifyLatest: { 'zh-CN': '核验最新证据册', en: 'Verify the latest bundle' },
  run: { 'zh-CN': '核验', en: 'Verify' },
  verifying: { 'zh-CN': '正在逐个文件计算哈希值…', en: 'Hashing every file…' },
  contentLine: { 'zh-CN': '内容', en: 'Content' },
  timeLine: { 'zh-CN': '时间', en: 'Time' },
  passed: { 'zh-CN': '通过', en: 'PASSED' },
  failedVerdict: { 'zh-CN': '未通过', en: 'FAILED' },
  indeterminate: { 'zh-CN': '无法确定', en: 'INDETERMINATE' },
  checks: { 'zh-CN': '逐项核验', en: 'Each check' },
  notProven: { 'zh-CN': '这不能证明什么', en: 'What this does not prove' },
  notProvenContent: {
    'zh-CN': '网站当时所显示的内容是否真实；取证的电脑是否诚实。',
    en: 'That what the website showed was true, or that the computer that captured it was honest.',
  },
  notProvenTime: {
    'zh-CN': '取证的时刻：时间戳只证明内容在其所载时间之前已经存在；没有时间戳时，时间仅为本机时钟所示。',
    en: 'When the capture was made: a time stamp proves existence before its time; without one, a time is only what this computer’s clock showed.',
  },
  notProvenCourt: {
    'zh-CN': '法院是否采信：由法院决定。',
    en: 'That a court will accept it. That is for the court to decide.',
  },
  print: { 'zh-CN': '打印', en: 'Print' },
  verifiedAt: { 'zh-CN': '核验于', en: 'verified' },
} as const satisfies Record<string, Text>;
