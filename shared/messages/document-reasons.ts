import type { Text } from '../language.ts';

/** Why a foreign PDF gives no pages. Codes are kept for ever: records hold them. */
export const documentReasons = {
  'pdf-password': {
    'zh-CN': 'PDF 设有打开密码，无法读取（{why}）',
    en: 'the PDF asks for a password and cannot be read ({why})',
  },
  'pdf-damaged': { 'zh-CN': 'PDF 已损坏或不是有效的 PDF：{why}', en: 'the PDF is damaged, or none at all: {why}' },
  'pdf-too-many-pages': { 'zh-CN': 'PDF 页数过多（{why} 页）', en: 'the PDF has too many pages ({why})' },
  'pdf-too-large': { 'zh-CN': 'PDF 过大：{why}', en: 'the PDF is too large: {why}' },
  'pdf-reader-time': {
    'zh-CN': '读取 PDF 超时，已终止（{why}）',
    en: 'reading the PDF took too long and was ended ({why})',
  },
  'pdf-reader-memory': {
    'zh-CN': '读取 PDF 占用内存过多，已终止（{why}）',
    en: 'reading the PDF took too much memory and was ended ({why})',
  },
  'pdf-reader-crash': { 'zh-CN': '读取 PDF 的进程崩溃（{why}）', en: 'the process that read the PDF crashed ({why})' },
  'pdf-without-appearance': {
    'zh-CN': '第 {pages} 页有批注或表单域未自带外观，各阅读器显示不一，页面图像未予显示；以原件为准',
    en: 'pages {pages} have notes or fields without an appearance of their own, which each viewer draws in its own way: the pages are shown without them; see the original',
  },
  'pdf-script-dropped': {
    'zh-CN': 'PDF 含 {count} 段脚本，未列入证据册，其运行后才显示的内容不会出现；以原件为准',
    en: 'the PDF holds {count} scripts, which are left out: what only a script shows is not shown; see the original',
  },
  'pdf-damaged-parts': {
    'zh-CN': '有 {count} 处内容数据残缺，仅显示可读部分；以原件为准',
    en: '{count} parts of its pages are damaged and shown as far as they can be read; see the original',
  },
} as const satisfies Record<string, Text>;
