import { afterAll, describe, expect, test } from 'vitest';
import { readRtf, uncompressedRtf } from '../../../../electron/intake/kinds/outlook/rtf-body.ts';
import { pageTextSchema } from '../../../../shared/page/page-text.ts';
import type { ImportRecord } from '../../../../shared/case/record.ts';
import { IntakeRoom } from '../intake-room.ts';

const room = new IntakeRoom();
afterAll(() => room.caseFile.close());
const textOf = (record: ImportRecord) =>
  pageTextSchema.parse(JSON.parse(room.stored(record, 'page-text.json').toString('utf8')));
const codes = (record: ImportRecord) => textOf(record).notes.map(({ code }) => code);

const mail = (subject: string, body: string) =>
  `From: a@b.example\nTo: c@d.example\nSubject: ${subject}\nDate: Mon, 6 May 2019 09:30:00 +0800\n\n${body}\n`;

describe('a mail in another form', () => {
  test('a mailbox is listed, and each of its mails carried and shown; none is lost behind the first', async () => {
    const parts = ['one', 'two', 'three'].map(
      (name) => `From x@y Mon May  6 09:30:00 2019\n${mail(name, `body ${name}\n>From here on`)}`,
    );
    const record = await room.import('all.mbox', parts.join('\n'));
    expect(codes(record)).toEqual(['mailbox-split']);
    expect(textOf(record).body.split('\n')).toHaveLength(3);
    expect(record.parts?.map(({ fileName, pages }) => [fileName, pages.as])).toEqual([
      ['1.eml', 'text'],
      ['2.eml', 'text'],
      ['3.eml', 'text'],
    ]);
    expect(record.facts.map(({ name }) => name)).not.toContain('From');
    expect(room.stored(record, 'attachment-0002.eml').toString()).toBe(mail('two', 'body two\nFrom here on'));
  });

  test.each([
    [
      'of Apple Mail',
      `${Buffer.byteLength(mail('s', 'the body'))}\n${mail('s', 'the body')}<?xml version="1.0"?><plist/>`,
      'mail-apple',
    ],
    ['with blank lines before it', `\n\n${mail('s', 'the body')}`, 'mail-begins-blank'],
    ['whose lines end in CR alone', mail('s', 'the body').replaceAll('\n', '\r'), 'mail-line-ends-cr'],
  ])('%s is read as the mail that it is, which is said', async (_, file, code) => {
    const record = await room.import('odd.eml', file);
    expect(textOf(record).body.trim()).toBe('the body');
    expect(textOf(record).fields).toContainEqual({ name: 'Subject', value: 's' });
    expect(codes(record)).toContain(code);
  });

  test('with an odd line in its head, or binary bytes behind it, is a mail all the same', async () => {
    const odd = mail('s', 'x').replace('To:', 'this is no field\nMessage-ID: <1@b>\nTo:');
    expect((await room.import('line.eml', odd)).facts).toContainEqual(
      expect.objectContaining({ name: 'Subject', value: 's' }),
    );
    const binary = await room.import('binary.eml', Buffer.from(`${mail('s', 'x')}\0\x01\x02%PDF-1.4`, 'latin1'));
    expect(binary.facts).toContainEqual({ name: 'Format', value: 'message/rfc822', source: 'file content' });
  });

  test('that invites to an event shows its time, zone, place and organiser as they are written', async () => {
    const event = [
      'BEGIN:VCALENDAR',
      'METHOD:REQUEST',
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'ORGANIZER;CN="李某; 法务":mailto:li@qinghe.example',
      'LOCATION:杭州\\, 三',
      ' 楼',
      'DTSTART;TZID=China Standard Time:20190506T093000',
      'DTEND:20190506T023000Z',
      'BEGIN:VALARM',
      'DURATION:PT5M',
      'END:VALARM',
      `DTSTART${';'.repeat(200)}`, // tried in every way it would never end
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    const head = mail('s', '').replace('\n\n', '\nContent-Type: text/calendar; charset=utf-8\n\n').trimEnd();
    const record = await room.import('invited.eml', `${head}\n\n${event.join('\n')}\n`);
    expect(textOf(record).fields.slice(4)).toEqual([
      { name: 'Method', value: 'REQUEST' },
      { name: 'Start', value: '20190506T093000 China Standard Time' },
      { name: 'End', value: '20190506T023000Z' },
      { name: 'Location', value: '杭州, 三楼' },
      { name: 'Organizer', value: '李某; 法务 <li@qinghe.example>' },
    ]);
  });

  test('that says that it was never sent is a draft, which is said', async () => {
    const draft = mail('s', 'x').replace('To:', 'X-Unsent: 1\nTo:');
    expect(codes(await room.import('draft.eml', draft))).toContain('mail-unsent-head');
    expect(codes(await room.import('sent.eml', draft.replace('X-Unsent: 1', 'X-Unsent: 0')))).toEqual([]);
  });

  test('the data file of a mail program is refused in words', async () => {
    const record = await room.import('archive.pst', Buffer.concat([Buffer.from('!BDN'), Buffer.alloc(600)]));
    expect(record.pages).toMatchObject({ as: 'none', reason: { code: 'mail-store-not-opened' } });
    expect(record.outcome).toBe('partial');
  });

  test('Chinese in bytes of no declared charset is read alike in facts and on the pages, and said', async () => {
    const gbk = Buffer.from([0xc7, 0xe5, 0xcb, 0xe3, 0xcd, 0xa8, 0xd6, 0xaa]); // 清算通知
    const file = Buffer.concat([
      Buffer.from('From: a@b.example\r\nTo: c@d.example\r\nSubject: '),
      gbk,
      Buffer.from('\r\n\r\n'),
      gbk,
    ]);
    const record = await room.import('gbk.eml', file);
    expect(record.facts).toContainEqual({ name: 'Subject', value: '清算通知', source: 'mail header' });
    expect(textOf(record).fields).toContainEqual({ name: 'Subject', value: '清算通知' });
    expect(textOf(record).body.trim()).toBe('清算通知');
    expect(codes(record)).toEqual(expect.arrayContaining(['mail-head-charset-judged', 'mail-text-charset-judged']));
  });
});

describe('an RTF body', () => {
  // The examples of [MS-OXRTFCP] §3.1 and §3.2, byte for byte.
  test.each([
    [
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    ],
    ['1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0', '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}'],
  ])('is decompressed as the standard’s own example', (hex, words) => {
    expect(uncompressedRtf(Buffer.from(hex.replaceAll(' ', ''), 'hex'))?.toString('latin1')).toBe(words);
  });

  test('gives the HTML that lies in it, without what is for readers of RTF alone', () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg936\\fromhtml1 {\\fonttbl{\\f0 Arial;}}{\\*\\htmltag19 <html>}{\\*\\htmltag64 <p>}\\htmlrtf \\par hidden\\htmlrtf0 \\'c7\\'e5\\'cb\\'e3 a{\\*\\htmltag84 &nbsp;}\\htmlrtf  \\htmlrtf0 b\\u28165?{\\*\\htmltag72 </p>}{\\*\\htmltag27 </html>}}";
    expect(readRtf(Buffer.from(rtf, 'latin1'))).toEqual({ as: 'html', text: '<html><p>清算 a&nbsp;b清</p></html>' });
  });

  test('of its own gives its words', () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}{\\info{\\author x}}\\'c7\\'e5\\'cb\\'e3\\par two\\tab 3}";
    expect(readRtf(Buffer.from(rtf, 'latin1'))).toEqual({ as: 'words', text: '清算\ntwo\t3' });
  });
});

describe('a page that somebody saved', () => {
  test('is its words, with where the file says it is from', async () => {
    const record = await room.import(
      'page.html',
      '<!DOCTYPE html>\n<!-- saved from url=(0022)https://news.example/a -->\n<html><body><p>青禾小贷</p></body></html>',
    );
    expect(textOf(record)).toMatchObject({
      body: '青禾小贷',
      notes: [
        { code: 'saved-page-says-from', params: { address: 'https://news.example/a' } },
        { code: 'html-no-browser' },
      ],
    });
  });
});
