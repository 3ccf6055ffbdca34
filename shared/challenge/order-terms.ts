import { passageState, type StoredWords } from '../claims/passage.ts';
import { listed, type Language, type Text } from '../language.ts';
import { orderDues } from '../messages/papers/challenge-messages.ts';
import type { Due, Obligation, Order } from '../order/order.ts';
import type { Challenge, ChallengedCase } from './challenged-case.ts';
import { daysNamedIn } from './named-days.ts';
import { chineseNumber } from './numerals.ts';

/**
 * The ruling against what the case states of it. The operative words are the obligation as quoted, with the sentence of
 * the imported ruling that it stands in. What the words do not say is not held against what is stated.
 */
export function orderTerms({ order }: ChallengedCase): readonly Challenge[] {
  if (order === null || order.stated.obligations.length === 0) return [];
  const { stated, words } = order;
  const unread: readonly Challenge[] =
    words === null || (words.text === null && words.machineRead === null)
      ? [{ code: words === null ? 'ruling-missing' : 'ruling-wordless', where: 'case', params: {} }]
      : [];
  return [...unread, ...stated.obligations.flatMap((one) => againstRuling(one, stated, words))];
}

function againstRuling(obligation: Obligation, order: Order, words: StoredWords | null): readonly Challenge[] {
  const { id, text, due } = obligation;
  const bare = bareTerm(text);
  const state = words === null ? 'no-text' : passageState(words, bare);
  const sentence = words === null ? null : sentenceWith(words, bare);
  const operative = [text, sentence ?? ''].join('\n');
  const attack = (code: Challenge['code'], params: Challenge['params'] = {}): Challenge => ({
    code,
    where: id,
    params: { term: text, ...params },
  });
  const term = termIn(operative, text);
  return [
    ...(state === 'not-found' ? [attack('term-not-in-ruling')] : []),
    ...(term !== null && !agrees(term, due)
      ? [attack('term-differs', { words: term.words, stated: dueText(due) })]
      : []),
    ...(term === null && sentence !== null && due.by !== 'not-stated'
      ? [attack('term-unsaid', { stated: dueText(due) })]
      : []),
    ...daysAgainst(obligation, operative).map((said) => attack('standing-differs', said)),
    ...channelsAgainst(obligation, order, operative).map(({ code, channels }) => attack(code, { channels })),
  ];
}

/** Without the number in front and the mark behind: a person copies the words of a limb, not always its frame. */
const bareTerm = (text: string): string =>
  text
    .trim()
    .replace(/^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)/u, '')
    .replace(/[。；;.，,]+$/u, '');

/** The sentence of the ruling in which a term stands; null where it does not stand there. */
function sentenceWith({ text, machineRead }: StoredWords, term: string): string | null {
  const wanted = lettersOf(term);
  const all = lettersOf([text ?? '', machineRead ?? ''].join('。'));
  const at = wanted === '' ? -1 : all.indexOf(wanted);
  if (at < 0) return null;
  const from = Math.max(...['。', '；', ';'].map((mark) => all.lastIndexOf(mark, at))) + 1;
  const end = /[。；;]/u.exec(all.slice(at + wanted.length))?.index ?? all.length - at - wanted.length;
  return all.slice(from, at + wanted.length + end);
}

const lettersOf = (text: string): string => text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '');

/** By when, as words say it. */
type Term = Readonly<
  | { words: string; by: 'at-once' }
  | { words: string; by: 'days' | 'hours'; count: number }
  | { words: string; by: 'day'; days: ReturnType<typeof daysNamedIn> }
>;

const atOnce = /立即|立刻|即刻|即日|immediately|forthwith|at\s?once/iu;
const within =
  /([一二两三四五六七八九十百\d]{1,5})\s*(?:个)?\s*(日|天|小时|工作日)\s*(?:之)?内|within\s?(\d{1,3})\s?(days?|hours?)/iu;

function termIn(operative: string, own: string): Term | null {
  const once = atOnce.exec(operative);
  if (once) return { words: once[0], by: 'at-once' };
  const period = within.exec(operative);
  const count = period === null ? null : chineseNumber(period[1] ?? period[3] ?? '');
  if (period !== null && count !== null)
    return { words: period[0], by: /小时|hour/iu.test(period[0]) ? 'hours' : 'days', count };
  const days = daysNamedIn(own).filter(({ day }) => day !== null);
  const [first] = days;
  return first ? { words: first.words, by: 'day', days } : null;
}

/** Whether what is stated can be what the words say; a day that somebody counted herself cannot be counted again here. */
function agrees(term: Term, due: Due): boolean {
  switch (term.by) {
    case 'at-once':
      return due.by === 'at-once';
    case 'days':
      return due.by === 'days-from-service' ? due.days === term.count : due.by === 'day' || due.by === 'moment';
    case 'hours':
      return due.by === 'hours-from-service' ? due.hours === term.count : due.by === 'moment';
    case 'day':
      if (due.by !== 'day') return due.by === 'moment';
      return daysNamedIn(due.on).some((on) => term.days.some(({ month, day }) => on.month === month && on.day === day));
  }
}

/** What is stated of a term, in words. */
function dueText(due: Due): Text {
  const filled = (text: Text, value: string | number): Text => ({
    'zh-CN': text['zh-CN'].replace('{value}', String(value)),
    en: text.en.replace('{value}', String(value)),
  });
  switch (due.by) {
    case 'day':
      return filled(orderDues.day, due.on);
    case 'moment':
      return filled(orderDues.moment, due.at);
    case 'days-from-service':
      return filled(orderDues.days, due.days);
    case 'hours-from-service':
      return filled(orderDues.hours, due.hours);
    case 'at-once':
      return orderDues.once;
    case 'not-stated':
      return orderDues.notStated;
  }
}

const standing =
  /(?:持续|连续|不少于|保留|置顶|刊登|展示)[^。；;\d一二三四五六七八九十]{0,12}([一二两三四五六七八九十百\d]{1,5})\s*(?:日|天)|for\s?(?:a\s?period\s?of\s?)?(\d{1,3})\s?(?:consecutive\s?)?days/iu;

/** For how long a statement has to stand, as the words say it, against what is stated. */
function daysAgainst(obligation: Obligation, operative: string): readonly Challenge['params'][] {
  if (obligation.kind !== 'homepage') return [];
  const said = standing.exec(operative);
  const count = said === null ? null : chineseNumber(said[1] ?? said[2] ?? '');
  if (said === null || count === null || count === obligation.days) return [];
  const { notStated, standingDays } = orderDues;
  const days = String(obligation.days);
  const stated: Text =
    obligation.days === null
      ? notStated
      : { 'zh-CN': standingDays['zh-CN'].replace('{value}', days), en: standingDays.en.replace('{value}', days) };
  return [{ words: said[0], stated }];
}

const sameWay =
  /同样(?:的)?方式|相同(?:的)?方式|同等方式|原(?:有)?方式|原渠道|同一渠道|same\s?(?:way|means|manner|channels?)/iu;
const samePeople =
  /同等范围|相同(?:的)?范围|同一范围|原(?:有)?范围|相同(?:的)?(?:用户|对象|人群)|same\s?(?:scope|extent|recipients|people|users)/iu;

/** Channels as rulings call them, and how people who state them may. */
const channelWords: readonly (readonly [ruling: RegExp, stated: RegExp])[] = [
  [/站内消息|站内信|App\s?消息|in-app\s?messages?/iu, /站内|App|in-app/iu],
  [/(?:监控)?日报|daily\s?reports?/iu, /日报|daily/iu],
  [/(?:电子)?邮件|邮箱|e-?mails?/iu, /邮|mail/iu],
  [/短信|text\s?messages?|\bSMS\b/iu, /短信|text|sms/iu],
  [/公众号/u, /公众号/u],
  [/微博|weibo/iu, /微博|weibo/iu],
  [/网页|网站页面|web\s?pages?/iu, /网|页|web|page/iu],
];

type ChannelAttack = Readonly<{ code: Challenge['code']; channels: Text }>;

/** Channels that the words name and nothing is stated of; "the same way, the same people" against what is stated of both. */
function channelsAgainst(obligation: Obligation, order: Order, operative: string): readonly ChannelAttack[] {
  if (obligation.kind === 'homepage') return [];
  const stops = order.obligations.flatMap((one) => (one.kind === 'stop' ? one.places : []));
  const own = (obligation.kind === 'stop' ? obligation.places : obligation.channels).map(({ channel }) => channel);
  const unlisted = channelWords.flatMap(([ruling, stated]) => {
    const said = ruling.exec(operative)?.[0];
    return said === undefined || own.some((channel) => stated.test(channel)) ? [] : [said];
  });
  const found: ChannelAttack[] =
    unlisted.length === 0 ? [] : [{ code: 'channel-unlisted', channels: listedText(unlisted) }];
  if (obligation.kind === 'stop') return found;
  const stopped = [...new Set(stops.map(({ channel }) => channel))].filter(
    (channel) => !own.some((one) => sameChannel(one, channel)),
  );
  if (sameWay.test(operative) && stopped.length > 0)
    found.push({ code: 'channel-not-clarified', channels: listedText(stopped) });
  const open = obligation.channels
    .filter(({ scopeOfOriginal }) => scopeOfOriginal === null)
    .map(({ channel }) => channel);
  if (samePeople.test(operative) && open.length > 0) found.push({ code: 'scope-open', channels: listedText(open) });
  return found;
}

function sameChannel(one: string, other: string): boolean {
  if (one.includes(other) || other.includes(one)) return true;
  return channelWords.some(([, stated]) => stated.test(one) && stated.test(other));
}

function listedText(names: readonly string[]): Text {
  const inLanguage = (language: Language) => listed(names, language);
  return { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') };
}
