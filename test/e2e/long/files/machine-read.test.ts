import sharp from 'sharp';
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { fixState } from '../../../../electron/bundle/state/fix-state.ts';
import { inspectPdf } from '../../../../electron/bundle/pdf/imported/read-document.ts';
import { bundledFonts, fallbackFonts } from '../../../../electron/capture/browser/fonts.ts';
import { readByMachine } from '../../../../electron/intake/ocr/machine-read.ts';
import { verifyCase } from '../../../../electron/verify/verify-case.ts';
import { profileNamed } from '../../../fixtures/bundle-options.ts';
import { IntakeRoom } from '../../../unit/intake/intake-room.ts';

const room = new IntakeRoom();
afterAll(() => room.caseFile.close());

/** Latin words alone: no Chinese face is sure to be on the machine that draws this. */
const picture = () =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="420" height="90"><rect width="420" height="90" fill="white"/><text x="20" y="55" font-size="34" font-family="sans-serif">Qinghe Credit 2019</text></svg>',
    ),
  )
    .flatten({ background: 'white' })
    .png()
    .toBuffer();

test('a picture’s words are read once, offline, laid behind the picture where they stand, and marked as machine-read', async () => {
  const { caseFile, services } = room;
  const { item, recordSha256 } = caseFile.item((await room.import('shot.png', await picture())).item);
  const read = await readByMachine(caseFile, caseFile.item(item), services.spawnChild, services.signal);
  expect(read).toEqual({ lines: 1 });
  expect(caseFile.item(item).recordSha256, 'the record is not touched').toBe(recordSha256);

  const asked = { profile: profileNamed('prc-internet'), language: null, working: false, draft: false, reissue: null };
  const fonts = { ...bundledFonts(), fallbacks: fallbackFonts() };
  const { model, problems } = fixState(caseFile, asked, 'fascicle 0.0.0', fonts);
  const [exhibit] = model.exhibits;
  const [run] = exhibit?.words() ?? [];
  expect(run?.text).toBe('Qinghe Credit 2019');
  expect(run).toMatchObject({ x: expect.closeTo(20, -1) as number, y: expect.closeTo(30, -1) as number });
  expect(exhibit?.machineRead?.name).toBe('machine-read.json');
  expect(exhibit?.attachments, 'it is no anchor').toEqual([]);
  expect(problems.map(({ code }) => code)).not.toContain('text-layer-missing');
  expect(verifyCase(caseFile.folder, 'en').verdict).toBe('PASSED');

  const again = await readByMachine(caseFile, caseFile.item(item), services.spawnChild, services.signal);
  expect(again).toEqual({ reason: { code: 'ocr-already' } });
});

test('a reader that dies, or that is not there, leaves the item as it was and says why', async () => {
  const { caseFile, services } = room;
  const { item } = await room.import('other.png', await picture());
  const before = caseFile.head('content').seq;
  const dying = await readByMachine(
    caseFile,
    caseFile.item(item),
    () => services.spawnChild('no-such-child'),
    services.signal,
  );
  expect(dying).toEqual({ reason: { code: 'reading-crashed' } });
  expect(caseFile.head('content').seq).toBe(before);
});

describe('a scan', { timeout: 120_000 }, () => {
  const line = (text: string, width = 620, height = 300) =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/><text x="60" y="120" font-size="34" font-family="sans-serif">${text}</text></svg>`,
      ),
    ).flatten({ background: 'white' });
  const stateOf = () =>
    fixState(
      room.caseFile,
      {
        profile: profileNamed('prc-internet'),
        language: null,
        working: false,
        draft: false,
        reissue: null,
        compliance: null,
      },
      'fascicle 0.0.0',
      { ...bundledFonts(), fallbacks: fallbackFonts() },
    ).model.exhibits;

  test('in a PDF is read page by page where a page has no words of its own, turned pages as they are shown', async () => {
    const { caseFile, services } = room;
    const pdf = await PDFDocument.create();
    for (const [text, turn] of [
      ['Qinghe Credit register', 0],
      ['Turned page of it', 90],
    ] as const) {
      const picture = await line(text).toBuffer();
      const jpeg = await pdf.embedJpg(await sharp(picture).rotate(-turn).jpeg({ quality: 85 }).toBuffer());
      const page = pdf.addPage(turn === 0 ? [310, 150] : [150, 310]);
      page.drawImage(jpeg, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
      page.setRotation(degrees(turn));
    }
    const own = pdf.addPage([310, 150]);
    own.drawText('This page has words of its own.', { x: 20, y: 80, size: 12, font: await pdf.embedFont('Helvetica') });
    const { item } = await room.import('scan.pdf', Buffer.from(await pdf.save()), {
      inspectPdf: (path, signal) => inspectPdf(path, services.spawnChild, signal),
    });
    expect(await readByMachine(caseFile, caseFile.item(item), services.spawnChild, services.signal)).toEqual({
      lines: 2,
    });
    const exhibit = stateOf().find(({ record }) => record.item === item);
    expect(exhibit?.machineRead?.name).toBe('machine-read-pages.json');
    const words = [1, 2, 3].map((page) => (exhibit?.pageWords().get(page) ?? []).map(({ text }) => text));
    expect(words).toEqual([['Qinghe Credit register'], ['Turned page of it'], []]);
    const [run] = exhibit?.pageWords().get(2) ?? [];
    expect(run).toMatchObject({ x: expect.closeTo(30, -1) as number, y: expect.closeTo(46, -1) as number });
    expect(verifyCase(caseFile.folder, 'en').verdict).toBe('PASSED');
  });

  test('of several pages in one TIFF is read in each of them', async () => {
    const { caseFile, services } = room;
    const pages = await Promise.all(
      ['First page of two', 'Second page of two'].map((text) => line(text).raw().toBuffer({ resolveWithObject: true })),
    );
    const [first] = pages;
    if (!first) throw new Error('two were drawn');
    const { width, height, channels } = first.info;
    const tiff = await sharp(Buffer.concat(pages.map(({ data }) => data)), {
      raw: { width, height: height * 2, channels, pageHeight: height },
    })
      .tiff()
      .toBuffer();
    const record = await room.import('scan.tiff', tiff);
    const { item } = record;
    expect(record.artifacts.filter(({ role, y }) => role === 'page-image' && y === 0)).toHaveLength(2);
    expect(await readByMachine(caseFile, caseFile.item(item), services.spawnChild, services.signal)).toEqual({
      lines: 2,
    });
    const exhibit = stateOf().find(({ record: one }) => one.item === item);
    expect(exhibit?.words().map(({ text }) => text)).toEqual(['First page of two']);
    expect(
      exhibit
        ?.pageWords()
        .get(2)
        ?.map(({ text }) => text),
    ).toEqual(['Second page of two']);
  });

  test('that has words on every page is not read again, and says so', async () => {
    const { caseFile, services } = room;
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([310, 150]);
    page.drawText('Words of its own on every page.', {
      x: 20,
      y: 80,
      size: 12,
      font: await pdf.embedFont('Helvetica'),
    });
    const { item } = await room.import('text.pdf', Buffer.from(await pdf.save()), {
      inspectPdf: (path, signal) => inspectPdf(path, services.spawnChild, signal),
    });
    expect(await readByMachine(caseFile, caseFile.item(item), services.spawnChild, services.signal)).toEqual({
      reason: { code: 'ocr-has-text' },
    });
  });
});
