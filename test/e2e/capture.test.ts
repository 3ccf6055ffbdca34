import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { captured } from '../fixtures/capture-room.ts';
import { gbkBody, openSite, type Site } from '../fixtures/site/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const at = (path: string, change = {}) => captured(site.origin + path, change);

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
        'sealed-original',
        'sealed-original',
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
    expect(Buffer.from(done.bytes('source.bin')).toString('hex')).toBe(gbkBody.toString('hex')); // every byte, and no other
    expect(gbkBody.includes(Buffer.from('d6d0cec4', 'hex'))).toBe(true); // 中文 in GBK
    expect(Buffer.from(done.bytes('text.txt')).toString()).toContain('中文');
  });

  test('in Chinese shows characters, not boxes, where the system has no Chinese font', async () => {
    const done = await at('/chinese');
    const { data } = await sharp(done.bytes('tile-0001.png')).greyscale().raw().toBuffer({ resolveWithObject: true });
    const ink = data.filter((value) => value < 128).length;
    expect(ink).toBeGreaterThan(2_000); // empty boxes draw only outlines
    expect(JSON.parse(Buffer.from(done.bytes('environment.json')).toString())).toHaveProperty('checks');
  });
});
