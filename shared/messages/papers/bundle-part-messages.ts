import type { Text } from '../../language.ts';
import { spreadTexts } from './spread-messages.ts';

/** What the parts around the exhibits print. Legal terms as courts use them; the program's sealing is 固定, never 盖章. */
export const bundlePartTexts = {
  filing: { 'zh-CN': '提交版', en: 'Filing edition' },
  working: { 'zh-CN': '工作版（内部使用，不得提交）', en: 'Working edition (internal, not for filing)' },
  workingMark: { 'zh-CN': '工作版', en: 'WORKING' },
  annex: { 'zh-CN': '附册', en: 'annex' },
  backToCatalogue: { 'zh-CN': '← 目录', en: '← Catalogue' },
  'machine-read': { 'zh-CN': '机器识别文字', en: 'machine-read text' },
  textEmpty: { 'zh-CN': '（没有正文）', en: '(no text)' },
  textNotRead: {
    'zh-CN': '（未读出正文，不表示没有正文；以原文件为准）',
    en: '(no text was read, which does not mean there is none; see the original)',
  },
  mailHtmlWords: { 'zh-CN': 'HTML 版本的文字', en: 'Text of the HTML version' },
  htmlNotFetched: {
    'zh-CN': 'HTML 引用而未读取的地址（{count} 个，不在文件内）',
    en: 'Addresses that the HTML refers to, not fetched ({count}, not in the file)',
  },
  mailEncodedForm: {
    'zh-CN': '邮件中的编码形式：{bytes} B，SHA-256 {sha256}',
    en: 'Encoded form in the e-mail: {bytes} B, SHA-256 {sha256}',
  },
  mailAttachments: {
    'zh-CN': '附件（页面附后；原件另存，列于哈希值清单）',
    en: 'Attachments (pages follow; originals stored separately, in the hash list)',
  },
  attachmentPage: { 'zh-CN': '附件{n} {name}', en: 'attachment {n} {name}' },
  mailHead: { 'zh-CN': '完整邮件头', en: 'Full mail header' },
  noName: { 'zh-CN': '（无文件名）', en: '(no name)' },
  alsoListed: { 'zh-CN': '目录中亦列为 {numbers}（同一文件）', en: 'also listed as {numbers} (same file)' },
  deponent: { 'zh-CN': '声明人', en: 'Deponent' },
  original: { 'zh-CN': '原件/复制件', en: 'Original or copy' },
  nothingStated: { 'zh-CN': '（本案未填写）', en: '(nothing stated in this case)' },
  element: { 'zh-CN': '要件', en: 'Element' },
  law: { 'zh-CN': '法律依据', en: 'Law' },
  fact: { 'zh-CN': '待证事实', en: 'Fact to be proved' },
  chronology: { 'zh-CN': '时间线', en: 'Chronology' },
  when: { 'zh-CN': '时间', en: 'Date' },
  media: { 'zh-CN': '媒体报道一览表', en: 'Media schedule' },
  address: { 'zh-CN': '网址', en: 'URL' },
  numberAndPages: { 'zh-CN': '编号/页码', en: 'No. / pages' },
  custody: { 'zh-CN': '保管日志', en: 'Custody log' },
  why: { 'zh-CN': '原因', en: 'Reason' },
  certSecondPath: {
    'zh-CN': '证据 {numbers} 的二次获取：{result}。',
    en: 'Second fetch of {numbers:exhibit|exhibits} {numbers}: {result}.',
  },
  secondPathOlder: {
    'zh-CN': '未进行：取证时的程序版本没有此步骤',
    en: 'not made: the program version used for the capture had no such step',
  },
  certConnection: {
    'zh-CN': '证据 {number} 的加密连接：{connection}；服务器证书 {leaf}。',
    en: 'Encrypted connection of exhibit {number}: {connection}; server certificate {leaf}.',
  },
  keyFramesNote: {
    'zh-CN':
      '由 {tool} 自视频取出 {count} 幅（开头、结尾及变化最大处），不能代替视频；视频原文件列于哈希值清单。时刻：{times}',
    en: '{count} {count|frame|frames} extracted from the film by {tool} (beginning, end and largest changes); no substitute for the film, which is in the hash list. Times: {times}',
  },
  keyFramesSpread: {
    'zh-CN': '由 {tool} 自视频等距取出 {count} 幅，不能代替视频；视频原文件列于哈希值清单。时刻：{times}',
    en: '{count} {count|frame|frames} extracted from the film by {tool} at even intervals; no substitute for the film, which is in the hash list. Times: {times}',
  },
  stitchedNote: {
    'zh-CN': '由 {count} 张截图拼接，逐行取自原截图，未缩放、未混合：{parts}。重叠部分：{overlaps}',
    en: 'stitched from {count} {count|screenshot|screenshots}, row by row from the originals, without scaling or blending: {parts}. Overlaps: {overlaps}',
  },
  stitchedPart: {
    'zh-CN': '第 {at} 行起为记录 {parent} 的第 {y}–{end} 行',
    en: 'from row {at}: rows {y}–{end} of record {parent}',
  },
  stitchedOverlap: {
    'zh-CN': '{rows} 行，其中 {identical} 行逐像素相同，相差最多 {most}/255',
    en: '{rows} {rows|row|rows}, {identical} identical pixel for pixel, differences up to {most}/255',
  },
  certRecoded: {
    'zh-CN': '本册为压缩提交件：“压缩图片清单”所列画面经重新编码，原件哈希值与损失见该清单。',
    en: 'This is a filing copy: the pictures in the list of recoded pictures were recoded; the list has the hashes of the originals and the loss.',
  },
  recoded: { 'zh-CN': '压缩图片清单', en: 'List of recoded pictures' },
  disputedWords: { 'zh-CN': '涉案文字：“{words}”', en: 'Words in dispute: “{words}”' },
  spread: spreadTexts.title,
  complianceReport: { 'zh-CN': '履行情况核查报告', en: 'Compliance report' },
  comparedItself: { 'zh-CN': '即该证据本身', en: 'the exhibit itself' },
  comparedNoExhibit: { 'zh-CN': '未列为证据', en: 'not an exhibit' },
  comparedNoPage: { 'zh-CN': '其中一项不是网页取证', en: 'one of the two is not a captured page' },
  addendum: { 'zh-CN': '补充证据', en: 'Late evidence' },
  standingRows: {
    'zh-CN': '本表只列涉及本册新增证据的行，以及此前提交后有改动的行；其余各行见此前提交的证据册（{bundle}）。',
    en: 'Only rows about the exhibits added here, and rows changed since, are listed; for the others see the bundle filed before ({bundle}).',
  },
  filedOn: {
    'zh-CN': '清单 SHA-256 {manifest}，提交日期 {date}',
    en: 'manifest SHA-256 {manifest}, filing date {date}',
  },
  filedAsOf: {
    'zh-CN': '清单 SHA-256 {manifest}，所载案件状态截至 {date}',
    en: 'manifest SHA-256 {manifest}, the case as at {date}',
  },
} as const satisfies Record<string, Text>;
