import type { KindWords } from './kind-words.ts';

/** A mail as Outlook saves it; the rest of its words is that of any mail. */
export const outlookWords = {
  reasons: {
    'mail-body-rtf': {
      'zh-CN': '邮件正文为 RTF 格式（压缩后 {bytes} 字节），未读取，页面不显示，以原文件为准。',
      en: 'The text of the e-mail is in RTF ({bytes} bytes, compressed). It was not read and is not shown; see the original.',
    },
  },
} as const satisfies KindWords;
