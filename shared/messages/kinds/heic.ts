import type { KindWords } from './kind-words.ts';

/** A phone’s picture that the computer’s own tool draws. */
export const heicWords = {
  reasons: {
    'heic-tool-missing': {
      'zh-CN': '本机没有 heif-convert，HEIC 图片未能显示；原文件已完整保存。',
      en: 'heif-convert is not installed on this computer: the HEIC picture is not shown. The original is stored in full.',
    },
    'heic-not-drawn': {
      'zh-CN': 'heif-convert 未能显示该 HEIC 图片（{why}）；原文件已完整保存。',
      en: 'heif-convert could not decode the HEIC picture ({why}). The original is stored in full.',
    },
    'heic-drawn': {
      'zh-CN': '页面上的图片由本机的 heif-convert 自 HEIC 原文件解码；原文件列于哈希值清单。',
      en: 'The picture on the pages was decoded from the HEIC original by heif-convert on this computer; the original is in the hash list.',
    },
  },
} as const satisfies KindWords;
