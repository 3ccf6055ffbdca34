import { readableValue } from '../../instant.ts';
import { bracketed, fill, type Language, type Text } from '../../language.ts';
import type { VerifyReport } from '../../verify/report.ts';

/** Content and time first, apart: a merely unstamped file does not look doubtful. */
export function twoLines(report: VerifyReport, language: Language): readonly string[] {
  const content = contentLine(report, language);
  const time = timeLine(report, language);
  return language === 'zh-CN' ? [`内容：${content}`, `时间：${time}`] : [`Content: ${content}`, `Time: ${time}`];
}

/** Whether the content is as it was, and compared with what: whoever can change that too can change both. */
export function contentLine(
  { unaltered, checks }: Pick<VerifyReport, 'unaltered' | 'checks'>,
  language: Language,
): string {
  const word = contentWords[unaltered][language];
  const against = comparedWith.find(([of]) => checks.some(({ check }) => of.includes(check)));
  if (unaltered !== 'yes' || !against) return word;
  return bracketed(word, against[1][language], language);
}

const contentWords: Readonly<Record<VerifyReport['unaltered'], Text>> = {
  yes: { 'zh-CN': '未改动', en: 'unaltered' },
  no: { 'zh-CN': '已改动', en: 'altered' },
  unknown: { 'zh-CN': '无法确定', en: 'undetermined' },
};

/** What each thing is held against, by the checks that are made of it; a package has those of its bundle, too. */
const comparedWith: readonly (readonly [checks: readonly string[], text: Text])[] = [
  [['package'], { 'zh-CN': '与移交包自身所附的清单相比', en: 'compared with the lists in the package itself' }],
  [['proof'], { 'zh-CN': '与证明文件相比', en: 'compared with the proof' }],
  [
    ['custody-log', 'objects', 'item'],
    { 'zh-CN': '与案件自身的保管日志相比', en: 'compared with the custody log of the case itself' },
  ],
  [['manifest'], { 'zh-CN': '与证据册自身的清单相比', en: 'compared with the manifest of the bundle itself' }],
];

/** What is proven about time, with how far it reaches and until when: never a word that is wider than the stamps. */
export function timeLine(
  report: Pick<VerifyReport, 'timeProven' | 'timeScope'> & Partial<Pick<VerifyReport, 'checks'>>,
  language: Language,
): string {
  const wrong = report.checks?.some(({ finding }) => finding === 'wrong-in-time') === true;
  return wrong ? `${clockWrong[language]}${provenLine(report, language)}` : provenLine(report, language);
}

/** It comes first: what a clock said is then not to be relied on, whatever is proven beside it. */
const clockWrong: Text = {
  'zh-CN': '设备时钟有误（见下）；',
  en: 'the device clock was wrong (see below); ',
};

function provenLine(
  { timeProven, timeScope }: Pick<VerifyReport, 'timeProven' | 'timeScope'>,
  language: Language,
): string {
  if (timeProven !== 'proven' && timeProven !== 'partly') return without[timeProven][language];
  if (timeScope === null) return without.none[language];
  const isAll = timeScope.over === 'items' ? timeScope.count === timeScope.of : timeProven === 'proven';
  const whole = isAll ? 'all' : 'some';
  return fill(scopes[timeScope.over][whole][language], { ...timeScope, at: readableValue(timeScope.at) });
}

const without: Readonly<Record<'none' | 'pending' | 'failed', Text>> = {
  none: { 'zh-CN': '未经第三方证明', en: 'not proven by a third party' },
  pending: { 'zh-CN': '等待第三方时间戳', en: 'third-party time stamp pending' },
  failed: { 'zh-CN': '第三方时间戳无效', en: 'third-party time stamp is invalid' },
};

const ofPackage: Text = {
  'zh-CN': '第三方时间戳：整个移交包在 {at} 之前已存在（不证明取证时间）',
  en: 'time stamp: the whole package existed before {at} (not when pages were captured)',
};
const ofFile: Text = {
  'zh-CN': '第三方时间戳：该文件在 {at} 之前已存在（不证明取证时间）',
  en: 'time stamp: the file existed before {at} (not when pages were captured)',
};
const ofFileBefore: Text = {
  'zh-CN': '第三方时间戳：证据册在 {at} 之前已存在（不证明取证时间）；此后附加的签名未经第三方证明',
  en: 'time stamp: the bundle existed before {at} (not when pages were captured); what was appended later is not proven by a third party',
};
const ofItem: Text = {
  'zh-CN': '第三方时间戳：这项证据在 {at} 之前已存在（不证明取证时间）',
  en: 'time stamp: this item existed before {at} (not when it was captured)',
};

const scopes: Readonly<Record<NonNullable<VerifyReport['timeScope']>['over'], Readonly<Record<'all' | 'some', Text>>>> =
  {
    package: { all: ofPackage, some: ofPackage },
    file: { all: ofFile, some: ofFileBefore },
    item: { all: ofItem, some: ofItem },
    log: {
      all: {
        'zh-CN': '第三方时间戳：全部 {count} 条日志在 {at} 之前已存在（不证明取证时间）',
        en: 'time stamp: all {count} log {count|entry|entries} existed before {at} (not when pages were captured)',
      },
      some: {
        'zh-CN': '第三方时间戳：仅前 {count} / {of} 条日志在 {at} 之前已存在（不证明取证时间），其余未经第三方证明',
        en: 'time stamp: only the first {count} of {of} log {of|entry|entries} existed before {at} (not when pages were captured); the rest is not proven by a third party',
      },
    },
    items: {
      all: {
        'zh-CN': '第三方时间戳：{of} 项证据在 {at} 之前已存在（不证明取证时间）；证据册和移交包本身未经第三方证明',
        en: 'time stamp: {of} {of|item|items} existed before {at} (not when pages were captured); the bundle and the package itself are not proven by a third party',
      },
      some: {
        'zh-CN':
          '第三方时间戳：仅 {of} 项证据中的 {count} 项在 {at} 之前已存在（不证明取证时间）；其余证据、证据册和移交包本身未经第三方证明',
        en: 'time stamp: only {count} of {of} {of|item|items} existed before {at} (not when pages were captured); the rest, the bundle and the package itself are not proven by a third party',
      },
    },
  };
