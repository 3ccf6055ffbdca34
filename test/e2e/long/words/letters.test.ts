import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lettersOf } from '../../../../shared/page/letters.ts';
import { positionedWords } from '../../../../shared/page/positioned-words.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';

/**
 * Each page is captured twice: once with every line one text node, whose letters are measured, and once with every letter
 * in a colour of its own, in which its ink is looked for. Colours follow from the letter, so that both agree.
 */
type Ink = (text: string) => string;
const colours = ['#f00', '#0f0', '#00f', '#0ff', '#f0f', '#ff0'];
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const split = (text: string) => Array.from(clusters.segment(text), ({ segment }) => segment);
const colourOf = (letter: string) => (letter.toLowerCase().codePointAt(0) ?? 0) % colours.length;
const coloured: Ink = (text) =>
  split(text)
    .map((one) => (one === ' ' ? one : `<span style="color:${colours[colourOf(one)]}">${one}</span>`))
    .join('');
const plain: Ink = (text) => text;

const html = (body: string, style = '', open = '<html lang=zh>') =>
  `<!doctype html>${open}<meta charset=utf-8><title>页</title>` +
  `<style>body{margin:0;color:#000;background:#fff;font:24px/40px "DejaVu Sans","Noto Sans SC",sans-serif}` +
  `p{margin:12px 20px;white-space:nowrap}${style}</style><body>${body}`;

const pages: Readonly<Record<string, (ink: Ink) => string>> = {
  lines: (ink) =>
    html(
      [
        `<p>${ink('Wimpy iiii.llll 138 0013 8000')}</p>`,
        `<p>${ink('客服电话 138-0013-8000，请勿外传。')}</p>`,
        `<p style="letter-spacing:9px">${ink('letter 间隔 spaced')}</p>`,
        `<p style="word-spacing:30px;text-transform:uppercase">${ink('words apart')}</p>`,
        `<p style="font-family:'DejaVu Serif'">${ink('office fluffy affix final')}</p>`,
        `<p style="font:italic 40px/60px 'Liberation Serif'">${ink('fjord Wolf gjpqy')}</p>`,
        `<p style="width:300px;white-space:normal;text-align:justify">${ink('several words that wrap and are justified on their lines')}</p>`,
        `<p><ruby>${ink('漢字')}<rt>${ink('かんじ')}</rt></ruby>${ink('之后')}</p>`,
        `<p>${ink('e\u0301a\u0308o\u0302 👍🏽x 𠮷野')}</p>`,
        `<div style="transform:scale(1.7);transform-origin:0 0;height:70px">${ink('Scaled 放大 Wi')}</div>`,
        `<div style="transform:rotate(20deg);width:400px;margin:120px 100px">${ink('Rotated 旋转 Wi')}</div>`,
        `<div style="transform:rotate(90deg);width:200px;margin:90px 50px">${ink('Upright Wi')}</div>`,
        `<div style="zoom:1.6">${ink('Zoomed 放大 Wi')}</div>`,
        `<div style="writing-mode:vertical-rl;height:330px">${ink('竖排文字 Latin 一二')}</div>`,
        `<iframe style="width:500px;height:90px;margin:33px;border:5px solid #ccc" srcdoc='<body style="margin:9px;font:24px/40px DejaVu Sans">${ink('in the frame 框内')}'></iframe>`,
        `<p dir=rtl style="margin:20px 200px">${ink('שלום עולם')}</p>`,
        `<p dir=rtl style="margin:20px 200px">${ink('מספר 12 34 סוף')}</p>`,
        `<div style="overflow:hidden;width:160px"><p>${ink('clipped          its right edge')}</p></div>`,
        `<p style="letter-spacing:-4px">${ink('close WoVAT 密集')}</p>`,
        `<div style="transform:rotate(-35deg);letter-spacing:-3px;width:300px;margin:150px 100px">${ink('close WoVAT')}</div>`,
        `<p style="font-family:'Liberation Sans';font-weight:700">${ink('AVATAR To Ya WAVE')}</p>`,
        `<p style="-webkit-text-stroke:3px">${ink('stroke')}</p>`,
        `<p style="writing-mode:vertical-rl;height:120px">${ink('数')}<span style="text-combine-upright:all;color:${ink === coloured ? colours[colourOf('1')] : '#000'}">11</span>${ink('字')}</p>`,
        `<p style="white-space:pre">${ink('tab')}\t${ink('pre  two')}</p>`,
        `<p style="columns:2;width:400px;white-space:normal">${ink('two columns of words that go on in the next')}</p>`,
        `<p>${ink('नमस्ते สวัสดี')}</p>`,
      ].join(''),
    ),
  'rtl-wide': (ink) =>
    html(
      `<div style="width:4000px;height:40px;background:#999"></div><p>${ink('שלום Wi 138')}</p><p style="padding-right:3000px">${ink('רחוק')}</p>`,
      '',
      '<html lang=he dir=rtl>',
    ),
  'vertical-page': (ink) =>
    html(
      `<div style="height:500px;width:3000px;background:#999"></div><p>${ink('第一列电话')}</p><p>${ink('竖排 138 Wi')}</p>`,
      'html{writing-mode:vertical-rl}',
    ),
};

/**
 * Digits stand upright in their boxes in every font: whichever of them a page means by its language and the kind it
 * names, or by naming none, and however large it is drawn.
 */
const upright = () =>
  ['zh', 'ja', 'ko', 'he', 'en']
    .flatMap((language) =>
      [
        "'Noto Sans SC'",
        'initial',
        'serif',
        'sans-serif',
        'monospace',
        'Missing',
        "'Times New Roman'",
        'Missing,serif',
      ].flatMap((family) =>
        [
          '',
          'zoom:1.7',
          'transform:scale(1.7);transform-origin:0 0;height:80px',
          'transform:rotate(90deg);width:300px;margin:160px 0',
          'writing-mode:vertical-rl;height:400px',
        ].map((how) => `<p lang=${language} style="font:33px/44px x;font-family:${family};${how}">１３８ 138-0013</p>`),
      ),
    )
    .join('');

/** 200,000 characters in one text node, for which each question about a letter costs most. */
const block = () =>
  html(
    `<pre style="margin:0;font:8px/10px monospace">${Array.from({ length: 1_000 }, (_, at) => `${at} `.padEnd(199, 'lorem ipsum ')).join('\n')}</pre>`,
  );

let site: Server;
let origin: string;
beforeAll(async () => {
  site = createServer((request, response) => {
    const [, how, name] = (request.url ?? '').split('/');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const whole = { block: block(), upright: html(upright()) }[name ?? ''];
    response.end(whole ?? pages[name ?? '']?.(how === 'ink' ? coloured : plain) ?? '');
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`; // a TCP server
});
afterAll(() => site.close());

const taken = (path: string, scale: number) =>
  captured(`${origin}/${path}`, { view: { device: 'desktop', width: 1280, height: 900, scale: scale as 1 } });

const runsOf = (done: Captured): readonly TextRun[] =>
  positionedWords(done.record, JSON.parse(Buffer.from(done.bytes('text-positions.json')).toString())).runs;

/** For each pixel of the picture the colour of its ink; -1 where there is none, grey and black count as none. */
async function inkOf({
  record,
  bytes,
}: Captured): Promise<Readonly<{ width: number; height: number; ink: Int8Array }>> {
  const { width, height } = record.picture!;
  const ink = new Int8Array(width * height).fill(-1);
  for (const tile of record.artifacts.filter(({ role }) => role === 'screenshot-tile')) {
    const { data, info } = await sharp(bytes(tile.name)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    for (let at = 0; at < info.width * info.height; at++) {
      const [r, g, b] = [data[at * 3]!, data[at * 3 + 1]!, data[at * 3 + 2]!];
      const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
      if (most - least < 40) continue;
      const half = (most + least) / 2;
      const bits = (r > half ? 4 : 0) + (g > half ? 2 : 0) + (b > half ? 1 : 0);
      ink[(tile.y ?? 0) * width + at] = { 4: 0, 2: 1, 1: 2, 3: 3, 5: 4, 6: 5 }[bits] ?? -1;
    }
  }
  return { width, height, ink };
}

/** `strays`: the lines beside which ink was found outside its letter's box, or in another's, and how many pixels. */
type Checked = { strays: Map<string, number>; own: number; unmeasured: string[] };

/** Looks for every pixel of ink in the boxes that were measured, each with its margin of ink and one pixel. */
function check(runs: readonly TextRun[], { width, height, ink }: Awaited<ReturnType<typeof inkOf>>): Checked {
  const holders = new Map<number, Set<number>>();
  const found: Checked = { strays: new Map(), own: 0, unmeasured: [] };
  const several = new Set<number>();
  for (const run of runs) {
    const letters = lettersOf(run);
    if (!letters) {
      found.unmeasured.push(run.text);
      continue;
    }
    const [left, above, right, below] = run.letters!.ink;
    for (const letter of letters) {
      const own = new Set(split(run.text.slice(letter.from, letter.to)).map(colourOf));
      const [x1, x2] = [Math.floor(letter.x - left - 1), Math.ceil(letter.x + letter.width + right + 1)];
      const [y1, y2] = [Math.floor(letter.y - above - 1), Math.ceil(letter.y + letter.height + below + 1)];
      for (let y = Math.max(0, y1); y < Math.min(height, y2); y++)
        for (let x = Math.max(0, x1); x < Math.min(width, x2); x++) {
          const at = y * width + x;
          const known = holders.get(at);
          if (known) several.add(at);
          holders.set(at, new Set([...(known ?? []), ...own]));
        }
    }
  }
  ink.forEach((colour, at) => {
    if (colour < 0) return;
    const own = holders.get(at);
    if (own?.has(colour)) found.own += 1;
    else if (!own || !several.has(at)) {
      // Where letters touch, their colours mix.
      const [x, y] = [at % width, Math.floor(at / width)];
      const near = runs.find(
        (run) => x > run.x - 20 && x < run.x + run.width + 20 && y > run.y - 9 && y < run.y + run.height + 9,
      );
      const name = `${own ? 'in another’s' : 'outside'}: ${near?.text ?? `${x}, ${y}`}`;
      found.strays.set(name, (found.strays.get(name) ?? 0) + 1);
    }
  });
  return found;
}

describe('every letter’s ink is in the box that was measured for it, and no other letter’s', () => {
  test.for([
    ['lines', 1],
    ['lines', 2],
    ['rtl-wide', 1],
    ['vertical-page', 2],
  ] as const)('%s at scale %i', async ([name, scale]) => {
    const done = await taken(`text/${name}`, scale);
    const runs = runsOf(done);
    const seen = await taken(`ink/${name}`, scale);
    const found = check(runs, await inkOf(seen));
    expect(found).toMatchObject({ strays: new Map(), unmeasured: [] });
    expect(found.own).toBeGreaterThan(500);
    done.caseFile.close();
    seen.caseFile.close();
  });
});

test('of a page of 200,000 characters every letter has its place, or it is said how many lines have none', async () => {
  const done = await taken('text/block', 1);
  const runs = runsOf(done);
  const whole = runs.filter(({ letters }) => !letters).length;
  const said = done.record.warnings.find(({ code }) => code === 'letters-not-measured')?.params?.['count'] ?? 0;
  expect(whole).toBe(said);
  const step = done.record.steps.find((one) => one.step === 'text-positions');
  const characters = runs.reduce((sum, { text }) => sum + text.length, 0);
  if (step?.outcome === 'ok') expect(characters).toBeGreaterThan(195_000);
  else expect(step).toMatchObject({ outcome: 'partial', reason: { code: 'text-positions-cut' } });
  done.caseFile.close();
});

test('digits are said to reach out of their boxes by no more than a pixel, whatever font a page means', async () => {
  const done = await taken('text/upright', 1);
  const runs = runsOf(done).filter(({ letters }) => letters);
  const far = runs.filter(({ letters }) => Math.max(...letters!.ink) > 1);
  expect(runs).toHaveLength(200);
  expect(far.map(({ text, letters, height }) => [text, letters!.way, letters!.ink, height])).toEqual([]);
  done.caseFile.close();
});
