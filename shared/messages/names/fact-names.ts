import type { FileFacts } from '../../case/record.ts';
import { readableValue } from '../../instant.ts';
import { say, type CaseLanguage, type Text } from '../../language.ts';
import { kindFacts, kindSources } from '../kinds/registry.ts';

/** Facts of pages, and those that several kinds of file have. What a device or sender wrote is told as its claim. */
const names: Readonly<Record<string, Text>> = {
  Format: { 'zh-CN': '文件格式', en: 'Format' },
  Pixels: { 'zh-CN': '像素尺寸', en: 'Pixels' },
  Make: { 'zh-CN': '设备厂商', en: 'Device maker' },
  Model: { 'zh-CN': '设备型号', en: 'Device model' },
  Software: { 'zh-CN': '软件', en: 'Software' },
  GpsPosition: { 'zh-CN': '位置信息', en: 'Location' },
  Modified: { 'zh-CN': '文件系统所记修改时间', en: 'Modified (as stated by the file system)' },
  Pasted: { 'zh-CN': '由剪贴板粘贴的时间', en: 'Pasted from clipboard at' },
  Dropped: { 'zh-CN': '由其他程序拖入的时间', en: 'Dropped from another program at' },
  PageTitle: { 'zh-CN': '网页标题', en: 'Page title' },
  Published: { 'zh-CN': '网页载明的发布时间', en: 'Published (as stated on the page)' },
  PageModified: { 'zh-CN': '网页载明的修改时间', en: 'Modified (as stated on the page)' },
  Author: { 'zh-CN': '网页载明的作者', en: 'Author (as stated on the page)' },
  Channel: { 'zh-CN': '发布账号', en: 'Publishing account' },
  SiteName: { 'zh-CN': '网站名称', en: 'Site name' },
  Language: { 'zh-CN': '网页语言', en: 'Language' },
  Canonical: { 'zh-CN': '规范网址', en: 'Canonical URL' },
  MainImage: { 'zh-CN': '主图', en: 'Main image' },
  Favicon: { 'zh-CN': '网站图标', en: 'Favicon' },
  IcpLicence: { 'zh-CN': 'ICP 备案（许可）号', en: 'ICP filing or licence no. (ICP 备案号)' },
  PoliceRecord: { 'zh-CN': '公安备案号', en: 'Public-security filing no. (公安备案号)' },
  ...kindFacts,
};

const sources: Readonly<Record<string, Text>> = {
  'file content': { 'zh-CN': '文件内容', en: 'file content' },
  'file header': { 'zh-CN': '文件头', en: 'file header' },
  'file system': { 'zh-CN': '文件系统', en: 'file system' },
  program: { 'zh-CN': '本程序', en: 'this program' },
  'visible text': { 'zh-CN': '页面可见文字', en: 'visible text' },
  ...kindSources,
};

const positionStored: Text = { 'zh-CN': '文件含位置信息（未列出）', en: 'present in the file (not shown)' };

/** A fact as people read it. Names and sources of a newer program stay as they are; values are never translated, and a moment of ours is written as people do. */
export function describeFact(
  { name, value, source }: FileFacts[number],
  language: CaseLanguage,
): Readonly<{ name: string; value: string; source: string }> {
  const words = (table: Readonly<Record<string, Text>>, key: string) => {
    const text = table[key];
    return text ? say(text, language) : key;
  };
  return {
    name: words(names, name),
    value: name === 'GpsPosition' ? say(positionStored, language) : readableValue(value),
    source: words(sources, source),
  };
}
