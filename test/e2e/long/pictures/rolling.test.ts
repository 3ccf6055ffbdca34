import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRollingWords } from '../../../../shared/page/rolling-words.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';
import {
  barHeight,
  colourOfRow,
  equalColour,
  headerHeight,
  heightOfRow,
  openListSite,
  type ListHabits,
} from '../../../fixtures/site/rolling.ts';

let site: Awaited<ReturnType<typeof openListSite>>;
beforeAll(async () => {
  site = await openListSite();
});
afterAll(() => site.close());

const take = (habits: ListHabits, change: Parameters<typeof captured>[1] = {}) =>
  captured(site.addressOf(habits), { rolling: true, timeout: 170, noTimeServers: true, noSecondPath: true, ...change });
const step = ({ record }: Captured, name: string) => record.steps.find((one) => one.step === name);

type Raw = Readonly<{ data: Buffer; width: number; height: number }>;

/** Tiles put together, RGB: a tile at y 0 begins a picture. */
async function picturesOf(done: Captured, role: 'screenshot-tile' | 'screenshot-rolling'): Promise<readonly Raw[]> {
  const pictures: { data: Buffer; width: number; height: number }[] = [];
  for (const { name, y = 0, width = 0, height = 0 } of done.record.artifacts.filter((one) => one.role === role)) {
    const data = await sharp(done.bytes(name)).removeAlpha().raw().toBuffer();
    if (y === 0) pictures.push({ data: Buffer.alloc(0), width, height: 0 });
    const last = pictures.at(-1);
    if (!last) throw new Error('the first tile is not at the top');
    const shared = data.subarray(0, (last.height - y) * width * 3);
    expect(Buffer.compare(shared, last.data.subarray(y * width * 3))).toBe(0);
    last.data = Buffer.concat([last.data.subarray(0, y * width * 3), data]);
    last.height = y + height;
  }
  return pictures;
}

/** Colours down one column, each with how many pixels it goes on. */
function bandsOf({ data, width, height }: Raw, x: number): [colour: string, pixels: number][] {
  const bands: [string, number][] = [];
  for (let y = 0; y < height; y++) {
    const at = (y * width + x) * 3;
    const colour = [...data.subarray(at, at + 3)].join();
    const last = bands.at(-1);
    if (last?.[0] === colour) last[1] += 1;
    else bands.push([colour, 1]);
  }
  return bands;
}

const rowBand = (n: number, scale = 1): [string, number] => [colourOfRow(n).join(), heightOfRow(n) * scale];
const rowBands = (from: number, to: number, scale = 1) =>
  Array.from({ length: to - from }, (_, n) => rowBand(from + n, scale));

/** Words of the rolling picture that are a row's, by piece, in order of their place; with their place. */
function wordsOf(done: Captured, scale: number) {
  const stored: unknown = JSON.parse(Buffer.from(done.bytes('rolling-positions.json')).toString());
  return [...parseRollingWords(stored, scale).values()].map((runs) =>
    runs.filter(({ text }) => text.startsWith('评论')).map(({ text, y, height }) => ({ text, y, height })),
  );
}

/** Every row's words, once, in order, each within its band. */
function expectWordsInRows(done: Captured, from: number, to: number, scale = 1, head = 0) {
  const [words = []] = wordsOf(done, scale);
  expect(words.map(({ text }) => text)).toEqual(Array.from({ length: to - from }, (_, n) => `评论${from + n}号`));
  let top = head * scale;
  for (const [at, { y, height }] of words.entries()) {
    const high = heightOfRow(from + at) * scale;
    expect(y).toBeGreaterThanOrEqual(top - 1);
    expect(y + height).toBeLessThanOrEqual(top + high + 1);
    top += high;
  }
}

describe('a rolling picture of a list that keeps 50 rows', () => {
  test.for([
    ['300 rows in a window', { rows: 300 }, {}],
    [
      'the window scrolls, two device pixels a CSS pixel',
      {},
      { view: { device: 'desktop', width: 1280, height: 900, scale: 2 } },
    ],
    ['a phone', {}, { view: { device: 'phone', width: 390, height: 844, scale: 2 } }],
    ['a part of the page scrolls', { scrolls: 'inner' }, {}],
    ['rows come late', { lateMs: 300 }, {}],
  ] as const)('%s: every row once, in order, to the pixel', async ([, habits, change]) => {
    const list = { rows: 120, scrolls: 'window', ...habits } as const;
    const done = await take(list, change);
    const { scale } = done.record.view;
    const [picture, ...more] = await picturesOf(done, 'screenshot-rolling');
    expect(more).toEqual([]);
    if (!picture) throw new Error('no picture');
    expect(bandsOf(picture, picture.width - 20)).toEqual(rowBands(0, list.rows, scale));
    expectWordsInRows(done, 0, list.rows, scale);
    expect(step(done, 'rolling')?.outcome).toBe('ok');
    expect(done.record.rolling).toMatchObject({ end: 'bottom', unsteady: 0, wentDown: 0, wentUp: 0 });
    // The page's own picture of the same list that keeps every row.
    if (list.scrolls === 'inner') return;
    const whole = await captured(site.addressOf({ ...list, keepsAll: true }), { ...change, noTimeServers: true });
    const [own] = await picturesOf(whole, 'screenshot-tile');
    expect(own && [own.width, own.height]).toEqual([picture.width, picture.height]);
    expect(own && Buffer.compare(own.data, picture.data)).toBe(0);
  });

  test('a page for desktops on a phone, which shows it smaller: every row, no words at places that are not known', async () => {
    const view = { device: 'phone', width: 390, height: 844, scale: 2 } as const;
    const done = await take({ rows: 48, scrolls: 'window', forDesktops: true }, { view });
    const [picture, ...more] = await picturesOf(done, 'screenshot-rolling');
    expect(more).toEqual([]);
    const shown = new Set(picture && bandsOf(picture, 760).map(([colour]) => colour));
    expect(rowBands(0, 48).filter(([colour]) => !shown.has(colour))).toEqual([]);
    expect(wordsOf(done, 2)).toEqual([[]]);
    expect(done.record.rolling).toMatchObject({ end: 'bottom', wentDown: 0, wentUp: 0 });
    expect(done.record.warnings.map(({ code }) => code)).toContain('rolling-zoomed');
  });

  test('a header that sticks, a bar and a button in the window: no row is behind them, and they are said', async () => {
    const done = await take({ rows: 120, scrolls: 'window', bars: true });
    const [picture] = await picturesOf(done, 'screenshot-rolling');
    if (!picture) throw new Error('no picture');
    const header: [string, number] = ['20,20,120', headerHeight];
    expect(bandsOf(picture, 1230)).toEqual([header, ...rowBands(0, 120)]);
    expectWordsInRows(done, 0, 120, 1, headerHeight);
    expect(done.record.rolling).toMatchObject({ hidden: 2, movedAlong: 1, end: 'bottom' });
    expect(done.record.warnings).toContainEqual({ code: 'rolling-released', params: { hidden: 2, moved: 1 } });
    const log = JSON.parse(Buffer.from(done.bytes('rolling.json')).toString()) as { staying: unknown[] };
    expect(log.staying).toContainEqual({
      selector: 'footer',
      how: 'hidden',
      x: 0,
      y: 900 - barHeight,
      width: 1280,
      height: barHeight,
    });
    // The page's own picture has them as it always had.
    const [own] = await picturesOf(done, 'screenshot-tile');
    expect(own && bandsOf(own, 600)[0]).toEqual(header);
  });

  test('rows that are put in above meanwhile: those that were there are held by their rows, and how far is said', async () => {
    const done = await take({ rows: 120, scrolls: 'window', inserts: true });
    const [picture, ...more] = await picturesOf(done, 'screenshot-rolling');
    expect(more).toEqual([]);
    if (!picture) throw new Error('no picture');
    const bands = bandsOf(picture, 1230);
    const first = bands.findIndex(([colour]) => colour === rowBand(0)[0]);
    expect(first).toBeGreaterThanOrEqual(0);
    expect(bands.slice(first)).toEqual(rowBands(0, 120));
    expect(done.record.rolling?.wentDown).toBeGreaterThan(0);
    expect(done.record.warnings.map(({ code }) => code)).toContain('rolling-content-moved');
  });

  test('a few rows that look the same: the join rests on those around them', async () => {
    const done = await take({ rows: 140, scrolls: 'window', equal: 12 });
    const [picture, ...more] = await picturesOf(done, 'screenshot-rolling');
    expect(more).toEqual([]);
    if (!picture) throw new Error('no picture');
    expect(bandsOf(picture, 1230)).toEqual([
      ...rowBands(0, 100),
      [equalColour.join(), 12 * heightOfRow(1)],
      ...rowBands(112, 140),
    ]);
  });
});

describe('what cannot be joined is not', () => {
  test('rows that all look the same for longer than a window: pieces, and the break is said', async () => {
    const done = await take({ rows: 180, scrolls: 'window', equal: 60 });
    const pictures = await picturesOf(done, 'screenshot-rolling');
    expect(pictures.length).toBeGreaterThan(1);
    expect(step(done, 'rolling')).toMatchObject({ outcome: 'partial', reason: { code: 'rolling-apart' } });
    expect(step(done, 'rolling')?.reason?.params).toMatchObject({
      pieces: pictures.length,
      breaks: pictures.length - 1,
    });
    // Nothing is lost: every other row is in a piece, in order.
    const seen = pictures.flatMap((one) => bandsOf(one, 1230).map(([colour]) => colour));
    const distinct = [...new Set(seen)].filter((colour) => colour !== equalColour.join());
    expect(distinct).toEqual([...rowBands(0, 100), ...rowBands(160, 180)].map(([colour]) => colour));
  });

  test('a list that looks otherwise wherever one is: no two views join, and it is partial', async () => {
    const done = await take({ rows: 60, scrolls: 'window', repaintsEvery: 30 });
    const pictures = await picturesOf(done, 'screenshot-rolling');
    expect(pictures.length).toBeGreaterThan(2);
    expect(done.record.rolling?.pieces).toHaveLength(pictures.length);
    expect(done.record.outcome).toBe('partial');
  });

  test('a page on which nothing scrolls has no rolling picture, and is complete', async () => {
    const done = await take({ rows: 5, scrolls: 'window' });
    expect(step(done, 'rolling')).toMatchObject({ outcome: 'skipped', reason: { code: 'nothing-scrolls' } });
    expect(done.record.rolling).toBeUndefined();
    expect(done.record.outcome).toBe('complete');
  });
});
