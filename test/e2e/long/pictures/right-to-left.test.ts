import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseTextPositions } from '../../../../shared/page/text-positions.ts';
import { captured } from '../../../fixtures/capture-room.ts';

/** Page and word are told by colour; the block stands 100 px from the left, whatever the page's direction. */
const [red, blue] = ['rgb(250, 0, 0)', 'rgb(0, 0, 250)'];
const page = (
  root: string,
  body: string,
  more: string,
) => `<!doctype html><html ${root}><meta charset="utf-8"><title>rtl</title>
<body ${body} style="background:#fff;font:bold 24px 'DejaVu Sans'"><p>Lorem <b style="color:${blue}">MIDDLE</b> ipsum.</p>
<div style="position:absolute;left:100px;top:200px;width:50px;height:50px;background:${red}"></div>${more}`;
const pages: Readonly<Record<string, string>> = {
  '/root': page('dir="rtl"', '', ''),
  '/body': page('dir="ltr"', 'dir="rtl"', ''),
  '/tall': page('dir="rtl"', '', '<div style="height:3000px"></div>'),
  '/ltr': page('', '', ''),
};

let site: Server;
beforeAll(async () => {
  site = createServer(({ url = '' }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(pages[url] ?? '');
  });
  await new Promise<void>((open) => site.listen(0, '127.0.0.1', open));
});
afterAll(() => site.close());

/** First and last column of a colour that is drawn with every shade between it and white; -1 where there is none. */
async function columnsOf(png: Uint8Array, is: (red: number, green: number, blue: number) => boolean) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let [first, last] = [-1, -1];
  for (let x = 0; x < info.width; x++)
    for (let y = 0; y < info.height; y++) {
      const at = (y * info.width + x) * 3;
      if (!is(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) continue;
      if (first < 0) first = x;
      last = x;
      break;
    }
  return [first, last] as const;
}

test.each([
  ['/root', 1],
  ['/body', 1],
  ['/body', 2],
  ['/tall', 1],
  ['/ltr', 1],
] as const)('a page that is read from the right is not shifted in its picture: %s at scale %i', async (path, scale) => {
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}${path}`;
  const view = { device: 'desktop', width: 1280, height: 900, scale } as const;
  const done = await captured(url, { noSecondPath: true, noTimeServers: true, view });
  const tile = done.bytes('tile-0001.png');
  const block = await columnsOf(tile, (r, g, b) => r > 240 && g < 10 && b < 10);
  expect(block).toEqual([100 * scale, 150 * scale - 1]);
  // The word stands where its colour is.
  const [left, right] = await columnsOf(tile, (r, g, b) => b > 240 && r < 10 && g < 10);
  const stored: unknown = JSON.parse(Buffer.from(done.bytes('text-positions.json')).toString());
  const word = parseTextPositions(stored).runs.find(({ text }) => text === 'MIDDLE');
  expect(word?.x).toBeLessThanOrEqual(left / scale + 1);
  expect(word?.x).toBeGreaterThan(left / scale - 8);
  expect((word?.x ?? 0) + (word?.width ?? 0)).toBeGreaterThanOrEqual(right / scale - 1);
  expect(done.record.outcome).toBe('complete');
  expect(done.record.warnings.map(({ code }) => code)).not.toContain('text-not-in-picture');
});
