import type { KindWords } from './kind-words.ts';

/** A mail as Outlook saves it; the rest of its words is that of any mail. */
export const outlookWords = {
  reasons: {
    'mail-unsent': {
      'zh-CN': '该文件标明邮件未曾发送（草稿），因此没有发送时间。',
      en: 'The file says that this e-mail was never sent: it is a draft, and has no time of sending.',
    },
    'mail-rtf-words': {
      'zh-CN': '邮件正文为 RTF 格式，以下仅列其文字，不含版式和图片；原文件另存。',
      en: 'The text of the e-mail is RTF: only its words are shown, without layout and pictures. The original is stored.',
    },
    'mail-rtf-html': {
      'zh-CN': '邮件的 HTML 版本自其 RTF 正文中还原（[MS-OXRTFEX]）。',
      en: 'The HTML version was taken out of the RTF body that encapsulates it ([MS-OXRTFEX]).',
    },
    'mail-body-rtf': {
      'zh-CN': '邮件正文为 RTF 格式（压缩后 {bytes} 字节），未读取，页面不显示，以原文件为准。',
      en: 'The text of the e-mail is in RTF ({bytes} bytes, compressed). It was not read and is not shown; see the original.',
    },
  },
} as const satisfies KindWords;
