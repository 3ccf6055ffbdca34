import { fill, type Language, type Text } from '../language.ts';
import type { Service } from '../order/order.ts';

/** Names of deadlines. `{of}` is the party, or the obligation's own text. */
const names = {
  ruling: { 'zh-CN': '法院应作出裁定（48 小时）', en: 'Court to rule (48 hours)' },
  suit: { 'zh-CN': '提起诉讼或申请仲裁（30 日）', en: 'Sue or apply for arbitration (30 days)' },
  reconsideration: { 'zh-CN': '{of} 申请复议（5 日）', en: 'Reconsideration by {of} (5 days)' },
  review: {
    'zh-CN': '法院审查 {of} 的复议申请（10 日）',
    en: 'Court to decide on reconsideration asked by {of} (10 days)',
  },
  renewal: { 'zh-CN': '申请续行保全（期限届满前 7 日内）', en: 'Ask for renewal (within 7 days before expiry)' },
  term: { 'zh-CN': '保全措施期限届满', en: 'The measure expires' },
  security: { 'zh-CN': '追加担保', en: 'Give further security' },
  obligation: { 'zh-CN': '履行期限：{of}', en: 'To be done: {of}' },
  standing: { 'zh-CN': '应持续至：{of}', en: 'Must stand until: {of}' },
} as const satisfies Record<string, Text>;
export type DeadlineName = keyof typeof names;

export const deadlineNames = {
  /** What is missing to compute a date. */
  missing: {
    received: { 'zh-CN': '未填写法院收到申请的时间', en: 'when the court took in the application is not stated' },
    measureTaken: { 'zh-CN': '未填写采取保全措施之日', en: 'the day on which the measure was taken is not stated' },
    termJudgment: { 'zh-CN': '至案件裁判生效时止，无固定日期', en: 'until the judgment takes effect: no fixed day' },
    termUnknown: { 'zh-CN': '未填写保全措施的期限', en: 'the term of the measure is not stated' },
    dueNotStated: { 'zh-CN': '裁定未载明履行期限', en: 'the order does not say by when' },
    dueUnknown: { 'zh-CN': '起算日未知', en: 'the first day is not known' },
    service: { 'zh-CN': '未填写送达', en: 'service is not stated' },
    serviceHour: { 'zh-CN': '送达只有日期，没有时刻', en: 'service is stated by day, without the hour' },
  },
} as const satisfies Record<string, Record<string, Text>>;

/** How the ruling reached somebody. */
export const serviceWayTexts: Readonly<Record<Service['way'], Text>> = {
  direct: { 'zh-CN': '直接送达', en: 'direct service' },
  left: { 'zh-CN': '留置送达', en: 'left at the address' },
  mail: { 'zh-CN': '邮寄送达', en: 'by mail' },
  electronic: { 'zh-CN': '电子送达', en: 'electronic service' },
  'public-notice': { 'zh-CN': '公告送达', en: 'by public notice' },
};

/** What in a date is open to doubt. */
export const doubtTexts = {
  'check-with-counsel': { 'zh-CN': '请与律师核对', en: 'check with counsel' },
  'calendar-unknown': {
    'zh-CN': '该年份没有休假日数据，仅按周末计算',
    en: 'no holidays are known for that year: weekends only',
  },
  'calendar-not-verified': { 'zh-CN': '休假日安排未核实', en: 'holidays not verified' },
  'courts-own-period': { 'zh-CN': '此为法院的期限', en: 'a period that binds the court' },
  'hours-and-days-off': {
    'zh-CN': '以时计算的期间是否因休假日顺延，请核对',
    en: 'whether a period in hours moves for days off is to be checked',
  },
  'which-day-measure': {
    'zh-CN': '“采取保全措施之日”以何日为准，请核对',
    en: 'which day counts as that of the measure is to be checked',
  },
  'window-reading': {
    'zh-CN': '“届满前七日内”的起止日请核对；最后一日为休假日的，不顺延到届满之后',
    en: 'how the window of seven days is read is to be checked; it never reaches beyond the expiry',
  },
  'term-text': { 'zh-CN': '以裁定书主文为准', en: 'the order’s own words govern' },
  'order-text': { 'zh-CN': '以裁定书主文为准', en: 'the order’s own words govern' },
  'standing-from': { 'zh-CN': '自履行期限之日起算', en: 'counted from the day by which it was to be done' },
  'named-day-off': {
    'zh-CN': '该日为休假日；指定日期是否顺延请核对，宜提前办理',
    en: 'that day is a day off; whether it moves is to be checked: be early',
  },
  'service-left': { 'zh-CN': '留置送达以送达记录为准', en: 'left at the address: the record of service governs' },
  'service-mail': { 'zh-CN': '邮寄送达以回执上的收件日期为准', en: 'by mail: the day on the receipt governs' },
  'service-electronic': {
    'zh-CN': '以到达受送达人特定系统的日期为准',
    en: 'electronic: the day of arrival in the party’s system governs',
  },
  'service-public': {
    'zh-CN': '公告送达按发出公告之日起三十日计算',
    en: 'public notice: thirty days from its publication',
  },
} as const satisfies Record<string, Text>;
export type DoubtCode = keyof typeof doubtTexts;

/** The name of a deadline with its party or obligation. */
export function deadlineName(name: DeadlineName, of: string, language: Language): string {
  return fill(names[name][language], { of });
}
