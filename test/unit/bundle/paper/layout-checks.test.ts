import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFImage, type PDFPage } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { faultsOf } from '../../../layout/check-pages.ts';
import { readLayout } from '../../../layout/read-pages.ts';

const haveTools = spawnSync('pdftotext', ['-v']).error === undefined;
const margins = { left: 20, right: 20, top: 20, bottom: 20 };

type Fonts = Readonly<{ plain: PDFFont; bold: PDFFont }>;
type Draw = (page: PDFPage, fonts: Fonts) => void;

const line = (page: PDFPage, { plain }: Fonts, y: number, text = 'Words of a line that stands well') => {
  page.drawText(text, { x: 60, y, size: 9, font: plain });
};
const whole: Draw = (page, fonts) => {
  for (let n = 0; n < 12; n++) line(page, fonts, 740 - n * 14);
};
const head: Draw = (page, { bold }) => {
  page.drawRectangle({ x: 57, y: 730, width: 480, height: 16, color: rgb(0.9, 0.9, 0.9) });
  page.drawText('Title', { x: 60, y: 735, size: 8, font: bold });
  page.drawText('Pages', { x: 300, y: 735, size: 8, font: bold });
};

/** Two pages of one part, drawn by another library, as the checks see them. */
async function faultsOn(first: Draw, second: Draw, made?: PDFDocument): Promise<readonly string[]> {
  const document = made ?? (await PDFDocument.create());
  const fonts = {
    plain: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
  };
  for (const draw of [first, second]) {
    const page = document.addPage([595, 842]);
    page.drawText('Catalogue  ·  part', { x: 60, y: 800, size: 7, font: fonts.plain });
    draw(page, fonts);
  }
  const file = join(freshFolder(), 'pages.pdf');
  writeFileSync(file, await document.save());
  return faultsOf(await readLayout(file), margins).map(({ page, is }) => `${page} ${is}`);
}

/** A picture with bars in its upper rows; below them it is grey. */
async function pictured(bars: number): Promise<Buffer> {
  const drawn = Array.from({ length: bars }, (_, n) => `<rect x="20" y="${20 + n * 30}" width="300" height="14"/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="500"><rect width="400" height="500" fill="#eee"/>${drawn.join('')}</svg>`;
  return await sharp(Buffer.from(svg)).png().toBuffer();
}

describe.skipIf(!haveTools)('the checks of the layout', () => {
  test('find nothing where nothing is wrong', async () => {
    expect(await faultsOn(whole, whole)).toEqual([]);
  });

  test.for<[string, string, Draw]>([
    ['text beyond the margin', 'outside', (page, fonts) => line(page, fonts, 300, 'Words '.repeat(30))],
    [
      'letters that are hard to read',
      'small',
      (page, { plain }) => page.drawText('Notes', { x: 60, y: 300, size: 7.6, font: plain }),
    ],
    ['text over text', 'overlap', (page, fonts) => line(page, fonts, 736)],
    [
      'a line through text',
      'overlap',
      (page) => page.drawLine({ start: { x: 57, y: 743 }, end: { x: 500, y: 743 }, thickness: 0.4 }),
    ],
  ])('find %s', async ([, is, add]) => {
    const faults = await faultsOn((page, fonts) => {
      whole(page, fonts);
      add(page, fonts);
    }, whole);
    expect(new Set(faults)).toContain(`1 ${is}`);
    expect(faults.filter((one) => one.startsWith('2'))).toEqual([]);
  });

  test('find a cell that runs into the next column', async () => {
    const table: Draw = (page, fonts) => {
      head(page, fonts);
      line(page, fonts, 715, 'A title that is longer than its column, by as much as a word or two');
      page.drawText('7-9', { x: 300, y: 715, size: 9, font: fonts.plain });
      for (const y of [705, 690]) page.drawLine({ start: { x: 57, y }, end: { x: 537, y }, thickness: 0.4 });
    };
    expect(await faultsOn(table, whole)).toContain('1 outside');
  });

  test.for<[string, string, Draw, Draw]>([
    [
      'a heading at the foot',
      '1 orphan',
      (page, fonts) => {
        whole(page, fonts);
        page.drawText('Next section', { x: 60, y: 70, size: 11, font: fonts.bold });
      },
      whole,
    ],
    ['a sentence alone', '2 orphan', whole, (page, fonts) => line(page, fonts, 740)],
    [
      'a signature without its words',
      '2 orphan',
      whole,
      (page, fonts) => {
        line(page, fonts, 740, 'Signature of the party');
        for (let n = 1; n < 6; n++) line(page, fonts, 740 - n * 14);
      },
    ],
    [
      'a signature under a form only',
      '2 orphan',
      whole,
      (page, fonts) => {
        for (const [n, label] of ['Name', 'Capacity', 'Employer', 'Interest'].entries()) {
          line(page, fonts, 740 - n * 22, label);
          page.drawLine({ start: { x: 57, y: 734 - n * 22 }, end: { x: 500, y: 734 - n * 22 }, thickness: 0.4 });
        }
        line(page, fonts, 640, 'Signature of the person');
        for (let n = 1; n < 4; n++) line(page, fonts, 640 - n * 14);
      },
    ],
    [
      'few rows of a table over a signature',
      '2 orphan',
      whole,
      (page, fonts) => {
        head(page, fonts);
        for (const y of [715, 695, 675]) {
          line(page, fonts, y);
          page.drawLine({ start: { x: 57, y: y - 5 }, end: { x: 538, y: y - 5 }, thickness: 0.4 });
        }
        page.drawLine({ start: { x: 57, y: 630 }, end: { x: 250, y: 630 }, thickness: 0.4 });
        line(page, fonts, 615, 'Signature of the party');
      },
    ],
  ])('find %s', async ([, fault, first, second]) => {
    expect(await faultsOn(first, second)).toContain(fault);
  });

  test('find a further page on which a picture shows nothing, and no fault where it shows words', async () => {
    const draw =
      (png: PDFImage): Draw =>
      (page) =>
        page.drawImage(png, { x: 57, y: 300, width: 400, height: 450 });
    const document = await PDFDocument.create();
    const [words, nothing] = [await document.embedPng(await pictured(8)), await document.embedPng(await pictured(0))];
    expect(await faultsOn(draw(words), draw(nothing), document)).toEqual(['2 orphan']);
    const other = await PDFDocument.create();
    const again = [await other.embedPng(await pictured(8)), await other.embedPng(await pictured(9))] as const;
    expect(await faultsOn(draw(again[0]), draw(again[1]), other)).toEqual([]);
  });
});
