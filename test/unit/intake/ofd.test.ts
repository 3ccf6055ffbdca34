import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { pageTextSchema } from '../../../shared/page/page-text.ts';
import { IntakeRoom } from './intake-room.ts';

const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const text = (x: number, y: number, words: string) =>
  `<ofd:TextObject Boundary="${x} ${y} 60 6"><ofd:TextCode X="0" Y="4">${words}</ofd:TextCode></ofd:TextObject>`;
const page = (inner: string) =>
  `<ofd:Page ${ns}><ofd:Template TemplateID="2"/><ofd:Content><ofd:Layer>${inner}</ofd:Layer></ofd:Content></ofd:Page>`;

/** An invoice of two pages in the form of the standard; its template is named in other capitals than it is stored. */
const invoice: Readonly<Record<string, string>> = {
  'OFD.xml': `<ofd:OFD ${ns}><ofd:DocBody><ofd:DocInfo><ofd:Title>电子发票</ofd:Title><ofd:CreationDate>2020-10-10</ofd:CreationDate>
    <ofd:CustomDatas><ofd:CustomData Name="发票号码">99999951</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>
    <ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot><ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>`,
  'Doc_0/Document.xml': `<ofd:Document ${ns}><ofd:CommonData><ofd:TemplatePage ID="2" BaseLoc="TPLS/T.xml"/></ofd:CommonData>
    <ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/0.xml"/><ofd:Page ID="3" BaseLoc="Pages/1.xml"/><ofd:Page ID="4" BaseLoc="Pages/none.xml"/></ofd:Pages>
    <ofd:Attachments>Att/List.xml</ofd:Attachments></ofd:Document>`,
  'Doc_0/Tpls/T.xml': `<ofd:Page ${ns}><ofd:Content><ofd:Layer>${text(10, 20.2, '购买方：')}</ofd:Layer></ofd:Content></ofd:Page>`,
  'Doc_0/Pages/0.xml': page(`${text(10, 40, '价税合计 318.00')}${text(70, 20, '青禾 &amp; 公司')}<ofd:ImageObject/>`),
  'Doc_0/Pages/1.xml': page(text(10, 60, '第二页')),
  'Doc_0/Att/List.xml': `<ofd:Attachments ${ns}><ofd:Attachment Name="原始发票.xml"><ofd:FileLoc>a.xml</ofd:FileLoc></ofd:Attachment></ofd:Attachments>`,
  'Doc_0/Att/a.xml': '<invoice>99999951</invoice>',
  'Doc_0/Signs/Signatures.xml': `<ofd:Signatures ${ns}><ofd:Signature ID="1" BaseLoc="S.xml"/></ofd:Signatures>`,
};

const packed = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));

describe('an OFD document', () => {
  const room = new IntakeRoom();

  test('gives its fields, the words of its pages as they are placed, and its attachments', async () => {
    const record = await room.import('invoice.ofd', packed(invoice));
    expect(record.artifacts[0]?.mediaType).toBe('application/ofd');
    const words = pageTextSchema.parse(JSON.parse(room.stored(record, 'page-text.json').toString()));
    expect(words.fields).toEqual([
      { name: 'Title', value: '电子发票' },
      { name: 'CreationDate', value: '2020-10-10' },
      { name: '发票号码', value: '99999951' },
    ]);
    expect(words.body).toBe('— 1 —\n购买方：  青禾 & 公司\n价税合计 318.00\n\n— 2 —\n购买方：\n第二页\n\n— 3 —\n');
    expect(words.notes).toEqual([
      { code: 'ofd-words-only', params: { pages: 3 } },
      { code: 'ofd-pictures', params: { count: 1 } },
      { code: 'ofd-signatures', params: { count: 1 } },
      { code: 'ofd-pages-missing', params: { count: 1 } },
    ]);
    expect(record.parts?.map(({ fileName, pages }) => [fileName, pages.as])).toEqual([['原始发票.xml', 'text']]);
    expect(room.stored(record, 'attachment-0001.txt').toString()).toBe('<invoice>99999951</invoice>');
    expect(record.outcome).toBe('partial');
  });

  test('that is broken is a sheet that says so, and kept whole', async () => {
    const bytes = packed({ 'OFD.xml': '<not' });
    const broken = await room.import('b.ofd', bytes);
    expect(room.stored(broken, 'original.ofd').equals(bytes)).toBe(true);
    const bomb = Buffer.from(packed({ ...invoice, 'Doc_0/Pages/0.xml': ' '.repeat(2_000_000) }));
    const directory = bomb.indexOf('PK\x01\x02', 0, 'latin1');
    for (let at = directory; at > 0; at = bomb.indexOf('PK\x01\x02', at + 1, 'latin1'))
      bomb.writeUInt32LE(0x7fffffff, at + 24);
    expect((await room.import('c.ofd', bomb)).pages).toEqual({ as: 'none', reason: { code: 'ofd-not-read' } });
  });
});
