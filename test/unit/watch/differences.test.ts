import { describe, expect, test } from 'vitest';
import { advertTextOf } from '../../../shared/watch/advert-text.ts';
import { isEdited, textDifferences, type Side } from '../../../shared/watch/text-differences.ts';
import { isWithoutScrolling, boxOfWords } from '../../../shared/watch/words-box.ts';

const side = (text: string, at = '2019-05-06T01:00:00.000Z', advertText = ''): Side => ({ text, at, advertText });
const later = '2019-05-06T02:30:00.000Z'; // ninety minutes
const kinds = (before: string, after: string, at = later) =>
  textDifferences(side(before), side(after, at)).map(({ kind }) => kind);

const article = '青禾小贷进入清算程序？\n本报讯 5月5日21时许，多名用户收到推送。\n涉及金额 3 亿元\n';

describe('differences of two texts', () => {
  test('the same page captured twice gives none, white space apart', () => {
    expect(textDifferences(side(article), side(article, later))).toEqual([]);
    expect(textDifferences(side(article), side(`\n  ${article.replaceAll('\n', '\n\n')} `, later))).toEqual([]);
  });

  test('an edit of the text is an edit, and shows both sides', () => {
    const [difference, ...rest] = textDifferences(
      side(article),
      side(article.replace('进入清算程序？', '登记状态为存续'), later),
    );
    expect(rest).toEqual([]);
    expect(difference).toEqual({ kind: 'edit', before: ['青禾小贷进入清算程序？'], after: ['青禾小贷登记状态为存续'] });
  });

  test.for([
    ['a clock that went on with the captures', '现在时间 2019-05-06 09:00:05', '现在时间 2019-05-06 10:30:09', 'clock'],
    ['a clock without a date', '09:00:05', '10:30:07', 'clock'],
    ['a clock over midnight', '23:30', '01:00', 'clock'],
    ['a relative time', '更新于 3分钟前', '更新于 2小时前', 'clock'],
    ['a counter', '阅读 1,204', '阅读 5,871', 'counter'],
    ['a counter in the middle', '评论(12) 收藏', '评论(13) 收藏', 'counter'],
    ['a counter with 万', '10.2万次浏览', '11.4万次浏览', 'counter'],
    ['a figure of the text', '涉及金额 3 亿元', '涉及金额 5 亿元', 'edit'],
    ['a date of the text', '于2019-05-05新增清算组成员备案', '于2019-05-06新增清算组成员备案', 'edit'],
    ['a date of publication', '发布时间 2019-05-05 21:06', '发布时间 2019-05-05 22:36', 'edit'],
    ['a clock that jumped by days', '2019-05-06 09:00', '2019-05-09 10:30', 'edit'],
    ['a number that nothing says is counted', '第 3 名', '第 4 名', 'edit'],
    ['a counter whose words were edited too', '阅读 10', '点赞 11', 'edit'],
  ] as const)('%s', ([, before, after, kind]) => {
    expect(kinds(`标题\n${before}\n正文`, `标题\n${after}\n正文`)).toEqual([kind]);
  });

  test('a number alone on its line is a counter only beside the word that counts', () => {
    expect(kinds('阅读\n1,204\n正文', '阅读\n1,290\n正文')).toEqual(['counter']);
    expect(kinds('注册资本\n1,204\n正文', '注册资本\n1,290\n正文')).toEqual(['edit']);
  });

  test('an advertisement is told by the document’s own marks or its label, and an edit beside it stays one', () => {
    const dom = (advert: string) =>
      `<html><body><h1>标题</h1><div class="side ad-slot"><p>${advert}</p><br><img src="x"></div><p>正文</p></body></html>`;
    const of = (advert: string, body: string, at: string) =>
      side(`标题\n${advert}\n${body}`, at, advertTextOf(dom(advert)));
    const both = textDifferences(
      of('买一送一', '正文', '2019-05-06T01:00:00.000Z'),
      of('限时特惠', '更正后的正文', later),
    );
    expect(both.map(({ kind }) => kind)).toEqual(['advert', 'edit']);
    expect(kinds('广告\n买一送一\n正文', '广告\n限时特惠\n正文')).toEqual(['advert']);
  });

  test('words that merely contain "ad" mark no advertisement, nor does an element that was closed', () => {
    expect(advertTextOf('<div class="header shadow"><p>读者</p></div><i class="ad"></i><p>正文</p>')).toBe('');
    expect(advertTextOf('<div id="ads"><script>var x = "<p>不是</p>"</script><p>a&amp;b</p></div>').trim()).toBe('a&b');
  });

  test('texts with nothing in common end in bounded time', () => {
    const many = (sign: string) => Array.from({ length: 6_000 }, (_, at) => `${sign}${at}`).join('\n');
    const differences = textDifferences(side(many('甲')), side(many('乙'), later));
    expect(isEdited(differences)).toBe(true);
  });
});

describe('the place of words on a page', () => {
  const run = (y: number, text: string) => ({ x: 10, y, width: 200, height: 20, text });
  const runs = [run(0, '企镜'), run(880, '声明　本平台于2019年'), run(900, '5月5日推送的信息'), run(2_000, '页脚')];

  test('words over two lines have one box, and are without scrolling only wholly', () => {
    const box = boxOfWords(runs, '2019年5月5日 推送');
    expect(box).toEqual({ x: 10, top: 880, bottom: 920 });
    expect(isWithoutScrolling(box!, 919)).toBe(false);
    expect(isWithoutScrolling(box!, 920)).toBe(true);
  });

  test('words that are nowhere have no place', () => {
    expect(boxOfWords(runs, '致歉')).toBeNull();
  });
});
