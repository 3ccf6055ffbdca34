import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { findJoin, type Join } from '../../../electron/capture/rolling/find-join.ts';
import { Pieces, type RollingPiece, type RowSink } from '../../../electron/capture/rolling/pieces.ts';
import { measured, viewOf, type View } from '../../../electron/capture/rolling/view.ts';
import type { TakenView } from '../../../electron/capture/rolling/roll.ts';
import { wordsOfPiece } from '../../../electron/capture/rolling/words-of-pieces.ts';
import type { TextRun } from '../../../shared/page/text-positions.ts';
import { writePng } from '../../../electron/capture/rolling/write-png.ts';

const width = 5;
const stride = 16;

/** A row by a number: 0 is white from edge to edge, others have their number in their first pixels and white at the end. */
function rowOf(n: number): number[] {
  const white = [255, 255, 255];
  if (n === 0) return [...white, ...white, ...white, ...white, ...white, 0];
  return [n & 255, n >> 8, 7, ...white, n & 255, 9, n >> 8, ...white, ...white, 0];
}

const view = (rows: readonly number[]): View =>
  measured(width, rows.length, stride, Uint8Array.from(rows.flatMap(rowOf)));
const from = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);

describe('how one view goes on from another', () => {
  test('by the rows that both show', () => {
    expect(findJoin(view(from(1, 100)), view(from(41, 100)), 1)).toEqual({
      shift: 40,
      from: 40,
      to: 100,
      differing: 0,
    });
  });

  test('what has gone down is found above', () => {
    expect(findJoin(view(from(101, 100)), view(from(71, 100)), 1)).toEqual({
      shift: -30,
      from: 0,
      to: 70,
      differing: 0,
    });
  });

  test('fewer rows than prove anything are no join, at two device pixels a CSS pixel half of them', () => {
    expect(findJoin(view(from(1, 100)), view(from(77, 100)), 1)).toMatchObject({ shift: 76 });
    expect(findJoin(view(from(1, 100)), view(from(78, 100)), 1)).toBeNull();
    expect(findJoin(view(from(1, 100)), view(from(77, 100)), 2)).toBeNull();
  });

  test('rows of plain ground prove nothing', () => {
    const white = from(0, 60).map(() => 0);
    expect(findJoin(view([...from(1, 40), ...white]), view([...white, ...from(200, 40)]), 1)).toBeNull();
  });

  test('bars that stay do not say that nothing moved', () => {
    const bar = from(900, 25);
    const foot = from(950, 25);
    const upper = view([...bar, ...from(1, 100), ...foot]);
    const lower = view([...bar, ...from(41, 100), ...foot]);
    expect(findJoin(upper, lower, 1)).toEqual({ shift: 40, from: 65, to: 125, differing: 0 });
  });

  test('rows that look the same fit at every place: then it is one where all that both show is equal, or none', () => {
    const same = Array.from({ length: 120 }, (_, n) => 500 + (n % 10));
    expect(findJoin(view(same.slice(0, 100)), view(same.slice(20, 120)), 1)).toBeNull();
    // With one row among them that is itself, there is one place.
    const marked = same.with(70, 7);
    expect(findJoin(view(marked.slice(0, 100)), view(marked.slice(20, 120)), 1)).toMatchObject({
      shift: 20,
      differing: 0,
    });
  });

  test('rows that changed are counted, and the join rests on those that did not', () => {
    const lower = from(41, 100).map((n) => (n >= 60 && n < 65 ? 1_000 + n : n));
    expect(findJoin(view(from(1, 100)), view(lower), 1)).toEqual({ shift: 40, from: 64, to: 100, differing: 5 });
  });

  test('two places that fit about as well are none, where neither is whole', () => {
    const block = from(600, 40);
    const upper = view([...from(1, 60), ...block]);
    const lower = view([...from(2_000, 10), ...block, ...from(3_000, 5), ...block, ...from(4_000, 5)]);
    expect(findJoin(upper, lower, 1)).toBeNull();
  });
});

/** Takes rows as they are written, by the number in their first pixel. */
function listed() {
  const pictures: number[][] = [];
  const sink: RowSink = {
    begin: () => void pictures.push([]),
    rows: ({ pixels }, first, end) => {
      for (let row = first; row < end; row++) {
        const at = row * stride;
        const plain = pixels[at] === 255 && pixels[at + 1] === 255;
        pictures.at(-1)?.push(plain ? 0 : (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) * 256);
      }
      return Promise.resolve();
    },
    end: () => Promise.resolve(),
  };
  return { pictures, sink };
}

/** Joins views as the capture does: a view that does not join begins a piece. */
async function joined(views: readonly View[]) {
  const { pictures, sink } = listed();
  const pieces = new Pieces(sink);
  const joins: (Join | null)[] = [];
  for (const [at, one] of views.entries()) {
    const join = pieces.last && findJoin(pieces.last, one, 1);
    joins.push(join);
    if (join) await pieces.add(one, at, join);
    else await pieces.begin(one, at);
  }
  return { pictures, joins, pieces: await pieces.end() };
}

const strips = (pieces: readonly RollingPiece[]) =>
  pieces.map((piece) => piece.strips.map((one) => Object.values(one)));

describe('pieces of a rolling picture', () => {
  test('every row is there once, that of the later view where two show it', async () => {
    const { pictures, pieces } = await joined([view(from(1, 100)), view(from(61, 100)), view(from(121, 100))]);
    expect(pictures).toEqual([from(1, 220)]);
    expect(strips(pieces)).toEqual([
      [
        [0, 0, 60, 0],
        [1, 0, 60, 60],
        [2, 0, 100, 120],
      ],
    ]);
  });

  test('what is put in above is not in the picture, and what it moved is there once', async () => {
    // Scrolled by 20, while 50 rows came above: the view shows what is 30 rows higher.
    const { pictures, joins } = await joined([
      view(from(101, 100)),
      view([...from(3_001, 20), ...from(91, 80)]),
      view(from(131, 100)),
    ]);
    expect(joins.map((one) => one?.shift)).toEqual([undefined, -30, 60]);
    expect(pictures).toEqual([from(101, 130)]);
  });

  test('views without equal rows are pieces of their own, with all that they show', async () => {
    const { pictures, pieces } = await joined([view(from(1, 100)), view(from(41, 100)), view(from(400, 100))]);
    expect(pictures).toEqual([from(1, 140), from(400, 100)]);
    expect(pieces.map(({ height }) => height)).toEqual([140, 100]);
  });

  test('rows that came late are those of the later view', async () => {
    const early = from(1, 100).map((n) => (n > 80 ? 0 : n));
    const { pictures } = await joined([view(early), view(from(41, 100))]);
    expect(pictures).toEqual([from(1, 140)]);
  });

  test('of any page, scrolled by any steps, every row once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        async (steps, plain) => {
          // A line in three is ground, here and there; every other is itself.
          const page = from(1, 400).map((n) => (n % 3 === 0 && plain[n % 30] === true ? 0 : n));
          const tops = steps.reduce<number[]>((all, one) => [...all, (all.at(-1) ?? 0) + one], [0]);
          const { pictures } = await joined(tops.map((top) => view(page.slice(top, top + 100))));
          expect(pictures).toEqual([page.slice(0, (tops.at(-1) ?? 0) + 100)]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the words of a piece', () => {
  const run = (text: string, y: number): TextRun => ({ text, x: 10, y, width: 30, height: 10 });
  const taken = (runs: readonly TextRun[]): TakenView => ({
    sha256: '',
    at: '',
    scrolled: { top: 0, shown: 100, full: 300 },
    words: {
      ...{ runs, colours: new Map(), covered: new Set(runs.slice(-1)) },
      ...{ elsewhere: ['', 'turned'], cut: false, unread: 0, beyond: 0 },
    } as never,
    left: 5,
    top: 1_000,
    still: true,
    zoomed: false,
    density: 2,
    width: 200,
    height: 200,
  });

  test('are those of each view where its rows are, each once, in CSS pixels of the piece', () => {
    const views = [
      taken([run('a', 1_000), run('b', 1_055), run('cut at the end of the first view', 1_095)]),
      taken([run('b', 1_000), run('c', 1_040.5), run('half at the end', 1_097), run('beyond', 1_100)]),
    ];
    // Two device pixels a CSS pixel: the second view goes on 110 rows further down.
    const strips = [
      { view: 0, from: 0, to: 120, at: 0 },
      { view: 1, from: 10, to: 200, at: 120 },
    ];
    const { runs, covered, elsewhere, cut } = wordsOfPiece({ width: 200, height: 310, strips }, views, 2);
    expect([[...elsewhere], cut]).toEqual([['turned'], false]);
    expect(runs.map(({ text, x, y }) => [text, x, y])).toEqual([
      ['a', 5, 0],
      ['b', 5, 55],
      ['c', 5, 95.5],
      ['half at the end', 5, 152],
    ]);
    expect([...covered]).toEqual([]);
    // Of a view that is shown zoomed no place is known.
    const zoomed = views.map((one) => ({ ...one, zoomed: true }));
    expect(wordsOfPiece({ width: 200, height: 310, strips }, zoomed, 2)).toMatchObject({ runs: [], cut: true });
    const unread = views.map((one) => ({ ...one, words: { ...one.words, unread: 1 } }));
    expect(wordsOfPiece({ width: 200, height: 310, strips }, unread, 2).cut).toBe(true);
  });
});

describe('the pixels of a rolling picture', () => {
  test('are what another program reads', async () => {
    const rows = Uint8Array.from({ length: 3 * 7 * 4 }, (_, n) => (n * 37) & 255);
    const { data, info } = await sharp(await writePng(rows, 7, 4))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([7, 4, 3]);
    expect(Buffer.compare(data, rows)).toBe(0);
  });

  test('are a part of what the browser gave, whatever channels it has; nothing may shine through', async () => {
    const raw = (alpha: number) =>
      Uint8Array.from({ length: 4 * 6 * 5 }, (_, n) => (n % 4 === 3 ? alpha : (n * 11) & 255));
    const png = (alpha: number) =>
      sharp(raw(alpha), { raw: { width: 6, height: 5, channels: 4 } })
        .png()
        .toBuffer();
    const [size, part] = [
      { width: 6, height: 5 },
      { left: 2, top: 1, width: 3, height: 2 },
    ];
    const { pixels, stride: wide } = await viewOf(await png(255), size, part);
    const pixelAt = (x: number, y: number) => [...pixels.subarray(y * wide + x * 3, y * wide + x * 3 + 3)];
    const oracle = raw(255);
    expect(pixelAt(0, 0)).toEqual([...oracle.subarray((1 * 6 + 2) * 4, (1 * 6 + 2) * 4 + 3)]);
    expect(pixelAt(2, 1)).toEqual([...oracle.subarray((2 * 6 + 4) * 4, (2 * 6 + 4) * 4 + 3)]);
    await expect(png(128).then((some) => viewOf(some, size, part))).rejects.toThrow();
  });
});
