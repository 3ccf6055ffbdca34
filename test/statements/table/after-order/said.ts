import type { Facts } from '../../reading/stored-facts.ts';

/** A text in both languages, as the report must print it; `{name}` is filled in. */
type Said = readonly [zh: string, en: string];
type Values = Readonly<Record<string, string | number>>;

export const inWords = ({ language }: Facts, [zh, en]: Said, values: Values = {}): string =>
  (language === 'zh' ? zh : en).replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name]));

export const apart = ({ language }: Facts, parts: readonly string[]): string =>
  parts.join(language === 'zh' ? '；' : '; ');
export const inList = ({ language }: Facts, parts: readonly string[]): string =>
  parts.join(language === 'zh' ? '、' : ', ');

/** What a place, a channel or a day showed, and the words for it. */
export const stateSaid = {
  'not-seen': ['最近一次结果明确的检查未见', 'not seen in the latest conclusive check'],
  'seen-after-due': [
    '履行期限届满后曾见，最近一次结果明确的检查未见',
    'seen after the deadline; not seen in the latest conclusive check',
  ],
  'still-seen': ['履行期限届满后仍可见', 'still seen after the deadline'],
  'seen-before-order': [
    '裁定作出之前可见；其后没有结果明确的检查',
    'seen before the ruling was made; no conclusive check since',
  ],
  'seen-before-due': [
    '履行期限届满前可见；其后没有结果明确的检查',
    'seen before the deadline; no conclusive check since',
  ],
  'seen-due-unknown': ['可见；当时履行期限是否届满未知', 'seen; whether the deadline had passed is unknown'],
  'cannot-tell': ['已检查，无法确定', 'checked; undetermined'],
  'not-checked': ['未检查', 'not checked'],
} as const satisfies Record<string, Said>;

export const pageSaid = {
  live: ['可见', 'visible'],
  'without-words': ['页面存在，未见所查文字', 'page present; the words were not found'],
  gone: ['该地址返回“不存在”', 'the address returned “not found”'],
  notice: [
    '返回成功状态，页面称内容不存在',
    'a success status was returned, but the page says the content does not exist',
  ],
  empty: ['返回成功状态，页面没有可见文字', 'a success status was returned, but the page has no visible text'],
  moved: ['被转向其他地址，未见所查文字', 'redirected to another address; the words were not found'],
  unclear: [
    '得到的可能是登录、验证或内容不存在的提示，无法确定',
    'possibly a login, verification or not-found page: undetermined',
  ],
  blocked: ['遇到登录、验证或拒绝访问，无法确定', 'a login, verification or access-denied page: undetermined'],
  unreachable: ['未能取得页面，无法确定', 'no page obtained: undetermined'],
} as const satisfies Record<string, Said>;

export const blindSaid: Readonly<Record<string, Said>> = {
  unclear: [
    '{from}至{to}得到的可能不是目标页面，无法确定',
    'from {from} to {to} possibly not the target page: undetermined',
  ],
  blocked: ['{from}至{to}受阻，无法确定', 'blocked from {from} to {to}: undetermined'],
  unreachable: ['{from}至{to}未能取得页面', 'no page obtained from {from} to {to}'],
};

export const frameSaid = {
  clockOff: [
    '取证设备的时钟有误，上列时间及先后不可直接采用',
    'the device clock was wrong: these times and their order cannot be relied on as stated',
  ],
  lastSeen: ['最后一次可见：{at}', 'last seen {at}'],
  earlier: ['此前可见：{at}', 'last seen before that {at}'],
  firstNotSeen: ['首次不可见：{at}', 'first not seen {at}'],
  between: ['两者之间{hours}小时{minutes}分未检查', 'not checked in between: {hours} h {minutes} min'],
  betweenUntold: [
    '两者之间{hours}小时{minutes}分的检查均无法确定',
    'checks in between all undetermined: {hours} h {minutes} min',
  ],
  again: ['其后再次可见：{at}', 'seen again {at}'],
  never: ['各次检查均未见', 'not seen in any check'],
  neverTold: ['结果明确的各次检查均未见', 'not seen in any conclusive check'],
  none: ['未检查', 'not checked'],
  untold: ['各次检查均无法确定', 'no conclusive check'],
} as const satisfies Record<string, Said>;

export const sideSaid = {
  'before-order': ['裁定作出之前', 'before the ruling was made'],
  before: ['履行期限届满前', 'before the deadline'],
  unknown: ['当时履行期限是否届满未知', 'whether the deadline had passed is unknown'],
} as const satisfies Record<string, Said>;

export const daySaid = {
  yes: ['见到声明', 'statement seen'],
  no: ['未见声明', 'statement not seen'],
  unknown: ['已检查，无法确定', 'checked; undetermined'],
  unchecked: ['未检查', 'not checked'],
} as const satisfies Record<string, Said>;

export const channelSaid = {
  seen: ['该渠道见到澄清信息', 'clarification seen on this channel'],
  entered: [
    '已登记澄清信息；所存文字中未核对到所查文字',
    'a clarification was entered; the words were not found in the stored text',
  ],
  'not-seen': ['核查账号未见澄清信息', 'clarification not seen by the check accounts'],
  'not-checked': ['未核查', 'not checked'],
  asOf: [
    '截至{at}，{count}个核查账号在该渠道未见澄清信息',
    'As of {at}, {count} check account{s} had not seen the clarification on this channel',
  ],
} as const satisfies Record<string, Said>;

export const accountSaid = {
  saw: ['见到', 'seen'],
  enteredAsSeen: ['登记为见到', 'entered as seen'],
  sawNot: ['未见', 'not seen'],
  notLooked: ['未核查', 'not checked'],
  otherRecord: [
    '所列证据的记录未载明以该账号取得',
    'the record of the exhibit does not state that it was obtained with this account',
  ],
  received: ['曾收到涉案信息', 'received the message in dispute'],
  enteredAsReceived: [
    '登记为其收到的涉案信息（记录未载明该账号）',
    'entered as the message in dispute it received (the record does not name the account)',
  ],
  noReceipt: ['未登记其收到涉案信息', 'receipt of the message in dispute not entered'],
} as const satisfies Record<string, Said>;

export const reportSaid = {
  exhibit: ['证据{number}', 'Exhibit {number}'],
  others: ['另有{count}次检查', 'and {count} other check{s}'],
  timeUnknown: ['所见时间未知', 'time of observation unknown'],
  scope: ['范围（原文）：{scope}', 'scope (as quoted): {scope}'],
  noScope: ['范围未载明', 'scope not stated'],
  noOriginal: ['未登记涉案信息', 'no message in dispute entered'],
  noClarification: ['未登记澄清信息', 'no clarification entered'],
  dueBy: ['应于{at}前履行', 'due by {at}'],
  dueNotServed: [
    '裁定载明应于{at}前履行；送达未填写，期限是否已届满未知',
    'due by {at} under the ruling; service is not stated, so whether the deadline has passed is unknown',
  ],
  dueUnknown: ['履行期限未知', 'due date unknown'],
  stop: ['停止传播：{text}', 'Stop spreading: {text}'],
  clarify: ['以相同方式、在相同范围内澄清：{text}', 'Clarify in the same way and within the same scope: {text}'],
  homepage: ['首页声明：{text}', 'Statement on the homepage: {text}'],
  look: ['核查“{text}”时所见', 'What was seen when checking “{text}”'],
  before: [
    '裁定作出之前所见，供与“{text}”的核查对照',
    'What was seen before the ruling was made, for comparison with the check of “{text}”',
  ],
  beside: ['与“{text}”的核查有关', 'Concerns the check of “{text}”'],
  ruling: ['载明裁定的内容或其送达情况', 'Shows the content of the ruling or its service'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  notMeasured: ['未测量', 'not measured'],
  partly: ['并非每次均有测量', 'not measured in every capture'],
  differs: ['各次取证结果不同', 'differs between captures'],
} as const satisfies Record<string, Said>;

/** Names of a date, and why it cannot be told. */
export const dateSaid = {
  obligation: ['履行期限：{text}', 'To be complied with by: {text}'],
  standing: ['应持续至：{text}', 'To be maintained until: {text}'],
  unstated: ['无法计算：裁定未载明履行期限', 'cannot be calculated: the ruling states no deadline'],
  noService: ['无法计算：未填写送达', 'cannot be calculated: service not stated'],
  itself: ['裁定书所定期限', 'the period set by the ruling'],
  // In force in May 2019, by the day of the ruling or of its service: read in the texts of the laws, not in the program.
  counting: [
    '《民事诉讼法》（2017年修正）第八十二条；民诉法解释第一百二十五条',
    'Civil Procedure Law (as amended 2017) art. 82; Interpretation of the Civil Procedure Law art. 125',
  ],
  electronic: [
    '法释〔2018〕16号第十五条至第十七条（限互联网法院）',
    'Fa Shi [2018] No. 16 arts. 15–17 (Internet courts only)',
  ],
  orderText: ['以裁定书主文为准', 'the operative part of the ruling governs'],
  arrival: [
    '受送达人提供或者确认了电子地址的，以到达其特定系统的日期为准',
    'electronic service to an address that the party gave or confirmed: the date of arrival in its system governs',
  ],
  acknowledged: [
    '电子送达以受送达人回复收悉、作出相应诉讼行为或者系统反馈阅知的日期为准',
    'electronic service: the date on which the party replied, acted in the proceedings or was reported to have read it governs',
  ],
  fromDue: ['自履行期限之日起算', 'counted from the due date'],
} as const satisfies Record<string, Said>;

/** What completed an electronic service. */
export const completedSaid: Readonly<Record<string, Said>> = {
  'confirmed-address': ['（受送达人提供或者确认了电子地址）', '(to an address that the party gave or confirmed)'],
  acknowledged: ['（受送达人已回复、作出诉讼行为或者阅知）', '(the party replied, acted or read it)'],
};

export const waySaid: Readonly<Record<string, Said>> = {
  direct: ['直接送达', 'personal service'],
  electronic: ['电子送达', 'electronic service'],
};
