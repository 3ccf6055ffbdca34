import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { toolOnPath } from '../../../../electron/intake/outside-tool.ts';
import { describeReason } from '../../../../shared/messages/reasons/reasons.ts';
import type { ImportRecord } from '../../../../shared/case/record.ts';
import { heifPicture, imir, irot } from '../../../fixtures/made/heif-made.ts';
import { IntakeRoom } from '../../../unit/intake/intake-room.ts';

const room = new IntakeRoom();
for (const tool of ['heif-convert', 'ffmpeg'] as const)
  if (toolOnPath(tool) === null) console.warn(`SKIPPED: what ${tool} draws, which this computer does not have`);

/** 64×40 px; corners from the left above, line by line: red, green, blue, white. */
function corners(): Sharp {
  const [width, height, side] = [64, 40, 16];
  const raw = Buffer.alloc(width * height * 3, 128);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const colour = [y < side, y >= height - side].flatMap((row, below) =>
        row ? [x < side, x >= width - side].flatMap((column, right) => (column ? [below * 2 + right] : [])) : [],
      )[0];
      const [r, g, b] = [
        [255, 0, 0],
        [0, 255, 0],
        [0, 0, 255],
        [255, 255, 255],
      ][colour ?? -1] ?? [128, 128, 128];
      raw.set([r ?? 0, g ?? 0, b ?? 0], (y * width + x) * 3);
    }
  return sharp(raw, { raw: { width, height, channels: 3 } });
}

/** Corners of each picture on the pages, in the same order: `RGBW` is as it lies in the file. */
async function shown(record: ImportRecord): Promise<string[]> {
  const images = record.artifacts.filter(({ role }) => role === 'page-image');
  return Promise.all(
    images.map(async ({ name }) => {
      const { data, info } = await sharp(room.stored(record, name)).raw().toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number) => {
        const [r = 0, g = 0, b = 0] = data.subarray((y * info.width + x) * info.channels);
        return r > 180 && g > 180 && b > 180 ? 'W' : r > g && r > b ? 'R' : g > b ? 'G' : 'B';
      };
      const [right, below] = [info.width - 5, info.height - 5];
      return [at(4, 4), at(right, 4), at(4, below), at(right, below)].join('');
    }),
  );
}

const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);
const done = (record: ImportRecord) =>
  record.steps.flatMap(({ step, reason }) => (step === 'convert-picture' && reason ? [reason] : []));

/** Orientation as EXIF says it (CIPA DC-008, tag 0x0112) → corners of the upright picture, worked out on paper. */
const upright: readonly (readonly [number, string])[] = [
  [2, 'GRWB'],
  [3, 'WBGR'],
  [4, 'BWRG'],
  [5, 'RBGW'],
  [6, 'BRWG'],
  [7, 'WGBR'],
  [8, 'GWRB'],
];
/** Properties of a HEIF file → the same (ISO/IEC 23008-12 §6.5.10, §6.5.12). */
const properties = [
  ['nothing', [], 'RGBW'],
  ['irot 90', [irot(1)], 'GWRB'],
  ['irot 180', [irot(2)], 'WBGR'],
  ['irot 270', [irot(3)], 'BRWG'],
  ['imir 0', [imir(0)], 'BWRG'],
  ['imir 1', [imir(1)], 'GRWB'],
  ['irot 90, imir 0', [irot(1), imir(0)], 'RBGW'],
  ['imir 0, irot 90', [imir(0), irot(1)], 'WGBR'],
] as const;

describe('a picture is turned once, as its own format says', () => {
  it.each(upright)('EXIF %i: JPEG, PNG, WebP, TIFF', async (orientation, wanted) => {
    const marked = () => corners().withMetadata({ orientation });
    for (const [name, bytes] of [
      ['a.jpg', await marked().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()],
      ['a.png', await marked().png().toBuffer()],
      ['a.webp', await marked().webp({ lossless: true }).toBuffer()],
      ['a.tiff', await marked().tiff({ compression: 'lzw' }).toBuffer()],
    ] as const) {
      const record = await room.import(name, bytes);
      expect(await shown(record), name).toEqual([wanted]);
      expect(done(record), name).toContainEqual({ code: 'converted-orientation', params: { orientation } });
    }
  });

  it('each page of a TIFF by its own mark, and the record names the pages that were turned', async () => {
    const record = await room.import('scan.tif', twoPages(readFileSync(await lying(1)), readFileSync(await lying(6))));
    expect(await shown(record)).toEqual(['RGBW', 'BRWG']);
    expect(done(record)).toContainEqual({
      code: 'converted-orientation-pages',
      params: { pages: '2', orientation: 6 },
    });
    expect(codes(done(record))).not.toContain('converted-orientation');
  });

  it.each(properties)('AVIF with %s: by its properties, never by EXIF', async (what, added, wanted) => {
    const record = await room.import('a.avif', heifPicture('avif', added));
    expect(await shown(record)).toEqual([wanted]);
    saysWhatWasDone(record, what, 'avif');
  });

  it.skipIf(toolOnPath('heif-convert') === null).each(properties)(
    'HEIC with %s: by its properties, never by EXIF',
    async (what, added, wanted) => {
      const record = await room.import('IMG_0001.HEIC', heifPicture('heic', added));
      expect(await shown(record)).toEqual([wanted]);
      saysWhatWasDone(record, what, 'heic');
    },
  );
});

function saysWhatWasDone(record: ImportRecord, what: string, format: string): void {
  const reasons = done(record);
  expect(reasons.find(({ code }) => code === 'converted-format')?.params).toEqual({ format });
  expect(codes(reasons)).not.toContain('converted-orientation');
  const turns = what.replaceAll(/(90|180|270)/g, '$1°');
  expect(
    reasons.filter(({ code }) => code === 'converted-heif-turned').map((one) => describeReason(one, 'en')),
  ).toEqual(what === 'nothing' ? [] : [expect.stringContaining(`(${turns})`)]);
  expect(codes(reasons)).toContain('exif-orientation-not-counted');
}

describe('what a tool drew is upright, whatever mark the tool copied along', () => {
  const { PATH } = process.env;
  afterEach(() => {
    process.env['PATH'] = PATH;
  });

  /** A `heif-convert` that writes this picture, as its several versions do. */
  function toolThatDraws(name: string, png: Buffer | null): void {
    const folder = join(room.folder, name);
    mkdirSync(folder);
    if (png) writeFileSync(join(folder, 'drawn.png'), png);
    const tool = join(folder, 'heif-convert');
    writeFileSync(tool, `#!/bin/sh\n${png ? `cp '${join(folder, 'drawn.png')}' "$2"` : ': > "$2"'}\n`);
    chmodSync(tool, 0o755);
    process.env['PATH'] = `${folder}${delimiter}${PATH ?? ''}`;
  }

  it.skipIf(process.platform === 'win32')('with EXIF 6 in its PNG and without', async () => {
    const drawn = corners().rotate(90);
    for (const [name, orientation] of [
      ['copies', 6],
      ['clears', 1],
    ] as const) {
      toolThatDraws(name, await drawn.clone().withMetadata({ orientation }).png().toBuffer());
      const record = await room.import('IMG_0002.HEIC', heifPicture('heic', [irot(3)]));
      expect(await shown(record), name).toEqual(['BRWG']);
      expect(codes(record.warnings), name).toContain('heic-drawn');
    }
  });

  it.skipIf(process.platform === 'win32')('and is refused where it did not turn what the file turns', async () => {
    toolThatDraws('forgets', await corners().png().toBuffer());
    const record = await room.import('IMG_0003.HEIC', heifPicture('heic', [irot(1)]));
    expect(record.pages.as).toBe('none');
    expect(codes(record.warnings).filter((code) => code.startsWith('heic'))).toEqual(['heic-not-drawn']);
  });

  it.skipIf(process.platform === 'win32')('and nothing is called drawn where there are no pages', async () => {
    toolThatDraws('empty', null);
    const record = await room.import('IMG_0004.HEIC', heifPicture('heic'));
    expect(record.pages.as).toBe('none');
    expect(codes(record.warnings).filter((code) => code.startsWith('heic'))).toEqual(['heic-not-drawn']);
  });
});

describe('a film that lies on its side', () => {
  const tool = toolOnPath('ffmpeg');

  it.skipIf(tool === null)('has upright frames, turned once', { timeout: 60_000 }, async () => {
    const [still, path] = [join(room.folder, 'still.png'), join(room.folder, 'lying.mp4')];
    await corners().resize(256, 160, { kernel: 'nearest' }).png().toFile(still);
    const args = ['-v', 'error', '-y', '-loop', '1', '-i', still, '-t', '2', '-pix_fmt', 'yuv420p', path];
    expect(spawnSync(tool ?? '', args).status).toBe(0);
    const film = readFileSync(path);
    // The matrix of the track (ISO/IEC 14496-12 §8.3.2): a quarter clockwise.
    const matrix = film.indexOf('tkhd') + 4 + 40;
    for (const [at, value] of [0, 65_536, 0, -65_536, 0, 0, 160 * 65_536, 0, 1_073_741_824].entries())
      film.writeInt32BE(value, matrix + at * 4);
    const record = await room.import('lying.mp4', film);
    expect(new Set(await shown(record))).toEqual(new Set(['BRWG']));
  });
});

/** A TIFF of one page with this mark, as a file. */
async function lying(orientation: number): Promise<string> {
  const path = join(room.folder, `page-${orientation}.tif`);
  await corners().withMetadata({ orientation }).tiff({ compression: 'none' }).toFile(path);
  return path;
}

/** Two TIFFs of one page (little-endian) as one of two: the second's offsets moved, its folder linked behind the first. */
function twoPages(first: Buffer, second: Buffer): Buffer {
  const start = first.length + (first.length % 2);
  const joined = Buffer.concat([first, Buffer.alloc(start - first.length), second]);
  const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
  const folder = start + second.readUInt32LE(4);
  for (let n = 0; n < joined.readUInt16LE(folder); n += 1) {
    const at = folder + 2 + n * 12;
    const [tag, type, count] = [joined.readUInt16LE(at), joined.readUInt16LE(at + 2), joined.readUInt32LE(at + 4)];
    const outside = (sizes[type] ?? 1) * count > 4;
    if (outside || tag === 273) joined.writeUInt32LE(joined.readUInt32LE(at + 8) + start, at + 8);
    if (outside && tag === 273)
      for (let strip = 0, from = joined.readUInt32LE(at + 8); strip < count; strip += 1, from += 4)
        joined.writeUInt32LE(joined.readUInt32LE(from) + start, from);
  }
  const own = first.readUInt32LE(4);
  joined.writeUInt32LE(folder, own + 2 + joined.readUInt16LE(own) * 12);
  return joined;
}
