import type { KindWords } from './kind-words.ts';

/** A file in which a mail program keeps many mails. */
export const mailStoreWords = {
  reasons: {
    'mail-store-not-opened': {
      'zh-CN':
        '这是邮件程序的数据文件（{type}），其中可能有大量邮件，本程序未打开；原文件已完整保存。请在该邮件程序中将有关邮件逐封另存为 .eml 或 .msg，再行导入。',
      en: 'This is the data file of a mail program ({type}), which may hold many e-mails. It was not opened; the original is stored in full. Save the e-mails in question from that program as .eml or .msg, one by one, and import these.',
    },
  },
} as const satisfies KindWords;
