import type { Text } from '../../language.ts';

/** The draft of an application. What the case does not hold is a place to be filled, never a sentence of the program's. */
export const applicationTexts = {
  draft: {
    'zh-CN': '草稿 · 由程序自案件信息填充，提交前须由律师审核',
    en: 'DRAFT · filled in by a program from the case; for counsel to review before filing',
  },
  toFill: { 'zh-CN': '【待填：{what}】', en: '[to be filled: {what}]' },
  title: { 'zh-CN': '行为保全申请书', en: 'Application for conduct preservation' },
  applicant: { 'zh-CN': '申请人：{name}', en: 'Applicant: {name}' },
  respondent: { 'zh-CN': '被申请人：{name}', en: 'Respondent: {name}' },
  counsel: { 'zh-CN': '委托诉讼代理人：{name}', en: 'Counsel: {name}' },
  address: { 'zh-CN': '住所地：{what}', en: 'Domicile: {what}' },
  representative: { 'zh-CN': '法定代表人：{what}', en: 'Legal representative: {what}' },
  contact: { 'zh-CN': '送达地址及联系方式：{what}', en: 'Address for service and contact details: {what}' },
  cause: { 'zh-CN': '案由：{cause}', en: 'Cause of action: {cause}' },
  requests: { 'zh-CN': '请求事项', en: 'Measures requested' },
  facts: { 'zh-CN': '事实与理由', en: 'Facts and grounds' },
  events: { 'zh-CN': '一、经过', en: '1. Facts' },
  elements: { 'zh-CN': '二、理由及证据', en: '2. Grounds and evidence' },
  law: { 'zh-CN': '法律依据：{law}', en: 'Legal basis: {law}' },
  evidence: { 'zh-CN': '证据：{exhibits}', en: 'Evidence: {exhibits}' },
  quoted: { 'zh-CN': '{exhibit}载明：“{words}”', en: '{exhibit} reads: “{words}”' },
  exhibit: { 'zh-CN': '证据 {number}（第 {pages} 页）', en: 'exhibit {number} (p. {pages})' },
  security: { 'zh-CN': '担保', en: 'Security' },
  list: { 'zh-CN': '所附证据见证据目录，共 {count} 项。', en: 'The exhibits ({count}) are listed in the catalogue.' },
  to: { 'zh-CN': '此致', en: 'To' },
  signed: { 'zh-CN': '申请人（签名或者盖章）：', en: 'Applicant (signature or seal):' },
  date: { 'zh-CN': '日期：{date}', en: 'Date: {date}' },
} as const satisfies Record<string, Text>;
export type ApplicationText = keyof typeof applicationTexts;

/** What is to be filled in, as the places name it. */
export const toFillTexts = {
  applicant: { 'zh-CN': '申请人', en: 'applicant' },
  respondent: { 'zh-CN': '被申请人', en: 'respondent' },
  address: { 'zh-CN': '住所地', en: 'domicile' },
  representative: { 'zh-CN': '法定代表人姓名、职务', en: 'name and office' },
  contact: { 'zh-CN': '地址、电话、电子邮箱', en: 'address, telephone, e-mail' },
  counsel: { 'zh-CN': '代理人姓名、律所', en: 'name, firm' },
  cause: { 'zh-CN': '案由', en: 'cause of action' },
  measures: {
    'zh-CN': '请求责令被申请人作出或不作出的行为、范围和期限',
    en: 'the conduct to be ordered or forbidden, its scope and term',
  },
  events: { 'zh-CN': '时间、事件及对应证据', en: 'dates, events and their exhibits' },
  fact: { 'zh-CN': '该要件的事实', en: 'the facts of this element' },
  exhibits: { 'zh-CN': '尚无证据', en: 'no exhibits yet' },
  law: { 'zh-CN': '法律依据', en: 'legal basis' },
  elements: {
    'zh-CN': '尚未选择要件模板（fascicle claims）',
    en: 'no template of elements chosen yet (fascicle claims)',
  },
  security: {
    'zh-CN': '担保的方式、金额；诉前申请应当提供担保',
    en: 'form and amount of security (mandatory in an application before suit)',
  },
  court: { 'zh-CN': '法院', en: 'court' },
  date: { 'zh-CN': '日期', en: 'date' },
} as const satisfies Record<string, Text>;
export type ToFill = keyof typeof toFillTexts;
