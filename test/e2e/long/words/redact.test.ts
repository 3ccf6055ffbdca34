import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spawnChild } from '../../../fixtures/runner/spawn-child.ts';
import { deviceClockAndRandom } from '../../../../electron/casefile/processes/clock-and-random.ts';
import { redactItem } from '../../../../electron/intake/redact/redact-item.ts';
import { wordsOfItem } from '../../../../electron/intake/redact/locate-words.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';

const phone = '13800138000';
/** What is to be painted over is magenta; all else on these pages is black, grey or green. */
const pink = (text: string) => `<i class=s>${text}</i>`;
const look =
  '.s{color:#f0f;font-style:normal}body{margin:0;color:#000;background:#fff;font:16px/24px "Noto Sans SC",sans-serif}';
const html = (body: string, more = '', open = '<html lang=zh>') =>
  `<!doctype html>${open}<meta charset=utf-8><title>页</title><style>${look}${more}</style><body>${body}`;

/** Pages whose widths no share of a line tells: the digits stand between letters of very different widths. */
const pages: Readonly<Record<string, string>> = {
  proportional: html(
    [
      `<p>iiiiilllll.iiiiilllll.iiiiilllll ${pink('138 0013 8000')} 请勿外传请勿外传</p>`,
      `<p>联系电话请打这个号码：${pink('138-0013-8000')} illilliillilliillil</p>`,
      `<p>WWWWWWWWWW ${pink('１３８００１３８０００')} iiii</p>`,
      `<p style="width:200px">一段会折行的话，号码是 ${pink('138 0013')} ${pink('8000')} 在这里折行结束</p>`,
      `<p style="font:italic 40px serif;letter-spacing:-2px">fff${pink(`<em>${phone}</em>`)}fff</p>`,
      `<p>后面这一行留着</p>`,
    ].join(''),
    'p{margin:8px}',
  ),
  'rtl-wide': html(
    `<div style="width:4000px;height:40px;background:#393"></div><p>RTL ${pink(phone)}</p><p style="padding-right:3000px">${pink(phone)}</p>`,
    '',
    '<html lang=ar dir=rtl>',
  ),
  'vertical-rl': html(
    `<div style="height:700px;width:4000px;background:linear-gradient(#393,#fff)"></div><p>第一列${pink(phone)}</p><p>竖排 ${pink('138 0013 8000')}</p>`,
    'html{writing-mode:vertical-rl}',
  ),
  scaled: html(
    `<div style="transform:scale(2) rotate(9deg);margin:200px;width:400px">${pink(phone)} iiii</div><p style="zoom:1.7">放大 ${pink(phone)}</p>`,
  ),
  'skip-link': html(`<a style="position:absolute;left:-9999px">跳到正文</a><p>电话 ${pink(phone)}</p>`),
  'off-picture': html(`<p>电话 ${pink(phone)}</p><div style="position:fixed;top:3000px">电话 ${phone}</div>`),
  'scaled-frame': html(
    `<iframe style="transform:scale(.5);width:600px;height:90px" srcdoc="<p style='color:#f0f;font-size:40px'>${phone}"></iframe><p>电话 ${pink(phone)}</p>`,
  ),
  frame: html(
    `<iframe style="width:600px;height:90px;margin:33px" srcdoc="<p style='color:#f0f;font-size:40px'>${phone}"></iframe>`,
  ),
  controls: html(
    `<img alt="电话 ${phone}" src="/none" style="color:#f0f"><p><input placeholder="${phone}" style="width:300px"></p>` +
      `<select multiple style="color:#f0f"><option>甲<option>${phone}</select><p>电话 ${pink(phone)}</p>`,
    'input::placeholder{color:#f0f}',
  ),
  'style-words': html(`<p>电话 ${pink(phone)}</p><p class=x></p>`, `.x::after{content:"电话 ${phone}";color:#f0f}`),
  'style-attribute': html(
    `<p>电话 ${pink(phone)}</p><p class=x data-t="${phone}"></p>`,
    '.x::before{content:attr(data-t);color:#f0f}',
  ),
  'far-shadow': html(`<p style="text-shadow:0 60px #f0f">电话 ${pink(phone)}</p>`),
  'said-unseen': html(`<p>电话 ${pink(phone)}</p><p style="opacity:0">${phone}</p>`),
};

/**
 * Lines of one text node each, in which the number is magenta where `mark` marks it: the picture of the marked page says
 * where its ink is in that of the plain one.
 */
const lines = (mark: (text: string) => string) =>
  html(
    [
      `<p>iiiiilllll.iiiiilllll.iiiiilllll ${mark('138 0013 8000')} 请勿外传请勿外传</p>`,
      `<p>联系电话请打这个号码：${mark('138-0013-8000')}，illilliillilliillil。</p>`,
      `<p style="font:italic 40px/60px 'Liberation Serif';letter-spacing:-2px">Wolff${mark('1380013 8000')}fjord</p>`,
      `<p style="font:italic 60px/90px 'Liberation Serif';letter-spacing:-5px">12 ${mark('jfjf')} 12</p>`,
      `<p dir=rtl style="font-family:'DejaVu Sans'">מספר ${mark('138 0013 8000')} סוף</p>`,
      `<div style="writing-mode:vertical-rl;height:400px">竖排电话 ${mark('13800138000')} 请勿</div>`,
      `<div style="transform:rotate(15deg);width:500px;margin:100px">Rotated ${mark('138 0013 8000')} 旋转</div>`,
      `<div style="zoom:1.7">放大 ${mark('138 0013 8000')} WWW</div>`,
      `<p style="width:170px">一段会折行的话，号码是 ${mark('138 0013 8000')} 在这里折行结束</p>`,
    ].join(''),
    'p,div{margin:8px;white-space:pre-line}',
  );

let site: Server;
let origin: string;
beforeAll(async () => {
  site = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const name = (request.url ?? '').slice(1);
    const made = { plain: lines((text) => text), marked: lines(pink) }[name];
    response.end(made ?? pages[name] ?? '');
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`; // a TCP server
});
afterAll(() => site.close());

const taken = (name: string, scale: 1 | 2 = 1) =>
  captured(`${origin}/${name}`, { view: { device: 'desktop', width: 1280, height: 900, scale } });

const redact = (
  { caseFile, state }: Captured,
  words: readonly string[],
  regions: readonly { x: number; y: number; width: number; height: number }[] = [],
) =>
  redactItem(
    caseFile,
    state,
    { regions, words, reason: '试' },
    deviceClockAndRandom,
    spawnChild,
    new AbortController().signal,
  );

/** Magenta pixels of an item's picture, antialiased ones too, counted from the stored PNG by another reading than ours. */
async function pinkOf({ caseFile }: Captured, { record }: Captured['state']): Promise<number> {
  let count = 0;
  for (const { role, sha256 } of record.artifacts) {
    if (role !== 'screenshot-tile') continue;
    const raw = await sharp(caseFile.objectPath(sha256)).removeAlpha().raw().toBuffer();
    for (let at = 0; at < raw.length; at += 3)
      if (raw[at]! - raw[at + 1]! > 12 && raw[at + 2]! - raw[at + 1]! > 12) count += 1;
  }
  return count;
}

describe('a redacted picture has nothing left of the words', () => {
  test.each([
    ['proportional', 1],
    ['proportional', 2],
    ['rtl-wide', 1],
    ['vertical-rl', 2],
    ['scaled', 1],
    ['skip-link', 1],
    ['frame', 1],
    ['controls', 1],
  ] as const)('%s at scale %i', async (name, scale) => {
    const done = await taken(name, scale);
    expect(await pinkOf(done, done.state)).toBeGreaterThan(100);
    const { state, places } = await redact(done, ['138 0013 8000']);
    expect(await pinkOf(done, state)).toBe(0);
    expect(places).toBeGreaterThan(0);
    const text = state.record.artifacts.find(({ role }) => role === 'text')!;
    expect(new TextDecoder().decode(done.caseFile.readObject(text.sha256)).replace(/\s/g, '')).not.toContain('138');
    if (name === 'proportional') {
      const { runs } = wordsOfItem(done.caseFile, state.record);
      expect(runs.map((run) => run.text)).toContain('后面这一行留着');
    }
    done.caseFile.close();
  });
});

describe('words that styles write are covered where they stand; words that no picture shows are in no file of the copy', () => {
  test.each(['style-words', 'style-attribute', 'off-picture', 'said-unseen'])('%s', async (name) => {
    const done = await taken(name);
    expect(await pinkOf(done, done.state)).toBeGreaterThan(100);
    const { state } = await redact(done, [phone]);
    expect(await pinkOf(done, state)).toBe(0);
    const sealed = ['redacted-words', 'screenshot-tile'];
    for (const { role, sha256 } of state.record.artifacts.filter((one) => !sealed.includes(one.role)))
      expect(Buffer.from(done.caseFile.readObject(sha256)).includes(phone), role).toBe(false);
    expect(JSON.stringify(state.record)).not.toContain(phone);
    done.caseFile.close();
  });
});

/** All pixels of an item's picture, three bytes each. */
async function pixelsOf({ caseFile }: Captured, { record }: Captured['state']): Promise<Uint8Array> {
  const { width = 0, height = 0 } = (record.kind === 'capture' && record.picture) || {};
  const all = new Uint8Array(width * height * 3);
  for (const { role, sha256, y = 0 } of record.artifacts)
    if (role === 'screenshot-tile')
      all.set(await sharp(caseFile.objectPath(sha256)).removeAlpha().raw().toBuffer(), y * width * 3);
  return all;
}

describe('a redacted line of one text node', () => {
  test.for([1, 2] as const)(
    'is black where the number was and keeps the letters beside it, at scale %i',
    async (scale) => {
      const [plain, marked] = [await taken('plain', scale), await taken('marked', scale)];
      const { state, lines: whole } = await redact(plain, ['138 0013 8000', 'jfjf']);
      expect(whole).toBe(0);
      const width = plain.record.picture!.width;
      const [before, after, colours] = [
        await pixelsOf(plain, plain.state),
        await pixelsOf(plain, state),
        await pixelsOf(marked, marked.state),
      ];
      expect(after).toHaveLength(colours.length);
      const [number, others] = [new Set<number>(), new Set<number>()];
      for (let at = 0; at < colours.length; at += 3) {
        const [r, g, b] = [colours[at]!, colours[at + 1]!, colours[at + 2]!];
        if (r - g > 12 && b - g > 12) number.add(at / 3);
        else if (g < 128) others.add(at / 3);
      }
      const black = (at: number) => after[at * 3]! + after[at * 3 + 1]! + after[at * 3 + 2]! === 0;
      const same = (at: number) => [0, 1, 2].every((byte) => after[at * 3 + byte] === before[at * 3 + byte]);
      expect(number.size).toBeGreaterThan(1_000);
      expect([...number].filter((at) => !black(at))).toEqual([]);
      // Other letters are as they were, but for those that the margin touches: slanted, turned and close ones.
      const touched = [...others].filter((at) => !same(at));
      expect(touched.length).toBeLessThan(others.size / 25);
      const ordinary = 150 * scale * width; // the first three lines
      expect(touched.filter((at) => at < ordinary / 2)).toEqual([]);
      const texts = wordsOfItem(plain.caseFile, state.record).runs.map(({ text }) => text.trim());
      expect(texts).toContain('iiiiilllll.iiiiilllll.iiiiilllll');
      expect(texts).toContain('，illilliillilliillil。');
      expect(texts.join('').replace(/\s/g, '')).not.toContain('138');
      plain.caseFile.close();
      marked.caseFile.close();
    },
  );
});

describe('where a place is not known, it is refused and the case stays as it is', () => {
  test.each([
    ['scaled-frame', 'words-off-picture'],
    ['far-shadow', 'words-off-picture'],
  ] as const)('%s', async (name, code) => {
    const done = await taken(name);
    await expect(redact(done, [phone])).rejects.toMatchObject({ code });
    await expect(redact(done, ['不在页面上'])).rejects.toMatchObject({ code: 'words-not-said' });
    expect(done.caseFile.items()).toHaveLength(1);
    // Whoever looked at the picture may say where.
    const { picture } = done.record;
    const all = { x: 0, y: 0, width: picture!.width, height: picture!.height };
    expect(await pinkOf(done, (await redact(done, [phone], [all])).state)).toBe(0);
    done.caseFile.close();
  });
});

test('of a page that begins left of its first window, the words lie where the picture has them', async () => {
  const done = await taken('rtl-wide');
  const { runs, framed } = wordsOfItem(done.caseFile, done.record);
  const run = runs.find(({ text }) => text === phone)!;
  const tile = done.record.artifacts.find(({ role }) => role === 'screenshot-tile')!;
  const [left, top] = [Math.floor(run.x), Math.floor(run.y)];
  const part = sharp(done.caseFile.objectPath(tile.sha256)).extract({
    left,
    top,
    width: Math.ceil(run.width),
    height: 20,
  });
  const raw = await part.removeAlpha().raw().toBuffer();
  expect(framed).toBe(true);
  expect(raw.some((value, at) => at % 3 === 1 && value < 100 && (raw[at - 1] ?? 0) > 200)).toBe(true);
  done.caseFile.close();
});
