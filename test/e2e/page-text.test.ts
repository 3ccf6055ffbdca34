import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseTextPositions } from '../../shared/page/text-positions.ts';
import { captured } from '../fixtures/capture-room.ts';
import { openSite, type Site } from '../fixtures/site/site.ts';
import { wordsHidden, wordsShown } from '../fixtures/site/words-page.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test('every visible word is recorded where it stands, and no word that nobody sees', async () => {
  const done = await captured(`${site.origin}/words`, {
    view: { device: 'desktop', width: 1280, height: 900, scale: 2 },
  });
  const { runs, cut } = parseTextPositions(JSON.parse(Buffer.from(done.bytes('text-positions.json')).toString()));
  expect(cut).toBe(false);
  for (const [words, x, y] of wordsShown) {
    const run = runs.find(({ text }) => text.startsWith(words));
    expect(run, words).toBeDefined();
    expect(Math.abs((run?.x ?? 0) - x), words).toBeLessThanOrEqual(1);
    expect(Math.abs((run?.y ?? 0) - y), words).toBeLessThanOrEqual(3); // a line box is a little higher than its glyphs
  }
  for (const words of wordsHidden) expect(runs.filter(({ text }) => text.includes(words))).toEqual([]);
  // A paragraph is cut where the browser broke its lines.
  const lines = runs.filter(({ x, y }) => x === 40 && y > 95 && y < 240);
  expect(lines.map(({ text }) => text)).toEqual(['alpha beta', 'gamma', '一二三四五', '六七八九十', '甲乙']);
  expect(new Set(lines.map(({ y }) => y)).size).toBe(5);
  const clipped = runs.find(({ text }) => text.startsWith('left of the clip'));
  expect(clipped?.text).not.toContain('rest');
  expect((clipped?.x ?? 0) + (clipped?.width ?? 0)).toBeLessThanOrEqual(241);
});
