import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import puppeteer from 'puppeteer';
import { expect, test } from 'vitest';
import { findChromium } from '../../../../electron/setup/find-chromium.mjs';
import { bundledFonts } from '../../../../electron/capture/browser/fonts.ts';
import { deviceClockAndRandom } from '../../../../electron/casefile/processes/clock-and-random.ts';
import { redactItem } from '../../../../electron/intake/redact/redact-item.ts';
import { itemId } from '../../../../shared/case/item-id.ts';
import { context, freshCase } from '../../../fixtures/case-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { importedRecord } from '../../../fixtures/made/imported-record.ts';
import { spawnChild } from '../../../fixtures/runner/spawn-child.ts';
import { drawnPixels, isBlue, isNear, isPink, countOf } from './printed-colours.ts';

const words = ['13800138000', '张三丰'];
const before = ['电话', 'Tel. ', 'office fi ', 'WWW', '', '号码（', 'ffi '];
const behind = ['请勿外传', ' ok', ' fjord', '）。', '', 'WW', '与张某'];
const said = [
  '138 0013 8000',
  '138-0013-8000',
  '１３８００１３８０００',
  '13800\u00ad138000',
  '张三丰',
  '张\u200b三丰',
];
const looks = [
  'letter-spacing:3px',
  'font-weight:700',
  'font-style:italic',
  'transform:rotate(7deg);transform-origin:left',
  'transform:scale(1.4,.8);transform-origin:left',
  'writing-mode:vertical-rl;height:200px',
  'width:90px',
  'font-variant-ligatures:none',
];

/** Forty lines; what is to be covered is pink, all else is blue. */
const lines = Array.from({ length: 40 }, (_, at) => {
  const [head, tail] = [before[at % before.length], behind[at % behind.length]];
  const look = `font-size:${10 + (at % 9) * 2}px;${looks[at % looks.length]}`;
  return `<p style="${look}">${head}<b style="color:#f0f;font-weight:inherit">${said[at % said.length]}</b>${tail}</p>`;
});
const font = readFileSync(bundledFonts().regular).toString('base64');
const html = `<!doctype html><meta charset=utf-8><style>@font-face{font-family:Own;src:url(data:font/ttf;base64,${font})}body{color:#00f;font-family:Own}p{margin:14px 30px;line-height:1.8}</style>${lines.join('')}`;

/** The lines as a browser prints them, every page turned otherwise. */
async function printed(): Promise<Buffer> {
  const browser = await puppeteer.launch({
    executablePath: findChromium()?.path ?? '',
    headless: true,
    pipe: true,
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    await page.setContent(html);
    await page.evaluate('document.fonts.ready');
    const document = await PDFDocument.load(await page.pdf({ format: 'A5' }));
    document.getPages().forEach((one, at) => one.setRotation(degrees((at % 4) * 90)));
    return Buffer.from(await document.save());
  } finally {
    await browser.close();
  }
}

const isBlack = (data: Buffer, at: number) => data[at]! + data[at + 1]! + data[at + 2]! === 0;

test('of forty printed lines on turned pages no pixel of the words is left, and what is farther than a letter is kept', async () => {
  const bytes = await printed();
  const folder = freshFolder();
  writeFileSync(join(folder, 'a.pdf'), bytes);
  execFileSync('pdftoppm', ['-r', '200', '-png', join(folder, 'a.pdf'), join(folder, 'p')]);
  const seen = readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .sort();
  const caseFile = freshCase();
  const parent = caseFile.addItem({
    ...importedRecord(itemId(1, context.clockAndRandom.random(10)), { as: 'document', count: seen.length }),
    artifacts: [{ role: 'original', name: 'a.pdf', mediaType: 'application/pdf', ...caseFile.objects.putBytes(bytes) }],
  });
  const redaction = { regions: [], words, reason: '试' };
  const { signal } = new AbortController();
  const { state } = await redactItem(caseFile, parent, redaction, deviceClockAndRandom, spawnChild, signal);
  const tiles = state.record.artifacts.filter(({ role }) => role === 'page-image');
  expect([tiles.length, seen.length > 3]).toEqual([seen.length, true]);
  const total = { pink: 0, left: 0, kept: 0, lost: 0 };
  for (const [at, tile] of tiles.entries()) {
    const [was, now] = [
      await drawnPixels(join(folder, seen[at]!)),
      await drawnPixels(caseFile.readObject(tile.sha256)),
    ];
    total.pink += countOf(was, isPink);
    total.left += countOf(now, isPink);
    const by = was.width === now.width ? 3 : 4;
    for (let pixel = 0; pixel < was.data.length / 3; pixel++) {
      if (!isBlue(was.data, pixel * 3) || isNear(was, pixel, 34, isPink)) continue;
      const there = Math.floor(pixel / was.width) * now.width + (pixel % was.width);
      if (isNear(now, there, by, isBlue)) total.kept += 1;
      else if (isBlack(now.data, there * 3)) total.lost += 1; // else two programs draw a thin stroke otherwise
    }
  }
  expect(total.pink).toBeGreaterThan(20_000);
  expect(total.kept).toBeGreaterThan(15_000);
  // Half of the largest letter.
  expect({ left: total.left, lost: total.lost }).toEqual({ left: 0, lost: 0 });
  for (const { sha256 } of state.record.artifacts.filter(({ role }) => role === 'text' || role === 'page-words')) {
    const text = readFileSync(caseFile.objectPath(sha256), 'utf8')
      .normalize('NFKC')
      .replace(/[\s\u00ad\u200b-]/g, '');
    expect(words.filter((one) => text.includes(one))).toEqual([]);
  }
  caseFile.close();
}, 240_000);
