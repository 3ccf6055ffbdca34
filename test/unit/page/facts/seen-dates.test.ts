import { describe, expect, test } from 'vitest';
import { mapOf } from '../../../../shared/page/facts/page-parts.ts';
import { daysBetween, seenDates } from '../../../../shared/page/facts/seen-dates.ts';
import { drawnPage, drawn, type DrawnPart } from '../../../fixtures/made/drawn-page.ts';

const title = '青禾小贷召开债权人会议';
const [story, more] = ['甲', '乙'].map((letter) => `${letter.repeat(46)}，。`) as [string, string];
const p = (text: string) => drawn('p', text);
const h1 = drawn('h1', title);

/** What is published and changed on a page by the dates that it shows, with how plainly each says so. */
function datesOf(...inside: DrawnPart[]) {
  const page = drawnPage(...inside);
  const { published, modified } = seenDates(page, mapOf(page, [title]));
  const said = (all: typeof published) => all.map(({ value, plain }) => [value, plain] as const);
  return { published: said(published), modified: said(modified) };
}
/** How plainly the only date of a line in the head says that it is of publication; null: it is of a change. */
const plainIn = (line: string) => datesOf(h1, p(line), p(story)).published[0]?.[1] ?? null;
const day = '2019-05-06';

describe('a date in the head of a page', () => {
  test.for<readonly [string, number | null]>([
    // A label of publication says it.
    [`发布时间：${day}`, 3],
    [`发布时间：${day}　来源：新华网`, 3],
    [`Published on ${day}`, 3],
    // Alone, or beside what every page has there.
    [day, 1],
    [`${day}　来源：新华网　作者：王某`, 1],
    [`时间：${day}`, 1],
    // Of something else.
    [`成立日期：${day}`, 0],
    [`Joined ${day}`, 0],
    [`上架日期：${day}`, 0],
    [`Server time: ${day}`, 0],
    // In a sentence.
    [`该公司于${day}成立`, 0],
    [`会议已经结束。${day}`, 0],
    // Of a change.
    [`更新时间：${day}`, null],
    [`Updated ${day}`, null],
  ])('%s: %s', ([line, plain]) => {
    expect(plainIn(line)).toBe(plain);
  });

  test('stands alone beside a weight of 110 at most', () => {
    expect(plainIn(`${day} ${'字'.repeat(54)}a`)).toBe(1);
    expect(plainIn(`${day} ${'字'.repeat(55)}`)).toBe(0);
  });

  test('of several different days of one line none is of publication, unless words say which', () => {
    expect(datesOf(h1, p(`${day} 2019-05-07`), p(story)).published).toEqual([
      [day, 0],
      ['2019-05-07', 0],
    ]);
    expect(datesOf(h1, p(`发布时间：${day} 截止日期：2019-05-07`), p(story)).published).toEqual([
      [day, 3],
      ['2019-05-07', 0],
    ]);
    expect(datesOf(h1, p(`${day} 更新于 2019-05-07`), p(story))).toEqual({
      published: [[day, 1]],
      modified: [['2019-05-07', 3]],
    });
    expect(datesOf(h1, p(`更新于 2019-05-07 ${day}`), p(story))).toEqual({
      published: [[day, 1]],
      modified: [['2019-05-07', 3]],
    });
    // Twice the same day is one.
    expect(datesOf(h1, p(`${day} ${day} 09:30`), p(story)).published).toEqual([
      [day, 1],
      [`${day} 09:30`, 1],
    ]);
  });

  test('is labelled by the line before, as in a table: where it ends in a colon and is short', () => {
    const after = (label: string) => datesOf(h1, p(label), p(day), p(story));
    expect(after('发布时间：').published).toEqual([[day, 3]]);
    expect(after('更新时间：').modified).toEqual([[day, 3]]);
    expect(after('成立日期：').published).toEqual([[day, 0]]);
    expect(after('发布时间').published).toEqual([[day, 1]]);
    const label = (weight: number) => `${'a'.repeat(weight - 11)} 发布时间：`; // four characters and a colon count twice
    expect(after(label(40)).published).toEqual([[day, 3]]);
    expect(after(label(41)).published).toEqual([[day, 1]]);
    // Only the first date of the line, and where nothing stands before it.
    expect(datesOf(h1, p('更新时间：'), p(`来源 ${day}`), p(story)).published).toEqual([[day, 1]]);
    expect(datesOf(h1, p('更新时间：'), p(`${day} ${day}`), p(story))).toEqual({
      published: [[day, 1]],
      modified: [[day, 3]],
    });
  });

  test('in a headline leaves those of other days below it, but for a label', () => {
    const headed = (...rest: DrawnPart[]) =>
      datesOf(drawn('h1', `${title} ${day}`), ...rest, p(story)).published.slice(1);
    expect(headed(p('2019-05-07'))).toEqual([['2019-05-07', 0]]);
    expect(headed(p(`${day} 09:30`))).toEqual([[`${day} 09:30`, 1]]);
    expect(headed(p('发布时间：2019-05-07'))).toEqual([['发布时间：2019-05-07'.slice(5), 3]]);
    expect(headed(p('5月7日'))).toEqual([['5月7日', 1]]);
    expect(datesOf(drawn('h1', `${title} 5月6日`), p('2019-05-07'), p(story)).published.at(-1)).toEqual([
      '2019-05-07',
      1,
    ]);
  });
});

describe('a date in another part of a page', () => {
  const marked = { kind: 'time', source: 'time', value: day };

  test('above the headline: two lines before it and beside little, or marked, or labelled', () => {
    const above = (...inside: DrawnPart[]) => datesOf(...inside, h1, p(story)).published[0]?.[1];
    expect(above(p(day))).toBe(1);
    expect(above(p(day), p('行'))).toBe(1);
    expect(above(p(day), p('行'), p('行'))).toBe(0);
    expect(above(p(`${day} ${'a'.repeat(29)}`))).toBe(1);
    expect(above(p(`${day} ${'a'.repeat(30)}`))).toBe(0);
    expect(above(drawn('time', marked, day), p('行'), p('行'))).toBe(2);
    expect(above(p(`发布时间：${day}`), p('行'), p('行'))).toBe(3);
    // Without a headline nothing is above one.
    expect(datesOf(drawn('div.related', p(day)), p(story)).published[0]?.[1]).toBe(0);
  });

  test('in the lead: beside little, or marked, or labelled', () => {
    const lead = (...inside: DrawnPart[]) => datesOf(h1, p(story), ...inside, p(more)).published[0]?.[1];
    expect(lead(p(day))).toBe(1);
    expect(lead(p(`${day} ${'a'.repeat(29)}`))).toBe(1);
    expect(lead(p(`${day} ${'a'.repeat(30)}`))).toBe(0);
    expect(lead(drawn('time', marked, `${day} ${'a'.repeat(30)}`))).toBe(2);
    expect(lead(p(`发布时间：${day} ${'a'.repeat(30)}`))).toBe(3);
  });

  test('right behind the story: only where it is labelled', () => {
    const end = (...inside: DrawnPart[]) => datesOf(h1, p(story), p(more), ...inside).published[0]?.[1];
    expect(end(p(`发布时间：${day}`))).toBe(3);
    expect(end(p(day))).toBe(0);
    expect(end(drawn('time', marked, day))).toBe(0);
    expect(datesOf(h1, p(story), p(more), p(`更新时间：${day}`)).modified).toEqual([[day, 3]]);
  });

  test('in comments, margins and feet it is not the page’s, whatever it is called; a change there is none', () => {
    for (const label of ['div.comments', 'aside', 'footer', 'div.related']) {
      expect(datesOf(h1, drawn(label, p(`发布时间：${day}`)), p(story)).published).toEqual([[day, 0]]);
      expect(datesOf(h1, drawn(label, p(`更新时间：${day}`)), p(story))).toEqual({ published: [], modified: [] });
    }
  });
});

describe('an element that is marked as a date', () => {
  const sources = (...inside: DrawnPart[]) => {
    const page = drawnPage(h1, ...inside, p(story));
    const { published } = seenDates(page, mapOf(page, [title]));
    return published.map(({ value, iso, source, plain }) => [value, iso, source, plain]);
  };
  const mark = (change: object = {}) => ({ kind: 'time', source: 'time', value: day, ...change });

  test('makes the date that it shows plainer, and says where it is from', () => {
    expect(sources(drawn('time', mark(), day))).toEqual([[day, day, 'time', 2]]);
    expect(sources(drawn('p', mark({ kind: 'date', source: '.date' }), day))).toEqual([[day, day, 'element .date', 2]]);
    expect(sources(drawn('p', mark({ kind: 'microdata', source: 'NewsArticle.datePublished' }), day))).toEqual([
      [day, day, 'microdata NewsArticle.datePublished', 2],
    ]);
    for (const other of [
      { kind: 'microdata', source: 'NewsArticle.dateModified' },
      { kind: 'author', source: '.author' },
      { kind: 'author', source: 'x.datePublished' },
    ])
      expect(sources(drawn('p', mark(other), day))).toEqual([[day, day, 'visible text', 1]]);
  });

  test('gives its value, with time and zone, where that is the same day or the next', () => {
    const value = (marked: string, shown = '2019年5月6日') => sources(drawn('time', mark({ value: marked }), shown))[0];
    expect(value('2019-05-06T09:30:00+08:00')).toEqual([
      '2019-05-06T09:30:00+08:00',
      '2019-05-06T09:30:00+08:00',
      'time',
      2,
    ]);
    expect(value('2019-05-05T22:30:00Z')?.[0]).toBe('2019-05-05T22:30:00Z');
    expect(value('2019-05-04')?.slice(0, 2)).toEqual(['2019年5月6日', day]);
    expect(value('yesterday')?.slice(0, 2)).toEqual(['2019年5月6日', day]);
    expect(value('2019-05-06', '5月6日')?.slice(0, 2)).toEqual(['5月6日', null]);
    expect(value('no date', '5月6日')?.slice(0, 2)).toEqual(['5月6日', null]);
  });

  test('is of the date of its own line whose words it holds, and is short', () => {
    expect(sources(drawn('p', mark({ text: '2019年5月6日' }), '时间：2019年5月6日'))[0]?.[3]).toBe(2);
    expect(sources(drawn('p', mark({ text: '发布者' }), '时间：2019年5月6日'))[0]?.[3]).toBe(1);
    expect(sources(drawn('p', mark({ text: '5月6日' }), '时间：2019年5月6日'))[0]?.[3]).toBe(2);
    const long = (length: number) => `2019-05-06 ${'a'.repeat(length - 11)}`;
    expect(sources(drawn('p', mark({ text: long(110) }), day))[0]?.[3]).toBe(2);
    expect(sources(drawn('p', mark({ text: long(111) }), day))[0]?.[3]).toBe(1);
    expect(sources(p(day), drawn('p', mark({ text: day }), '行'))[0]).toEqual([day, day, 'visible text', 1]);
    expect(sources(drawn('p', mark({ unseen: true }), day))[0]).toEqual([day, day, 'visible text', 1]);
  });

  test('counts where its line shows no whole date, or is not seen: with its own value', () => {
    const only = (change: object, line = '昨天 10:20') => sources(drawn('time', mark(change), line)).at(-1);
    expect(only({})).toEqual([day, day, 'time', 2]);
    expect(sources(drawn('time', mark({}), '发表'))).toEqual([[day, day, 'time', 2]]);
    expect(sources(drawn('time', mark({ value: 'soon' }), '发表'))).toEqual([]);
    expect(sources(drawn('p', mark({ kind: 'date', source: '.date' }), '发表'))).toEqual([
      [day, day, 'element .date', 0],
    ]);
    expect(sources(drawn('time', mark({ unseen: true }), '行'))).toEqual([[day, day, 'time', 0]]);
    // Where its line shows one, that one counts, and not twice.
    expect(sources(drawn('time', mark(), day))).toHaveLength(1);
    expect(sources(drawn('time', mark(), `昨天 ${day}`))).toHaveLength(2);
  });

  test('is of a change, or of something else, where the words before it on its line say so', () => {
    const labelled = (label: string, label2 = 'p') =>
      datesOf(h1, drawn(label2, drawn('p', mark({ text: '昨日' }), `${label}昨日`)), p(story));
    expect(labelled('更新时间：')).toEqual({ published: [], modified: [[day, 3]] });
    expect(labelled('发布时间：')).toEqual({ published: [[day, 2]], modified: [] });
    expect(labelled('成立时间：')).toEqual({ published: [[day, 0]], modified: [] });
    expect(labelled('更新时间：', 'div.comments')).toEqual({ published: [], modified: [[day, 0]] });
    // What stands behind it, or on a line that does not have it, is no label of it.
    expect(datesOf(h1, drawn('p', mark({ text: '昨日' }), '昨日 更新时间：'), p(story))).toEqual({
      published: [[day, 2]],
      modified: [],
    });
    expect(datesOf(h1, drawn('p', mark({ text: '无' }), '更新时间：'), p(story)).modified).toEqual([]);
  });

  test('counts above, in the head and in the lead, and not behind the story', () => {
    const time = drawn('time', mark(), '发表');
    const plain = (...inside: DrawnPart[]) => datesOf(...inside).published[0]?.[1];
    expect(plain(time, h1, p(story))).toBe(2);
    expect(plain(h1, time, p(story))).toBe(2);
    expect(plain(h1, p(story), time, p(more))).toBe(2);
    expect(plain(h1, p(story), p(more), time)).toBe(0);
    expect(plain(h1, drawn('aside', time), p(story))).toBe(0);
  });
});

test('days lie apart by their dates alone, whatever the time and whichever is first', () => {
  expect(daysBetween('2019-05-06', '2019-05-07')).toBe(1);
  expect(daysBetween('2019-05-07T00:00', '2019-05-06T23:59+08:00')).toBe(1);
  expect(daysBetween('2019-05-06T00:00', '2019-05-06T23:59:59Z')).toBe(0);
  expect(daysBetween('2019-12-31', '2020-01-31')).toBe(31);
});
