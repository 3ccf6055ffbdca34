import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { copyBufferSize, embedPicture } from '../../../electron/bundle/pdf/images.ts';
import { fileSource } from '../../../electron/casefile/files/file-source.ts';
import type { ManifestImage } from '../../../shared/verify/package/manifest.ts';
import { PdfReader } from '../../../shared/verify/pdf/pdf-reader.ts';
import { mostBesidePixels, PngRebuild } from '../../../shared/verify/pdf/png-recipe.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { chunk, header, pngOf } from '../intake/picture/png-made.ts';
import { figureTag } from '../../../electron/bundle/pdf/tagged/tag.ts';
import { have, outsideTool, writePdf } from './pdf-room.ts';

const folder = freshFolder('fascicle-pictures-');
let count = 0;

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function stored(bytes: Uint8Array, mediaType: string, width: number, height: number) {
  const path = join(folder, `${(count += 1)}`);
  writeFileSync(path, bytes);
  return { path, sha256: sha256Of(bytes), mediaType, width, height };
}

/** A PDF of one page that shows the picture, 72 dots an inch. */
async function pdfOf(bytes: Uint8Array, mediaType: string, width: number, height: number, room = copyBufferSize) {
  const images: ManifestImage[] = [];
  const written = await writePdf((sink) => {
    const ref = sink.allocate();
    const buffer = Buffer.allocUnsafe(room);
    images.push(embedPicture(sink, ref, stored(bytes, mediaType, width, height), buffer));
    const area = { x: 0, y: 0, width, height };
    return [
      {
        width,
        height,
        draw: (canvas) => canvas.picture(figureTag('a'), area, (paint) => paint.image(ref, 0, 0, width, height)),
      },
    ];
  });
  return { ...written, image: images[0]! };
}

/** The picture's file, made again from nothing but the PDF and the recipe; `piece` is how many bytes are read at once. */
async function madeAgain(pdf: string, image: ManifestImage, piece = 1 << 20): Promise<Buffer> {
  const source = fileSource(pdf);
  const { stream } = await (await PdfReader.open(source)).object(image.object);
  const parts: Buffer[] = [];
  const rebuild = image.kind === 'png' ? new PngRebuild(image.recipe, (bytes) => parts.push(Buffer.from(bytes))) : null;
  for (let at = 0; at < stream!.length; at += piece) {
    const bytes = await source.read(stream!.offset + at, Math.min(piece, stream!.length - at));
    if (rebuild) rebuild.push(bytes);
    else parts.push(Buffer.from(bytes));
  }
  rebuild?.finish();
  source.close();
  return Buffer.concat(parts);
}

const [width, height] = [30, 20];
const pixels = Buffer.from(Array.from({ length: width * height * 3 }, (_, at) => (at * 37) & 255));
const rowsOf = (channels: number) =>
  Buffer.concat(
    Array.from({ length: height }, (_, y) =>
      Buffer.concat([Buffer.of(0), pixels.subarray(y * width * channels, (y + 1) * width * channels)]),
    ),
  );
const data = deflateSync(rowsOf(3));

/** The image data cut at these places; the same place twice gives an empty chunk. */
function cut(cuts: readonly number[]): readonly Buffer[] {
  const at = [0, ...cuts.map((embed) => embed % (data.length + 1)).sort((a, b) => a - b), data.length];
  return at.slice(1).map((end, n) => chunk('IDAT', data.subarray(at[n], end)));
}

describe('a PNG in a PDF', () => {
  test('can be made again to the byte, however its chunks are cut and whatever stands around them', async () => {
    const beside = fc
      .array(fc.tuple(fc.constantFrom('tEXt', 'pHYs', 'iCCP', 'zzZz'), fc.uint8Array({ maxLength: 40 })), {
        maxLength: 4,
      })
      .map((list) => list.map(([name, bytes]) => chunk(name, bytes)));
    await fc.assert(
      fc.asyncProperty(
        beside,
        fc.array(fc.nat(10_000), { maxLength: 30 }),
        beside,
        fc.integer({ min: 1, max: 5_000 }),
        async (before, cuts, after, piece) => {
          const png = pngOf(header(width, height, 8, 2), ...before, ...cut(cuts), ...after);
          const { path, image } = await pdfOf(png, 'image/png', width, height);
          expect((await madeAgain(path, image, piece)).equals(png)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });

  test.for([1, 3, 7, 64, 1_000])(
    'is the same through a room of %i bytes, wherever a chunk begins in it',
    async (room) => {
      const png = pngOf(header(width, height, 8, 2), chunk('pHYs', Buffer.alloc(9)), ...cut([1, 2, 2, 40, 333, 1_200]));
      const { path, image } = await pdfOf(png, 'image/png', width, height, room);
      expect((await madeAgain(path, image)).equals(png)).toBe(true);
    },
  );

  test('with empty chunks at its end is made again with them', async () => {
    const png = pngOf(header(width, height, 8, 2), chunk('IDAT', data), chunk('IDAT'), chunk('IDAT'));
    const { path, image } = await pdfOf(png, 'image/png', width, height);
    expect((await madeAgain(path, image)).equals(png)).toBe(true);
  });

  test.skipIf(!have('pdfimages'))('holds exactly its pixels, RGB and grey', async () => {
    for (const [type, channels] of [
      [2, 3],
      [0, 1],
    ] as const) {
      const png = pngOf(header(width, height, 8, type), chunk('IDAT', deflateSync(rowsOf(channels))));
      const { path } = await pdfOf(png, 'image/png', width, height);
      // Not pdftoppm: its renderer stretches a picture by one pixel, and mixes neighbours.
      outsideTool('pdfimages', '-png', path, path.replace('.pdf', ''));
      const inside = sharp(readFileSync(path.replace('.pdf', '-000.png')));
      const shown = await inside.toColourspace('srgb').raw().toBuffer();
      const meant = await sharp(png).toColourspace('srgb').raw().toBuffer();
      expect(shown.equals(meant), `colour type ${type}`).toBe(true);
    }
  });

  test('that cannot pass through is refused, never changed', async () => {
    const others = [
      pngOf(header(width, height, 8, 6), chunk('IDAT', data)), // transparency
      pngOf(header(width, height, 8, 2, 1), chunk('IDAT', data)), // interlaced
      pngOf(header(width, height, 16, 2), chunk('IDAT', data)),
      pngOf(header(width, height, 8, 3), chunk('IDAT', data)), // palette
      pngOf(
        header(width, height, 8, 2),
        chunk('IDAT', data.subarray(0, 9)),
        chunk('tEXt'),
        chunk('IDAT', data.subarray(9)),
      ),
      pngOf(header(width, height, 8, 2), chunk('tEXt', Buffer.alloc(mostBesidePixels + 1)), chunk('IDAT', data)),
    ];
    for (const png of others)
      await expect(pdfOf(png, 'image/png', width, height)).rejects.toMatchObject({ code: 'source-changed' });
  });
});

describe('a JPEG in a PDF', () => {
  test('is its own file, byte for byte', async () => {
    const jpeg = await sharp(pixels, { raw: { width, height, channels: 3 } })
      .jpeg({ progressive: true })
      .toBuffer();
    const { path, image } = await pdfOf(jpeg, 'image/jpeg', width, height);
    expect(image.kind).toBe('jpeg');
    expect((await madeAgain(path, image)).equals(jpeg)).toBe(true);
  });
});

describe('a picture file that is not what its record says', () => {
  const png = pngOf(header(width, height, 8, 2), ...cut([7, 300]));
  const embed = (bytes: Uint8Array, sha256: string) =>
    writePdf((sink) => {
      const file = { ...stored(bytes, 'image/png', width, height), sha256 };
      embedPicture(sink, sink.allocate(), file, Buffer.allocUnsafe(copyBufferSize));
      return [];
    });

  test('stops the bundle wherever the byte is', async () => {
    for (let at = 0; at < png.length; at += 41) {
      const changed = Buffer.from(png);
      changed[at]! ^= 4;
      await expect(embed(changed, sha256Of(png)), `byte ${at}`).rejects.toMatchObject({ code: 'source-changed' });
    }
  });

  test('stops it when it is cut short, or longer, or gone', async () => {
    await expect(embed(png.subarray(0, -3), sha256Of(png))).rejects.toMatchObject({ code: 'source-changed' });
    await expect(embed(Buffer.concat([png, Buffer.of(0)]), sha256Of(png))).rejects.toMatchObject({
      code: 'source-changed',
    });
    const gone = { path: join(folder, 'gone'), sha256: sha256Of(png), mediaType: 'image/png', width, height };
    await expect(
      writePdf((sink) => {
        embedPicture(sink, sink.allocate(), gone, Buffer.alloc(copyBufferSize));
        return [];
      }),
    ).rejects.toMatchObject({ code: 'object-missing' });
  });
});

describe('a recipe from a hostile manifest', () => {
  test('cannot keep the verifier busy for ever', () => {
    const recipe = { before: '', sizes: [[0, Number.MAX_SAFE_INTEGER]] as [number, number][], after: '' };
    expect(() => new PngRebuild(recipe, () => undefined)).toThrow('png-empty-chunks');
  });

  test('that promises more or less than there is gives another file, and ends', () => {
    for (const sizes of [[[5, 1]], [[500, 1_000_000_000]], []] as [number, number][][]) {
      const rebuild = new PngRebuild({ before: '', sizes, after: '' }, () => undefined);
      rebuild.push(new Uint8Array(100));
      rebuild.finish();
    }
  });
});
