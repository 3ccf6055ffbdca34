import { describe, expect, test } from 'vitest';
import { textSizeOf } from '../../../../shared/page/picture/letter-size.ts';
import { MarginMeasure, sharedMargins, type SideMargins } from '../../../../shared/page/picture/side-margins.ts';
import { lessEnlarged, printedSize, shownColumns } from '../../../../shared/plan/pictures/legible.ts';
import { slicesOf, type TiledPicture } from '../../../../shared/plan/pictures/slices.ts';

/** Rows of letters, each a colour. */
function marginsOf(...rows: readonly string[]): SideMargins | null {
  const measure = new MarginMeasure();
  for (const row of rows)
    measure.add(Uint8Array.from(Array.from(row, (letter) => [0, letter.charCodeAt(0), 0]).flat()), 3);
  return measure.margins;
}

describe('the blank sides of a picture', () => {
  test.for<[string, readonly string[], SideMargins | null]>([
    ['as wide as the background of all rows', ['..aa...', '...b...'], [2, 3]],
    ['a band right across is blank at both sides', ['bbbbbbb', '..aa...'], [2, 3]],
    ['a row may have one colour at its left and another at its right', ['..aaa..', 'xxxaayy'], [2, 2]],
    ['one pixel at the edge leaves nothing blank there', ['.......', 'a......'], [1, 6]],
    ['a line that runs down the picture is no background', ['|..a..|', '|..a..|'], [1, 1]],
    ['nothing was measured', [], null],
  ])('%s', ([, rows, margins]) => {
    expect(marginsOf(...rows)).toEqual(margins);
  });

  test('of a picture in parts are those that all parts have', () => {
    expect(sharedMargins([3, 9], [5, 2])).toEqual([3, 2]);
    expect(sharedMargins([3, 9], null)).toBeNull();
  });
});

const line = (text: string, width: number, height: number, x = 400) => ({ x, y: 10, width, height, text });

describe('the size of a page’s text', () => {
  test('is the width of a letter of Chinese, twice that of a Latin one, whatever the height of its line', () => {
    expect(textSizeOf([line('该页称企业已进入清算程序，与登记机关的记载不符', 23 * 14, 20)])).toBe(14);
    expect(textSizeOf([line('The page says that the company is in liquidation', 48 * 7, 19)])).toBe(14);
  });

  test('is never larger than a line, and never much smaller', () => {
    expect(textSizeOf([line('spaced out, as a heading may be', 3_000, 18)])).toBe(18);
    expect(textSizeOf([line('narrow letters in a tall line .', 10, 30)])).toBe(20);
  });

  test('leaves out the smallest fifth of the letters, and says nothing of a few', () => {
    const body = line('x'.repeat(90), 90 * 8, 20);
    expect(textSizeOf([body, line('x'.repeat(10), 10 * 5, 12)])).toBe(16);
    expect(textSizeOf([body, line('x'.repeat(40), 40 * 5, 12)])).toBe(10);
    expect(textSizeOf([line('only a few', 50, 14)])).toBeNull();
  });
});

const field = { width: 500, height: 700 };
const picture = (width: number, margins: SideMargins | null): TiledPicture => ({
  ...{ width, height: 9_000, tiles: [], breaks: [], margins },
});
const words = (size: number, x = 400, width = 40) => [line('字'.repeat(width), size * width, size * 1.4, x)];

describe('the columns of a picture that its pages show', () => {
  test('are all where its text is large enough, where nothing was measured, or where no text is known', () => {
    const whole = { x: 0, width: 1_000 };
    expect(shownColumns(picture(1_000, [300, 300]), field, 1, words(16))).toMatchObject({ ...whole, scale: 0.5 });
    expect(shownColumns(picture(1_000, null), field, 1, words(10))).toMatchObject(whole);
    expect(shownColumns(picture(1_000, [300, 300]), field, 1, [])).toMatchObject({ ...whole, letters: null });
  });

  test('are fewer by blank ones only, and by no more than makes its text 8 points', () => {
    const shown = shownColumns(picture(1_000, [360, 360]), field, 1, words(12.5, 375, 20));
    expect(printedSize(shown)).toBeCloseTo(8, 5);
    expect(shown.width).toBe(782); // 500 points at 0.64 points a pixel
    expect(shown.x).toBeGreaterThan(0);
    const narrow = shownColumns(picture(2_000, [250, 250]), field, 1, words(5, 300, 80));
    expect(narrow).toMatchObject({ x: 238, width: 1_524 }); // 12 pixels beside what is not blank
    expect(printedSize(narrow)).toBeLessThan(7);
  });

  test('have every word, also where the measure says that there is nothing', () => {
    const shown = shownColumns(picture(1_000, [500, 400]), field, 1, words(10, 100, 40));
    expect(shown.x).toBeLessThan(100);
    expect(shown.x + shown.width).toBeGreaterThan(500);
  });

  test('are more again where the picture is enlarged less, still about what was shown, and all of it at most', () => {
    const shown = { x: 100, width: 600, scale: 0.8, letters: 10 };
    expect(lessEnlarged(picture(1_000, [100, 300]), shown, 0.75)).toEqual({
      x: 0,
      width: 800,
      scale: 0.6000000000000001,
      letters: 10,
    });
    expect(lessEnlarged(picture(1_000, [100, 300]), shown, 0.5)).toMatchObject({ x: 0, width: 1_000, scale: 0.4 });
    expect(lessEnlarged(picture(700, [100, 0]), shown, 0.96)).toMatchObject({ x: 75, width: 625 });
  });

  test('stand in the field, the first column of the picture left of it', () => {
    const tall = picture(1_000, [360, 360]);
    const shown = shownColumns(tall, field, 1, words(12.5, 375, 20));
    const slices = slicesOf(tall, field, 1, true, [], [], 0, shown);
    for (const { left, scale } of slices) {
      expect(left + shown.x * scale).toBeGreaterThanOrEqual(-0.7); // whole pixels
      expect(left + (shown.x + shown.width) * scale).toBeLessThanOrEqual(500.7);
    }
    expect(slices.at(-1)?.to).toBe(9_000);
  });
});

test('a last page with a few rows only is saved by a picture that is a little smaller', () => {
  const tall = (height: number) => slicesOf({ ...picture(500, null), height }, field, 0.5, true);
  expect(tall(2_070)).toMatchObject([{ scale: 1 }, { scale: 1 }, { scale: 1 }]);
  // Each of two breaks repeats 14 rows.
  expect(tall(2_130)).toHaveLength(3);
  expect(tall(2_130)[0]?.scale).toBeLessThan(1);
  expect(tall(2_500)).toHaveLength(4);
});
