import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TimeBudget } from '../../../../electron/capture/time-budget.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('time that is left is whole milliseconds, which is what the signals of the system take', () => {
  const timeBudget = new TimeBudget(5.000_4);
  for (const left of [timeBudget.left(), timeBudget.leftToStore(9_000), timeBudget.left(9_000)])
    expect(() => AbortSignal.timeout(left)).not.toThrow();
  expect(timeBudget.left()).toBe(5_000);
});

test('time that does not count is not taken from what is waited for already', async () => {
  const timeBudget = new TimeBudget(60);
  const heard: string[] = [];
  void timeBudget.within(10_000, new Promise(() => undefined), 'load').catch(() => heard.push('late'));
  await vi.advanceTimersByTimeAsync(6_000);
  timeBudget.extend(6_000);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(heard).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(heard).toEqual(['late']);
  expect(timeBudget.left()).toBe(50_000);
});
