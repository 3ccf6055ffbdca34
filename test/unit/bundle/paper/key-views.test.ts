import { describe, expect, test } from 'vitest';
import { keyViews, scaleOfViews } from '../../../../electron/bundle/pages/exhibit/key-views.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';

const run = (text: string, x: number, y: number, width: number, height = 20): TextRun => ({
  text,
  x,
  y,
  width,
  height,
});
const room = { width: 500, height: 400 };

/** What is shown of a picture of 1,000 by 2,000 pixels for the words of a box, a page of a density of 1. */
function viewsOf(runs: readonly TextRun[], box: readonly [number, number, number, number], words: string | undefined) {
  const [x, y, width, height] = box;
  const picture = { width: 1_000, height: 2_000, tiles: [], breaks: [], margins: null };
  const regions = [{ x, y, width, height }];
  const mark = { kind: 'key' as const, ...(words !== undefined && { words }) };
  const part = { mark, picture, piece: null, regions, wider: false, runs };
  return keyViews(part, 1, room, 0.75).map((view) => [view.x, view.y, view.width, view.height]);
}

/** An outlet at the top, a headline with the day below it, a menu, far below the words between two lines of their paragraph. */
const page = [
  run('晨报', 100, 20, 60),
  run('某公司进入清算程序', 100, 300, 400, 40),
  run('2019-05-06 08:10', 100, 350, 150),
  run('菜单', 800, 700, 40),
  run('据消息称，该公司于昨日', 100, 1_000, 300),
  run('已经进入清算程序，多家', 100, 1_024, 300),
  run('商户表示尚未接到通知。', 100, 1_048, 300),
  run('另一段与此无关的文字。', 100, 1_120, 300),
];

describe('a key page shows', () => {
  test('outlet, headline and day above the paragraph that says the words, no line cut, and nothing else', () => {
    // 8 pixels, four tenths of a line, stand around each; above the day they are those between it and its headline, which are one part.
    expect(viewsOf(page, [140, 1_024, 120, 20], '进入清算程序')).toEqual([
      [92, 12, 76, 36],
      [92, 292, 416, 86],
      [92, 992, 316, 84],
    ]);
  });

  test('the whole row of a table, with what stands beside the words', () => {
    const row = [run('某公司', 50, 500, 100), run('清算信息', 200, 500, 100), run('已清算', 400, 500, 100)];
    expect(viewsOf(row, [400, 500, 100, 20], '已清算')).toEqual([[42, 492, 466, 36]]);
  });

  test('of a line that is too wide as much as is legible, no letter cut, and the words', () => {
    const wide = [run('一', 0, 500, 300), run('二', 300, 500, 300), run('三', 600, 500, 300), run('四', 900, 500, 100)];
    // 500 points at 11 points a line of 20 pixels are 909 pixels: around the words, up to where a run ends.
    expect(viewsOf(wide, [600, 500, 300, 20], '三')).toEqual([[300, 492, 700, 36]]);
  });

  test('where no words were measured, 48 pixels around what was marked', () => {
    expect(viewsOf([], [100, 100, 50, 20], undefined)).toEqual([[52, 52, 146, 116]]);
    expect(viewsOf([], [980, 1_990, 50, 20], undefined)).toEqual([[932, 1_942, 68, 58]]);
  });

  test('parts that are too many for the page without those in the middle, never without the words', () => {
    const many = [
      ...Array.from({ length: 12 }, (_, at) => run('大标题', 50, 100 + at * 120, 900, 60)),
      run('词句', 50, 1_900, 100),
    ];
    const views = viewsOf(many, [50, 1_900, 100, 20], '词句');
    expect(views.length).toBeLessThanOrEqual(4);
    expect(views.at(-1)).toEqual([42, 1_892, 116, 36]);
    expect(views[0]?.[1]).toBe(92);
  });
});

test('the parts of a key page are as large as all have room for, and no larger than they may be', () => {
  const view = (width: number, height: number) => ({ x: 0, y: 0, width, height });
  expect(scaleOfViews([view(250, 10)], room, 1.5)).toBe(1.5);
  expect(scaleOfViews([view(1_000, 10)], room, 1.5)).toBe(0.5);
  expect(scaleOfViews([view(10, 400), view(10, 384)], room, 1.5)).toBe(0.5); // 400 points less 8 between them, for 784 rows
});
