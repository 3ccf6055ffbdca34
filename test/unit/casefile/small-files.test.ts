import { mkdirSync, readFileSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collectAfter, collectAll, collectYoung } from '../../../electron/casefile/files/collect.ts';
import { askForRoom } from '../../../electron/casefile/files/disk-room.ts';
import { fileSource } from '../../../electron/casefile/files/file-source.ts';
import { readChunks } from '../../../electron/casefile/files/read-chunks.ts';
import { copyRegular, NotRegular, readRegular } from '../../../electron/casefile/files/regular-file.ts';
import { isThere } from '../../../electron/casefile/files/unreadable.ts';
import { placeOf } from '../../../electron/casefile/place/place-of.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

/** Bytes that tell their place: no two neighbours of a kilobyte are alike. */
const bytesOf = (length: number) => Buffer.from(Array.from({ length }, (_, at) => (at * 31 + (at >> 8) * 7) & 255));

describe('a regular file', () => {
  test.for([0, 1, 4_096, (1 << 20) + 1, 2_600_000])(
    'of %i bytes is read, copied and cut into pieces as it is',
    (size) => {
      const folder = freshFolder();
      const [from, to] = [join(folder, 'a'), join(folder, 'b')];
      const bytes = bytesOf(size);
      writeFileSync(from, bytes);
      expect(readRegular(from).equals(bytes)).toBe(true);
      copyRegular(from, to);
      expect(readFileSync(to).equals(bytes)).toBe(true);
      const pieces = [...readChunks(from)].map((piece) => piece.length);
      expect(pieces.reduce((sum, length) => sum + length, 0)).toBe(size);
      expect(Math.max(0, ...pieces)).toBeLessThanOrEqual(1 << 20);
      expect(Buffer.concat([...readChunks(from)].map((piece) => Buffer.from(piece))).length).toBe(size);
    },
  );

  test('that is too long for one buffer is refused, not read in part; a folder is not read at all', () => {
    const path = join(freshFolder(), 'vast');
    writeFileSync(path, 'x');
    truncateSync(path, 2 ** 31);
    expect(() => readRegular(path)).toThrow('too long to be read at once');
    expect(() => readRegular(freshFolder())).toThrow(NotRegular);
  });

  test('is read from any place to its end and not beyond, also when it was cut short since', async () => {
    const path = join(freshFolder(), 'a');
    const bytes = bytesOf(200_000);
    writeFileSync(path, bytes);
    const source = fileSource(path);
    expect(source.size).toBe(bytes.length);
    expect(Buffer.from(await source.read(100, 50)).equals(bytes.subarray(100, 150))).toBe(true);
    expect(await source.read(199_990, 50)).toHaveLength(10);
    expect(await source.read(300_000, 50)).toHaveLength(0);
    for (const length of [10, 70_000])
      expect(await source.text?.(5, length)).toBe(bytes.subarray(5, 5 + length).toString('latin1'));
    truncateSync(path, 100);
    expect(
      Buffer.from(await source.read(90, 20)).equals(Buffer.concat([bytes.subarray(90, 100), Buffer.alloc(10)])),
    ).toBe(true);
    source.close();
  });
});

test('memory is let go of without a word, as often as it is asked', () => {
  for (const work of [collectYoung, collectAll, collectAfter(0), collectAfter(1 << 30)])
    for (let times = 0; times < 2; times++) expect(() => work()).not.toThrow();
});

test('room is asked of the disk that the folder is on, or will be on', () => {
  const folder = freshFolder();
  const { bavail, bsize } = statfsSync(folder);
  expect(() => askForRoom('a.pdf', 1, folder)).not.toThrow();
  expect(() => askForRoom('a.pdf', 1, join(folder, 'not', 'yet'))).not.toThrow();
  for (const to of [folder, join(folder, 'not', 'yet')])
    expect(() => askForRoom('a.pdf', bavail * bsize + 2 ** 30, to)).toThrow(
      expect.objectContaining({ code: 'no-room' }),
    );
});

test('the objects of a case are there, or a disk was taken away, or somebody removed them', () => {
  const folder = freshFolder();
  expect(isThere(folder)).toBe(false); // neither objects nor database: the whole case is out of reach
  writeFileSync(join(folder, 'case.db'), '');
  expect(isThere(folder)).toBe(true); // the database is there, so that they are missing
  writeFileSync(join(folder, 'objects'), 'no folder');
  expect(isThere(folder)).toBe(true);
  const other = freshFolder();
  mkdirSync(join(other, 'objects'));
  expect(isThere(other)).toBe(true);
  expect(isThere(join(other, 'gone'))).toBe(false);
});

test('of a place that is not there its mode is unknown', () => {
  const findings = placeOf(join(freshFolder(), 'gone'), {});
  expect(findings.map(({ code }) => code)).toContain('place-mode-unknown');
});
