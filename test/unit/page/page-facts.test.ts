import { describe, expect, test } from 'vitest';
import { pageFactsOf, type PageWords } from '../../../shared/page/page-facts.ts';
import { writtenDates } from '../../../shared/page/written-dates.ts';

const page = (change: Partial<PageWords>): PageWords => ({
  title: '',
  text: '',
  language: '',
  contentLanguage: null,
  metas: [],
  jsonLd: [],
  microdata: [],
  relations: [],
  times: [],
  named: [],
  ...change,
});
const found = (change: Partial<PageWords>, name: string) =>
  pageFactsOf(page(change))
    .filter((fact) => fact.name === name)
    .map(({ value, source }) => [value, source]);

describe('a written date', () => {
  test.for([
    ['2019年5月6日 09:30', '2019-05-06T09:30'],
    ['2019年05月06日', '2019-05-06'],
    ['2019-05-06 09:30:15', '2019-05-06T09:30:15'],
    ['2019/5/6', '2019-05-06'],
    ['2019.05.06', '2019-05-06'],
    ['2019-05-06T09:30:15+08:00', '2019-05-06T09:30:15+08:00'],
    ['2019年5月6日下午3点05分', '2019-05-06T15:05'],
    ['二〇一九年五月六日', '2019-05-06'],
    ['二零一九年十二月三十一日', '2019-12-31'],
    ['May 6, 2019', '2019-05-06'],
    ['6 May 2019 9:30 PM', '2019-05-06T21:30'],
    ['5月6日 10:20', null],
    ['3小时前', null],
    ['昨天 10:20', null],
  ] as const)('%s is %s', ([text, iso]) => {
    expect(writtenDates(`x ${text} y`)).toEqual([{ written: text, iso, at: 2 }]);
  });

  test.for(['2019-13-06', '2019-02-30', '版本 12.5.6', '电话 0571-88120000', '192.168.10.20'])(
    '%s is none, or none that can be',
    (text) => {
      expect(writtenDates(text).filter(({ iso }) => iso !== null)).toEqual([]);
    },
  );
});

describe('facts of a page', () => {
  test('come with the place where each was found, the most explicit first', () => {
    const words = {
      jsonLd: [
        '{"@type":"NewsArticle","datePublished":"2019-05-06T09:30:00+08:00","author":[{"@type":"Person","name":"王某"}]}',
      ],
      metas: [['property article:published_time', '2019-05-06T09:30:00+08:00']] as const,
      text: '发布时间：2019年5月6日 09:30',
    };
    expect(found(words, 'Published')).toEqual([
      ['2019-05-06T09:30:00+08:00', 'JSON-LD datePublished'],
      ['2019-05-06T09:30:00+08:00', 'meta property article:published_time'],
      ['2019年5月6日 09:30 [2019-05-06T09:30]', 'visible text'],
    ]);
    expect(found(words, 'Author')).toEqual([['王某', 'JSON-LD author']]);
  });

  test('are never guessed: a date in the story, or one of several stories, is no date of publication', () => {
    expect(found({ text: '该公司于2015年3月2日成立。时间：2019年5月6日' }, 'Published')).toEqual([]);
    expect(found({ text: '发布时间：2019-05-06\n发布时间：2019-05-07' }, 'Published')).toEqual([]);
    expect(
      found(
        {
          jsonLd: [
            '[{"@type":"Article","datePublished":"2019-05-06"},{"@type":"Article","datePublished":"2019-05-07"}]',
          ],
        },
        'Published',
      ),
    ).toEqual([]);
    expect(found({ text: '正文没有日期' }, 'Published')).toEqual([]);
  });

  test('a date beside the name of its source, as Chinese news put it', () => {
    expect(found({ text: '标题\n2019-05-06 09:30 来源：新华网\n正文' }, 'Published')).toEqual([
      ['2019-05-06 09:30 [2019-05-06T09:30]', 'visible text'],
    ]);
    expect(found({ text: '最后更新：2019-05-07 08:00', title: '' }, 'PageModified')).toEqual([]);
    expect(found({ text: '更新时间：2019-05-07 08:00' }, 'PageModified')).toHaveLength(1);
  });

  test('ICP licence and police record are read from the foot of the page', () => {
    const words = { text: '版权所有 浙ICP备12345678号-1 浙公网安备 33010002000001号' };
    expect(found(words, 'IcpLicence')).toEqual([['浙ICP备12345678号-1', 'visible text']]);
    expect(found(words, 'PoliceRecord')).toEqual([['浙公网安备 33010002000001号', 'visible text']]);
  });

  test('broken or boundless JSON-LD says nothing and harms nothing', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect(pageFactsOf(page({ jsonLd: ['{', deep, 'null', '{"@graph":[null,1,{"@type":7}]}'] }))).toEqual([]);
  });
});
