import { describe, expect, test } from 'vitest';
import { linkedFacts, type OwnPage } from '../../../../shared/page/json-ld.ts';

const day = '2019-05-06';
/** The date of publication that one node states of the page; undefined where it is of another. */
const ofPage = (node: object, page: Partial<OwnPage>, ...more: object[]) =>
  linkedFacts([JSON.stringify([{ '@type': 'Article', datePublished: day, ...node }, ...more])], {
    titles: [],
    addresses: [],
    ...page,
  }).find(({ property }) => property === 'datePublished')?.value;
/** What is said of the author by a value of JSON-LD. */
const author = (value: unknown, ...others: object[]) =>
  linkedFacts([JSON.stringify([{ '@type': 'Article', author: value }, ...others])]).find(
    ({ property }) => property === 'author',
  )?.value;

describe('an article of JSON-LD is of the page', () => {
  const addresses = ['https://www.a.example/1?from=x'];

  test('where it has its address, however that is written', () => {
    for (const node of [
      { url: 'http://a.example/1' },
      { mainEntityOfPage: 'https://m.a.example/1/#top' },
      { '@id': 'https://a.example/1' },
      { mainEntityOfPage: { '@id': 'https://a.example/1' } },
      { mainEntityOfPage: { '@type': 'WebPage', url: 'https://a.example/1' } },
      { url: 'https://b.example/', '@id': 'https://a.example/1' },
    ])
      expect(ofPage({ headline: '别的', ...node }, { addresses, titles: ['甲乙'] }), JSON.stringify(node)).toBe(day);
    expect(
      ofPage(
        { headline: '别的', url: 'https://a.example/1' },
        { addresses: ['https://c.example/', ...addresses], titles: ['甲乙'] },
      ),
    ).toBe(day);
    for (const url of ['https://a.example/12', 'https://b.example/1', '/1', 7])
      expect(ofPage({ headline: '别的', url }, { addresses, titles: ['甲乙'] })).toBeUndefined();
  });

  test('where it has one of its titles: in it, around it, or in other words of the same', () => {
    const titles = ['', '青禾小贷召开会议_财经'];
    expect(ofPage({ headline: '青禾小贷召开会议' }, { titles })).toBe(day);
    expect(ofPage({ name: '青禾小贷召开会议' }, { titles })).toBe(day);
    expect(ofPage({ headline: '财经：青禾小贷，召开会议_财经 续' }, { titles })).toBe(day);
    expect(ofPage({ headline: '别的' }, { titles })).toBeUndefined();
    expect(ofPage({ headline: '别的' }, { titles: ['甲乙', '别的'] })).toBe(day);
    expect(ofPage({ headline: '别的' }, { titles: [''] })).toBe(day);
    expect(ofPage({ headline: '别的' }, { titles: [] })).toBe(day);
    // Of nine runs of three letters five are the same; then four; then three of five.
    expect(ofPage({ headline: 'abcdefgmnop' }, { titles: ['rstuabcdefg'] })).toBe(day);
    expect(ofPage({ headline: 'abcdefmnopq' }, { titles: ['rstuvabcdef'] })).toBeUndefined();
    expect(ofPage({ headline: 'abcdefmn' }, { titles: ['xyabcdef'] })).toBe(day);
    expect(ofPage({ headline: 'abcdemn' }, { titles: ['xyabcde'] })).toBeUndefined();
    expect(ofPage({ headline: 'abcdefmnopqrst' }, { titles: ['xyabcdef'] })).toBe(day);
    expect(ofPage({ headline: 'abcdefgmnopq' }, { titles: ['rstuvabcdefg'] })).toBe(day); // five of ten
    expect(ofPage({ headline: 'ab' }, { titles: ['cd'] })).toBeUndefined();
  });

  test('where it says neither address nor headline, or nothing is known to hold it against', () => {
    expect(ofPage({}, { titles: ['甲乙'], addresses })).toBe(day);
    expect(ofPage({ url: 'https://b.example/' }, { titles: ['甲乙'], addresses })).toBeUndefined();
    expect(ofPage({ url: 'https://b.example/' }, { titles: ['甲乙'] })).toBe(day);
    expect(ofPage({ url: 'https://b.example/', headline: '—' }, { titles: ['甲乙'], addresses })).toBeUndefined();
  });

  test('and one of another page beside it says nothing of this one', () => {
    expect(
      ofPage(
        { headline: '甲乙' },
        { titles: ['甲乙'] },
        { '@type': 'Article', headline: '丙丁', datePublished: '2019-05-07' },
      ),
    ).toBe(day);
    expect(
      ofPage(
        { headline: '甲乙' },
        { titles: ['甲乙'] },
        { '@type': 'Product', name: '甲乙', datePublished: '2019-05-07' },
      ),
    ).toBe(day);
  });

  test('a page of two types, one of an article, is an article', () => {
    const both = { '@type': ['WebPage', 'NewsArticle'], headline: '甲' };
    expect(linkedFacts([JSON.stringify([both, { '@type': 'WebPage', headline: '乙' }])])).toEqual([
      { property: 'headline', value: '甲' },
    ]);
  });
});

describe('a value of JSON-LD in words', () => {
  test('is a text, a name before an address, or several of them', () => {
    expect(author(' 王某 ')).toBe('王某');
    expect(author({ name: '王某', url: 'https://a.example/' })).toBe('王某');
    expect(author({ url: 'https://a.example/' })).toBe('https://a.example/');
    expect(author(['王某', '', { name: '李某' }])).toBe('王某, 李某');
    expect(author(7)).toBeUndefined();
    expect(author({ '@id': '#a' }, { '@id': '#a', url: 'https://a.example/' })).toBe('https://a.example/');
    expect(author({ '@id': 7 }, { '@id': 7, name: '王某' })).toBeUndefined();
    expect(author({ '@id': '#a' }, { '@id': '#a', name: ['王某', '李某'] })).toBe('王某, 李某');
  });

  test('is read three levels deep, 20 to a list, 2,000 characters long, 500 nodes far', () => {
    expect(author([[['王某']]])).toBe('王某');
    expect(author([[[['王某']]]])).toBeUndefined();
    expect(author({ name: { name: { name: '王某' } } })).toBe('王某');
    expect(author({ name: { name: { name: { name: '王某' } } } })).toBeUndefined();
    expect(author({ name: [[{ name: '王某' }]] })).toBeUndefined();
    expect(author({ '@id': '#a' }, { '@id': '#a', name: [['王某']] })).toBe('王某');
    expect(author({ '@id': '#a' }, { '@id': '#a', name: [[['王某']]] })).toBeUndefined();
    expect(author(Array.from({ length: 21 }, (_, at) => `n${at}`))?.split(', ')).toHaveLength(20);
    expect(author('a'.repeat(2_001))).toHaveLength(2_000);
    const others = (count: number) => Array.from({ length: count }, () => ({ '@type': 'Thing' }));
    const article = { '@type': 'Article', headline: '甲' };
    expect(linkedFacts([JSON.stringify([...others(499), article])])).toHaveLength(1);
    expect(linkedFacts([JSON.stringify([...others(500), article])])).toEqual([]);
  });

  test('stands where space is around the block, or a comment', () => {
    const block = '{"@type":"Article","headline":"甲"}';
    for (const text of [`\n ${block} \n`, `\n<!--${block}-->\n`, `<![CDATA[${block}]]>`])
      expect(linkedFacts([text])).toHaveLength(1);
  });
});
