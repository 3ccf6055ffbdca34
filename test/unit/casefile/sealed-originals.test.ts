import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ItemState } from '../../../electron/casefile/case-handles.ts';
import { cropTiles, pixelsOf, type StoredTile } from '../../../electron/casefile/crop-tiles.ts';
import { clearLeftTempDirs, tempDir } from '../../../electron/casefile/files/temp-dir.ts';
import { diskEncryption } from '../../../electron/casefile/place/disk-encryption.ts';
import { showsSealed, type SealedParents } from '../../../electron/casefile/sealed-parents.ts';
import type { ItemRecord } from '../../../shared/case/record.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

describe('an item that would show what a redacted copy covers', () => {
  const record = (item: string, more: object = {}) => ({ item, ...more }) as ItemRecord;
  const painted = { x: 100, y: 100, width: 50, height: 50 };
  const copy = { record: record('copy', { redaction: { parent: 'original', regions: [painted] } }) } as ItemState;
  const sealed = (reason: string | null = null): SealedParents => new Map([['original', { copy: 'copy', reason }]]);
  const shown = (one: ItemRecord, parents = sealed()) => showsSealed(one, parents, [copy])?.copy ?? null;
  const part = (x: number, y: number, width: number, height: number) =>
    record('part', { region: { parent: 'original', x, y, width, height } });

  test('is the original, until a reason was given for it; never the copy itself nor another', () => {
    expect(shown(record('original'))).toBe('copy');
    expect(shown(record('original'), sealed('法庭要求'))).toBeNull();
    expect(shown(copy.record)).toBeNull();
    expect(shown(record('other'))).toBeNull();
    expect(shown(record('original'), new Map())).toBeNull();
  });

  test.for<readonly [number, number, number, number, boolean]>([
    [0, 0, 100, 500, false], // ends where the paint begins
    [0, 0, 101, 500, true],
    [150, 0, 50, 500, false],
    [149, 0, 50, 500, true],
    [0, 0, 500, 100, false],
    [0, 0, 500, 101, true],
    [0, 150, 500, 50, false],
    [0, 149, 500, 50, true],
    [110, 110, 5, 5, true],
  ])('is a part of it, at %i, %i of %i by %i: %s', ([x, y, width, height, shows]) => {
    expect(shown(part(x, y, width, height))).toBe(shows ? 'copy' : null);
    expect(shown(part(x, y, width, height), sealed('法庭要求'))).toBeNull();
  });

  test('is a picture joined from it; a part of another is none', () => {
    const joined = (...parents: readonly string[]) =>
      record('joined', { stitched: { parts: parents.map((parent) => ({ parent })) } });
    expect(shown(joined('other', 'original'))).toBe('copy');
    expect(shown(joined('other'))).toBeNull();
    expect(shown(record('part', { region: { parent: 'other', x: 0, y: 0, width: 500, height: 500 } }))).toBeNull();
  });
});

describe('a rectangle cut out of tiles', () => {
  const folder = freshFolder();
  /** Each pixel says where it is: red its column, green its row in the tile, blue the tile. */
  async function tile(n: number, x: number, y: number, width: number, height: number): Promise<StoredTile> {
    const data = Buffer.alloc(width * height * 3);
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) data.set([column, row, n], (row * width + column) * 3);
    const png = await sharp(data, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer();
    const path = join(folder, `${n}.png`);
    writeFileSync(path, png);
    return { path, sha256: createHash('sha256').update(png).digest('hex'), x, y, width, height };
  }
  const at = (pixels: Buffer, width: number, x: number, y: number) => [
    ...pixels.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
  ];

  test('has the tiles’ own pixels, of shared rows the lower tile’s', async () => {
    const tiles = [await tile(1, 0, 0, 40, 60), await tile(2, 0, 50, 40, 60)];
    const cut = await cropTiles(tiles, { x: 10, y: 40, width: 20, height: 30 });
    expect(cut).toHaveLength(20 * 30 * 3);
    expect(at(cut, 20, 0, 0)).toEqual([10, 40, 1]);
    expect(at(cut, 20, 19, 9)).toEqual([29, 49, 1]);
    expect(at(cut, 20, 0, 10)).toEqual([10, 0, 2]); // row 50, the first that both have
    expect(at(cut, 20, 19, 29)).toEqual([29, 19, 2]);
    expect(at(await cropTiles(tiles, { x: 0, y: 0, width: 40, height: 110 }), 40, 39, 109)).toEqual([39, 59, 2]);
  });

  test('is refused where the tiles do not cover it, by a row or by a column', async () => {
    const tiles = [await tile(3, 5, 0, 40, 60), await tile(4, 5, 61, 40, 10)];
    const crop = (x: number, y: number, width: number, height: number) => cropTiles(tiles, { x, y, width, height });
    await expect(crop(5, 0, 40, 60)).resolves.toHaveLength(40 * 60 * 3);
    for (const [x, y, width, height] of [
      [4, 0, 10, 10],
      [36, 0, 10, 10],
      [5, 0, 40, 61],
      [5, 60, 40, 2],
      [5, 70, 4, 2],
    ] as const)
      await expect(crop(x, y, width, height), `${x} ${y}`).rejects.toThrow('do not cover');
  });

  test('is of the very files that were recorded, light shown on white', async () => {
    const good = await tile(6, 0, 0, 4, 4);
    await expect(pixelsOf(good.path, '0'.repeat(64))).rejects.toMatchObject({ sha256: '0'.repeat(64) });
    const clear = await sharp({
      create: { width: 2, height: 2, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    writeFileSync(join(folder, 'clear.png'), clear);
    const { data, width } = await pixelsOf(join(folder, 'clear.png'), createHash('sha256').update(clear).digest('hex'));
    expect([width, ...data.subarray(0, 3)]).toEqual([2, 255, 255, 255]);
  });
});

describe.skipIf(process.platform !== 'linux')('whether the disk is encrypted, as Linux tells', () => {
  const sys = freshFolder();
  const device = (name: string, uuid: string | null, ...below: readonly string[]) => {
    const device = join(sys, 'dev/block', name);
    mkdirSync(join(device, 'slaves'), { recursive: true });
    mkdirSync(join(device, 'dm'));
    if (uuid !== null) writeFileSync(join(device, 'dm/uuid'), uuid);
    for (const one of below) symlinkSync(join(sys, 'dev/block', one), join(device, 'slaves', one));
  };
  device('8:1', null);
  device('253:0', 'CRYPT-LUKS2-0', '8:1');
  device('253:1', 'LVM-abc', '253:0');
  device('253:2', 'LVM-CRYPT-', '8:1');
  device('9:0', null, '9:0'); // below itself
  test.for([
    ['8:1', 'off'],
    ['253:0', 'on'],
    ['253:1', 'on'],
    ['253:2', 'off'],
    ['9:0', 'off'],
    ['8:9', 'unknown'],
    ['0:42', 'unknown'],
    [null, 'unknown'],
  ] as const)('%s: %s', ([name, answer]) => {
    expect(diskEncryption('/home', name === null ? null : ({ device: name } as never), sys)).toBe(answer);
    expect(diskEncryption('/home', null, sys)).toBe('unknown');
  });
});

describe('folders that lie open while work goes on', () => {
  test('are cleared where their process is gone, and only these', () => {
    const own = tempDir('read');
    expect(own.startsWith(join(tmpdir(), `fascicle-read-${process.pid}-`))).toBe(true);
    const left = (name: string) => mkdtempSync(join(tmpdir(), name));
    const gone = [
      left('fascicle-browser-999999999-'),
      left('fascicle-read-999999999-'),
      left('fascicle-unlocked-999999999-'),
    ];
    const kept = [
      own,
      left(`fascicle-read-${process.ppid}-`),
      left('fascicle-other-999999999-'),
      left('fascicle-read-0-'),
      left('x-fascicle-read-999999999-'),
    ];
    clearLeftTempDirs();
    expect(gone.map((one) => existsSync(one))).toEqual([false, false, false]);
    expect(kept.map((one) => existsSync(one))).toEqual([true, true, true, true, true]);
  });
});
