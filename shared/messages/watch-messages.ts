import { readableInstant } from '../instant.ts';
import { listedApart, say, type CaseLanguage, type Text } from '../language.ts';
import type { AddressHistory, Gap } from '../watch/history.ts';
import type { PageState } from '../watch/page-state.ts';

/** What an address showed, in words that claim no more than was seen. */
export const pageStateTexts: Readonly<Record<PageState, Text>> = {
  live: { 'zh-CN': '可见', en: 'seen' },
  'without-words': { 'zh-CN': '页面存在，未见所查文字', en: 'a page stands there; the words were not seen' },
  'taken-down': { 'zh-CN': '该地址返回“不存在”', en: 'the address answered that there is nothing' },
  'soft-404': {
    'zh-CN': '返回成功状态，页面称内容不存在',
    en: 'a success was answered, and the page says that there is no such content',
  },
  empty: { 'zh-CN': '返回成功状态，页面没有可见文字', en: 'a success was answered without any visible text' },
  moved: { 'zh-CN': '被引向其他地址，未见所查文字', en: 'led to another address; the words were not seen' },
  blocked: { 'zh-CN': '遇到登录、验证或拒绝，无法判断', en: 'a login, a challenge or a refusal: cannot be told' },
  unreachable: { 'zh-CN': '未能取得页面，无法判断', en: 'no page was obtained: cannot be told' },
};

const gapTexts: Readonly<Record<Gap['why'], Text>> = {
  unchecked: { 'zh-CN': '{from} 至 {to} 未检查', en: 'unchecked from {from} to {to}' },
  blocked: { 'zh-CN': '{from} 至 {to} 受阻，无法判断', en: 'blocked from {from} to {to}: cannot be told' },
  unreachable: { 'zh-CN': '{from} 至 {to} 未能取得页面', en: 'no page was obtained from {from} to {to}' },
};

const frames = {
  lastSeen: { 'zh-CN': '最后见于 {at}', en: 'last seen {at}' },
  firstNotSeen: { 'zh-CN': '首次未见于 {at}', en: 'first not seen {at}' },
  between: {
    'zh-CN': '两者之间 {hours} 小时 {minutes} 分未检查',
    en: 'unchecked between the two: {hours} h {minutes} min',
  },
  seenAgain: { 'zh-CN': '其后又见于 {at}', en: 'seen again {at}' },
  never: { 'zh-CN': '各次检查均未见', en: 'not seen in any check' },
  none: { 'zh-CN': '未检查', en: 'not checked' },
  untold: { 'zh-CN': '各次检查均无法判断', en: 'no check could tell' },
} as const satisfies Record<string, Text>;

/** A moment as the reports print it: Beijing time to the second, and what it is in UTC. */
export function momentText(instant: string): string {
  return readableInstant(instant).replace(/\.\d{3}(?=[ )])/g, '');
}

/**
 * A disappearance as last seen and first not seen, with the time between them in which nobody looked; never as a moment
 * of removal, which no capture shows.
 */
export function frameText(
  { entries, lastSeen, firstNotSeen, seenAgain }: AddressHistory,
  language: CaseLanguage,
): string {
  const told = (text: Text, params = {}) => say(text, language, params);
  if (entries.length === 0) return told(frames.none);
  if (!lastSeen && !firstNotSeen) return told(frames.untold);
  const parts = [
    lastSeen ? told(frames.lastSeen, { at: momentText(lastSeen.at) }) : told(frames.never),
    ...(firstNotSeen ? [told(frames.firstNotSeen, { at: momentText(firstNotSeen.at) })] : []),
  ];
  if (lastSeen && firstNotSeen) {
    const minutes = Math.round((Date.parse(firstNotSeen.at) - Date.parse(lastSeen.at)) / 60_000);
    parts.push(told(frames.between, { hours: Math.floor(minutes / 60), minutes: minutes % 60 }));
  }
  if (seenAgain) parts.push(told(frames.seenAgain, { at: momentText(seenAgain.at) }));
  return listedApart(parts, language);
}

export function gapText({ from, to, why }: Gap, language: CaseLanguage): string {
  return say(gapTexts[why], language, { from: momentText(from), to: momentText(to) });
}

/** 「截至T，n个核查账号在该渠道未见澄清信息」: what control accounts saw; never what the other side did or did not send. */
const notSeenText: Text = {
  'zh-CN': '截至{at}，{accounts}个核查账号在该渠道未见澄清信息',
  en: 'As of {at}, {accounts} control account(s) had not seen the clarification on this channel',
};

export function notSeen(accounts: number, asOf: string, language: CaseLanguage): string {
  return say(notSeenText, language, { accounts, at: momentText(asOf) });
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
    en: 'No address is watched yet; --set takes a list',
  },
  address: { 'zh-CN': '网址', en: 'Address' },
  expected: { 'zh-CN': '期望', en: 'Expected' },
  now: { 'zh-CN': '末次检查', en: 'Last check' },
  seenFrame: { 'zh-CN': '最后见于 / 首次未见', en: 'Last seen / first not seen' },
  changes: { 'zh-CN': '变化', en: 'Changes' },
  next: { 'zh-CN': '下次检查', en: 'Next check' },
  gone: { 'zh-CN': '不再可见“{words}”', en: '"{words}" is gone' },
  contains: { 'zh-CN': '可见“{words}”', en: '"{words}" is there' },
  lacks: { 'zh-CN': '不含“{words}”', en: '"{words}" is not there' },
  unchanged: { 'zh-CN': '未改动', en: 'unchanged' },
  met: { 'zh-CN': '符合', en: 'as expected' },
  notMet: { 'zh-CN': '不符', en: 'NOT as expected' },
  cannotTell: { 'zh-CN': '无法判断', en: 'cannot be told' },
  notYet: { 'zh-CN': '未检查', en: 'not checked yet' },
  atOnce: { 'zh-CN': '立即', en: 'at once' },
  edit: { 'zh-CN': '文字改动：“{before}” → “{after}”', en: 'text edited: "{before}" → "{after}"' },
  moreEdits: { 'zh-CN': '等 {count} 处', en: 'and {count} more' },
} as const satisfies Record<string, Text>;
