import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { findLeaks, type OutgoingFile } from '../../../electron/casefile/leaks/find-leaks.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const words = ['138 0013 8000', '王小明', '张三', 'Zoë Wong', 'שלום 0571'];
const forever = new AbortController().signal;
const look = (files: readonly OutgoingFile[], wanted = words) => findLeaks(files, wanted, forever);
const bytes = (text: string) => Buffer.from(text, 'utf8');
/** As Python 3 encodes them: `'…'.encode('gbk')`, `base64.b64encode`, `urllib.parse.quote`. */
const made = (hex: string) => Buffer.from(hex, 'hex');

/** A PDF of one page that another library writes. */
async function pdf(change: (document: PDFDocument) => unknown, useObjectStreams = false): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([300, 300]);
  await change(document);
  return document.save({ useObjectStreams });
}
const drawn = (text: string) => async (document: PDFDocument) => {
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.getPage(0).drawText(text, { font, size: 10, x: 20, y: 20 });
};
/** One page whose letters are glyph numbers: 1 is 1, 2 is 3, 3 is 8, 4 is 0; each letter is shown by itself. */
function glyphPdf(filter: (content: Buffer) => readonly [string, Buffer]): Buffer {
  const map =
    'begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <0031> <0002> <0033> endbfchar ' +
    '1 beginbfrange <0003> <0004> [<0038> <0030>] endbfrange endcmap';
  const codes = Array.from('13800138000', (digit) => `<000${'1380'.indexOf(digit) + 1}> Tj`);
  const [name, packed] = filter(bytes(`BT /F1 9 Tf 10 10 Td ${codes.join(' 5 0 Td ')} ET`));
  return Buffer.concat([
    bytes('%PDF-1.4\n1 0 obj << /Type /Page /Resources << /Font << /F1 2 0 R >> >> /Contents 4 0 R >> endobj\n'),
    bytes('2 0 obj << /Type /Font /Subtype /Type0 /ToUnicode 3 0 R >> endobj\n'),
    bytes(`3 0 obj << /Length ${map.length} >> stream\n${map}\nendstream endobj\n`),
    bytes(`4 0 obj << /Length 7 0 R ${name} >> stream\r\n`),
    packed,
    bytes('\nendstream endobj\n7 0 obj 99999 endobj\n%%EOF\n'),
  ]);
}

/** A text among bytes that are none. */
const among = (text: string) => Buffer.concat([made('0001020304'), bytes(text), made('00ff')]);

const said: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'UTF-8': () => bytes('电话：138-0013-8000。'),
  'full width, with soft hyphens between': () => bytes('１３８\u00ad００１３\u200b８０００'),
  'letters that are composed otherwise': () => bytes('by ZOE\u0308 WONG, today'),
  'UTF-16, little end first, without a mark': () => Buffer.from('tel. 13800138000', 'utf16le'),
  'UTF-16, big end first': () => made('feff738b5c0f660e3002'),
  'two letters of UTF-16 that has a mark': () => made('feff4f60597d5f204e094f60597d'),
  GBK: () => made('b5e7bbb0cdf5d0a1c3f7a1a3'),
  'two letters in GBK, split by a line': () => made('c4e3bac3d5c50d0ac8fdc4e3bac3'),
  'percent-encoding of GBK': () => bytes('q=%CD%F5%D0%A1%C3%F7&x=1'),
  'percent-encoding in small letters': () => bytes('q=%e7%8e%8b%e5%b0%8f%e6%98%8e'),
  'base64 at the first place': () => bytes('x:YeeUteivnSDnjovlsI/mmI4gMTM4MDAxMzgwMDAg5bC+'),
  'base64 at the second place': () => bytes('x:YWLnlLXor50g546L5bCP5piOIDEzODAwMTM4MDAwIOWwvg=='),
  'base64 at the third place': () => bytes('x:YWJj55S16K+dIOeOi+Wwj+aYjiAxMzgwMDEzODAwMCDlsL4='),
  'base64 of GBK, within other letters': () =>
    Buffer.concat([made('0001020304'), bytes('zYWJjzfXQocP3zz'), made('00ff')]),
  'base64 at the second place, among bytes': () => among('YWLnlLXor50g546L5bCP5piOIDEzODAwMTM4MDAwIOWwvg=='),
  'base64 at the third place, among bytes': () => among('YWJj55S16K+dIOeOi+Wwj+aYjiAxMzgwMDEzODAwMCDlsL4='),
  'base64 of another spelling': () => bytes(`x:${Buffer.from('tel. 1３8-0013(8000)').toString('base64')}`),
  'base64 in lines, as mails have it': () => bytes('\r\nYWLnlLXor50g546L5bCP5p\r\niOIDEzODAwMTM4MDAwIOWwvg==\r\n'),
  'quoted-printable of GBK': () => bytes('Subject: =CD=F5=D0=\r\n=A1=C3=F7 ok'),
  entities: () => bytes('<b>&#29579;&#x5c0f;&#26126;</b>'),
  'JSON escapes': () => bytes('{"n":"\\u738b\\u5c0f\\u660e"}'),
  'elements in between': () => bytes('<w:t>138</w:t></w:r><w:r><w:t>0013</w:t></w:r><i>8000</i>'),
  'bytes among others': () => Buffer.concat([randomBytes(3_000_000), bytes('13800138000'), randomBytes(3_000_000)]),
  'the seam of two pieces': () => Buffer.concat([bytes('好'.repeat(349_525)), bytes('王小明'), bytes('好'.repeat(90))]),
  gzip: () => gzipSync(bytes('tel 13800138000')),
  'the second of two gzip members': () => Buffer.concat([gzipSync('one'), gzipSync('tel 13800138000')]),
  'a deflated member of a ZIP': () => zipSync({ 'word/document.xml': bytes('<t>王小</t><t>明</t>') }),
  'a stored ZIP in a ZIP': () => zipSync({ 'a.docx': [zipSync({ 'b.xml': bytes('张三') }), { level: 0 }] }),
  'gzip in a ZIP': () => zipSync({ 'archive/data.warc.gz': [gzipSync(bytes('张三')), { level: 0 }] }),
  'the name of a member': () => zipSync({ '王小明.txt': bytes('ok') }),
  'a page of a PDF': () => pdf(drawn('call 138 0013 8000')),
  'the title of a PDF': () =>
    pdf((one) => {
      one.setTitle('王小明的聊天');
    }),
  'a PDF whose objects are packed': () =>
    pdf((one) => {
      one.setSubject('王小明');
    }, true),
  'a note on a page': () =>
    pdf((one) => {
      const note = one.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9] });
      note.set(PDFName.of('Contents'), PDFHexString.fromText('问张三'));
      one.getPage(0).node.set(PDFName.of('Annots'), one.context.obj([one.context.register(note)]));
    }),
  'an escaped string': () =>
    pdf((one) => {
      one.catalog.set(PDFName.of('Lang'), PDFString.of('\\061\\063\\070\\0600138\\(000)'));
    }),
  'metadata of a PDF': () =>
    pdf((one) => {
      const xmp = one.context.flateStream(bytes('<x:xmpmeta><dc:title>张三</dc:title></x:xmpmeta>'), {
        Type: 'Metadata',
      });
      one.catalog.set(PDFName.of('Metadata'), one.context.register(xmp));
    }),
  'a file within a PDF': () => pdf((one) => one.attach(zipSync({ 'x.txt': bytes('张三') }), 'x.zip')),
  'glyphs of a font': () => glyphPdf((content) => ['', content]),
  'deflated glyphs': () => glyphPdf((content) => ['/Filter /FlateDecode', deflateSync(content)]),
  'glyphs in hexadecimal': () => glyphPdf((content) => ['/Filter [/AHx]', bytes(`${content.toString('hex')}>`)]),
};

describe('words that were covered are found', () => {
  test.each(Object.entries(said))('in %s', async (_, make) => {
    const { found } = await look([{ name: 'out.bin', content: await make() }]);
    expect(found.map(({ file }) => file)).toContain('out.bin');
  });

  test('in a file on the disk, and in its name, which is told without them', async () => {
    const path = join(freshFolder(), 'a');
    writeFileSync(path, 'tel 13800138000');
    const { found } = await look([{ name: '聊天-王小明.txt', path }]);
    expect(found.map(({ file }) => file)).toEqual(['聊天-….txt']);
  });

  test('at the place that is told: object, member, file within a file', async () => {
    const zip = zipSync({ 'a/b.docx': zipSync({ 'word/document.xml': bytes('张三') }), 'c.txt': bytes('x') });
    const { found } = await look([
      { name: '1.zip', content: zip },
      { name: '2.pdf', content: glyphPdf((content) => ['/Filter /FlateDecode', deflateSync(content)]) },
    ]);
    expect(found.map(({ file, part, pdfObject }) => [file, part, pdfObject])).toEqual([
      ['1.zip', '!/a/b.docx!/word/document.xml', null],
      ['2.pdf', '#4', 4],
    ]);
  });
});

const clean: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'another number': () => bytes('13800138001, 1380013800, 王小、明天'),
  'hashes and ids': () => bytes(`sha256 ${'13800138000'.padEnd(64, 'a')}`),
  'places on a page': () => pdf(drawn('call 138 0013 9000')),
  noise: () => randomBytes(4_000_000),
  'a page of hashes': () => pdf(drawn('a1b2c3d4e5f60718293a4b5c6d7e8f90')),
};

test.each(Object.entries(clean))('nothing is found in %s', async (_, make) => {
  const { found, unsearched } = await look([{ name: 'out.bin', content: await make() }]);
  expect({ found, unsearched }).toEqual({ found: [], unsearched: [] });
});

describe('what was not looked into is said', () => {
  test('words that are too short, by their number', async () => {
    const { found, short } = await look([{ name: 'x', content: bytes('王 12 abc') }], ['王', '12', 'abc', '张三']);
    expect({ found, short }).toEqual({ found: [], short: 3 });
  });

  test('what is damaged, locked or packed in another way', async () => {
    const locked = Buffer.from(zipSync({ 'a.txt': bytes('x') }));
    for (const at of [6, locked.indexOf('PK\u0001\u0002') + 8]) locked[at] = 1; // the bit of a locked member
    const { unsearched } = await look([
      { name: 'cut.gz', content: gzipSync(randomBytes(9_000)).subarray(0, 4_000) },
      { name: 'locked.zip', content: locked },
      { name: 'no.zip', content: Buffer.concat([bytes('PK\u0003\u0004'), Buffer.alloc(99)]) },
      { name: 'lzw.pdf', content: glyphPdf((content) => ['/Filter /LZWDecode', content.subarray(0, 9)]) },
      { name: 'locked.pdf', content: bytes('%PDF-1.4\ntrailer << /Encrypt 9 0 R >>\n') },
    ]);
    expect(unsearched.map(({ file, part }) => `${file}${part}`)).toEqual([
      'cut.gz',
      'locked.zip!/a.txt',
      'no.zip',
      'lzw.pdf#4',
      'locked.pdf#0',
    ]);
  });

  test('a file that unpacks without end, in files in files', async () => {
    let content: Uint8Array = bytes('x');
    for (let depth = 0; depth < 8; depth++) content = zipSync({ 'a.zip': content });
    const { unsearched } = await look([{ name: 'deep.zip', content }]);
    expect(unsearched).toHaveLength(1);
  });

  test('what unpacks to hundreds of megabytes, and no more of it is unpacked', async () => {
    const member = gzipSync(Buffer.alloc(32 << 20));
    const content = Buffer.concat([...Array.from({ length: 20 }, () => member), gzipSync(bytes('张三'))]);
    const { found, unsearched } = await look([{ name: 'bomb.gz', content }]);
    expect([found, unsearched.map(({ file }) => file)]).toEqual([[], ['bomb.gz']]);
  }, 60_000);

  test('a search that is cancelled finds nothing and says so', async () => {
    await expect(
      findLeaks([{ name: 'x', content: bytes('x') }], words, AbortSignal.abort(new Error('no'))),
    ).rejects.toThrow('no');
  });
});
