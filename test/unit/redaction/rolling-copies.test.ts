import { describe, expect, test } from 'vitest';
import { storedWords } from '../../../electron/bundle/state/stored-words.ts';
import type { ItemState, WritableCase } from '../../../electron/casefile/case-handles.ts';
import type { StoredPiece } from '../../../shared/page/rolling-words.ts';
import { code, colour, pictureTiles, redact, run } from './redaction-room.ts';
import { rolledCapture } from './rolled-capture.ts';

const [black, yellow, cyan, magenta, red] = ['000000', 'ffff00', '00ffff', 'ff00ff', 'ff0000'];

/** Colours of an item's rolling tiles at some points: [tile, x, y] from the tile's upper left corner. */
async function colours(caseFile: WritableCase, { record }: ItemState, points: readonly (readonly number[])[]) {
  const tiles = record.artifacts.filter(({ role }) => role === 'screenshot-rolling');
  const seen: (string | null)[] = [];
  for (const [n = 0, x = 0, y = 0] of points) {
    const tile = tiles[n];
    seen.push(tile ? await colour(caseFile, tile, x, y) : null);
  }
  return seen;
}
const warnings = ({ record }: ItemState) => record.warnings.filter(({ code: one }) => one.startsWith('rolling-left'));
const rollingOf = ({ record }: ItemState) => (record.kind === 'capture' ? record.rolling : undefined);
/** Everything that the copy holds, but what it keeps sealed. */
const filed = (caseFile: WritableCase, { record }: ItemState) =>
  record.artifacts
    .filter(({ role }) => role !== 'redacted-words')
    .map(({ sha256 }) => Buffer.from(caseFile.readObject(sha256)).toString('latin1'))
    .join('') + Buffer.from(JSON.stringify(record)).toString('latin1');
const inBytes = (words: string) => Buffer.from(words).toString('latin1');
const piece = (runs: StoredPiece['runs'], more: Partial<StoredPiece> = {}): StoredPiece => ({
  runs,
  doubtful: [],
  unseen: [],
  cut: false,
  ...more,
});

describe('a rolling picture of an item that is redacted', () => {
  test('by words: covered where a piece says them, on both tiles that show the rows; all else stays', async () => {
    const pieces = [piece([run(40, '第一段的评论'), run(180, '第二块的评论')]), piece([run(100, '断开之后')])];
    const { caseFile, state } = await rolledCapture({}, pieces);
    const made = await redact(caseFile, state, { words: ['第二块'] });
    const { state: copy } = made;
    expect([made.places, made.lines]).toEqual([1, 1]);
    // A line of 20 pixels is covered with 6 at its ends and 2 above and below: rows 178 to 202, of which tile 2 begins at 180.
    const seen = [
      [0, 14, 178],
      [0, 120, 199],
      [1, 120, 0],
      [1, 225, 21],
      [0, 120, 177],
      [0, 12, 190],
      [1, 120, 22],
      [0, 120, 50],
      [2, 120, 110],
    ];
    expect(await colours(caseFile, copy, seen)).toEqual([
      ...[black, black, black, black],
      ...[yellow, yellow, cyan, yellow, magenta],
    ]);
    expect(copy.record.redaction?.regions).toEqual([{ x: 14, y: 178, width: 212, height: 24, page: 2 }]);
    expect(warnings(copy)).toEqual([]);
    expect(rollingOf(copy)).toEqual(rollingOf(state));
    expect(storedWords(caseFile, copy).text).not.toContain('第二块');
    expect(storedWords(caseFile, copy).text).toContain('断开之后');
    expect(filed(caseFile, copy)).not.toContain(inBytes('第二块'));
    // The page's own picture does not say them.
    const [tile] = pictureTiles(copy);
    expect(tile && (await colour(caseFile, tile, 120, 40))).toBe(red);
    caseFile.close();
  });

  test('the views themselves, and how they were joined, stay with the original', async () => {
    const { caseFile, state } = await rolledCapture();
    const { state: copy } = await redact(caseFile, state, { words: ['138'] });
    const roles = copy.record.artifacts.map(({ role }) => role).filter((role) => /rolling/.test(role));
    expect([...new Set(roles)]).toEqual(['screenshot-rolling', 'rolling-positions']);
    caseFile.close();
  });

  test('a piece that may say them at no known place stays with the original, and that is said', async () => {
    const left: readonly (readonly [string, Parameters<typeof rolledCapture>])[] = [
      ['存疑', []],
      // The doubtful text may be its beginning.
      ['138001', [{}, [piece([run(40, '8001 后')], { doubtful: ['电话 13'] }), piece([run(100, '138001')])]]],
      ['138001', [{}, [piece([run(40, '8001 后'), run(60, '电话 13')]), piece([run(100, '138001')])]]],
      ['138001', [{}, [piece([run(40, '电话')], { cut: true }), piece([run(100, '138001')])]]],
    ];
    for (const [words, made] of left) {
      const { caseFile, state } = await rolledCapture(...made);
      const { state: copy } = await redact(caseFile, state, { words: [words, '138'] });
      expect(warnings(copy), words).toEqual([{ code: 'rolling-left-unplaced', params: { pieces: '1' } }]);
      expect(rollingOf(copy), words).toMatchObject({ pieces: [{ number: 2, from: 3, to: 3 }], of: 2 });
      expect(
        await colours(caseFile, copy, [
          [0, 300, 10],
          [1, 0, 0],
        ]),
        words,
      ).toEqual([magenta, null]);
      expect(filed(caseFile, copy), words).not.toContain(inBytes(words));
      caseFile.close();
    }
    const { caseFile, state } = await rolledCapture({ unsteady: 1 });
    const { state: copy } = await redact(caseFile, state, { words: ['138'] });
    expect(rollingOf(copy)).toBeUndefined();
    expect(warnings(copy)).toEqual([{ code: 'rolling-left-unplaced', params: { pieces: '1, 2' } }]);
    caseFile.close();
  });

  test('by place: only pieces in which a place is named go along', async () => {
    const { caseFile, state } = await rolledCapture();
    const { state: bare } = await redact(caseFile, state, { regions: [{ x: 10, y: 10, width: 30, height: 30 }] });
    expect(rollingOf(bare)).toBeUndefined();
    expect(warnings(bare)).toEqual([{ code: 'rolling-left-unnamed', params: { pieces: '1, 2' } }]);
    expect(storedWords(caseFile, bare).text).not.toContain('评论');
    const regions = [{ x: 10, y: 100, width: 100, height: 40, page: 3 }];
    const { state: copy } = await redact(caseFile, state, { regions });
    expect(rollingOf(copy)).toMatchObject({ pieces: [{ number: 2 }], of: 2 });
    expect(copy.record.redaction?.regions).toEqual([{ x: 10, y: 100, width: 100, height: 40, page: 2 }]);
    expect(
      await colours(caseFile, copy, [
        [0, 50, 120],
        [0, 200, 120],
      ]),
    ).toEqual([black, magenta]);
    expect(storedWords(caseFile, copy).text).not.toContain('断开之后');
    const [tile] = pictureTiles(copy);
    expect(tile && (await colour(caseFile, tile, 50, 120))).toBe(red);
    caseFile.close();
  });

  test('a place that is on no picture is refused, instead of being said to be covered', async () => {
    const { caseFile, state } = await rolledCapture();
    const at = (page: number | undefined, x: number, y: number) =>
      code(() => redact(caseFile, state, { regions: [{ x, y, width: 5, height: 5, ...(page && { page }) }] }));
    expect(await at(4, 10, 10)).toBe('redact-off-picture');
    expect(await at(3, 10, 200)).toBe('redact-off-picture');
    expect(await at(undefined, 320, 10)).toBe('redact-off-picture');
    expect(await at(undefined, 10, 560)).toBe('redact-off-picture');
    expect(await at(3, 10, 199)).toBe(null);
    caseFile.close();
  });

  test('a copy that is covered once more keeps the numbers that its pieces have in the original', async () => {
    const { caseFile, state } = await rolledCapture();
    const { state: first } = await redact(caseFile, state, { words: ['存疑', '138'] });
    const { state: second } = await redact(caseFile, first, { words: ['断开'] });
    expect(rollingOf(second)).toMatchObject({ pieces: [{ number: 2 }], of: 2 });
    expect(
      await colours(caseFile, second, [
        [0, 50, 110],
        [0, 300, 110],
      ]),
    ).toEqual([black, magenta]);
    caseFile.close();
  });
});
