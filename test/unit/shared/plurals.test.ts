import { describe, expect, test } from 'vitest';
import { counted, fill } from '../../../shared/language.ts';

describe('a plural is real', () => {
  test('one item, no items, two items, a thousand', () => {
    const text = '{count} {count|item was|items were} stored';
    expect([0, 1, 2, '1', '1,000'].map((count) => fill(text, { count }))).toEqual([
      '0 items were stored',
      '1 item was stored',
      '2 items were stored',
      '1 item was stored',
      '1,000 items were stored',
    ]);
    expect([0, 1, 2].map((count) => counted(count, 'entry', 'entries'))).toEqual(['0 entries', '1 entry', '2 entries']);
  });

  test('page 6, pages 6–9, pages 6, 9', () => {
    const pages = ['6', 6, '12', '2-1', '6–9', '6, 9', '6、9'];
    expect(pages.map((page) => fill('{page:page|pages} {page}', { page }))).toEqual([
      'page 6',
      'page 6',
      'page 12',
      'page 2-1',
      'pages 6–9',
      'pages 6, 9',
      'pages 6、9',
    ]);
  });

  test('a count that is not given stays visible with its words', () => {
    expect(fill('{count} {count|item|items}')).toBe('{count} {count|item|items}');
  });

  test('a value that looks like a place is not filled', () => {
    expect(fill('“{words}” {count|a|b}', { words: '{count|x|y}', count: 1 })).toBe('“{count|x|y}” a');
  });
});
