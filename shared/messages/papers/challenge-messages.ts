import type { Text } from '../../language.ts';
import { forUser } from '../../text.ts';
import { attacksOnMaking } from './attacks-on-making.ts';
import { attacksOnOrder } from './attacks-on-order.ts';
import { attacksOnProof } from './attacks-on-proof.ts';
import { attacksOnWords } from './attacks-on-words.ts';

/** What opposing counsel would say of a bundle before it is filed, and what helps. */
export const challengeTexts = forUser({ ...attacksOnWords, ...attacksOnMaking, ...attacksOnProof, ...attacksOnOrder });

/** Exhibits by their numbers, as an attack names them. */
export const exhibitsNamed = {
  one: { 'zh-CN': '证据 {numbers} ', en: 'exhibit {numbers}' },
  several: { 'zh-CN': '证据 {numbers} ', en: 'exhibits {numbers}' },
} as const satisfies Record<string, Text>;

/** Texts in which a case speaks in its own words, as an attack names them. */
export const spokenFields = {
  title: { 'zh-CN': '证据名称', en: 'title' },
  purpose: { 'zh-CN': '证明目的', en: 'purpose' },
  summary: { 'zh-CN': '内容摘要', en: 'summary' },
  remarks: { 'zh-CN': '备注', en: 'remarks' },
  event: { 'zh-CN': '时间线', en: 'chronology' },
  fact: { 'zh-CN': '待证事实', en: 'fact to be proven' },
} as const satisfies Record<string, Text>;

export const countUnits = {
  sites: { 'zh-CN': '家网站的网页', en: 'sites' },
  reports: { 'zh-CN': '篇媒体报道', en: 'pages of media coverage' },
} as const satisfies Record<string, Text>;

export const privateKinds = {
  mobile: { 'zh-CN': '手机号码', en: 'mobile numbers' },
  identity: { 'zh-CN': '身份证号码', en: 'identity card numbers' },
  card: { 'zh-CN': '银行卡号', en: 'bank card numbers' },
  mail: { 'zh-CN': '电子邮箱地址', en: 'e-mail addresses' },
} as const satisfies Record<string, Text>;

/** What a case states of by when a term is due. */
export const orderDues = {
  day: { 'zh-CN': '{value}', en: 'due on {value}' },
  moment: { 'zh-CN': '{value}', en: 'due at {value}' },
  days: { 'zh-CN': '送达后 {value} 日', en: 'so many days from service: {value}' },
  hours: { 'zh-CN': '送达后 {value} 小时', en: 'so many hours from service: {value}' },
  once: { 'zh-CN': '送达后立即', en: 'at once on service' },
  notStated: { 'zh-CN': '未载明', en: 'not stated' },
  standingDays: { 'zh-CN': '{value} 日', en: 'so many days: {value}' },
} as const satisfies Record<string, Text>;
