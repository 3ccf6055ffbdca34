import { describe, expect, test } from 'vitest';
import { readPageContent } from '../../../shared/verify/pdf/page-content.ts';
import { readPageText } from '../../../shared/verify/pdf/page-text.ts';
import { parseValue, type PdfDict } from '../../../shared/verify/pdf/pdf-value.ts';
import { readerOf } from './pages-by-hand.ts';

const read = (...lines: readonly string[]) => readPageContent(lines.join('\n'));
const clip = 'q 1 2 30 40 re W n';
const picture = 'q 30 0 0 40.5 1 -2 cm /X1 Do Q';
const text = 'BT 0 0 0 rg /F1 10 Tf 1 0 0 1 5 50 Tm <0041> Tj ET';
const unseen = 'BT /T 9 Tf 100 Tz 1 0 0 1 5 6 Tm (a\\050b) Tj ET';

describe('what a page’s content paints', () => {
  test('is read with its place and in its order', () => {
    expect(read(text, clip, picture, picture.replace('X1', 'X2'), 'Q', text)).toEqual({
      blocks: [
        {
          clip: { x: 1, y: 2, width: 30, height: 40 },
          pictures: [
            { name: 'X1', box: { x: 1, y: -2, width: 30, height: 40.5 } },
            { name: 'X2', box: { x: 1, y: -2, width: 30, height: 40.5 } },
          ],
        },
      ],
      forms: [],
      // A letter of ten points reaches three below its line and ten above; where a text ends is not measured.
      painted: [
        { what: 'text', box: { x: 5, y: 47, width: Infinity, height: 13 }, late: false },
        { what: 'text', box: { x: 5, y: 47, width: Infinity, height: 13 }, late: true },
      ],
      frames: [],
      marks: [],
      watermark: false,
      elements: 0,
      unmarked: true,
      foreign: null,
    });
    expect(read('')).toMatchObject({ blocks: [], painted: [], foreign: null });
  });

  test('a line reaches half its width around, from whichever end it is drawn; a wide one is none of ours', () => {
    const line = (width: number, ...ends: readonly number[]) =>
      read(`0 0 0 RG ${width} w ${ends[0]} ${ends[1]} m ${ends[2]} ${ends[3]} l S`);
    const box = { x: 9, y: 19, width: 32, height: 12 };
    for (const ends of [
      [10, 20, 40, 30],
      [40, 30, 10, 20],
      [40, 20, 10, 30],
    ])
      expect(line(2, ...ends)).toMatchObject({ painted: [{ what: 'line', box, late: false }], foreign: null });
    expect(line(2.001, 10, 20, 40, 30).foreign).toContain('2.001 w');
  });

  test('areas, frames, red marks and imported pages each count as what they are', () => {
    const found = read(
      '1 1 1 rg 1 2 3 4 re f',
      '0.78 0.76 0.72 RG 0.4 w 5 6 7 8 re S',
      'q 1 0 0 1 10 20 cm /X5 Do Q',
      'q 0.84 0.1 0.1 RG 1.4 w 9 10 11 12 re S Q',
      '/Artifact BMC BT 0.93 0.86 0.85 rg /F1 96 Tf 1 0 0 1 100 100 Tm <0041> Tj ET EMC',
      '1 1 1 rg 1 2 3 4 re f',
    );
    expect(found).toMatchObject({
      painted: [
        { what: 'fill', box: { x: 1, y: 2, width: 3, height: 4 }, late: false },
        { what: 'fill', late: true },
      ],
      frames: [{ x: 5, y: 6, width: 7, height: 8 }],
      marks: [{ x: 9, y: 10, width: 11, height: 12 }],
      forms: [{ name: 'X5', matrix: [1, 0, 0, 1, 10, 20] }],
      watermark: true,
      foreign: null,
    });
  });

  test('nothing else may stand in a clip, in a layer of unseen words or in a marked part', () => {
    expect(read('q 3 Tr', unseen, 'Q').foreign).toBeNull();
    expect(read('/Span << /ActualText <FEFF0041> >> BDC', text, 'EMC').foreign).toBeNull();
    expect(read('/Artifact << /Type /Pagination /Subtype /Footer >> BDC', text, 'EMC').foreign).toBeNull();
    for (const [first, inside, last] of [
      [clip, text, 'Q'],
      [clip, clip, 'Q'],
      ['q 3 Tr', text, 'Q'],
      ['q 3 Tr', picture, 'Q'],
      ['/Span << /ActualText <FEFF0041> >> BDC', '1 1 1 rg 1 2 3 4 re f', 'EMC'],
      ['/Span << /ActualText <FEFF0041> >> BDC', picture, 'EMC'],
    ] as const)
      expect(read(first, inside, last).foreign).toBe(inside);
    for (const outside of [unseen, 'BT ET', 'W n', `${text} `, ''])
      expect(read(text, outside, text)).toMatchObject({ foreign: outside, painted: [{ what: 'text' }] });
  });

  test('what is opened is closed, by its own word', () => {
    expect(read('q', text, 'Q').foreign).toBeNull();
    expect(read('q', text).foreign).toBe('q');
    expect(read(clip, picture).foreign).toBe('q');
    for (const wrong of ['Q', 'EMC']) expect(read(wrong).foreign).toBe(wrong);
    expect(read('q', 'EMC').foreign).toBe('EMC');
    expect(read('/Span << /ActualText <FEFF0041> >> BDC', text, 'Q').foreign).toBe('Q');
  });

  test('a foreign line is told by its first eighty characters, and nothing behind it counts', () => {
    const long = 'x'.repeat(100);
    expect(read(long, clip, picture, 'Q')).toMatchObject({ foreign: 'x'.repeat(80), blocks: [] });
  });
});

describe('the text of a page', () => {
  const map = '<0041> <0041>\n<0042> <9752>\n<0043> <D83DDE00>';
  const page = parseValue('<< /Contents 9 0 R /Resources << /Font << /F1 5 0 R /F2 7 0 R /F3 (none) >> >> >>')
    .value as PdfDict;
  const of = async (content: readonly string[], dict = page) => {
    const { runs, printed } = await readPageText(
      readerOf({ objects: { 5: '<< /ToUnicode 6 0 R >>', 7: '<< >>' }, content: { 6: map, 9: content.join('\n') } }),
      dict,
      new Map(),
    );
    return { runs: await runs(), printed };
  };
  const run = (cids: string, font = 'F1', x: number | string = 5) =>
    `BT 0 0 0 rg /${font} 10 Tf 1 0 0 1 ${x} 50.25 Tm <${cids}> Tj ET`;
  const footer = '/Artifact << /Type /Pagination /Subtype /Footer >> BDC';

  test('is what its fonts say of each letter; what they do not say is no letter', async () => {
    expect(await of([run('004100420043'), run('0041', 'F1', -7.5)])).toEqual({
      runs: [
        { x: 5, y: 50.25, text: 'A青😀' },
        { x: -7.5, y: 50.25, text: 'A' },
      ],
      printed: null,
    });
    expect((await of([run('00410099'), run('0041', 'F2'), run('0041', 'F9')])).runs.map((one) => one.text)).toEqual([
      'A\ufffd',
      '\ufffd',
      '\ufffd',
    ]);
    expect(await of([unseen, 'q', run('0041').replace('Tj ET', 'Tj')])).toEqual({ runs: [], printed: null });
    expect(await of([run('0041')], parseValue('<< >>').value as PdfDict)).toEqual({ runs: [], printed: null });
  });

  test('the printed number is the one text of the footer; two are as bad as none', async () => {
    expect((await of([run('0042'), footer, run('0041'), 'EMC', run('0043')])).printed).toBe('A');
    expect((await of([footer, run('0041'), run('0041'), 'EMC'])).printed).toBeNull();
    expect((await of([footer, 'EMC', run('0041')])).printed).toBeNull();
    expect((await of([footer, run('0041'), 'EMC', run('0043'), footer, run('0042'), 'EMC'])).printed).toBeNull();
    expect((await of([footer, footer, run('0041'), 'EMC', run('0043')])).printed).toBe('A');
    expect((await of([footer, run('0042')])).printed, 'an open mark goes to the end').toBe('青');
    expect((await of([`${footer} `, run('0042'), 'EMC'])).printed, 'another mark is none').toBeNull();
  });
});
