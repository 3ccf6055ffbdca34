import type { Text } from '../../shared/language.ts';

/** Spread: who took a publication from whom. */
export const spreadWords = {
  channel: { 'zh-CN': '渠道', en: 'Channel' },
  publishedMark: { 'zh-CN': '● 发布（页面所载）', en: '● published (as stated on the page)' },
  capturedMark: { 'zh-CN': '○ 取证', en: '○ captured' },
  zone: { 'zh-CN': '时区 {zone}', en: 'time zone {zone}' },
  spreadLinks: { 'zh-CN': '传播关系', en: 'Who took from whom' },
  findLinks: { 'zh-CN': '查找关系', en: 'Find links' },
  linksSay: {
    'zh-CN': '根据相同文字、注明的来源和链接提出建议；经您逐一确认后才编入证据册。',
    en: 'Suggested from matching words, named sources and links; only what you confirm goes into the bundle.',
  },
  linksFound: { 'zh-CN': '{count} 条建议待决定', en: '{count} {count|suggestion|suggestions} to decide' },
  confirmLink: { 'zh-CN': '确认', en: 'Confirm' },
  rejectLink: { 'zh-CN': '否定', en: 'Reject' },
  undecideLink: { 'zh-CN': '撤回决定', en: 'Withdraw decision' },
  linkConfirmed: { 'zh-CN': '已确认', en: 'confirmed' },
  linkRejected: { 'zh-CN': '已否定', en: 'rejected' },
  emptySpread: {
    'zh-CN': '收集证据后，此处按时间和渠道展示传播情况',
    en: 'Once there is evidence, this screen shows its spread by time and channel',
  },
  timelineOf: {
    'zh-CN': '时间线：{count} 项，{channels} 个渠道',
    en: 'Chronology: {count} {count|item|items} in {channels} {channels|channel|channels}',
  },
} as const satisfies Record<string, Text>;
