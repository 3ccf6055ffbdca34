import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoSites } from '../../electron/workbench/demo/demo-server.ts';
import { navItems, navNames } from '../../shared/window/nav-items.ts';
import { firstSettings } from '../../shared/window/settings.ts';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { WindowRoom } from '../fixtures/window-room.ts';

/** A button that is cut off is a thing that a person cannot do: 1280 pixels are what the smallest usual screen has. */
describe('toolbars 1280 pixels wide', { timeout: 300_000 }, () => {
  const cache = freshFolder();
  const folder = join(cache, 'bars.fascicle');
  let room: WindowRoom;

  beforeAll(async () => {
    const site = await startDemoSites(resolve(import.meta.dirname, '../../resources/demo'));
    await fascicle(['new', folder, '--title', 'Bars']);
    await fascicle(['capture', folder, site.urlOf('www.hechuan/20190506/081632.htm'), '--allow-private-network']);
    await site.close();
    // Two pictures: what is offered for several of them makes the bar of the items longest.
    const pictures = ['a.png', 'b.png'].map((name) => join(cache, name));
    const create = { width: 400, height: 600, channels: 3 as const, background: '#8ac' };
    for (const picture of pictures) await sharp({ create }).png().toFile(picture);
    await fascicle(['import', folder, ...pictures]);
    await fascicle(['bundle', folder, '--draft']);
    writeFileSync(join(cache, 'settings.json'), JSON.stringify({ ...firstSettings, language: 'en' }));
    writeFileSync(
      join(cache, 'recent-cases.json'),
      JSON.stringify([{ folder, lastOpened: '2026-05-06T01:30:00.000Z' }]),
    );
    room = await WindowRoom.open(cache);
    await room.page.setViewport({ width: 1280, height: 800 });
    await room.press('Bars');
    await room.page.waitForSelector('[role=option]');
  }, 300_000);
  beforeEach(({ onTestFailed }) => onTestFailed(() => room.tell()));
  afterAll(() => room.close());

  for (const language of ['en', 'zh-CN'] as const) {
    describe(language, () => {
      beforeAll(async () => {
        if (language !== 'en') await room.press('中文');
        await room.page.waitForFunction((wanted) => document.documentElement.lang === wanted, {}, language);
      });

      test.each([...navItems, 'settings'] as const)('%s: nothing runs over or is cut', async (screen) => {
        await room.go(navNames[screen][language]);
        await room.page.waitForNetworkIdle({ idleTime: 200 });
        expect(await cutOff()).toEqual([]);
      });

      test('the large view of a captured page, whose bar is the fullest', async () => {
        await room.go(navNames.items[language]);
        await room.page.click('[role=option]');
        await room.keys('e');
        await room.page.waitForSelector('.page-picture .words');
        expect(await room.texts('.film .button')).toHaveLength(8);
        expect(await cutOff()).toEqual([]);
        await room.keys('g');
      });
    });
  }

  /** What of a bar goes over its edge, or has more to show than it has room for. */
  const cutOff = () =>
    room.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.bar, .queue-head, .paste .row, .topbar, .foot, .parts, .tabs')]
        .filter((bar) => bar.clientWidth > 0)
        .flatMap((bar) => {
          const { right, bottom } = bar.getBoundingClientRect();
          const parts = [...bar.querySelectorAll<HTMLElement>('button, input, span, p')].filter((part) => {
            const box = part.getBoundingClientRect();
            const over = box.right > right + 1 || box.bottom > bottom + 1;
            return box.width > 1 && (over || (part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1));
          });
          const wide = bar.scrollWidth > bar.clientWidth ? [`${bar.className} as a whole`] : [];
          return [...wide, ...parts.map((part) => `${bar.className}: ${part.innerText || part.className}`)];
        }),
    );
});
