import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { gradient, IntakeRoom } from '../intake-room.ts';
import { chunk, header, pngOf, rows } from './png-made.ts';

const room = new IntakeRoom();
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);
const causes = (record: { steps: readonly { step: string; reason?: { code: string } | undefined }[] }) =>
  record.steps.filter(({ step }) => step === 'convert-picture').map(({ reason }) => reason?.code);
const pixels = (picture: Buffer) => sharp(picture).removeAlpha().toColourspace('srgb').raw().toBuffer();

describe('an imported picture that a PDF can carry', () => {
  it('stands in the bundle byte for byte: PNG, RGB and grey', async () => {
    for (const png of [
      await gradient(40, 30).png().toBuffer(),
      await gradient(40, 30).toColourspace('b-w').png().toBuffer(),
    ]) {
      const record = await room.import('a.png', png);
      expect(record.pages).toEqual({ as: 'images' });
      expect(record.artifacts).toHaveLength(1);
      expect(record.artifacts[0]).toMatchObject({ role: 'original', width: 40, height: 30, bytes: png.length });
      expect(causes(record)).toEqual([]);
    }
  });

  it('stands in the bundle byte for byte: JPEG, baseline and progressive', async () => {
    for (const progressive of [false, true]) {
      const record = await room.import('Screenshot.jpg', await gradient(64, 48).jpeg({ progressive }).toBuffer());
      expect(record.pages).toEqual({ as: 'images' });
      expect(record.artifacts).toHaveLength(1);
      expect(record.warnings).toEqual([]);
    }
  });
});

describe('an imported picture that a PDF cannot carry as it is', () => {
  it('is converted once, the ledger says why, and no pixel changes', async () => {
    const cases = [
      ['palette.png', await gradient(40, 30).png({ palette: true }).toBuffer(), 'converted-palette'],
      ['interlaced.png', await gradient(40, 30).png({ progressive: true }).toBuffer(), 'converted-interlaced'],
      ['lossless.webp', await gradient(40, 30).webp({ lossless: true }).toBuffer(), 'converted-format'],
      ['picture.tiff', await gradient(40, 30).tiff({ compression: 'lzw' }).toBuffer(), 'converted-format'],
      ['picture.gif', await gradient(40, 30).gif().toBuffer(), 'converted-format'],
    ] as const;
    for (const [name, bytes, cause] of cases) {
      const record = await room.import(name, bytes);
      expect(causes(record), name).toEqual([cause]);
      expect(record.artifacts.map(({ role }) => role)).toEqual(['original', 'page-image']);
      expect(record.artifacts[1]).toMatchObject({ name: 'page-0001.png', x: 0, y: 0, width: 40, height: 30 });
      expect(await pixels(room.stored(record, 'page-0001.png')), name).toEqual(await pixels(bytes));
      expect(record.outcome).toBe('complete');
    }
  });

  it('has its transparency laid on white', async () => {
    const record = await room.import('alpha.png', await gradient(40, 30, 4).png().toBuffer());
    expect(causes(record)).toEqual(['converted-transparency']);
    const tile = await pixels(room.stored(record, 'page-0001.png'));
    expect([...tile.subarray(39 * 3, 40 * 3)]).toEqual([255, 255, 255]);
    expect([...tile.subarray(0, 3)]).toEqual([0, 0, 0]);
  });

  it('comes down from 16 bits a channel', async () => {
    const deep = await gradient(40, 30).toColourspace('rgb16').png().toBuffer();
    expect(deep[24]).toBe(16);
    const record = await room.import('deep.png', deep);
    expect(causes(record)).toEqual(['converted-depth']);
    expect(room.stored(record, 'page-0001.png')[24]).toBe(8);
  });

  it('is turned upright, because PDF viewers ignore EXIF', async () => {
    const lying = await gradient(48, 32).withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer();
    const record = await room.import('photo.jpg', lying);
    expect(record.artifacts[1]).toMatchObject({ width: 32, height: 48 });
    expect(record.facts).toContainEqual({ name: 'Orientation', value: '6', source: 'EXIF' });
    const upright = await sharp(lying).autoOrient().toColourspace('srgb').raw().toBuffer();
    expect(await pixels(room.stored(record, 'page-0001.png'))).toEqual(upright);
  });

  it('is converted when it is CMYK', async () => {
    const record = await room.import('print.jpg', await gradient(40, 30).toColourspace('cmyk').jpeg().toBuffer());
    expect(causes(record)).toContain('converted-colour');
    expect(room.stored(record, 'page-0001.png')[25]).toBe(2);
  });

  it('is cut into overlapping tiles when it is very tall, and the tiles rebuild it', async () => {
    const tall = await gradient(20, 9_000).png().toBuffer();
    const record = await room.import('long.png', tall);
    expect(causes(record)).toEqual(['converted-tall']);
    const tiles = record.artifacts.slice(1);
    expect(tiles.map(({ y, height }) => [y, height])).toEqual([
      [0, 4_096],
      [4_064, 4_096],
      [8_128, 872],
    ]);
    const whole = await pixels(tall);
    for (const tile of tiles) {
      const from = (tile.y ?? 0) * 20 * 3;
      const part = whole.subarray(from, from + (tile.height ?? 0) * 20 * 3);
      expect((await pixels(room.stored(record, tile.name))).equals(part)).toBe(true);
    }
  });

  it('gives every page of a scanned TIFF a picture of its own', async () => {
    const pages = sharp({ create: { width: 30, height: 60, channels: 3, background: '#345' } });
    const tiff = await pages.tiff({ pageHeight: 20 } as object).toBuffer(); // pageHeight is missing in sharp's types
    const frames = (await sharp(tiff).metadata()).pages ?? 1;
    const record = await room.import('scan.tif', tiff);
    expect(record.artifacts.filter(({ role }) => role === 'page-image')).toHaveLength(frames);
  });

  it('shows the first frame of an animation and says how many there are', async () => {
    const frames = [0, 1, 2].map((shift) => ({
      create: { width: 16, height: 16, channels: 3 as const, background: { r: shift * 80, g: 0, b: 0 } },
    }));
    const inputs = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
    const gif = await sharp(inputs, { join: { animated: true } })
      .gif()
      .toBuffer();
    const record = await room.import('moving.gif', gif);
    expect(record.warnings).toContainEqual({ code: 'first-frame-only', params: { frames: 3 } });
    expect(record.artifacts[1]).toMatchObject({ width: 16, height: 16 });
  });
});

describe('a picture that cannot be shown', () => {
  it('stays whole in the case with the reason: header only, nonsense', async () => {
    const png = await gradient(64, 64).png().toBuffer();
    const jpeg = await gradient(64, 64).jpeg().toBuffer();
    for (const [name, bytes] of [
      ['head.png', png.subarray(0, 20)],
      ['head.jpg', jpeg.subarray(0, 20)],
      ['nonsense.webp', Buffer.from('RIFF\x10\0\0\0WEBPVP8 aaaaaaaaaaaa')],
    ] as const) {
      const record = await room.import(name, bytes);
      expect(record, name).toMatchObject({
        outcome: 'partial',
        pages: { as: 'none', reason: { code: 'picture-damaged' } },
      });
      expect(room.stored(record, record.artifacts[0]?.name ?? '').equals(bytes)).toBe(true);
      expect(JSON.stringify(record.pages)).not.toContain(room.folder);
    }
  });

  it('is drawn with a warning where its data is irregular, for other viewers may draw it differently', async () => {
    const jpeg = await gradient(256, 256).jpeg({ quality: 95 }).toBuffer();
    const irregular = Buffer.concat([jpeg.subarray(0, 20_000), jpeg.subarray(22_000)]);
    const record = await room.import('irregular.jpg', irregular);
    expect(codes(record.warnings)).toContain('picture-irregular');
    expect(causes(record)).toEqual(['converted-irregular']);
    expect(record.artifacts[1]).toMatchObject({ role: 'page-image', width: 256, height: 256 });
  });

  it('is refused by its header when it promises too many pixels', async () => {
    const bomb = pngOf(header(30_000, 30_000, 1, 0), chunk('IDAT', rows(30_000, 3_750)));
    expect(bomb.length).toBeLessThan(120_000);
    const record = await room.import('bomb.png', bomb);
    expect(record).toMatchObject({
      outcome: 'partial',
      pages: { as: 'none', reason: { code: 'picture-too-large', params: { width: 30_000, height: 30_000 } } },
    });
  });
});

describe('a phone picture', () => {
  const camera = { IFD0: { Make: 'HUAWEI', Model: 'VOG-AL10' }, IFD2: { DateTimeOriginal: '2019:05:06 09:30:00' } };

  it('with its camera’s data is taken without doubt, and its facts name their source', async () => {
    const record = await room.import(
      'IMG_20190506_093000.jpg',
      await gradient(40, 30).withExif(camera).jpeg().toBuffer(),
    );
    expect(codes(record.warnings).filter((code) => code.startsWith('possibly'))).toEqual([]);
    expect(record.facts).toContainEqual({ name: 'Make', value: 'HUAWEI', source: 'EXIF' });
    expect(record.facts).toContainEqual({ name: 'DateTimeOriginal', value: '2019:05:06 09:30:00', source: 'EXIF' });
  });

  it('without it is marked as possibly re-compressed', async () => {
    const record = await room.import('IMG_20190506_093000.jpg', await gradient(40, 30).jpeg().toBuffer());
    expect(codes(record.warnings)).toContain('possibly-recompressed-no-exif');
  });

  it('with a messenger’s file name is marked as possibly re-compressed', async () => {
    const jpeg = await gradient(40, 30).withExif(camera).jpeg().toBuffer();
    for (const name of ['mmexport1557106200000.jpg', 'IMG-20190506-WA0007.jpg', '微信图片_20190506093000.jpg']) {
      expect(codes((await room.import(name, jpeg)).warnings), name).toContain('possibly-recompressed');
    }
  });

  it('in HEIC that cannot be drawn is shown as a sheet that says so, and is not doubted', async () => {
    const record = await room.import('IMG_0001.HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'));
    expect(record).toMatchObject({ outcome: 'partial', pages: { reason: { code: 'pages-later' } } });
    expect(codes(record.warnings)).toEqual([expect.stringMatching(/^heic-(not-drawn|tool-missing)$/)]);
  });

  it('that is a screenshot is not marked', async () => {
    const png = await room.import('Screenshot_20190506.png', await gradient(40, 30).png().toBuffer());
    const jpeg = await room.import('Screenshot_20190506.jpg', await gradient(40, 30).jpeg().toBuffer());
    expect(codes([...png.warnings, ...jpeg.warnings]).filter((code) => code.startsWith('possibly'))).toEqual([]);
  });
});
