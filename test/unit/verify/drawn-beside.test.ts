import { describe, expect, test } from 'vitest';
import {
  drawnBlock,
  clip,
  faults,
  filledBox,
  found,
  frame,
  lower,
  mark,
  text,
  upper,
  watermark,
  type GivenPages,
} from './drawn-by-hand.ts';
import { manifestByHand, tiles } from './pages-by-hand.ts';

describe('what is painted beside pictures', () => {
  test.for<readonly [string, readonly string[], readonly string[]]>([
    ['a text over a picture', [text(50, 300), ...drawnBlock], ['drawn-text-over']],
    ['a text whose letters reach down into a picture', [text(50, 702), ...drawnBlock], ['drawn-text-over']],
    ['a text below a picture', [text(50, 89), ...drawnBlock], []],
    ['a text right of a picture', [text(501, 300), ...drawnBlock], []],
    ['a line over a picture', ['0 0 0 RG 0.5 w 50 300 m 150 300 l S', ...drawnBlock], ['drawn-line-over']],
    ['a line beside a picture', ['0 0 0 RG 0.5 w 50 300 m 99 300 l S', ...drawnBlock], []],
    ['an area over a picture', [filledBox(450, 650, 100, 100), ...drawnBlock], ['drawn-fill-over']],
    ['a text after a picture', [...drawnBlock, text(50, 50)], ['drawn-text-after']],
    ['an area after a picture', [...drawnBlock, filledBox(0, 0, 5, 5)], ['drawn-fill-after']],
    ['an area over a text', [text(50, 50), filledBox(40, 40, 20, 30), ...drawnBlock], ['drawn-fill-over-text']],
    ['an area under a text', [filledBox(40, 40, 20, 30), text(50, 50), ...drawnBlock], []],
    ['an area that ends where a text begins', [text(50, 50), filledBox(40, 40, 10, 30), ...drawnBlock], []],
    ['an area above a text', [text(50, 50), filledBox(40, 54, 20, 30), ...drawnBlock], []],
    ['a frame around nothing', [frame(100, 100, 400, 599), ...drawnBlock], ['drawn-frame-empty']],
    ['a mark over a picture', [...drawnBlock, mark(120, 120, 50, 50)], []],
    ['an amber mark over a picture', [...drawnBlock, 'q 0.87 0.55 0.02 RG 1.1 w 120 120 50 50 re S Q'], []],
    [
      'a mark in a colour of its own',
      [...drawnBlock, 'q 0.87 0.55 0.5 RG 1.1 w 120 120 50 50 re S Q'],
      ['pdf-words?words=q%200.87%200.55%200.5%20RG%201.1%20w%20120%20120%2050%2050%20re%20S%20Q'],
    ],
    ['seven marks that cross', [...drawnBlock, ...[0, 1, 2, 3, 4, 5, 6].map((n) => mark(120 + n, 120, 50, 50))], []],
    [
      'eight marks that cross',
      [...drawnBlock, ...[0, 1, 2, 3, 4, 5, 6, 7].map((n) => mark(120 + n, 120, 50, 50))],
      ['drawn-marks-cover'],
    ],
    [
      'eight marks one beside the other',
      [...drawnBlock, ...[0, 1, 2, 3, 4, 5, 6, 7].map((n) => mark(120 + 20 * n, 120, 20, 20))],
      [],
    ],
    ['a watermark on what is no draft', [watermark, ...drawnBlock], ['drawn-watermark']],
  ])('%s', async ([, page, expected]) => {
    expect(await faults(page)).toEqual(expected);
  });

  test('a draft bears its watermark; a page of a comparison may go on after its pictures', async () => {
    expect(await found([[watermark, ...drawnBlock]], { manifest: { draft: true } })).toEqual([]);
    const after = [...drawnBlock, text(50, 50)];
    const exhibits = { pages: [2, 2] };
    expect(
      await found([{ content: after.join('\n') }, drawnBlock], { kinds: ['comparison', 'exhibit'], exhibit: exhibits }),
    ).toEqual([]);
  });

  test('a mark where there is no picture, a line that is not ours, and none at all', async () => {
    const none = { xobjects: {} };
    const alone = { content: mark(120, 120, 50, 50), ...none };
    expect(await found([drawnBlock, alone])).toEqual(['failed page-drawn-otherwise 2 drawn-mark-empty']);
    expect(await found([{ content: 'BT ET', ...none }])).toEqual([
      'failed page-drawn-otherwise 1 pdf-words?words=BT%20ET',
    ]);
    expect(await found([{ content: ' ', ...none }])).toEqual(['failed page-drawn-otherwise 1 pdf-empty-line']);
    expect(await found([drawnBlock, { content: '', xobjects: { X9: 10 } }])).toEqual([
      'failed page-drawn-otherwise 2 pdf-part?part=%2FX9',
    ]);
  });
});

describe('imported pages', () => {
  const form = 'q 1 0 0 1 100 100 cm /X5 Do Q';
  const more = {
    12: '<< /Subtype /Form /BBox [0 0 200 100] >>',
    13: '<< /Subtype /Form /BBox [0 0 200 100] /Matrix [0 1 -1 0 100 0] >>',
  };
  const files = [{ name: 'A.PDF', role: 'original', bytes: 1, sha256: '3'.repeat(64) }];
  const imported = (content: readonly string[], change: GivenPages = {}, object = 12, kind = 'exhibit') =>
    found([{ content: content.join('\n'), xobjects: { X5: object } }], {
      kinds: [kind],
      more,
      exhibit: { files },
      ...change,
      manifest: { images: [], ...change.manifest },
    });
  const unread = 'note imported-unread {"count":1}';

  test('stand alone on the pages of an exhibit that has a PDF, and that nothing compared them is said', async () => {
    expect(await imported([form])).toEqual([unread]);
    expect(await found([drawnBlock])).not.toContain(unread);
    const wrong = ['failed page-drawn-otherwise 1 pdf-form', unread];
    expect(await imported([form], {}, 12, 'catalogue')).toEqual(wrong);
    expect(await imported([form, form])).toEqual(wrong);
    expect(await imported([form], { exhibit: { files: [{ ...files[0], name: 'pdf.png' }] } })).toEqual(wrong);
    expect(await imported([form], {}, 10)).toEqual(['failed page-drawn-otherwise 1 drawn-without-clip']);
  });

  test('have nothing painted over them, where their box comes to stand', async () => {
    const over = ['failed page-drawn-otherwise 1 drawn-fill-over', unread];
    // From (100, 100) to (300, 200).
    expect(await imported([filledBox(290, 190, 20, 20), form])).toEqual(over);
    expect(await imported([filledBox(300, 100, 20, 20), form])).toEqual([unread]);
    expect(await imported([filledBox(100, 200, 20, 20), form])).toEqual([unread]);
    // Turned by its own matrix it reaches from (100, 100) to (200, 300).
    expect(await imported([filledBox(190, 290, 20, 20), form], {}, 13)).toEqual(over);
    expect(await imported([filledBox(200, 100, 20, 20), form], {}, 13)).toEqual([unread]);
    expect(await imported([filledBox(100, 300, 20, 20), form], {}, 13)).toEqual([unread]);
    // Twice as large by the page's: from (100, 100) to (500, 300).
    const large = 'q 2 0 0 2 100 100 cm /X5 Do Q';
    expect(await imported([filledBox(490, 290, 20, 20), large])).toEqual(over);
    expect(await imported([filledBox(500, 290, 20, 20), large])).toEqual([unread]);
  });
});

describe('the pictures of the manifest', () => {
  const upperOnly = { content: [clip(100, 400, 400, 300), upper, 'Q'].join('\n'), xobjects: { X1: 10 } };

  test('are all drawn, each on a page of its exhibit', async () => {
    expect(await found([upperOnly])).toEqual([
      'failed image-undrawn {"object":11}',
      'failed image-unlisted {"number":"1","name":"tile-0002.png"}',
    ]);
    const unlisted = { images: [{ object: 10, sha256: tiles[0], kind: 'jpeg' }] };
    expect(await found([upperOnly], { manifest: unlisted })).toEqual([
      'failed image-unlisted {"number":"1","name":"tile-0002.png"}',
    ]);
    expect(await found([drawnBlock], { manifest: unlisted })).toEqual([
      'failed image-foreign 1 {"number":"1","object":11}',
      'failed image-unlisted {"number":"1","name":"tile-0002.png"}',
    ]);
  });

  test('stand for the file that they were made from', async () => {
    const images = tiles.map((sha256, at) => ({
      object: 10 + at,
      sha256: '9'.repeat(64),
      kind: 'jpeg',
      derived: { original: sha256, loss: 'x' },
    }));
    expect(await found([drawnBlock], { manifest: { images } })).toEqual([]);
  });

  test('stand on no page of a kind that shows none, nor on that of another exhibit', async () => {
    const foreign = [
      'failed image-foreign 1 {"number":"1","object":10}',
      'failed image-foreign 1 {"number":"1","object":11}',
    ];
    expect((await found([drawnBlock], { kinds: ['catalogue'] })).filter((one) => one.includes('foreign'))).toEqual(
      foreign,
    );
    const other = {
      number: '2',
      pages: [2, 2],
      files: [{ name: 'x.txt', role: 'text', bytes: 1, sha256: 'f'.repeat(64) }],
    };
    const exhibits = [...manifestByHand(['exhibit']).exhibits, other];
    expect(
      (await found([drawnBlock, drawnBlock], { manifest: { exhibits } })).filter((one) => one.includes('foreign')),
    ).toEqual([
      'failed image-foreign 2 {"number":"2","object":10}',
      'failed image-foreign 2 {"number":"2","object":11}',
    ]);
  });

  test('of an exhibit that goes on in another volume are looked for there; a file that is no volume cannot say so', async () => {
    const exhibit = { part: true };
    const volume = { n: 2, of: 2, first: 1 };
    const images = [{ object: 10, sha256: tiles[0], kind: 'jpeg' }];
    expect(await found([upperOnly], { exhibit, manifest: { volume, images } })).toEqual([
      'note exhibits-elsewhere {"count":1}',
    ]);
    const missing = [
      'failed image-undrawn {"object":11}',
      'failed image-unlisted {"number":"1","name":"tile-0002.png"}',
    ];
    expect(await found([upperOnly], { exhibit })).toEqual(missing);
    expect(await found([upperOnly], { exhibit, manifest: { volume: { ...volume, n: 1, of: 1 } } })).toEqual(missing);
    expect(await found([upperOnly], { manifest: { volume } })).toEqual(missing);
  });

  test('are counted by the numbers that are printed, in a further volume too', async () => {
    const volume = { n: 2, of: 2, first: 5 };
    const bad = [clip(), upper, lower.replace('320', '330'), 'Q'];
    const said = await found([bad], { manifest: { volume }, exhibit: { pages: [5, 5] } });
    expect(said[0]).toBe('failed page-drawn-otherwise 5 drawn-stretched');
  });
});
