import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseTextPositions } from '../../../../shared/page/text-positions.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';
import { boxOfColour } from '../../../fixtures/oracles/colour-box.ts';

/** Each in a colour of its own, below a picture that does not come and has words in its place. */
const words: Readonly<Record<string, readonly [number, number, number]>> = {
  第一段负债: [200, 0, 0],
  第二段清算: [0, 150, 0],
  第三段更正: [0, 0, 220],
};
const page = `<!doctype html><html lang=zh><meta charset=utf-8><title>failed</title>
<style>body{margin:20px;background:#fff;font:24px/34px "Noto Sans SC"}p{margin:0;font-weight:bold}</style>
${Object.entries(words)
  .map(
    ([one, colour], at) =>
      `<picture><source media="(min-width: 400px)" srcset="/wide-${at}.jpg"><img src="/narrow-${at}.jpg" alt="${'图中文字'.repeat(40)}"></picture><p style="color:rgb(${colour.join()})">${one}</p>`,
  )
  .join('<div style="height:700px"></div>')}`;

/** The same, where nobody can look which pictures failed: the browser asks for them once more while the picture is taken. */
const shut = page.replaceAll(
  /<picture>(.*?)<\/picture>/g,
  (all) =>
    `<div></div><script>document.currentScript.previousSibling.attachShadow({mode:'closed'}).innerHTML='${all}'</script>`,
);

let site: Server;
let done: Captured;
let moving: Captured;
const asked = new Map<string, number>();

beforeAll(async () => {
  site = createServer(({ url = '' }, response) => {
    asked.set(url, (asked.get(url) ?? 0) + 1);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (url === '/') response.end(page);
    else if (url === '/shut') response.end(shut);
    else setTimeout(() => response.writeHead(404).end(), 300); // while it is not known, the browser draws no words
  });
  await new Promise<void>((open) => site.listen(0, open));
  const { port } = site.address() as AddressInfo; // a TCP server
  done = await captured(`http://127.0.0.1:${port}/`, { noSecondPath: true });
  moving = await captured(`http://127.0.0.1:${port}/shut`, { noSecondPath: true });
});
afterAll(() => site.close());

async function standing(capture: Captured, one: string, colour: readonly [number, number, number]) {
  const drawn = await boxOfColour(capture.bytes('tile-0001.png'), colour);
  const { runs } = parseTextPositions(JSON.parse(Buffer.from(capture.bytes('text-positions.json')).toString()));
  const run = runs.find(({ text }) => text === one);
  if (!drawn || !run) return { drawn: drawn !== null, known: run !== undefined, covers: false };
  const [left, top, right, bottom] = drawn;
  const covers = run.x <= left && run.y <= top && run.x + run.width >= right && run.y + run.height >= bottom;
  return { drawn: true, known: true, covers };
}

test.each(Object.entries(words))(
  'below pictures that failed, %s stands where the picture shows it',
  async (one, colour) => {
    expect(await standing(done, one, colour)).toEqual({ drawn: true, known: true, covers: true });
  },
);

test('where the page moves all the same, no word is said to stand where the picture does not show it', async () => {
  const all = await Promise.all(Object.entries(words).map(([one, colour]) => standing(moving, one, colour)));
  const wrong = all.filter(({ known, covers }) => known && !covers);
  expect(wrong).toEqual([]);
  const said = moving.record.steps.some(({ reason }) => reason?.code === 'words-moved');
  expect(said || all.every(({ known }) => known)).toBe(true);
});

test('the words in the place of such a picture are in the picture and in the text', () => {
  expect(Buffer.from(done.bytes('text.txt')).toString().split('图中文字')).toHaveLength(121);
  expect(done.record.warnings.map(({ code }) => code)).not.toContain('text-not-in-picture');
  expect(done.record.steps.find(({ step }) => step === 'text-in-picture')?.outcome).toBe('ok');
});

test('what was not asked for again is no request of the record', () => {
  const sent = [...asked.values()].reduce((sum, count) => sum + count, 0);
  expect(sent).toBeGreaterThan(3);
  expect(done.record.requests?.count).toBeLessThanOrEqual(sent);
});
