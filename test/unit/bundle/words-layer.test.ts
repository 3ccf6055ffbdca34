import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { remove } from '../../../electron/casefile/files/durable.ts';
import { runsInRows } from '../../../electron/bundle/pages/exhibit/words-layer.ts';
import { storedTextPositions, type RunLetters, type TextRun } from '../../../shared/page/text-positions.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';

const haveTools = ['pdftotext', 'pdftoppm'].every((tool) => spawnSync(tool, ['-v']).error === undefined);
if (!haveTools) console.warn('SKIPPED: pdftotext or pdftoppm is missing; bundles are not read back with them');

type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

/** A white picture of 400 by 300 with a blue block wherever the word in question stands. */
const blocks: readonly Box[] = [
  { x: 120, y: 40, width: 90, height: 24 },
  { x: 150, y: 100, width: 40, height: 24 },
  { x: 300, y: 60, width: 24, height: 60 },
];
/** A green block for a word whose letters reach six pixels below their boxes. */
const deep: Box = { x: 20, y: 220, width: 60, height: 26 };
/** A cyan block for a word in a line that is read from right to left, and in words of another script from left to right. */
const both: Box = { x: 130, y: 260, width: 70, height: 24 };
const ink = [0, 0, 0, 0] as const;
const line = (box: Box, text: string, way: RunLetters['way'], advances: readonly number[]): TextRun => ({
  ...box,
  text,
  letters: { way, ink, measures: [0, ...advances], lengths: null },
});
const runs: readonly TextRun[] = [
  // RunLetters of very different widths: a share of the line would put the word 60 pixels too far right.
  line({ x: 20, y: 40, width: 240, height: 24 }, 'iiii IOU WW', 'right', [5, 5, 5, 5, 80, 30, 30, 30, 10, 20, 20]),
  line({ x: 100, y: 100, width: 100, height: 24 }, 'א בג דה', 'left', [10, 0, 20, 20, 10, 20, 20]),
  line({ x: 300, y: 20, width: 24, height: 140 }, '竖排文字完', 'down', [20, 20, 30, 30, 40]),
  {
    ...{ ...deep, height: 20, text: 'gjpqy' },
    letters: { way: 'right', ink: [0, 0, 0, 6], measures: [0, 12, 12, 12, 12, 12], lengths: null },
  },
  // Its full stop is at the left: as it is written, every word would stand further left than it is seen.
  {
    ...{ x: 20, y: 260, width: 180, height: 24, text: 'mm YZQ.' },
    letters: {
      way: 'boxes',
      ink,
      measures: [30, 30, 20, 30, 20, 20, 30].flatMap((wide, at) => [
        [30, 60, 90, 110, 140, 160, 0][at] ?? 0,
        0,
        wide,
        24,
      ]),
      lengths: null,
    },
  },
];

let caseFile: WritableCase;
let folder: string;
let pdf: string;
beforeAll(async () => {
  if (!haveTools) return;
  folder = mkdtempSync(join(tmpdir(), 'words-layer-'));
  caseFile = freshCase();
  const record = someCapture(caseFile, '文字');
  const png = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#ffffff' } })
    .composite(
      [...blocks, deep, both]
        .map((block, at) => ({ ...block, background: ['#00ff00', '#00ffff'][at - blocks.length] }))
        .map(({ x, y, width, height, background = '#0000ff' }) => ({
          input: { create: { width, height, channels: 3, background } },
          left: x,
          top: y,
        })),
    )
    .removeAlpha()
    .png()
    .toBuffer();
  const positions = new TextEncoder().encode(JSON.stringify(storedTextPositions(runs, false)));
  const { item } = caseFile.addItem({
    ...record,
    view: { ...record.view, width: 400, scale: 1 },
    picture: { width: 400, height: 300, overlap: 32 },
    artifacts: [
      {
        role: 'screenshot-tile',
        name: 'tile-0001.png',
        mediaType: 'image/png',
        ...caseFile.objects.putBytes(png),
        x: 0,
        y: 0,
        width: 400,
        height: 300,
      },
      {
        role: 'text-positions',
        name: 'text-positions.json',
        mediaType: 'application/json',
        ...caseFile.objects.putBytes(positions),
      },
      ...record.artifacts,
    ],
  });
  const marks = ['IOU', 'בג', '文字'].map((words) => ({ kind: 'frame' as const, words }));
  const exhibits = [
    {
      item,
      group: 'g',
      title: 't',
      source: 's',
      purpose: 'p',
      marks: [{ kind: 'key' as const, words: 'IOU' }, ...marks],
    },
  ];
  caseFile.logEvent('exhibits-set', { exhibits });
  ({ pdf } = await buildIn(caseFile));
});
afterAll(() => {
  if (!haveTools) return;
  caseFile.close();
  remove(folder);
});

const tool = (name: string, ...args: string[]) => spawnSync(name, args, { encoding: 'utf8', maxBuffer: 1e8 }).stdout;

/** The page of the bundle that shows the whole picture, counted from 1, by the words that only it has. */
function exhibitPage(): number {
  return (
    tool('pdftotext', pdf, '-')
      .split('\f')
      .findIndex((text) => text.includes('iiii')) + 1
  );
}

/** Boxes of all pixels of a colour that touch each other's rows and columns, from a page drawn at 144 dpi, in points. */
async function boxesOf(page: number, is: (r: number, g: number, b: number) => boolean): Promise<Box[]> {
  const root = join(folder, `page-${page}`);
  tool('pdftoppm', '-r', '144', '-f', String(page), '-l', String(page), '-singlefile', '-png', pdf, root);
  const { data, info } = await sharp(readFileSync(`${root}.png`))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const found: { x1: number; y1: number; x2: number; y2: number }[] = [];
  for (let at = 0; at < info.width * info.height; at++) {
    if (!is(data[at * 3]!, data[at * 3 + 1]!, data[at * 3 + 2]!)) continue;
    const [x, y] = [at % info.width, Math.floor(at / info.width)];
    const near = found.find((one) => x >= one.x1 - 2 && x <= one.x2 + 2 && y >= one.y1 - 2 && y <= one.y2 + 2);
    if (!near) found.push({ x1: x, y1: y, x2: x, y2: y });
    else Object.assign(near, { x1: Math.min(near.x1, x), x2: Math.max(near.x2, x), y2: Math.max(near.y2, y) });
  }
  return found.map(({ x1, y1, x2, y2 }) => ({
    x: x1 / 2,
    y: y1 / 2,
    width: (x2 + 1 - x1) / 2,
    height: (y2 + 1 - y1) / 2,
  }));
}
const isBlue = (r: number, g: number, b: number) => b > 200 && r < 60 && g < 60;

/** Words of a page with their boxes, as another program finds them, in points. */
function wordsOn(page: number): { word: string; x: number; right: number; y: number; bottom: number }[] {
  const html = tool('pdftotext', '-bbox', '-f', String(page), '-l', String(page), pdf, '-');
  return Array.from(
    html.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g),
    ([, x, y, right, bottom, word = '']) => ({
      word,
      x: Number(x),
      right: Number(right),
      y: Number(y),
      bottom: Number(bottom),
    }),
  );
}

describe('words of which the letters were measured', () => {
  test.skipIf(!haveTools)(
    'are found by another program where the picture shows them, and read as they are',
    async () => {
      const page = exhibitPage();
      const [block] = await boxesOf(page, isBlue);
      const word = wordsOn(page).find((one) => one.word === 'IOU')!;
      expect(Math.abs(word.x - block!.x)).toBeLessThan(1);
      expect(Math.abs(word.right - (block!.x + block!.width))).toBeLessThan(1);
      const text = tool('pdftotext', '-f', String(page), '-l', String(page), pdf, '-');
      for (const one of ['iiii IOU WW', 'א בג דה', '竖排文字完']) expect(text.replace(/\s+/g, ' ')).toContain(one);
    },
  );

  test.skipIf(!haveTools)('stand where they are seen in a line that is read both ways', async () => {
    const page = exhibitPage();
    const [block] = await boxesOf(page, (r, g, b) => g > 200 && b > 200 && r < 60);
    const word = wordsOn(page).find((one) => one.word === 'YZQ')!;
    expect(Math.abs(word.x - block!.x)).toBeLessThan(1);
    expect(Math.abs(word.right - (block!.x + block!.width))).toBeLessThan(1);
  });

  test.skipIf(!haveTools)('cover the letters that reach below their boxes', async () => {
    const page = exhibitPage();
    const [block] = await boxesOf(page, (r, g, b) => g > 200 && r < 60 && b < 60);
    const word = wordsOn(page).find((one) => one.word === 'gjpqy')!;
    expect(word.y).toBeLessThan(block!.y + 0.5);
    expect(word.bottom).toBeGreaterThan(block!.y + block!.height - 0.5);
  });

  test.skipIf(!haveTools)('are framed by themselves, in the whole picture and in the key view above it', async () => {
    const page = exhibitPage();
    const isRed = (r: number, g: number, b: number) => r > 140 && g < 90 && b < 90;
    const keyPage =
      tool('pdftotext', pdf, '-')
        .split('\f')
        .findIndex((text) => text.includes('涉案文字')) + 1;
    expect(tool('pdftotext', '-f', String(keyPage), '-l', String(keyPage), pdf, '-')).not.toContain('同一行');
    expect(keyPage).toBe(page);
    const [frames, shown] = [await boxesOf(page, isRed), await boxesOf(page, isBlue)];
    expect(frames).toHaveLength(1 + 3);
    for (const frame of frames) {
      const inside = shown.filter((one) => Math.abs(one.x - frame.x) < 6 && Math.abs(one.y - frame.y) < 6);
      expect(inside).toHaveLength(1);
      expect(Math.abs(frame.width - inside[0]!.width)).toBeLessThan(9);
      expect(Math.abs(frame.height - inside[0]!.height)).toBeLessThan(9);
    }
  });
});

test('of a column that goes over two pages each page has the letters that it shows; a line is on the page of its middle', () => {
  const column = line({ x: 300, y: 20, width: 24, height: 140 }, '竖排文字完', 'down', [20, 20, 30, 30, 40]);
  const row = line({ x: 0, y: 60, width: 40, height: 20 }, 'ab', 'right', [20, 20]);
  const texts = (from: number, to: number) => runsInRows([column, row], from, to).map(({ text }) => text);
  expect(texts(0, 70)).toEqual(['竖排']); // the third has its middle at 75, the row at 70
  expect(texts(70, 200)).toEqual(['文字完', 'ab']);
  expect(texts(200, 300)).toEqual([]);
});
