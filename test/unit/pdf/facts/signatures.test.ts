import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import { lineOfWords, onePage, soundPdf, valueOf, type RawObject } from '../../../fixtures/made/raw-pdf.ts';
import { OpensslSigner, openSignature, signed, updated } from '../../../fixtures/made/signed-pdf.ts';
import { IntakeRoom } from '../../intake/intake-room.ts';
import { popplerWords, printed } from '../imported-room.ts';
import { have } from '../pdf-room.ts';
import { beside, engineOf, type Beside } from './facts-room.ts';

const tools = have('pdfsig', 'pdftotext');
const room = new IntakeRoom();
afterAll(() => room.caseFile.close());
const signer = new OpensslSigner('李四 Li Si');
const byHer = (bytes: Uint8Array) => signer.sign(bytes);

const loan = lineOfWords('LOAN OF 1000 YUAN');
const seal: RawObject = {
  dict: '/Type /XObject /Subtype /Form /BBox [0 0 200 40] /Resources << /Font << /F1 5 0 R >> >>',
  stream: 'BT /F1 12 Tf 5 15 Td (SIGNED BY LI) Tj ET',
};
const field = (appearance: number, value: number, name: string) =>
  `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${name}) /Rect [20 20 220 60] /F 4 /P 3 0 R /AP << /N ${appearance} 0 R >> /V ${value} 0 R >>`;
const stated = "/Name (Li) /M (D:20190506093000+08'00')";

/** A contract with one signature that shows on its page; object 8 is its value. */
function contract(value = openSignature(stated)): readonly RawObject[] {
  const [, pages, page, ...rest] = onePage(loan);
  return [
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> >>',
    pages!,
    valueOf(page).replace(/ >>$/, ' /Annots [6 0 R] >>'),
    ...rest,
    field(7, 8, 'buyer'),
    seal,
    value,
  ];
}
const once = signed(soundPdf(contract()), byHer);
/** What poppler says of each signature of a file. */
function pdfsig(file: Uint8Array): readonly string[] {
  const path = room.write('signed.pdf', file);
  const { stdout } = spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' });
  return stdout.split(/^Signature #/m).slice(1);
}
const note = ({ notes }: Beside, code: string) => notes.find((one) => one.code === code)?.params;

describe.skipIf(!tools)('a signed PDF', () => {
  test('says of a signature that it matches all of the file, with the certificate and what the file states', async () => {
    expect(pdfsig(once)).toEqual([expect.stringMatching(/Total document signed[\s\S]*Signature is Valid/)]);
    const found = await beside(once);
    const [value] = found.facts('PdfSignatureIntact');
    expect(value).toContain('CN=李四 Li Si · /Name Li · /M 2019-05-06 09:30:00 +08:00');
    expect(value).toContain(`0–${once.length} / ${once.length} B`);
    expect(note(found, 'pdf-signature-intact')).toMatchObject({ n: 1, signed: once.length - 8_194 });
    expect(found.codes).not.toContain('pdf-signature-part');
  });

  test('keeps its appearance on the page', async () => {
    expect(popplerWords((await printed(once)).path)).toContain('SIGNED BY LI');
  });

  test('says that it does not match where a signed byte was changed', async () => {
    const changed = Buffer.from(once.toString('latin1').replace('1000 YUAN', '9000 YUAN'), 'latin1');
    expect(pdfsig(changed)).toEqual([expect.stringContaining('Digest Mismatch')]);
    const found = await beside(changed);
    expect(found.facts('PdfSignatureBroken')).toHaveLength(1);
    expect(note(found, 'pdf-signature-broken')).toMatchObject({ n: 1, why: 'cause:signs-changed-file' });
  });

  test('says that it leaves out more than itself where its range does', async () => {
    const text = once.toString('latin1');
    const [, b = '', c = ''] = /ByteRange \[0 (\d{10}) (\d{10})/.exec(text) ?? [];
    const wider = text.replace(`[0 ${b} ${c}`, `[0 ${String(Number(b) - 400).padStart(10, '0')} ${c}`);
    const found = await beside(Buffer.from(wider, 'latin1'));
    expect(note(found, 'pdf-signature-broken')).toMatchObject({ why: 'cause:signs-with-gap' });
  });

  test('says nothing of one that it cannot check', async () => {
    const other = signed(soundPdf(contract(openSignature(stated, 'adbe.x509.rsa_sha1'))), byHer);
    expect((await beside(other)).facts('PdfSignatureUnverified')).toHaveLength(1);
    const weak = signed(soundPdf(contract()), (bytes) => signer.sign(bytes, 'sha1'));
    expect((await beside(weak)).facts('PdfSignatureUnverified')).toHaveLength(1);
    const nonsense = signed(soundPdf(contract()), () => Buffer.from('30820100', 'hex'));
    expect((await beside(nonsense)).facts('PdfSignatureUnverified')).toHaveLength(1);
  });
});

describe.skipIf(!tools)('a PDF that was signed and then added to', () => {
  test('says which pages were changed after the signature, and that its picture is undetermined', async () => {
    const later = updated(once, { 4: lineOfWords('LOAN OF 9000 YUAN') }, 9);
    expect(pdfsig(later)).toEqual([expect.stringMatching(/Not total document signed[\s\S]*Signature is Valid/)]);
    const found = await beside(later);
    expect(found.facts('PdfSignatureIntact')).toHaveLength(1);
    expect(found.facts('PdfRevisions')).toEqual(['2']);
    expect(found.facts('PdfRevisionContent')).toEqual(['2: 1']);
    expect(note(found, 'pdf-signature-part')).toEqual({ n: 1, end: once.length, after: later.length - once.length });
    expect(note(found, 'pdf-changed-after-signature')).toEqual({ n: 1, pages: '1' });
    const record = await room.import('later.pdf', later, engineOf(room));
    const { picture } = fourAnswers(record);
    expect(picture.answer).toBe('unknown');
    expect(picture.grounds.map(({ reason }) => reason?.code)).toEqual(['pdf-changed-after-signature']);
  });

  test('with a second signature alone says what it added, and no page of the first is changed', async () => {
    const page = valueOf(contract()[2]).replace('[6 0 R]', '[6 0 R 9 0 R]');
    const catalog = valueOf(contract()[0]).replace('[6 0 R]', '[6 0 R 9 0 R]');
    const own = field(7, 10, 'seller').replace('[20 20 220 60]', '[20 130 220 170]');
    const twice = signed(updated(once, { 1: catalog, 3: page, 9: own, 10: openSignature() }, 11), byHer);
    expect(pdfsig(twice).map((one) => /(Not t|T)otal document signed/.exec(one)?.[1])).toEqual(['Not t', 'T']);
    const found = await beside(twice);
    expect(found.facts('PdfSignatureIntact')).toHaveLength(2);
    expect(found.facts('PdfRevisionNotes')).toEqual(['2: 1']);
    expect(found.codes).not.toContain('pdf-changed-after-signature');
    expect(fourAnswers(await room.import('twice.pdf', twice, engineOf(room))).picture.answer).toBe('whole');
  });

  test('says that it is not known where the update cannot be read', async () => {
    const torn = Buffer.concat([updated(once, { 4: loan }, 9), Buffer.from('startxref\n7\n%%EOF\n')]);
    const found = await beside(torn);
    expect(found.facts('PdfRevisionsUnknown')).toEqual(['–']);
    expect(note(found, 'pdf-after-signature-unknown')).toEqual({ n: 1 });
  });
});

test('a PDF without signatures says nothing of any', async () => {
  const found = await beside(soundPdf(onePage(loan)));
  expect(found.codes.filter((code) => code.includes('signature'))).toEqual([]);
});
