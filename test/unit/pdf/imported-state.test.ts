import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Canvas } from '../../../electron/bundle/pdf/canvas.ts';
import { figureTag } from '../../../electron/bundle/pdf/tagged/tag.ts';
import type { Ref } from '../../../electron/bundle/pdf/sink.ts';
import { helvetica, onePage, soundPdf, type RawObject } from '../../fixtures/made/raw-pdf.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { differenceOf, printed, type Printed } from './imported-room.ts';
import { have, outsideTool, writePdf } from './pdf-room.ts';

const tools = have('pdftoppm', 'pdftotext', 'qpdf');
/** What a page draws that sets nothing itself, and what it leaves behind. */
const contents: readonly [name: string, content: string, resources?: string][] = [
  ['a fill', '20 20 100 60 re f'],
  ['a stroke of the width that a page begins with', '20 20 m 250 150 l S 30 30 100 100 re S'],
  ['words', 'BT /F1 24 Tf 20 100 Td (BLACK) Tj ET'],
  ['words stretched, spaced, raised, in outline', 'BT /F1 24 Tf 2 Tr 5 Tc 150 Tz 10 Ts 20 100 Td (OUT LINE) Tj ET'],
  ['a stencil', 'q 100 0 0 100 20 20 cm BI /W 8 /H 8 /IM true /BPC 1 ID \xaa\x55\xaa\x55\xaa\x55\xaa\x55 EI Q'],
  ['words without a font, which nobody shows', 'BT 20 100 Td (NOBODY) Tj ET 20 20 10 10 re f'],
  ['thick dashed lines', '12 w [20 10] 0 d 1 J 1 j 20 20 m 200 180 l 280 20 l S'],
  ['a brace closed too often', '1 0 0 rg Q Q 20 20 100 60 re f 0 0 1 RG Q 150 20 50 50 re S'],
  ['braces never closed', 'q 0.5 0 0 0.5 0 0 cm q 1 0 0 rg 20 20 100 60 re f q 200 20 100 60 re W n'],
  ['a line and a clip never ended', '0 g 20 20 100 60 re f 10 10 50 50 re W'],
  ['words never ended', 'BT /F1 24 Tf 20 100 Td (BLACK) Tj'],
  ['a string never ended', '20 20 100 60 re f BT /F1 24 Tf 20 100 Td (cut off'],
  ['half transparent', '/G gs 20 20 100 60 re f', '/ExtGState << /G << /ca 0.5 /CA 0.5 /BM /Multiply >> >>'],
];

/** What viewers make of a brace that was never opened: nothing (poppler alone gives up there). */
const asShown = new Map([[contents[7]![1], '1 0 0 rg 20 20 100 60 re f 0 0 1 RG 150 20 50 50 re S']]);

const note = '<< /Type /Annot /Subtype /Stamp /Rect [200 20 280 100] /F 4 /AP << /N 4 0 R >> >>';
const stamp: RawObject = { dict: '/Type /XObject /Subtype /Form /BBox [0 0 80 80]', stream: '10 10 60 60 re f' };

/** Each content on a page of its own, and once more with a note on it. */
function document(change: (content: string) => string): Buffer {
  const drawn = contents.flatMap(([, content, resources = '']) => [
    { content: change(content), resources, notes: '' },
    { content: change(content), resources, notes: `/Annots [${note}]` },
  ]);
  const first = 5;
  const kids = drawn.map((_, at) => `${first + at * 2} 0 R`);
  return soundPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} /MediaBox [0 0 300 200] >>`,
    helvetica,
    stamp,
    ...drawn.flatMap(({ content, resources, notes }, at): RawObject[] => [
      `<< /Type /Page /Parent 2 0 R ${notes} /Contents ${first + at * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R >> ${resources} >> >>`,
      { dict: '', stream: content },
    ]),
  ]);
}

describe.skipIf(!tools)('a page of others', () => {
  let ours: Printed;
  const source = join(freshFolder(), 'as-shown.pdf');
  beforeAll(async () => {
    ours = await printed(document((content) => content));
    writeFileSync(
      source,
      document((content) => asShown.get(content) ?? content),
    );
  });

  test.each(contents.map(([name], at) => [name, at] as const))(
    'that draws %s looks as it did, and so do the notes on it',
    async (_, at) => {
      expect(await differenceOf(source, ours.path, at * 2 + 1)).toBe(0);
      expect(await differenceOf(source, ours.path, at * 2 + 2)).toBe(0);
    },
  );

  test('is nothing to warn of for what it leaves open, and leaves a sound file', () => {
    expect(ours.said).toEqual([]);
    outsideTool('qpdf', '--check', ours.path);
  });

  test('hides nothing of ours, and none of its own notes, by a layer that it never ends', async () => {
    const layer = '<< /Type /OCG /Name (off) >>';
    const catalog = '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >> >>';
    const content = '0 0 10 10 re f EMC /OC /L BDC 20 20 100 60 re f';
    const objects = onePage({ dict: '', stream: content }, '/Properties << /L 6 0 R >>', [layer]);
    const { path } = await printed(soundPdf([catalog, ...objects.slice(1)]));
    const alone = join(freshFolder(), 'alone.pdf');
    writeFileSync(alone, soundPdf(onePage({ dict: '', stream: '0 0 10 10 re f' })));
    expect(await differenceOf(path, alone)).toBe(0);
  });
});

test('a page of others is never drawn inside something of ours', async () => {
  const area = { x: 0, y: 0, width: 9, height: 9 };
  await expect(
    writePdf(() => [
      {
        draw: (canvas: Canvas) =>
          canvas.picture(figureTag('outer'), area, () =>
            canvas.form(figureTag('page'), 1 as Ref, [1, 0, 0, 1, 0, 0], area),
          ),
      },
    ]),
  ).rejects.toThrow('inside something of ours');
});
