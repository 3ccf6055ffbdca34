import { describe, expect, test } from 'vitest';
import { partsOf, signIn, type TextBlock } from '../../../shared/page/page-clauses.ts';
import { besidesSiteWords, weight } from '../../../shared/page/site-words.ts';

const block = (text: string, change: Partial<TextBlock> = {}): TextBlock => ({
  ...{ text, part: 'page', heading: false, linked: 0, share: 0 },
  ...change,
});
/** A word of no language, of so many letters: a page’s own. */
const own = (letters: number) => 'z'.repeat(letters);
const ownOf = (text: string, change: Partial<TextBlock> = {}) => partsOf([block(text, change)]).own;

describe('how much a text says', () => {
  test('a Chinese character is two, a letter and a figure one, anything else nothing', () => {
    expect(['', '，。 ', '甲', 'ab1', '甲a1，é'].map(weight)).toEqual([0, 0, 2, 3, 5]);
  });

  test.for<readonly [string, number, number]>([
    ['', 0, 0],
    ['青禾', 4, 1],
    ['网页', 0, 0],
    ['青禾网页', 4, 0.5],
    ['青禾的网页', 4, 0.5],
    ['青禾网页登录页面', 4, 0.25],
    ['信息中心', 0, 0],
    ['Qinghe', 6, 1],
    ['the Qinghe password', 6, 6 / 14],
    ['Passwords, boxes, closed, verifying, used, quickly', 0, 0],
    ['making', 0, 0],
    ['青禾 password', 4, 4 / 12],
    ['https://qinghe.example/qqqq qq12 qinghe.example.com/x 2019', 0, 0],
    ['青1禾', 4, 1],
    ['网1址', 4, 1],
  ])('“%s” says %s of its own', ([text, said, share]) => {
    const { weight: found, share: part } = besidesSiteWords(text);
    expect(found).toBe(said);
    expect(part).toBeCloseTo(share, 10);
  });

  test('whoever tells of a dealing or a grievance says all of it herself', () => {
    expect(besidesSiteWords('网站欠款')).toEqual({ weight: 8, share: 1 });
  });
});

describe('a page taken apart', () => {
  test('a clause is its own from two letters on, where they are more than a third of it', () => {
    expect(ownOf(`您的${'访问'.repeat(6)}z`)).toBe(0);
    expect(ownOf(`${own(2)}，${'访问'.repeat(6)}`)).toBe(2);
    // 33 letters of words that sites use.
    const known = 'administrator verification password';
    expect(ownOf(`${known} ${own(17)}`)).toBe(0);
    expect(ownOf(`${known} ${own(18)}`)).toBe(51);
  });

  test('clauses end at signs, at lines, and at a space between Chinese characters; an address is none', () => {
    const clauses = `${own(5)}，${'访问'.repeat(7)}！${own(6)}\n${'浏览'.repeat(7)} 青禾`;
    expect(partsOf([block(clauses)])).toMatchObject({ own: 15, rest: 15 + 28 + 28 });
    expect(partsOf([block(`https://qinghe.example/${own(20)} ${own(5)}`)])).toMatchObject({ own: 5, rest: 5 });
    expect(partsOf([block(`${'访问'.repeat(7)}https://qinghe.example/x 404`)]).signs).toEqual([]);
    expect(partsOf([block('请登录 ， forbidden ')]).signs.map(({ words }) => words)).toEqual(['请登录', 'forbidden']);
  });

  test('a line of at most six characters that no site is known to say is a message, whatever its words', () => {
    expect(ownOf('正在访问网页')).toBe(12);
    expect(ownOf('正在访问该网页')).toBe(0);
    expect(ownOf('首页，访问网页')).toBe(12);
    expect(ownOf('首页，返回首页')).toBe(0);
    expect(ownOf('请登录，访问')).toBe(0);
    expect(ownOf('访问网页', { linked: 100 })).toBe(0);
    expect(ownOf('访问网页', { linked: 99 })).toBe(8);
    expect(ownOf('访问网页', { part: 'bar' })).toBe(0);
  });

  test('what stands beside everything is nobody’s, but where it tells of a dealing', () => {
    expect(ownOf(`时间${own(20)}`)).toBe(0);
    expect(ownOf(`时间${own(20)}欠`)).toBe(26);
    expect(partsOf([block(`时间${own(20)}`)]).rest).toBe(0);
  });

  test('a sign that goes with no words of its own is none of the page’s, whatever its words', () => {
    expect(partsOf([block('页面不翼而飞')])).toMatchObject({
      own: 0,
      rest: 0,
      signs: [{ code: 'soft-404', strong: true }],
    });
    expect(partsOf([block('页面不翼而飞zzzz')])).toMatchObject({ own: 16, rest: 16 });
    // A sign that others say too says little, but counts as words.
    expect(partsOf([block('网络不给力，请稍后重试')])).toMatchObject({ own: 0, rest: 10 + 10 });
  });

  test('places are counted among the blocks of the page; bars, buttons and fields have none', () => {
    const parts = partsOf([
      block('登录', { part: 'bar' }),
      block('拒绝访问'),
      block('登录', { part: 'button' }),
      block(own(5)),
      block('登录', { part: 'field' }),
      block(own(6), { part: 'quote' }),
      block('页面不存在', { part: 'cover' }),
    ]);
    expect(parts.signs.map(({ at }) => at)).toEqual([-1, 0, -1, -1, 3]);
    expect(parts).toMatchObject({ owns: [0, 5, 6, 0], own: 11, firstOwn: 1 });
    expect(partsOf([block('拒绝访问')]).firstOwn).toBe(-1);
    expect(partsOf([block('拒绝访问'), block('z'), block(own(5))]).firstOwn).toBe(1);
    expect(partsOf([block(own(5)), block(own(5))]).firstOwn).toBe(0);
  });

  test('of bars only longer clauses count, apart', () => {
    const bar = (...letters: readonly number[]) =>
      partsOf([block(letters.map(own).join('，'), { part: 'bar' }), block('网页网页网页网页')]);
    expect(bar(20)).toMatchObject({ beside: 0, own: 0 });
    expect(bar(21)).toMatchObject({ beside: 21, own: 0, rest: 16 });
    expect(bar(21, 20, 30).beside).toBe(51);
  });

  test('of links only their share counts as links', () => {
    expect(partsOf([block(own(50), { linked: 50 }), block(own(30), { linked: 100 })]).ownLinked).toBe(55);
  });

  test('it tells of a dealing where a clause of its own does, and not a bar', () => {
    expect(partsOf([block(own(20))]).tells).toBe(false);
    expect(partsOf([block(`${own(20)}，公司欠薪`)]).tells).toBe(true);
    expect(partsOf([block('公司欠薪', { part: 'bar' }), block(own(20))]).tells).toBe(false);
    expect(partsOf([block('公司欠薪'), block(own(20))]).tells).toBe(true);
  });
});

describe('a sign', () => {
  test.for<readonly [string, string, 'wall' | 'notice', boolean]>([
    ['请完成安全验证', 'challenge-page', 'wall', true],
    ['拒绝访问', 'access-denied', 'wall', true],
    ['请登录后查看', 'login-wall', 'wall', true],
    ['请在微信客户端打开链接', 'visitors-asked', 'wall', true],
    ['该内容已被发布者删除', 'content-removed', 'notice', true],
    ['页面不存在', 'soft-404', 'notice', true],
    ['系统维护中', 'site-unavailable', 'notice', true],
    ['登录', 'login-wall', 'wall', false],
    ['已下线', 'soft-404', 'notice', false],
  ])('%s is %s', ([words, code, kind, strong]) => {
    expect(signIn(words)).toEqual({ code, kind, strong, reported: false });
    expect(signIn(own(9))).toBeNull();
  });

  test('that is strong comes before one that begins earlier; of two alike the one that begins first', () => {
    expect(signIn('登录失效，页面不存在'.replace('，', ''))?.strong).toBe(true);
    expect(signIn('访问被拒绝页面不存在')?.code).toBe('access-denied');
    expect(signIn('页面不存在访问被拒绝')?.code).toBe('soft-404');
  });

  test('is a report of one where it is quoted, or goes on with words of its own', () => {
    expect(signIn('显示“页面不存在')?.reported).toBe(true);
    expect(signIn('“ 页面不存在')?.reported).toBe(true);
    expect(signIn('青禾页面不存在')?.reported).toBe(true);
    expect(signIn('页面不存在青禾')?.reported).toBe(true);
    expect(signIn('您访问的页面不存在')?.reported).toBe(false);
  });

  test('is one too amid a long sentence of Chinese, though sites use all of its words', () => {
    const amid = (before: number, after: number) =>
      signIn(
        `${'网'.repeat(before)}访问被拒绝${'页'.repeat(after)}`.replaceAll('网网', '网页').replaceAll('页页', '网页'),
      )?.reported;
    expect(amid(6, 10)).toBe(true);
    expect(amid(4, 10)).toBe(false);
    expect(amid(6, 8)).toBe(false);
  });

  test('is reported beside four letters of its own block, and goes on only in its own clause', () => {
    const of = (text: string) => {
      const [sign] = partsOf([block(text)]).signs;
      return [sign?.reported, sign?.goesOn];
    };
    expect(of(`页面不存在，${own(3)}，${'访问'.repeat(5)}`)).toEqual([false, false]);
    expect(of(`页面不存在，${own(4)}，${'访问'.repeat(5)}`)).toEqual([true, false]);
    expect(of(`页面不存在${own(4)}`)).toEqual([true, true]);
  });
});
