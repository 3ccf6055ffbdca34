import type { KindWords } from './kind-words.ts';

/** Files of word processors, sheets and slides, which the computer's own LibreOffice draws. */
export const officeWords = {
  reasons: {
    'converted-office': {
      'zh-CN': '页面由本机的 {program} 根据原文件生成；版面可能与原软件中所见不同',
      en: 'the pages were made from the original by {program} on this computer; the layout may differ from what the program that made the file shows',
    },
    'office-tool-missing': {
      'zh-CN': '本机没有 LibreOffice，该文件未能显示；原文件已完整保存。',
      en: 'LibreOffice is not installed on this computer: the file is not shown. The original is stored in full.',
    },
    'office-not-drawn': {
      'zh-CN': 'LibreOffice 未能显示该文件（{why}）；原文件已完整保存。',
      en: 'LibreOffice could not show the file ({why}). The original is stored in full.',
    },
    'office-comments': {
      'zh-CN': '文件中有 {count} 条批注，页面上未显示。',
      en: 'The file has {count} {count|comment|comments}, not shown on the pages.',
    },
    'office-changes': {
      'zh-CN': '文件中有 {count} 处修订尚未接受或拒绝；页面上的显示方式取决于生成页面的软件。',
      en: 'The file has {count} tracked {count|change|changes} not accepted or rejected; how the pages show {count|it|them} depends on the program that made them.',
    },
    'office-hidden-sheets': {
      'zh-CN': '文件中有 {count} 张隐藏的工作表（{names}），页面上未显示。',
      en: 'The file has {count} hidden {count|sheet|sheets} ({names}), not shown on the pages.',
    },
    'office-hidden-slides': {
      'zh-CN': '文件中有 {count} 张隐藏的幻灯片，页面上可能未显示。',
      en: 'The file has {count} hidden {count|slide|slides}, which the pages may not show.',
    },
    'office-links': {
      'zh-CN': '文件引用了 {count} 处文件以外的内容（如链接的图片），未予取回。',
      en: 'The file refers to {count} {count|part|parts} outside it (linked pictures and the like), not fetched.',
    },
    'office-macros': {
      'zh-CN': '文件带有宏，未予运行。',
      en: 'The file carries macros; they were not run.',
    },
    'office-inside-not-read': {
      'zh-CN': '未能查明文件中是否有批注、修订、隐藏工作表或外部引用。',
      en: 'Whether the file has comments, tracked changes, hidden sheets or parts outside it was not determined.',
    },
  },
  facts: {
    OfficeTitle: { 'zh-CN': '文件属性中的标题', en: 'Title (as stated in the file)' },
    OfficeAuthor: { 'zh-CN': '文件属性中的作者', en: 'Author (as stated in the file)' },
    OfficeLastAuthor: { 'zh-CN': '文件属性中的最后修改人', en: 'Last modified by (as stated in the file)' },
    OfficeCreated: { 'zh-CN': '文件属性中的创建时间', en: 'Created (as stated in the file)' },
    OfficeModified: { 'zh-CN': '文件属性中的修改时间', en: 'Modified (as stated in the file)' },
    OfficeProgram: { 'zh-CN': '文件属性中的生成软件', en: 'Program (as stated in the file)' },
  },
  sources: {
    'file properties': { 'zh-CN': '文件属性', en: 'properties of the file' },
  },
} as const satisfies KindWords;
