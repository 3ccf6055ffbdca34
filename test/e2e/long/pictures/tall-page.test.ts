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
    const rows = scale === 1 ? 420 : 200;
    const done = await captured(`${site.origin}/tall?rows=${rows}`, {
      view: { device: 'desktop', width: 1280, height: 900, scale },
    });
    const height = (tall.header + tall.hero + rows * tall.rowHeight) * scale;
    expect(height).toBeGreaterThan(40_000);
    expect(done.record.picture).toMatchObject({ height, width: 1280 * scale });
    const tiles = done.record.artifacts.filter(({ role }) => role === 'screenshot-tile');
    let wrong = 0;
    for (const tile of tiles) {
      const { data, info } = await sharp(done.bytes(tile.name)).raw().toBuffer({ resolveWithObject: true });
      for (let y = 0; y < info.height; y++) {
        // Every pixel of the row but those where a lazy picture may stand.
        const wanted = rowOf(tallColour(Math.floor(((tile.y ?? 0) + y) / scale)), info.width);
        const row = rgbOf(
          data.subarray(y * info.width * info.channels, (y + 1) * info.width * info.channels),
          info.channels,
        );
        const [from, to] = [tall.imageLeft * scale * 3, (tall.imageLeft + tall.imageWidth) * scale * 3];
        if (!row.subarray(0, from).equals(wanted.subarray(0, from)) || !row.subarray(to).equals(wanted.subarray(to)))
          wrong += 1;
      }
    }
    expect(wrong).toBe(0);
    expect(site.asked.filter((path) => path.startsWith('/lazy.png')).length).toBeGreaterThan(rows / 11);
  },
);

/** A row of one colour, in RGB. */
function rowOf(colour: readonly number[], width: number): Buffer {
  return Buffer.alloc(width * 3, Buffer.from(colour));
}

/** A row without what is not colour. */
function rgbOf(row: Buffer, channels: number): Buffer {
  return channels === 3 ? row : Buffer.from(row.filter((_, at) => at % channels < 3));
}
