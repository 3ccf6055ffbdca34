import { describe, expect, test } from 'vitest';
import { pageFactsOf, type FactSources } from '../../../../shared/page/page-facts.ts';
import { drawnPage, drawn, nothingStatedByPage } from '../../../fixtures/made/drawn-page.ts';

const facts = (change: Partial<FactSources>) => pageFactsOf({ ...nothingStatedByPage, ...change });
/** Values and sources of a name, with how they go together where several were found. */
const of = (name: string, change: Partial<FactSources>) =>
  facts(change)
    .facts.filter((fact) => fact.name === name)
    .map(({ value, source, standing }) => [value, source, ...(standing ? [standing] : [])]);
const meta = (...metas: FactSources['metas']) => ({ metas });
const p = (text: string) => drawn('p', text);
const title = '青禾小贷召开债权人会议';
const h1 = drawn('h1', title);
const story = `${'甲'.repeat(46)}，。`;

describe('what a page’s markup states', () => {
  test.for<readonly [string, string]>([
    ['PageTitle', 'property og:title'],
    ['PageTitle', 'name twitter:title'],
    ['SiteName', 'property og:site_name'],
    ['SiteName', 'name application-name'],
    ['Language', 'http-equiv content-language'],
    ['Canonical', 'property og:url'],
    ['MainImage', 'property og:image'],
    ['MainImage', 'name twitter:image'],
  ])('%s is read from the meta element %s', ([name, part]) => {
    expect(of(name, meta([part, 'x']))).toEqual([['x', `meta ${part}`]]);
    expect(of(name, meta([part, '']))).toEqual([]);
    expect(of(name, meta([`${part}s`, 'x']))).toEqual([]);
  });

  test('dates and authors are chosen among, each with its place', () => {
    expect(of('Published', meta(['itemprop datepublished', '2019-05-06']))).toEqual([
      ['2019-05-06', 'meta itemprop datepublished', 'chosen'],
    ]);
    expect(of('PageModified', meta(['property article:modified_time', '2019-05-06']))).toEqual([
      ['2019-05-06', 'meta property article:modified_time', 'chosen'],
    ]);
    expect(of('PageModified', { jsonLd: ['{"@type":"Article","dateModified":"2019-05-06"}'] })).toEqual([
      ['2019-05-06', 'JSON-LD dateModified', 'chosen'],
    ]);
    expect(of('Published', meta(['property article: published_time', '2019-05-06']))).toHaveLength(1);
  });

  test('the first value of one meta element counts, of several authors all', () => {
    expect(of('SiteName', meta(['property og:site_name', '甲'], ['property og:site_name', '乙']))).toEqual([
      ['甲', 'meta property og:site_name'],
    ]);
    expect(of('SiteName', meta(['property og:site_name', '甲'], ['name application-name', '乙']))).toEqual([
      ['甲', 'meta property og:site_name'],
      ['乙', 'meta name application-name'],
    ]);
    expect(of('Author', meta(['name author', '王某'], ['name author', '李某'], ['name byl', '赵某']))).toEqual([
      ['王某, 李某', 'meta name author', 'differs'],
      ['赵某', 'meta name byl', 'differs'],
    ]);
  });

  test('JSON-LD comes first, of the page that it is on', () => {
    expect(
      of('PageTitle', {
        title: '甲乙丙',
        jsonLd: ['{"@type":"Article","headline":"甲乙丙"}'],
        ...meta(['property og:title', '甲乙丙']),
      }),
    ).toEqual([
      ['甲乙丙', 'title element'],
      ['甲乙丙', 'JSON-LD headline'],
      ['甲乙丙', 'meta property og:title'],
    ]);
    expect(of('SiteName', { jsonLd: ['{"@type":"WebSite","name":"站"}'] })).toEqual([['站', 'JSON-LD WebSite name']]);
  });

  test('an article is the page’s own by the title of the page, of its meta element, its headline, or its address', () => {
    const jsonLd = [
      `{"@type":"Article","url":"https://a.example/1","headline":"${title}","datePublished":"2019-05-06"}`,
    ];
    const published = (change: Partial<FactSources>) => of('Published', { jsonLd, ...change }).length;
    expect(published({ title })).toBe(1);
    expect(published({ title: '另一件全然不同的事' })).toBe(0);
    expect(published({ title: '另一件全然不同的事', ...meta(['property og:title', title]) })).toBe(1);
    expect(published({ title: '', lines: drawnPage(h1) })).toBe(1);
    expect(published({ title: '', lines: drawnPage(drawn('h1', '另一件全然不同的事')) })).toBe(0);
    expect(published({ title: '另一件全然不同的事', relations: [['canonical', 'https://a.example/1']] })).toBe(1);
    expect(published({ title: '另一件全然不同的事', relations: [['icon', 'https://a.example/1']] })).toBe(0);
    expect(published({ title: '另一件全然不同的事', ...meta(['property og:url', 'https://a.example/1']) })).toBe(1);
    expect(published({ title: '另一件全然不同的事', ...meta(['name other', 'https://a.example/1']) })).toBe(0);
  });

  test('a headline of microdata is taken where the page has one', () => {
    const mark = (value: string, source = 'NewsArticle.headline') => ({ kind: 'microdata', source, value });
    const titles = (...marks: ReturnType<typeof mark>[]) =>
      of('PageTitle', { lines: drawnPage(drawn('p', ...marks, '行')) });
    expect(titles(mark('甲'))).toEqual([['甲', 'microdata headline']]);
    expect(titles(mark('甲'), mark('甲'))).toEqual([['甲', 'microdata headline']]);
    expect(titles(mark('甲'), mark('乙'))).toEqual([]);
    expect(titles(mark('甲'), mark('乙', 'Product.headline'))).toEqual([['甲', 'microdata headline']]);
    expect(titles(mark('乙', 'Product.headline'))).toEqual([]);
    expect(titles()).toEqual([]);
  });

  test('an account is named by the element that has its name, where the page shows one', () => {
    const mark = (text: string, change: object = {}) => ({
      kind: 'channel',
      source: '#js_name',
      value: text,
      text,
      ...change,
    });
    const channels = (...marks: ReturnType<typeof mark>[]) =>
      of('Channel', { lines: drawnPage(drawn('p', ...marks, '行')) });
    expect(channels(mark(' 晨渡 财经 '))).toEqual([['晨渡 财经', 'element #js_name']]);
    expect(channels(mark('甲'), mark('甲'))).toEqual([['甲', 'element #js_name']]);
    expect(channels(mark('甲'), mark('乙'))).toEqual([]);
    expect(channels(mark('甲', { unseen: true }))).toEqual([]);
    expect(channels(mark('甲'), mark('乙', { unseen: true }))).toEqual([['甲', 'element #js_name']]);
    expect(channels(mark('甲', { kind: 'author' }))).toEqual([]);
    expect(channels(mark('乙', { kind: 'author', source: '.by' }), mark('甲'))).toEqual([['甲', 'element #js_name']]);
  });

  test('the same value of the same place is said once; long ones are cut, half characters not left', () => {
    expect(of('IcpLicence', { text: '浙ICP备12345678号 浙ICP备12345678号' })).toHaveLength(1);
    expect(of('PageTitle', { title: 'a'.repeat(501) })[0]?.[0]).toBe('a'.repeat(500));
    expect(of('PageTitle', { title: `${'a'.repeat(499)}👍` })[0]?.[0]).toBe(`${'a'.repeat(499)}\ufffd`);
  });
});

describe('which date of a page is of its publication', () => {
  test('years from 1990 to 2100', () => {
    const year = (of4: string) => of('Published', meta(['name date', `${of4}-05-06`])).length;
    expect(['1989', '1990', '2099'].map(year)).toEqual([0, 1, 1]);
    const seen = (of4: string) =>
      of('Published', { title, lines: drawnPage(h1, p(`发布时间：${of4}-05-06`), p(story)) }).length;
    expect(['1989', '1990'].map(seen)).toEqual([0, 1]);
    const changed = (of4: string) =>
      of('PageModified', { title, lines: drawnPage(h1, p(`更新时间：${of4}-05-06`), p(story)) }).length;
    expect(['1989', '1990'].map(changed)).toEqual([0, 1]);
    expect(of('Published', meta(['name date', 'soon']))).toEqual([]);
  });

  test('a bare date is of the last change, where the markup says so and gives another of publication', () => {
    const metas = (published: string | null, changed: string): FactSources['metas'] => [
      ['property article:modified_time', changed],
      ...(published === null ? [] : [['property article:published_time', published] as const]),
    ];
    const shown = (line: string, published: string | null, changed = '2019-05-07') =>
      of('Published', { title, metas: metas(published, changed), lines: drawnPage(h1, p(line), p(story)) }).map(
        ([value, , standing]) => `${value} ${standing}`,
      );
    expect(shown('2019-05-07', '2019-05-01')).toEqual(['2019-05-01 chosen']);
    expect(shown('2019-05-08', '2019-05-01')).toEqual(['2019-05-08 chosen', '2019-05-01 differs']);
    expect(shown('发布时间：2019-05-07', '2019-05-01')).toEqual(['2019-05-07 chosen', '2019-05-01 differs']);
    expect(shown('2019-05-07', null)).toEqual(['2019-05-07 chosen']);
    expect(shown('2019-05-07', '2019-05-07')).toEqual(['2019-05-07 chosen', '2019-05-07 agrees']);
    // A change of no sensible year, or of none, is none.
    expect(shown('2019-05-07', '2019-05-01', 'soon')).toEqual(['2019-05-07 chosen', '2019-05-01 differs']);
    expect(shown('1989-05-07', '2019-05-01', '1989-05-07')).toEqual(['2019-05-01 chosen']);
    expect(shown('2019-05-07', 'soon')).toEqual(['2019-05-07 chosen']);
  });

  test('a day without a year is left where a whole date is known', () => {
    const shown = (...lines: string[]) =>
      of('Published', { title, lines: drawnPage(h1, ...lines.map(p), p(story)) }).map(
        ([value, , how]) => `${value} ${how}`,
      );
    expect(shown('5月6日')).toEqual(['5月6日 chosen']);
    expect(shown('发布时间：5月6日', '2019-05-06')).toEqual(['2019-05-06 chosen']);
    expect(
      of('Published', { title, ...meta(['name date', '2019-05-06']), lines: drawnPage(h1, p('5月6日'), p(story)) }),
    ).toEqual([['2019-05-06', 'meta name date', 'chosen']]);
    // A whole date that is not the page's own is none.
    expect(
      of('Published', { title, lines: drawnPage(h1, p('5月6日'), drawn('aside', p('2019-05-06')), p(story)) }),
    ).toEqual([['5月6日', 'visible text', 'chosen']]);
    expect(
      of('Published', { title, ...meta(['name date', 'soon']), lines: drawnPage(h1, p('5月6日'), p(story)) }),
    ).toEqual([['5月6日', 'visible text', 'chosen']]);
  });

  test('is followed by the same in ISO 8601 where it is written otherwise', () => {
    const shown = (value: string) => of('Published', meta(['name date', value]))[0]?.[0];
    expect(shown('6 May 2019')).toBe('6 May 2019 [2019-05-06]');
    expect(shown('2019-05-06')).toBe('2019-05-06');
    expect(shown('2019-05-06T09:30:00Z')).toBe('2019-05-06T09:30:00Z');
    expect(of('Published', { title, lines: drawnPage(h1, p('昨天 10:20'), p(story)) })[0]?.[0]).toBe('昨天 10:20');
    expect(of('Author', meta(['name author', 'Jane Doe']))[0]?.[0]).toBe('Jane Doe');
  });
});

describe('who wrote a page', () => {
  test('is no company, no name of the site, nobody who edited it', () => {
    const author = (name: string, change: Partial<FactSources> = {}) =>
      of('Author', { ...change, metas: [['name author', name], ...(change.metas ?? [])] }).length;
    expect(author('王某')).toBe(1);
    expect(author('某某有限公司')).toBe(0);
    expect(author('晨渡财经', meta(['property og:site_name', '晨渡财经网']))).toBe(0);
    expect(author('晨渡财经', { title: '晨渡财经' })).toBe(1);
    expect(author('王某', { text: '编辑：王某' })).toBe(0);
    expect(author('王某', { text: '编辑：李某' })).toBe(1);
    expect(author('admin')).toBe(0);
  });

  test('what is left is kept among the candidates, with its own words', () => {
    expect(facts(meta(['name author', 'admin'])).candidates).toEqual([
      { name: 'Author', value: 'admin', source: 'meta name author', part: 'markup', standing: 'left' },
    ]);
    const many = Array.from({ length: 101 }, (_, at) => p(`${2000 + at}-05-06`));
    expect(facts({ lines: drawnPage(...many) }).candidates).toHaveLength(100);
  });
});
