import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseTextPositions } from '../../../../shared/page/text-positions.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';
import { boxOfColour } from '../../../fixtures/oracles/colour-box.ts';

/**
 * What a page has for readers without scripts, in itself, in a frame and in a shadow tree, and a style for them. Words behind
 * a veil are looked at once more without their letters, and what is below them must stand where it stood.
 */
const without = '<noscript><div style="height:37px;background:#f0f">请打开脚本</div></noscript>';
const style = `<style>body{margin:0;font:20px/30px "Noto Sans SC"}iframe{border:0;width:100%;height:200px;display:block}
p{margin:0;position:relative}p i{position:absolute;inset:0;background:rgba(255,255,255,.3)}
@media (scripting:none){.bar{height:99px!important}}</style>
<style media="(scripting:none)">.bar{margin-top:9px}</style>
<style>@layer a{@supports (color:red){.bar{@media not (scripting){margin-top:7px}}}}</style>`;
const bar = (colour: string) => `${without}<div class=bar style="height:60px;background:${colour}"></div>`;
const page = `<!doctype html><html lang=zh><meta charset=utf-8><title>without</title>${style}
<div>${bar('#c80000')}</div><div style="height:1500px"></div>
<div id=shadow></div>
<iframe srcdoc='<!doctype html>${style}<div>${bar('#0000dc')}</div><p>框内一句<i></i></p>'></iframe><p>全文完<i></i></p>
<script>document.getElementById('shadow').attachShadow({mode:'open'}).setHTMLUnsafe(
\`${style}<div>${bar('#009600')}</div><p>影中一句<i></i></p>\`)</script>`;

let site: Server;
let done: Captured;
let shut: Captured;

beforeAll(async () => {
  const rules = '.bar{color:red}@media (scripting:none){.bar{height:99px!important}}';
  site = createServer(({ url, headers }, response) => {
    response.setHeader('content-type', url?.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8');
    const other = `http://localhost:${headers.host?.split(':')[1]}/rules.css`; // its rules may not be read from here
    if (url?.endsWith('.css')) response.end(rules);
    else if (url === '/shut') response.end(`<!doctype html><link rel=stylesheet href="${other}">${bar('#c80000')}`);
    else response.end(page);
  });
  await new Promise<void>((open) => site.listen(0, open));
  const { port } = site.address() as AddressInfo; // a TCP server
  done = await captured(`http://127.0.0.1:${port}/`, { noSecondPath: true });
  shut = await captured(`http://127.0.0.1:${port}/shut`, { noSecondPath: true });
});
afterAll(() => site.close());

test('what a page has for readers without scripts is in no picture of it, though scripts are held', async () => {
  const tile = done.bytes('tile-0001.png');
  expect(await boxOfColour(tile, [200, 0, 0])).toEqual([0, 0, 1279, 59]);
  expect(await boxOfColour(tile, [0, 150, 0])).toEqual([0, 1560, 1279, 1619]);
  expect(await boxOfColour(tile, [0, 0, 220])).toEqual([0, 1650, 1279, 1709]);
  expect(await boxOfColour(tile, [255, 0, 255])).toBeNull();
});

test('nor in its text, and what stands below it stands where the picture shows it', () => {
  expect(Buffer.from(done.bytes('text.txt')).toString()).toBe('影中一句\n\n框内一句\n\n全文完');
  const { runs } = parseTextPositions(JSON.parse(Buffer.from(done.bytes('text-positions.json')).toString()));
  expect(runs.map(({ text }) => text)).toEqual(['影中一句', '框内一句', '全文完']);
  expect(done.record.steps.filter(({ outcome }) => outcome === 'partial' || outcome === 'failed')).toEqual([]);
});

test('the stored document and archive are the page’s own, without a rule of the program', () => {
  const saved = Buffer.from(done.bytes('page.mhtml')).toString().replaceAll('=\r\n', '');
  expect(saved).not.toContain('noscript{');
  expect(saved).toMatch(/scripting: ?none/);
  expect(saved).toMatch(/not \(scripting\)/);
  expect(saved).not.toMatch(/min-width: ?(3D)?0px|width (<|&lt;) 0px/);
  expect(Buffer.from(done.bytes('dom.html')).toString()).not.toContain('noscript{');
});

test('where rules of another site may not be read and the page changes as scripts are held, that is said', () => {
  expect(shut.record.warnings).toContainEqual({ code: 'rules-without-scripts-not-read', params: { count: 1 } });
  expect(done.record.warnings.map(({ code }) => code)).not.toContain('rules-without-scripts-not-read');
});
