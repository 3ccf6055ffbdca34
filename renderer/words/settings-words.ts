import type { Text } from '../../shared/language.ts';

/** Settings of the window, the captures and this computer. */
export const settingsWords = {
  lookAndLanguage: { 'zh-CN': '语言与外观', en: 'Language and appearance' },
  language: { 'zh-CN': '语言', en: 'Language' },
  appearance: { 'zh-CN': '外观', en: 'Appearance' },
  light: { 'zh-CN': '浅色', en: 'Light' },
  dark: { 'zh-CN': '深色', en: 'Dark' },
  system: { 'zh-CN': '跟随系统', en: 'Same as system' },
  capturesOf: { 'zh-CN': '取证', en: 'Captures' },
  timeout: { 'zh-CN': '每个网址的时限（秒）', en: 'Time limit for one address (s)' },
  concurrency: { 'zh-CN': '同时取证数', en: 'Captures at the same time' },
  scale: { 'zh-CN': '像素倍数', en: 'Pixel scale' },
  privateNetwork: {
    'zh-CN': '允许访问内网地址（记入每项记录）',
    en: 'Allow private network addresses (entered in every record)',
  },
  throughProxy: {
    'zh-CN': '经由系统代理（无法记录服务器地址）',
    en: 'Use the system proxy (the server’s address cannot be recorded)',
  },
  casesFolder: { 'zh-CN': '案件存放位置', en: 'Folder for cases' },
  computer: { 'zh-CN': '本机', en: 'This computer' },
  computerSays: {
    'zh-CN': '浏览器、字体、时钟、磁盘的检查结果',
    en: 'Browser, fonts, clock, disk: what the program found',
  },
} as const satisfies Record<string, Text>;
