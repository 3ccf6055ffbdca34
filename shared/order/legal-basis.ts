import { bracketed, type Text } from '../language.ts';
import type { Day } from './day.ts';

/**
 * The rules that deadlines rest on, each as it stood on a day: amendments renumber articles and change periods, and a
 * paper cites what was in force on its own day. `read`: how far the rule was read when this program was made: its own
 * text, a reprint, or not at all. Whatever it says, a date is a help to the memory and counsel checks it.
 */
export type LegalBasis = Readonly<{
  rule: Text;
  read: 'text' | 'reprint' | 'not verified';
  /** First and last day in force, in Beijing; null: without a limit that the program knows. */
  from: Day | null;
  until: Day | null;
}>;
type Read = LegalBasis['read'];

/** The Civil Procedure Law with conduct preservation before action, by its amendments; earlier texts are not cited. */
const procedureLaw = [
  { year: 2012, from: '2013-01-01', until: '2017-06-30' },
  { year: 2017, from: '2017-07-01', until: '2021-12-31' },
  { year: 2021, from: '2022-01-01', until: '2023-12-31' },
  { year: 2023, from: '2024-01-01', until: null },
] as const;
/** First day of the numbering that the amendment of 2021 brought. */
const renumbered = '2022-01-01';

/** An article as it is numbered to the end of 2021, and since. */
export function procedure(before: Text, since: Text, read: Read): readonly LegalBasis[] {
  return procedureLaw.map(({ year, from, until }) => {
    const article = from < renumbered ? before : since;
    return {
      rule: {
        'zh-CN': `《民事诉讼法》（${year}年修正）${article['zh-CN']}`,
        en: `Civil Procedure Law (as amended ${year}) ${article.en}`,
      },
      read,
      from,
      until,
    };
  });
}

/** A rule with one text, from its first day on. */
const since = (from: Day | null, rule: Text, read: Read, until: Day | null = null): readonly LegalBasis[] => [
  { rule, read, from, until },
];

const interpretation = (article: string, number: string, read: Read) =>
  since(
    '2015-02-04',
    { 'zh-CN': `民诉法解释${article}`, en: `Interpretation of the Civil Procedure Law art. ${number}` },
    read,
  );
export const preservation = (article: string, number: string) =>
  since('2019-01-01', { 'zh-CN': `法释〔2018〕21号${article}`, en: `Fa Shi [2018] No. 21 art. ${number}` }, 'text');

/** Each part of a basis is chosen by the day on its own. */
export const bases = {
  counting: [
    procedure({ 'zh-CN': '第八十二条', en: 'art. 82' }, { 'zh-CN': '第八十五条', en: 'art. 85' }, 'reprint'),
    interpretation('第一百二十五条', '125', 'reprint'),
  ],
  ruling48h: [
    procedure(
      { 'zh-CN': '第一百零一条第二款', en: 'art. 101 ¶2' },
      { 'zh-CN': '第一百零四条第二款', en: 'art. 104 ¶2' },
      'text',
    ),
  ],
  suit30d: [
    procedure(
      { 'zh-CN': '第一百零一条第三款', en: 'art. 101 ¶3' },
      { 'zh-CN': '第一百零四条第三款', en: 'art. 104 ¶3' },
      'text',
    ),
  ],
  reconsideration5d: [interpretation('第一百七十一条', '171', 'text')],
  review10d: [preservation('第十四条', '14')],
  renewal7d: [preservation('第十三条', '13')],
  security: [
    preservation('第十一条', '11'),
    procedure({ 'zh-CN': '第一百零一条', en: 'art. 101' }, { 'zh-CN': '第一百零四条', en: 'art. 104' }, 'text'),
  ],
  orderItself: [since(null, { 'zh-CN': '裁定书所定期限', en: 'the period set by the ruling' }, 'not verified')],
  serviceDirect: [
    procedure(
      { 'zh-CN': '第八十四条、第八十五条', en: 'arts. 84, 85' },
      { 'zh-CN': '第八十七条、第八十八条', en: 'arts. 87, 88' },
      'not verified',
    ),
  ],
  serviceLeft: [
    procedure({ 'zh-CN': '第八十六条', en: 'art. 86' }, { 'zh-CN': '第八十九条', en: 'art. 89' }, 'not verified'),
  ],
  // Until the end of 2021 the law kept rulings out of electronic service; only these rules allowed it.
  serviceElectronic: [
    [
      ...since(
        '2018-09-07',
        {
          'zh-CN': '法释〔2018〕16号第十五条至第十七条（限互联网法院）',
          en: 'Fa Shi [2018] No. 16 arts. 15–17 (Internet courts only)',
        },
        'reprint',
        '2021-07-31',
      ),
      ...since(
        '2021-08-01',
        {
          'zh-CN': '《人民法院在线诉讼规则》第二十九条至第三十一条',
          en: 'Online Litigation Rules of the People’s Courts arts. 29–31',
        },
        'reprint',
      ),
    ],
    procedure({ 'zh-CN': '第九十条', en: 'art. 90' }, { 'zh-CN': '第九十条', en: 'art. 90' }, 'not verified').filter(
      ({ from }) => from !== null && from >= renumbered,
    ),
  ],
  serviceMail: [
    procedure({ 'zh-CN': '第八十八条', en: 'art. 88' }, { 'zh-CN': '第九十一条', en: 'art. 91' }, 'not verified'),
  ],
  servicePublic: [
    procedure({ 'zh-CN': '第九十二条', en: 'art. 92' }, { 'zh-CN': '第九十五条', en: 'art. 95' }, 'not verified'),
  ],
} as const satisfies Record<string, readonly (readonly LegalBasis[])[]>;
export type BasisCode = keyof typeof bases;

const readWords: Readonly<Record<Read, Text>> = {
  text: { 'zh-CN': '已核对条文原文', en: 'checked against the text' },
  reprint: { 'zh-CN': '据转载文本', en: 'from a reprint' },
  'not verified': { 'zh-CN': '未核实', en: 'not verified' },
};

const noRule: Text = { 'zh-CN': '依据未列：程序未收录该日施行的规定', en: 'no rule cited: none known for that day' };
const noDay: Text = {
  'zh-CN': '依据未列：所涉日期未填写，不能确定适用的版本',
  en: 'no rule cited: the date that determines its version is not stated',
};

/** What of a basis was in force on a day; of an unknown day only what has no days. */
export function inForce(parts: readonly (readonly LegalBasis[])[], day: Day | null): readonly LegalBasis[] {
  return parts.flatMap((versions) =>
    versions.filter(({ from, until }) =>
      day === null ? from === null && until === null : (from ?? day) <= day && day <= (until ?? day),
    ),
  );
}

/**
 * A basis as it is printed: what was in force on that day, or that nothing is cited, and why. `marked`: with how far it was
 * read, which is for those who work on the case.
 */
export function legalBasisText(code: BasisCode, day: Day | null, marked = true): Text {
  const found = inForce(bases[code], day);
  if (found.length === 0) return day === null ? noDay : noRule;
  return {
    'zh-CN': found
      .map(({ rule, read }) => bracketed(rule['zh-CN'], marked && readWords[read]['zh-CN'], 'zh-CN'))
      .join('；'),
    en: found.map(({ rule, read }) => bracketed(rule.en, marked && readWords[read].en, 'en')).join('; '),
  };
}
