import type { FileFacts } from '../case/record.ts';
import { say, type CaseLanguage, type Text } from '../language.ts';

/** The facts that intake reads from files, in words. What a device or sender wrote is told as its claim. */
const names: Readonly<Record<string, Text>> = {
  Format: { 'zh-CN': '文件格式', en: 'Format' },
  Pixels: { 'zh-CN': '像素尺寸', en: 'Pixels' },
  ColourProfile: { 'zh-CN': '色彩特性文件', en: 'Colour profile' },
  Make: { 'zh-CN': '设备厂商', en: 'Device maker' },
  Model: { 'zh-CN': '设备型号', en: 'Device model' },
  Software: { 'zh-CN': '软件', en: 'Software' },
  DateTime: { 'zh-CN': '文件所记修改时间', en: 'Changed at, by the file' },
  DateTimeOriginal: { 'zh-CN': '文件所记拍摄时间', en: 'Taken at, by the file' },
  DateTimeDigitized: { 'zh-CN': '文件所记数字化时间', en: 'Digitised at, by the file' },
  OffsetTime: { 'zh-CN': '修改时间的时区', en: 'Zone of the change' },
  OffsetTimeOriginal: { 'zh-CN': '拍摄时间的时区', en: 'Zone of the taking' },
  ImageUniqueID: { 'zh-CN': '图像标识', en: 'Image id' },
  Orientation: { 'zh-CN': '方向标记', en: 'Orientation mark' },
  GpsPosition: { 'zh-CN': '位置信息', en: 'Position' },
  Container: { 'zh-CN': '封装格式', en: 'Container' },
  Duration: { 'zh-CN': '时长', en: 'Duration' },
  FilmCodec: { 'zh-CN': '视频编码', en: 'Video codec' },
  SoundCodec: { 'zh-CN': '音频编码', en: 'Audio codec' },
  FrameRate: { 'zh-CN': '每秒帧数', en: 'Frames a second' },
  Rotation: { 'zh-CN': '播放旋转', en: 'Rotation on playing' },
  FilmCreated: { 'zh-CN': '文件所记录制时间', en: 'Recorded at, by the file' },
  AndroidVersion: { 'zh-CN': '安卓版本', en: 'Android version' },
  Modified: { 'zh-CN': '文件系统所记修改时间', en: 'Modified at, by the file system' },
  From: { 'zh-CN': '发件人', en: 'From' },
  To: { 'zh-CN': '收件人', en: 'To' },
  Cc: { 'zh-CN': '抄送', en: 'Cc' },
  'Reply-To': { 'zh-CN': '回复地址', en: 'Reply to' },
  Subject: { 'zh-CN': '主题', en: 'Subject' },
  Date: { 'zh-CN': '邮件所记发送时间', en: 'Sent at, by the mail' },
  PageTitle: { 'zh-CN': '网页标题', en: 'Page title' },
  Published: { 'zh-CN': '网页载明的发布时间', en: 'Published, by the page' },
  PageModified: { 'zh-CN': '网页载明的修改时间', en: 'Changed, by the page' },
  Author: { 'zh-CN': '网页载明的作者', en: 'Author, by the page' },
  Channel: { 'zh-CN': '发布账号', en: 'Account that published' },
  SiteName: { 'zh-CN': '网站名称', en: 'Site name' },
  Language: { 'zh-CN': '网页语言', en: 'Language' },
  Canonical: { 'zh-CN': '规范网址', en: 'Canonical URL' },
  MainImage: { 'zh-CN': '主图', en: 'Main image' },
  Favicon: { 'zh-CN': '网站图标', en: 'Favicon' },
  IcpLicence: { 'zh-CN': 'ICP 备案（许可）号', en: 'ICP licence number' },
  PoliceRecord: { 'zh-CN': '公安备案号', en: 'Police record number' },
  'Authentication-Results': {
    'zh-CN': '邮件头所载校验结果（照录，未核验）',
    en: 'Authentication results as the mail head has it (quoted, not checked)',
  },
  'ARC-Authentication-Results': {
    'zh-CN': '邮件头所载 ARC 校验结果（照录，未核验）',
    en: 'ARC results as the mail head has it (quoted, not checked)',
  },
  'Received-SPF': {
    'zh-CN': '邮件头所载 SPF 结果（照录，未核验）',
    en: 'SPF result as the mail head has it (quoted, not checked)',
  },
  DkimValid: { 'zh-CN': 'DKIM 签名：有效', en: 'DKIM signature: valid' },
  DkimInvalid: { 'zh-CN': 'DKIM 签名：无效', en: 'DKIM signature: invalid' },
  DkimNoKey: { 'zh-CN': 'DKIM 签名：无公钥', en: 'DKIM signature: no key' },
  DkimNotChecked: { 'zh-CN': 'DKIM 签名：未核验', en: 'DKIM signature: not checked' },
  'Message-ID': { 'zh-CN': '邮件标识', en: 'Message id' },
};

const sources: Readonly<Record<string, Text>> = {
  'file content': { 'zh-CN': '文件内容', en: 'file content' },
  'file header': { 'zh-CN': '文件头', en: 'file header' },
  'file system': { 'zh-CN': '文件系统', en: 'file system' },
  'visible text': { 'zh-CN': '页面可见文字', en: 'visible text' },
  'DKIM check': { 'zh-CN': 'DKIM 核验', en: 'DKIM check' },
  'mail header': { 'zh-CN': '邮件头', en: 'mail header' },
};

const positionStored: Text = { 'zh-CN': '文件中有位置信息（未列出）', en: 'stored in the file (not shown)' };

/** A fact as people read it. Names and sources of a newer program stay as they are; values are never translated. */
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
    value: name === 'GpsPosition' ? say(positionStored, language) : value,
    source: words(sources, source),
  };
}
