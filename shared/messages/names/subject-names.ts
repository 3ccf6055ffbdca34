import type { Language, Text } from '../../language.ts';

/** What `doctor` looks at, in words. Codes are stable: `--json` gives them. */
const names: Readonly<Record<string, Text>> = {
  Node: { 'zh-CN': '运行环境 Node', en: 'Node' },
  program: { 'zh-CN': '程序', en: 'program' },
  browser: { 'zh-CN': '浏览器', en: 'browser' },
  network: { 'zh-CN': '网络', en: 'network' },
  disk: { 'zh-CN': '磁盘', en: 'disk' },
  clock: { 'zh-CN': '时钟', en: 'clock' },
  locale: { 'zh-CN': '语言区域与时区', en: 'locale and time zone' },
  'time-stamp': { 'zh-CN': '时间戳', en: 'time stamps' },
};

export const subjectName = (subject: string, language: Language): string => names[subject]?.[language] ?? subject;
