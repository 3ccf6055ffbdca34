import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseTextPositions } from '../../../../shared/page/text-positions.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';
import { boxOfColour } from '../../../fixtures/oracles/colour-box.ts';

/** Words in frames of other sites within frames of other sites; each has a colour of its own, by which the picture says where. */
const colours: Readonly<Record<string, readonly [number, number, number]>> = {
  FIRST: [200, 0, 0],
  SHUTINFIRST: [0, 150, 0],
  STYLED77: [0, 0, 220],
  SECOND: [180, 0, 180],
  SHUTINSECOND: [0, 140, 140],
  SAMESITE: [90, 60, 0],
  THIRD: [250, 120, 0],
  SHUTINSAME: [120, 120, 0],
  DEEP: [10, 90, 160],
};
const ink = (words: string) => `color:rgb(${colours[words]?.join() ?? ''})`;
const head = `<!doctype html><html><meta charset=utf-8><style>body{margin:5px;font:bold 20px/26px "DejaVu Sans"}p{margin:0}iframe{border:2px solid;margin:4px;padding:3px;display:block}</style>`;
const shut = (words: string) =>
  `<div id=h></div><script>h.attachShadow({mode:'closed'}).innerHTML='<p style="${ink(words)}">${words}</p>'</script>`;
const frame = (host: string, path: string, port: string, height: number) =>
  `<iframe src="http://${host}:${port}${path}" width=500 height=${height}></iframe>`;
/** Three hosts take turns, so that each frame is of another site than the one around it. */
const pages: Readonly<Record<string, (port: string) => string>> = {
  '/': (port) =>
    `${head}<title>frames</title><p>TOP</p>${frame('localhost', '/first', port, 420)}${frame('127.0.0.1', '/same', port, 200)}${frame('127.0.0.1', '/deep/1', port, 240)}<p>END</p>`,
  '/first': (port) =>
    `${head}<style>.s::before{content:"STYLED77";${ink('STYLED77')}}</style><p style="${ink('FIRST')}">FIRST</p>${shut('SHUTINFIRST')}<p class=s> x</p>${frame('127.0.0.1', '/second', port, 180)}`,
  '/second': () => `${head}<p style="${ink('SECOND')}">SECOND</p>${shut('SHUTINSECOND')}`,
  '/same': (port) =>
    `${head}<p style="${ink('SAMESITE')}">SAMESITE</p>${shut('SHUTINSAME')}${frame('localhost', '/third', port, 60)}`,
  '/third': () => `${head}<p style="${ink('THIRD')}">THIRD</p>`,
};

/** Seven of the page's own site within each other. */
const deeper = (depth: number, port: string) =>
  depth === 7
    ? `${head}<p style="${ink('DEEP')}">DEEP</p>`
    : `${head}<style>body{margin:0}iframe{margin:0;padding:0}</style>${frame('127.0.0.1', `/deep/${depth + 1}`, port, 240 - depth * 26)}`;

let site: Server;
let done: Captured;
beforeAll(async () => {
  site = createServer(({ url = '', headers }, response) => {
    const port = (headers.host ?? '').split(':')[1] ?? '';
    const deep = Number(/^\/deep\/(\d)$/.exec(url)?.[1] ?? 0);
    const made = deep > 0 ? deeper(deep, port) : (pages[url]?.(port) ?? '');
    response.setHeader('content-type', 'text/html; charset=utf-8').end(made);
  });
  await new Promise<void>((open) => site.listen(0, open));
  const { port } = site.address() as AddressInfo; // a TCP server
  done = await captured(`http://127.0.0.1:${port}/`, { noSecondPath: true, noTimeServers: true });
});
afterAll(() => site.close());

const textOf = (name: string) => Buffer.from(done.bytes(name)).toString('utf8');

/** Of the picture's first tile. */
const boxOf = (colour: Parameters<typeof boxOfColour>[1]) => boxOfColour(done.bytes('tile-0001.png'), colour);

test.each(Object.entries(colours))(
  '%s, in a frame, is in the picture and the text, once and at its place',
  async (words, colour) => {
    const drawn = await boxOf(colour);
    expect(drawn).not.toBeNull();
    const word = new RegExp(`\\b${words}\\b`, 'g');
    expect(textOf('text.txt').match(word)).toHaveLength(1);
    const { runs } = parseTextPositions(JSON.parse(textOf('text-positions.json')));
    const at = runs.filter(({ text }) => text.match(word));
    const [left, top, right, bottom] = drawn ?? [0, 0, 0, 0];
    expect(at).toHaveLength(1);
    for (const { x, y, width, height } of at) {
      expect(x).toBeLessThanOrEqual(left + 1);
      expect(y).toBeLessThanOrEqual(top);
      expect(x + width).toBeGreaterThanOrEqual(right - 1);
      expect(y + height).toBeGreaterThanOrEqual(bottom);
      expect(height).toBeLessThan(50);
    }
  },
);

test('they read in their places, and nothing is said to be unread', () => {
  const order = [
    'TOP',
    'FIRST',
    'SHUTINFIRST',
    'STYLED77',
    'SECOND',
    'SHUTINSECOND',
    'SAMESITE',
    'SHUTINSAME',
    'THIRD',
    'DEEP',
    'END',
  ];
  const text = textOf('text.txt');
  expect(text.match(new RegExp(order.map((one) => `\\b${one}\\b`).join('|'), 'g'))).toEqual(order);
  const codes = done.record.warnings.map(({ code }) => code);
  expect(codes).not.toContain('frames-not-read');
  expect(codes).not.toContain('words-of-styles-not-read');
});
