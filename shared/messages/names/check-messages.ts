import type { EnvironmentCheck } from '../../case/capture/checks.ts';
import { worstClock, type ClockFault } from '../../case/capture/clock-findings.ts';
import { checkDetail } from './check-details.ts';
import { bracketed, fill, labelled, inEach, type CaseLanguage, type Language, type Text } from '../../language.ts';

/** The checks of the environment record, in the order in which they are made and printed. */
const checkNames = {
  'operating-system': { 'zh-CN': '操作系统', en: 'operating system' },
  hardware: { 'zh-CN': '硬件', en: 'hardware' },
  program: { 'zh-CN': '取证程序', en: 'program' },
  runtime: { 'zh-CN': '运行环境（Node）SHA-256', en: 'runtime (Node), SHA-256' },
  browser: { 'zh-CN': '浏览器 SHA-256', en: 'browser, SHA-256' },
  'command-line': { 'zh-CN': '浏览器启动参数', en: 'browser command line' },
  sandbox: { 'zh-CN': '浏览器沙箱', en: 'browser sandbox' },
  'empty-profile': {
    'zh-CN': '浏览器配置为空（缓存、Cookie、历史记录）',
    en: 'empty browser profile (cache, cookies, history)',
  },
  extensions: { 'zh-CN': '浏览器扩展', en: 'browser extensions' },
  'time-zone': { 'zh-CN': '时区', en: 'time zone' },
  locale: { 'zh-CN': '语言区域', en: 'locale' },
  fonts: { 'zh-CN': '字体', en: 'fonts' },
  screen: { 'zh-CN': '屏幕与视口', en: 'screen and viewport' },
  'hosts-file': { 'zh-CN': 'hosts 文件', en: 'hosts file' },
  proxy: { 'zh-CN': '代理', en: 'proxy' },
  'dns-servers': { 'zh-CN': 'DNS 服务器', en: 'DNS servers' },
  'network-interfaces': { 'zh-CN': '网络接口', en: 'network interfaces' },
  'egress-address': { 'zh-CN': '出口 IP 地址', en: 'egress IP address' },
  'root-certificates': { 'zh-CN': '额外的根证书', en: 'additional root certificates' },
  'clock-monotonic': { 'zh-CN': '时钟与单调时钟比对', en: 'clock compared with the monotonic clock' },
  'clock-server-date': { 'zh-CN': '时钟与服务器 Date 比对', en: 'clock compared with the server’s Date' },
  'clock-ntp': { 'zh-CN': '时钟与 NTP 服务器比对', en: 'clock compared with NTP servers' },
  processes: { 'zh-CN': '运行中的进程', en: 'running processes' },
  'malware-scan': { 'zh-CN': '恶意软件扫描', en: 'malware scan' },
} as const satisfies Record<string, Text>;
export type CheckId = keyof typeof checkNames;

const outcomes: Readonly<Record<EnvironmentCheck['outcome'], Text>> = {
  ok: { 'zh-CN': '已记录', en: 'recorded' },
  noted: { 'zh-CN': '请注意', en: 'noted' },
  'not-verified': { 'zh-CN': '未核验', en: 'not verified' },
};

const names: Readonly<Record<string, Text>> = checkNames;

/**
 * One check in a line: what was found, and not that it was well; what is to be noted is said to be. The name of a newer
 * program's check stays as it is.
 */
export function describeCheck({ check, outcome, detail }: EnvironmentCheck, language: CaseLanguage): string {
  const inOne = (one: Language) => {
    const name = names[check]?.[one] ?? check;
    const found = checkDetail(detail, one);
    if (outcome !== 'ok') return labelled(name, bracketed(outcomes[outcome][one], found, one), one);
    return found === '' ? name : labelled(name, found, one);
  };
  return inEach(language, inOne);
}

/** One check as the cells of a table: its name, its outcome, and what was found. */
export function checkCells({ check, outcome, detail }: EnvironmentCheck, language: CaseLanguage): readonly string[] {
  return [
    inEach(language, (one) => names[check]?.[one] ?? check),
    inEach(language, (one) => outcomes[outcome][one]),
    inEach(language, (one) => checkDetail(detail, one)),
  ];
}

const amounts = {
  ahead: { 'zh-CN': '比{other}快 {amount}', en: '{amount} ahead of {other}' },
  behind: { 'zh-CN': '比{other}慢 {amount}', en: '{amount} behind {other}' },
  short: {
    'zh-CN': '{days} 天 {hours} 小时 {minutes} 分 {seconds} 秒',
    en: '{days} d {hours} h {minutes} min {seconds} s',
  },
  long: {
    'zh-CN': '{years} 年 {rest} 天（{days} 天）',
    en: '{years} {years|year|years} {rest} {rest|day|days} ({days} d)',
  },
} as const satisfies Record<string, Text>;

/** What the device's clock was compared with. */
const otherClocks: Readonly<Record<string, Text>> = {
  'clock-server-date': { 'zh-CN': '网站服务器', en: 'the web server' },
  'clock-ntp': { 'zh-CN': '时间服务器（NTP）', en: 'the time server (NTP)' },
  'clock-monotonic': { 'zh-CN': '本机的单调时钟', en: 'the monotonic clock of this device' },
};

/** Days in a year, on average: a difference of years is said in whole years, and in days beside them. */
const year = 365.25;

/** How far a clock was off, which way, and from which other clock. */
export function clockFaultText({ check, milliseconds }: ClockFault, language: CaseLanguage): string {
  const all = Math.round(Math.abs(milliseconds) / 1000);
  const days = Math.floor(all / 86_400);
  const years = Math.floor(days / year);
  const parts = {
    ...{ days, years, rest: Math.floor(days - years * year) },
    ...{ hours: Math.floor(all / 3600) % 24, minutes: Math.floor(all / 60) % 60, seconds: all % 60 },
  };
  const side = amounts[milliseconds < 0 ? 'behind' : 'ahead'];
  return inEach(language, (one) => {
    const amount = fill(amounts[years > 0 ? 'long' : 'short'][one], parts);
    return fill(side[one], { amount, other: otherClocks[check]?.[one] ?? check });
  });
}

const headText: Text = {
  'zh-CN': '取证设备的时钟{amount}：所载时间不可直接采用',
  en: 'the device’s clock was {amount}: its times cannot be relied on as stated',
};

/** The warning that heads an item whose clock was more than a minute off; null where none was found to be. */
export function clockWarning(checks: readonly EnvironmentCheck[] | undefined, language: CaseLanguage): string | null {
  const off = worstClock(checks);
  if (off === null) return null;
  return inEach(language, (one) => fill(headText[one], { amount: clockFaultText(off, one) }));
}
