import { describe, expect, test } from 'vitest';
import { pageFactsOf, type FactSources } from '../../../shared/page/page-facts.ts';
import { statedFact } from '../../../shared/page/facts/stated-fact.ts';
import { nothingStatedByPage } from '../../fixtures/made/drawn-page.ts';
import { writtenDates } from '../../../shared/page/written-dates.ts';

const page = (change: Partial<FactSources>): FactSources => ({ ...nothingStatedByPage, ...change });
/** A page of one column: a headline, then lines; `[label, line]` lies in an element of its own. */
const shown = (
  headline: string,
  ...rest: readonly (string | readonly [label: string, line: string])[]
): FactSources['lines'] => {
  const all = [
    ['h1', headline] as const,
    ...rest.map((one) => (typeof one === 'string' ? (['p', one] as const) : one)),
  ];
  return {
    nodes: [[-1, 'body'], ...all.map(([label]) => [0, label] as const)],
    lines: all.map(([, text], at) => ({
      node: at + 1,
      text,
      length: text.length,
      linked: 0,
      box: [0, at * 30, 600, 20],
    })),
    marks: [],
  };
};
const story =
  '公司表示，将按照约定履行义务，保障各方合法权益，具体安排另行通知，请大家留意后续的公告，并保持电话畅通，谢谢。';
const found = (change: Partial<FactSources>, name: string) =>
  pageFactsOf(page(change))
    .facts.filter((fact) => fact.name === name)
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
      lines: shown('标题', '发布时间：2019年5月6日 09:30', story),
    };
    expect(found(words, 'Published')).toEqual([
      ['2019-05-06T09:30:00+08:00', 'JSON-LD datePublished'],
      ['2019-05-06T09:30:00+08:00', 'meta property article:published_time'],
      ['2019年5月6日 09:30 [2019-05-06T09:30]', 'visible text'],
    ]);
    expect(found(words, 'Author')).toEqual([['王某', 'JSON-LD author']]);
  });

  test('are never guessed: a date in the story, or one of several stories, is no date of publication', () => {
    const said = (...lines: readonly (string | readonly [string, string])[]) =>
      found({ lines: shown('标题', ...lines) }, 'Published');
    expect(said('该公司于2015年3月2日成立', story)).toEqual([]);
    expect(said('该办法发布日期2017年8月1日，自公布之日起施行', story)).toEqual([]);
    expect(said('发布时间：2019-05-06', '发布时间：2019-05-07', story)).toEqual([
      ['2019-05-06', 'visible text'],
      ['2019-05-07', 'visible text'],
    ]);
    for (const label of ['aside', 'div.comment', 'div.related', 'footer', 'figcaption', 'div.book-info'])
      expect(said([label, '发布时间：2019-05-06'], story), label).toEqual([]);
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
    expect(said(story)).toEqual([]);
  });

  test('a date beside the name of its source, as Chinese news put it', () => {
    expect(found({ lines: shown('标题', '2019-05-06 09:30 来源：新华网', story) }, 'Published')).toEqual([
      ['2019-05-06 09:30 [2019-05-06T09:30]', 'visible text'],
    ]);
    expect(found({ lines: shown('标题', '最后更新：2019-05-07 08:00', story) }, 'Published')).toEqual([]);
    expect(found({ lines: shown('标题', '更新时间：2019-05-07 08:00', story) }, 'PageModified')).toHaveLength(1);
  });

  test('ICP licence and police record are read from the foot of the page', () => {
    const words = { text: '版权所有 浙ICP备12345678号-1 浙公网安备 33010002000001号' };
    expect(found(words, 'IcpLicence')).toEqual([['浙ICP备12345678号-1', 'visible text']]);
    expect(found(words, 'PoliceRecord')).toEqual([['浙公网安备 33010002000001号', 'visible text']]);
  });

  test('broken or boundless JSON-LD says nothing and harms nothing', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect(pageFactsOf(page({ jsonLd: ['{', deep, 'null', '{"@graph":[null,1,{"@type":7}]}'] })).facts).toEqual([]);
  });
});

describe('a fact is said with the very place that it is from', () => {
  test.for<readonly [string, Partial<FactSources>, readonly (readonly [string, string])[]]>([
    ['PageTitle', { title: ' 公  告 ' }, [['公 告', 'title element']]],
    [
      'Language',
      { language: 'zh-CN', contentLanguage: 'en' },
      [
        ['zh-CN', 'html lang'],
        ['en', 'HTTP header Content-Language'],
      ],
    ],
    ['Language', {}, []],
    [
      'Canonical',
      {
        relations: [
          ['canonical', ''],
          ['canonical', 'https://a/'],
        ],
      },
      [['https://a/', 'link rel=canonical']],
    ],
    ['Favicon', { relations: [['icon', 'i.png']] }, [['i.png', 'link rel=icon']]],
    ['MainImage', { relations: [['image_src', 'm.png']] }, [['m.png', 'link rel=image_src']]],
    ['IcpLicence', { text: '浙ICP备12345678号-2' }, [['浙ICP备12345678号-2', 'visible text']]],
    ['PoliceRecord', { text: '浙公网安备 33010602000001号' }, [['浙公网安备 33010602000001号', 'visible text']]],
    ['Published', { lines: shown('标题', '2019-05-06 来源：新华网 2019-05-07', story) }, []],
    ['Published', { lines: shown('标题', `2019-05-06 来源：${'字'.repeat(160)}`, story) }, []],
    ['PageModified', { lines: shown('标题', '更新时间：2019-05-06', story) }, [['2019-05-06', 'visible text']]],
    ['Author', { lines: shown('标题', '2019-05-06 作者：王某', story) }, [['王某', 'visible text']]],
    ['Author', { lines: shown('标题', ['div.comment', '作者：王某'], story) }, []],
    ['Author', { metas: [['name author', '某某网络科技有限公司']] }, []],
    ['Author', { metas: [['name author', '何青']], text: '责任编辑：何青' }, []],
    ['Author', { metas: [['name author', '何青']] }, [['何青', 'meta name author']]],
  ])('%s: %o', ([name, change, facts]) => {
    expect(found(change, name)).toEqual(facts);
  });
});

describe('of several values of one name', () => {
  const meta = [['property article:published_time', '2016-01-01']] as const;
  const standing = (change: Partial<FactSources>) =>
    pageFactsOf(page(change)).facts.map(({ value, part, standing: how }) => [value, part, how]);

  test('what is seen beside the headline is chosen, and what the markup says otherwise is said to differ', () => {
    expect(standing({ metas: meta, lines: shown('标题', '发布时间：2018-06-09', story) })).toEqual([
      ['2018-06-09', 'head', 'chosen'],
      ['2016-01-01', 'markup', 'differs'],
    ]);
  });

  test('the markup, where it says the same, is the more explicit', () => {
    expect(standing({ metas: meta, lines: shown('标题', '发布时间：2016年1月1日', story) })).toEqual([
      ['2016-01-01', 'markup', 'chosen'],
      ['2016年1月1日 [2016-01-01]', 'head', 'agrees'],
    ]);
  });

  test('two of the markup that differ, with none seen, choose nothing', () => {
    const two = [...meta, ['name pubdate', '2017-02-02']] as const;
    expect(standing({ metas: two })).toEqual([
      ['2016-01-01', 'markup', 'differs'],
      ['2017-02-02', 'markup', 'differs'],
    ]);
  });

  test('those that are not taken are kept with where they stand', () => {
    const lines = shown('标题', ['div.comment', '发布时间：2018-06-09'], story);
    expect(pageFactsOf(page({ lines })).candidates).toEqual([
      { name: 'Published', value: '2018-06-09', source: 'visible text', part: 'comments', standing: 'left' },
    ]);
  });

  test('a paper counts with one that nothing contradicts; records of older programs have the first', () => {
    const fact = { name: 'Published', value: '2018-06-09', source: 'visible text' };
    expect(
      statedFact(
        [
          { ...fact, standing: 'chosen' },
          { ...fact, value: 'x', standing: 'differs' },
        ],
        'Published',
      ),
    ).toBeNull();
    expect(statedFact([fact, { ...fact, value: 'x' }], 'Published')).toBe('2018-06-09');
    expect(statedFact([], 'Published')).toBeNull();
  });
});
