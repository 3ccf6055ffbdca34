import { worstClock } from '../../../shared/case/capture/clock-findings.ts';
import { fill, type Language, type Text } from '../../../shared/language.ts';
import { clockFaultText } from '../../../shared/messages/names/check-messages.ts';
import { ntpCheck } from './clock-checks.ts';
import type { OutsideTime } from './ntp.ts';

const before: Text = {
  'zh-CN': '本机时钟{amount}：此时取证所载时间不可直接采用，请先校准时钟',
  en: 'This computer’s clock is {amount}: times of captures made now cannot be relied on as stated. Correct the clock first',
};

/** What a person is told before a capture, where time servers find the clock more than a minute off; else null. */
export function clockBefore(times: readonly OutsideTime[]): Text | null {
  const fault = worstClock([ntpCheck(times)]);
  if (!fault) return null;
  const told = (language: Language) => fill(before[language], { amount: clockFaultText(fault, language) });
  return { 'zh-CN': told('zh-CN'), en: told('en') };
}
