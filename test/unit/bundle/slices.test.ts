import { describe, expect, test } from 'vitest';
import type { PageBreak } from '../../../shared/page/page-breaks.ts';
import { slicesOf, type TiledPicture } from '../../../shared/plan/pictures/slices.ts';

const picture = (width: number, height: number): TiledPicture => ({
  width,
  height,
  tiles: [],
  breaks: [],
  margins: null,
});
/** 300 by 600 points: a page of 400 px at 0.75 points a pixel is as wide as the field, and 800 px of it fill one page. */
const field = { width: 300, height: 600 };
const rows = (height: number, density = 1, breaks: readonly PageBreak[] = []) =>
  slicesOf(picture(400 * density, height), field, density, true, breaks).map(({ from, to }) => [from, to]);
/** Where the first page ends. */
const ends = (...breaks: readonly PageBreak[]) => rows(1_500, 1, breaks)[0]?.[1];

describe('a long picture is continued from page to page', () => {
  test('where no break is known, the next page repeats 28 CSS pixels, so that a cut line is whole there', () => {
    expect(rows(2_000)).toEqual([
      [0, 800],
      [772, 1_572],
      [1_544, 2_000],
    ]);
    expect(rows(3_000, 2)).toEqual([
      [0, 1_600],
      [1_544, 3_000],
    ]);
  });

  test('at a gap it ends in the middle of it, and repeats nothing', () => {
    expect(rows(1_500, 1, [[760, 781, 0]])).toEqual([
      [0, 770],
      [770, 1_500],
    ]);
    expect(ends([700, 711, 0], [790, 900, 0])).toBe(795);
  });

  test('between comments rather than within one, and between paragraphs rather than lines, within the last third', () => {
    expect(ends([560, 570, 0], [700, 730, 1], [790, 799, 2])).toBe(564);
    expect(ends([500, 530, 0], [700, 731, 1], [790, 799, 2])).toBe(715);
    expect(ends([640, 681, 1], [700, 704, 1], [720, 724, 1], [790, 794, 1])).toBe(660);
  });

  test('where the picture has no gap near the foot, at least between two lines of words', () => {
    const measured: PageBreak[] = [[10, 20, 0]];
    const lines: PageBreak[] = [[740, 751, 0]];
    expect(slicesOf(picture(400, 1_500), field, 1, true, measured, lines)[0]?.to).toBe(745);
  });

  test('where the last page would hold little, it takes more from the page before, which ends at a gap all the same', () => {
    expect(rows(1_000, 1, [[500, 521, 0]])).toEqual([
      [0, 510],
      [510, 1_000],
    ]);
    expect(rows(1_000, 1, [[100, 121, 0]])).toEqual([
      [0, 800],
      [772, 1_000],
    ]);
  });

  test('of gaps that are alike the one nearest to the foot', () => {
    expect(ends([600, 605, 0], [700, 705, 0], [780, 785, 0])).toBe(782);
  });

  test('what has no gap in it goes to the next page whole where it fits there, and is cut where it does not', () => {
    expect(ends([80, 101, 0], [850, 851, 0])).toBe(100);
    expect(ends([80, 101, 0], [950, 951, 0])).toBe(800);
  });

  test('every row stands on a page, whatever the height', () => {
    for (let height = 1; height < 3_000; height += 37) {
      const found = rows(height);
      expect(found[0]?.[0]).toBe(0);
      expect(found.at(-1)?.[1]).toBe(height);
      found.slice(1).forEach(([from], at) => expect(from).toBeLessThanOrEqual(found[at]![1]!));
    }
  });

  test('one that fits on a page is not cut, and is never shown larger than it was', () => {
    expect(rows(800)).toEqual([[0, 800]]);
    expect(rows(870)).toHaveLength(2);
    const [small] = slicesOf(picture(100, 100), field, 1, true);
    expect(small).toMatchObject({ scale: 0.75, left: 112.5 });
    const [wide] = slicesOf(picture(1_200, 100), field, 1, true);
    expect(wide).toMatchObject({ scale: 0.25, left: 0 });
  });

  test('one that is a little taller than a page is made smaller rather than ending on a page of its own', () => {
    expect(slicesOf(picture(400, 860), field, 1, true)).toMatchObject([{ from: 0, to: 860, scale: 600 / 860 }]);
  });

  test('a short end is saved by a smaller picture as far as its text stays at 8 points, and no further', () => {
    const cut = (letters: number | null) =>
      slicesOf(picture(400, 930), field, 1, true, [], [], 0, { x: 0, width: 400, scale: 0.75, letters });
    // 930 rows fit on 600 points at 0.645 points each: 0.86 of 0.75. Letters of 14 px come to 9.03 points, of 12 px to 7.74.
    expect(cut(14)).toMatchObject([{ from: 0, to: 930, scale: 0.75 * 0.86 }]);
    expect(cut(12)).toHaveLength(2);
    expect(cut(null)).toHaveLength(2);
  });

  test('a last page takes more from the one before, but never at the cost of something that the break would part', () => {
    const cut = (parts: number) =>
      slicesOf(picture(400, 900), field, 1, true, [
        [600, 611, parts],
        [780, 791, 0],
      ]).map(({ from, to }) => [from, to]);
    expect(cut(0)).toEqual([
      [0, 605],
      [605, 900],
    ]);
    expect(cut(1)).toEqual([
      [0, 785],
      [785, 900],
    ]);
  });

  test('the first page leaves room for what stands above it, and no row is lost', () => {
    const cut = (opening: number) => slicesOf(picture(400, 1_500), field, 1, true, [], [], opening);
    expect(cut(0)[0]).toMatchObject({ from: 0, to: 800 });
    const [first, second, third] = cut(150); // of 600 points 450: 600 rows of 0.75 points
    expect(first).toMatchObject({ from: 0, to: 600, scale: 0.75 });
    expect(second).toMatchObject({ from: 572, to: 1_372 });
    expect(third).toMatchObject({ to: 1_500 });
    expect(slicesOf(picture(400, 700), field, 1, false, [], [], 150)).toMatchObject([{ to: 700, scale: 450 / 700 }]);
  });

  test('one at most 2.6 times as tall as wide is shown whole on one page where it need not be continued', () => {
    expect(slicesOf(picture(400, 1_040), field, 1, false)).toMatchObject([{ from: 0, to: 1_040, scale: 600 / 1_040 }]);
    expect(slicesOf(picture(400, 1_041), field, 1, false).length).toBeGreaterThan(1);
  });
});
