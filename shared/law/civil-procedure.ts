import type { Text } from '../language.ts';
import type { Day } from '../order/day.ts';
import { inForce, type Provision, type Reading } from './provision.ts';

/** An article of the law as amended, with the words that matter and how far they were read. */
type Article = Readonly<{ article: Text; quote?: string }>;
/** Readings of an article as numbered to the end of 2021, in the amendment of 2021, and in that of 2023. */
type Readings = readonly [old: Reading, of2021: Reading, of2023: Reading];

/** The Civil Procedure Law with conduct preservation before action, by its amendments; earlier texts are not cited. */
const amendments = [
  { year: 2012, from: '2013-01-01', until: '2017-06-30', of: 0, checked: '转载（各条）' },
  { year: 2017, from: '2017-07-01', until: '2021-12-31', of: 0, checked: '转载（各条）' },
  {
    year: 2021,
    from: '2022-01-01',
    until: '2023-12-31',
    of: 1,
    checked: 'GitHub LawRefBook/Laws，民事诉讼法(2021-12-24)',
  },
  {
    year: 2023,
    from: '2024-01-01',
    until: null,
    of: 2,
    checked: 'GitHub LawRefBook/Laws，民事诉讼法(2023-09-01)；ImCa0/just-laws',
  },
] as const;

/** An article as it is numbered to the end of 2021, and since; null where that text had no such rule. */
function article(before: Article | null, since: Article, readings: Readings): readonly Provision[] {
  return amendments.flatMap(({ year, from, until, of, checked }) => {
    const one = of === 0 ? before : since;
    if (!one) return [];
    const read = readings[of];
    return [
      {
        rule: {
          'zh-CN': `《民事诉讼法》（${year}年修正）${one.article['zh-CN']}`,
          en: `Civil Procedure Law (as amended ${year}) ${one.article.en}`,
        },
        read,
        from,
        until,
        daysRead: 'reprint',
        ...(one.quote !== undefined && { quote: one.quote }),
        ...(read !== 'not verified' && { checked }),
      },
    ];
  });
}

/** A rule with one text, from its first day on. */
const since = (
  from: Day,
  rule: Text,
  read: Reading,
  { until = null, ...more }: Readonly<{ until?: Day | null; quote?: string; checked?: string }> = {},
): readonly Provision[] => [{ rule, read, from, until, daysRead: read === 'text' ? 'text' : 'reprint', ...more }];

const interpretation = (zh: string, number: string, read: Reading, quote: string) =>
  since(
    '2015-02-04',
    { 'zh-CN': `民诉法解释${zh}`, en: `Interpretation of the Civil Procedure Law art. ${number}` },
    read,
    { quote, checked: 'GitHub LawRefBook/Laws，适用《民事诉讼法》的解释(2020-12-29)、(2022-04-01)：条号相同' },
  );

/** An article on conduct preservation in matters of intellectual property and unfair competition. */
export const preservation = (zh: string, number: string, quote?: string) =>
  since('2019-01-01', { 'zh-CN': `法释〔2018〕21号${zh}`, en: `Fa Shi [2018] No. 21 ${number}` }, 'text', {
    checked: 'GitHub LawRefBook/Laws，行为保全案件适用法律若干问题的规定(2018-12-12)，第二十一条',
    ...(quote !== undefined && { quote }),
  });

const onlineRules = 'GitHub LawRefBook/Laws，人民法院在线诉讼规则(2021-06-16)，第三十九条';
const internetCourts = 'GitHub LawRefBook/Laws，互联网法院审理案件若干问题的规定(2018-09-06)';

/** Conduct preservation before action: the whole article, and its paragraphs on the court and on the suit. */
export const beforeAction = article(
  { article: { 'zh-CN': '第一百零一条', en: 'art. 101' }, quote: '不提供担保的，裁定驳回申请' },
  { article: { 'zh-CN': '第一百零四条', en: 'art. 104' }, quote: '不提供担保的，裁定驳回申请' },
  ['reprint', 'reprint', 'text'],
);
export const courtRules = article(
  { article: { 'zh-CN': '第一百零一条第二款', en: 'art. 101 ¶2' }, quote: '必须在四十八小时内作出裁定' },
  { article: { 'zh-CN': '第一百零四条第二款', en: 'art. 104 ¶2' }, quote: '必须在四十八小时内作出裁定' },
  ['reprint', 'reprint', 'text'],
);
export const suitFollows = article(
  {
    article: { 'zh-CN': '第一百零一条第三款', en: 'art. 101 ¶3' },
    quote: '采取保全措施后三十日内不依法提起诉讼或者申请仲裁的，人民法院应当解除保全',
  },
  {
    article: { 'zh-CN': '第一百零四条第三款', en: 'art. 104 ¶3' },
    quote: '采取保全措施后三十日内不依法提起诉讼或者申请仲裁的，人民法院应当解除保全',
  },
  ['reprint', 'reprint', 'text'],
);

export const lastDays = article(
  {
    article: { 'zh-CN': '第八十二条', en: 'art. 82' },
    quote: '期间届满的最后一日是节假日的，以节假日后的第一日为期间届满的日期',
  },
  {
    article: { 'zh-CN': '第八十五条', en: 'art. 85' },
    quote: '期间届满的最后一日是法定休假日的，以法定休假日后的第一日为期间届满的日期',
  },
  ['reprint', 'reprint', 'reprint'],
);
export const hoursAndDays = interpretation('第一百二十五条', '125', 'reprint', '以时起算的期间从次时起算');
export const reviewAsked = interpretation(
  '第一百七十一条',
  '171',
  'text',
  '可以自收到裁定书之日起五日内向作出裁定的人民法院申请复议',
);

export const servedInPerson = article(
  { article: { 'zh-CN': '第八十四条、第八十五条', en: 'arts. 84, 85' } },
  {
    article: { 'zh-CN': '第八十七条、第八十八条', en: 'arts. 87, 88' },
    quote: '受送达人在送达回证上的签收日期为送达日期',
  },
  ['not verified', 'reprint', 'reprint'],
);
export const servedByLeaving = article(
  { article: { 'zh-CN': '第八十六条', en: 'art. 86' } },
  { article: { 'zh-CN': '第八十九条', en: 'art. 89' }, quote: '即视为送达' },
  ['not verified', 'reprint', 'reprint'],
);
export const servedByMail = article(
  { article: { 'zh-CN': '第八十八条', en: 'art. 88' }, quote: '以回执上注明的收件日期为送达日期' },
  { article: { 'zh-CN': '第九十一条', en: 'art. 91' }, quote: '以回执上注明的收件日期为送达日期' },
  ['reprint', 'reprint', 'reprint'],
);
export const servedByNotice = article(
  { article: { 'zh-CN': '第九十二条', en: 'art. 92' } },
  { article: { 'zh-CN': '第九十五条', en: 'art. 95' }, quote: '自发出公告之日起，经过三十日，即视为送达' },
  ['not verified', 'reprint', 'reprint'],
);
/** How long after its publication a public notice counts as served, in days, by the text in force when it is published. */
const noticePeriods = [
  { until: '2021-12-31', days: 60 },
  { until: null, days: 30 },
] as const;
export const noticeDays = (published: Day): 30 | 60 =>
  noticePeriods.find(({ until }) => until !== null && published <= until)?.days ?? 30;
/** Until the end of 2021 the law kept rulings out of electronic service. */
export const servedElectronically = article(
  null,
  {
    article: { 'zh-CN': '第九十条', en: 'art. 90' },
    quote: '以送达信息到达受送达人特定系统的日期为送达日期',
  },
  ['not verified', 'reprint', 'reprint'],
);
/** Whether the law that was in force on a day let a ruling be served electronically. */
export const allowsElectronicRulings = (day: Day): boolean => inForce([servedElectronically], day).length > 0;
/** What allowed it beside the law: first in the Internet courts, then everywhere. */
export const servedOnline: readonly Provision[] = [
  ...since(
    '2018-09-07',
    {
      'zh-CN': '法释〔2018〕16号第十五条至第十七条（限互联网法院）',
      en: 'Fa Shi [2018] No. 16 arts. 15–17 (Internet courts only)',
    },
    'reprint',
    { until: '2021-07-31', quote: '向受送达人主动提供或者确认的电子地址进行送达的', checked: internetCourts },
  ),
  ...since(
    '2021-08-01',
    {
      'zh-CN': '《人民法院在线诉讼规则》第二十九条至第三十一条',
      en: 'Online Litigation Rules of the People’s Courts arts. 29–31',
    },
    'reprint',
    {
      quote: '受送达人主动提供或者确认的电子地址送达的，送达信息到达电子地址所在系统时，即为送达',
      checked: onlineRules,
    },
  ),
];
