import type { Language, Text } from '../../language.ts';
import { stepName } from './step-names.ts';

/** What is being done, beside a bar that shows how far it is. Codes are stable: `--json` gives them. */
const names: Readonly<Record<string, Text>> = {
  import: { 'zh-CN': '导入', en: 'importing' },
  ocr: { 'zh-CN': '识别文字', en: 'reading words' },
  digests: { 'zh-CN': '输出哈希值清单', en: 'writing the hash list' },
  bundle: { 'zh-CN': '生成证据册', en: 'building the bundle' },
  export: { 'zh-CN': '写出移交包', en: 'writing the package' },
  receive: { 'zh-CN': '接收移交包', en: 'receiving the package' },
  verify: { 'zh-CN': '核验', en: 'verifying' },
  health: { 'zh-CN': '核验', en: 'verifying' },
  repair: { 'zh-CN': '重建数据库', en: 'rebuilding the database' },
  backup: { 'zh-CN': '备份', en: 'backing up' },
};

/** A stage of the work in words: one of the table, else a step of a capture. */
export const stageName = (stage: string, language: Language): string =>
  names[stage]?.[language] ?? stepName(stage, language);
