import { describe, expect, test } from 'vitest';
import { mapOf } from '../../../../shared/page/facts/page-parts.ts';
import { cleanName, editorsIn, isCompany, seenAuthors } from '../../../../shared/page/facts/seen-authors.ts';
import { drawnPage, drawn, linkOf, type DrawnPart } from '../../../fixtures/made/drawn-page.ts';

const title = '青禾小贷召开债权人会议';
const [story, more] = ['甲', '乙'].map((letter) => `${letter.repeat(46)}，。`) as [string, string];
const p = (text: string) => drawn('p', text);
const h1 = drawn('h1', title);

/** Authors that a page shows, each with its source and how plainly it is said. */
function authorsOf(...inside: DrawnPart[]) {
  const page = drawnPage(...inside);
  return seenAuthors(page, mapOf(page, [title])).map(({ value, source, plain }) => [value, source, plain] as const);
}
const inHead = (...lines: DrawnPart[]) => authorsOf(h1, ...lines, p(story));
const seen = (name: string, plain = 3) => [[name, 'visible text', plain]];

describe('an author that a line names', () => {
  test.for<readonly [string, string]>([
    ['作者：王某', '王某'],
    ['2019-05-06 来源：新华网 作者：王某', '王某'],
    ['文/王某', '王某'],
    ['By Jane Doe', 'Jane Doe'],
    ['by Jane Doe | May 6, 2019', 'Jane Doe'],
    ['By GILLIAN MOHNEY March 11, 2015 3:46 PM', 'GILLIAN MOHNEY'],
    ['By Jane Doe, Staff Writer', 'Jane Doe'],
    ['By Jane Doe (Reporting) and John Roe', 'Jane Doe and John Roe'],
    ['By @janedoe', '@janedoe'],
    ['By j.doe, r.roe', 'j.doe, r.roe'],
    ['Von Hans Meier', 'Hans Meier'],
    ['Posted on May 6, 2019 by Jane Doe', 'Jane Doe'],
    ['May 6, 2019 by Jane Doe', 'Jane Doe'],
    ['王某 发表于 2019-05-06', '王某'],
  ])('%s: %s', ([line, name]) => {
    expect(inHead(p(line))).toEqual(seen(name));
  });

  test.for([
    '会议由王某主持',
    'A report by the ministry',
    'Taken over by Jane Doe',
    '王某 发表于 某报',
    '作者：匿名用户',
    'By admin',
  ])('%s: nobody', (line) => {
    expect(inHead(p(line))).toEqual([]);
  });

  test('is said by a short line that is no sentence, and not in the lead by a label', () => {
    const line = (weight: number) => `作者：王某 ${'a'.repeat(weight - 11)}`;
    expect(inHead(p(line(160)))).toEqual(seen('王某', 3));
    expect(inHead(p(line(161)))).toEqual(seen('王某', 0));
    expect(inHead(p('作者：王某 他来了。'))).toEqual(seen('王某', 0));
    expect(authorsOf(h1, p(story), p('作者：王某'), p(more))).toEqual(seen('王某', 0));
    expect(authorsOf(h1, p(story), p(more), p('作者：王某'))).toEqual(seen('王某', 3));
    expect(authorsOf(p('作者：王某'), h1, p(story))).toEqual(seen('王某', 3));
    const by = (length: number) => `By Jane Doe | ${'a'.repeat(length - 14)}`;
    expect(inHead(p(by(160)))).toEqual(seen('Jane Doe'));
    expect(inHead(p(by(161)))).toEqual([]);
  });

  test('by By is none above the headline, and none in comments or margins', () => {
    expect(authorsOf(p('By Jane Doe'), h1, p(story))).toEqual(seen('Jane Doe', 0));
    expect(authorsOf(h1, p(story), p('By Jane Doe'), p(more))).toEqual(seen('Jane Doe', 3));
    for (const label of ['div.comments', 'aside', 'footer'])
      for (const line of ['By Jane Doe', '作者：Jane', '王某 发表于 2019-05-06'])
        expect(authorsOf(h1, drawn(label, p(line)), p(story)).map(([, , plain]) => plain)).toEqual([0]);
  });

  test('is nobody where several stories have one each', () => {
    const by = (name: string) => p(`By ${name}`);
    const two = [by('Jane Doe'), by('John Roe')];
    expect(inHead(...two)).toHaveLength(2);
    expect(inHead(...two, by('Ann Poe'))).toEqual([]);
    expect(inHead(...two, by('Jane Doe'))).toEqual([]);
    expect(inHead(by('Jane Doe'), by('Jane Doe'), by('Jane Doe'))).toHaveLength(3);
    expect(authorsOf(h1, by('Jane Doe'), p(story), by('John Roe'), p(more), by('Ann Poe'), p(story))).toEqual([]);
    // In comments, or in lines too long for one, they are no stories.
    expect(inHead(...two, drawn('div.comments', by('Ann Poe')))).toHaveLength(3);
    const long = (name: string, length: number) => p(`By ${name} | ${'a'.repeat(length - 6 - name.length)}`);
    expect(inHead(...two, long('Ann Poe', 80))).toEqual([]);
    expect(inHead(...two, long('Ann Poe', 81))).toHaveLength(3);
  });
});

describe('a link beside a date, in an element of users', () => {
  const link = (label: string, line: DrawnPart, before: DrawnPart = p('2019-05-06'), after: DrawnPart = p('行')) =>
    inHead(before, drawn(label, line), after);

  test('is the author, where it is nothing but a short link', () => {
    expect(link('a.username', linkOf('王某'))).toEqual(seen('王某', 2));
    expect(link('a.author', linkOf('王某'), p('行'), p('2019-05-06'))).toEqual(seen('王某', 2));
    expect(inHead(p('2019-05-06'), drawn('div.poster', drawn('a', linkOf('王某'))))).toEqual(seen('王某', 2));
    expect(link('a.more', linkOf('王某'))).toEqual([]);
    expect(link('a.username', '王某')).toEqual([]);
    expect(link('a.username', linkOf('王某'), p('行'))).toEqual([]);
    expect(inHead(p('2019-05-06'), p('行'), drawn('a.username', linkOf('王某')))).toEqual([]);
    expect(link('a.username', { text: '王某 »', linked: 3 })).toEqual(seen('王某 »', 2));
    expect(link('a.username', { text: '王某 »»', linked: 3 })).toEqual([]);
    expect(link('a.username', linkOf('字'.repeat(15)))).toEqual(seen('字'.repeat(15), 2));
    expect(link('a.username', linkOf(`${'字'.repeat(15)}a`))).toEqual([]);
  });

  test('counts in the head only', () => {
    const both = [p('2019-05-06'), drawn('a.username', linkOf('王某'))];
    expect(authorsOf(h1, p(story), ...both, p(more))).toEqual(seen('王某', 0));
    expect(authorsOf(...both, h1, p(story))).toEqual(seen('王某', 0));
  });
});

describe('an element that is marked as an author', () => {
  const mark = (change: object = {}) => ({ kind: 'author', source: '.author', value: 'value', ...change });
  const person = (change: object = {}) =>
    mark({ kind: 'microdata', source: 'NewsArticle.author', value: '王某', ...change });

  test('names whom it shows; one of microdata whom its value names', () => {
    expect(inHead(drawn('p', mark(), '王某'))).toEqual([['王某', 'element .author', 2]]);
    expect(inHead(drawn('p', person(), '行'))).toEqual([['王某', 'microdata NewsArticle.author', 2]]);
    expect(inHead(drawn('p', mark({ text: 'By Jane Doe, editor' }), '行'))).toEqual([
      ['Jane Doe', 'element .author', 2],
    ]);
  });

  test('is left where it is none of the page’s, or not seen', () => {
    expect(inHead(drawn('p', mark({ unseen: true }), '王某'))).toEqual([]);
    expect(inHead(drawn('p', person({ unseen: true }), '行'))).toEqual([['王某', 'microdata NewsArticle.author', 0]]);
    expect(inHead(drawn('p', person({ source: 'Person.author' }), '行'))).toEqual([]);
    expect(inHead(drawn('p', mark({ kind: 'date', source: 'Article.author' }), '王某'))).toEqual([]);
    expect(inHead(drawn('aside', mark(), '王某'))).toEqual([['王某', 'element .author', 0]]);
  });

  test('with a date in it, and no By, is a line of several things', () => {
    expect(inHead(drawn('p', mark(), '王某 2019-05-06'))).toEqual([]);
    expect(inHead(drawn('p', mark({ text: 'By Jane Doe May 6, 2019' }), '行'))).toEqual([
      ['Jane Doe', 'element .author', 2],
    ]);
  });

  test('does not count above the headline; behind the story only of microdata', () => {
    const plain = (...inside: DrawnPart[]) => authorsOf(...inside)[0]?.[2];
    expect(plain(drawn('p', mark(), '王某'), h1, p(story))).toBe(0);
    expect(plain(drawn('p', person(), '行'), h1, p(story))).toBe(0);
    expect(plain(h1, p(story), drawn('p', mark(), '王某'), p(more))).toBe(2);
    expect(plain(h1, p(story), p(more), drawn('p', mark(), '王某'))).toBe(0);
    expect(plain(h1, p(story), p(more), drawn('p', person(), '行'))).toBe(2);
  });
});

describe('a name', () => {
  test.for<readonly [string, string | null]>([
    ['By  Jane   Doe ', 'Jane Doe'],
    ['作者：王某', '作者：王某'],
    ['作者： 王某', '王某'],
    ['[英] 亨利·沃克', '亨利·沃克'],
    [' 王某 | ', '王某'],
    ['', null],
    [' - ', null],
    ['https://a.example/jane', null],
    ['他来了。', null],
    ['admin', null],
    ['佚名', null],
    ['2nd Editor', null],
    ['Jane 2019', null],
    ['***', null],
    ['a b c d e f g h i j k l', 'a b c d e f g h i j k l'],
    ['a b c d e f g h i j k l m', null],
    ['a'.repeat(120), 'a'.repeat(120)],
    ['a'.repeat(121), null],
  ])('%s is %s', ([value, name]) => {
    expect(cleanName(value)).toBe(name);
  });

  test('of a company, a desk or a site is told from a person’s', () => {
    for (const name of ['某某网络科技有限公司', '本报编辑部', 'Acme Inc', 'News Agency'])
      expect(isCompany(name)).toBe(true);
    for (const name of ['王某', 'Jane Doe', 'Vincent']) expect(isCompany(name)).toBe(false);
  });

  test('of whoever edited or checked a page is read from its own words', () => {
    expect(editorsIn('责任编辑：何青 校对:李明\n编辑 王某')).toEqual(['何青', '李明']);
    expect(editorsIn('无')).toEqual([]);
  });
});
