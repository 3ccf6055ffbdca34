import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { captured, captureRoom, type Captured } from '../../fixtures/capture-room.ts';
import { openSite, type Site } from '../../fixtures/site/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const at = (path: string, change = {}) => captured(site.origin + path, change);
const step = ({ record }: Captured, name: string) => record.steps.find((one) => one.step === name);
const warned = ({ record }: Captured) => record.warnings.map(({ code }) => code);

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

  test('a page of colours without words is partial, and not called one without visible content', async () => {
    const done = await at('/colours');
    expect(done.record.outcome).toBe('partial');
    expect(warned(done)).not.toContain('page-empty');
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
