import type { Text } from '../language.ts';
import type { ChannelState, HomepageDay, PlaceState } from '../order/obligations.ts';

/** Headings and cells of the report on what followed the order. */
export const complianceTexts = {
  orderGroup: { 'zh-CN': '裁定与送达', en: 'The order and its service' },
  orderPurpose: { 'zh-CN': '载明裁定的内容或其送达', en: 'Shows what was ordered, or that it was served' },
  lookPurpose: { 'zh-CN': '核查“{text}”时所见', en: 'What was seen when “{text}” was checked' },
  clocks: { 'zh-CN': '期限与时点', en: 'Deadlines and clocks' },
  stop: { 'zh-CN': '停止传播：{text}', en: 'Stop spreading: {text}' },
  clarify: {
    'zh-CN': '以相同方式、在相同范围内澄清：{text}',
    en: 'Clarify the same way, within the same scope: {text}',
  },
  homepage: { 'zh-CN': '首页声明：{text}', en: 'Statement on the homepage: {text}' },
  matter: { 'zh-CN': '事项', en: 'What' },
  when: { 'zh-CN': '日期', en: 'When' },
  countedFrom: { 'zh-CN': '起算', en: 'Counted from' },
  basis: { 'zh-CN': '依据', en: 'Rule' },
  doubts: { 'zh-CN': '提示', en: 'To check' },
  channel: { 'zh-CN': '渠道', en: 'Channel' },
  address: { 'zh-CN': '地址', en: 'Address' },
  state: { 'zh-CN': '状态', en: 'State' },
  seenFrame: { 'zh-CN': '最后见于 / 首次未见', en: 'Last seen / first not seen' },
  gaps: { 'zh-CN': '未能检查的期间', en: 'Times without a check' },
  evidence: { 'zh-CN': '证据', en: 'Exhibits' },
  original: { 'zh-CN': '原消息', en: 'Original' },
  clarification: { 'zh-CN': '澄清', en: 'Clarification' },
  accounts: { 'zh-CN': '核查账号', en: 'Control accounts' },
  result: { 'zh-CN': '所见', en: 'What was seen' },
  day: { 'zh-CN': '日期（北京时间）', en: 'Day (Beijing)' },
  onHomepage: { 'zh-CN': '首页本身', en: 'On the homepage itself' },
  withoutScrolling: { 'zh-CN': '无需滚动可见', en: 'Visible without scrolling' },
  dueBy: { 'zh-CN': '应于 {at} 前履行', en: 'due by {at}' },
  dueUnknown: { 'zh-CN': '履行期限未知', en: 'due time not known' },
  moved: { 'zh-CN': '由休假日 {from} 顺延', en: 'moved from {from}, a day off' },
  window: { 'zh-CN': '{from} 至 {to}，其中最后工作日 {last}', en: '{from} to {to}; last working day {last}' },
  notComputed: { 'zh-CN': '无法计算：{missing}', en: 'not computed: {missing}' },
  scope: { 'zh-CN': '范围（原文）：{scope}', en: 'scope, as quoted: {scope}' },
  scopeUnknown: { 'zh-CN': '范围未载明', en: 'scope not stated' },
  noOriginal: { 'zh-CN': '未登记原消息', en: 'no original is registered' },
  noClarification: { 'zh-CN': '未登记澄清信息', en: 'no clarification is registered' },
  saw: { 'zh-CN': '见到', en: 'saw it' },
  sawNot: { 'zh-CN': '未见', en: 'did not see it' },
  notLooked: { 'zh-CN': '未核查', en: 'did not look' },
  receivedOriginal: { 'zh-CN': '曾收到原消息', en: 'received the original' },
  noReceipt: { 'zh-CN': '未登记其收到原消息', en: 'its receipt of the original is not registered' },
  otherChecks: { 'zh-CN': '另有 {count} 次检查', en: 'and {count} checks more' },
  notMeasured: { 'zh-CN': '未测量', en: 'not measured' },
  yes: { 'zh-CN': '是', en: 'yes' },
  no: { 'zh-CN': '否', en: 'no' },
} as const satisfies Record<string, Text>;
export type ComplianceText = keyof typeof complianceTexts;

export const placeStateTexts: Readonly<Record<PlaceState, Text>> = {
  'not-seen': { 'zh-CN': '末次检查未见', en: 'not seen in the last check' },
  'still-seen': { 'zh-CN': '履行期限届满后仍可见', en: 'still seen after it was due' },
  'seen-before-due': { 'zh-CN': '期限届满前可见，届满后未检查', en: 'seen before it was due; not checked since' },
  'cannot-tell': { 'zh-CN': '已检查，无法判断', en: 'checked; cannot be told' },
  'not-checked': { 'zh-CN': '未检查', en: 'not checked' },
};

export const channelStateTexts: Readonly<Record<ChannelState, Text>> = {
  seen: { 'zh-CN': '该渠道见到澄清信息', en: 'the clarification was seen on this channel' },
  'not-seen': { 'zh-CN': '核查账号未见澄清信息', en: 'control accounts did not see the clarification' },
  'not-checked': { 'zh-CN': '未核查', en: 'not checked' },
};

export const dayTexts: Readonly<Record<HomepageDay['seen'], Text>> = {
  yes: { 'zh-CN': '见到声明', en: 'statement seen' },
  no: { 'zh-CN': '未见声明', en: 'statement not seen' },
  unknown: { 'zh-CN': '已检查，无法判断', en: 'checked; cannot be told' },
  unchecked: { 'zh-CN': '未检查', en: 'unchecked' },
};
