import type { KindWords } from './kind-words.ts';

/** A web page that somebody saved as a file. */
export const savedPageWords = {
  reasons: {
    'saved-page-says-from': {
      'zh-CN': '这是他人另存的网页文件，文件自称来自 {address}；该网址未访问，内容未与之核对，文件可能已被改动。',
      en: 'This is a web page that somebody saved. The file says that it is from {address}; that address was not visited, and the file may have been changed.',
    },
    'saved-page-of-nowhere': {
      'zh-CN': '这是他人另存的网页文件，文件未载明来自哪个网址，且可能已被改动。',
      en: 'This is a web page that somebody saved. The file does not say from which address, and it may have been changed.',
    },
    'saved-page-too-large': {
      'zh-CN': '网页文件超过 200 MB，未生成页面；原文件已完整保存。',
      en: 'The saved page is over 200 MB; no pages were made. The original is stored in full.',
    },
  },
} as const satisfies KindWords;
