// The kinds of case whose bundles are laid out: what is in their pictures, and what people wrote of them.
import type { CaseLanguage } from '../../shared/language.ts';

/** A picture: how large, and the lines of letters in it, in pixels. */
export type PictureOfKind = Readonly<{
  width: number;
  height: number;
  /** Height of a letter, and the columns of words, by their left edges and widths. */
  letters: number;
  columns: readonly (readonly [left: number, width: number])[];
  /** Rows at its foot in which nothing stands. */
  blank?: number;
  /** A spot in its last row. */
  spot?: true;
  /** A phone's view, twice as dense. */
  phone?: boolean;
}>;

export type CaseContent = Readonly<{
  name: string;
  pictures: readonly PictureOfKind[];
  title: (n: number, language: CaseLanguage) => string;
  words: (language: CaseLanguage) => string;
  /** Files that the command imports. */
  files?: boolean;
  /** Nobody filled what can be left empty. */
  bare?: boolean;
  /** Marks, media, chronology, drafts: everything that a person can add. */
  full?: boolean;
  /** Hundreds of events, eighty of them on one day, and publications that took from one another. */
  manyEvents?: boolean;
}>;

const page: PictureOfKind = { width: 1280, height: 2400, letters: 15, columns: [[320, 640]] };
const isEnglish = (language: CaseLanguage) => language === 'en';
const short = (n: number, language: CaseLanguage) => (isEnglish(language) ? `Report ${n}` : `报道之${n}`);
const sentence = (language: CaseLanguage) =>
  isEnglish(language)
    ? 'The page says that the company has entered liquidation, which it has not.'
    : '该页称企业已进入清算程序，与登记机关的记载不符。';
const many = (text: string, times: number) => Array.from({ length: times }, () => text).join('');
const unbreakable =
  'https://news.example/finance/2019/0506/story-of-a-lender-that-is-not-in-liquidation?channel=app&from=push';

/** Of a whole kind of bundle each; every profile lays out all of them. */
export const contents: readonly CaseContent[] = [
  { name: 'tall', pictures: [{ ...page, height: 15_000 }], title: short, words: sentence },
  {
    name: 'wide',
    pictures: [
      {
        width: 2560,
        height: 900,
        letters: 14,
        columns: [
          [40, 1100],
          [1300, 1200],
        ],
      },
      {
        width: 1920,
        height: 6200,
        blank: 3100,
        letters: 13,
        columns: [
          [30, 560],
          [640, 560],
          [1260, 600],
        ],
      },
    ],
    title: short,
    words: sentence,
  },
  {
    name: 'tiny-text',
    pictures: [
      {
        width: 1280,
        height: 3000,
        letters: 10,
        columns: [
          [20, 400],
          [440, 400],
          [860, 400],
        ],
      },
      { width: 1280, height: 5000, blank: 2900, letters: 11, columns: [[420, 430]] },
      { width: 780, height: 9000, letters: 30, columns: [[30, 700]], phone: true },
    ],
    title: short,
    words: sentence,
  },
  {
    name: 'sixty-exhibits',
    pictures: Array.from({ length: 60 }, (_, n) => ({ ...page, height: 700 + n * 10 })),
    title: short,
    words: sentence,
  },
  {
    name: 'long-titles',
    pictures: [page, { ...page, height: 800 }, page],
    title: (n, language) =>
      isEnglish(language)
        ? many(`A title that goes on and on, number ${n}, about what was said of the lender; `, 5) + unbreakable
        : many(`关于某小额贷款有限公司被推送错误清算信息一事的第${n}篇报道及其转载情况`, 5) + unbreakable,
    words: (language) => many(sentence(language), 14),
  },
  { name: 'empty-fields', pictures: [page, { ...page, height: 600 }], title: () => '', words: () => '', bare: true },
  { name: 'files', pictures: [{ ...page, height: 900 }], title: short, words: sentence, files: true },
  {
    name: 'everything',
    pictures: Array.from({ length: 9 }, (_, n) => ({ ...page, height: 900 + n * 700 })),
    title: (n, language) =>
      `${short(n, language)} “${isEnglish(language) ? 'has entered liquidation' : '已进入清算程序'}”`,
    words: sentence,
    full: true,
  },
  {
    name: 'many-events',
    pictures: Array.from({ length: 60 }, (_, n) => ({ ...page, height: 400 + n })),
    title: (n, language) => `${short(n, language)}${n % 7 === 0 ? unbreakable : ''}`,
    words: sentence,
    manyEvents: true,
  },
];

/** A court, and the language of its papers. */
export const courtsOfRun: readonly Readonly<{ profile: string; language: CaseLanguage }>[] = [
  { profile: 'prc-internet', language: 'zh-CN' },
  { profile: 'prc-internet', language: 'zh-CN+en' },
  { profile: 'england-wales', language: 'en' },
  { profile: 'singapore', language: 'en' },
  { profile: 'us-cmecf', language: 'en' },
];
