import { describe, expect, test } from 'vitest';
import { coverOf, isHidden, runsSaying } from '../../../shared/page/redact-words.ts';
import type { TextRun } from '../../../shared/page/text-positions.ts';

const run = (change: Partial<TextRun> = {}): TextRun => ({
  x: 100,
  y: 50,
  width: 200,
  height: 20,
  text: '字',
  ...change,
});
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('a line of which the paint covers a part is taken out of the text whole', () => {
  test.for([
    ['all of it', box(100, 50, 200, 20), true],
    ['half a letter at its end', box(290, 50, 100, 20), true],
    ['half a letter at its beginning', box(0, 50, 110, 20), true],
    ['three columns', box(200, 50, 3, 20), true],
    ['its upper half', box(100, 40, 200, 20), true],
    ['its lower third', box(100, 63, 200, 20), true],
    ['two columns, which are a rounding', box(298, 50, 50, 20), false],
    ['a quarter of its height, which is the neighbour’s line box', box(100, 65, 200, 20), false],
    ['nothing: it ends where the line begins', box(0, 50, 100, 20), false],
    ['nothing: it is below', box(100, 70, 200, 20), false],
    ['nothing: it is above', box(100, 30, 200, 20), false],
  ] as const)('%s', ([, region, hidden]) => {
    expect(isHidden(run(), region)).toBe(hidden);
  });

  test('a line that runs downwards is judged the other way round', () => {
    const down = run({ width: 20, height: 200 });
    expect(isHidden(down, box(100, 247, 20, 50))).toBe(true);
    expect(isHidden(down, box(100, 248, 20, 50))).toBe(false);
    expect(isHidden(down, box(115, 50, 20, 200))).toBe(false);
    expect(isHidden(down, box(114, 50, 20, 200))).toBe(true);
  });

  test('a letter narrower than what is taken for rounding is hidden by more than its half', () => {
    const narrow = run({ width: 2, height: 2 });
    expect(isHidden(narrow, box(101, 50, 9, 9))).toBe(false);
    expect(isHidden(narrow, box(100, 50, 1.5, 9))).toBe(true);
  });
});

describe('what is painted over a line', () => {
  test('is its box, three tenths of a letter beyond its ends and one tenth above and below', () => {
    expect(coverOf(run())).toEqual(box(94, 48, 212, 24));
    expect(coverOf(run({ width: 20, height: 200 }))).toEqual(box(98, 44, 24, 212));
  });

  test('never begins outside the picture', () => {
    expect(coverOf(run({ x: 1, y: 1 }))).toEqual(box(0, 0, 207, 23));
  });
});

describe('the lines that say words', () => {
  const lines = ['电话 138', '0013 8000 转 1', '别的', '１３８００１３８０００'].map((text) => run({ text }));

  test('are all that hold any part of them, however they are broken and spelled, each time they are said', () => {
    expect([...runsSaying(lines, '138-0013-8000')]).toEqual([lines[0], lines[1], lines[3]]);
    expect([...runsSaying(lines, '别的')]).toEqual([lines[2]]);
    expect([...runsSaying([run({ text: '甲甲' })], '甲')]).toHaveLength(1);
  });

  test('are none where nobody says them, or where the words are only signs', () => {
    expect(runsSaying(lines, '139').size).toBe(0);
    expect(runsSaying(lines, ' -·').size).toBe(0);
  });
});
