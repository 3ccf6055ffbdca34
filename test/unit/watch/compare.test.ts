import sharp from 'sharp';
import { expect, test } from 'vitest';
import { compareItems, type Compared } from '../../../electron/compare/compare-items.ts';
import { spawnChild } from '../../fixtures/runner/spawn-child.ts';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { pictureBands } from '../../../shared/watch/picture-bands.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';

const [width, rowHeight] = [60, 20];

/** A page of coloured lines, each with words, as a capture in two tiles that share rows. */
async function captureOf(
  caseFile: WritableCase,
  lines: readonly (readonly [text: string, colour: string])[],
  at: string,
  across = width,
): Promise<Compared> {
  const height = lines.length * rowHeight;
  const whole = sharp({ create: { width: across, height, channels: 3, background: '#fff' } }).composite(
    lines.map(([, background], row) => ({
      input: { create: { width: across, height: rowHeight, channels: 3 as const, background } },
      left: 0,
      top: row * rowHeight,
    })),
  );
  const pixels = await whole.png().toBuffer();
  const cut = Math.floor(height / 2);
  const tiles = [];
  for (const [n, top, end] of [
    [1, 0, cut + 5],
    [2, cut - 5, height],
  ] as const) {
    const png = await sharp(pixels)
      .extract({ left: 0, top, width: across, height: end - top })
      .png()
      .toBuffer();
    tiles.push({
      role: 'screenshot-tile' as const,
      name: `tile-000${n}.png`,
      mediaType: 'image/png',
      ...caseFile.objects.putBytes(png),
      x: 0,
      y: top,
      width: across,
      height: end - top,
    });
  }
  const text = lines.map(([words]) => words).join('\n');
  const record = someCapture(caseFile, text);
  const words = lines.map(([words_], row) => ({
    x: 0,
    y: row * rowHeight,
    width: across,
    height: rowHeight,
    text: words_,
  }));
  return {
    record: {
      ...record,
      startedAt: at,
      picture: { width: across, height, overlap: 10 },
      artifacts: [...tiles, ...record.artifacts],
    },
    side: { text, advertText: '', at },
    words,
  };
}

const page = [
  ['企镜', '#1668dc'],
  ['2019-05-29 21:00:03', '#eeeeee'],
  ['本平台推送的信息与事实不符', '#fffbf0'],
  ['阅读 1,024', '#dddddd'],
  ['页尾', '#333333'],
] as const;
const changed = (row: number, text: string, colour: string) =>
  page.map((one, at) => (at === row ? ([text, colour] as const) : one));
const [first, later] = ['2019-05-29T13:00:03.000Z', '2019-05-30T01:30:03.000Z'];

async function compared(after: readonly (readonly [string, string])[], across = width) {
  const caseFile = freshCase();
  const found = await compareItems(
    caseFile,
    await captureOf(caseFile, page, first),
    await captureOf(caseFile, after, later, across),
    spawnChild,
    new AbortController().signal,
  );
  caseFile.close();
  return found;
}

test('the same page captured twice differs in nothing', async () => {
  expect(await compared(page)).toEqual({ text: [], picture: { bands: [] } });
});

test('a clock, a counter and an edit are told apart, in the text and in the picture', async () => {
  const kinds = async (row: number, text: string) => {
    const { text: lines, picture } = await compared(changed(row, text, '#00aa00'));
    return [
      lines.map(({ kind }) => kind),
      'bands' in picture && picture.bands.map(({ kind, before }) => [kind, before]),
    ];
  };
  expect(await kinds(1, '2019-05-30 09:30:03')).toEqual([['clock'], [['clock', { y: 20, height: 20 }]]]);
  expect(await kinds(3, '阅读 2,048')).toEqual([['counter'], [['counter', { y: 60, height: 20 }]]]);
  expect(await kinds(2, '查企业，用企镜')).toEqual([['edit'], [['edit', { y: 40, height: 20 }]]]);
});

test('a picture that was exchanged without a word is found, and called so', async () => {
  const { text, picture } = await compared(changed(0, '企镜', '#aa0000'));
  expect(text).toEqual([]);
  expect(picture).toEqual({
    bands: [{ what: 'changed', kind: 'picture', before: { y: 0, height: 20 }, after: { y: 0, height: 20 } }],
  });
});

test('what only moved down because something came in above it has not changed', async () => {
  const { picture } = await compared([page[0], ['声明：更正', '#ffcc00'], ...page.slice(1)]);
  expect(picture).toEqual({ bands: [{ what: 'added', kind: 'edit', before: null, after: { y: 20, height: 20 } }] });
});

test('pictures of different widths are not compared, and that is said', async () => {
  const { picture } = await compared(page, 80);
  expect(picture).toEqual({ why: { code: 'widths-differ', params: { before: 60, after: 80 } } });
});

test('pictures that differ throughout are not aligned by force', () => {
  const rows = (salt: string) => Array.from({ length: 20_000 }, (_, at) => `${salt}${at}`);
  expect(pictureBands(rows('a'), rows('b'))).toBeNull();
});
