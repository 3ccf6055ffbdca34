import { zlibSync } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { inspectPdf as inspect } from '../../../electron/bundle/pdf/imported/read-document.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { helvetica, soundPdf, type RawObject } from '../../fixtures/made/raw-pdf.ts';
import { IntakeRoom } from '../intake/intake-room.ts';
import { differenceOf, printed, type Printed } from './imported-room.ts';
import { have, outsideTool } from './pdf-room.ts';

const tools = have('qpdf', 'pdftoppm');
const side = 64;
const cut = (bytes: Uint8Array) => bytes.subarray(0, bytes.length >> 1);
const nonsense = Buffer.from('nonsense that no decoder takes for a picture', 'latin1');

/** What one page of the file shows: a picture, a form, or content of its own. */
type Shown = Readonly<{ picture?: RawObject | null; content?: RawObject; resources?: string; faults: number }>;

const picture = (how: string, stream: Uint8Array | string) => ({
  dict: `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /DeviceGray ${how}`,
  stream,
});

/** Random black and white: nothing of it can be guessed. */
function samples(): Buffer {
  let seed = 1;
  return Buffer.from(Uint8Array.from({ length: side * side }, () => (seed = (seed * 48_271) % 2_147_483_647) & 255));
}

/** The strip of a TIFF of black and white lines, packed as group 4 fax. */
async function fax(): Promise<Buffer> {
  const lines = Buffer.from(samples().map((value, at) => (((at >> 3) + (at >> 9)) % 3 && value > 60 ? 255 : 0)));
  const tiff = await sharp(lines, { raw: { width: side, height: side, channels: 1 } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer();
  const [from, bytes] = [273, 279].map((tag) => {
    const directory = tiff.readUInt32LE(4);
    for (let at = directory + 2; ; at += 12) if (tiff.readUInt16LE(at) === tag) return tiff.readUInt32LE(at + 8);
  });
  return tiff.subarray(from, from! + bytes!);
}

/** A JBIG2 page of one generic region, its segments as they are embedded. */
function jbig2(): Buffer {
  const page = Buffer.from('0000000030000100000013000000400000004000000000000000000000000'.padEnd(60, '0'), 'hex');
  const region = Buffer.from('00000001260001', 'hex');
  const data = Buffer.concat([
    Buffer.from('00000040000000400000000000000000', 'hex'),
    Buffer.from([0, 0, 3, 0xff, 0xfd, 0xff, 2, 0xfe, 0xfe, 0xfe]),
    Buffer.alloc(40, 0x5a),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([page, region, length, data]);
}

/** JPEG 2000: sizes, one part of a tile, the end. */
function jpx(): Buffer {
  const siz = Buffer.from(`ff51002900000000${'0'.repeat(70)}`, 'hex').subarray(0, 43);
  const part = Buffer.alloc(60, 1);
  part.writeUInt16BE(0xff90, 0);
  part.writeUInt16BE(10, 2);
  part.writeUInt32BE(part.length, 6);
  return Buffer.concat([Buffer.from([0xff, 0x4f]), siz, part, Buffer.from([0xff, 0xd9])]);
}

let ours: Printed;
const shown: Record<string, Shown> = {};

async function pages(): Promise<Record<string, Shown>> {
  const grey = samples();
  const jpeg = await sharp(grey, { raw: { width: side, height: side, channels: 1 } })
    .jpeg()
    .toBuffer();
  const png = await sharp(grey, { raw: { width: side, height: side, channels: 1 } })
    .png()
    .toBuffer();
  const eol = Buffer.from('\r\n');
  const [packed, faxed] = [zlibSync(grey), await fax()];
  const g4 = `/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${side} >>`;
  const stencil = (how: string, stream: Uint8Array): RawObject => ({
    dict: `/Type /XObject /Subtype /Image /ImageMask true /Width ${side} /Height ${side} /BitsPerComponent 1 ${how}`,
    stream,
  });
  const drawn = (stream: Uint8Array, how: string): RawObject => ({ dict: how, stream });
  return {
    'a JPEG': { picture: picture('/Filter /DCTDecode', jpeg), faults: 0 },
    'a JPEG without its last two bytes': { picture: picture('/Filter /DCTDecode', jpeg.subarray(0, -2)), faults: 0 },
    'half of a JPEG': { picture: picture('/Filter /DCTDecode', cut(jpeg)), faults: 1 },
    'a JPEG that is none': { picture: picture('/Filter /DCTDecode', nonsense), faults: 1 },
    'a JPEG behind a line end': { picture: picture('/Filter /DCTDecode', Buffer.concat([eol, jpeg])), faults: 0 },
    'a JPEG behind other bytes': { picture: picture('/Filter /DCTDecode', Buffer.concat([nonsense, jpeg])), faults: 0 },
    'a JPEG that breaks off in its tables': {
      picture: picture('/Filter /DCTDecode', jpeg.subarray(0, jpeg.indexOf(Uint8Array.of(0xff, 0xc4)) + 9)),
      faults: 1,
    },
    'a PNG called a JPEG': { picture: picture('/Filter /DCTDecode', png), faults: 1 },
    'a JPEG whose colours are missing': {
      picture: { dict: picture('/Filter /DCTDecode', '').dict.replace('/DeviceGray', '9999 0 R'), stream: jpeg },
      faults: 1,
    },
    'samples whose palette is missing': {
      picture: {
        dict: picture('/Filter /FlateDecode', '').dict.replace('/DeviceGray', '[/Indexed /DeviceRGB 255 9999 0 R]'),
        stream: packed,
      },
      faults: 1,
    },
    'a JPEG of no bytes': { picture: picture('/Filter /DCTDecode', ''), faults: 1 },
    'a JPEG packed once more': { picture: picture('/Filter [/FlateDecode /DCTDecode]', zlibSync(jpeg)), faults: 0 },
    'half of a packed JPEG': { picture: picture('/Filter [/Fl /DCT]', cut(zlibSync(jpeg))), faults: 1 },
    'packed samples': { picture: picture('/Filter /FlateDecode', packed), faults: 0 },
    'half of packed samples': { picture: picture('/Filter /FlateDecode', cut(packed)), faults: 1 },
    'samples that end too early': { picture: picture('/Filter /FlateDecode', zlibSync(cut(grey))), faults: 1 },
    'samples in hexadecimal': { picture: picture('/Filter /AHx', `${grey.toString('hex')}>`), faults: 0 },
    'samples in bad hexadecimal': { picture: picture('/Filter /ASCIIHexDecode', 'no hex'), faults: 1 },
    'an unknown way of packing': { picture: picture('/Filter /NobodyDecode', packed), faults: 1 },
    'a fax': { picture: stencil(g4, faxed), faults: 0 },
    'half of a fax': { picture: stencil(g4, cut(faxed)), faults: 1 },
    'a fax that is none': { picture: stencil(g4, nonsense), faults: 1 },
    JBIG2: { picture: stencil('/Filter /JBIG2Decode', jbig2()), faults: 0 },
    'half of JBIG2': { picture: stencil('/Filter /JBIG2Decode', cut(jbig2())), faults: 1 },
    'JBIG2 that is none': { picture: stencil('/Filter /JBIG2Decode', nonsense), faults: 1 },
    'JPEG 2000': { picture: picture('/Filter /JPXDecode', jpx()), faults: 0 },
    'half of JPEG 2000': { picture: picture('/Filter /JPXDecode', cut(jpx())), faults: 1 },
    'JPEG 2000 that is none': { picture: picture('/Filter /JPXDecode', nonsense), faults: 1 },
    'a picture that is missing': { picture: null, faults: 1 },
    'a picture whose mask is damaged': {
      picture: picture('/Filter /FlateDecode /SMask 4 0 R', packed),
      faults: 1,
    },
    'content that breaks off': {
      content: drawn(cut(zlibSync(Buffer.from('10 10 20 20 re f\n'.repeat(400)))), '/Filter /FlateDecode'),
      faults: 1,
    },
    'content with a predictor': {
      content: drawn(
        zlibSync(Buffer.from('\x0210 10 2\x02\0\0\0\0\0\0\0', 'latin1')),
        '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 7 >>',
      ),
      faults: 0,
    },
    'words in a font that is missing': {
      content: drawn(Buffer.from('BT /F9 12 Tf 20 20 Td (words) Tj ET'), ''),
      faults: 1,
    },
    'a form in which a picture is missing': {
      picture: { dict: '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << >>', stream: '/Gone Do' },
      faults: 1,
    },
  };
}

/** One page each; objects 1 to 4 are shared, and each page has three of its own. */
function document(all: readonly Shown[]): Buffer {
  const first = 5;
  const kids = all.map((_, at) => `${first + at * 3} 0 R`).join(' ');
  const own = all.flatMap(({ picture: drawn, content, resources = '' }, at): RawObject[] => [
    `<< /Type /Page /Parent 2 0 R /Contents ${first + at * 3 + 1} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /I ${drawn === null ? 9_999 : first + at * 3 + 2} 0 R >> ${resources} >> >>`,
    content ?? { dict: '', stream: 'q 100 0 0 100 20 20 cm /I Do Q' },
    drawn ?? 'null',
  ]);
  return soundPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${all.length} /MediaBox [0 0 140 140] >>`,
    helvetica,
    picture('/Filter /DCTDecode', nonsense),
    ...own,
  ]);
}

describe.skipIf(!tools)('an imported page', () => {
  beforeAll(async () => {
    Object.assign(shown, await pages());
    ours = await printed(document(Object.values(shown)));
  });

  test('whose pictures or other parts cannot be drawn is named, and no other', () => {
    const wrong = Object.entries(shown).flatMap(([name, { faults }], at) =>
      faults === ours.faults[at] ? [] : [`${name}: ${ours.faults[at]}, not ${faults}`],
    );
    expect(wrong).toEqual([]);
    const pagesWith = Object.values(shown).flatMap(({ faults }, at) => (faults > 0 ? [at + 1] : []));
    expect(ours.said).toEqual([
      { code: 'pdf-parts-missing', params: { count: pagesWith.length, pages: pagesWith.join(', ') } },
    ]);
  });

  test('makes a file that is clean for qpdf, whatever it holds', () => {
    expect(outsideTool('qpdf', '--check', ours.path)).toContain('No syntax or stream encoding errors');
  });

  test('that is sound looks as it did, and one that lost its picture shows a crossed-out field', async () => {
    for (const [at, [name, { faults }]] of Object.entries(shown).entries()) {
      if (faults === 0) expect([name, await differenceOf(ours.source, ours.path, at + 1)]).toEqual([name, 0]);
    }
    const lost = Object.keys(shown).indexOf('a picture that is missing') + 1;
    expect(await differenceOf(ours.source, ours.path, lost)).toBeGreaterThan(0.3);
  });
});

test.skipIf(!have('qpdf', 'pdftotext'))(
  'a bundle says it on the exhibit’s sheet and on the page itself, in both languages',
  { timeout: 90_000 },
  async () => {
    const room = new IntakeRoom();
    const inspectPdf = (path: string, signal: AbortSignal) => inspect(path, room.services.spawnChild, signal);
    const broken = document([{ picture: picture('/Filter /DCTDecode', nonsense), faults: 1 }]);
    const record = await room.import('scan.pdf', broken, { inspectPdf });
    expect(record.warnings).toEqual([{ code: 'pdf-parts-missing', params: { count: 1, pages: '1' } }]);
    const { pdf } = await buildIn(room.caseFile, { draft: true, language: 'zh-CN+en' });
    const text = outsideTool('pdftotext', '-layout', pdf, '-').replace(/\s+/g, '');
    for (const words of [
      '本页有1处图像或内容残缺',
      '1imageorpartofthispagedamagedormissinginthePDF',
      '第1页共有1处图像',
    ]) {
      expect(text).toContain(words);
    }
    outsideTool('qpdf', '--check', pdf);
    room.caseFile.close();
  },
);
