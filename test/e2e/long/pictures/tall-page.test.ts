import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captured } from '../../../fixtures/capture-room.ts';
import { openSite, type Site } from '../../../fixtures/site/site.ts';
import { tall, tallColour } from '../../../fixtures/site/tall-page.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test.for([1, 2] as const)(
  'a page over 40,000 px high has no wrong row at scale %i, with sticky header, 100vh block and lazy pictures',
  async (scale) => {
    const rows = scale === 1 ? 420 : 120;
    const done = await captured(`${site.origin}/tall?rows=${rows}`, {
      view: { device: 'desktop', width: 1280, height: 900, scale },
    });
    const height = (tall.header + tall.hero + rows * tall.rowHeight) * scale;
    expect(done.record.picture).toMatchObject({ height, width: 1280 * scale });
    const tiles = done.record.artifacts.filter(({ role }) => role === 'screenshot-tile');
    let wrong = 0;
    for (const tile of tiles) {
      const { data, info } = await sharp(done.bytes(tile.name)).raw().toBuffer({ resolveWithObject: true });
      for (let y = 0; y < info.height; y++) {
        const wanted = tallColour(Math.floor(((tile.y ?? 0) + y) / scale));
        const pixel = (y * info.width + 400 * scale) * info.channels;
        if (wanted.some((value, channel) => data[pixel + channel] !== value)) wrong += 1;
      }
    }
    expect(wrong).toBe(0);
    expect(site.asked.filter((path) => path.startsWith('/lazy.png')).length).toBeGreaterThan(rows / 11);
  },
);
