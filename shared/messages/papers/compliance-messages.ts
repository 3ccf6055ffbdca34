import type { Text } from '../../language.ts';
import type { ChannelState, HomepageDay, StopState, TermSide } from '../../order/obligations.ts';

/** Headings and cells of the report on what followed the order. */
export const complianceTexts = {
  orderGroup: { 'zh-CN': '裁定与送达', en: 'Ruling and service' },
  orderPurpose: { 'zh-CN': '载明裁定的内容或其送达情况', en: 'Shows the content of the ruling or its service' },
  lookPurpose: { 'zh-CN': '核查“{text}”时所见', en: 'What was seen when checking “{text}”' },
  beforePurpose: {
    'zh-CN': '裁定作出之前所见，供与“{text}”的核查对照',
    en: 'What was seen before the ruling was made, for comparison with the check of “{text}”',
  },
  besidePurpose: { 'zh-CN': '与“{text}”的核查有关', en: 'Concerns the check of “{text}”' },
  clocks: { 'zh-CN': '期限与时点', en: 'Deadlines and dates' },
  stop: { 'zh-CN': '停止传播：{text}', en: 'Stop spreading: {text}' },
  clarify: {
    'zh-CN': '以相同方式、在相同范围内澄清：{text}',
    en: 'Clarify in the same way and within the same scope: {text}',
  },
  homepage: { 'zh-CN': '首页声明：{text}', en: 'Statement on the homepage: {text}' },
  matter: { 'zh-CN': '事项', en: 'Matter' },
  when: { 'zh-CN': '日期', en: 'Date' },
  countedFrom: { 'zh-CN': '起算', en: 'Counted from' },
  basis: { 'zh-CN': '依据', en: 'Legal basis' },
  doubts: { 'zh-CN': '提示', en: 'Notes' },
  governing: { 'zh-CN': '计算说明', en: 'How it is calculated' },
  channel: { 'zh-CN': '渠道', en: 'Channel' },
  address: { 'zh-CN': '地址', en: 'Address' },
  state: { 'zh-CN': '状态', en: 'State' },
  seenFrame: { 'zh-CN': '最后一次可见、首次不可见', en: 'Last seen, first not seen' },
  gaps: { 'zh-CN': '有检查但无法确定的期间', en: 'Periods with inconclusive checks' },
  evidence: { 'zh-CN': '证据', en: 'Exhibits' },
  original: { 'zh-CN': '涉案信息', en: 'Message in dispute' },
  clarification: { 'zh-CN': '澄清', en: 'Clarification' },
  accounts: { 'zh-CN': '核查账号', en: 'Check accounts' },
  result: { 'zh-CN': '所见', en: 'What was seen' },
  day: { 'zh-CN': '日期（北京时间）', en: 'Date (Beijing time)' },
  onHomepage: { 'zh-CN': '所查页面为首页本身', en: 'The page checked is the homepage itself' },
  withoutScrolling: {
    'zh-CN': '无需滚动即可见（在取证所用的窗口中）',
    en: 'Visible without scrolling (in the window used for the capture)',
  },
  dueBy: { 'zh-CN': '应于 {at} 前履行', en: 'due by {at}' },
  dueNotServed: {
    'zh-CN': '裁定载明应于 {at} 前履行；送达未填写，期限是否已届满未知',
    en: 'due by {at} under the ruling; service is not stated, so whether the deadline has passed is unknown',
  },
  dueServiceOpen: {
    'zh-CN': '裁定载明应于 {at} 前履行；电子送达的地址是否经受送达人提供或者确认未填写，期限是否已届满未知',
    en: 'due by {at} under the ruling; whether electronic service was to an address that the party gave or confirmed is not stated, so whether the deadline has passed is unknown',
  },
  dueUnknown: { 'zh-CN': '履行期限未知', en: 'due date unknown' },
  moved: { 'zh-CN': '由休假日 {from} 顺延', en: 'moved from {from}, a non-working day' },
  windowOnly: {
    'zh-CN': '{from} 至 {to}（其间最后工作日未知）',
    en: '{from} to {to} (last working day unknown)',
  },
  window: { 'zh-CN': '{from} 至 {to}，其中最后工作日 {last}', en: '{from} to {to}; last working day {last}' },
  notComputed: { 'zh-CN': '无法计算：{missing}', en: 'cannot be calculated: {missing}' },
  scope: { 'zh-CN': '范围（原文）：{scope}', en: 'scope (as quoted): {scope}' },
  scopeUnknown: { 'zh-CN': '范围未载明', en: 'scope not stated' },
  noOriginal: { 'zh-CN': '未登记涉案信息', en: 'no message in dispute entered' },
  noClarification: { 'zh-CN': '未登记澄清信息', en: 'no clarification entered' },
  timeUnknown: { 'zh-CN': '所见时间未知', en: 'time of observation unknown' },
  saw: { 'zh-CN': '见到', en: 'seen' },
  statedSaw: { 'zh-CN': '登记为见到', en: 'entered as seen' },
  sawNot: { 'zh-CN': '未见', en: 'not seen' },
  notLooked: { 'zh-CN': '未核查', en: 'not checked' },
  notByAccount: {
    'zh-CN': '所列证据的记录未载明以该账号取得',
    en: 'the record of the exhibit does not state that it was obtained with this account',
  },
  receivedOriginal: { 'zh-CN': '曾收到涉案信息', en: 'received the message in dispute' },
  statedOriginal: {
    'zh-CN': '登记为其收到的涉案信息（记录未载明该账号）',
    en: 'entered as the message in dispute it received (the record does not name the account)',
  },
  noReceipt: { 'zh-CN': '未登记其收到涉案信息', en: 'receipt of the message in dispute not entered' },
  otherChecks: { 'zh-CN': '另有 {count} 次检查', en: 'and {count} other {count|check|checks}' },
  differs: { 'zh-CN': '各次取证结果不同', en: 'differs between captures' },
  partlyMeasured: { 'zh-CN': '并非每次均有测量', en: 'not measured in every capture' },
  notMeasured: { 'zh-CN': '未测量', en: 'not measured' },
  yes: { 'zh-CN': '是', en: 'yes' },
  no: { 'zh-CN': '否', en: 'no' },
} as const satisfies Record<string, Text>;
export type ComplianceText = keyof typeof complianceTexts;

export const stopStateTexts: Readonly<Record<StopState, Text>> = {
  'not-seen': { 'zh-CN': '最近一次结果明确的检查未见', en: 'not seen in the latest conclusive check' },
  'seen-after-due': {
    'zh-CN': '履行期限届满后曾见，最近一次结果明确的检查未见',
    en: 'seen after the deadline; not seen in the latest conclusive check',
  },
  'still-seen': { 'zh-CN': '履行期限届满后仍可见', en: 'still seen after the deadline' },
  'seen-before-order': {
    'zh-CN': '裁定作出之前可见；其后没有结果明确的检查',
    en: 'seen before the ruling was made; no conclusive check since',
  },
  'seen-before-due': {
    'zh-CN': '履行期限届满前可见；其后没有结果明确的检查',
    en: 'seen before the deadline; no conclusive check since',
  },
  'seen-due-unknown': {
    'zh-CN': '可见；当时履行期限是否届满未知',
    en: 'seen; whether the deadline had passed is unknown',
  },
  'cannot-tell': { 'zh-CN': '已检查，无法确定', en: 'checked; undetermined' },
  'not-checked': { 'zh-CN': '未检查', en: 'not checked' },
};

export const channelStateTexts: Readonly<Record<ChannelState, Text>> = {
  seen: { 'zh-CN': '该渠道见到澄清信息', en: 'clarification seen on this channel' },
  registered: {
    'zh-CN': '已登记澄清信息；所存文字中未核对到所查文字',
    en: 'a clarification was entered; the words were not found in the stored text',
  },
  'not-seen': { 'zh-CN': '核查账号未见澄清信息', en: 'clarification not seen by the check accounts' },
  'not-checked': { 'zh-CN': '未核查', en: 'not checked' },
};

export const dayTexts: Readonly<Record<HomepageDay['seen'], Text>> = {
  yes: { 'zh-CN': '见到声明', en: 'statement seen' },
  no: { 'zh-CN': '未见声明', en: 'statement not seen' },
  unknown: { 'zh-CN': '已检查，无法确定', en: 'checked; undetermined' },
  unchecked: { 'zh-CN': '未检查', en: 'not checked' },
};

/** Stands beside what was not seen, unless the term had surely ended: then it is not yet anybody's omission. */
export const termSideTexts: Readonly<Record<TermSide, Text | null>> = {
  'before-order': { 'zh-CN': '裁定作出之前', en: 'before the ruling was made' },
  before: { 'zh-CN': '履行期限届满前', en: 'before the deadline' },
  unknown: { 'zh-CN': '当时履行期限是否届满未知', en: 'whether the deadline had passed is unknown' },
  after: null,
};
