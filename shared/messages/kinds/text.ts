import type { KindWords } from './kind-words.ts';

/** Plain text. */
export const textWords = {
  reasons: {
    'text-charset-judged': {
      'zh-CN': '文本未声明字符编码且非 UTF-8，按最相符的 {charset} 解读，以原文件为准。',
      en: 'The text declares no charset and is not UTF-8; its bytes fit {charset} best, and it was read as that. The original governs.',
    },
    'text-bytes-not-read': {
      'zh-CN': '有 {count} 个字节不是 {charset} 文字，原样列出（如 [0xNN]），以原文件为准。',
      en: '{count} {count|byte is|bytes are} not {charset} text and shown as such (like [0xNN]). The original governs.',
    },
    // Records of before say this one.
    'text-charset-guessed': {
      'zh-CN': '文本未声明字符编码且非 UTF-8，按 GB18030 解读，以原文件为准。',
      en: 'The text declares no charset and is not UTF-8; read as GB18030. The original governs.',
    },
    'text-cut': {
      'zh-CN': '文本超过 {characters} 个字符，页面仅列该部分；原文件已完整保存。',
      en: 'The text is longer than {characters} characters; the pages show only that part. The original is stored in full.',
    },
  },
} as const satisfies KindWords;
