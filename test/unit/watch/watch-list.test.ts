import { describe, expect, test } from 'vitest';
import { watchTable, type WatchReport } from '../../../shared/plan/watch-table.ts';
import { historyOf } from '../../../shared/watch/history.ts';
import type { Observation } from '../../../shared/watch/observation.ts';
import { nextCheck, watchListSchema, type Watched } from '../../../shared/watch/watch-list.ts';

const watched: Watched = {
  url: 'https://news.example/a',
  expect: { is: 'gone', words: '已进入清算' },
  everyMinutes: 60,
  category: 'coverage',
};
const seen = (at: string, text: string, httpStatus = 200): Observation => ({
  item: at,
  at,
  url: watched.url,
  finalUrl: watched.url,
  httpStatus,
  outcome: 'complete',
  title: '快讯',
  text,
  advertText: '',
});
const reportOf = (...observations: readonly Observation[]): WatchReport => ({
  watched,
  history: historyOf(observations, watched.expect, watched.everyMinutes),
  nextAt: null,
});

describe('the watched addresses', () => {
  test('are due as long after their last capture began as the list says, and at once without one', () => {
    expect(nextCheck(watched, null)).toBe(0);
    expect(new Date(nextCheck(watched, '2026-05-06T01:00:00.000Z')).toISOString()).toBe('2026-05-06T02:00:00.000Z');
  });

  test('are a list without doubles, without other schemes, and within bounds', () => {
    expect(watchListSchema.safeParse([watched]).success).toBe(true);
    for (const bad of [
      [watched, watched],
      [{ ...watched, url: 'ftp://news.example/' }],
      [{ ...watched, everyMinutes: 0 }],
      [{ ...watched, expect: { is: 'gone' } }],
    ])
      expect(watchListSchema.safeParse(bad).success).toBe(false);
  });

  test('say as last seen and first not seen what went, and never when it went', () => {
    const report = reportOf(
      seen('2026-05-06T01:00:00.000Z', '公司已进入清算程序'),
      seen('2026-05-06T02:00:00.000Z', '', 404),
    );
    const [row = []] = watchTable([report], 'zh-CN+en').rows;
    const text = row.join(' ');
    for (const shown of ['最后一次可见', '首次不可见', 'last seen', 'as expected', '该地址返回“不存在”'])
      expect(text).toContain(shown);
    expect(text).not.toMatch(/删除于|removed at|deleted/);
  });

  test('show a text that was edited with both of its wordings, and a time in which nobody looked', () => {
    const text = (words: string) => `公司已进入清算程序\n${words}`;
    const report = reportOf(
      seen('2026-05-06T01:00:00.000Z', text('公司未作回应')),
      seen('2026-05-06T09:00:00.000Z', text('更正：消息不实')),
    );
    const shown = watchTable([report], 'zh-CN').rows.flat().join(' ');
    for (const part of ['公司未作回应', '更正：消息不实', '不符', '未检查']) expect(shown).toContain(part);
  });

  test('say what to do where there are none', () => {
    expect(watchTable([], 'en').notes.join()).toContain('--set');
  });
});
