import type { Text } from '../../language.ts';
import { outcomeTexts } from '../names/outcome-texts.ts';
import { bundlePartTexts } from './bundle-part-messages.ts';
import { certificateTexts } from './certificate-messages.ts';

/** Everything that is printed in a bundle. Legal terms as courts use them. */
const ownTexts = {
  bundle: { 'zh-CN': '证据册', en: 'Evidence bundle' },
  catalogue: { 'zh-CN': '证据目录', en: 'Exhibit catalogue' },
  exhibit: { 'zh-CN': '证据', en: 'Exhibit' },
  draft: { 'zh-CN': '草稿', en: 'DRAFT' },
  court: { 'zh-CN': '法院', en: 'Court' },
  cause: { 'zh-CN': '案由', en: 'Cause of action' },
  applicant: { 'zh-CN': '申请人', en: 'Applicant' },
  respondent: { 'zh-CN': '被申请人', en: 'Respondent' },
  submitted: { 'zh-CN': '提交日期', en: 'Filing date' },
  signature: { 'zh-CN': '提交人（签名或者盖章）', en: 'Signature or seal of the submitting party' },
  copiesFor: { 'zh-CN': '副本份数', en: 'Copies for the opposing party' },
  notStated: { 'zh-CN': '未填写', en: 'not stated' },
  toFill: { 'zh-CN': '（待填）', en: '(to be filled in)' },
  custodyHead: { 'zh-CN': '保管日志（截至第 {seq} 条）', en: 'Custody log (up to entry {seq})' },
  no: { 'zh-CN': '编号', en: 'No.' },
  title: { 'zh-CN': '证据名称', en: 'Title' },
  kind: { 'zh-CN': '证据种类', en: 'Kind of evidence' },
  source: { 'zh-CN': '来源', en: 'Source' },
  summary: { 'zh-CN': '内容摘要', en: 'Summary' },
  purpose: { 'zh-CN': '证明目的', en: 'Purpose of proof' },
  pages: { 'zh-CN': '页码', en: 'Pages' },
  /** At the foot of lists and drafts: counts their own pages, not those of the bundle. */
  pageOf: { 'zh-CN': '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' },
  outcome: { 'zh-CN': '结果', en: 'Outcome' },
  remarks: { 'zh-CN': '备注', en: 'Remarks' },
  certificate: { 'zh-CN': '证书', en: 'certificate' },
  timestamp: { 'zh-CN': '时间戳', en: 'time stamp' },
  deposit: { 'zh-CN': '存证', en: 'deposit' },
  fileName: { 'zh-CN': '文件名', en: 'File' },
  anchorNumber: { 'zh-CN': '外部存证编号', en: 'External document no.' },
  none: { 'zh-CN': '无', en: 'none' },
  record: { 'zh-CN': '记录', en: 'record' },
  facts: { 'zh-CN': '取证信息', en: 'Capture details' },
  files: { 'zh-CN': '文件与哈希值（SHA-256）', en: 'Files and hashes (SHA-256)' },
  group: { 'zh-CN': '组别', en: 'Group' },
  program: { 'zh-CN': '程序', en: 'Program' },
  sandboxOn: { 'zh-CN': '沙箱启用', en: 'sandbox on' },
  sandboxOff: { 'zh-CN': '沙箱未启用', en: 'sandbox off' },
  ...outcomeTexts,
} as const satisfies Record<string, Text>;

export const bundleTexts = { ...ownTexts, ...bundlePartTexts, ...certificateTexts };
export type BundleText = keyof typeof bundleTexts;
