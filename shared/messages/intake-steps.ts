import type { Text } from '../language.ts';

/** The steps of intake's ledger in words. Codes are kept for ever: records hold them. */
export const intakeSteps = {
  'store-original': { 'zh-CN': '逐字节保存原文件', en: 'Store the original byte for byte' },
  identify: { 'zh-CN': '按内容识别文件类型', en: 'Tell the type by the content' },
  'read-mail-head': { 'zh-CN': '读取邮件头', en: "Read the mail's head" },
  'check-dkim': { 'zh-CN': '核验 DKIM 签名', en: 'Check the DKIM signatures' },
  attachments: { 'zh-CN': '生成附件页面', en: 'Make the pages of the attachments' },
  'convert-picture': { 'zh-CN': '转换图片', en: 'Convert the picture' },
  redact: { 'zh-CN': '遮盖画面与文字', en: 'Paint over parts of the picture and its text' },
  region: { 'zh-CN': '自已存画面截取一部分', en: 'Cut a part out of the stored picture' },
  'read-film': { 'zh-CN': '读取音视频信息', en: 'Read what the film says of itself' },
  'key-frames': { 'zh-CN': '取关键画面', en: 'Take key frames' },
  stitch: { 'zh-CN': '拼接截图', en: 'Join the screenshots' },
  'make-pages': { 'zh-CN': '生成页面', en: 'Make the pages' },
} as const satisfies Record<string, Text>;
