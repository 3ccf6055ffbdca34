import { describe, expect, test } from 'vitest';
import { judgePage, judgeWords, type Judgement, type ShownPage } from '../../../shared/page/judge-page.ts';
import type { TextBlock } from '../../../shared/page/page-clauses.ts';

const block = (text: string, change: Partial<TextBlock> = {}): TextBlock => ({
  ...{ text, part: 'page', heading: false, linked: 0, share: 0 },
  ...change,
});
const page = (blocks: readonly TextBlock[] | undefined, text: string, change: Partial<ShownPage>): Judgement =>
  judgePage({
    ...{ status: 200, headers: {}, title: '', text, headings: [], credentialFields: 0, puzzles: 0, media: 0 },
    ...(blocks && { blocks }),
    ...change,
  });
const said = (judgement: Judgement) => (judgement.reason ? `${judgement.is}: ${judgement.reason.code}` : judgement.is);
/** What a page is called of which the blocks are known, with its reason. */
const of = (blocks: readonly (TextBlock | string)[], change: Partial<ShownPage> = {}) => {
  const all = blocks.map((one) => (typeof one === 'string' ? block(one) : one));
  return said(page(all, all.map(({ text }) => text).join('\n'), change));
};
/** The same of which only the words are known. */
const words = (text: string, change: Partial<ShownPage> = {}) => said(page(undefined, text, change));

/** A word of no language, of so many letters: a page’s own. */
const own = (letters: number) => 'z'.repeat(letters);
/** Words that sites use, of so many Chinese characters (an even number): a weight of twice as much. */
const siteWords = (characters: number) => '网页'.repeat(characters / 2);
const bar = (text: string) => block(text, { part: 'bar' });
const cover = (text: string) => block(text, { part: 'cover' });
const button = (text: string) => block(text, { part: 'button' });
const field = (text: string) => block(text, { part: 'field' });
const heading = (text: string) => block(text, { heading: true });

const [wall, notice, refused, forPart, weak] = [
  '请登录后查看',
  '该内容已被发布者删除',
  '您的访问已被拒绝',
  '登录后查看更多评论',
  '网络不给力',
] as const;
const mayBeWall = 'doubtful: may-be-wall';
const mayBeNotice = 'doubtful: may-be-notice';
const atLogin = { address: 'https://a.example/login' };
const atGone = { address: 'https://a.example/404' };

describe('a page that says nothing of its own', () => {
  test('is a wall or a notice by a sign; a few letters of its own make it doubtful', () => {
    expect(of([wall])).toBe('wall: login-wall');
    expect(of([notice])).toBe('notice: content-removed');
    expect(of([notice, block(own(2), { linked: 100 })])).toBe('notice: content-removed');
    expect(of([notice, own(3)])).toBe(mayBeNotice);
  });

  test('is none of them by what stands in fields, or in bars alone', () => {
    expect(of([field(wall)])).toBe('page');
    expect(of([field('登录')], { credentialFields: 1 })).toBe('page');
    expect(of([bar(notice)])).toBe('page');
    expect(of([bar(notice)], atGone)).toBe('page');
    expect(of([bar('登录')])).toBe('page');
    expect(of([bar('登录')], { credentialFields: 1 })).toBe('wall: login-wall');
    expect(of([bar(forPart)], { credentialFields: 1 })).toBe('page');
  });

  test('has bars that say little, and not more than a screen of what sites say', () => {
    expect(of([notice, bar(own(59))])).toBe('notice: content-removed');
    expect(of([notice, bar(own(60))])).toBe(mayBeNotice);
    expect(of([notice, siteWords(498)])).toBe('notice: content-removed');
    expect(of([notice, siteWords(500)])).toBe('page');
  });

  test('beside a picture it is doubtful, but for a code to scan before a wall, or where much agrees', () => {
    const scan = '扫码登录';
    expect(of([scan], { media: 1, codes: 1 })).toBe('wall: login-wall');
    expect(of([scan], { media: 1 })).toBe(mayBeWall);
    expect(of([scan], { media: 2, codes: 1 })).toBe(mayBeWall);
    expect(of([wall], { media: 1, codes: 1 })).toBe(mayBeWall);
    expect(of([notice, bar('二维码')], { media: 1, codes: 1 })).toBe(mayBeNotice);
    expect(of([wall], { media: 1, title: '请登录', status: 403, ...atLogin })).toBe('wall: login-wall');
    expect(of([wall], { media: 1, title: '请登录', ...atLogin })).toBe(mayBeWall);
    expect(of([notice], { media: 1, title: '页面不存在', ...atGone })).toBe('notice: content-removed');
    expect(of([notice], { media: 1, title: '页面不存在' })).toBe(mayBeNotice);
  });

  test('with a form: a login is a wall where title or address say so too, though its words ask for a part', () => {
    const form = { credentialFields: 1 };
    expect(of([forPart], form)).toBe(mayBeWall);
    expect(of([forPart], { ...form, title: '登录' })).toBe('wall: login-wall');
    expect(of([forPart], { title: '登录', ...atLogin })).toBe(mayBeWall);
  });

  test('a title that is a sign decides where the places of the words are known', () => {
    expect(of(['用户名'], { title: '安全验证' })).toBe('wall: challenge-page');
    expect(of(['用户名'], { title: '某站 | 安全验证' })).toBe('wall: challenge-page');
    expect(of(['用户名'], { title: '某站_安全验证' })).toBe('wall: challenge-page');
    expect(of(['用户名'], { title: '页面不存在 - 某站' })).toBe('notice: soft-404');
    expect(of(['用户名'], { title: '用户登录' })).toBe(mayBeWall);
    expect(of(['用户名'], { title: '青禾页面不存在' })).toBe('page');
    expect(of(['用户名'], { title: '已失效' })).toBe('page');
  });

  test('else only where the page says little, or the same, or its address agrees', () => {
    const title = '安全验证';
    expect(words('返回首页', { title })).toBe('wall: challenge-page');
    expect(words('用户名\n离开', { title })).toBe(mayBeWall);
    expect(words(siteWords(8), { title })).toBe(mayBeWall);
    expect(words('用户名\n离开', { title, address: 'https://a.example/captcha' })).toBe('wall: challenge-page');
    expect(words(`${siteWords(8)}\n${weak}`, { title })).toBe('wall: challenge-page');
    expect(words(`${siteWords(8)}\n已下线`, { title })).toBe(mayBeWall);
    expect(words('', { title })).toBe('wall: challenge-page');
  });

  test('that says only what sites say to visitors is for a person to read: its longest line', () => {
    expect(of(['用户名', '离开'])).toBe(mayBeNotice);
    expect(of(['返回首页'])).toBe('page');
    expect(words('用户名\n离开')).toBe('page');
    const line = (blocks: readonly TextBlock[]) => {
      const judgement = page(blocks, '', {});
      return judgement.reason?.params?.['words'];
    };
    expect(line([block(`返回首页\n${siteWords(10)}`), block(siteWords(8)), bar(siteWords(20))])).toBe(siteWords(10));
    expect(line([block('返回首页'), cover(siteWords(8))])).toBe(siteWords(8));
    const lines = (count: number) => of(Array.from({ length: count }, () => block('返回首页')));
    expect(lines(20)).toBe(mayBeNotice);
    expect(lines(21)).toBe('page');
  });
});

describe('a sign that other pages say of themselves too', () => {
  test('decides where title, status, address, form, heading or button agree with it', () => {
    expect(of([weak])).toBe(mayBeWall);
    expect(of([weak], { title: '登录' })).toBe('wall: login-wall');
    expect(of([weak], { title: '某站| 登录' })).toBe('wall: login-wall');
    expect(of([weak], { status: 400 })).toBe('wall: login-wall');
    expect(of([weak], { status: 399 })).toBe(mayBeWall);
    expect(of([weak], { status: null })).toBe(mayBeWall);
    expect(of([weak], atLogin)).toBe('wall: login-wall');
    expect(of([weak], { address: 'https://passport.example/x' })).toBe('wall: login-wall');
    expect(of([weak], { address: null })).toBe(mayBeWall);
    expect(of([weak], { credentialFields: 1 })).toBe('wall: login-wall');
    expect(of([heading(weak)])).toBe('wall: login-wall');
    expect(of([weak, button('登录')])).toBe('wall: login-wall');
    expect(of([weak, button('返回首页'), button('登录')])).toBe('wall: login-wall');
    expect(of(['已下线'], atGone)).toBe('notice: soft-404');
    expect(words(`\n  ${weak}  `, { headings: [weak] })).toBe('wall: login-wall');
    expect(words(weak, { headings: ['别的'] })).toBe(mayBeWall);
  });

  test('not where what is beside it says something else', () => {
    expect(of([weak], { title: '青禾公司登录网站查询公告' })).toBe(mayBeWall);
    expect(of([weak], { title: '已失效' })).toBe(mayBeWall);
    expect(of([weak], atGone)).toBe(mayBeWall);
    expect(of(['已下线'], { credentialFields: 1 })).toBe(mayBeNotice);
    expect(of(['已下线', button('登录')])).toBe(mayBeNotice);
    expect(of(['已下线'], atLogin)).toBe(mayBeNotice);
    expect(of([weak, bar('登录')])).toBe(mayBeWall);
    expect(of([weak, button('已下线')])).toBe(mayBeWall);
    expect(of([weak, heading('已下线')])).toBe(mayBeWall);
    expect(of([block(weak, { heading: true, part: 'cover' })])).toBe(mayBeWall);
  });
});

describe('a page with words of its own beside a sign', () => {
  test('behind the sign a message makes it a page from a weight of 60 on, one that tells of a dealing from 20', () => {
    expect(of([notice, own(59)])).toBe(mayBeNotice);
    expect(of([notice, own(60)])).toBe('page');
    expect(of([notice, `欠${own(17)}`])).toBe(mayBeNotice);
    expect(of([notice, `欠${own(18)}`])).toBe('page');
  });

  test('unless sites’ words are more than half of it, or its title says the sign', () => {
    expect(of([notice, own(60), siteWords(30)])).toBe('page');
    expect(of([notice, own(60), siteWords(32)])).toBe(mayBeNotice);
    expect(of([notice, own(60)], { title: notice })).toBe(mayBeNotice);
    expect(of([notice, own(60)], { title: wall })).toBe('page');
    expect(of([notice, own(60)], { title: `青禾：${notice}` })).toBe('page');
  });

  test('before the sign a message makes it a page from 20 on; beside a picture from the first letters', () => {
    expect(of([own(19), notice])).toBe(mayBeNotice);
    expect(of([own(20), notice])).toBe('page');
    expect(of([own(3), notice], { media: 1 })).toBe('page');
    expect(of([own(3), notice])).toBe(mayBeNotice);
    // A heading leads whatever stands before it.
    expect(of([own(59), heading(notice)])).toBe(mayBeNotice);
    expect(of([own(60), heading(notice)])).toBe('page');
    expect(of([own(59), cover(notice)])).toBe(mayBeNotice);
  });

  test('beside a request for a part from 10 on', () => {
    expect(of([own(9), forPart])).toBe(mayBeWall);
    expect(of([own(10), forPart])).toBe('page');
  });

  test('beside a report of a sign from 30 on; where it tells, or the sign goes on, from 10', () => {
    expect(of([`${notice}，${own(29)}`])).toBe(mayBeNotice);
    expect(of([`${notice}，${own(30)}`])).toBe('page');
    expect(of([`${notice}，欠${own(7)}`])).toBe(mayBeNotice);
    expect(of([`${notice}，欠${own(8)}`])).toBe('page');
    expect(of([`${notice}${own(4)}`])).toBe('page');
  });

  test('a request for the whole page is doubted, however much stands before it, but for what stands behind', () => {
    const whole = '请登录后查看全文';
    expect(of([own(100), whole])).toBe(mayBeWall);
    expect(of([own(100), whole, own(9)])).toBe(mayBeWall);
    expect(of([own(100), whole, own(5), own(5)])).toBe('page');
    expect(of([own(100), wall])).toBe('page');
    expect(of([own(100), `${whole}，${own(8)}`])).toBe('page');
    expect(of([own(501), whole])).toBe('page');
  });

  test('a refusal before 600 letters is doubted, and none that is behind them, in a headline, or told', () => {
    expect(of([refused, own(600)])).toBe(mayBeWall);
    expect(of(['请完成安全验证', own(600)])).toBe(mayBeWall);
    expect(of([wall, own(600)])).toBe('page');
    expect(of([notice, own(600)])).toBe('page');
    expect(of([own(600), refused])).toBe('page');
    expect(of([own(600), heading(refused)])).toBe(mayBeWall);
    expect(of([own(600), cover(refused)])).toBe(mayBeWall);
    expect(of([`${refused}，${own(600)}`])).toBe(mayBeWall);
    expect(of([heading(`${refused}，${own(20)}`), own(600)])).toBe('page');
    expect(of([refused, `欠${own(600)}`])).toBe('page');
    expect(of([refused, own(999)])).toBe(mayBeWall);
    expect(of([refused, own(1_000)])).toBe('page');
    // One that goes on speaks to the visitor, or of somebody else.
    expect(of([`您的访问已被拒绝${own(9)}`, own(600)])).toBe(mayBeWall);
    expect(of([`访问已被拒绝${own(9)}`, own(600)])).toBe('page');
    expect(of([heading(`您的访问已被拒绝${own(9)}`), own(600)])).toBe(mayBeWall);
    expect(words(`${refused}\n${own(600)}`)).toBe('page');
  });

  test('a wall that lies over the page is doubted where nothing shows through it', () => {
    const over = [block(own(600)), cover(wall)];
    expect(of(over, { hidden: true })).toBe(mayBeWall);
    expect(of(over)).toBe('page');
    expect(of([block(own(600)), cover(notice)], { hidden: true })).toBe('page');
    expect(of([block(own(600)), block(wall)], { hidden: true })).toBe('page');
    expect(of([cover(own(600))], { hidden: true })).toBe('page');
    // However long its text is.
    expect(of([block(own(4_001)), cover(wall)], { hidden: true })).toBe(mayBeWall);
    expect(of([block(own(4_001)), cover(wall)])).toBe('page');
  });

  test('a list of links behind a sign is none of a page’s own: more than four fifths of it', () => {
    const links = (linked: number) => block(own(600), { linked });
    expect(of([notice, links(81)])).toBe(mayBeNotice);
    expect(of([notice, links(80)])).toBe('page');
    expect(of([links(81), notice])).toBe('page');
    expect(of([links(81), heading(notice)])).toBe(mayBeNotice);
    expect(of([`${notice}，${own(4)}`, links(90)])).toBe('page');
    expect(of([forPart, links(90)])).toBe('page');
  });

  test('a puzzle, a form or a weak sign beside few words is for a person to look at', () => {
    expect(of([own(19)], { puzzles: 1 })).toBe('doubtful: may-be-challenge');
    expect(of([own(20)], { puzzles: 1 })).toBe('page');
    expect(of([own(19)])).toBe('page');
    const form = { credentialFields: 1 };
    expect(of([own(19), '登录'], form)).toBe(mayBeWall);
    expect(of([own(20), '登录'], form)).toBe('page');
    expect(of([own(19), '登录'])).toBe('page');
    expect(of([own(19), '验证码'], form)).toBe(mayBeWall);
    expect(of([own(59), '登录'], { ...form, title: '用户登录' })).toBe(mayBeWall);
    expect(of([own(60), '登录'], { ...form, title: '用户登录' })).toBe('page');
    expect(of([own(59), '登录'], { ...form, ...atLogin })).toBe(mayBeWall);
    expect(of([own(59), '登录'], { ...form, ...atGone })).toBe('page');
    expect(words(`登录\n${own(496)}`, form)).toBe(mayBeWall);
    expect(words(`登录\n${own(497)}`, form)).toBe('page');
    expect(of([own(9), weak])).toBe(mayBeWall);
    expect(of([own(10), weak])).toBe('page');
    expect(of([own(9), '账号异常'])).toBe('page');
    expect(of([own(9), bar(weak)])).toBe('page');
  });

  test('where only words are known a report is a page from a weight of 40 on', () => {
    expect(words(`“${wall}”\n${own(27)}`)).toBe(mayBeWall);
    expect(words(`“${wall}”\n${own(28)}`)).toBe('page');
    expect(words(`${wall}\n${own(28)}`)).toBe(mayBeWall);
  });
});

describe('a page that came with the status of an error', () => {
  const status = 404;

  test('is a page from a weight of 20 on, or with a picture', () => {
    expect(of([own(20)], { status })).toBe('page: error-status');
    expect(of([own(19)], { status })).toBe('notice: error-status');
    expect(of([''], { status, media: 1 })).toBe('page: error-status');
    expect(of([''], { status })).toBe('notice: error-status');
    expect(words(own(600), { status })).toBe('notice: error-status');
  });

  test('is doubted where it says a sign of its own too, however much it says beside', () => {
    expect(of([notice, own(600)], { status })).toBe(mayBeNotice);
    expect(of([own(600), wall], { status })).toBe(mayBeWall);
    expect(of([own(600), bar(notice)], { status })).toBe('page: error-status');
    expect(of([own(600), `“${notice}”`], { status })).toBe('page: error-status');
    expect(of([own(600), forPart], { status })).toBe('page: error-status');
    expect(of(['页面不存在'], { status })).toBe('notice: error-status');
    expect(of([notice], { status })).toBe('notice: content-removed');
    expect(of([wall], { status })).toBe('wall: login-wall');
  });
});

test('of a sign its line is quoted, 120 characters of it', () => {
  const quoted = (text: string, change: Partial<ShownPage> = {}) => {
    const judgement = judgeWords({ title: '', text, blocks: [block(text)], ...change });
    return judgement.reason?.params?.['words'];
  };
  expect(quoted(`返回首页\n 抱歉，${notice} \n关闭`)).toBe(`抱歉，${notice}`);
  expect(quoted(`${'抱歉，'.repeat(50)}${notice}`)).toBe('抱歉，'.repeat(40));
  expect(quoted(`${'抱歉，'.repeat(50)}${notice}`, { media: 1 })).toBe('抱歉，'.repeat(40));
});
