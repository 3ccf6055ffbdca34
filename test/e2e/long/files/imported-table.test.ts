import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import {
  begun,
  objectStream,
  onePage,
  RawPdf,
  soundPdf,
  valueOf,
  lineOfWords,
  xrefStream,
  type RawObject,
} from '../../../fixtures/made/raw-pdf.ts';
import { codesOf, differenceOf, printed, popplerWords } from '../../../unit/pdf/imported-room.ts';
import { have, outsideTool } from '../../../unit/pdf/pdf-room.ts';

const tools = have('pdftotext', 'qpdf');
const loan = onePage(lineOfWords('LOAN OF 1000'));
const forged = lineOfWords('LOAN OF 9000');
const size = '/Size 6';

type Made = () => Buffer;

/** Files whose table says 1000, with an object beside it that says 9000: what each viewer shows is 1000. */
const twoReadings: Readonly<Record<string, Made>> = {
  'a second object of the same number behind it': () => {
    const { pdf, offsets } = begun(loan);
    pdf.object(4, forged);
    return pdf.end(pdf.table(offsets, size)).bytes;
  },
  'an update whose table was cut off': () => {
    const { pdf, offsets } = begun(loan);
    pdf.end(pdf.table(offsets, size)).object(4, forged);
    return pdf.bytes;
  },
  'a last line that leads back to an older revision': () => {
    const { pdf, offsets } = begun(loan);
    const first = pdf.table(offsets, size);
    pdf.end(first);
    const later = pdf.object(4, forged);
    pdf.table({ 4: later }, `${size} /Prev ${first}`);
    return pdf.end(first).bytes;
  },
  'a second page tree of the same number': () => {
    const { pdf, offsets } = begun(loan);
    pdf.object(2, '<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>');
    return pdf.end(pdf.table(offsets, size)).bytes;
  },
  'an object that the table says is free': () => {
    const { pdf, offsets } = begun(
      onePage(lineOfWords('LOAN OF 1000'), '/XObject << /X 6 0 R >>', [
        { dict: '/Type /XObject /Subtype /Form /BBox [0 0 300 200]', stream: 'BT /F1 24 Tf (9000) Tj ET' },
      ]).map((object, at) =>
        at === 2 ? valueOf(object).replace('>> /XObject', '>> /ColorSpace << /C 6 0 R >> /XObject') : object,
      ),
    );
    return pdf.end(pdf.table({ ...offsets, 6: null }, '/Size 7')).bytes;
  },
  'an object of a later generation': () => {
    const { pdf, offsets } = begun(loan);
    pdf.object(4, forged, 1);
    return pdf.end(pdf.table(offsets, size)).bytes;
  },
  'a packed object that the table passes over': () => {
    const { pdf, offsets } = begun(loan);
    const pack = pdf.object(
      6,
      objectStream([
        [3, valueOf(loan[2])],
        [2, '<< /Type /Pages /Kids [] /Count 0 >>'],
      ]),
    );
    return pdf.end(pdf.table({ ...offsets, 6: pack }, '/Size 7')).bytes;
  },
};

/** Sound files of every kind of table. */
const sound: Readonly<Record<string, Made>> = {
  'one table': () => soundPdf(loan),
  'an update with a table of its own': () => {
    const { pdf, offsets } = begun(onePage(forged));
    const first = pdf.table(offsets, size);
    pdf.end(first);
    const later = pdf.object(4, lineOfWords('LOAN OF 1000'));
    return pdf.end(pdf.table({ 4: later }, `${size} /Prev ${first}`)).bytes;
  },
  'a reused number of a later generation': () => {
    const { pdf, offsets } = begun(
      loan.map((object, at) => (at === 2 ? valueOf(object).replace('4 0 R', '4 1 R') : object)),
    );
    const first = pdf.table(offsets, size);
    pdf.end(first);
    const later = pdf.object(4, lineOfWords('LOAN OF 1000'), 1);
    return pdf.end(pdf.table({ 4: [later, 1] }, `${size} /Prev ${first}`)).bytes;
  },
  'a cross-reference stream and packed objects': () => packed(false),
  'something before its head': () => {
    const bytes = soundPdf(loan);
    return Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), bytes]);
  },
  'lengths that stand elsewhere, and words in a stream that look like its end': () => {
    const drawn = 'BT /F1 24 Tf 20 100 Td (LOAN OF 1000) Tj ET % endstream endobj 4 0 obj stream';
    const content: RawObject = { dict: '/Length 6 0 R', stream: drawn };
    return soundPdf(onePage(content, '', [String(drawn.length)]));
  },
};

/** All but the streams is packed; a second pack may hold another page of the same number. */
function packed(withForged: boolean): Buffer {
  const pdf = new RawPdf();
  const page = (content: number) => valueOf(loan[2]).replace('4 0 R', `${content} 0 R`);
  const content = pdf.object(4, lineOfWords('LOAN OF 1000'));
  const other = withForged ? pdf.object(8, forged) : 0;
  const [catalog, tree, font] = [valueOf(loan[0]), valueOf(loan[1]), valueOf(loan[4])];
  const first = pdf.object(
    6,
    objectStream([
      [1, catalog],
      [2, tree],
      [3, page(4)],
      [5, font],
    ]),
  );
  const second = withForged
    ? pdf.object(
        7,
        objectStream([
          [3, page(8)],
          [2, tree],
        ]),
      )
    : 0;
  const at = pdf.write('');
  const named = {
    1: [2, 6, 0],
    2: [2, 6, 1],
    3: [2, 6, 2],
    4: [1, content, 0],
    5: [2, 6, 3],
    6: [1, first, 0],
  } as const;
  const more = withForged ? ({ 7: [1, second, 0], 8: [1, other, 0] } as const) : {};
  pdf.object(9, xrefStream({ ...named, ...more, 9: [1, at, 0] }, '/Root 1 0 R'));
  return pdf.end(at).bytes;
}

/** Readers of old see the page's number as free; the stream beside the table names it. */
function hybrid(): Buffer {
  const pdf = new RawPdf();
  const own = Object.fromEntries(
    loan.flatMap((object, at) => (at === 2 ? [] : [[at + 1, pdf.object(at + 1, object)] as const])),
  );
  const pack = pdf.object(7, objectStream([[3, valueOf(loan[2])]]));
  const stream = pdf.object(6, xrefStream({ 3: [2, 7, 0], 7: [1, pack, 0] }, ''));
  return pdf.end(pdf.table({ ...own, 3: null }, `/Size 8 /XRefStm ${stream}`)).bytes;
}

/** Files whose table leads nowhere: their objects are searched for. */
const damaged: Readonly<Record<string, Made>> = {
  'no table at all': () => begun(loan).pdf.bytes,
  'a table elsewhere than it says': () => {
    const { pdf, offsets } = begun(loan);
    return pdf.end(pdf.table(offsets, size) + 7).bytes;
  },
  'places that are off by some bytes': () => {
    const { pdf, offsets } = begun(loan);
    const off = Object.fromEntries(Object.entries(offsets).map(([number, at]) => [number, at + 3]));
    return pdf.end(pdf.table(off, size)).bytes;
  },
  'an older section that cannot be read': () => {
    const { pdf, offsets } = begun(loan);
    return pdf.end(pdf.table(offsets, `${size} /Prev 3`)).bytes;
  },
  'sections that lead in a circle': () => {
    const { pdf, offsets } = begun(loan);
    const at = pdf.write('');
    pdf.table(offsets, `${size} /Prev ${at}`);
    return pdf.end(at).bytes;
  },
  'one object in the place of another': () => {
    const { pdf, offsets } = begun(loan);
    return pdf.end(pdf.table({ ...offsets, 4: offsets[5] ?? 0 }, size)).bytes;
  },
};

describe.skipIf(!tools)('an imported PDF', () => {
  test.each(Object.entries(twoReadings))(
    'with %s shows what its table says, and says that there is more',
    async (_, made) => {
      const found = await printed(made());
      expect(popplerWords(found.path)).toBe('LOAN OF 1000');
      expect(popplerWords(found.path)).toBe(popplerWords(found.source));
      expect(codesOf(found).filter((code) => /two-readings|unnamed-objects/.test(code))).toHaveLength(1);
    },
  );

  test('with two packs that hold the same page shows the one that the table names, and says so', async () => {
    const found = await printed(packed(true));
    expect([popplerWords(found.path), popplerWords(found.source)]).toEqual(['LOAN OF 1000', 'LOAN OF 1000']);
    expect(codesOf(found)).toEqual(['pdf-two-readings']);
  });

  test.each(Object.entries(sound))('with %s is read as every viewer reads it, without a word', async (_, made) => {
    const found = await printed(made());
    expect([popplerWords(found.path), popplerWords(found.source)]).toEqual(['LOAN OF 1000', 'LOAN OF 1000']);
    expect(found.said).toEqual([]);
  });

  test('with a stream beside its table is read as the format says, and qpdf reads it', async () => {
    const found = await printed(hybrid());
    const plain = join(freshFolder(), 'plain.pdf');
    outsideTool('qpdf', '--object-streams=disable', found.source, plain);
    expect([popplerWords(found.path), popplerWords(plain), found.said]).toEqual(['LOAN OF 1000', 'LOAN OF 1000', []]);
  });

  test.each(Object.entries(damaged))('with %s says that its objects were searched for', async (_, made) => {
    const found = await printed(made());
    expect(popplerWords(found.path)).toBe('LOAN OF 1000');
    expect(codesOf(found)).toEqual(['pdf-table-damaged']);
  });

  test('that claims another number of pages than it has says so', async () => {
    const tree = '<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 1 >>';
    const objects = [loan[0]!, tree, ...loan.slice(2), loan[2]!];
    const found = await printed(soundPdf(objects));
    expect(found.said).toEqual([{ code: 'pdf-page-count', params: { counted: 1, pages: 2 } }]);
  });

  test('shows each page by the node that lists it, as poppler does, and says where it names another parent', async () => {
    const tree =
      '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 200] /Resources << /Font << /F1 5 0 R >> >> >>';
    const other = '<< /Type /Pages /Kids [] /Count 0 /MediaBox [0 0 500 500] /Rotate 90 >>';
    const page = (parent: string) => `<< /Type /Page ${parent} /Contents 4 0 R >>`;
    for (const [parent, said] of [
      ['/Parent 2 0 R', []],
      ['/Parent 6 0 R', ['pdf-other-parents']],
      ['', ['pdf-other-parents']],
    ] as const) {
      const found = await printed(soundPdf([loan[0]!, tree, page(parent), ...loan.slice(3), other]));
      expect([codesOf(found), await differenceOf(found.source, found.path)]).toEqual([said, 0]);
    }
  });

  test.each([
    ['page', 2, '/Type /Page '],
    ['page tree', 1, '/Type /Pages'],
  ])('whose %s does not say what it is has its page all the same', async (_, at, type) => {
    const objects = loan.map((object, n) => (n === at ? valueOf(object).replace(type, '') : object));
    const found = await printed(soundPdf(objects));
    expect([found.pages, popplerWords(found.path), found.said]).toEqual([1, 'LOAN OF 1000', []]);
  });

  test('without any page is refused, and never an exhibit of no pages', async () => {
    const found = await printed(soundPdf([loan[0]!, '<< /Type /Pages /Kids [] /Count 0 >>']));
    expect(found.refused?.code).toBe('pdf-damaged');
  });

  test('that gives two contents to one page says so', async () => {
    const objects = onePage(lineOfWords('LOAN OF 1000'), '', [forged]).map((object, at) =>
      at === 2 ? valueOf(object).replace('/Contents', '/Contents 6 0 R /Contents') : object,
    );
    const found = await printed(soundPdf(objects));
    expect(codesOf(found)).toEqual(['pdf-doubled-keys']);
    expect(popplerWords(found.path)).toBe('LOAN OF 1000');
  });

  test.each([
    ['packed', ['--object-streams=generate', '--compress-streams=y']],
    ['unpacked', ['--qdf', '--object-streams=disable']],
    ['linearized', ['--linearize']],
    ['encrypted', ['--encrypt', '', 'owner', '256', '--', '--object-streams=generate']],
    ['encrypted in an old way', ['--allow-weak-crypto', '--encrypt', '', 'owner', '40', '--']],
  ])('that qpdf wrote %s is read without a word', async (_, how) => {
    const folder = freshFolder('fascicle-qpdf-');
    const [from, to] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')];
    writeFileSync(from, soundPdf(loan));
    expect(spawnSync('qpdf', [...how, from, to], { encoding: 'utf8' }).stderr).toBe('');
    const found = await printed(readFileSync(to));
    expect([popplerWords(found.path), found.said]).toEqual(['LOAN OF 1000', []]);
  });
});
