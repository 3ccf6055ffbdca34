import type { Text } from '../../language.ts';

/** The steps of intake's ledger that every kind of file may have, in words. Codes are kept for ever: records hold them. */
export const intakeSteps = {
  'store-original': { 'zh-CN': '逐字节保存原文件', en: 'Store the original byte for byte' },
  identify: { 'zh-CN': '按内容识别文件类型', en: 'Identify the file type by content' },
  attachments: { 'zh-CN': '生成附件页面', en: 'Make pages of the attachments' },
  'draw-html': { 'zh-CN': '绘制 HTML 画面', en: 'Draw the HTML' },
  redact: { 'zh-CN': '遮盖画面与文字', en: 'Redact picture and text' },
  region: { 'zh-CN': '自已存画面截取一部分', en: 'Cut a part from the stored picture' },
  stitch: { 'zh-CN': '拼接截图', en: 'Stitch the screenshots' },
  'make-pages': { 'zh-CN': '生成页面', en: 'Make pages' },
} as const satisfies Record<string, Text>;
