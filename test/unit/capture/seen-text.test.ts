import { expect, test } from 'vitest';
import { seenText } from '../../../electron/capture/page/seen-text.ts';

const run = (text: string) => ({ text, x: 0, y: 0, width: 10, height: 10 });

test('a page reads by its lines, and words that nobody sees leave neither a trace nor a gap closed', () => {
  const hidden = run('看不见');
  const words = {
    runs: [run('标题'), run('two'), hidden, run('words'), run('pre\n')],
    elsewhere: ['第3条'],
    order: [
      [0, 0],
      [4, 1],
      [3, 2],
      [1, 3],
      [0, -1],
      [2, 4],
    ] as const,
  };
  expect(seenText(words, (one) => (one === hidden ? [] : [one]))).toBe('标题\n\ntwo\nwords第3条\tpre');
  expect(seenText(words, (one) => [one])).toBe('标题\n\ntwo\n看不见 words第3条\tpre');
  expect(seenText({ runs: [], elsewhere: [], order: [] }, (one) => [one])).toBe('');
});
