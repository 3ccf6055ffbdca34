import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { captured, captureRoom, type CaptureRoom } from '../../../fixtures/capture-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';

/** Every block has a bar of its own colour at the left of the page: red and green are its number, blue is even. */
const colourOf = (n: number) => [8 + (n % 25) * 10, 8 + Math.floor(n / 25) * 40, 120] as const;
const bar = (n: number) => `border-left:12px solid rgb(${colourOf(n).join(',')})`;
const line = '合作的供货商今天就要求现款现货了，柜台前排着队，谁也说不清是怎么回事。';

/** A speaker, her words in two parts with a wider gap between them than there is between two comments. */
const comment = (n: number) =>
  `<li style="${bar(n)}"><b>第${n}位</b><p>${line}</p><p>${line.repeat(1 + (n % 4))}</p></li>`;
/** A chart with flat bands between its columns, where nothing would be cut but the chart. */
const chart = (n: number, height: number) =>
  `<div style="${bar(n)}"><svg width="900" height="${height}" style="display:block">${[0.1, 0.4, 0.7].map((at) => `<rect x="40" y="${at * height}" width="700" height="${height * 0.1}" fill="#7a9"/>`).join('')}</svg></div>`;
/** The bars stand at the left edge of the picture, within so many pixels of a page at 96 dots per inch. */
const bars = 120;
const rowsOf = (data: Buffer, length: number) =>
  Array.from({ length: data.length / length }, (_, at) => data.subarray(at * length, (at + 1) * length));
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
const page = `<!doctype html><meta charset="utf-8"><title>评论</title><style>body{margin:0;font:16px/1.6 sans-serif}
ul{list-style:none;margin:0;padding:0}li{padding:6px 20px;margin:0 0 10px;border-bottom:1px solid #ccc}li p{margin:0 0 40px}li p+p{margin:0}</style>
<ul>${numbers(0, 30).map(comment).join('')}</ul>${[500, 820, 640, 300].map((height, at) => chart(30 + at, height)).join(`<p>${line}</p>`)}
<ul>${numbers(34, 30).map(comment).join('')}</ul>`;

const server = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(page));
let room: CaptureRoom;
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(async () => {
  room.caseFile.close();
  await room.services.sandboxes.close();
  server.close();
});

test('no printed page ends between a speaker and the words, within a comment, or in a figure that fits on a page', async () => {
  room = captureRoom();
  const { port } = server.address() as AddressInfo; // listening on TCP
  const { record } = await captured(`http://127.0.0.1:${port}/`, { noTimeServers: true, noSecondPath: true }, room);
  const exhibit = { item: record.item, group: 'g', title: 't', source: 's', purpose: 'p', marks: [] };
  room.caseFile.logEvent('exhibits-set', { exhibits: [exhibit] });
  const { pdf } = await buildIn(room.caseFile);

  const folder = freshFolder();
  execFileSync('pdftoppm', ['-r', '96', '-png', pdf, join(folder, 'page')]);
  const pagesOf = new Map<number, string[]>();
  for (const name of readdirSync(folder).sort()) {
    const { data, info } = await sharp(join(folder, name)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    for (const n of numbers(0, 64)) {
      const own = Buffer.from(colourOf(n));
      if (rowsOf(data, info.width * 3).some((row) => row.subarray(0, bars * 3).includes(own)))
        pagesOf.set(n, [...(pagesOf.get(n) ?? []), name]);
    }
  }
  expect([...pagesOf.keys()].sort((a, b) => a - b)).toEqual(numbers(0, 64));
  expect([...pagesOf].filter(([, names]) => names.length > 1)).toEqual([]);
  expect(new Set([...pagesOf.values()].flat()).size).toBeGreaterThan(5);
});
