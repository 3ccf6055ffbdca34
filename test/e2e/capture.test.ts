import { createHash } from 'node:crypto';
import { getEventListeners } from 'node:events';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { captured, captureRoom, type Captured } from '../fixtures/capture-room.ts';
import { openSite, type Site } from '../fixtures/site/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const at = (path: string, change = {}) => captured(site.origin + path, change);
const step = ({ record }: Captured, name: string) => record.steps.find((one) => one.step === name);
const warned = ({ record }: Captured) => record.warnings.map(({ code }) => code);

describe('a page', () => {
  test('comes with picture, source as sent, document, text, headers, connection and environment', async () => {
    const done = await at('/plain');
    expect(done.record).toMatchObject({
      outcome: 'complete',
      httpStatus: 200,
      server: { address: '127.0.0.1', port: site.port },
    });
    expect(done.record.artifacts.map(({ role }) => role).sort()).toEqual(
      [
        'dom',
        'environment',
        'gateway-log',
        'headers',
        'mhtml',
        'netlog',
        'page-facts',
        'screenshot-tile',
        'second-path',
        'second-path-body',
        'source',
        'text',
        'text-positions',
        'wacz',
        'wacz-disclosure',
      ].sort(),
    );
    // It ran beside the other steps: its files are always the last.
    expect(done.record.artifacts.slice(-2).map(({ role }) => role)).toEqual(['second-path', 'second-path-body']);
    expect(Buffer.from(done.bytes('text.txt')).toString()).toContain('一段文字');
    const outcomes = Object.fromEntries((done.record.checks ?? []).map(({ check, outcome }) => [check, outcome]));
    expect(outcomes).toMatchObject({
      browser: 'ok',
      'empty-profile': 'ok',
      sandbox: 'ok',
      'clock-server-date': 'ok',
      'clock-ntp': 'not-verified',
      'malware-scan': 'not-verified',
    });
    const environment = Buffer.from(done.bytes('environment.json')).toString();
    expect(environment).toContain(done.record.browser?.sha256);
    expect(environment).toContain('no conformity with SF/T 0091 claimed');
  });

  test('in GBK keeps the bytes that the server sent', async () => {
    const done = await at('/gbk');
    expect(Buffer.from(done.bytes('source.bin')).includes(Buffer.from('d6d0cec4', 'hex'))).toBe(true); // 中文 in GBK
    expect(Buffer.from(done.bytes('text.txt')).toString()).toContain('中文');
  });

  test('in Chinese shows characters, not boxes, where the system has no Chinese font', async () => {
    const done = await at('/chinese');
    const { data } = await sharp(done.bytes('tile-0001.png')).greyscale().raw().toBuffer({ resolveWithObject: true });
    const ink = data.filter((value) => value < 128).length;
    expect(ink).toBeGreaterThan(2_000); // empty boxes draw only outlines
    expect(JSON.parse(Buffer.from(done.bytes('environment.json')).toString())).toHaveProperty('checks');
  });

  test('whose sub-resources are dead is captured quickly, is not called complete, and says so', async () => {
    const done = await at('/dead-sub-resources');
    expect(done.record.outcome).toBe('partial');
    expect(warned(done)).toContain('sub-resources-failed');
  });
});

test('a capture that is over leaves nothing on the signal of its queue, which may go on for hours', async () => {
  const { signal } = new AbortController();
  const room = captureRoom(signal);
  await captured(`${site.origin}/plain`, {}, room);
  await captured(`${site.origin}/gbk`, {}, room);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

describe('an honest outcome', () => {
  test.for([
    ['/not-found', 'partial', 404],
    ['/server-error', 'partial', 500],
    ['/empty', 'partial', 200],
    ['/login', 'blocked', 401],
    ['/challenge', 'blocked', 403],
    ['/error-without-body', 'partial', null],
  ] as const)('%s is %s', async ([path, outcome, status]) => {
    const done = await at(path);
    expect(done.record.outcome).toBe(outcome);
    if (status !== null) expect(done.record.httpStatus).toBe(status);
    if (path === '/empty') expect(warned(done)).toContain('page-empty');
  });

  test('redirects without end are a failed item that says how many', async () => {
    const done = await at('/loop');
    expect(done.record.outcome).toBe('failed');
    expect(step(done, 'load')?.reason?.code).toBe('redirects-without-end');
  });

  test('a host that does not exist, and one that refuses, are failed items that say so', async () => {
    const closed = await openSite();
    await closed.close();
    for (const [url, code] of [
      ['http://nowhere.invalid/', 'unknown-host'],
      [`${closed.origin}/`, 'connection-refused'],
    ] as const) {
      const done = await captured(url);
      expect(done.record).toMatchObject({ outcome: 'failed', finalUrl: null, httpStatus: null });
      expect(step(done, 'load')?.reason?.code).toBe(code);
    }
  });

  test.for([
    ['ftp://files.example/', 'not-a-url'],
    ['nonsense', 'not-a-url'],
    ['https://user:pass@news.example/', 'not-a-url'],
    ['http://127.0.0.1/', 'address-refused'],
    ['http://2130706433/', 'address-refused'],
    ['http://[::ffff:10.0.0.1]/', 'address-refused'],
    ['http://169.254.169.254/latest/', 'address-refused'],
    ['http://localhost:8080/', 'address-refused'],
  ] as const)('%s makes no item: %s', async ([url, code]) => {
    const room = captureRoom();
    await expect(captured(url, { allowPrivateNetwork: false }, room)).rejects.toMatchObject({ code });
    expect(room.caseFile.items()).toEqual([]);
    room.caseFile.close();
  });

  test('a file is taken as its bytes, whole', async () => {
    const done = await at('/download');
    expect(done.record.file).not.toBeNull();
    const original = done.record.artifacts.find(({ role }) => role === 'original');
    expect(original?.sha256).toBe(createHash('sha256').update(done.bytes('original.bin')).digest('hex'));
  });
});
