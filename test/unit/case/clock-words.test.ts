import { expect, test } from 'vitest';
import { clockWarning } from '../../../shared/messages/names/check-messages.ts';

const off = (check: string, detail: string) => [{ check, outcome: 'noted' as const, detail }];

test.for([
  // 238780953430 ms are 2763 whole days; seven years of 365.25 days are 2556.75, so 206 whole days are left.
  [
    off('clock-server-date', 'this device +238780953430 ms (± 500 ms and the way of the answer)'),
    '取证设备的时钟比网站服务器快 7 年 206 天（2763 天）：所载时间不可直接采用',
    'the device’s clock was 7 years 206 days (2763 d) ahead of the web server: its times cannot be relied on as stated',
  ],
  [
    off('clock-ntp', 'time.example: this device -93784000 ms (± 9 ms)'), // a day, two hours, three minutes, four seconds
    '取证设备的时钟比时间服务器（NTP）慢 1 天 2 小时 3 分 4 秒：所载时间不可直接采用',
    'the device’s clock was 1 d 2 h 3 min 4 s behind the time server (NTP): its times cannot be relied on as stated',
  ],
  [
    off('clock-monotonic', '61000 ms'),
    '取证设备的时钟比本机的单调时钟快 0 天 0 小时 1 分 1 秒：所载时间不可直接采用',
    'the device’s clock was 0 d 0 h 1 min 1 s ahead of the monotonic clock of this device: its times cannot be relied on as stated',
  ],
  [off('clock-ntp', 'time.example: this device -60000 ms (± 9 ms)'), null, null],
] as const)('a clock that is off says by how much, which way, and from which other clock: %j', ([checks, zh, en]) => {
  expect(clockWarning(checks, 'zh-CN')).toBe(zh);
  expect(clockWarning(checks, 'en')).toBe(en);
});
