import type { KindWords } from './kind-words.ts';

/** A document of fixed layout by GB/T 33190. */
export const ofdWords = {
  reasons: {
    'ofd-words-only': {
      'zh-CN':
        '这是 OFD 版式文件（{pages} 页）：页面只列出各页文字对象的文字（不含批注和图片中的文字），按位置由上到下排列，不再现版面；以原文件为准。',
      en: 'This is an OFD document of {pages} {pages|page|pages}: only the words of its text objects are shown (not those of annotations and pictures), from top to bottom as they are placed, without its layout. The original governs.',
    },
    'ofd-pictures': {
      'zh-CN': '文件中的 {count} 张图片未显示。',
      en: '{count} {count|picture|pictures} in the document {count|is|are} not shown.',
    },
    'ofd-signatures': {
      'zh-CN': '文件载有 {count} 个电子签章或签名，本程序未予核验。',
      en: 'The document has {count} {count|seal or signature|seals or signatures}; this program did not verify {count|it|them}.',
    },
    'ofd-documents': {
      'zh-CN': '文件内含 {count} 份文档，只列出第一份的文字。',
      en: 'The file holds {count} {count|document|documents}; only the words of the first are shown.',
    },
    'ofd-pages-missing': {
      'zh-CN': '文件列有 {count} 页或模板页，但文件中没有其内容。',
      en: 'The file names {count} {count|page or template|pages or templates} whose content is not in it.',
    },
    'ofd-attachments-missing': {
      'zh-CN': '文件列有 {count} 个附件，但文件中没有其内容。',
      en: 'The file names {count} {count|attachment|attachments} whose content is not in it.',
    },
    'ofd-not-read': {
      'zh-CN': '该 OFD 文件已损坏或超出可读范围，未能读取；原文件已完整保存。',
      en: 'The OFD document is damaged or beyond what can be read here. The original is stored in full.',
    },
  },
} as const satisfies KindWords;
