import { describe, expect, test } from 'vitest';
import { rowsWithoutWords } from '../../../shared/page/picture/blank-rows.ts';
import { cropWords } from '../../../shared/page/crop-words.ts';
import { around, boxOf, findMarks, findWords, regionsOfWords } from '../../../shared/page/find-words.ts';
import { allWords, pageWordsFile, parseMachineRead, storedPageWords } from '../../../shared/page/page-words.ts';
import type { ItemRecord } from '../../../shared/case/record.ts';
import { positionedWords } from '../../../shared/page/positioned-words.ts';
import { isWithoutWords, wordsOfPageText, type PageText } from '../../../shared/page/page-text.ts';
import {
  mostTextRuns,
  parseTextPositions,
  storedTextPositions,
  type RunLetters,
  type TextRun,
} from '../../../shared/page/text-positions.ts';

const run = (text: string, x = 10, y = 10, width = 40, height = 20): TextRun => ({ x, y, width, height, text });
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('words that are looked for in a picture', () => {
  const lines = [run('青禾 小', 0, 0), run('贷公告', 0, 30), run('无关', 0, 60)];

  test('are framed by each line that holds a part of them, and by no other', () => {
    expect(findWords(lines, '小贷')).toEqual([box(0, 0, 40, 20), box(0, 30, 40, 20)]);
    expect(findWords(lines, '青禾小贷 公告')).toHaveLength(2);
    expect(findWords(lines, '告无')).toEqual([box(0, 30, 40, 20), box(0, 60, 40, 20)]);
    expect(findWords(lines, '青')).toEqual([box(0, 0, 40, 20)]);
  });

  test('said twice, are where they were marked; else where they come first', () => {
    const twice = [run('进入清算', 0, 0), run('无关', 0, 30), run('进入清算', 0, 60)];
    expect(findWords(twice, '清算')).toEqual([box(0, 0, 40, 20)]);
    expect(findWords(twice, '清算', [box(30, 75, 500, 2)])).toEqual([box(0, 60, 40, 20)]);
    expect(findWords(twice, '清算', [box(0, 30, 40, 20), box(40, 60, 9, 9)])).toEqual([box(0, 0, 40, 20)]); // they only touch
    const region = box(0, 60, 5, 5);
    expect(findMarks(twice, [{ kind: 'key', words: '清算', region }])).toEqual([box(0, 60, 40, 20)]);
    expect(findMarks(twice, [{ kind: 'key', words: '并无', region }])).toEqual([region]);
  });

  test('are nowhere where the page does not say them, or where they are only space', () => {
    for (const words of ['清算', '关无', '无关紧要', '  ', '']) expect(findWords(lines, words)).toEqual([]);
  });

  test('a line’s box is the whole pixels that it touches, at least one, never outside the picture', () => {
    expect(boxOf(run('x', 1.2, 3.9, 2.1, 1.1))).toEqual(box(1, 3, 3, 2));
    expect(boxOf(run('x', -3, -0.5, 5, 2))).toEqual(box(0, 0, 2, 2));
    expect(boxOf(run('x', 7, 8, 0, 0))).toEqual(box(7, 8, 1, 1));
  });

  test('one frame around several is the smallest that holds all', () => {
    expect(around([box(5, 20, 10, 10), box(1, 30, 4, 5)])).toEqual(box(1, 20, 14, 15));
    expect(around([box(5, 20, 10, 10)])).toEqual(box(5, 20, 10, 10));
    expect(around([])).toBeNull();
  });
});

describe('words in lines whose letters were measured', () => {
  const line = (text: string, x = 0, y = 0, way: RunLetters['way'] = 'right'): TextRun => ({
    ...run(text, x, y, text.length * 10, 20),
    letters: { way, ink: [0, 0, 0, 0], measures: [0, ...Array.from(text, () => 10)], lengths: null },
  });

  test('are framed by their letters and no others, line by line', () => {
    const lines = [line('青禾 小', 0, 0), line('贷 公告', 0, 30), run('无关', 0, 60)];
    expect(regionsOfWords(lines, '禾小贷')).toEqual([
      { region: box(10, 0, 30, 20), exact: true },
      { region: box(0, 30, 10, 20), exact: true },
    ]);
    expect(regionsOfWords(lines, '告无')).toEqual([
      { region: box(30, 30, 10, 20), exact: true },
      { region: box(0, 60, 40, 20), exact: false },
    ]);
    expect(regionsOfWords(lines, '关无')).toEqual([]);
  });

  test('are framed where they are in lines from right to left, and down a column', () => {
    expect(findWords([line('אבגד', 0, 0, 'left')], 'בג')).toEqual([box(10, 0, 20, 20)]);
    const column = { ...line('竖排的字', 0, 0, 'down'), width: 20, height: 40 };
    expect(findWords([column], '排的')).toEqual([box(0, 10, 20, 20)]);
  });

  test('of two directions are framed in as many pieces as they are shown in', () => {
    const measures = [30, 0, 10, 20, 20, 0, 10, 20, 0, 0, 10, 20, 10, 0, 10, 20];
    const mixed: TextRun = { ...line('אב12'), letters: { way: 'boxes', ink: [0, 0, 0, 0], measures, lengths: null } };
    expect(regionsOfWords([mixed], 'ב1')).toEqual([
      { region: box(20, 0, 10, 20), exact: true },
      { region: box(0, 0, 10, 20), exact: true },
    ]);
  });

  test('are not said to be framed exactly where a box holds more: turned letters, and a letter of several', () => {
    const turned: TextRun = {
      ...line('ab'),
      letters: { way: 'boxes', ink: [0, 0, 0, 0], measures: [0, 0, 9, 8, 5, 6, 7, 8], lengths: null },
    };
    expect(regionsOfWords([turned], 'ab')).toEqual([{ region: box(0, 0, 12, 14), exact: false }]);
    const joined: TextRun = {
      ...line('offi'),
      letters: { way: 'right', ink: [0, 0, 0, 0], measures: [0, 10, 30], lengths: [1, 3] },
    };
    expect(regionsOfWords([joined], 'f')).toEqual([{ region: box(10, 0, 30, 20), exact: false }]);
    expect(regionsOfWords([joined], 'offi')).toEqual([{ region: box(0, 0, 40, 20), exact: true }]);
  });

  test('of a part are the whole letters in it; that the line goes on is counted', () => {
    const part = box(15, 0, 20, 100);
    const cropped = cropWords([line('甲乙丙丁'), line('戊己', 20, 30), line('庚辛', 35, 60)], part);
    expect(cropped.runs.map(({ text, x, y }) => [text, x, y])).toEqual([
      ['丙', 5, 0],
      // The last of its letters is cut in two.
      ['戊', 5, 30],
    ]);
    expect(cropped).toMatchObject({ cut: 0, parted: 2 });
  });
});

describe('words of a part that was cut from a picture', () => {
  const part = box(100, 200, 300, 100);

  test('are the whole lines within it, by their places in the part; those that its edge cuts are only counted', () => {
    const inside = run('内', 110, 210);
    for (const [edge, cut] of [
      [run('左', 80, 210), 1],
      [run('右', 380, 210), 1],
      [run('上', 110, 190), 1],
      [run('下', 110, 290), 1],
      [run('左外', 59, 210), 0],
      [run('右外', 401, 210), 0],
      [run('上外', 110, 179), 0],
      [run('下外', 110, 301), 0],
    ] as const)
      expect([edge.text, cropWords([inside, edge], part)]).toEqual([
        edge.text,
        { runs: [run('内', 10, 10)], cut, parted: 0 },
      ]);
  });

  test('a pixel beyond an edge is how it was drawn, and no cut', () => {
    const along = [run('齐', 99, 199), run('平', 361, 281)];
    expect(cropWords(along, part)).toEqual({ runs: [run('齐', 0, 0), run('平', 261, 81)], cut: 0, parted: 0 });
    expect(cropWords([run('x', 98.9, 210)], part)).toEqual({ runs: [], cut: 1, parted: 0 });
    expect(cropWords([run('x', 361.1, 210), run('y', 110, 281.1), run('z', 110, 198.9)], part).cut).toBe(3);
    // One that reaches in by a pixel only is outside.
    expect(cropWords([run('x', 61, 210), run('y', 399, 210), run('z', 110, 181), run('w', 110, 299)], part)).toEqual({
      runs: [],
      cut: 0,
      parted: 0,
    });
    expect(
      cropWords([run('x', 61.1, 210), run('y', 398.9, 210), run('z', 110, 181.1), run('w', 110, 298.9)], part).cut,
    ).toBe(4);
  });
});

describe('rows where no words stand', () => {
  test('are those between the lines, above the first and below the last, however the lines come', () => {
    const lines = [run('b', 0, 50.5, 9, 10.2), run('a', 0, 10, 9, 10), run('c', 0, 15, 9, 4)];
    expect(rowsWithoutWords(lines, 100)).toEqual([
      [0, 10],
      [20, 50],
      [61, 100],
    ]);
    expect(rowsWithoutWords([run('a', 0, 0, 9, 30), run('b', 0, 30, 9, 70)], 100)).toEqual([]);
    expect(rowsWithoutWords([], 7)).toEqual([[0, 7]]);
    expect(rowsWithoutWords([], 0)).toEqual([]);
  });
});

describe('places of words as they are stored', () => {
  const frame = { origin: { x: 1.5, y: 2 }, elsewhere: ['提示'], unseen: ['暗'] };

  test('are hundredths of a pixel, and come back as they were', () => {
    const stored = storedTextPositions([run('甲', 1.234, 2, 3.456, 4)], false, frame);
    expect(stored).toEqual({
      v: 1,
      unitsPerPixel: 100,
      cut: false,
      runs: [[123, 200, 346, 400, '甲']],
      origin: [150, 200],
      elsewhere: ['提示'],
      unseen: ['暗'],
    });
    expect(parseTextPositions(stored)).toEqual({
      runs: [run('甲', 1.23, 2, 3.46, 4)],
      cut: false,
      origin: { x: 1.5, y: 2 },
      elsewhere: ['提示'],
      unseen: ['暗'],
    });
  });

  test('words left of or above the picture, without size or without letters have no place in it: they are told apart', () => {
    const out = [run('左', -1, 0), run('上', 0, -0.5), run('窄', 0, 0, 0), run('低', 0, 0, 5, 0), run('')];
    const stored = storedTextPositions([run('在', 0, 0, 1, 1), ...out], false, { origin: null, elsewhere: [] });
    expect(stored.runs.map(([, , , , text]) => text)).toEqual(['在']);
    expect(stored.elsewhere).toEqual(['左', '上', '窄', '低']);
    expect('origin' in stored).toBe(false);
    expect('elsewhere' in storedTextPositions(out, false)).toBe(false);
  });

  test('runs that a font draws with other characters are told by their numbers, and come back marked', () => {
    const other = { ...run('13800', 0, 40, 50, 20), otherGlyphs: true };
    const stored = storedTextPositions([run('左', -1, 0), run('价', 0, 0, 20, 20), other], false, frame);
    expect(stored.otherGlyphs).toEqual([1]);
    expect(parseTextPositions(stored).runs.map(({ otherGlyphs }) => otherGlyphs)).toEqual([undefined, true]);
    expect('otherGlyphs' in storedTextPositions([run('价', 0, 0, 20, 20)], false, frame)).toBe(false);
  });

  test('a page of more words than are kept is cut, and says so', () => {
    const many = Array.from({ length: mostTextRuns + 1 }, () => run('x'));
    expect(storedTextPositions(many, false)).toMatchObject({ cut: true, runs: { length: mostTextRuns } });
    expect(storedTextPositions(many.slice(1), false).cut).toBe(false);
    expect(storedTextPositions([], true).cut).toBe(true);
    const [stored] = storedTextPositions([run('字'.repeat(10_001))], false).runs;
    expect(stored?.[4]).toHaveLength(10_000);
  });

  test('of another form are refused', () => {
    const good = storedTextPositions([run('甲')], false);
    for (const change of [
      { v: 2 },
      { v: 3 },
      { unitsPerPixel: 10 },
      { runs: [[-1, 0, 1, 1, 'x']] },
      { runs: [[0.5, 0, 1, 1, 'x']] },
      { runs: [[0, 0, 1, 1, '']] },
      { more: 1 },
    ])
      expect(() => parseTextPositions({ ...good, ...change })).toThrow();
    expect(parseTextPositions(good)).toMatchObject({ origin: null, elsewhere: [] });
  });
});

describe('words that a machine read', () => {
  const pages = new Map([
    [2, [run('甲'), run('乙')]],
    [5, [run('丙')]],
  ]);

  test('are kept by page, in order, and come back so; those of one picture are its page 1', () => {
    expect(allWords(pages)).toEqual(['甲', '乙', '丙']);
    expect(parseMachineRead(pageWordsFile, storedPageWords(pages))).toEqual(pages);
    expect(parseMachineRead('machine-read.json', storedTextPositions([run('甲')], false))).toEqual(
      new Map([[1, [run('甲')]]]),
    );
    expect(() => parseMachineRead(pageWordsFile, { v: 1, pages: [{ page: 0, words: {} }] })).toThrow();
  });
});

describe('the text of a file', () => {
  const text = (change: Partial<PageText>): PageText => ({
    v: 1,
    fields: [],
    notes: [],
    body: '',
    attachments: [],
    head: '',
    ...change,
  });

  test('may be called empty only where that was established', () => {
    expect(isWithoutWords(text({}))).toBe(true);
    expect(isWithoutWords(text({ absent: 'none', head: 'From: a' }))).toBe(true);
    expect(isWithoutWords(text({ absent: 'not-read' }))).toBe(false);
    expect(isWithoutWords(text({ head: 'From: a' }))).toBe(false);
    expect(isWithoutWords(text({ fields: [{ name: 'From', value: 'a' }] }))).toBe(false);
  });

  test('is searched in its fields, its body and its HTML', () => {
    expect(wordsOfPageText(text({ fields: [{ name: 'From', value: '甲' }], body: '乙', html: '丙' }))).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
    expect(wordsOfPageText(text({ body: '乙' }))).toEqual(['乙']);
  });
});

describe('words over the picture that they belong to', () => {
  const record = (change: object = {}) =>
    ({
      kind: 'capture',
      view: { width: 400, scale: 2 },
      picture: { width: 800, height: 1_000, overlap: 0 },
      ...change,
    }) as unknown as ItemRecord;
  const stored = (runs: readonly TextRun[], origin: { x: number; y: number } | null = null) =>
    storedTextPositions(runs, false, { origin, elsewhere: ['提示'] });

  test('stand in device pixels; what reaches beyond it by more than a pixel has no place', () => {
    const found = positionedWords(
      record(),
      stored([
        run('甲', 10, 20, 30, 40),
        run('右', 390, 0, 11, 9),
        run('下', 0, 490, 9, 11),
        run('边', 0, 490, 400, 10),
      ]),
    );
    expect(found).toEqual({
      runs: [run('甲', 20, 40, 60, 80), run('边', 0, 980, 800, 20)],
      elsewhere: ['提示', '右', '下'],
      framed: true,
      cut: false,
    });
  });

  test('have no place where it is not known where the picture begins and it is wider than the window', () => {
    const wide = { picture: { width: 801, height: 1_000, overlap: 0 } };
    expect(positionedWords(record(wide), stored([run('甲')]))).toEqual({
      runs: [],
      elsewhere: ['提示', '甲'],
      framed: false,
      cut: false,
    });
    expect(positionedWords(record(wide), stored([run('甲')], { x: 0, y: 0 })).framed).toBe(true);
    expect(positionedWords(record({ region: {} }), stored([run('甲')])).framed).toBe(false);
    expect(positionedWords(record({ picture: null }), stored([run('甲')]))).toMatchObject({
      framed: true,
      runs: [run('甲')],
    });
  });
});
