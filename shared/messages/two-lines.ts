import type { Language } from '../language.ts';
import type { VerifyReport } from '../verify/report.ts';

/** Content and time first, apart: a merely unstamped file does not look doubtful. */
export function twoLines({ unaltered, timeProven }: VerifyReport, language: Language): readonly string[] {
  const content = {
    yes: { 'zh-CN': '未改动', en: 'unaltered' },
    no: { 'zh-CN': '已改动', en: 'altered' },
    unknown: { 'zh-CN': '无法判断', en: 'cannot be told' },
  }[unaltered][language];
  const time = {
    none: { 'zh-CN': '未经第三方证明', en: 'not proven by a third party' },
    pending: { 'zh-CN': '等待第三方证明', en: 'third-party proof pending' },
    proven: { 'zh-CN': '第三方已证明', en: 'proven by a third party' },
    failed: { 'zh-CN': '第三方证明无效', en: 'third-party proof is bad' },
  }[timeProven][language];
  return language === 'zh-CN' ? [`内容：${content}`, `时间：${time}`] : [`Content: ${content}`, `Time: ${time}`];
}
