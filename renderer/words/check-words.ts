import type { Language, Text } from '../../shared/language.ts';

/** What each check of a verification looked at. */
const checkWords: Readonly<Record<string, Text>> = {
  files: { 'zh-CN': '文件', en: 'files' },
  objects: { 'zh-CN': '证据对象', en: 'evidence objects' },
  items: { 'zh-CN': '证据', en: 'items' },
  'custody-log': { 'zh-CN': '保管日志', en: 'custody log' },
  database: { 'zh-CN': '数据库', en: 'database' },
  bundles: { 'zh-CN': '历次证据册', en: 'bundles built' },
  bundle: { 'zh-CN': '证据册', en: 'bundle' },
  'time-stamps': { 'zh-CN': '时间戳', en: 'time stamps' },
  clocks: { 'zh-CN': '时钟', en: 'clocks' },
  anchors: { 'zh-CN': '外部存证', en: 'external anchors' },
  archival: { 'zh-CN': '归档格式', en: 'archival format' },
  'file-hashes': { 'zh-CN': '文件摘要', en: 'file hashes' },
  manifest: { 'zh-CN': '清单', en: 'manifest' },
  package: { 'zh-CN': '交换包', en: 'package' },
  pages: { 'zh-CN': '页码', en: 'pages' },
  pdf: { 'zh-CN': 'PDF 结构', en: 'PDF structure' },
  pictures: { 'zh-CN': '图像', en: 'pictures' },
  regions: { 'zh-CN': '截取部分', en: 'parts of pictures' },
  signature: { 'zh-CN': '签名', en: 'signature' },
};

/** A check's name; one of a newer program stays visible by its code. */
export function checkName(check: string, language: Language): string {
  return (Object.hasOwn(checkWords, check) ? checkWords[check] : undefined)?.[language] ?? check;
}
