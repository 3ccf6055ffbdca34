import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseTextPositions } from '../../../../shared/page/text-positions.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';
import { boxOfColour } from '../../../fixtures/oracles/colour-box.ts';

/** Words that no text node of the page's own document holds; each has a colour of its own, by which the picture says where. */
const colours: Readonly<Record<string, readonly [number, number, number]>> = {
  负债9876: [200, 0, 0],
  第2条: [0, 150, 0],
  VALUE77: [0, 0, 220],
  'm-7': [180, 0, 180],
  CLOSED: [0, 140, 140],
  DEEPER: [90, 60, 0],
  OTHERSITE: [250, 120, 0],
  SANDBOXED: [120, 120, 0],
};
const ink = (words: string) => `color:rgb(${colours[words]!.join()})`;
const inner = `<!doctype html><body style="margin:5px;font:bold 24px/30px 'DejaVu Sans'"><p style="margin:0;${ink('OTHERSITE')}">OTHERSITE<p style="margin:300px 0 0">BELOWFRAME`;
const page = (other: string) => `<!doctype html><html lang=zh><meta charset=utf-8><title>beyond</title>
<style>body{margin:20px;background:#fff;font:bold 24px/34px "DejaVu Sans","Noto Sans SC"}p{margin:4px 0}
.a::before{content:"负债9876";${ink('负债9876')}}
.b{counter-increment:n 2}.b::after{content:"第" counter(n) "条";${ink('第2条')}}
.c::after{content:attr(data-v);${ink('VALUE77')}}
.d::before{content:"GONE";visibility:hidden}
ol{margin:0;padding-left:120px}li::marker{content:"m-7 ";${ink('m-7')}}</style>
<p class=a>元</p><p class=b>正文</p><p class=c data-v=VALUE77>v</p><p class=d>x</p><ol><li>项</ol><div id=h></div>
<iframe src="${other}" width=400 height=60></iframe>
<iframe sandbox srcdoc='<body style="margin:5px;font:bold 24px/30px DejaVu Sans"><p style="margin:0;${ink('SANDBOXED')}">SANDBOXED' width=400 height=60></iframe>
<p style="text-transform:capitalize">capital-me</p>
<script>const shut=(host,html)=>{const root=host.attachShadow({mode:'closed'});root.innerHTML=html;return root};
const root=shut(h,'<p style="${ink('CLOSED')}">CLOSED</p><div></div>');shut(root.querySelector('div'),'<p style="${ink('DEEPER')}">DEEPER</p>')</script>`;

let site: Server;
let done: Captured;
beforeAll(async () => {
  site = createServer(({ url, headers }, response) => {
    const port = (headers.host ?? '').split(':')[1];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(url === '/inner' ? inner : page(`http://localhost:${port}/inner`));
  });
  await new Promise<void>((open) => site.listen(0, open));
  done = await captured(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`, { noSecondPath: true }); // a TCP server
});
afterAll(() => site.close());

const textOf = (name: string) => Buffer.from(done.bytes(name)).toString('utf8');

/** Of the picture's first tile. */
const boxOf = (colour: Parameters<typeof boxOfColour>[1]) => boxOfColour(done.bytes('tile-0001.png'), colour);

test.each(Object.entries(colours))('%s is text, and stands where the picture shows it', async (words, colour) => {
  const drawn = await boxOf(colour);
  expect(drawn).not.toBeNull();
  expect(textOf('text.txt').split(/\s+/).join(' ')).toContain(words);
  const { runs } = parseTextPositions(JSON.parse(textOf('text-positions.json')));
  const run = runs.find(({ text }) => text === words);
  const [left, top, right, bottom] = drawn ?? [0, 0, 0, 0];
  expect(run, words).toBeDefined();
  expect(run!.x).toBeLessThanOrEqual(left + 1);
  expect(run!.y).toBeLessThanOrEqual(top);
  expect(run!.x + run!.width).toBeGreaterThanOrEqual(right - 1);
  expect(run!.y + run!.height).toBeGreaterThanOrEqual(bottom);
  expect(run!.height).toBeLessThan(60);
});

test('they read in their places; what a frame does not show, and what a style hides, is apart', () => {
  const text = textOf('text.txt');
  expect(text).toContain('负债9876元');
  expect(text).toContain('正文第2条');
  expect(text).toContain('m-7 项');
  expect(text).toContain('Capital-Me');
  const order = ['m-7', 'CLOSED', 'DEEPER', 'OTHERSITE', 'SANDBOXED', 'Capital-Me'].map((words) => text.indexOf(words));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(text).not.toMatch(/GONE|BELOWFRAME/);
  expect(parseTextPositions(JSON.parse(textOf('text-positions.json'))).unseen).toContain('BELOWFRAME');
});
