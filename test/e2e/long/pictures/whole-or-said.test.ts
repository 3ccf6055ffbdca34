import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import { adviceOn } from '../../../../shared/messages/reasons/advice.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';
import { openGrowingSite, feedRowColour } from '../../../fixtures/site/growing.ts';

let site: Awaited<ReturnType<typeof openGrowingSite>>;
beforeAll(async () => {
  site = await openGrowingSite();
});
afterAll(() => site.close());

/** Numbers of the rows whose colour stands in the picture at their place, 40 px apart. */
async function rowsIn(done: Captured): Promise<number[]> {
  const found = new Set<number>();
  for (const tile of done.record.artifacts.filter(({ role }) => role === 'screenshot-tile')) {
    const { data, info } = await sharp(done.bytes(tile.name)).raw().toBuffer({ resolveWithObject: true });
    for (let y = 0; y < info.height; y++) {
      const n = Math.floor(((tile.y ?? 0) + y) / 40);
      const at = (y * info.width + 900) * info.channels;
      if (((tile.y ?? 0) + y) % 40 === 20 && feedRowColour(n).every((value, channel) => data[at + channel] === value))
        found.add(n);
    }
  }
  return [...found].sort((a, b) => a - b);
}

const codesOf = ({ record }: Captured) => record.warnings.map(({ code }) => code);
const allRows = () => Array.from({ length: site.rows }, (_, n) => n);
const step = ({ record }: Captured, name: string) => record.steps.find((one) => one.step === name);

describe('a feed that grows when its bottom is reached', () => {
  test.for(['asks-server', 'by-timer'])('%s: is in the picture to its last row', async (page) => {
    const done = await captured(`${site.origin}/${page}`);
    expect(done.record.outcome).toBe('complete');
    expect((await rowsIn(done)).length).toBe(allRows().length);
  });

  test('without end: is partial, and says where it was left', async () => {
    const done = await captured(`${site.origin}/without-end`);
    expect(done.record.outcome).toBe('partial');
    expect(step(done, 'scroll')?.reason?.code).toMatch(/^scroll-ended-by-(growth|time)$/);
  });
});

describe('rows that the page unloads when they are out of sight', () => {
  test.for(['redrawn', 'recycled', 'sticking'])(
    '%s: what was seen and is not in the picture is counted',
    async (page) => {
      const done = await captured(`${site.origin}/${page}`);
      const shown = await rowsIn(done);
      expect(shown.length).toBeLessThan(site.rows / 2);
      expect(done.record.outcome).toBe('partial');
      const said = step(done, 'seen-in-picture');
      expect(said).toMatchObject({ outcome: 'partial', reason: { code: 'seen-not-in-picture' } });
      const count = Number(said?.reason?.params?.['count']);
      expect(count).toBeGreaterThan((site.rows - shown.length) / 2);
      expect(count).toBeLessThanOrEqual(site.rows - shown.length);
    },
  );

  test.for(['inside', 'inside-component'])(
    '%s: rows that a box in the page unloads are counted, and it is left where it stood',
    async (page) => {
      const done = await captured(`${site.origin}/${page}`);
      expect(done.record.outcome).toBe('partial');
      const said = step(done, 'seen-in-picture');
      expect(said).toMatchObject({ outcome: 'partial', reason: { code: 'seen-not-in-picture' } });
      // Ten rows fill the box; the list keeps sixteen.
      expect(Number(said?.reason?.params?.['count'])).toBe(site.rows - 16);
      const text = Buffer.from(done.bytes('text.txt')).toString();
      expect(text).toContain(page === 'inside' ? '留言0' : `留言${site.rows - 1}`);
      expect(adviceOn(done.record, 'zh-CN').map(({ code }) => code)).toContain('advice-rolling');
    },
  );

  test('a box that asks for more at its end is scrolled further once the answer is there', async () => {
    const done = await captured(`${site.origin}/inside-asks`, { innerScroll: true });
    expect(step(done, 'scroll-inside')).toMatchObject({ outcome: 'ok' });
    expect(Buffer.from(done.bytes('dom.html')).toString()).toContain(`留言${site.rows - 1}<`);
    expect(codesOf(done)).not.toContain('inside-grows');
  });

  test('a box whose rows have no end is left, and that is said', async () => {
    const done = await captured(`${site.origin}/inside-asks-without-end`);
    expect(step(done, 'scroll-inside')).toMatchObject({ outcome: 'partial', reason: { code: 'inside-grows' } });
    expect(fourAnswers(done.record).picture.answer).toBe('partly');
  });

  test('a box that keeps its rows, with a clock and a head of its own, unloads nothing', async () => {
    const done = await captured(`${site.origin}/inside-kept`);
    expect(step(done, 'seen-in-picture')).toMatchObject({ outcome: 'ok' });
    const codes = done.record.warnings.map(({ code }) => code);
    expect(codes).not.toContain('seen-not-in-picture');
    expect(codes).toContain('scrolls-inside');
  });

  test('a living page that unloads nothing is complete, and nothing is said', async () => {
    const done = await captured(`${site.origin}/living`);
    expect(done.record.outcome).toBe('complete');
    expect(step(done, 'seen-in-picture')).toMatchObject({ outcome: 'ok' });
    expect(done.record.warnings.map(({ code }) => code)).not.toContain('seen-not-in-picture');
  });
});

describe('a ground that is drawn by a gradient', () => {
  test.for([
    ['fixed-gradient', false, 'backgrounds-stay'],
    ['gradient', true, undefined],
    ['fixed-before', false, 'backgrounds-stay'],
    ['fixed-layer', false, 'backgrounds-stay'],
    ['layer-before', false, 'backgrounds-stay'],
    ['layer-behind', false, 'backgrounds-stay'],
    ['layer-hidden', true, undefined],
  ] as const)('%s: is in the picture below the first window (%s), or that is said', async ([page, there, reason]) => {
    const done = await captured(`${site.origin}/${page}`);
    const { data, info } = await sharp(done.bytes('tile-0001.png')).raw().toBuffer({ resolveWithObject: true });
    const red = (y: number) => {
      const at = (y * info.width + 900) * info.channels;
      return [255, 0, 0].every((value, channel) => data[at + channel] === value);
    };
    expect([red(450), red(2_000)]).toEqual([true, there]);
    expect(step(done, 'bring-in')?.reason?.code).toBe(reason);
    expect(done.record.outcome).toBe(there ? 'complete' : 'partial');
  });
});

describe('a ground that stays with the window, and ends within the first one', () => {
  test.for([
    ['before-in-window', undefined],
    ['fixed-in-box', undefined],
    ['box-below', 'backgrounds-stay'],
  ] as const)('%s: is in the picture, and nothing is said (%s where it is not)', async ([page, reason]) => {
    const done = await captured(`${site.origin}/${page}`);
    const { data, info } = await sharp(done.bytes('tile-0001.png')).raw().toBuffer({ resolveWithObject: true });
    const red = (y: number) => {
      const at = (y * info.width + 900) * info.channels;
      return [255, 0, 0].every((value, channel) => data[at + channel] === value);
    };
    expect([red(450), red(1_450)]).toEqual([page !== 'box-below', false]);
    expect(step(done, 'bring-in')?.reason?.code).toBe(reason);
  });
});

describe('a picture of the page that did not come', () => {
  test('is a shortfall of the capture', async () => {
    const done = await captured(`${site.origin}/late-picture`);
    expect(done.record.outcome).toBe('partial');
    const said = { code: 'pictures-late', params: { count: 1, of: 1, seconds: 8 } };
    expect(step(done, 'pictures-and-fonts')?.reason).toEqual(said);
  });

  test('is none where the page does not show it', async () => {
    const done = await captured(`${site.origin}/hidden-picture`);
    expect(done.record.outcome).toBe('complete');
  });
});

describe('bytes that nobody declared how to read', () => {
  const words = '<p>\u6d88\u8d39\u91d1\u878d\u516c\u53f8\u8fdb\u5165\u6e05\u7b97\u7a0b\u5e8f</p>'; // 消费金融公司进入清算程序
  const gbk = Buffer.from('cffbb7d1bdf0c8dab9abcbbebdf8c8ebc7e5cbe3b3ccd0f2', 'hex'); // by iconv
  const answers: Readonly<Record<string, readonly [type: string, body: Buffer]>> = {
    '/undeclared': ['text/html', Buffer.concat([Buffer.from('<title>x</title><p>'), gbk, gbk, Buffer.from('</p>')])],
    '/differing': ['text/html; charset=iso-8859-1', Buffer.concat([Buffer.from('<meta charset=gbk><p>'), gbk])],
    '/marked': ['text/html', Buffer.from(`\ufeff${words}`)],
    '/wrong': ['text/html; charset=utf-8', Buffer.concat([Buffer.from('<p>'), gbk])],
  };
  let server: Server;
  let origin = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      const [type, body] = answers[request.url ?? ''] ?? ['text/plain', Buffer.alloc(0)];
      response.writeHead(200, { 'content-type': type }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
  });
  afterAll(() => server.close());
  const codes = ({ record }: Captured) => record.warnings.map(({ code }) => code);

  test('a guess is recorded and said', async () => {
    const { record, ...done } = await captured(`${origin}/undeclared`);
    expect(record.encoding?.declared).toEqual({ mark: null, header: null, document: null });
    expect(codes({ record, ...done })).toContain('encoding-guessed');
  });

  test('declarations that differ are said, with what the browser did', async () => {
    const done = await captured(`${origin}/differing`);
    expect(done.record.encoding).toEqual({
      used: 'windows-1252',
      declared: { mark: null, header: 'iso-8859-1', document: 'gbk' },
    });
    expect(codes(done)).toContain('encodings-differ');
  });

  test('a byte order mark declares, and nothing is said', async () => {
    const done = await captured(`${origin}/marked`);
    expect(done.record.encoding).toEqual({ used: 'UTF-8', declared: { mark: 'UTF-8', header: null, document: null } });
    expect(codes(done).filter((code) => /^encoding|^replacement/.test(code))).toEqual([]);
  });

  test('bytes that cannot be read are counted', async () => {
    const done = await captured(`${origin}/wrong`);
    expect(codes(done)).toContain('replacement-characters');
  });
});
