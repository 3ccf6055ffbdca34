import { describe, expect, test } from 'vitest';
import { sidesOf } from '../../../shared/bilingual.ts';
import { frameText, gapText, pageStateTexts } from '../../../shared/messages/watch-messages.ts';
import { historyOf } from '../../../shared/watch/history.ts';
import type { Observation } from '../../../shared/watch/observation.ts';
import { pageStateOf } from '../../../shared/watch/page-state.ts';
import { changedSite, roundsOfSite, siteExpectation } from '../../fixtures/watched-site.ts';

const seen = (change: Partial<Observation>): Observation => ({
  item: 'i',
  at: '2019-05-06T01:00:00.000Z',
  url: 'https://news.example/a',
  finalUrl: 'https://news.example/a',
  httpStatus: 200,
  outcome: 'complete',
  title: '标题',
  text: '青禾小贷新增清算信息',
  advertText: '',
  ...change,
});
const words = '新增 清算信息';

describe('what a capture of an address shows', () => {
  test.for([
    ['live', {}],
    ['without-words', { text: '今日要闻' }],
    ['taken-down', { httpStatus: 404, text: '没有这个页面' }],
    ['taken-down', { httpStatus: 410 }],
    ['soft-404', { text: '抱歉，您访问的页面不存在' }],
    ['soft-404', { text: '该内容已被发布者删除' }],
    ['soft-404', { text: 'Sorry, this page could not be found.' }],
    ['soft-404', { title: '404', text: '返回首页' }],
    ['without-words', { text: `${'长文章。'.repeat(300)}页面不存在` }],
    // Whether the message stood there, nobody can tell from what may be a wall, or a report of a notice.
    ['unclear', { text: '内容已被删除，企业起诉平台\n法院昨日立案。' }],
    ['unclear', { text: '王某的主页\n请登录后查看更多' }],
    ['blocked', { text: '请在微信客户端打开链接' }],
    ['unreachable', { text: '系统维护中，请稍后访问' }],
    ['blocked', { text: '请登录后查看全文' }],
    ['empty', { text: ' \n ' }],
    ['moved', { finalUrl: 'https://news.example/', text: '首页' }],
    ['live', { finalUrl: 'https://www.news.example/a/?utm=1' }],
    ['blocked', { outcome: 'blocked', text: '请完成安全验证' }],
    ['blocked', { httpStatus: 403, text: '拒绝访问' }],
    ['unreachable', { httpStatus: 503, text: '服务器繁忙' }],
    ['unreachable', { outcome: 'failed', httpStatus: null, finalUrl: null, text: null }],
  ] as const)('%s', ([state, change]) => {
    expect(pageStateOf(seen(change), words)).toBe(state);
  });

  test.for([
    ['live', { is: 'page' }, '该内容已被发布者删除'],
    ['soft-404', { is: 'notice', code: 'content-removed' }, '今日要闻'],
    ['unreachable', { is: 'notice', code: 'site-unavailable' }, '今日要闻'],
    ['unclear', { is: 'doubtful', code: 'may-be-wall' }, '今日要闻'],
    ['blocked', { is: 'wall', code: 'login-wall' }, '今日要闻'],
  ] as const)(
    '%s: what the record says of the page goes before what its words alone would tell',
    ([state, judged, text]) => {
      expect(pageStateOf(seen({ judged, text }), null)).toBe(state);
      expect(pageStateOf(seen({ judged, text: `${text}${words}` }), words)).toBe('live');
    },
  );

  test('a wall that came with the status of an absent page tells nothing of the page', () => {
    expect(pageStateOf(seen({ outcome: 'blocked', httpStatus: 404, judged: { is: 'wall' } }), words)).toBe('blocked');
    expect(pageStateOf(seen({ outcome: 'blocked', httpStatus: 451, text: '' }), words)).toBe('blocked');
  });

  test('words are never said in a way that names who took a page away', () => {
    for (const { en, 'zh-CN': zh } of Object.values(pageStateTexts)) {
      expect(en).not.toMatch(/\b(they|deleted by|removed by|defendant)\b/i);
      expect(zh).not.toMatch(/被告|被申请人|已删除/);
    }
  });
});

describe('the history of an address', () => {
  const at = (hour: number) => new Date(Date.UTC(2019, 4, 6, hour)).toISOString();
  const gone = { is: 'gone', words } as const;

  test('frames a disappearance as last seen and first not seen, with the time in which nobody looked', () => {
    const history = historyOf(
      [seen({ at: at(1) }), seen({ at: at(2) }), seen({ at: at(9), httpStatus: 404 })],
      gone,
      60,
    );
    expect(history.lastSeen?.at).toBe(at(2));
    expect(history.firstNotSeen?.at).toBe(at(9));
    expect(history.gaps).toEqual([{ from: at(2), to: at(9), why: 'unchecked' }]);
    expect(frameText(history, 'zh-CN')).toBe(
      '最后一次可见：2019-05-06 10:00:00 +08:00；首次不可见：2019-05-06 17:00:00 +08:00；两者之间 7 小时 0 分未检查',
    );
    expect(gapText(history.gaps[0]!, 'en')).toContain('not checked from');
  });

  test('a time without a look is never told longer than it was, and each language has its own sentence', () => {
    const [first, last] = ['2019-05-06T01:30:12.000Z', '2019-05-07T01:30:00.000Z']; // 24 hours less 12 seconds
    const history = historyOf([seen({ at: first }), seen({ at: last, httpStatus: 404 })], gone, null);
    expect(frameText(history, 'zh-CN')).toMatch(/两者之间 23 小时 59 分未检查$/u);
    const [chinese, english] = sidesOf(frameText(history, 'zh-CN+en'));
    expect(chinese).toMatch(/未检查$/u);
    expect(english).toMatch(/^[^\p{Script=Han}]+23 h 59 min$/u);
  });

  test('a wall or a dead line in between tells nothing, and is shown as such', () => {
    const history = historyOf(
      [seen({ at: at(1) }), seen({ at: at(2), outcome: 'blocked', text: '请完成验证' }), seen({ at: at(3) })],
      gone,
      60,
    );
    expect(history.firstNotSeen).toBeNull();
    expect(history.entries.map(({ met }) => met)).toEqual([false, null, false]);
    expect(history.gaps).toEqual([{ from: at(2), to: at(3), why: 'blocked' }]);
  });

  test('a page that comes back is said to be seen again', () => {
    const history = historyOf(
      [seen({ at: at(1) }), seen({ at: at(2), httpStatus: 404 }), seen({ at: at(3) })],
      gone,
      60,
    );
    expect(history.seenAgain?.at).toBe(at(3));
  });

  test('never seen, never told and never checked are three things', () => {
    expect(frameText(historyOf([seen({ text: '别的' })], gone, null), 'en')).toContain('not seen in any check');
    expect(frameText(historyOf([seen({ outcome: 'blocked' })], gone, null), 'en')).toBe('no conclusive check');
    expect(frameText(historyOf([], gone, null), 'en')).toBe('not checked');
  });
});

describe('fifty addresses watched for twenty rounds', () => {
  test('every change is found in its round, and none is invented', () => {
    const site = changedSite({ addresses: 50, rounds: 20, seed: 7 });
    let changes = 0;
    for (const address of site) {
      const history = historyOf(roundsOfSite(address), siteExpectation, 60);
      const found = history.entries.map(({ state, event }) => ({
        state,
        changed: event === 'state' || event === 'edited',
      }));
      expect(found, address.path).toEqual(address.rounds.map(({ state, changed }) => ({ state, changed })));
      changes += address.rounds.filter(({ changed }) => changed).length;
    }
    expect(changes).toBeGreaterThan(150);
  });
});
