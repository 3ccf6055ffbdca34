import type { Text } from '../../text.ts';

/** How a capture, an import or one of its steps ended, in words. Codes are kept for ever: records hold them. */
export const outcomeTexts = {
  complete: { 'zh-CN': '完整', en: 'complete' },
  partial: { 'zh-CN': '部分', en: 'partial' },
  blocked: { 'zh-CN': '受阻', en: 'blocked' },
  failed: { 'zh-CN': '失败', en: 'failed' },
  ok: { 'zh-CN': '完成', en: 'done' },
  skipped: { 'zh-CN': '跳过', en: 'skipped' },
} as const satisfies Record<string, Text>;
