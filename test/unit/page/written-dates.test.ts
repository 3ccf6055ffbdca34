import { describe, expect, test } from 'vitest';
import { linkedFacts } from '../../../shared/page/json-ld.ts';
import { writtenDates } from '../../../shared/page/written-dates.ts';

describe('a date that a page writes out', () => {
  test.for<readonly [string, string, string | null]>([
    ['发布于 2019-05-06 09:30', '2019-05-06 09:30', '2019-05-06T09:30'],
    ['2019年5月6日', '2019年5月6日', '2019-05-06'],
    ['2019.12.31', '2019.12.31', '2019-12-31'],
    ['2019/2/28 23:59:59', '2019/2/28 23:59:59', '2019-02-28T23:59:59'],
    ['2019-02-29', '2019-02-29', null],
    ['2020-02-29', '2020-02-29', '2020-02-29'],
    ['2019-13-01', '2019-13-01', null],
    ['2019-00-01', '2019-00-01', null],
    ['2019-01-00', '2019-01-00', null],
    ['2019-12-31', '2019-12-31', '2019-12-31'],
    ['2019-01-01', '2019-01-01', '2019-01-01'],
    ['2019-05-06T09:30:05Z', '2019-05-06T09:30:05Z', '2019-05-06T09:30:05Z'],
    ['2019-05-06T09:30+08:00', '2019-05-06T09:30+08:00', '2019-05-06T09:30+08:00'],
    ['2019年5月6日 下午3:05', '2019年5月6日 下午3:05', '2019-05-06T15:05'],
    ['2019年5月6日 下午12:05', '2019年5月6日 下午12:05', '2019-05-06T12:05'],
    ['2019年5月6日 上午3:05', '2019年5月6日 上午3:05', '2019-05-06T03:05'],
    ['2019-05-06 3:05 PM', '2019-05-06 3:05 PM', '2019-05-06T15:05'],
    ['2019-05-06 24:00', '2019-05-06 24:00', '2019-05-06T24:00'],
    ['2019-05-06 25:00', '2019-05-06 25:00', '2019-05-06'],
    ['2019-05-06 09:60', '2019-05-06 09:60', '2019-05-06'],
    ['二〇一九年五月六日', '二〇一九年五月六日', '2019-05-06'],
    ['二零一九年十月二十一日', '二零一九年十月二十一日', '2019-10-21'],
    ['二○一九年十二月三十日', '二○一九年十二月三十日', '2019-12-30'],
    ['二〇一九年十一月十号', '二〇一九年十一月十号', '2019-11-10'],
    ['May 6, 2019', 'May 6, 2019', '2019-05-06'],
    ['6 December 2019', '6 December 2019', '2019-12-06'],
    ['January 31st, 2019 3:05 pm', 'January 31st, 2019 3:05 pm', '2019-01-31T15:05'],
    ['5月6日 09:30', '5月6日 09:30', null],
    ['3分钟前', '3分钟前', null],
    ['昨天 12:30', '昨天 12:30', null],
    ['刚刚', '刚刚', null],
    ['3 hours ago', '3 hours ago', null],
    ['March 18 at 3:57 PM', 'March 18 at 3:57 PM', null],
  ])('%s', ([text, written, iso]) => {
    expect(writtenDates(text).map((one) => [one.written, one.iso])).toEqual([[written, iso]]);
  });

  test.for<readonly [string, string]>([
    ['2020年1月2日 凌晨12:30', '2020-01-02T00:30'],
    ['2020年1月2日凌晨3:30', '2020-01-02T03:30'],
    ['2020年1月2日 半夜12:30', '2020-01-02T00:30'],
    ['2020年1月2日 上午11:05', '2020-01-02T11:05'],
    ['2020年1月2日 中午11:40', '2020-01-02T11:40'],
    ['2020年1月2日 中午12:30', '2020-01-02T12:30'],
    ['2020年1月2日 中午1:30', '2020-01-02T13:30'],
    ['2020年1月2日 下午1:30', '2020-01-02T13:30'],
    ['2020年1月2日 下午15:30', '2020-01-02T15:30'],
    ['2020年1月2日 傍晚6:05', '2020-01-02T18:05'],
    ['2020年1月2日 晚上8:15', '2020-01-02T20:15'],
    ['2020年1月2日 晚上20:15', '2020-01-02T20:15'],
    ['2020年1月2日 深夜11:15', '2020-01-02T23:15'],
    ['2020年1月2日（周四）14:22', '2020-01-02T14:22'],
    ['2020-01-02 12:30 AM', '2020-01-02T00:30'],
    ['2020-01-02 12:30 PM', '2020-01-02T12:30'],
    ['January 2, 2020 at 1:05 a.m.', '2020-01-02T01:05'],
    ['2020年1月2日 午後3時05分', '2020-01-02T15:05'],
  ])('%s is %s', ([text, iso]) => {
    expect(writtenDates(text).map((one) => one.iso)).toEqual([iso]);
  });

  test.for(['晚上12:30', '上午12:30', '中午5:30', '晚上1:30', '13:30 AM'])(
    'a time that can be two, or none, is left out: %s',
    (time) => {
      expect(writtenDates(`2020年1月2日 ${time}`).map((one) => one.iso)).toEqual(['2020-01-02']);
    },
  );

  test.for<readonly [string, string | null]>([
    ['29.04.2020', '2020-04-29'],
    ['29.04.2020, 07:15 Uhr', '2020-04-29T07:15'],
    ['29. April 2020', '2020-04-29'],
    ['1. März 2020', '2020-03-01'],
    ['3. Dez. 2020', '2020-12-03'],
    ['le 28 février 2019 à 18h06', '2019-02-28T18:06'],
    ['1er août 2019', '2019-08-01'],
    ['28 luglio 2019', '2019-07-28'],
    ['12 de agosto de 2018', '2018-08-12'],
    ['21.dez.2018 às 12h55', '2018-12-21T12:55'],
    ['Sept. 25, 2018', '2018-09-25'],
    ['Friday, June 1st, 2012', '2012-06-01'],
    ['March 4th, 2021', '2021-03-04'],
    ['Dec 28 Sat 2013 00:28', '2013-12-28T00:28'],
    ['16 November 2017 • 2:15pm', '2017-11-16T14:15'],
    ['February 1, 2016: 12:41 PM ET', '2016-02-01T12:41'],
    ['Tue, 12 Mar 2019 10:05:00 GMT', '2019-03-12T10:05:00Z'],
    ['Tue, 12 Mar 2019 10:05:00 +0800', '2019-03-12T10:05:00+0800'],
    ['Fri Mar 13 21:30:09 EST 2015', '2015-03-13T21:30:09'],
    ['2/26/2015', '2015-02-26'],
    ['26/2/2015', '2015-02-26'],
    ['05/08/2014', null],
    ['05/05/2014', '2014-05-05'],
    ['民國108年5月6日', '2019-05-06'],
    ['民国元年1月1日', '1912-01-01'],
    ['令和元年5月6日', '2019-05-06'],
    ['2019년 5월 6일', '2019-05-06'],
    ['２０１９年５月６日　０９：３０', '2019-05-06T09:30'],
    ['٢٠١٩-٠٥-٠٦', '2019-05-06'],
    ['۲۰۱۹/۰۵/۰۶', '2019-05-06'],
    ['31.02.2020', null],
    ['June 31, 2019', null],
  ])('in another hand: %s is %s', ([text, iso]) => {
    expect(writtenDates(text).map((one) => one.iso)).toEqual([iso]);
  });

  test.for([
    '12.5.6 2020',
    'version 1.2.2020.4',
    'Room 12 of 2019',
    'page 3 May',
    '192.168.10.20',
    'Chapter 12, 2019 words',
  ])('%s is none', (text) => {
    expect(writtenDates(text).filter(({ iso }) => iso !== null)).toEqual([]);
  });

  test.for(['2019', '5 月', '电话 0571-2019-0506-1', '12019-05-06', '版本 2.19.5', '正文'])('%s is none', (text) => {
    expect(writtenDates(text)).toEqual([]);
  });

  test('is found wherever it stands, in the order of the text, the fuller reading of two', () => {
    const found = writtenDates('编辑于 May 7, 2019，发布于 2019年5月6日 09:30，昨天');
    expect(found.map(({ written }) => written)).toEqual(['May 7, 2019', '2019年5月6日 09:30', '昨天']);
    expect(found.map(({ at }) => at)).toEqual([4, 20, 36]);
  });
});

describe('what JSON-LD says of the page itself', () => {
  const facts = (...blocks: unknown[]) =>
    linkedFacts(blocks.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))).map(
      ({ property, value }) => `${property}: ${value}`,
    );
  const article = { '@type': 'NewsArticle', headline: ' 标题 ', datePublished: '2019-05-06' };

  test('is taken of its article before its page, and of no other thing', () => {
    expect(facts(article)).toEqual(['headline: 标题', 'datePublished: 2019-05-06']);
    expect(facts(article, { '@type': 'WebPage', headline: '站名', inLanguage: 'zh' })).toEqual([
      'headline: 标题',
      'datePublished: 2019-05-06',
      'inLanguage: zh',
    ]);
    expect(facts({ '@type': 'WebPage', headline: '页' })).toEqual(['headline: 页']);
    expect(facts({ '@type': 'Product', headline: '物' })).toEqual([]);
    expect(facts({ '@type': ['Thing', 'https://schema.org/BlogPosting'], headline: '博' })).toEqual(['headline: 博']);
  });

  test('where two say different things, neither is taken; where they say the same, it is', () => {
    expect(facts(article, { ...article, headline: '另一' })).toEqual(['datePublished: 2019-05-06']);
    expect(facts(article, article)).toEqual(['headline: 标题', 'datePublished: 2019-05-06']);
  });

  test('is found in a graph, in lists, through references, and within comments', () => {
    expect(facts({ '@graph': [article, { '@type': 'WebSite', name: '网' }] })).toContain('WebSite name: 网');
    expect(facts([article])).toHaveLength(2);
    expect(facts(`<!--${JSON.stringify(article)}-->`)).toHaveLength(2);
    expect(facts(`//<![CDATA[${JSON.stringify(article)}//]]>`)).toHaveLength(2);
    const referred = { ...article, author: { '@id': '#a' }, publisher: [{ name: '甲' }, '乙', { url: 'u' }] };
    expect(facts({ '@graph': [referred, { '@id': '#a', name: '王某' }] })).toEqual(
      expect.arrayContaining(['author: 王某', 'publisher: 甲, 乙, u']),
    );
    expect(facts({ ...article, author: { '@id': '#nobody' } })).toHaveLength(2);
  });

  test('two names of a site, broken blocks and lists of others say nothing', () => {
    expect(facts({ '@type': 'WebSite', name: '甲' }, { '@type': 'WebSite', name: '乙' })).toEqual([]);
    expect(facts('{broken', 'null', '7')).toEqual([]);
    expect(facts({ '@type': 'ItemList', itemListElement: [article] })).toEqual([]);
  });
});
