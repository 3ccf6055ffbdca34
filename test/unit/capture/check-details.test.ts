import { describe, expect, test } from 'vitest';
import { browserChecks, type BrowserFacts } from '../../../electron/capture/environment/browser-checks.ts';
import { clockChecks } from '../../../electron/capture/environment/clock-checks.ts';
import { deviceChecks } from '../../../electron/capture/environment/device-checks.ts';
import { disclosedCheck } from '../../../electron/capture/environment/disclosed-environment.ts';
import type { MadeCheck } from '../../../electron/capture/environment/made-check.ts';
import { networkChecks } from '../../../electron/capture/environment/network-checks.ts';
import type { ProgramHashes } from '../../../electron/capture/environment/program-hashes.ts';
import { describeCheck } from '../../../shared/messages/names/check-messages.ts';

/* What the checks of the environment write into a record is read on Chinese papers too, as Chinese. */

const view = { width: 390, height: 844, scale: 2, device: 'phone' } as const;
const hashes = { of: () => 'a'.repeat(64) } as unknown as ProgramHashes; // hashing the whole program takes seconds
const started = {
  program: '/browser/chrome',
  packagedSha256: 'b'.repeat(64),
  commandLine: ['chrome', '--headless'],
  sandboxed: true,
  emptyProfile: true,
} as unknown as BrowserFacts['started'];
const facts: BrowserFacts = {
  started,
  product: 'Chrome/156',
  session: null,
  cookiesAtStart: 0,
  extensionTargets: [],
  screen: null,
};
const session = { session: 's-1', since: '2019-05-30T01:30:02.047Z' } as unknown as BrowserFacts['session'];
const at = (wall: string, mono: string) => ({ wall, mono });
const clocks = { start: at('2019-05-06T01:30:00.000Z', '1'), end: at('2019-05-06T01:30:09.000Z', '8500000001') };
const server = { date: 'Mon, 06 May 2019 01:30:05 GMT', ageSeconds: 0, receivedAt: '2019-05-06T01:30:05.279Z' };
const outside = [
  { server: 'time.example', offsetMs: 31, roundTripMs: 18 },
  { server: '2001:db8::1', offsetMs: -4, roundTripMs: 7 },
] as unknown as Parameters<typeof clockChecks>[2];

const whole = (): readonly MadeCheck[] => [
  ...deviceChecks(),
  ...networkChecks(null, new Set()),
  ...networkChecks('http://proxy.example:3128', new Set()),
  ...browserChecks(facts, hashes, view, ['A', 'B']),
  ...browserChecks({ ...facts, session, cookiesAtStart: 1, screen: { width: 1920, height: 1080 } }, hashes, view, null),
  ...browserChecks({ ...facts, started: { ...started, emptyProfile: false, sandboxed: false } }, hashes, view, null),
  ...clockChecks(clocks, server, outside),
  ...clockChecks(clocks, null, null),
];
/** As they are made, and as others are handed them. */
const all = (): readonly MadeCheck[] => [...whole(), ...whole().map(disclosedCheck)];
const namesOnly = [
  'operating-system',
  'hardware',
  'time-zone',
  'locale',
  'hosts-file',
  'dns-servers',
  'network-interfaces',
];

describe('a check of the environment in Chinese', () => {
  test('whatever the program writes into a record is said in Chinese, but for names, paths and addresses', () => {
    const english = all()
      .filter(({ check, detail }) => !namesOnly.includes(check) || / entries, /u.test(detail))
      .map((check) => describeCheck(check, 'zh-CN').replaceAll(/Noto Sans SC|CSS|Cookie|SHA-256|NTP/gu, ''))
      .filter((line) => /(?<![\w./:-])[a-z]{2,} [a-z]{2,}|\b(on|off|none|phone|desktop|flags|ms|px)\b/u.test(line));
    expect(english).toEqual([]);
  });

  test('what it measured is the same number in both languages', () => {
    const numbers = (text: string) => [...text.matchAll(/[+-]?\d[\d.]*/gu)].map(([one]) => one).sort();
    for (const check of all()) {
      const [zh, en] = [describeCheck(check, 'zh-CN'), describeCheck(check, 'en')];
      expect(numbers(zh), check.detail).toEqual(numbers(en));
    }
  });

  test.each([
    [
      'clock-server-date',
      'this device -221 ms (± 500 ms and the way of the answer)',
      '时钟与服务器 Date 比对：本机 -221 毫秒（误差 ± 500 毫秒及应答在途时间）',
    ],
    [
      'empty-profile',
      'fresh folder with a copy of the login session 016b065b, since 2019-05-30T01:30:02.047Z; 1 cookies before the load',
      '浏览器配置为空（缓存、Cookie、历史记录）：新建文件夹，内有登录会话 016b065b 的副本（该会话始于 2019-05-30T01:30:02.047Z）；加载前的 Cookie：1 个',
    ],
    ['root-certificates', '/a/b (not readable), SSL_CERT_FILE', '额外的根证书：/a/b（无法读取）、SSL_CERT_FILE'],
    ['hosts-file', '127.0.0.1 runsc', 'hosts 文件：127.0.0.1 runsc'],
    [
      'hosts-file',
      '3 entries of other names; 1 entries of hosts of this capture',
      'hosts 文件：其他名称的条目 3 条；其中涉及本次取证所访问主机的 1 条',
    ],
    ['malware-scan', 'of a newer program', '恶意软件扫描：of a newer program'],
  ])('%s: %s', (check, detail, said) => {
    expect(describeCheck({ check, outcome: 'ok', detail }, 'zh-CN')).toBe(said);
  });
});
