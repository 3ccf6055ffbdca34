import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zlibSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import type { ImportRecord } from '../../../../shared/case/record.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { lineOfWords, onePage, soundPdf, type RawObject } from '../../../fixtures/made/raw-pdf.ts';
import { IntakeRoom } from '../../intake/intake-room.ts';
import { have, outsideTool } from '../pdf-room.ts';
import { beside, engineOf } from './facts-room.ts';

const room = new IntakeRoom();
afterAll(() => room.caseFile.close());
const tools = have('pdfdetach', 'pdftotext');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

type Inside = Readonly<{ name: string; bytes: Uint8Array | string }>;

/** A PDF of one page that carries files under these names, packed. */
function carrying(words: string, files: readonly Inside[], catalog = ''): Buffer {
  const [, ...rest] = onePage(lineOfWords(words));
  const objects = files.flatMap(({ name, bytes }, at): readonly RawObject[] => {
    const title = `<FEFF${Buffer.from(name, 'utf16le').swap16().toString('hex')}>`;
    return [
      { dict: '/Type /EmbeddedFile /Filter /FlateDecode', stream: zlibSync(Buffer.from(bytes as Uint8Array)) },
      `<< /Type /Filespec /F (x) /UF ${title} /EF << /F ${6 + at * 2} 0 R >> >>`,
    ];
  });
  const names = files.map((_, at) => `(${at}) ${7 + at * 2} 0 R`).join(' ');
  return soundPdf([
    `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${names}] >> >> ${catalog} >>`,
    ...rest,
    ...objects,
  ]);
}

const invoice = '<?xml version="1.0" encoding="UTF-8"?>\n<Invoice><Total>1000.00</Total></Invoice>\n';
const contract = soundPdf(onePage(lineOfWords('LOAN OF 1000 YUAN')));
const files = [
  { name: '合同.pdf', bytes: contract },
  { name: 'factur-x.xml', bytes: invoice },
  { name: '../../odd\u202e.bin', bytes: Uint8Array.from([0, 1, 2, 3, 255]) },
];
const parted = (record: ImportRecord) =>
  (record.parts ?? []).map(({ fileName, pages, within }) => [
    fileName,
    pages.as === 'none' ? pages.reason.code : pages.as,
    within ?? '',
  ]);

describe.skipIf(!tools)('files in a PDF', () => {
  test('are taken out as poppler takes them out, byte for byte', async () => {
    const { path, files: found } = await beside(carrying('cover', files));
    const out = join(freshFolder(), 'one');
    const theirs = found.map((_, at) => {
      outsideTool('pdfdetach', '-save', String(at + 1), '-o', out, path);
      return sha256(readFileSync(out));
    });
    expect(outsideTool('pdfdetach', '-list', path)).toContain('3 embedded files');
    expect(found.map(({ bytes }) => sha256(bytes))).toEqual(theirs);
    expect(found.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  });

  test('become parts with pages behind its own, and are listed with size and hash', { timeout: 90_000 }, async () => {
    const record = await room.import('invoice.pdf', carrying('INVOICE', files), engineOf(room));
    expect(parted(record)).toEqual([
      ['合同.pdf', 'document', ''],
      ['factur-x.xml', 'text', ''],
      ['../../odd\u202e.bin', 'pages-later', ''],
    ]);
    expect(room.stored(record, 'attachment-0001.pdf')).toEqual(contract);
    const listed = record.facts.filter(({ name }) => name === 'PdfFile').map(({ value }) => value);
    expect(listed).toEqual([
      `合同.pdf · ${contract.length} B · SHA-256 ${sha256(contract)}`,
      `factur-x.xml · ${invoice.length} B · SHA-256 ${sha256(Buffer.from(invoice))}`,
      `../../odd[U+202E].bin · 5 B · SHA-256 ${sha256(Uint8Array.from([0, 1, 2, 3, 255]))}`,
    ]);
    const answers = fourAnswers(record);
    expect([answers.word, answers.resources.answer]).toEqual(['complete', 'whole']);
    const { pdf } = await buildIn(room.caseFile);
    const pages = outsideTool('pdftotext', '-layout', pdf, '-').split('\f');
    const at = (words: string) => pages.findIndex((page) => page.includes(words));
    expect([at('LOAN OF 1000 YUAN') - at('INVOICE'), at('<Total>1000.00') - at('INVOICE')]).toEqual([1, 1]); // the short text stands under the contract's only page
    expect(pages[at('LOAN OF 1000 YUAN')]).toContain('附件1 合同.pdf');
    const annex = pages
      .slice(at('<Total>1000.00') + 1)
      .join(' ')
      .replace(/\s+/g, '');
    for (const value of listed) expect(annex).toContain(value.replace(/\s+/g, ''));
  });

  test('of a portfolio are its content: its own pages are called the cover', { timeout: 90_000 }, async () => {
    const own = new IntakeRoom();
    const portfolio = carrying('Open in another program', files.slice(0, 1), '/Collection << /View /D >>');
    const record = await own.import('portfolio.pdf', portfolio, engineOf(own));
    expect(record.warnings.map(({ code }) => code)).toContain('pdf-portfolio');
    expect(record.facts).toContainEqual({ name: 'PdfCoverPages', value: '1', source: 'PDF structure' });
    const { pdf } = await buildIn(own.caseFile);
    const pages = outsideTool('pdftotext', '-layout', pdf, '-').split('\f');
    const page = (words: string) => pages.find((one) => one.includes(words)) ?? '';
    expect(page('Open in another program')).toContain('PDF 文件包封面');
    expect(page('LOAN OF 1000 YUAN')).not.toContain('封面');
    own.caseFile.close();
  });

  test('of a form that has no pages follow the sheet that says so', { timeout: 90_000 }, async () => {
    const own = new IntakeRoom();
    const form = carrying(
      'Please wait',
      files.slice(0, 1),
      '/NeedsRendering true /AcroForm << /XFA 2 0 R /Fields [] >>',
    );
    const xfa = Buffer.from(form.toString('latin1').replace('/XFA 2 0 R', '/XFA 4 0 R'), 'latin1'); // any stream
    const record = await own.import('form.pdf', xfa, engineOf(own));
    expect([record.pages.as, parted(record)]).toEqual(['none', [['合同.pdf', 'document', '']]]);
    const exhibit = { item: record.item, group: '合同', title: '表单', source: '导入', purpose: '证明合同内容' };
    own.caseFile.logEvent('exhibits-set', { exhibits: [exhibit] });
    const { pdf } = await buildIn(own.caseFile);
    const pages = outsideTool('pdftotext', '-layout', pdf, '-').split('\f');
    const at = (words: string) => pages.findIndex((one) => one.includes(words));
    expect(at('XFA 动态表单')).toBe(at('LOAN OF 1000 YUAN') - 1);
    expect(at('Please wait')).toBe(-1);
    own.caseFile.close();
  });
});

describe('PDF files in each other', () => {
  test(
    'are opened to a bound; the last keeps its pages, and what it carries is kept unopened',
    { timeout: 60_000 },
    async () => {
      let file: Uint8Array = contract;
      for (let level = 1; level <= 7; level++)
        file = carrying(`level ${level}`, [{ name: `${level - 1}.pdf`, bytes: file }]);
      const record = await room.import('deep.pdf', file, engineOf(room));
      expect(parted(record).map(([, how]) => how)).toEqual([
        ...Array.from({ length: 5 }, () => 'document'),
        'attachment-too-deep',
      ]);
      expect(fourAnswers(record).picture.answer).toBe('partly');
    },
  );

  test('and one that carries itself ends', { timeout: 60_000 }, async () => {
    const loop = soundPdf([
      '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 6 0 R >> >>',
      ...onePage(lineOfWords('loop')).slice(1),
      '<< /Kids [6 0 R 7 0 R] /Names [(a) 6 0 R (b) 8 0 R] >>',
      '<< /Kids [6 0 R] >>',
      '<< /F (a) /EF << /F 4 0 R >> /Next 8 0 R >>',
    ]);
    expect((await beside(loop)).files.map(({ name }) => name)).toEqual(['a']);
  });
});

test('a file that is damaged is kept as far as it can be read, and said', async () => {
  const whole = carrying('cover', [{ name: 'long.txt', bytes: 'words '.repeat(5_000) }]);
  const packed = zlibSync(Buffer.from('words '.repeat(5_000)));
  const from = whole.indexOf(Buffer.from(packed));
  const torn = Buffer.from(whole);
  torn.fill(0xff, from + (packed.length >> 1), from + packed.length);
  const record = await room.import('torn.pdf', torn, engineOf(room));
  expect(record.warnings).toContainEqual({ code: 'pdf-files-damaged', params: { count: 1, names: 'long.txt' } });
  expect(fourAnswers(record).resources.answer).toBe('partly');
});
