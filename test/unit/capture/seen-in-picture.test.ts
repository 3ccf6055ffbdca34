import { expect, test } from 'vitest';
import { seenNotInPicture } from '../../../electron/capture/picture/seen-in-picture.ts';

const block = (text: string, y: number) => ({ text, x: 10, y, width: 300, height: 40 });
const gone = (...given: Parameters<typeof seenNotInPicture>) => seenNotInPicture(...given).map(({ text }) => text);
const origin = { x: 0, y: 0 };

test('a block is gone where neither the text nor a word in the picture says it, and nothing stands in its place', () => {
  const seen = [block('第一条', 0), block('第二条', 400), block('第三条', 800)];
  expect(gone(seen, '第一条', { runs: [block('第三条', 40)], origin })).toEqual(['第二条']);
});

test('words that only changed where they stood are not gone', () => {
  const seen = [block('12:00:01', 0), block('加载中', 400)];
  const runs = [{ text: '12:00:09', x: 12, y: 10, width: 60, height: 16 }];
  expect(gone(seen, '12:00:09', { runs, origin })).toEqual(['加载中']);
});

test('other letters and spaces of a style sheet are the same words', () => {
  const seen = [block('Read more  now', 0), block('soft\u00adhyphen', 400)];
  expect(gone(seen, 'READ MORE\nNOW softhyphen', { runs: [], origin })).toEqual([]);
});

test('places are compared in the picture, which begins where one can scroll to', () => {
  const seen = [{ text: '旧', x: -2_700, y: 0, width: 100, height: 40 }];
  const runs = [{ text: '新', x: 20, y: 10, width: 20, height: 20 }];
  expect(gone(seen, '新', { runs, origin: { x: 2_720, y: 0 } })).toEqual([]);
  expect(gone(seen, '新', { runs, origin })).toEqual(['旧']);
});
