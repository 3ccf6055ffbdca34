import type { HelpConfiguration } from 'commander';
import type { Language, Text } from '../../../shared/language.ts';

/** What a word in a command's usage stands for, in Chinese; in English it is the word itself. */
const usageWords: Readonly<Record<string, string>> = {
  account: '账号',
  address: '地址',
  after: '后一项',
  before: '前一项',
  case: '案件',
  category: '类别',
  command: '命令',
  date: '日期',
  device: '设备',
  dir: '文件夹',
  edition: '版本',
  file: '文件',
  files: '文件',
  folder: '文件夹',
  format: '格式',
  id: '标识',
  item: '证据',
  items: '证据',
  jobs: '条目',
  kind: '种类',
  language: '语言',
  name: '名称',
  number: '编号',
  options: '选项',
  package: '移交包',
  path: '路径',
  px: '像素',
  reason: '理由',
  row: '条目',
  seconds: '秒数',
  text: '文字',
  url: '网址',
  urls: '网址',
  words: '文字',
};

/** `list [options] <case>` → `list [选项] <案件>`. A word without a name of its own (`<n>`, `<WxH>`) stays. */
export function usageIn(usage: string, language: Language): string {
  if (language === 'en') return usage;
  return usage.replace(/(?<=[<[|])[a-z]+(?=(?:\.\.\.)?[>\]|])/g, (name) => usageWords[name] ?? name);
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法:',
  'Options:': '选项:',
  'Commands:': '命令:',
  'Arguments:': '参数:',
};

export const helpTexts = {
  program: { 'zh-CN': '网页证据工作台', en: 'A workbench for web evidence' },
  version: { 'zh-CN': '显示版本', en: 'shows the version' },
  help: { 'zh-CN': '显示帮助', en: 'shows this help' },
  helpOf: { 'zh-CN': '显示一个命令的帮助', en: 'shows the help of a command' },
  json: { 'zh-CN': '每行输出一个 JSON 对象', en: 'one JSON object per line' },
  example: { 'zh-CN': '示例:', en: 'Example:' },
} as const satisfies Record<string, Text>;

/** The frame that commander puts around our texts, in the language asked for. */
export function helpIn(language: Language): HelpConfiguration {
  const usage = (text: string) => usageIn(text, language);
  return {
    styleTitle: (title) => (language === 'en' ? title : (titles[title] ?? title)),
    styleUsage: usage,
    styleOptionTerm: usage,
    styleSubcommandTerm: usage,
    // Han characters are two columns wide.
    displayWidth: (text) => text.replace(/[\u3000-\u9fff\uff00-\uffef]/g, 'WW').length,
  };
}
