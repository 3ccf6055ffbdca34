import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zlibSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { begun, lineOfWords, onePage, soundPdf, valueOf, type RawObject } from '../../../fixtures/made/raw-pdf.ts';
import { updated } from '../../../fixtures/made/signed-pdf.ts';
import { IntakeRoom } from '../../intake/intake-room.ts';
import { have, outsideTool } from '../pdf-room.ts';
import { beside, engineOf } from './facts-room.ts';

const room = new IntakeRoom();
afterAll(() => room.caseFile.close());
const words = lineOfWords('words of the page');

/** A file of these objects, with the last as its document information. */
function withInfo(objects: readonly RawObject[], info: string): Buffer {
  const { pdf, offsets } = begun([...objects, info]);
  return pdf.end(pdf.table(offsets, `/Size ${objects.length + 2} /Info ${objects.length + 1} 0 R`)).bytes;
}

/** A page in a file whose catalog has this too. */
function withCatalog(entries: string, others: readonly RawObject[] = [], resources = ''): Buffer {
  const [, ...rest] = onePage(words, resources, others);
  return soundPdf([`<< /Type /Catalog /Pages 2 0 R ${entries} >>`, ...rest]);
}

describe('what a PDF says of its making', () => {
  const xmp = (producer: string) =>
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description xmp:CreateDate="2019-05-06T09:30:00+08:00"><pdf:Producer>${producer}</pdf:Producer></rdf:Description></x:xmpmeta>`;
  const file = (producer: string) => {
    const [, ...rest] = onePage(words, '', [{ dict: '/Type /Metadata /Subtype /XML', stream: xmp(producer) }]);
    return withInfo(
      ['<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R >>', ...rest],
      "<< /Producer (Some CA platform) /Creator <FEFF5408540C7F168F91> /CreationDate (D:20190506093000+08'00') /ModDate (D:20200101000000Z) >>",
    );
  };

  test.skipIf(!have('pdfinfo'))('is what poppler reads of it', async () => {
    const found = await beside(file('Some CA platform'));
    const info = outsideTool('pdfinfo', '-isodates', found.path);
    const [producer = '', creator = ''] = ['PdfProducer', 'PdfCreator'].map((name) => found.facts(name)[0]);
    expect(info).toMatch(new RegExp(`^Producer: +${producer}$`, 'm'));
    expect(info).toMatch(new RegExp(`^Creator: +${creator}$`, 'm'));
    expect(creator).toBe('合同编辑');
    expect(found.facts('PdfCreated')).toEqual(['2019-05-06 09:30:00 +08:00']);
    expect(found.facts('PdfChanged')).toEqual(['2020-01-01T00:00:00Z']);
    expect(found.facts('PdfPages')).toEqual([/^Pages: +(\d+)$/m.exec(info)?.[1]]);
  });

  test('stands there twice where its two places say different things', async () => {
    expect((await beside(file('Another program'))).facts('PdfProducer')).toEqual([
      'Some CA platform',
      'Another program',
    ]);
  });
});

describe('fonts and layers of a PDF', () => {
  const descriptor = '<< /Type /FontDescriptor /FontName /ABCDEF+Inside /FontFile2 9 0 R >>';
  const fonts: readonly RawObject[] = [
    '<< /Type /Font /Subtype /TrueType /BaseFont /SimSun /FontDescriptor << /Type /FontDescriptor /FontName /SimSun >> >>',
    '<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Inside /FontDescriptor 8 0 R >>',
    descriptor,
    { dict: '/Length1 4', stream: 'true' },
  ];
  const page = '/Font << /F1 5 0 R /F2 6 0 R /F3 7 0 R >>';
  const file = soundPdf(
    onePage(words, '', fonts).map((one, at) => (at === 2 ? valueOf(one).replace(/\/Font <<.*?>>/, page) : one)),
  );

  test.skipIf(!have('pdffonts'))('names the fonts that poppler finds not to be in the file, as a note', async () => {
    const found = await beside(file);
    const lines = outsideTool('pdffonts', found.path).split('\n').slice(2).filter(Boolean);
    const missing = lines.filter((line) => / no  (?:yes|no )/.test(line.slice(36))).map((line) => line.split(' ')[0]);
    expect(missing.sort()).toEqual(['Helvetica', 'SimSun']);
    expect(found.facts('PdfFontsNotEmbedded')).toEqual([missing.join(', ')]);
    expect(fourAnswers(await room.import('fonts.pdf', file, engineOf(room))).word).toBe('complete');
  });

  test('names the layers that are hidden as it is opened', async () => {
    const layers = '<< /Type /OCG /Name (draft) >>';
    const on = '<< /Type /OCG /Name (final) >>';
    const found = await beside(
      withCatalog('/OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [6 0 R] >> >>', [layers, on]),
    );
    expect(found.facts('PdfLayersHidden')).toEqual(['draft']);
    expect(found.codes).toContain('pdf-layers-hidden');
  });
});

describe('an XFA form', () => {
  const packet = (text: string): RawObject => ({ dict: '/Filter /FlateDecode', stream: zlibSync(Buffer.from(text)) });
  const template = packet('<xdp:xdp><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"/></xdp:xdp>');
  const waiting = withCatalog('/AcroForm << /XFA 6 0 R /Fields [] >> /NeedsRendering true', [template]);
  const text = '<< /FT /Tx /T (amount) >>';

  test('that readers make as they open it has no pages: they are placeholders', async () => {
    const found = await beside(waiting);
    expect([found.notItsPages, found.facts('PdfXfaDynamic')]).toEqual(['pdf-xfa-dynamic', ['XFA 3.3']]);
    const record = await room.import('form.pdf', waiting, engineOf(room));
    expect(record.pages).toEqual({ as: 'none', reason: { code: 'pdf-xfa-dynamic' } });
    expect(fourAnswers(record)).toMatchObject({
      word: 'partial',
      picture: { answer: 'none' },
      archive: { answer: 'whole' },
    });
    expect(room.stored(record, 'original.pdf')).toEqual(waiting);
  });

  test('whose configuration demands it is one of these, whatever the catalog says', async () => {
    const config = packet('<config><dynamicRender>required</dynamicRender></config>');
    const form = `/AcroForm << /XFA [(template) 6 0 R (config) 7 0 R] /Fields [8 0 R] >>`;
    expect((await beside(withCatalog(form, [template, config, text]))).notItsPages).toBe('pdf-xfa-dynamic');
  });

  test('with fields on real pages keeps them, and is noted', async () => {
    const found = await beside(
      withCatalog('/AcroForm << /XFA [(template) 6 0 R] /Fields [7 0 R] >>', [template, text]),
    );
    expect([found.notItsPages, found.pages]).toEqual([null, 1]);
    expect(found.codes).toContain('pdf-xfa-beside');
  });

  test('without a field on the pages leaves it open what readers show', async () => {
    const file = withCatalog('/AcroForm << /XFA 6 0 R /Fields [] >>', [template]);
    expect((await beside(file)).codes).toContain('pdf-xfa-unsure');
    expect(fourAnswers(await room.import('open.pdf', file, engineOf(room))).picture.answer).toBe('unknown');
  });
});

describe('revisions of a PDF', () => {
  const first = soundPdf(onePage(words));
  const again = (file: Uint8Array) => updated(file, { 4: words }, 6);

  test('are counted, and only those that changed a page are said to have', async () => {
    const third = updated(again(first), { 4: lineOfWords('other words') }, 6);
    const found = await beside(third);
    expect(found.facts('PdfRevisions')).toEqual(['3']);
    expect(found.facts('PdfRevisionContent')).toEqual(['3: 1']);
    expect(found.notes).toContainEqual({ code: 'pdf-revision-content', params: { revision: 3, pages: '1' } });
  });

  test('with a page more are changed there', async () => {
    const page =
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>';
    const more = updated(first, { 2: '<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>', 6: page }, 7);
    expect((await beside(more)).facts('PdfRevisionContent')).toEqual(['2: 2']);
  });

  test.skipIf(!have('qpdf'))('are one where qpdf wrote the file for the web, which has two tables', async () => {
    const folder = freshFolder();
    const path = room.write('plain.pdf', first);
    spawnSync('qpdf', ['--linearize', path, join(folder, 'web.pdf')]);
    const web = readFileSync(join(folder, 'web.pdf'));
    expect(web.toString('latin1').match(/startxref/g)).toHaveLength(2);
    expect((await beside(web)).facts('PdfRevisions')).toEqual(['1']);
  });

  test('are not known where the table is damaged', async () => {
    const torn = Buffer.from(first.toString('latin1').replace(/startxref\n\d+/, 'startxref\n3'), 'latin1');
    expect((await beside(torn)).facts('PdfRevisionsUnknown')).toEqual(['–']);
  });
});
