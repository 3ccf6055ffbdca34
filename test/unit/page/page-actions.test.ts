import { describe, expect, test } from 'vitest';
import { captureReasons } from '../../../shared/messages/reasons/capture-reasons.ts';
import { actionReasons } from '../../../shared/messages/reasons/action-messages.ts';
import { answerOf, isBanner, unfoldsText, type Pressable } from '../../../shared/page/page-actions.ts';

const on = (text: string, more: Partial<Pressable> = {}): Pressable => ({
  text,
  label: '',
  hint: '',
  leads: null,
  ...more,
});

describe('what unfolds a text', () => {
  test.for([
    ...[
      '展开全文',
      '展开',
      '展开c',
      '展开全文 ▼',
      '…展开',
      '全文',
      '阅读全文',
      '点击展开全文',
      '点击阅读全文',
      '查看全部',
      '阅读更多',
    ],
    ...[
      '查看更多评论',
      '展开剩余 63%',
      '剩余 40% 未读',
      '查看全部 12 条评论',
      '展开更多（12）',
      '展開全文',
      '閱讀更多',
      '继续阅读全文',
    ],
    ...[
      'Read more',
      'read more…',
      'See more',
      'Show more',
      'Show all comments',
      'View 12 more comments',
      'Continue reading',
    ],
    ...['Read the full story', 'Expand', 'Expand all', 'SHOW MORE ›', 'Read full article', 'Load 5 more replies'],
  ])('%s', (text) => {
    expect(unfoldsText(on(text))).toBe(true);
    expect(unfoldsText(on('', { label: text }))).toBe(true);
  });

  test.for([
    ...[
      '阅读原文',
      '更多',
      '分享',
      '收起',
      '收起全文',
      '展开讨论会定于周三举行',
      '全文转载请注明出处',
      '查看地图',
      '下一页',
      '登录后查看全文',
      '阅读',
    ],
    ...[
      'More',
      'Menu',
      'Next page',
      'Share',
      'Read more about our cookies policy in the terms',
      'Show less',
      'Subscribe to read more',
      'Sign in',
    ],
    ...['打开App查看全文', '显示密码', 'Show password', 'Expand your horizons'],
  ])('not: %s', (text) => expect(unfoldsText(on(text))).toBe(false));
});

describe('what lies over the page', () => {
  test('is a banner where it speaks of consent or of an app; a login is a wall and no banner', () => {
    expect(isBanner('我们使用 Cookie 改善您的体验')).toBe(true);
    expect(isBanner('We value your privacy. We and our partners use cookies')).toBe(true);
    expect(isBanner('打开App，看更多精彩内容')).toBe(true);
    expect(isBanner('Continue in the app')).toBe(true);
    expect(isBanner('请登录后继续')).toBe(false);
    expect(isBanner('首页 新闻 财经 体育')).toBe(false);
  });

  test.for([
    ['拒绝', 0],
    ['全部拒绝', 0],
    ['不同意', 0],
    ['仅必要 Cookie', 0],
    ['Reject all', 0],
    ['Reject All Cookies', 0],
    ['Decline', 0],
    ['Only necessary', 0],
    ['Use necessary cookies only', 0],
    ['Continue without accepting', 0],
    ['关闭', 1],
    ['×', 1],
    ['暂不下载', 1],
    ['继续浏览网页', 1],
    ['No, thanks', 1],
    ['Not now', 1],
  ] as const)('%s answers it (%i)', ([text, rank]) => expect(answerOf(on(text))).toBe(rank));

  test.for([
    '同意',
    '接受',
    '全部接受',
    'Accept all',
    'OK',
    'Got it',
    '我知道了',
    '立即打开',
    'Manage options',
    '设置',
    'Accept',
  ])('%s is never pressed', (text) => expect(answerOf(on(text))).toBeNull());

  test('a cross that is only drawn closes it; one that leads away or sends a form is never pressed', () => {
    expect(answerOf(on('', { hint: 'banner icon-close' }))).toBe(1);
    expect(answerOf(on('', { hint: 'enclosed-box' }))).toBeNull();
    expect(answerOf(on('关闭', { leads: 'away' }))).toBeNull();
    expect(answerOf(on('Reject all', { leads: 'submits' }))).toBeNull();
  });
});

test('reasons of actions stand beside those of captures under other codes', () => {
  expect(Object.keys(actionReasons).filter((code) => code in captureReasons)).toEqual([]);
});
