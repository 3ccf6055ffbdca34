import { describe, expect, test } from 'vitest';
import { mapOf, weightOf } from '../../../../shared/page/facts/page-parts.ts';
import { drawnPage, drawn, linkOf, type DrawnPart } from '../../../fixtures/made/drawn-page.ts';

/** Three paragraphs of a story: each of 48 characters, a weight of 96. */
const [first, second, third] = ['甲', '乙', '丙'].map((letter) => `${letter.repeat(46)}，。`) as [
  string,
  string,
  string,
];
const title = '青禾小贷召开债权人会议';

/** The lines of a page, each with the part that it is in. */
function partsOfLines(titles: readonly string[], ...inside: DrawnPart[]): readonly (readonly [string, string])[] {
  const page = drawnPage(...inside);
  const map = mapOf(page, titles);
  return page.lines.map(({ text, node }, at) => [text, map.partOf(at, node)] as const);
}
/** The part of the line 「问」, in a page with a headline and a story behind it. */
function partOfAsked(...inside: DrawnPart[]): string | undefined {
  return partsOfLines([title], ...inside).find(([text]) => text === '问')?.[1];
}
/** The words of the headline; null where there is none. */
function headlineIn(titles: readonly string[], ...inside: DrawnPart[]): string | null {
  const page = drawnPage(...inside);
  return page.lines[mapOf(page, titles).headlineAt]?.text ?? null;
}
const p = (text: string) => drawn('p', text);
const h1 = drawn('h1', title);

describe('the headline of a page', () => {
  test('is the line that says its title, in a heading before any other', () => {
    expect(headlineIn([`${title}_财经`], p(title), drawn('h2', title), p(first))).toBe(title);
    const page = drawnPage(p(title), drawn('h2', title));
    expect(mapOf(page, [title]).headlineAt).toBe(1);
    expect(mapOf(drawnPage(drawn('h2', title), drawn('h1', title)), [title]).headlineAt).toBe(1);
    expect(mapOf(drawnPage(drawn('h3', title), drawn('h2', title)), [title]).headlineAt).toBe(1);
    expect(mapOf(drawnPage(p(title), drawn('p.title', title)), [title]).headlineAt).toBe(1);
    expect(mapOf(drawnPage(drawn('p.title', title), drawn('h4', title)), [title]).headlineAt).toBe(0);
  });

  test('is the first of two that say it alike', () => {
    expect(mapOf(drawnPage(drawn('h1', title), drawn('h1', title)), [title]).headlineAt).toBe(0);
    expect(mapOf(drawnPage(p(title), p(title)), [title]).headlineAt).toBe(0);
  });

  test('is nearer to the title than any other line, longer or shorter than the title', () => {
    expect(headlineIn(['甲乙丙丁戊己庚辛'], drawn('h2', '甲乙丙'), drawn('h2', '甲乙丙丁戊己'))).toBe('甲乙丙丁戊己');
    expect(headlineIn(['甲乙丙丁'], drawn('h2', '甲乙丙丁戊己庚辛'), drawn('h2', '甲乙丙丁戊'))).toBe('甲乙丙丁戊');
    expect(headlineIn(['', '甲乙丙丁'], drawn('h2', '子丑寅卯'), drawn('h2', '甲乙丙丁'))).toBe('甲乙丙丁');
    expect(headlineIn(['Qinghe — Meeting!'], drawn('h2', 'Other matters'), drawn('h2', 'QINGHE: meeting'))).toBe(
      'QINGHE: meeting',
    );
  });

  test('is the first great heading where no line says the title', () => {
    expect(headlineIn(['无关'], p('甲乙'), drawn('h1', '丙丁'), drawn('h1', '戊己'))).toBe('丙丁');
    expect(headlineIn([], drawn('h1', '丙丁'))).toBe('丙丁');
    expect(headlineIn([''], drawn('h2', '丙丁'), p('戊己'))).toBeNull();
    expect(headlineIn(['无关'], drawn('p.title', '丙丁'))).toBeNull();
  });

  test('is none where a line shares too little with the title: a quarter in a heading, a half in a plain line', () => {
    const eight = '甲乙丙丁戊己庚辛';
    expect(headlineIn([eight], drawn('h2', '甲乙'))).toBe('甲乙');
    expect(headlineIn([`${eight}壬`], drawn('h2', '甲乙'))).toBeNull();
    expect(headlineIn([eight], p('甲乙丙丁'))).toBe('甲乙丙丁');
    expect(headlineIn([`${eight}壬`], p('甲乙丙丁'))).toBeNull();
    expect(headlineIn([eight], drawn('p.headline', '甲乙丙'))).toBe('甲乙丙');
  });

  test('is no single letter and no line of more than 300 characters', () => {
    expect(headlineIn(['甲'], drawn('h1', '甲'))).toBeNull();
    expect(headlineIn(['甲乙'], drawn('h1', '甲乙'))).toBe('甲乙');
    const long = { text: title, length: 300 };
    expect(headlineIn([title], drawn('h1', long))).toBe(title);
    expect(headlineIn([title], drawn('h1', { ...long, length: 301 }))).toBeNull();
  });

  test('is one in the page itself before one of a margin, a menu, a list or comments that says the title better', () => {
    for (const label of ['aside', 'nav', 'footer', 'div.crumb', 'ul.menu', 'div.related', 'div.comments'])
      expect(mapOf(drawnPage(drawn(label, drawn('h1', title)), drawn('h2', title)), [title]).headlineAt, label).toBe(1);
    expect(headlineIn([title], drawn('aside', drawn('h1', title)))).toBe(title);
    expect(headlineIn(['无关'], drawn('aside', drawn('h1', title)))).toBeNull();
  });

  test('may lie three elements deep in its heading, and no deeper', () => {
    const deep = (depth: number): DrawnPart =>
      depth === 0 ? drawn('b', title) : drawn(depth === 3 ? 'h1' : 'span', deep(depth - 1));
    expect(headlineIn(['无关'], deep(3))).toBe(title);
    expect(headlineIn(['无关'], drawn('h1', drawn('i', drawn('i', drawn('i', drawn('i', title))))))).toBeNull();
  });
});

describe('where on its page a line is', () => {
  test('above the headline, below it, in the lead, in the story, and right behind it', () => {
    expect(
      partsOfLines(
        [title],
        drawn('div.main', p('上'), h1, p('下'), p(first), p('导'), p(second), p('间'), p(third), p('末')),
      ),
    ).toEqual([
      ['上', 'above'],
      [title, 'elsewhere'],
      ['下', 'head'],
      [first, 'story'],
      ['导', 'lead'],
      [second, 'story'],
      ['间', 'story'],
      [third, 'story'],
      ['末', 'end'],
    ]);
  });

  test('with one paragraph only there is no end: what is behind it is the lead', () => {
    expect(partOfAsked(h1, p(first), p('问'))).toBe('lead');
  });

  test('without a headline the first paragraph is the story, and nothing is above it', () => {
    const short = `${'字'.repeat(24)}，。`; // a weight of 52
    expect(partsOfLines([], p('甲'), p(short), p('乙'), p(short), p('丙'))).toEqual([
      ['甲', 'head'],
      [short, 'story'],
      ['乙', 'lead'],
      [short, 'story'],
      ['丙', 'end'],
    ]);
    expect(partsOfLines([], p('甲'), p(`${'字'.repeat(22)}，。`)).map(([, part]) => part)).toEqual(['head', 'head']);
    expect(partsOfLines([], p('甲'), p(`${'字'.repeat(23)}，。`)).map(([, part]) => part)).toEqual(['head', 'story']);
  });

  test('a paragraph has a weight of 90, a sentence, and more words than links', () => {
    const isStory = (line: DrawnPart) => partsOfLines([title], h1, drawn('p', line))[1]?.[1] === 'story';
    expect(isStory(`${'字'.repeat(43)}，。`)).toBe(true);
    expect(isStory(`${'字'.repeat(42)}a，。`)).toBe(false);
    expect(isStory('字'.repeat(60))).toBe(false);
    expect(isStory(`${'word '.repeat(20)}and. `)).toBe(true);
    expect(isStory({ text: first, linked: 23 })).toBe(true);
    expect(isStory({ text: first, linked: 24 })).toBe(false);
  });

  test('wide characters count as two', () => {
    expect([weightOf('ab'), weightOf('甲乙'), weightOf('a甲，')]).toEqual([2, 4, 5]);
    expect(weightOf('')).toBe(0);
  });

  test('the head of a page ends after 26 lines, the lead too; its end after 14', () => {
    const many = (count: number, last: string) => [...Array.from({ length: count - 1 }, () => p('行')), p(last)];
    expect(partOfAsked(h1, ...many(26, '问'), p(first))).toBe('head');
    expect(partOfAsked(h1, ...many(27, '问'), p(first))).toBe('elsewhere');
    expect(partOfAsked(h1, p(first), ...many(26, '问'), p(second))).toBe('lead');
    expect(partOfAsked(h1, p(first), ...many(27, '问'), p(second))).toBe('story');
    expect(partOfAsked(h1, p(first), p(second), ...many(14, '问'))).toBe('end');
    expect(partOfAsked(h1, p(first), p(second), ...many(15, '问'))).toBe('story');
  });

  test('above the headline are 16 lines, none farther than 700 pixels', () => {
    const above = (count: number) => [p('问'), ...Array.from({ length: count - 1 }, () => p('行'))];
    expect(partOfAsked(...above(16), h1, p(first))).toBe('above');
    expect(partOfAsked(...above(17), h1, p(first))).toBe('elsewhere');
    const at = (y: number) =>
      partOfAsked(
        drawn('p', { text: '问', box: [0, 0, 600, 20] }),
        drawn('h1', { text: title, box: [0, y, 600, 20] }),
        p(first),
      );
    expect(at(700)).toBe('above');
    expect(at(701)).toBe('elsewhere');
  });

  test('a large picture is no line of the head', () => {
    expect(partOfAsked(h1, ...Array.from({ length: 26 }, () => drawn('img', '')), p('问'), p(first))).toBe('head');
  });

  test('what is not seen says so', () => {
    expect(mapOf(drawnPage(h1), [title]).partOf(null, 0)).toBe('unseen');
  });

  test('the end is within the element that holds headline and story, and before the comments', () => {
    const main = drawn('div.main', h1, p(first), p(second));
    expect(partOfAsked(main, p('问'))).toBe('story');
    expect(partOfAsked(drawn('div.main', h1, p(first), p(second), p('问')))).toBe('end');
    expect(partOfAsked(h1, p(first), p(second), drawn('div.comments', p('甲')), p('问'))).toBe('story');
    expect(partOfAsked(h1, p(first), p(second), p('问'), drawn('div.comments', p('甲')))).toBe('end');
    // A paragraph of another drawn, or behind the comments, is not the story's last.
    expect(partOfAsked(drawn('div.main', h1, p(first), p(second), p('问')), drawn('div.b', p(third)))).toBe('end');
    expect(partOfAsked(h1, p(first), p(second), p('问'), drawn('div.comments', p('甲')), p(third))).toBe('end');
    // Comments before the headline end nothing.
    expect(partOfAsked(drawn('div.comments', p('甲')), h1, p(first), p(second), p('问'))).toBe('end');
  });
});

describe('what is no part of the story', () => {
  const inside = (...labels: readonly string[]): DrawnPart =>
    labels.reduceRight<DrawnPart>((inner, label) => drawn(label, inner), p('问'));
  const named = (...labels: readonly string[]) => partOfAsked(h1, inside(...labels), p(first));

  test.for<readonly [string, string]>([
    ['div.comments', 'comments'],
    ['ul.replies', 'comments'],
    ['aside', 'side'],
    ['div.right-col', 'side'],
    ['div.sidebar', 'side'],
    ['div.related', 'list'],
    ['section.most-read', 'list'],
    ['div.hot-news', 'list'],
    ['nav', 'navigation'],
    ['div.breadcrumb', 'navigation'],
    ['div.site-header', 'navigation'],
    ['footer', 'foot'],
    ['p.copyright', 'foot'],
    ['figure', 'caption'],
    ['div.gallery', 'caption'],
    ['blockquote', 'box'],
    ['div.author-bio', 'box'],
    ['header', 'navigation'],
    ['div.text', 'head'],
  ])('%s is %s', ([label, part]) => {
    expect(named(label)).toBe(part);
  });

  test('says so by its outermost element that names itself', () => {
    expect(named('div.related', 'div.comments')).toBe('list');
    expect(named('div.comments', 'div.related')).toBe('comments');
    expect(named('div.text', 'div.related')).toBe('list');
    expect(named('body.menu', 'html.search', 'div.text')).toBe('head');
  });

  test('a foot of the post itself and a header within an article are the post’s', () => {
    expect(named('footer.entry-meta')).toBe('head');
    expect(named('footer.entry-meta', 'div.related')).toBe('list');
    expect(named('article', 'footer')).toBe('head');
    expect(named('div.text', 'footer')).toBe('foot');
    expect(named('article', 'header')).toBe('head');
    expect(named('div.text', 'header')).toBe('navigation');
    expect(named('article', 'p.article')).toBe('head');
    expect(named('div.post', 'p.copyright')).toBe('foot');
  });

  test('is not what the headline itself lies in, whatever that calls itself', () => {
    expect(partOfAsked(drawn('div.book', h1, p('问'), p(first)))).toBe('head');
    expect(partOfAsked(drawn('div.book', p('问')), drawn('div.text', h1, p(first)))).toBe('box');
  });

  test('is a line beside the headline’s column, and none that shares a pixel with it', () => {
    const beside = (x: number, width: number) =>
      partOfAsked(
        drawn('h1', { text: title, box: [100, 0, 600, 20] }),
        drawn('p', { text: '问', box: [x, 30, width, 20] }),
        p(first),
      );
    expect(beside(700, 200)).toBe('side');
    expect(beside(699, 200)).toBe('head');
    expect(beside(0, 100)).toBe('side');
    expect(beside(0, 101)).toBe('head');
    // Without a headline nothing lies beside it.
    expect(
      partsOfLines([], drawn('p', { text: '问', box: [900, 0, 90, 20] }), p(`${'字'.repeat(24)}，。`))[0]?.[1],
    ).toBe('head');
  });

  test('is an entry of a list of links: one with eight characters of links within three lines of it', () => {
    const entry = (...lines: DrawnPart[]) => partOfAsked(h1, drawn('ul', drawn('li', ...lines)), p(first));
    expect(entry(p('问'), linkOf('另一则消息的标题'))).toBe('list');
    expect(entry(p('问'), linkOf('另一则消息标题'))).toBe('head');
    expect(entry(linkOf('另一则消息的标题'), p('行'), p('行'), p('问'))).toBe('list');
    expect(entry(linkOf('另一则消息的标题'), p('行'), p('行'), p('行'), p('问'))).toBe('head');
    expect(entry(p('问'), p('行'), p('行'), linkOf('另一则消息的标题'))).toBe('list');
    expect(entry(p('问'), p('行'), p('行'), p('行'), linkOf('另一则消息的标题'))).toBe('head');
    // A link of another entry is not its own; nor is a link outside the list.
    const other = drawn('li', linkOf('另一则消息的标题'));
    expect(partOfAsked(h1, drawn('ul', drawn('li', p('问')), other), p(first))).toBe('head');
    expect(partOfAsked(h1, p('问'), drawn('p', linkOf('另一则消息的标题')), p(first))).toBe('head');
    expect(partOfAsked(drawn('ul', drawn('li', h1, p('问'), linkOf('另一则消息的标题'))), p(first))).toBe('head');
    const near = { text: '短链接处的文字很长很长', linked: 8 };
    expect(entry(p('问'), near)).toBe('list');
  });

  test('is the card of a book: lines of one element within six of a short one that only books have', () => {
    const card = (...lines: DrawnPart[]) => partOfAsked(h1, drawn('div.card', ...lines), p(first));
    const rows = (count: number) => Array.from({ length: count }, () => '行');
    expect(card('问', '出版社：东岸书局')).toBe('box');
    expect(card('出版社：东岸书局', ...rows(5), '问')).toBe('box');
    expect(card('出版社：东岸书局', ...rows(6), '问')).toBe('head');
    expect(card('问', ...rows(5), '出版社：东岸书局')).toBe('box');
    expect(card('问', ...rows(6), '出版社：东岸书局')).toBe('head');
    // It lies in another drawn, or is a sentence of the story.
    expect(partOfAsked(h1, drawn('div', p('问')), drawn('div', drawn('b', '出版社：东岸书局')), p(first))).toBe('head');
    const long = (length: number) => ({ text: '出版社：东岸书局', length });
    expect(card('问', long(39))).toBe('box');
    expect(card('问', long(40))).toBe('head');
    expect(partOfAsked(h1, drawn('div.a', p('问'), p('ISBN 9787000000000')), p(first))).toBe('box');
  });

  test('is the line below a large picture that says whose it is', () => {
    const below = (...lines: DrawnPart[]) => partsOfLines([title], h1, ...lines, p(first)).at(-2)?.[1];
    expect(below(drawn('img', ''), p('图：视觉工坊'))).toBe('caption');
    expect(below(drawn('img', ''), p('二〇一九年'))).toBe('head');
    expect(below(p('行'), p('图：视觉工坊'))).toBe('head');
    expect(partsOfLines([title], p('图：视觉工坊'), h1, p(first))[0]?.[1]).toBe('above');
  });
});
