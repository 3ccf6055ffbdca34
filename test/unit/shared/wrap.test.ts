import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrap } from '../../../shared/plan/wrap.ts';

/** A Chinese character is as wide as two Latin ones. */
const measure = (text: string) => Array.from(text).reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0);

describe('a text broken into lines', () => {
  test.for([
    ['组成员备案（2019-05-05 21:06）', 16, ['组成员备案', '（2019-05-05', '21:06）']],
    ['计算哈希值（fascicle verify 自动完成）。', 20, ['计算哈希值（fascicle', 'verify 自动完成）。']],
    ['被认为是“清算”，停止传播。', 8, ['被认为是', '“清算”，', '停止传', '播。']],
    ['见证据 24第7页', 6, ['见', '证据 2', '4第7页']], // the name of an exhibit is cut only where it alone fills a line
    ['见证据 24，第7页', 8, ['见', '证据 24', '，第7页']],
    ['one two three', 7, ['one two', 'three']],
    ['https://n.example/', 8, ['https://', 'n.exampl', 'e/']],
  ] as const)('%s', ([text, width, lines]) => {
    expect(wrap(text, width, measure)).toEqual(lines);
  });

  const word = fc.constantFrom(
    '证',
    '据',
    '，',
    '（',
    '）',
    '2019-05-05',
    'liquidation',
    'a',
    ' ',
    '。',
    'https://n.example/',
  );
  const texts = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join('').trim());

  test('loses no character but a space at a break, and no line is wider than was said', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 40 }), (text, width) => {
        const lines = wrap(text, width, measure);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('cuts no Latin word that fits a line with what must stand at it', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 34, max: 60 }), (text, width) => {
        const whole = text.match(/[!-~]+/g)?.filter((one) => measure(one) + 8 <= width) ?? [];
        const shown = wrap(text, width, measure).flatMap((line) => line.match(/[!-~]+/g) ?? []);
        const long = (text.match(/[!-~]+/g) ?? []).length === whole.length;
        if (long && !/[（），。]{3}/.test(text)) expect(shown.join(' ')).toBe(whole.join(' '));
      }),
    );
  });

  test('ends where no character fits, or there is no width at all: a character a line', () => {
    for (const width of [1, 0, -5]) expect(wrap('青禾 ab', width, measure).join('').replaceAll(' ', '')).toBe('青禾ab');
  });
});
