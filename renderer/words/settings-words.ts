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
  leavesComputer: { 'zh-CN': '离开本机的内容', en: 'What leaves this computer' },
  leavesAlways: {
    'zh-CN':
      '取证时，网页自身的请求及其域名的 DNS 查询必然离开本机（经代理时由代理查询）；时间戳服务仅在您指明时使用。以下各项可以关闭，关闭的检查记为“未核实”。',
    en: 'When a page is captured, its own requests and the DNS queries for their names leave this computer (through a proxy, the proxy makes the queries); a time-stamp service is used only where you name one. These can be switched off; a check that is off is recorded as not verified.',
  },
  secondFetch: {
    'zh-CN': '二次获取：程序自身再次访问同一网址并比对（自行查询 DNS）',
    en: 'Second fetch: the program itself requests the same address again and compares (with a DNS query of its own)',
  },
  timeServers: {
    'zh-CN': '时钟比对：询问公共时间服务器（NTP 及其域名的 DNS 查询）',
    en: 'Clock check: ask public time servers (NTP, and DNS queries for their names)',
  },
  mailKeys: {
    'zh-CN': '邮件签名：导入邮件时向 DNS 查询 DKIM 公钥',
    en: 'Mail signatures: ask the DNS for DKIM keys when a mail is imported',
  },
  askedLanguages: {
    'zh-CN': '向网站请求的语言（如 zh-CN,zh；留空则随案件语言）',
    en: 'Languages to ask sites for (such as en-US,en; empty: those of the case)',
  },
  userAgent: {
    'zh-CN': '浏览器自报的名称 User-Agent（留空则为其自身名称）',
    en: 'What the browser calls itself, User-Agent (empty: its own name)',
  },
  languagesRefused: {
    'zh-CN': '未保存：语言应为以逗号分隔的语言代码，例如 zh-CN,zh',
    en: 'Not saved: languages are codes with commas, like en-US,en',
  },
  userAgentRefused: {
    'zh-CN': '未保存：User-Agent 应为 300 个以内的可打印 ASCII 字符',
    en: 'Not saved: a User-Agent has up to 300 printable ASCII characters',
  },
  casesFolder: { 'zh-CN': '案件存放位置', en: 'Folder for cases' },
  computer: { 'zh-CN': '本机', en: 'This computer' },
  computerSays: {
    'zh-CN': '浏览器、字体、时钟、磁盘的检查结果',
    en: 'Browser, fonts, clock, disk: what the program found',
  },
} as const satisfies Record<string, Text>;
