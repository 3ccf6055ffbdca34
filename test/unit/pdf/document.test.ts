import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bookmark } from '../../../electron/bundle/pdf/document.ts';
import { PdfDocument } from '../../../electron/bundle/pdf/document.ts';
import { paragraphTag } from '../../../electron/bundle/pdf/tagged/tag.ts';
import { num, PdfSink, type Ref } from '../../../electron/bundle/pdf/sink.ts';
import { srgbProfile } from '../../../electron/bundle/pdf/srgb-profile.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { have, outsideTool, writePdf, type Written } from './pdf-room.ts';

const tools = have('qpdf', 'pdfinfo', 'pdftotext');
const pages = 10_000;

/** What qpdf says of outlines and labels. */
type Outline = Readonly<{ title: string; destpageposfrom1: number; kids: readonly Outline[] }>;

describe('a document of ten thousand pages', () => {
  let large: Written;
  beforeAll(async () => {
    const bookmarks: Bookmark[] = Array.from({ length: 40 }, (_, group) => ({
      title: `组 ${group} & <é>`,
      page: group * 250 + 1,
      below: [{ title: '内', page: group * 250 + 2, below: [{ title: '深', page: group * 250 + 3, below: [] }] }],
    }));
    large = await writePdf(
      () =>
        Array.from({ length: pages }, (_, at) => ({
          draw: (canvas) => {
            const area = { x: 50, y: 50, width: 40, height: 20 };
            const toPage = ((at + 5_000) % pages) + 1;
            canvas.text(canvas.link(paragraphTag(), area, { toPage, words: 'on' }), 50, 60, String(at + 1), 12);
          },
        })),
      { bookmarks },
    );
  });

  test.skipIf(!tools)('is clean for qpdf, and has its pages in order', () => {
    expect(outsideTool('qpdf', '--check', large.path)).toContain('No syntax or stream encoding errors');
    expect(outsideTool('pdfinfo', large.path)).toMatch(new RegExp(`Pages:\\s+${pages}\\n`));
    for (const page of [1, 64, 65, 4_097, pages]) {
      const text = outsideTool('pdftotext', '-f', String(page), '-l', String(page), large.path, '-');
      expect(text.trim()).toBe(String(page));
    }
  });

  test.skipIf(!tools)('opens every bookmark, link and label at its page', () => {
    const json = JSON.parse(
      outsideTool('qpdf', '--json', '--json-key=outlines', '--json-key=pagelabels', large.path),
    ) as {
      outlines: readonly Outline[];
      pagelabels: readonly unknown[];
    };
    expect(json.outlines).toHaveLength(40);
    json.outlines.forEach(({ title, destpageposfrom1, kids: [inner] }, group) => {
      expect([title, destpageposfrom1]).toEqual([`组 ${group} & <é>`, group * 250 + 1]);
      expect([inner?.destpageposfrom1, inner?.kids[0]?.destpageposfrom1]).toEqual([group * 250 + 2, group * 250 + 3]);
    });
    expect(JSON.stringify(json.pagelabels)).toContain('/D');
  });

  test('hashes what it writes while it writes it', () => {
    const bytes = readFileSync(large.path);
    expect(large.bytes).toBe(bytes.length);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(large.sha256);
  });
});

describe('what the document says of itself', () => {
  test.skipIf(!tools)('is the same in Info and XMP, whatever stands in the title', async () => {
    const title = 'A\u0007<b> & “c”\u202e 证据';
    const { path } = await writePdf(() => [{ draw: () => undefined }], { title });
    const info = outsideTool('pdfinfo', path);
    expect(info).toContain('Title:           A[U+0007]<b> & “c”[U+202E] 证据');
    const xmp = outsideTool('pdfinfo', '-meta', path);
    expect(xmp).toContain('A[U+0007]&#60;b&#62; &#38; “c”[U+202E] 证据');
    expect(xmp).toContain('<xmp:CreateDate>2019-05-06T01:30:00Z</xmp:CreateDate>');
    expect(outsideTool('pdfinfo', '-rawdates', path)).toContain('CreationDate:    D:20190506013000Z');
  });

  test.skipIf(!have('pdfdetach'))('carries its manifest', async () => {
    const bytes = new TextEncoder().encode('{"a":"证据"}');
    const attachment = { name: 'manifest.json', mediaType: 'application/json', bytes, about: 'm' };
    const { path } = await writePdf(() => [{ draw: () => undefined }], { attachment });
    const out = join(freshFolder(), 'manifest.json');
    outsideTool('pdfdetach', '-save', '1', '-o', out, path);
    expect(readFileSync(out, 'utf8')).toBe('{"a":"证据"}');
  });

  test('is refused with more or fewer pages than were planned', async () => {
    const sink = new PdfSink(join(freshFolder(), 'a.pdf'));
    const document = new PdfDocument(sink, 2, 'zh-CN');
    await expect(document.finish(undefined as never)).rejects.toThrow('0 of 2 planned pages');
    await sink.abandon();
    await expect(
      writePdf(() => [
        {
          draw: (canvas) =>
            canvas.link(paragraphTag(), { x: 0, y: 0, width: 10, height: 10 }, { toPage: 7, words: 'on' }),
        },
      ]),
      'a link beyond the end',
    ).rejects.toThrow('page 7 of 1');
  });
});

describe('the writer', () => {
  test('lets no object be written twice, nor forgotten', async () => {
    const sink = new PdfSink(join(freshFolder(), 'a.pdf'));
    const [one, two] = [sink.allocate(), sink.allocate()];
    sink.object(one, 'null');
    expect(() => sink.object(one, 'null')).toThrow('twice');
    await expect(sink.finish(one, one, '00')).rejects.toThrow(`object ${two} was numbered but never written`);
    await sink.abandon();
  });

  test('never writes over a file', () => {
    const path = join(freshFolder(), 'a.pdf');
    writeFileSync(path, 'somebody’s');
    expect(() => new PdfSink(path)).toThrow('EEXIST');
    expect(readFileSync(path, 'utf8')).toBe('somebody’s');
  });

  test('writes numbers that every reader reads', () => {
    expect([0, -0, 1, 0.5, 595.28, -3.14159, 1e-9, -1e-9, 123456.7891, 100, 0.1 + 0.2].map(num)).toEqual([
      '0',
      '0',
      '1',
      '0.5',
      '595.28',
      '-3.142',
      '0',
      '0',
      '123456.789',
      '100',
      '0.3',
    ]);
  });

  test('gives out references one after another', async () => {
    const sink = new PdfSink(join(freshFolder(), 'a.pdf'));
    expect([sink.allocate(), sink.allocate()]).toEqual([1 as Ref, 2 as Ref]);
    await sink.abandon();
  });
});

test('the colour profile is sRGB: colours go through it unchanged', async () => {
  const profile = join(freshFolder(), 'srgb.icc');
  writeFileSync(profile, srgbProfile());
  const raw = Buffer.from(Array.from({ length: 16 ** 3 * 3 }, (_, at) => (at * 7919) & 255));
  const image = () => sharp(raw, { raw: { width: 64, height: 64, channels: 3 } });
  const through = await image().withIccProfile(profile).png().toBuffer();
  const meta = await sharp(through).metadata();
  expect(meta.icc).toBeDefined();
  const shown = await sharp(through, { ignoreIcc: true }).raw().toBuffer();
  const worst = Math.max(...shown.map((value, at) => Math.abs(value - (raw[at] ?? 0))));
  expect(worst).toBeLessThanOrEqual(1);
});
