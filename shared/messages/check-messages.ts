import type { Check } from '../case/checks.ts';
import { say, type CaseLanguage, type Text } from '../language.ts';

/** The checks of the environment record, in the order in which they are made and printed. */
const checkNames = {
  'operating-system': { 'zh-CN': '操作系统', en: 'operating system' },
  hardware: { 'zh-CN': '硬件', en: 'hardware' },
  program: { 'zh-CN': '取证程序', en: 'program' },
  runtime: { 'zh-CN': '运行环境（Node）SHA-256', en: 'runtime (Node), SHA-256' },
  browser: { 'zh-CN': '浏览器 SHA-256', en: 'browser, SHA-256' },
  'command-line': { 'zh-CN': '浏览器启动参数', en: 'command line of the browser' },
  sandbox: { 'zh-CN': '浏览器沙箱', en: 'sandbox of the browser' },
  'empty-profile': { 'zh-CN': '浏览器配置为空（缓存、Cookie、历史）', en: 'empty profile (cache, cookies, history)' },
  extensions: { 'zh-CN': '浏览器扩展', en: 'browser extensions' },
  'time-zone': { 'zh-CN': '时区', en: 'time zone' },
  locale: { 'zh-CN': '语言区域', en: 'locale' },
  fonts: { 'zh-CN': '字体', en: 'fonts' },
  screen: { 'zh-CN': '屏幕与视口', en: 'screen and viewport' },
  'hosts-file': { 'zh-CN': 'hosts 文件', en: 'hosts file' },
  proxy: { 'zh-CN': '代理', en: 'proxies' },
  'dns-servers': { 'zh-CN': 'DNS 服务器', en: 'DNS servers' },
  'network-interfaces': { 'zh-CN': '网络接口', en: 'network interfaces' },
  'egress-address': { 'zh-CN': '出口 IP 地址', en: 'egress IP address' },
  'root-certificates': { 'zh-CN': '额外的根证书', en: 'extra root certificates' },
  'clock-monotonic': { 'zh-CN': '时钟与单调时钟比对', en: 'clock against the monotonic clock' },
  'clock-server-date': { 'zh-CN': '时钟与服务器 Date 比对', en: 'clock against the server’s Date' },
  'clock-ntp': { 'zh-CN': '时钟与 NTP 服务器比对', en: 'clock against NTP servers' },
  processes: { 'zh-CN': '运行中的进程', en: 'running processes' },
  'malware-scan': { 'zh-CN': '恶意软件扫描', en: 'malware scan' },
} as const satisfies Record<string, Text>;
export type CheckId = keyof typeof checkNames;

const outcomes: Readonly<Record<Check['outcome'], Text>> = {
  ok: { 'zh-CN': '正常', en: 'ok' },
  noted: { 'zh-CN': '请注意', en: 'noted' },
  'not-verified': { 'zh-CN': '未核验', en: 'not verified' },
};

/** Why a check was not made, and the few findings that need words. */
const details = {
  'not-checked-by-program': { 'zh-CN': '程序不作此项检查', en: 'the program does not check this' },
  'no-outside-service-asked': { 'zh-CN': '未向外部服务查询', en: 'no outside service was asked' },
  'not-asked-for': { 'zh-CN': '未要求此项检查', en: 'this check was not asked for' },
  'server-sent-no-date': { 'zh-CN': '服务器未返回 Date', en: 'the server sent no Date' },
  'no-server-answered': { 'zh-CN': '没有服务器应答', en: 'no server answered' },
  'not-readable': { 'zh-CN': '无法读取', en: 'could not be read' },
  none: { 'zh-CN': '无', en: 'none' },
} as const satisfies Record<string, Text>;
export type CheckDetail = keyof typeof details;

const names: Readonly<Record<string, Text>> = checkNames;
const detailWords: Readonly<Record<string, Text>> = details;

/** One check in a line. Names and details of a newer program stay as they are. */
export function describeCheck({ check, outcome, detail }: Check, language: CaseLanguage): string {
  const word = (table: Readonly<Record<string, Text>>, key: string) => (table[key] ? say(table[key], language) : key);
  return `${word(names, check)}：${say(outcomes[outcome], language)}（${word(detailWords, detail)}）`;
}
