import { execFileSync, spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import { ensureFonts } from '../../../../electron/capture/browser/fonts.ts';
import { inspectPdf } from '../../../../electron/bundle/pdf/imported/read-document.ts';
import { importFile } from '../../../../electron/intake/import-file.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { boxOfColour } from '../../../fixtures/oracles/colour-box.ts';
import { context, freshCase } from '../../../fixtures/case-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { spawnChild } from '../../../fixtures/runner/spawn-child.ts';

const haveOffice = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;
if (!haveOffice) console.warn('SKIPPED what needs soffice: not installed');

const folder = freshFolder();
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
let site: Server;
let asked = 0;
beforeAll(async () => {
  site = createServer((_request, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((open) => site.listen(0, open));
});
afterAll(() => site.close());

/** A letter with a red line, a picture from elsewhere and a comment, and nothing that any other program made. */
function letter(): Uint8Array {
  const { port } = site.address() as AddressInfo; // a TCP server
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationships}/image" TargetMode="External" Target="http://127.0.0.1:${port}/a.png"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${relationships}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body><w:p><w:r><w:rPr><w:b/><w:color w:val="C80000"/><w:sz w:val="48"/></w:rPr><w:t>借款合同第七条</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/><w:t>Signed on the second page</w:t></w:r></w:p><w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:link="r1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

async function imported(name: string, bytes: Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const caseFile = freshCase();
  const { record } = await importFile(
    path,
    {
      category: 'other',
      title: null,
      source: null,
      receivedBy: null,
      receivedOn: null,
      account: null,
      operator: null,
    },
    {
      caseFile,
      clockAndRandom: context.clockAndRandom,
      program: context.program,
      spawnChild,
      inspectPdf: (pdf, signal, files) => inspectPdf(pdf, spawnChild, signal, files),
      askDns: null,
      drawPage: null,
      fontConfig: ensureFonts,
      signal: new AbortController().signal,
    },
  );
  if (record.kind !== 'import') throw new Error('an import is an import');
  return { caseFile, record };
}

describe.runIf(haveOffice)('a Word file that was handed in', () => {
  let sent: Uint8Array;
  let done: Awaited<ReturnType<typeof imported>>;
  beforeAll(async () => {
    sent = letter();
    done = await imported('借款合同.docx', sent);
  });

  test('has the pages that LibreOffice makes of it, beside the original, and says who made them', () => {
    const { record, caseFile } = done;
    expect(record.pages).toEqual({ as: 'document', count: 2 });
    expect(record.artifacts.map(({ role }) => role)).toEqual(['original', 'page-document']);
    expect(record.warnings).toContainEqual({
      code: 'converted-office',
      params: { program: expect.stringMatching(/^LibreOffice \d/) as string },
    });
    expect(fourAnswers(record).picture.answer).toBe('partly');
    const [original, made] = record.artifacts;
    expect(readFileSync(caseFile.objectPath(original?.sha256 ?? ''))).toEqual(Buffer.from(sent));
    const text = execFileSync('pdftotext', [caseFile.objectPath(made?.sha256 ?? ''), '-'], { encoding: 'utf8' });
    expect(text.replaceAll(/\s/g, '')).toContain('借款合同第七条');
  });

  test('fetches nothing of what it links to, and says so', () => {
    expect(asked).toBe(0);
    expect(done.record.warnings).toContainEqual({ code: 'office-links', params: { count: 1 } });
  });

  test('shows its words in a bundle in their own colour, and in a font that has them', async () => {
    const { caseFile, record } = done;
    const exhibit = { item: record.item, group: 'g', title: 't', source: 's', purpose: 'p', marks: [] };
    caseFile.logEvent('exhibits-set', { exhibits: [exhibit] });
    const { pdf } = await buildIn(caseFile);
    const page = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 1e9 })
      .split('\f')
      .findIndex((words) => words.includes('借款合同第七条'));
    expect(page).toBeGreaterThan(0);
    const png = join(folder, 'page');
    execFileSync('pdftoppm', ['-r', '100', '-png', '-singlefile', '-f', `${page + 1}`, '-l', `${page + 1}`, pdf, png]);
    expect(await boxOfColour(readFileSync(`${png}.png`), [200, 0, 0])).not.toBeNull();
  });

  test('one that is damaged is kept whole and says why it has no pages', async () => {
    const { record, caseFile } = await imported(
      'bad.docx',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:') }),
    );
    expect(record.pages).toMatchObject({ as: 'none', reason: { code: 'office-not-drawn' } });
    expect(existsSync(caseFile.objectPath(record.artifacts[0]?.sha256 ?? ''))).toBe(true);
  });
});
