import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aroundBoxes, lettersOf, piecesOf, scaledRun } from '../../../shared/page/letters.ts';
import {
  parseTextPositions,
  storedTextPositions,
  type RunLetters,
  type TextRun,
} from '../../../shared/page/text-positions.ts';

const none = [0, 0, 0, 0] as const;
const run = (text: string, letters: Partial<RunLetters> = {}, change: Partial<TextRun> = {}): TextRun => ({
  x: 100,
  y: 50,
  width: 60,
  height: 20,
  text,
  letters: { way: 'right', ink: none, measures: [0, 10, 20, 30], lengths: null, ...letters },
  ...change,
});
const unmeasured = (text: string): TextRun => ({ x: 100, y: 50, width: 60, height: 20, text });
const boxes = (one: TextRun) => lettersOf(one)?.map(({ x, y, width, height }) => [x, y, width, height]);

describe('where the letters of a run stand', () => {
  test('follows from their advances, whichever way the run goes', () => {
    expect(boxes(run('abc'))).toEqual([
      [100, 50, 10, 20],
      [110, 50, 20, 20],
      [130, 50, 30, 20],
    ]);
    expect(boxes(run('אבג', { way: 'left' }))).toEqual([
      [150, 50, 10, 20],
      [130, 50, 20, 20],
      [100, 50, 30, 20],
    ]);
    const column = { width: 20, height: 60 };
    expect(boxes(run('竖排字', { way: 'down' }, column))).toEqual([
      [100, 50, 20, 10],
      [100, 60, 20, 20],
      [100, 80, 20, 30],
    ]);
    expect(boxes(run('竖排字', { way: 'up' }, column))).toEqual([
      [100, 100, 20, 10],
      [100, 80, 20, 20],
      [100, 50, 20, 30],
    ]);
  });

  test('begins where the first is, which may be beyond the run’s edge', () => {
    expect(boxes(run('ab', { measures: [5, 10, 20] }))).toEqual([
      [105, 50, 10, 20],
      [115, 50, 20, 20],
    ]);
    expect(boxes(run('ab', { way: 'left', measures: [5, 10, 20] }))).toEqual([
      [145, 50, 10, 20],
      [125, 50, 20, 20],
    ]);
  });

  test('is a box of its own for each of a turned line, and one for what one glyph draws', () => {
    expect(boxes(run('ab', { way: 'boxes', measures: [0, 0, 9, 8, 5, 6, 7, 8] }))).toEqual([
      [100, 50, 9, 8],
      [105, 56, 7, 8],
    ]);
    const letters = lettersOf(run('o\ufb03ffi👍', { measures: [0, 1, 2, 3, 4], lengths: [1, 1, 3, 2] }));
    expect(letters?.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 2],
      [2, 5],
      [5, 7],
    ]);
  });

  test('is not known of a run that was not measured', () => {
    const whole = unmeasured('abc');
    expect(lettersOf(whole)).toBeNull();
    expect(piecesOf(whole, () => true)).toEqual([]);
    expect('letters' in scaledRun(whole, 2)).toBe(false);
  });
});

describe('a run of which letters are taken out', () => {
  test('is the pieces that are left, each with its own box and letters', () => {
    const [before, after, ...more] = piecesOf(run('abc'), (_, at) => at !== 1);
    expect(more).toEqual([]);
    expect(before).toEqual(run('a', { measures: [0, 10] }, { width: 10 }));
    expect(after).toEqual(run('c', { measures: [0, 30] }, { x: 130, width: 30 }));
    expect(piecesOf(run('abc'), () => false)).toEqual([]);
    expect(piecesOf(run('abc'), () => true)).toEqual([run('abc')]);
  });

  test('leaves every letter where it was, whichever way the run goes', () => {
    const way = fc.constantFrom('right', 'left', 'down', 'up', 'boxes' as const);
    const sizes = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 3 })), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(way, sizes, fc.integer({ min: 0, max: 511 }), (one, some, bits) => {
        const lengths = some.map(([, length]) => length);
        const text = some.map(([, length], at) => String(at).repeat(length)).join('');
        const total = some.reduce((sum, [advance]) => sum + advance, 0);
        const measures =
          one === 'boxes'
            ? some.flatMap(([size], at) => [at, size, size, 1])
            : [0, ...some.map(([advance]) => advance)];
        const whole: TextRun = {
          x: 7,
          y: 9,
          width: total,
          height: total,
          text,
          letters: { way: one, ink: none, measures, lengths },
        };
        const kept = (at: number) => ((bits >> at) & 1) === 1;
        const wanted = lettersOf(whole)!.flatMap((letter, at) =>
          kept(at) ? [[text.slice(letter.from, letter.to), letter.x, letter.y, letter.width]] : [],
        );
        const found = piecesOf(whole, (_, at) => kept(at)).flatMap((piece) =>
          lettersOf(piece)!.map((letter) => [
            piece.text.slice(letter.from, letter.to),
            letter.x,
            letter.y,
            letter.width,
          ]),
        );
        expect(found).toEqual(wanted);
      }),
    );
  });

  test('the box around some is the smallest that holds all', () => {
    expect(
      aroundBoxes([
        { x: 5, y: 20, width: 10, height: 10 },
        { x: 1.5, y: 30, width: 4, height: 5 },
      ]),
    ).toEqual({ x: 1.5, y: 20, width: 13.5, height: 15 });
  });
});

describe('letters as they are stored', () => {
  test('are version 2 where one run has them, and come back; a run without is told apart', () => {
    const whole = unmeasured('甲乙丙');
    const measured = run('abc', { ink: [1, 2, 3.25, 4], measures: [0.5, 10, 20.25, 29.25] });
    const stored = storedTextPositions([whole, measured], false);
    expect(stored).toEqual({
      v: 2,
      unitsPerPixel: 100,
      cut: false,
      runs: [
        [10000, 5000, 6000, 2000, '甲乙丙'],
        [10000, 5000, 6000, 2000, 'abc'],
      ],
      letters: [null, ['right', [100, 200, 325, 400], [50, 1000, 2025, 2925], []]],
    });
    expect(parseTextPositions(stored).runs).toEqual([whole, measured]);
    expect(storedTextPositions([whole], false).v).toBe(1);
  });

  test('of one letter that has two code units are one letter still', () => {
    const face = run('👍', { measures: [0, 20], lengths: [2] }, { width: 20 });
    expect(parseTextPositions(storedTextPositions([face], false)).runs).toEqual([face]);
  });

  test('lie within a hundredth of a pixel of where they were, however long the line is', () => {
    const third = Array.from({ length: 900 }, () => 10 / 3);
    const long = run('字'.repeat(900), { measures: [0, ...third] }, { width: 3000 });
    const [back] = parseTextPositions(storedTextPositions([long], false)).runs;
    expect(Math.abs(lettersOf(back!)!.at(-1)!.x - (100 + 899 * (10 / 3)))).toBeLessThan(0.01);
  });

  test('twice as large are twice as far', () => {
    expect(scaledRun(run('abc', { ink: [1, 2, 3, 4], lengths: [1, 1, 1] }), 2)).toEqual(
      run(
        'abc',
        { ink: [2, 4, 6, 8], measures: [0, 20, 40, 60], lengths: [1, 1, 1] },
        { x: 200, y: 100, width: 120, height: 40 },
      ),
    );
  });

  test('of a line longer than is kept are not kept: its text is cut', () => {
    const long = run('字'.repeat(10_001), { measures: [0, ...Array.from({ length: 10_001 }, () => 1)] });
    expect(storedTextPositions([long], false).v).toBe(1);
  });

  test('that are not as many as the text has are refused', () => {
    const good = storedTextPositions([run('abc')], false);
    const ink = [0, 0, 0, 0];
    expect(() => parseTextPositions(good)).not.toThrow();
    for (const letters of [
      [],
      [null, null],
      [['right', ink, [0, 10, 20], []]],
      [['right', ink, [0, 10, 20], [1, 1]]],
      [['boxes', ink, [0, 10, 20, 30], []]],
      [['right', ink, [0, 10, 20, -30], []]],
      [['right', ink, [0, 10], [3.5]]],
      [['round', ink, [0, 10, 20, 30], []]],
    ])
      expect(() => parseTextPositions({ ...good, letters })).toThrow();
    expect(parseTextPositions({ ...good, letters: [['right', ink, [0, 10], [3]]] }).runs).toHaveLength(1);
  });
});
