import { describe, expect, test } from 'vitest';
import { slicesOf, type TiledPicture } from '../../../shared/plan/slices.ts';

const picture = (width: number, height: number): TiledPicture => ({ width, height, tiles: [] });
/** 300 by 600 points: a page of 400 px at 0.75 points a pixel is as wide as the field, and 800 px of it fill one page. */
const field = { width: 300, height: 600 };
const rows = (height: number, density = 1, blank: readonly (readonly [number, number])[] = []) =>
  slicesOf(picture(400 * density, height), field, density, true, blank).map(({ from, to }) => [from, to]);

describe('a long picture is continued from page to page', () => {
  test('where no blank row is near the break, the next page repeats 28 CSS pixels, so that a cut line is whole there', () => {
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

  test('at a blank stretch it ends in the middle of it, and repeats nothing', () => {
    expect(rows(1_500, 1, [[760, 780]])).toEqual([
      [0, 770],
      [770, 1_500],
    ]);
    expect(
      rows(1_500, 1, [
        [700, 720],
        [790, 900],
      ]),
    ).toEqual([
      [0, 795],
      [795, 1_500],
    ]);
  });

  test('a blank stretch farther up than a fifth of the page is too far: the page is filled and rows are repeated', () => {
    expect(rows(1_500, 1, [[600, 640]])[0]).toEqual([0, 800]);
    expect(rows(1_500, 1, [[600, 644]])[0]).toEqual([0, 642]);
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
    expect(rows(801)).toHaveLength(2);
    const [small] = slicesOf(picture(100, 100), field, 1, true);
    expect(small).toMatchObject({ scale: 0.75, left: 112.5 });
    const [wide] = slicesOf(picture(1_200, 100), field, 1, true);
    expect(wide).toMatchObject({ scale: 0.25, left: 0 });
  });

  test('one at most 2.6 times as tall as wide is shown whole on one page where it need not be continued', () => {
    expect(slicesOf(picture(400, 1_040), field, 1, false)).toMatchObject([{ from: 0, to: 1_040, scale: 600 / 1_040 }]);
    expect(slicesOf(picture(400, 1_041), field, 1, false).length).toBeGreaterThan(1);
  });
});
