import { inBoth, sideIn } from '../../../../shared/bilingual.ts';
import { labelled, languagesOf, listed, listedApart, say, type Text } from '../../../../shared/language.ts';
import { serviceWayTexts } from '../../../../shared/messages/order-messages.ts';
import { withWords, type ModelWith } from '../page-kind.ts';
import type { BundleModel } from '../../model.ts';
import { openCell } from '../blocks/table.ts';
import { axisDay, inBeijing, type AxisRow, type AxisSign, type Lane, type AxisTold } from './axis-rows.ts';

/** What only the time axis says. */
export const axisWords = {
  timeAxis: { 'zh-CN': '时间轴', en: 'Time axis' },
  laneMessage: { 'zh-CN': '涉案信息', en: 'Message' },
  laneMedia: { 'zh-CN': '媒体', en: 'Media' },
  laneClarified: { 'zh-CN': '澄清', en: 'Clarification' },
  laneCourt: { 'zh-CN': '法院', en: 'Court' },
  laneOther: { 'zh-CN': '其他', en: 'Other' },
  laneOwn: { 'zh-CN': '取证', en: 'Capture' },
  whatHappened: { 'zh-CN': '何事', en: 'What happened' },
  signEvent: { 'zh-CN': '事件（提交人陈述）', en: 'event (party’s statement)' },
  signByPage: { 'zh-CN': '发布（页面载明）', en: 'publication (as on the page)' },
  signByParty: { 'zh-CN': '发布（提交人填写）', en: 'publication (party’s statement)' },
  signUndated: { 'zh-CN': '发布（时间不详）', en: 'publication (time unknown)' },
  signCorrected: { 'zh-CN': '更正、删除情况（提交人填写）', en: 'on correction or deletion (party’s statement)' },
  signOrdered: { 'zh-CN': '裁定与送达（提交人填写）', en: 'ruling and service (party’s statement)' },
  signGone: { 'zh-CN': '页面不在（取证时，本机时钟）', en: 'page not there at capture (device’s clock)' },
  signCaptured: { 'zh-CN': '取证（本机时钟）', en: 'capture (device’s clock)' },
  signImported: { 'zh-CN': '导入（本机时钟）', en: 'import (device’s clock)' },
  pageDiffers: { 'zh-CN': '页面载明的时间为 {time}', en: 'the page states {time}' },
  writtenAs: { 'zh-CN': '原文所载时间 {time}', en: 'time as stated: {time}' },
  authorOf: { 'zh-CN': '作者', en: 'author' },
  citesAs: { 'zh-CN': '引用', en: 'cites' },
  reachOf: { 'zh-CN': '计数', en: 'counts' },
  correctedAs: { 'zh-CN': '更正、删除情况', en: 'on correction or deletion' },
  goneAt: { 'zh-CN': '取证时服务器答复 {status}：{title}', en: 'the server answered {status} at capture: {title}' },
  ruledBy: { 'zh-CN': '法院作出裁定', en: 'Ruling made' },
  measureOn: { 'zh-CN': '采取保全措施', en: 'Measure taken' },
  servedOn: { 'zh-CN': '送达{party}', en: 'Served on {party}' },
  capturedMany: { 'zh-CN': '由本程序取证 {count} 项', en: '{count} {count|exhibit|exhibits} captured by this program' },
  importedMany: { 'zh-CN': '导入 {count} 项', en: '{count} {count|exhibit|exhibits} imported' },
  orderUnknown: {
    'zh-CN': '所载时间不能确定是否晚于证据 {numbers}',
    en: 'the stated times do not settle whether it is later than exhibit {numbers}',
  },
  orderReversed: {
    'zh-CN': '所载时间早于其来源证据 {numbers}',
    en: 'the stated time is earlier than that of its source, exhibit {numbers}',
  },
  noTimeOfDay: { 'zh-CN': '当日', en: 'that day' },
  noDay: { 'zh-CN': '日期不详或无法识别', en: 'Day unknown or not readable' },
  dayGoesOn: { 'zh-CN': '{day}（续）', en: '{day} (continued)' },
  legendZone: {
    'zh-CN': '时间均为北京时间，未写时区的亦按北京时间。',
    en: 'Beijing time, also where no zone is stated.',
  },
  legendDay: {
    'zh-CN': '“当日”表示只载明日期，列于当日之首，不表示先后。',
    en: '“That day”: only the day is stated; the entry comes first on its day, which says nothing about the order.',
  },
  legendLines: {
    'zh-CN':
      '“←”：取自该证据，由办案人员逐一确认；未列出不等于没有。连线由来源指向引用方，仅在所载时间能确定先后时绘出。',
    en: '“←”: taken from that exhibit, as a person confirmed; one not listed is not thereby excluded. Lines lead from the source, where stated times settle the order.',
  },
} as const satisfies Record<string, Text>;

export type Own = ModelWith<typeof axisWords>;

export const laneName = {
  message: 'laneMessage',
  media: 'laneMedia',
  clarified: 'laneClarified',
  court: 'laneCourt',
  other: 'laneOther',
  own: 'laneOwn',
} as const satisfies Record<Lane, keyof typeof axisWords>;

export const signName = {
  event: 'signEvent',
  publishedByPage: 'signByPage',
  publishedByParty: 'signByParty',
  undated: 'signUndated',
  corrected: 'signCorrected',
  ordered: 'signOrdered',
  gone: 'signGone',
  captured: 'signCaptured',
  imported: 'signImported',
} as const satisfies Record<AxisSign, keyof typeof axisWords>;

/** The time of a row within its day; what has no day has it as it is written. @param alone the only row of its day, which it names */
export function axisTime({ stretch, written, measured }: AxisRow, { t }: Own, alone = false): string {
  if (stretch === null) return written?.trim() ? written : openCell;
  const [from = '', to = ''] = [stretch.from, stretch.to].map((moment) => inBeijing(moment).slice(11, 19));
  const length = stretch.to - stretch.from;
  const day = axisDay(stretch.from);
  if (length > minute && !measured) return alone ? day : t('noTimeOfDay');
  const time = measured ? (from === to ? from : `${from}–${to}`) : length === 0 ? from : from.slice(0, 5);
  return alone ? `${day} ${time}` : time;
}

const minute = 60_000;

/** What a row tells of, in the party's words or ours. */
export function axisWhat({ told }: AxisRow, { t }: Own): string {
  switch (told.of) {
    case 'event':
      return told.what.trim() || openCell;
    case 'published':
      return told.what?.trim() || told.exhibit.exhibit.title;
    case 'corrected':
      return told.exhibit.exhibit.title;
    case 'gone':
      return t('goneAt', { status: told.status, title: told.exhibit.exhibit.title });
    case 'captured':
    case 'imported': {
      const [only] = told.exhibits;
      if (told.exhibits.length === 1 && only) return only.exhibit.title;
      return t(told.of === 'captured' ? 'capturedMany' : 'importedMany', { count: told.exhibits.length });
    }
    case 'ruled':
      return t('ruledBy');
    case 'measure':
      return t('measureOn');
    case 'served':
      return t('servedOn', { party: told.served.party });
  }
}

/** What a person typed, which has one language, or words of ours in all of the paper's. */
type Said = Readonly<{ text: string; typed?: true }>;

/** Below it, what else is stated: in a paper of two languages a person's words stand once, in the first. */
export function axisDetail(row: AxisRow, bundle: BundleModel): string {
  const model = withWords(bundle, axisWords);
  const { t, language } = model;
  const { told, sources } = row;
  const withOrder = (order: 'unknown' | 'before') =>
    listed(
      sources.filter((one) => one.order === order).map(({ exhibit }) => exhibit.number),
      language,
    );
  const [unknown, reversed] = [withOrder('unknown'), withOrder('before')];
  const said: readonly Said[] = [
    ...(isWrittenOtherwise(row) ? [{ text: t('writtenAs', { time: row.written ?? '' }) }] : []),
    ...saidOf(told, model),
    ...(unknown === '' ? [] : [{ text: t('orderUnknown', { numbers: unknown }) }]),
    ...(reversed === '' ? [] : [{ text: t('orderReversed', { numbers: reversed }) }]),
  ];
  const [first = '', second] = languagesOf(language).map((one, at) =>
    listedApart(
      said.flatMap(({ text, typed }) => (typed ? (at === 0 ? [text] : []) : [sideIn(text, one)])),
      one,
    ),
  );
  return second === undefined || second === '' ? first : inBoth(first, second);
}

function saidOf(told: AxisTold, { t, language }: Own): readonly Said[] {
  switch (told.of) {
    case 'published': {
      const { outlet, author, cites, reach } = told.exhibit.exhibit.media ?? {};
      const what = told.what?.trim() || told.exhibit.exhibit.title;
      const { differs } = told.publication;
      const named = (name: 'authorOf' | 'citesAs' | 'reachOf', value: string | undefined): readonly Said[] =>
        value?.trim() ? [{ text: labelled(t(name), value.trim(), language), typed: true }] : [];
      return [
        ...(differs === null ? [] : [{ text: t('pageDiffers', { time: differs }) }]),
        ...(outlet?.trim() && !what.includes(outlet.trim()) ? [{ text: outlet.trim(), typed: true as const }] : []),
        ...named('authorOf', author),
        ...named('citesAs', cites),
        ...named('reachOf', reach),
      ];
    }
    case 'corrected':
      return [{ text: labelled(t('correctedAs'), told.words, language), typed: true }];
    case 'ruled':
    case 'measure':
      return told.number === null ? [] : [{ text: told.number, typed: true }];
    case 'served':
      return [{ text: say(serviceWayTexts[told.served.way], language) }];
    case 'event':
    case 'gone':
    case 'captured':
    case 'imported':
      return [];
  }
}

/** Whether the time is stated in another zone or another form than it is printed in. */
function isWrittenOtherwise({ stretch, written }: AxisRow): boolean {
  if (stretch === null || written === null) return false;
  const day = axisDay(stretch.from);
  const printed = stretch.to - stretch.from > minute ? day : inBeijing(stretch.from).slice(0, 16);
  return !written.trim().replace('T', ' ').startsWith(printed);
}
