import type { KindWords } from './kind-words.ts';

/** A file in which a mail program keeps many mails. */
export const mailStoreWords = {
  reasons: {
    'mail-store-not-opened': {
      'zh-CN': '这是邮件程序的数据文件（{type}），其中可能有大量邮件，本程序未打开；原文件已完整保存。',
      en: 'This is the data file of a mail program ({type}), which may hold many e-mails. It was not opened. The original is stored in full.',
    },
  },
} as const satisfies KindWords;
