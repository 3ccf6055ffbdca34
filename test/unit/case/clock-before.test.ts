import { expect, test } from 'vitest';
import { clockBefore } from '../../../electron/capture/environment/clock-before.ts';

const said = (offsetMs: number | null) => ({
  server: 'time.example',
  askedAt: '2019-05-06T01:30:00.000Z',
  offsetMs,
  roundTripMs: 18,
  stratum: 1,
  error: offsetMs === null ? 'ETIMEDOUT' : null,
});

test('a clock more than a minute off is told of before a capture: by how much and which way', () => {
  // The server's time less this device's: the device is 61 seconds ahead.
  expect(clockBefore([said(3), said(-61_000)])).toEqual({
    'zh-CN': '本机时钟比时间服务器（NTP）快 0 天 0 小时 1 分 1 秒：此时取证所载时间不可直接采用，请先校准时钟',
    en: 'This computer’s clock is 0 d 0 h 1 min 1 s ahead of the time server (NTP): times of captures made now cannot be relied on as stated. Correct the clock first',
  });
  expect(clockBefore([said(86_400_000)])?.en).toContain('1 d 0 h 0 min 0 s behind');
});

test('a clock that is right, and one that nobody answered about, is not spoken of', () => {
  expect(clockBefore([said(59_000), said(null)])).toBeNull();
  expect(clockBefore([said(null)])).toBeNull();
  expect(clockBefore([])).toBeNull();
});
