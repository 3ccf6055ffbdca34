import { expect, test } from 'vitest';
import type { CaptureRecord } from '../../../../shared/case/record.ts';
import { say, type Params } from '../../../../shared/language.ts';
import { bundleTexts } from '../../../../shared/messages/papers/bundle-messages.ts';
import type { BundleModel } from '../../../../electron/bundle/model.ts';
import {
  clockLines,
  clockText,
  coverClock,
  coverTimes,
} from '../../../../electron/bundle/pages/statements/clock-statements.ts';
import { as } from '../../../fixtures/fake.ts';

const t = as<BundleModel['t']>((name: string, params: Params = {}) =>
  say(bundleTexts[name as keyof typeof bundleTexts], 'en', params),
);
const date = (milliseconds: number, outcome: 'ok' | 'noted' = 'ok') => ({
  check: 'clock-server-date',
  outcome,
  detail: `this device +${milliseconds} ms (± 500 ms and the way of the answer)`,
});
const ntp = { check: 'clock-ntp', outcome: 'ok' as const, detail: 'time.example: this device -31 ms (± 9 ms)' };
const server = (address: string) => ({ host: 'news.example', address, port: 443, addressesOffered: [] });
const record = (part: Partial<CaptureRecord>) =>
  as<CaptureRecord>({
    kind: 'capture',
    url: 'https://news.example/',
    finalUrl: 'https://news.example/',
    program: { name: 'fascicle', version: '0.1.0' },
    ...part,
  });
const model = (...parts: readonly Partial<CaptureRecord>[]) =>
  as<BundleModel>({
    language: 'en',
    t,
    exhibits: parts.map((part, at) => ({ number: String(at + 1), record: record(part) })),
  });

const abroad = { server: server('203.0.113.7'), checks: [date(472)] };
const own = { server: server('127.0.0.1'), checks: [date(3)] };
const demo = { ...own, program: { name: 'fascicle', version: '0.1.0 (demo clock)' } };

test('a server elsewhere is another clock, and how far the comparison can be wrong is said with it', () => {
  expect(clockLines(model(abroad))).toEqual([
    'Exhibit 1: clock compared with the server’s Date; measured difference at most 472 ms, uncertain by ± 500 ms and transmission time.',
  ]);
  expect(coverClock(model(abroad)).en).toContain('was compared with another clock');
});

test('a server on the capturing computer is no other clock, on certificate, sheet and cover', () => {
  expect(clockLines(model(own, { ...own, checks: [date(3), ntp] }))).toEqual([
    'Exhibit 2: clock compared with NTP servers; measured difference at most 31 ms, uncertain by at most ± 9 ms.',
    'Exhibits 1, 2: the web server was on the capturing computer itself; the time that it stated is of the same clock, not of another one.',
    'Exhibit 1: times not compared with any other clock.',
  ]);
  expect(clockText(record(own), t)).toBe(
    'the device’s own clock, not compared with any other; the web server was on this computer itself: the time that it stated is not another clock',
  );
  expect(coverClock(model(own))).toEqual(bundleTexts.coverNotCompared);
});

test('a server on the computer that says another time than its own is told as it was found', () => {
  const [line] = clockLines(model({ ...own, checks: [date(61_000, 'noted')] }));
  expect(line).toBe(
    'Exhibit 1: the device’s clock was 0 d 0 h 1 min 1 s ahead of the web server; its times cannot be relied on as stated.',
  );
});

test('times of the demo are called what they are, and what they were compared with is told as of any other', () => {
  expect(clockText(record(demo), t)).toBe('virtual clock of the demo, not actual time');
  expect(clockLines(model(abroad, demo, demo))[0]).toBe(
    'Exhibits 2, 3: times of the demo’s virtual clock; they are not actual times.',
  );
  const compared = { ...demo, checks: [date(61_000, 'noted')] };
  expect(clockText(record(compared), t)).toMatch(/^virtual clock of the demo, not actual time; clock compared with/);
  expect(clockLines(model(compared))[1]).toMatch(/^Exhibit 1: the device’s clock was 0 d 0 h 1 min 1 s ahead/);
  expect(coverTimes(model(abroad, demo)).en).toBe(
    'The times of exhibit 2 come from the demo’s virtual clock and are not actual times',
  );
  expect(coverTimes(model(abroad))).toEqual(bundleTexts.coverTimes);
  expect(coverClock(model({ ...demo, server: server('203.0.113.7') })).en).toMatch(/exhibit 1 was compared/);
});
