import type { Text } from '../../../shared/language.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { readStamps } from './stamp-case.ts';

/** A computer's clock may run a little ahead; minutes more were set. The same as verification allows. */
const slack = 5 * 60_000;

const ahead: Text = {
  'zh-CN':
    '时间戳所涵盖的最后一条日志，其记载时间比该时间戳晚约 {minutes} 分钟：当时本机时钟偏快，日志所记时间有误，请先校准时钟。内容不受影响',
  en: 'The last entry covered by the time stamp is dated about {minutes} {minutes|minute|minutes} after it: this computer’s clock was ahead, and the times in the log are wrong. Correct the clock before you continue; the content is not affected',
};
const behind: Text = {
  'zh-CN': '本机时钟比已取得的时间戳早约 {minutes} 分钟：时钟偏慢，请先校准，否则日志所记时间有误',
  en: 'This computer’s clock is about {minutes} {minutes|minute|minutes} behind a time stamp already obtained. Correct it first, or the times in the log will be wrong',
};

export type ClockAgainstStamps = Readonly<{ code: 'clock-ahead' | 'clock-behind'; text: Text; minutes: number }>;

/**
 * What the newest time stamp of a case tells of this computer's clock; null where nothing speaks against it.
 *
 * @param now the device's clock, ms since 1970
 */
export function clockAgainstStamps(caseFile: ReadableCase, now: number): ClockAgainstStamps | null {
  const entries = caseFile.entries();
  const newest = readStamps(caseFile, entries).findLast((stamp) => stamp.state === 'granted');
  const last = newest && entries[newest.size - 1];
  if (!last) return null;
  const stamped = Date.parse(newest.genTime);
  const minutes = (difference: number) => Math.round(difference / 60_000);
  if (stamped - now > slack) return { code: 'clock-behind', text: behind, minutes: minutes(stamped - now) };
  const difference = Date.parse(last.wall) - stamped;
  return difference > slack ? { code: 'clock-ahead', text: ahead, minutes: minutes(difference) } : null;
}
