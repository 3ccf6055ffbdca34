import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { structuralSimilarity, type Grey } from '../../../../electron/bundle/pictures/ssim.ts';
import type { RecodeAnswer, RecodeJob } from '../../../../electron/bundle/pictures/recode-child.ts';
import { runInChild } from '../../../../electron/casefile/processes/children.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { spawnChild } from '../../../fixtures/runner/spawn-child.ts';

const grey = (width: number, height: number, at: (x: number, y: number) => number): Grey => ({
  data: Uint8Array.from({ length: width * height }, (_, n) => at(n % width, Math.floor(n / width))),
  width,
  height,
});

describe('how alike two pictures are', () => {
  const board = grey(8, 8, (x, y) => ((x + y) % 2) * 255);

  test('is by hand what the formula says', () => {
    expect(structuralSimilarity(board, board)).toBe(1);
    // Means 127.5, variances 127.5² = 16256.25, covariance -16256.25: (58.5225 - 32512.5) / (32512.5 + 58.5225).
    const inverse = grey(8, 8, (x, y) => ((x + y + 1) % 2) * 255);
    expect(structuralSimilarity(board, inverse)).toBeCloseTo(-32453.9775 / 32571.0225, 6);
    // Letters at half their contrast: covariance 8128.125, variances 16256.25 and 4064.0625, means 127.5 and 191.25.
    const faint = grey(8, 8, (x, y) => 127.5 + 63.75 + (((x + y) % 2) * 2 - 1) * 63.75);
    expect(structuralSimilarity(board, faint)).toBeCloseTo(0.738, 1);
  });

  test('is not made better by empty paper around the letters', () => {
    const paper = (letters: number) =>
      grey(800, 8, (x, y) => (x < 8 ? Math.abs(255 * letters - board.data[y * 8 + x]!) : 255));
    expect(structuralSimilarity(paper(0), paper(1))).toBeLessThan(0);
    expect(
      structuralSimilarity(
        grey(8, 8, () => 255),
        grey(8, 8, () => 254),
      ),
    ).toBe(1);
    expect(
      structuralSimilarity(
        grey(8, 8, () => 255),
        grey(8, 8, () => 0),
      ),
    ).toBeLessThan(0.01);
  });
});

/** Letters on paper, as a browser draws them. */
const page = (lines: number, font = 13) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="${lines * 22}"><rect width="640" height="100%" fill="#fff"/>${Array.from(
        { length: lines },
        (_, n) =>
          `<text x="8" y="${n * 22 + 16}" font-size="${font}">${n} The company has entered liquidation 0123456789</text>`,
      ).join('')}</svg>`,
    ),
  ).flatten({ background: '#fff' });
const noise = () =>
  sharp({
    create: {
      width: 320,
      height: 240,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  });

const folder = freshFolder();
async function recode(source: Buffer, job: Partial<RecodeJob>) {
  mkdirSync(folder, { recursive: true });
  const sha256 = createHash('sha256').update(source).digest('hex');
  const [path, out] = ['source', 'out'].map((name) => join(folder, `${sha256}-${Math.random()}.${name}`)) as [
    string,
    string,
  ];
  writeFileSync(path, source);
  const request = { jobs: [{ path, sha256, out, quality: 82, scale: 1, mustScale: false, ...job }] };
  const limits = { milliseconds: 60_000, megabytes: 512 };
  const result = await runInChild(
    spawnChild,
    'bundle/pictures/recode-child',
    request,
    limits,
    new AbortController().signal,
  );
  if (result.ended === 'died') throw new Error('the child died');
  return { made: (result.answer as RecodeAnswer).pictures[0] ?? null, path, out };
}

describe('a recoded picture', () => {
  test('is never larger: what is small already stays as it is', async () => {
    const flat = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect((await recode(flat, {})).made).toBeNull();
    const already = await noise().jpeg({ quality: 40 }).toBuffer();
    expect((await recode(already, {})).made).toBeNull();
    const photo = await noise().png().toBuffer();
    const { made, out } = await recode(photo, {});
    expect(made?.bytes).toBeLessThan(photo.length * 0.95);
    expect(readFileSync(out)).toHaveLength(made?.bytes ?? -1);
  });

  test('has letters that look as in the original, however far the step goes, by another program’s measure too', async () => {
    const source = await page(30).png({ palette: false, compressionLevel: 0 }).toBuffer();
    const { made, path, out } = await recode(source, { quality: 5 });
    expect(Number(made?.ssim)).toBeGreaterThanOrEqual(0.98);
    expect(made?.how).not.toBe('JPEG q5');
    const compared = spawnSync(
      'ffmpeg',
      ['-hide_banner', '-f', 'png_pipe', '-i', path, '-f', 'jpeg_pipe', '-i', out, '-lavfi', 'ssim', '-f', 'null', '-'],
      { encoding: 'utf8' },
    );
    if (compared.error) return; // no ffmpeg here
    expect(Number(/SSIM Y:([\d.]+)/.exec(compared.stderr)?.[1])).toBeGreaterThanOrEqual(0.98);
    // Its own step alone would not do.
    const poor = await sharp(source).jpeg({ quality: 5 }).toBuffer();
    writeFileSync(`${out}.poor`, poor);
    const worse = spawnSync(
      'ffmpeg',
      [
        '-hide_banner',
        '-f',
        'png_pipe',
        '-i',
        path,
        '-f',
        'jpeg_pipe',
        '-i',
        `${out}.poor`,
        '-lavfi',
        'ssim',
        '-f',
        'null',
        '-',
      ],
      { encoding: 'utf8' },
    );
    expect(Number(/SSIM Y:([\d.]+)/.exec(worse.stderr)?.[1])).toBeLessThan(0.98);
  });

  test('is scaled where the court’s rule wants fewer dots, in whichever form is smaller', async () => {
    const source = await page(20).png().toBuffer();
    const { made, out } = await recode(source, { scale: 0.5, mustScale: true });
    const { width, format } = await sharp(out).metadata();
    expect([width, `image/${format}`]).toEqual([320, made?.mediaType]);
    const flat = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect((await recode(flat, { scale: 0.5, mustScale: true })).made).toMatchObject({
      mediaType: 'image/png',
      how: 'PNG',
      ssim: '1.000',
    });
  });
});
