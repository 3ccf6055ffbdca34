import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { firstSettings } from '../../shared/window/settings.ts';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { WindowRoom } from '../fixtures/window-room.ts';

/** Each line has one word in a colour of its own: where its ink is seen is where a person takes hold of it. */
const lines = [
  { colour: '#ff00ff', word: '清算', html: (word: string) => `<p>iiiiilllliiiii ${word} WWWWWWWW</p>` },
  {
    colour: '#ff0000',
    word: '7788',
    html: (word: string) => `<p style="letter-spacing:9px">WWW ${word} illil</p>`,
  },
  {
    colour: '#00c000',
    word: '债权人',
    html: (word: string) => `<div style="writing-mode:vertical-rl;height:320px">竖排一行${word}后面几字</div>`,
  },
  { colour: '#0000ff', word: '1360', html: (word: string) => `<p dir=rtl>שלום ${word} עולם</p>` },
  {
    colour: '#00c0c0',
    word: 'wrong message',
    html: (word: string) =>
      `<div style="transform:rotate(12deg);width:480px;margin:90px 20px">A turned ${word} here</div>`,
  },
] as const;
const page = `<!doctype html><meta charset=utf-8><title>页</title>
<style>body{margin:20px;font:22px/32px "Noto Sans SC",sans-serif;color:#000;background:#fff}i{font-style:normal}</style>
${lines.map(({ colour, word, html }) => html(`<i style="color:${colour}">${word}</i>`)).join('\n')}`;

/** Pixels of a picture that are of one colour, from the first to the last of them. */
async function inkOf(png: Uint8Array, colour: string) {
  const wanted = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = { left: Infinity, top: Infinity, right: -1, bottom: -1 };
  for (let at = 0; at < info.width * info.height; at++) {
    if (wanted.some((one, n) => Math.abs((data[at * 3 + n] ?? 0) - one) > 40)) continue;
    const [x, y] = [at % info.width, Math.floor(at / info.width)];
    found.left = Math.min(found.left, x);
    found.top = Math.min(found.top, y);
    found.right = Math.max(found.right, x);
    found.bottom = Math.max(found.bottom, y);
  }
  return found;
}

describe('a word on the picture', { timeout: 180_000 }, () => {
  const cache = freshFolder();
  const folder = join(cache, 'letters.fascicle');
  let site: Server;
  let room: WindowRoom;

  beforeAll(async () => {
    site = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page),
    );
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    const { port } = site.address() as AddressInfo; // a TCP server
    await fascicle(['new', folder, '--title', '字位']);
    await fascicle(['capture', folder, `http://127.0.0.1:${port}/`, '--allow-private-network']);
    writeFileSync(join(cache, 'settings.json'), JSON.stringify(firstSettings));
    const lastOpened = '2026-05-06T01:30:00.000Z';
    writeFileSync(join(cache, 'recent-cases.json'), JSON.stringify([{ folder, lastOpened }]));
    room = await WindowRoom.open(cache);
    room.page.setDefaultTimeout(90_000);
    await room.press('字位');
    await room.go('证据');
    await room.page.click('[role=option]');
    await room.keys('e');
    await room.page.waitForSelector('.page-picture .words');
    await room.page.waitForNetworkIdle({ idleTime: 300 });
  }, 240_000);
  beforeEach(({ onTestFailed }) => onTestFailed(() => room.tell()));
  afterAll(async () => {
    await room.close();
    site.close();
  });

  test.each(lines)('is selected where its ink is seen, and no letter beside it: $word', async ({ colour, word }) => {
    await room.page.$eval('.page-picture', (one) => one.scrollIntoView());
    const { left, top, right, bottom } = await inkOf(await room.page.screenshot(), colour);
    expect(right).toBeGreaterThan(left);
    const spaced = word === '7788' ? 4 : 0; // the room behind a letter is the letter's
    const down = word === '债权人';
    const turned = word === 'wrong message';
    const rise = turned ? (bottom - top) / 2 - 8 : 0;
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const [from, to] = down
      ? [
          { x, y: top + 1 },
          { x, y: bottom },
        ]
      : [
          { x: left + 1, y: y - rise },
          { x: right + spaced, y: y + rise },
        ];
    await room.page.mouse.move(from.x, from.y);
    await room.page.mouse.down();
    await room.page.mouse.move(x, y, { steps: 4 });
    await room.page.mouse.move(to.x, to.y, { steps: 4 });
    await room.page.mouse.up();
    expect(await room.page.evaluate(() => window.getSelection()?.toString())).toBe(word);
  });
});
