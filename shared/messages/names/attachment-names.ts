import type { Attachment } from '../../case/attachment.ts';
import { say, type CaseLanguage, type Text } from '../../language.ts';

const names = {
  timestamp: { 'zh-CN': '时间戳', en: 'time stamp' },
  certificate: { 'zh-CN': '证书', en: 'certificate' },
  deposit: { 'zh-CN': '存证', en: 'deposit' },
  'machine-read': { 'zh-CN': '机器识别的文字', en: 'machine-read text' },
} as const satisfies Record<Attachment['kind'], Text>;

/** What is kept beside an item, in the language asked for, or in both. */
export function attachmentName(kind: Attachment['kind'], language: CaseLanguage): string {
  return say(names[kind], language);
}
