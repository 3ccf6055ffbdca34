import { describe, expect, test } from 'vitest';
import { coverOf, coversOf, isHidden, lettersSaying, runsLeft, wholeLines } from '../../../shared/page/redact-words.ts';
import type { RunLetters, TextRun } from '../../../shared/page/text-positions.ts';

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

/** Letters of ten pixels each, from 100 on. */
const measured = (text: string, change: Partial<TextRun> = {}, ink: RunLetters['ink'] = [0, 0, 0, 0]): TextRun => ({
  ...run({ text, width: text.length * 10 }),
  letters: { way: 'right', ink, measures: [0, ...Array.from(text, () => 10)], lengths: null },
  ...change,
});

describe('what says words', () => {
  const lines = ['电话 138', '0013 8000 转 1', '别的', '１３８００１３８０００'].map((text) => run({ text }));

  test('are all lines that hold any part of them, however they are broken and spelled, each time they are said', () => {
    expect([...lettersSaying(lines, ['138-0013-8000']).keys()]).toEqual([lines[0], lines[1], lines[3]]);
    expect([...lettersSaying(lines, ['别的'])]).toEqual([[lines[2], null]]);
    expect([...lettersSaying([run({ text: '甲甲' })], ['甲'])]).toHaveLength(1);
    expect(wholeLines(lettersSaying(lines, ['别的', '139', '转']))).toBe(2);
  });

  test('is nothing where nobody says them, or where the words are only signs', () => {
    expect(lettersSaying(lines, ['139']).size).toBe(0);
    expect(lettersSaying(lines, [' -·']).size).toBe(0);
  });

  test('are their letters where these were measured, with the signs between them and no others', () => {
    const line = measured('-电 1-3 8-的');
    expect([...lettersSaying([line], ['138'])]).toEqual([[line, new Set([3, 4, 5, 6, 7])]]);
    expect([...lettersSaying([line], ['电', '的'])]).toEqual([[line, new Set([1, 9])]]);
    expect(wholeLines(lettersSaying([line], ['138']))).toBe(0);
  });

  test('go over lines that were measured and lines that were not', () => {
    const [before, after] = [measured('号 13 '), run({ text: '8 完' })];
    expect([...lettersSaying([before, after], ['138'])]).toEqual([
      [before, new Set([2, 3, 4])],
      [after, null],
    ]);
  });

  test('take a letter whole of which they are a part: what one glyph draws is not cut', () => {
    const office = measured('office', {
      letters: { way: 'right', ink: [0, 0, 0, 0], measures: [0, 10, 30, 10, 10], lengths: [1, 3, 1, 1] },
    });
    expect([...lettersSaying([office], ['i'])]).toEqual([[office, new Set([1])]]);
    expect([...lettersSaying([measured('\ufb03x')], ['f'])]).toMatchObject([[{}, new Set([0])]]);
  });
});

describe('what is painted over letters', () => {
  test('is their boxes, the ink that reaches out of them and a pixel of shade', () => {
    const line = measured('电话138完', {}, [1, 2, 3, 4]);
    expect(coversOf(lettersSaying([line], ['138']))).toEqual([box(118, 47, 36, 28)]);
    expect(coversOf(lettersSaying([line], ['电', '完']))).toEqual([box(98, 47, 16, 28), box(148, 47, 16, 28)]);
  });

  test('is one box for each letter of a turned line', () => {
    const turned = measured('ab', {
      letters: { way: 'boxes', ink: [0, 0, 0, 0], measures: [0, 0, 9, 8, 5, 6, 7, 8], lengths: null },
    });
    expect(coversOf(lettersSaying([turned], ['ab']))).toEqual([box(99, 49, 11, 10), box(104, 55, 9, 10)]);
  });
});

describe('the words that are left', () => {
  const texts = (runs: readonly TextRun[]) => runs.map(({ text, x }) => [text, x]);

  test('are all others, at their places', () => {
    const lines = [measured('电话138完'), run({ text: '未测 138', y: 90 }), run({ text: '下一行', y: 120 })];
    expect(texts(runsLeft(lines, lettersSaying(lines, ['138']), []))).toEqual([
      ['电话', 100],
      ['完', 150],
      ['下一行', 100],
    ]);
    expect(runsLeft(lines, new Map(), [])).toEqual(lines);
    // One that nothing touches keeps its own box, also where its letters do not fill it.
    const indented = measured('ab', {
      letters: { way: 'right', ink: [0, 0, 0, 0], measures: [5, 10, 10], lengths: null },
    });
    expect(runsLeft([indented], new Map(), [box(0, 500, 10, 10)])).toEqual([indented]);
  });

  test('are without letters of which a drawn place hides a quarter or more, and without lines that were not measured', () => {
    const lines = [measured('甲乙丙丁'), run({ text: '未测', y: 90 })];
    expect(texts(runsLeft(lines, new Map(), [box(112, 40, 10, 70)]))).toEqual([
      ['甲', 100],
      ['丙丁', 120],
    ]);
    expect(runsLeft(lines, new Map(), [box(113, 40, 40, 15)])).toEqual(lines); // a quarter of its height
    expect(runsLeft(lines, new Map(), [box(90, 40, 12.5, 40)])).toEqual(lines);
  });

  test('are without a letter of another line that the ink of the words reaches over', () => {
    const lines = [measured('甲乙'), measured('丙丁', { y: 70 }), run({ text: '未测', y: 75 })];
    const inked = [measured('甲乙', {}, [0, 0, 0, 10]), ...lines.slice(1)];
    expect(texts(runsLeft(lines, lettersSaying(lines, ['甲']), []))).toEqual([
      ['乙', 110],
      ['丙丁', 100],
      ['未测', 100],
    ]);
    expect(texts(runsLeft(inked, lettersSaying(inked, ['甲']), []))).toEqual([
      ['乙', 110],
      ['丁', 110],
      ['未测', 100],
    ]);
  });
});
