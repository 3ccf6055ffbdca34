import { fill, type Language, type Text } from '../language.ts';
import { forUser } from '../text.ts';
import type { Service } from '../order/order.ts';

/** Names of deadlines. `{of}` is the party, or the obligation's own text. */
const names = {
  ruling: { 'zh-CN': '法院应作出裁定（48 小时）', en: 'Court to rule (48 hours)' },
  suit: { 'zh-CN': '提起诉讼或申请仲裁（30 日）', en: 'File suit or apply for arbitration (30 days)' },
  reconsideration: { 'zh-CN': '{of} 申请复议（5 日）', en: 'Application for review by {of} (5 days)' },
  review: {
    'zh-CN': '法院审查 {of} 的复议申请（10 日）',
    en: 'Court to decide the review application by {of} (10 days)',
  },
  renewal: {
    'zh-CN': '申请续行保全（期限届满前 7 日内）',
    en: 'Apply to extend the measure (within 7 days before expiry)',
  },
  term: { 'zh-CN': '保全措施期限届满', en: 'The measure expires' },
  security: { 'zh-CN': '追加担保的期限', en: 'Deadline for further security' },
  obligation: { 'zh-CN': '履行期限：{of}', en: 'To be complied with by: {of}' },
  standing: { 'zh-CN': '应持续至：{of}', en: 'To be maintained until: {of}' },
} as const satisfies Record<string, Text>;
export type DeadlineName = keyof typeof names;

export const deadlineNames = {
  /** What is missing to compute a date. */
  missing: {
    received: { 'zh-CN': '未填写法院收到申请的时间', en: 'time when the court received the application not stated' },
    measureTaken: { 'zh-CN': '未填写采取保全措施之日', en: 'date on which the measure was taken not stated' },
    termJudgment: { 'zh-CN': '至案件裁判生效时止，无固定日期', en: 'until the judgment takes effect: no fixed date' },
    termUnknown: { 'zh-CN': '未填写保全措施的期限', en: 'term of the measure not stated' },
    dueNotStated: { 'zh-CN': '裁定未载明履行期限', en: 'the ruling states no deadline' },
    dueUnknown: { 'zh-CN': '起算日未知', en: 'starting date unknown' },
    service: { 'zh-CN': '未填写送达', en: 'service not stated' },
    serviceHour: { 'zh-CN': '送达只有日期，没有时刻', en: 'service stated by date only, without the time' },
  },
} as const satisfies Record<string, Record<string, Text>>;

/** In a calendar, when a period ends that ends within a day. */
export const dueByText: Text = { 'zh-CN': '截止时间：{at}', en: 'Due by {at}' };

/** How the ruling reached somebody. */
export const serviceWayTexts: Readonly<Record<Service['way'], Text>> = {
  direct: { 'zh-CN': '直接送达', en: 'personal service' },
  left: { 'zh-CN': '留置送达', en: 'service by leaving' },
  mail: { 'zh-CN': '邮寄送达', en: 'service by mail' },
  electronic: { 'zh-CN': '电子送达', en: 'electronic service' },
  'public-notice': { 'zh-CN': '公告送达', en: 'service by public notice' },
};

/** What completed an electronic service, as the case states it. */
export const serviceCompletionTexts: Readonly<Record<NonNullable<Service['completedBy']>, Text>> = {
  'confirmed-address': {
    'zh-CN': '受送达人提供或者确认了电子地址',
    en: 'to an address that the party gave or confirmed',
  },
  acknowledged: { 'zh-CN': '受送达人已回复、作出诉讼行为或者阅知', en: 'the party replied, acted or read it' },
};

/** By what a date is counted or moved: a reader of a filing has to know it too. */
export const governingTexts = {
  'calendar-unknown': {
    'zh-CN': '程序没有该日的休假日安排：届满日不予顺延，按较早之日列出',
    en: 'no holiday schedule known for that date: the last day is not extended, and the earlier date is given',
  },
  'order-text': { 'zh-CN': '以裁定书主文为准', en: 'the operative part of the ruling governs' },
  'standing-from': { 'zh-CN': '自履行期限之日起算', en: 'counted from the due date' },
  'service-left': { 'zh-CN': '留置送达以送达记录为准', en: 'service by leaving: the record of service governs' },
  'service-mail': {
    'zh-CN': '邮寄送达以回执上的收件日期为准',
    en: 'service by mail: the date of receipt on the return slip governs',
  },
  'service-electronic': {
    'zh-CN': '受送达人提供或者确认了电子地址的，以到达其特定系统的日期为准',
    en: 'electronic service to an address that the party gave or confirmed: the date of arrival in its system governs',
  },
  'service-electronic-acknowledged': {
    'zh-CN': '电子送达以受送达人回复收悉、作出相应诉讼行为或者系统反馈阅知的日期为准',
    en: 'electronic service: the date on which the party replied, acted in the proceedings or was reported to have read it governs',
  },
  'service-public-60': {
    'zh-CN': '公告送达按发出公告之日起六十日计算',
    en: 'public notice: sixty days from publication',
  },
  'service-public': {
    'zh-CN': '公告送达按发出公告之日起三十日计算',
    en: 'public notice: thirty days from publication',
  },
} as const satisfies Record<string, Text>;

/** What counsel should look at in a date; never on a page of a filing. */
export const counselTexts = forUser({
  'check-with-counsel': { 'zh-CN': '请与律师核对', en: 'check with counsel' },
  'calendar-not-verified': { 'zh-CN': '休假日安排未核实', en: 'holiday schedule not verified' },
  'courts-own-period': { 'zh-CN': '此为法院的办理期限', en: 'a time limit for the court' },
  'hours-and-days-off': {
    'zh-CN': '以时计算的期间是否因休假日顺延，请核对',
    en: 'check whether a period counted in hours is extended for non-working days',
  },
  'which-day-measure': {
    'zh-CN': '“采取保全措施之日”以何日为准，请核对',
    en: 'check which day counts as the date of the measure',
  },
  'window-reading': {
    'zh-CN': '“届满前七日内”的起止日请核对；最后一日为休假日的，不顺延到届满之后',
    en: 'check how the seven-day window is counted; its last day is not extended beyond the expiry',
  },
  'term-text': { 'zh-CN': '以裁定书主文为准', en: 'the operative part of the ruling governs' },
  'named-day-off': {
    'zh-CN': '该日为休假日；指定日期是否顺延请核对，宜提前办理',
    en: 'that day is a non-working day; check whether a named date is extended, and act early',
  },
  'service-electronic-unconfirmed': {
    'zh-CN': '电子地址未经受送达人提供或者确认的，自其回复收悉、作出相应诉讼行为或者系统反馈阅知时起才算送达，请核对',
    en: 'where the party neither gave nor confirmed the address, it is served only once it replies, acts in the proceedings or its system reports it read: check',
  },
  'service-electronic-ruling': {
    'zh-CN': '当时一般的电子送达不含判决书、裁定书、调解书；是否另有规定、受送达人是否同意，请核对',
    en: 'on that day electronic service in general excluded judgments, rulings and mediation statements: check for another rule and for consent',
  },
} as const satisfies Record<string, Text>);
export type DoubtCode = keyof typeof governingTexts | keyof typeof counselTexts;

/** The name of a deadline with its party or obligation. */
export function deadlineName(name: DeadlineName, of: string, language: Language): string {
  return fill(names[name][language], { of });
}
