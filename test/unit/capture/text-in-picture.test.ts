import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Artifact } from '../../../shared/case/record.ts';
import { textNotInPicture } from '../../../electron/capture/picture/text-in-picture.ts';

const run = (text: string, x: number, y: number) => ({ text, x, y, width: 60, height: 16 });

/** Two tiles of 200 × 100 px that share 20 rows, white, with black marks where words were drawn. */
async function tiles(marks: readonly (readonly [x: number, y: number, grey: number])[]) {
  const pixels = Buffer.alloc(200 * 180 * 3, 255);
  for (const [x, y, grey] of marks) pixels.fill(grey, (y * 200 + x) * 3, (y * 200 + x) * 3 + 3);
  const cut = (top: number) =>
    sharp(pixels, { raw: { width: 200, height: 180, channels: 3 } })
      .extract({ left: 0, top, width: 200, height: 100 })
      .png()
      .toBuffer();
  const files = [await cut(0), await cut(80)];
  const artifacts = files.map((bytes, n): Artifact => ({
    role: 'screenshot-tile',
    name: `tile-000${n + 1}.png`,
    mediaType: 'image/png',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    x: 0,
    y: n * 80,
    width: 200,
    height: 100,
  }));
  return { artifacts, read: ({ name }: Artifact) => files[Number(name.slice(5, 9)) - 1] ?? Buffer.alloc(0) };
}

test('words over one colour are not in the picture; a single mark in their box, in either tile, is enough', async () => {
  const drawn = run('写出来的', 10, 10);
  const faint = run('浅', 100, 10);
  const across = run('跨两块', 10, 92);
  const invisible = run('同色', 100, 92);
  const white = run('没有画出来', 10, 150);
  const unjudged = [run('···', 100, 150), run('页外', 10, 300)];
  const { artifacts, read } = await tiles([
    [30, 20, 0],
    [120, 20, 240],
    [40, 106, 0],
    [120, 100, 252],
  ]);
  const { missing, judged } = await textNotInPicture(
    [white, drawn, faint, across, invisible, ...unjudged],
    artifacts,
    read,
    1,
  );
  expect([...missing].map(({ text }) => text).sort()).toEqual(['同色', '没有画出来'].sort());
  expect(judged).toBe(5);
});

test('at two device pixels per pixel the boxes lie where the words do', async () => {
  const { artifacts, read } = await tiles([[30, 20, 0]]);
  const { missing } = await textNotInPicture([run('在', 10, 5), run('不在', 20, 40)], artifacts, read, 2);
  expect([...missing].map(({ text }) => text)).toEqual(['不在']);
});
