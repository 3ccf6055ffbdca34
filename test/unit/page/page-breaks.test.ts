import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { edgesOf } from '../../../electron/capture/picture/tile-edges.ts';
import { joinRows } from '../../../electron/capture/picture/cut-rows.ts';
import { betweenLines, breaksBetweenLines, pageBreaks, type PageBlock } from '../../../shared/page/page-breaks.ts';
import type { TextRun } from '../../../shared/page/text-positions.ts';

const block = (top: number, bottom: number): PageBlock => ({ top, bottom, figure: false });
const figure = (top: number, bottom: number): PageBlock => ({ top, bottom, figure: true });

/** A page 100 px wide and 60 px high with a line down its left side, and boxes of one colour on it. */
async function clearOf(
  boxes: readonly (readonly [x: number, y: number, width: number, height: number, grey: number])[],
) {
  const [width, height] = [100, 60];
  const pixels = Buffer.alloc(width * height * 3, 255);
  const fill = (x: number, y: number, wide: number, high: number, grey: number) => {
    for (let row = y; row < y + high; row++) pixels.fill(grey, (row * width + x) * 3, (row * width + x + wide) * 3);
  };
  fill(5, 0, 1, height, 0);
  for (const box of boxes) fill(...box);
  const png = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  return (await edgesOf(png, { width, height }, 1)).clear;
}

describe('a picture may be cut', () => {
  test('anywhere where nothing stands, a line that runs straight down notwithstanding', async () => {
    expect(await clearOf([])).toEqual([[1, 60]]);
  });

  test('not through letters, which are short strokes', async () => {
    const letters = [20, 26, 32].flatMap((x): (readonly [number, number, number, number, number])[] => [
      [x, 20, 1, 10, 0],
      [x, 24, 4, 1, 0],
    ]);
    // Down the middle of a stroke alike rows follow each other: that words stand there is known from the page.
    expect(await clearOf(letters)).toEqual([
      [1, 20],
      [21, 24],
      [26, 30],
      [31, 60],
    ]);
  });

  test('along a rule or the edge of a box, not where its edge is short', async () => {
    expect(await clearOf([[10, 20, 80, 1, 200]])).toEqual([[1, 60]]);
    expect(await clearOf([[10, 20, 80, 20, 230]])).toEqual([[1, 60]]);
    expect(await clearOf([[10, 20, 23, 20, 0]])).toEqual([
      [1, 20],
      [21, 40],
      [41, 60],
    ]);
  });

  test('not along edges of a picture, whose colours change', async () => {
    const photo = Array.from({ length: 80 }, (_, x) => [10 + x, 20, 1, 20, (x * 53) % 200] as const);
    expect(await clearOf(photo)).toEqual([
      [1, 20],
      [21, 40],
      [41, 60],
    ]);
  });

  test('in tiles that share rows as in one', () => {
    expect(
      joinRows(
        [
          [1, 50],
          [90, 100],
        ],
        [
          [1, 30],
          [40, 60],
        ],
        80,
      ),
    ).toEqual([
      [1, 50],
      [81, 110],
      [120, 140],
    ]);
  });
});

describe('a page break', () => {
  test('tells how many blocks it parts: none between two comments, one within, more the deeper it is', () => {
    const comments = [block(0, 100), block(20, 80), block(100, 200)];
    expect(pageBreaks([[1, 200]], comments, 1_000)).toEqual([[99, 102, 0]]);
    expect(pageBreaks([[10, 15]], comments, 1_000)).toEqual([[10, 15, 1]]);
    expect(pageBreaks([[40, 45]], comments, 1_000)).toEqual([[40, 45, 2]]);
  });

  test('never stands within a figure', () => {
    expect(pageBreaks([[1, 500]], [figure(100, 400)], 40)).toEqual([
      [1, 102, 0],
      [399, 500, 0],
    ]);
  });

  test('is the best of its stretch', () => {
    const lines = [
      [10, 14],
      [20, 30],
      [35, 37],
      [50, 52],
    ] as const;
    expect(pageBreaks(lines, [block(0, 33)], 40)).toEqual([
      [35, 37, 0],
      [50, 52, 0],
    ]);
    expect(pageBreaks(lines, [], 40)).toEqual([
      [20, 30, 0],
      [50, 52, 0],
    ]);
  });

  test('stands between lines of words: before the letters of a line or behind them, never through them', () => {
    const line = (y: number, height: number): TextRun => ({ x: 0, y, width: 50, height, text: '字' });
    // Of a line of 20 rows the letters take those from the fourth to the seventeenth.
    expect(breaksBetweenLines([[5, 40, 1]], [line(10, 20)], 100)).toEqual([
      [5, 14, 1],
      [27, 40, 1],
    ]);
    expect(breaksBetweenLines([[14, 27, 0]], [line(10, 20)], 100)).toEqual([]);
    expect(breaksBetweenLines([[2, 3, 0]], [line(10, 20)], 100)).toEqual([[2, 3, 0]]);
    expect(betweenLines([[5, 40]], [line(10, 20)], 100)).toEqual([
      [5, 14],
      [27, 40],
    ]);
    expect(breaksBetweenLines([[1, 100, 0]], [line(0, 100)], 100)).toEqual([
      [1, 16, 0],
      [85, 100, 0],
    ]);
  });
});
