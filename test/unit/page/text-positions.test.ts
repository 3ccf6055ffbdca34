import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseTextPositions } from '../../../shared/page/text-positions.ts';

const ink = [0, 0, 0, 0];
const first = { v: 1, unitsPerPixel: 100, cut: false, runs: [[100, 200, 300, 400, 'ab']] };
const second = { ...first, v: 2, letters: [['right', ink, [0, 100, 200], []]] };

test('words with places are read as they are stored, whatever is left out', () => {
  expect(parseTextPositions(first)).toEqual({
    cut: false,
    origin: null,
    elsewhere: [],
    unseen: [],
    runs: [{ x: 1, y: 2, width: 3, height: 4, text: 'ab' }],
  });
  const all = { ...second, origin: [50, 0], elsewhere: ['away', ''], unseen: ['hidden'], otherGlyphs: [0], cut: true };
  expect(parseTextPositions(all)).toEqual({
    cut: true,
    origin: { x: 0.5, y: 0 },
    elsewhere: ['away', ''],
    unseen: ['hidden'],
    runs: [
      {
        x: 1,
        y: 2,
        width: 3,
        height: 4,
        text: 'ab',
        letters: { way: 'right', ink: [0, 0, 0, 0], measures: [0, 1, 2], lengths: null },
        otherGlyphs: true,
      },
    ],
  });
  expect(parseTextPositions({ ...second, letters: [null] }).runs[0]).not.toHaveProperty('letters');
  expect(parseTextPositions({ ...first, runs: [] }).runs).toEqual([]);
});

/** Each differs in one thing from a file of ours. */
const broken: Readonly<Record<string, unknown>> = {
  'a text': 'words',
  nothing: null,
  'a list': [first],
  'a version of later': { ...second, v: 3 },
  'no version': { ...first, v: undefined },
  'another unit': { ...first, unitsPerPixel: 10 },
  'cut, in words': { ...first, cut: 'no' },
  'a key more': { ...first, scale: 2 },
  'letters in version 1': { ...second, v: 1 },
  'no letters in version 2': { ...first, v: 2 },
  'no runs': { ...first, runs: undefined },
  'a run of four': { ...first, runs: [[1, 2, 3, 'ab']] },
  'a run of six': { ...first, runs: [[1, 2, 3, 4, 'ab', 5]] },
  'a run left of the picture': { ...first, runs: [[-1, 2, 3, 4, 'ab']] },
  'a run at half a unit': { ...first, runs: [[1, 2.5, 3, 4, 'ab']] },
  'a run too wide to count': { ...first, runs: [[1, 2, 2 ** 53, 4, 'ab']] },
  'a height in words': { ...first, runs: [[1, 2, 3, '4', 'ab']] },
  'a run without text': { ...first, runs: [[1, 2, 3, 4, '']] },
  'a run whose text is a number': { ...first, runs: [[1, 2, 3, 4, 5]] },
  'a run too long': { ...first, runs: [[1, 2, 3, 4, 'a'.repeat(10_001)]] },
  'one run that is none': { ...first, runs: [...first.runs, null] },
  'fewer letters than runs': { ...second, letters: [] },
  'more letters than runs': { ...second, letters: [null, null] },
  'letters of no way': { ...second, letters: [['up and down', ink, [0, 100, 200], []]] },
  'letters of three': { ...second, letters: [['right', ink, [0, 100, 200]]] },
  'ink on three sides': { ...second, letters: [['right', [0, 0, 0], [0, 100, 200], []]] },
  'ink below nothing': { ...second, letters: [['right', [0, 0, 0, -1], [0, 100, 200], []]] },
  'a measure missing': { ...second, letters: [['right', ink, [0, 100], []]] },
  'a measure below nothing': { ...second, letters: [['right', ink, [0, 100, -200], []]] },
  'boxes of three': { ...second, letters: [['boxes', ink, [0, 0, 1, 1, 0, 0, 1], []]] },
  'a letter of no length': { ...second, letters: [['right', ink, [0, 1, 2, 3], [1, 1, 0]]] },
  'letters shorter than the text': { ...second, letters: [['right', ink, [0, 100], [1]]] },
  'an origin of three': { ...first, origin: [0, 0, 0] },
  'an origin that is nothing': { ...first, origin: null },
  'numbers elsewhere': { ...first, elsewhere: [1] },
  'a text for many unseen': { ...first, unseen: 'hidden' },
  'half a run of other glyphs': { ...first, otherGlyphs: [0.5] },
};

test.each(Object.entries(broken))('%s is refused, by the schema', (_, stored) => {
  // As a file has it: what is undefined is not there.
  const read = JSON.parse(JSON.stringify(stored)) as unknown;
  expect(() => parseTextPositions(read)).toThrow(z.ZodError);
});

test('a hole among runs is refused', () => {
  const runs: unknown[] = [...first.runs];
  runs.length = 2;
  expect(() => parseTextPositions({ ...first, runs })).toThrow(z.ZodError);
});

test('whatever a file holds, it is read to runs of numbers and texts, or refused', () => {
  const value = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.string(),
    fc.constant(null),
    fc.boolean(),
    fc.array(fc.integer()),
  );
  const key = fc.constantFrom(
    'v',
    'unitsPerPixel',
    'cut',
    'runs',
    'letters',
    'origin',
    'elsewhere',
    'otherGlyphs',
    'x',
  );
  fc.assert(
    fc.property(key, value, fc.constantFrom(first, second), (name, other, file) => {
      try {
        const { runs, cut } = parseTextPositions({ ...file, [name]: other });
        expect(typeof cut).toBe('boolean');
        for (const { x, y, width, height, text } of runs)
          expect([x, y, width, height].every((one) => one >= 0) && text.length > 0).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(z.ZodError);
      }
    }),
  );
});
