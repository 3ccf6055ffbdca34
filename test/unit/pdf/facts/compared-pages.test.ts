import { afterAll, describe, expect, test } from 'vitest';
import { comparedPages } from '../../../../electron/intake/kinds/pdf/compare-pages.ts';
import { pagesDiffer, type DrawnPixels } from '../../../../electron/intake/kinds/pdf/pages-differ.ts';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import { lineOfWords, onePage, soundPdf, type RawObject } from '../../../fixtures/made/raw-pdf.ts';
import { IntakeRoom } from '../../intake/intake-room.ts';
import { engineOf } from './facts-room.ts';

const room = new IntakeRoom();
afterAll(() => room.caseFile.close());
const page = (content: RawObject, resources = '') => soundPdf(onePage(content, resources));
const loan = page(lineOfWords('LOAN OF 1000 YUAN'));

/** A grey drawing, dark where it is said to be. */
function drawing(dark: (x: number, y: number) => number, width = 60, height = 40): DrawnPixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.fill(255 - dark(x, y), (y * width + x) * 4, (y * width + x) * 4 + 3);
  return { width, height, data };
}
const square = (left: number, how = 255) =>
  drawing((x, y) => (x >= left && x < left + 5 && y >= 10 && y < 15 ? how : 0));

describe('two drawings of a page', () => {
  test('are alike where they are the same, or an edge is a third of a pixel beside', () => {
    const edge = drawing((x, y) => (y < 10 || y >= 15 || x < 20 || x > 25 ? 0 : x === 20 ? 170 : x === 25 ? 85 : 255));
    expect([pagesDiffer(square(20), square(20)), pagesDiffer(square(20), edge)]).toEqual([false, false]);
  });

  test('differ where a letter is missing, lies elsewhere or is grey instead of black', () => {
    const blank = drawing(() => 0);
    const others = [blank, square(30), square(20, 170)];
    expect(others.map((other) => pagesDiffer(square(20), other))).toEqual([true, true, true]);
    expect(
      pagesDiffer(
        drawing(() => 0, 60, 40),
        drawing(() => 0, 40, 60),
      ),
    ).toBe(true);
  });
});

describe('a PDF beside its copy', () => {
  const compared = (original: Uint8Array, copy: Uint8Array) =>
    comparedPages(room.write('original.pdf', original), room.write('copy.pdf', copy), 1, room.services);

  test('that is another by one digit is warned of with the page', { timeout: 60_000 }, async () => {
    expect((await compared(loan, loan)).warnings).toEqual([]);
    const other = await compared(loan, page(lineOfWords('LOAN OF 9000 YUAN')));
    expect(other.warnings).toEqual([{ code: 'pdf-page-differs', params: { pages: '1' } }]);
    expect(other.facts).toEqual([{ name: 'PdfCompared', value: '1 / 1', source: 'program' }]);
  });

  test('that pdf.js cannot open is said to be not compared', { timeout: 60_000 }, async () => {
    const { facts, warnings } = await compared(loan, Buffer.from('%PDF-1.7 nothing'));
    expect(facts).toEqual([{ name: 'PdfCompared', value: '0 / 1', source: 'program' }]);
    expect(warnings.map(({ code }) => code)).toEqual(['pdf-not-compared']);
  });

  test(
    'as it is imported is like it, with default colours, layers, notes, turned and cropped',
    { timeout: 90_000 },
    async () => {
      const objects = onePage({
        dict: '',
        stream: '20 20 100 60 re f 0 100 m 200 180 l S /OC /L BDC 150 20 60 60 re f EMC',
      });
      const turned = objects.map((one, at) =>
        at === 0
          ? '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >> >>'
          : at === 2
            ? '<< /Type /Page /Parent 2 0 R /MediaBox [-10 0 300 200] /CropBox [5 5 250 190] /Rotate 90 /Contents 4 0 R /Resources << /Properties << /L 6 0 R >> >> /Annots [<< /Type /Annot /Subtype /Stamp /Rect [100 100 140 140] /AP << /N 7 0 R >> >>] >>'
            : one,
      );
      const stamp: RawObject = {
        dict: '/Type /XObject /Subtype /Form /BBox [0 0 10 10]',
        stream: '1 0 0 rg 0 0 10 10 re f',
      };
      const file = soundPdf([...turned, '<< /Type /OCG /Name (off) >>', stamp]);
      const record = await room.import('turned.pdf', file, engineOf(room));
      expect(record.facts).toContainEqual({ name: 'PdfCompared', value: '1 / 1', source: 'program' });
      expect(record.warnings.map(({ code }) => code)).not.toContain('pdf-page-differs');
    },
  );

  test('whose fields every viewer draws in its own way is undetermined at least', { timeout: 60_000 }, async () => {
    const [, pages, , ...rest] = onePage(lineOfWords('form'));
    const form = soundPdf([
      '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /NeedAppearances true /DR << /Font << /F1 5 0 R >> >> >> >>',
      pages!,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [6 0 R] >>',
      ...rest,
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (1000000 YUAN) /DA (/F1 24 Tf 0 g) /Rect [10 10 290 60] /F 4 >>',
    ]);
    const record = await room.import('form.pdf', form, engineOf(room));
    expect(record.warnings).toContainEqual({ code: 'pdf-page-differs', params: { pages: '1' } });
    expect(fourAnswers(record).picture.answer).toBe('partly');
  });
});
