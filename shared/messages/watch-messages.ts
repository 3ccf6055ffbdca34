import { shortTime } from '../instant.ts';
import { inEach, listedApart, say, type CaseLanguage, type Language, type Text } from '../language.ts';
import type { AddressHistory, Gap } from '../watch/history.ts';
import { seenIn, type PageState } from '../watch/page-state.ts';

/** What an address showed, in words that claim no more than was seen. */
export const pageStateTexts: Readonly<Record<PageState, Text>> = {
  live: { 'zh-CN': '可见', en: 'visible' },
  'without-words': { 'zh-CN': '页面存在，未见所查文字', en: 'page present; the words were not found' },
  'taken-down': { 'zh-CN': '该地址返回“不存在”', en: 'the address returned “not found”' },
  'soft-404': {
    'zh-CN': '返回成功状态，页面称内容不存在',
    en: 'a success status was returned, but the page says the content does not exist',
  },
  empty: {
    'zh-CN': '返回成功状态，页面没有可见文字',
    en: 'a success status was returned, but the page has no visible text',
  },
  moved: { 'zh-CN': '被转向其他地址，未见所查文字', en: 'redirected to another address; the words were not found' },
  unclear: {
    'zh-CN': '得到的可能是登录、验证或内容不存在的提示，无法确定',
    en: 'possibly a login, verification or not-found page: undetermined',
  },
  blocked: {
    'zh-CN': '遇到登录、验证或拒绝访问，无法确定',
    en: 'a login, verification or access-denied page: undetermined',
  },
  unreachable: { 'zh-CN': '未能取得页面，无法确定', en: 'no page obtained: undetermined' },
};

const gapTexts: Readonly<Record<Gap['why'], Text>> = {
  unchecked: { 'zh-CN': '{from} 至 {to} 未检查', en: 'not checked from {from} to {to}' },
  unclear: {
    'zh-CN': '{from} 至 {to} 得到的可能不是目标页面，无法确定',
    en: 'from {from} to {to} possibly not the target page: undetermined',
  },
  blocked: { 'zh-CN': '{from} 至 {to} 受阻，无法确定', en: 'blocked from {from} to {to}: undetermined' },
  unreachable: { 'zh-CN': '{from} 至 {to} 未能取得页面', en: 'no page obtained from {from} to {to}' },
};

const frames = {
  clockOff: {
    'zh-CN': '取证设备的时钟有误，上列时间及先后不可直接采用',
    en: 'the device clock was wrong: these times and their order cannot be relied on as stated',
  },
  lastSeen: { 'zh-CN': '最后一次可见：{at}', en: 'last seen {at}' },
  firstNotSeen: { 'zh-CN': '首次不可见：{at}', en: 'first not seen {at}' },
  between: {
    'zh-CN': '两者之间 {hours} 小时 {minutes} 分未检查',
    en: 'not checked in between: {hours} h {minutes} min',
  },
  betweenUntold: {
    'zh-CN': '两者之间 {hours} 小时 {minutes} 分的检查均无法确定',
    en: 'checks in between all undetermined: {hours} h {minutes} min',
  },
  seenAgain: { 'zh-CN': '其后再次可见：{at}', en: 'seen again {at}' },
  never: { 'zh-CN': '各次检查均未见', en: 'not seen in any check' },
  neverTold: { 'zh-CN': '结果明确的各次检查均未见', en: 'not seen in any conclusive check' },
  seenEarlier: { 'zh-CN': '此前可见：{at}', en: 'last seen before that {at}' },
  none: { 'zh-CN': '未检查', en: 'not checked' },
  untold: { 'zh-CN': '各次检查均无法确定', en: 'no conclusive check' },
} as const satisfies Record<string, Text>;

/**
 * A disappearance as last seen and first not seen, with the time between them in which nobody looked; never as a moment
 * of removal, which no capture shows.
 */
export function frameText(history: AddressHistory, language: CaseLanguage): string {
  return inEach(language, (one) => frameIn(history, one));
}

function frameIn({ entries, lastSeen, firstNotSeen, seenAgain }: AddressHistory, language: Language): string {
  const told = (text: Text, params = {}) => say(text, language, params);
  if (entries.length === 0) return told(frames.none);
  if (!lastSeen && !firstNotSeen) return told(frames.untold);
  const untold = entries.some(({ state }) => seenIn(state) === 'unknown');
  const parts = [
    lastSeen
      ? told(seenAgain ? frames.seenEarlier : frames.lastSeen, { at: shortTime(lastSeen.at) })
      : told(untold ? frames.neverTold : frames.never),
    ...(firstNotSeen ? [told(frames.firstNotSeen, { at: shortTime(firstNotSeen.at) })] : []),
  ];
  const timeUnknown = [lastSeen, firstNotSeen, seenAgain].some((one) => one?.timeUnknown === true);
  if (lastSeen && firstNotSeen && !timeUnknown) {
    // Whole minutes that passed: a span is never told longer than it was.
    const minutes = Math.floor((Date.parse(firstNotSeen.at) - Date.parse(lastSeen.at)) / 60_000);
    const looked = entries.some(({ observation: { at } }) => lastSeen.at < at && at < firstNotSeen.at);
    parts.push(
      told(looked ? frames.betweenUntold : frames.between, { hours: Math.floor(minutes / 60), minutes: minutes % 60 }),
    );
  }
  if (seenAgain) parts.push(told(frames.seenAgain, { at: shortTime(seenAgain.at) }));
  if (timeUnknown) parts.push(told(frames.clockOff));
  return listedApart(parts, language);
}

export function gapText({ from, to, why }: Gap, language: CaseLanguage): string {
  return say(gapTexts[why], language, { from: shortTime(from), to: shortTime(to) });
}

/** 「截至T，n个核查账号在该渠道未见澄清信息」: what control accounts saw; never what the other side did or did not send. */
const notSeenText: Text = {
  'zh-CN': '截至{at}，{accounts}个核查账号在该渠道未见澄清信息',
  en: 'As of {at}, {accounts} {accounts|check account|check accounts} had not seen the clarification on this channel',
};

export function notSeen(accounts: number, asOf: string, language: CaseLanguage): string {
  return say(notSeenText, language, { accounts, at: shortTime(asOf) });
}

/** What an address showed, in the language or languages asked for. */
export function stateText(state: PageState, language: CaseLanguage): string {
  return say(pageStateTexts[state], language);
}

/** Headings and cells of the table of watched addresses. */
export const watchTexts = {
  title: { 'zh-CN': '持续监测的网址', en: 'Watched addresses' },
  nothing: {
    'zh-CN': '尚未设置监测网址；用 --set 设置',
    en: 'No addresses are being watched yet; use --set to set a list',
  },
  address: { 'zh-CN': '网址', en: 'Address' },
  expected: { 'zh-CN': '期望', en: 'Expected' },
  now: { 'zh-CN': '最近一次检查', en: 'Last check' },
  seenFrame: { 'zh-CN': '最后一次可见、首次不可见', en: 'Last seen, first not seen' },
  changes: { 'zh-CN': '变化', en: 'Changes' },
  next: { 'zh-CN': '下次检查', en: 'Next check' },
  gone: { 'zh-CN': '“{words}”不再可见', en: '“{words}” no longer visible' },
  contains: { 'zh-CN': '“{words}”可见', en: '“{words}” present' },
  lacks: { 'zh-CN': '不含“{words}”', en: '“{words}” absent' },
  unchanged: { 'zh-CN': '未改动', en: 'unchanged' },
  met: { 'zh-CN': '符合', en: 'as expected' },
  notMet: { 'zh-CN': '不符', en: 'NOT as expected' },
  cannotTell: { 'zh-CN': '无法确定', en: 'undetermined' },
  notYet: { 'zh-CN': '未检查', en: 'not checked yet' },
  atOnce: { 'zh-CN': '立即', en: 'immediately' },
  edit: { 'zh-CN': '文字改动：“{before}” → “{after}”', en: 'text edited: “{before}” → “{after}”' },
  moreEdits: { 'zh-CN': '等 {count} 处', en: 'and {count} more' },
} as const satisfies Record<string, Text>;
