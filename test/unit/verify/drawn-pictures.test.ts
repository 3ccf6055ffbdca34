import { describe, expect, test } from 'vitest';
import {
  drawnBlock,
  clip,
  faults,
  filledBox,
  found,
  frame,
  lower,
  drawnPicture,
  text,
  upper,
} from './drawn-by-hand.ts';

describe('pictures of a page', () => {
  test('that stand whole, upright and in their proportions are well', async () => {
    expect(await found([drawnBlock])).toEqual([]);
    expect(await found([[text(50, 720), filledBox(0, 710, 600, 2), frame(100, 100, 400, 600), ...drawnBlock]])).toEqual(
      [],
    );
  });

  test.for<readonly [string, readonly [number, number], readonly string[]]>([
    ['are left out where its record says that they are blank', [40, 30], []],
    ['are not left out beyond what its record says at the left', [39, 30], ['drawn-cut-at-side']],
    ['are not left out beyond what its record says at the right', [40, 29], ['drawn-cut-at-side']],
  ])('columns at a side %s', async ([, margins, expected]) => {
    const narrow = [clip(140, 100, 330), upper, lower, 'Q'];
    const given = { exhibit: { margins } };
    const said = (await found([narrow, drawnBlock], given)).map((one) => one.split(' ')[3]);
    expect([...new Set(said)]).toEqual(expected);
    const alone = (await found([narrow], given)).filter((one) => one.includes('image-cut'));
    expect(alone, 'the whole must stand on a page').toHaveLength(2);
  });

  test.for<readonly [string, readonly string[], readonly string[]]>([
    ['a clip without width', [clip(100, 100, 0), upper, lower, 'Q'], ['drawn-clip', 'drawn-cut-at-side']],
    ['a clip without height', [clip(100, 700, 400, 0), 'Q', ...drawnBlock], ['drawn-clip']],
    ['a clip beyond the right edge of the paper', [clip(500, 0, 100.2, 800), 'Q', ...drawnBlock], ['drawn-clip']],
    ['a clip beyond the upper edge of the paper', [clip(0, 700, 600, 100.2), 'Q', ...drawnBlock], ['drawn-clip']],
    ['a clip that begins left of the paper', [clip(-0.2, 0, 300, 10), 'Q', ...drawnBlock], ['drawn-clip']],
    ['a clip that begins below the paper', [clip(0, -0.2, 300, 10), 'Q', ...drawnBlock], ['drawn-clip']],
    ['a clip of the whole paper', [clip(0, 0, 600, 800), 'Q', ...drawnBlock], []],
    [
      'a picture stretched by two rows',
      [clip(100, 100, 400, 602), drawnPicture('X1', 100, 400, 400, 302), lower, 'Q'],
      ['drawn-stretched'],
    ],
    [
      'a picture off by a rounded row',
      [clip(100, 100, 400, 601), drawnPicture('X1', 100, 400, 400, 301), lower, 'Q'],
      [],
    ],
    [
      'a picture squeezed by two rows',
      [clip(100, 100, 400, 598), drawnPicture('X1', 100, 400, 400, 298), lower, 'Q'],
      ['drawn-stretched'],
    ],
    [
      'a picture that is mirrored',
      [clip(), drawnPicture('X1', 500, 400, -400, 300), lower, 'Q'],
      ['drawn-stretched', 'drawn-beside', 'drawn-over-another'],
    ],
    [
      'a picture without any size',
      [...drawnBlock, clip(500, 700, 10, 10), drawnPicture('X1', 500, 700, 0, 0), 'Q'],
      ['drawn-stretched', 'drawn-beside', 'drawn-below'],
    ],
    [
      'a picture that begins right of its clip',
      [
        clip(100, 100, 400.2),
        upper.replace(' 100 400 ', ' 100.2 400 '),
        lower.replace(' 100 100 ', ' 100.2 100 '),
        'Q',
      ],
      ['drawn-beside'],
    ],
    ['a picture that ends left of its clip’s end', [clip(100, 100, 400.2), upper, lower, 'Q'], ['drawn-beside']],
    ['a picture that is cut at its side', [clip(100, 100, 399.8), upper, lower, 'Q'], ['drawn-cut-at-side']],
    [
      'a picture that begins below the upper edge of its clip',
      [clip(100, 100, 400, 600.2), upper, lower, 'Q'],
      ['drawn-below'],
    ],
    [
      'a picture that ends above the lower edge of its clip',
      [clip(100, 99.8, 400, 600.2), upper, lower, 'Q'],
      ['drawn-above'],
    ],
    [
      'a picture over 33 rows of the next',
      [clip(100, 113, 400, 587), upper, drawnPicture('X2', 100, 113, 400, 320), 'Q'],
      [],
    ],
    [
      'a picture over 34 rows of the next',
      [clip(100, 114, 400, 586), upper, drawnPicture('X2', 100, 114, 400, 320), 'Q'],
      ['drawn-over-another'],
    ],
    [
      'a gap between two pictures',
      [clip(100, 79.8, 400, 620.2), upper, drawnPicture('X2', 100, 79.8, 400, 320), 'Q'],
      ['drawn-over-another'],
    ],
    [
      'a picture that is wider than the one above it',
      [clip(), upper, drawnPicture('X2', 99.95, 100, 400.09, 320.07), 'Q'],
      ['drawn-over-another'],
    ],
    [
      'a picture that begins left of the one above it',
      [clip(), upper, drawnPicture('X2', 99.94, 100, 400.04, 320), 'Q'],
      ['drawn-over-another'],
    ],
  ])('%s', async ([, page, expected]) => {
    expect(await faults(page)).toEqual(expected);
  });

  test('are seen in part on a key page, and whole on another', async () => {
    const part = [clip(150, 150, 100, 100), drawnPicture('X1', 100, 100, 400, 300), 'Q'];
    const key = { content: part.join('\n'), xobjects: { X1: 10 } };
    const kinds = ['key-page', 'exhibit'];
    expect(await found([key, drawnBlock], { kinds })).toEqual([]);
    const whole = [{ content: [clip(100, 400, 400, 300), upper, 'Q'].join('\n'), xobjects: { X1: 10 } }];
    const only = await found(
      [key, { content: [clip(100, 100, 400, 320), lower, 'Q'].join('\n'), xobjects: { X2: 11 } }],
      { kinds },
    );
    expect(only).toEqual(['failed image-cut {"number":"1","object":10}']);
    expect(
      await found([...whole, { content: [clip(100, 100, 400, 320), lower, 'Q'].join('\n'), xobjects: { X2: 11 } }]),
    ).toEqual([]);
    // However much the key page shows, it is not the page of the exhibit.
    const all = { content: [clip(100, 400, 400, 300), upper, 'Q'].join('\n'), xobjects: { X1: 10 } };
    const below = {
      content: [clip(100, 100, 400, 400), drawnPicture('X1', 100, 400, 400, 300), lower, 'Q'].join('\n'),
    };
    expect(await found([all, below], { kinds })).toEqual(['failed image-cut {"number":"1","object":10}']);
  });

  test('may go on on the next page, with no row left out between', async () => {
    // The first page shows the upper 200 rows of 300, the second what is below.
    const first = { content: [clip(100, 500, 400, 200), upper, 'Q'].join('\n'), xobjects: { X1: 10 } };
    const rest = (top: number): readonly string[] => [
      clip(100, 100, 400, top - 100),
      drawnPicture('X1', 100, 400, 400, 300),
      lower,
      'Q',
    ];
    expect(await found([first, rest(500)])).toEqual([]);
    expect(await found([first, rest(499)])).toEqual([]); // a row is lost to rounding
    expect(await found([first, rest(498)])).toEqual(['failed image-cut {"number":"1","object":10}']);
    expect(await found([rest(698)])).toEqual(['failed image-cut {"number":"1","object":10}']);
    expect(
      await found([first, { content: [clip(100, 100, 400, 320), lower, 'Q'].join('\n'), xobjects: { X2: 11 } }]),
    ).toEqual(['failed image-cut {"number":"1","object":10}']);
  });
});
