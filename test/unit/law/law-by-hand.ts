/*
 * The law that papers cite, by hand from its own texts and from reprints, and from no table of the program: which version
 * was in force from when to when, and which of its articles say what a paper cites them for.
 */
type Version = Readonly<{ name: RegExp; from: string; until: string | null; articles: readonly string[] | null }>;

/** To the end of 2021: periods, service (in person, by leaving, by mail, by notice), preservation. */
const oldNumbers = ['82', '84', '85', '86', '88', '92', '100', '101'];
/** Since 2022: the same, and electronic service, which takes in rulings now. */
const newNumbers = ['85', '87', '88', '89', '90', '91', '95', '103', '104'];
const preservationRules = ['3', '4', '6', '7', '10', '11', '13', '14'];

const versions: readonly Version[] = [
  {
    name: /^《民事诉讼法》（2012年修正）|^Civil Procedure Law \(as amended 2012\)/,
    from: '2013-01-01',
    until: '2017-06-30',
    articles: oldNumbers,
  },
  {
    name: /^《民事诉讼法》（2017年修正）|^Civil Procedure Law \(as amended 2017\)/,
    from: '2017-07-01',
    until: '2021-12-31',
    articles: oldNumbers,
  },
  {
    name: /^《民事诉讼法》（2021年修正）|^Civil Procedure Law \(as amended 2021\)/,
    from: '2022-01-01',
    until: '2023-12-31',
    articles: newNumbers,
  },
  {
    name: /^《民事诉讼法》（2023年修正）|^Civil Procedure Law \(as amended 2023\)/,
    from: '2024-01-01',
    until: null,
    articles: newNumbers,
  },
  {
    name: /^民诉法解释|^Interpretation of the Civil Procedure Law/,
    from: '2015-02-04',
    until: null,
    articles: ['125', '171'],
  },
  {
    name: /^《反不正当竞争法》（1993）|^Anti-Unfair Competition Law \(1993\)/,
    from: '1993-12-01',
    until: '2017-12-31',
    articles: ['2', '14'],
  },
  {
    name: /^《反不正当竞争法》（2017）|^Anti-Unfair Competition Law \(2017\)/,
    from: '2018-01-01',
    until: '2019-04-22',
    articles: ['2', '11'],
  },
  {
    name: /^《反不正当竞争法》（2019）|^Anti-Unfair Competition Law \(2019\)/,
    from: '2019-04-23',
    until: '2025-10-14',
    articles: ['2', '11'],
  },
  {
    name: /^《反不正当竞争法》（2025）|^Anti-Unfair Competition Law \(2025\)/,
    from: '2025-10-15',
    until: null,
    articles: ['2', '12'],
  },
  { name: /^法释〔2018〕16号|^Fa Shi \[2018\] No\. 16/, from: '2018-09-07', until: null, articles: ['15', '16', '17'] },
  {
    name: /^《人民法院在线诉讼规则》|^Online Litigation Rules/,
    from: '2021-08-01',
    until: null,
    articles: ['29', '30', '31'],
  },
  { name: /^法释〔2018〕21号|^Fa Shi \[2018\] No\. 21/, from: '2019-01-01', until: null, articles: preservationRules },
  { name: /^法释〔2022〕9号|^Fa Shi \[2022\] No\. 9/, from: '2022-03-20', until: null, articles: ['19', '20'] },
  { name: /^法释〔2025〕14号|^Fa Shi \[2025\] No\. 14/, from: '2025-11-01', until: null, articles: [] },
  { name: /^Fed\. R\. Evid\./, from: '2017-12-01', until: null, articles: null }, // 902(13) and (14)
  { name: /^28 U\.S\.C\. § 1746/, from: '1976-10-18', until: null, articles: null },
];

/** Where a citation begins: a title, a number, a law of another country, or an article whose law stands nowhere. */
const beginsLike =
  /《[^》]{2,40}》(?:（[^）]{2,12}）)?|法释〔\d{4}〕\d+号|民诉法解释|证据规定|(?<!法院在线)(?<!《)诉讼规则(?!》)|Civil Procedure Law|Interpretation of the Civil Procedure Law|Anti-Unfair Competition Law|Fa Shi \[\d+\] No\. \d+|Online Litigation Rules|Fed\. ?R\. ?Evid\.|\bFRE\b|\d+ U\.? ?S\.? ?C\.?|\bCPR\b|Practice Direction/gu;

const digits: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** `一百零四` → 104, `八十五` → 85. */
function numberOf(chinese: string): number {
  let sum = 0;
  let digit = 0;
  for (const sign of chinese)
    if (sign === '百' || sign === '十') {
      sum += (digit || 1) * (sign === '百' ? 100 : 10);
      digit = 0;
    } else digit = digits[sign] ?? 0;
  return sum + digit;
}

/** One citation: the words from its beginning to the next, and the articles named in them. */
export type Citation = Readonly<{ words: string; articles: readonly string[] }>;

export function citedIn(text: string): readonly Citation[] {
  const found = [...text.matchAll(beginsLike)].filter(({ 0: word, index }) => {
    // within a longer name that is looked at by itself
    const before = text.slice(Math.max(0, index - 22), index);
    return !(word === 'Civil Procedure Law' && before.endsWith('Interpretation of the '));
  });
  return found.map(({ index }, at) => {
    const words = text.slice(index, Math.min(found[at + 1]?.index ?? text.length, index + 90));
    const articles = [
      ...words.matchAll(/第([一二三四五六七八九十百零]+)条(?:至第([一二三四五六七八九十百零]+)条)?/g),
    ].flatMap(([, first = '', last = first]) => between(numberOf(first), numberOf(last)));
    const english = /\barts?\. ((?:\d+(?:\(\d+\))?(?:–|, )?)+)/.exec(words)?.[1] ?? '';
    const spans = english
      .replaceAll(/\(\d+\)/g, '')
      .split(', ')
      .filter((part) => part !== '');
    const named = spans.flatMap((part) => {
      const [first = 0, last = first] = part.split('–').map(Number);
      return between(first, last);
    });
    return { words, articles: [...articles, ...named] };
  });
}

const between = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => String(first + at));

/** What of a paper of a day was not in force on it, or is numbered as in another version. */
export function notInForce(citations: readonly Citation[], day: string): readonly string[] {
  return citations.flatMap(({ words, articles }) => {
    const version = versions.find(({ name }) => name.test(words));
    if (!version) return [`unknown: ${words}`];
    const inForce = version.from <= day && (version.until === null || day <= version.until);
    if (!inForce) return [`not in force on ${day}: ${words}`];
    const other = version.articles === null ? [] : articles.filter((one) => !version.articles?.includes(one));
    return other.map((one) => `art. ${one} on ${day}: ${words}`);
  });
}
