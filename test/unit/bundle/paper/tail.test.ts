import { expect, test } from 'vitest';
import { layoutOf } from '../../../../electron/bundle/layout.ts';
import { flow, gap, type Block } from '../../../../electron/bundle/pages/blocks/flow.ts';
import { profileNamed } from '../../../fixtures/bundle-options.ts';

const { portrait } = layoutOf(profileNamed('england-wales'));
const row = (height: number, keepsWithNext = false): Block => ({ height, keepsWithNext, draw: () => undefined });

test('no last page holds a row only, whatever the number of rows and their height; none is lost and order stays', () => {
  for (let count = 30; count <= 160; count++)
    for (const height of [11, 23, 37]) {
      const rows = Array.from({ length: count }, () => row(height));
      const pages = flow(rows, portrait, row(20));
      const shown = pages.flatMap((page, at) => (at === 0 ? page : page.slice(1)));
      expect(shown).toEqual(rows);
      if (pages.length > 1) expect((pages.at(-1)?.length ?? 0) - 1, `${count} rows of ${height}`).toBeGreaterThan(3);
    }
});

test('what is kept together is moved together, or not at all', () => {
  const kept = [row(30, true), gap(6), row(40, true), row(30)];
  for (let count = 20; count <= 70; count++) {
    const pages = flow([...Array.from({ length: count }, () => row(23)), ...kept, row(20)], portrait);
    const [first] = kept;
    const holder = pages.find((page) => first && page.includes(first));
    expect(kept.every((one) => holder?.includes(one))).toBe(true);
  }
});

test('a block as tall as a page is not moved', () => {
  const pages = flow([row(600), row(20)], portrait);
  expect(pages.map((page) => page.length)).toEqual([2]);
  expect(flow([row(700), row(100)], portrait).map((page) => page.length)).toEqual([1, 1]);
});
