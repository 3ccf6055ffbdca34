import type { Text } from '../../../../shared/language.ts';

/** What only the pages of an exhibit say. */
export const exhibitWords = {
  partOf: { 'zh-CN': '第 {n}/{m} 部分', en: 'part {n} of {m}' },
  drawnPart: { 'zh-CN': '依 HTML 绘制，非网页取证', en: 'drawn from HTML, not captured' },
  drawnFrom: {
    'zh-CN':
      '此画面由本程序依该文件中的 HTML 以 {by} 绘制：未联网、未读取任何外部内容、未执行脚本。并非网页取证所得，与他人当时所见可能不同。',
    en: 'This picture was drawn here from the HTML of the file by {by}, nothing fetched, no script run. It was not captured from the web, and may differ from what others saw.',
  },
  filmFrame: { 'zh-CN': '视频 {time} 处画面', en: 'frame of the film at {time}' },
  rollingPart: { 'zh-CN': '滚动拼接画面', en: 'rolling picture' },
  rollingPiece: { 'zh-CN': '滚动拼接画面第 {n}/{m} 段', en: 'rolling picture, piece {n} of {m}' },
  documentPageOf: { 'zh-CN': 'PDF 第 {page} 页', en: 'PDF page {page}' },
  portfolioCover: { 'zh-CN': 'PDF 文件包封面', en: 'cover of the PDF portfolio' },
  withoutMargins: { 'zh-CN': '两侧空白未印', en: 'without blank margins' },
  marginsLeftOut: {
    'zh-CN':
      '此处为整页缩略图。以下为放大印出：左侧 {left} 像素、右侧 {right} 像素未印，该部分每一行均为同一种颜色。完整画面见所存文件。',
    en: 'The whole picture, small. Below it is enlarged without {left} px at its left and {right} px at its right, where each row is of one colour. The stored file has the whole picture.',
  },
  withoutFoot: { 'zh-CN': '下方空白未印', en: 'without its blank foot' },
  footLeftOut: {
    'zh-CN':
      '此处为整页缩略图。以下为放大印出：最下方 {rows} 像素未印，该部分每一行均与其上一行相同。完整画面见所存文件。',
    en: 'The whole picture, small. Below it is enlarged without the {rows} px at its foot, where each row is like the one above. The stored file has the whole picture.',
  },
  marginsAndFootLeftOut: {
    'zh-CN':
      '此处为整页缩略图。以下为放大印出：左侧 {left} 像素、右侧 {right} 像素未印，该部分每一行均为同一种颜色；最下方 {rows} 像素亦未印，该部分每一行均与其上一行相同。完整画面见所存文件。',
    en: 'The whole picture, small. Below it is enlarged without {left} px at its left and {right} px at its right, where each row is of one colour, and without the {rows} px at its foot, where each row is like the one above. The stored file has the whole picture.',
  },
  documentDamaged: {
    'zh-CN': '本页有 {count} 处图像或内容残缺，未显示或仅显示一部分，以原件为准',
    en: '{count} {count|image or part|images or parts} of this page damaged or missing in the PDF, not shown or shown only in part; see the original',
  },
  documentRefused: { 'zh-CN': '该页无法编入：{why}', en: 'This page cannot be included: {why}' },
  noPages: {
    'zh-CN': '该证据在本册中没有页面：{why}。原件列于哈希值清单。',
    en: 'This exhibit has no pages in this bundle: {why}. The original is in the hash list.',
  },
  noPicture: { 'zh-CN': '未取得页面画面', en: 'no page picture was taken' },
} as const satisfies Record<string, Text>;
