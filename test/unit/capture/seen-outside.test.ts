import { createSocket } from 'node:dgram';
import { describe, expect, test } from 'vitest';
import { languageTags, userAgentText } from '../../../shared/case/capture/capture-request.ts';
import { firstSettings, shownToSites } from '../../../shared/window/settings.ts';
import { clockChecks } from '../../../electron/capture/environment/clock-checks.ts';
import { Device } from '../../../electron/capture/environment/device.ts';

describe('languages to ask for', () => {
  test.each(['zh-CN', 'zh-CN,zh', 'en-US,en,zh-Hant-TW'])('%s can be asked for', (text) => {
    expect(languageTags.safeParse(text).success).toBe(true);
  });

  test.each([
    '',
    'zh-CN;q=0.9',
    'zh CN',
    'zh-CN,',
    '中文',
    'zh\r\nX-Other: 1',
    '--flag',
    'zh\n',
    'aa,'.repeat(40) + 'aa',
  ])('%j cannot', (text) => {
    expect(languageTags.safeParse(text).success).toBe(false);
  });
});

describe('a User-Agent', () => {
  test.each(['Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0', 'x'])('%s goes into a header', (text) => {
    expect(userAgentText.safeParse(text).success).toBe(true);
  });

  test.each(['', ' ', ' x', 'x ', 'a\r\nCookie: b', 'a\nb', 'x\n', 'a\tb', '浏览器', 'x'.repeat(301)])(
    '%j does not',
    (text) => {
      expect(userAgentText.safeParse(text).success).toBe(false);
    },
  );
});

test('a time server that is not to be asked hears nothing; one that is, does', async () => {
  let asked = 0;
  const server = createSocket('udp4').on('message', () => (asked += 1));
  await new Promise<void>((done) => server.bind(0, '127.0.0.1', done));
  const { port } = server.address();
  const heard = new Promise<void>((done) => server.once('message', () => done()));
  const device = new Device([`127.0.0.1:${port}`]);
  device.begin(true);
  await device.fonts();
  expect(asked).toBe(0);
  new Device([`127.0.0.1:${port}`]).begin(false);
  await heard;
  expect(asked).toBe(1);
  server.close();
  const clocks = {
    start: { wall: '2026-01-01T00:00:00.000Z', mono: '0' },
    end: { wall: '2026-01-01T00:00:00.000Z', mono: '0' },
  };
  expect(clockChecks(clocks, null, null).find(({ check }) => check === 'clock-ntp')).toMatchObject({
    outcome: 'not-verified',
    detail: 'not-asked-for',
  });
});

test('what the settings switch off is in the order of a capture, and nothing else', () => {
  expect(shownToSites(firstSettings.capture)).toEqual({});
  const capture = {
    ...firstSettings.capture,
    noSecondPath: true,
    noTimeServers: false,
    language: 'de',
    userAgent: 'x',
  };
  expect(shownToSites(capture)).toEqual({ noSecondPath: true, language: 'de', userAgent: 'x' });
});
