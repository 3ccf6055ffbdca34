import { expect, test } from 'vitest';
import { numbersOf } from '../../../../electron/bundle/pages/statements/certificate-paths.ts';

const said = (...numbers: readonly string[]) =>
  numbersOf(
    numbers.map((number) => ({ number })),
    'en',
  );

test('numbers of exhibits stand in their own order, as ranges, where they are plain', () => {
  expect(said('23', '1', '5', '24', '3', '4', '25', '26')).toBe('1, 3–5, 23–26');
  expect(said('2', '1')).toBe('1, 2');
  expect(said('1', '10', '9')).toBe('1, 9, 10');
});

test('numbers of another form stand as they were arranged', () => {
  expect(said('B-1', 'A-1', '2')).toBe('B-1, A-1, 2');
});
