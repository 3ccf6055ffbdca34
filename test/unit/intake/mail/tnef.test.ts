import { afterAll, describe, expect, test } from 'vitest';
import { readTnef } from '../../../../electron/intake/kinds/mail/tnef/read-tnef.ts';
import { pageTextSchema } from '../../../../shared/page/page-text.ts';
import type { ImportRecord } from '../../../../shared/case/record.ts';
import { IntakeRoom } from '../intake-room.ts';

const room = new IntakeRoom();
afterAll(() => room.caseFile.close());

// Written by [MS-OXTNEF] §2.1: level, number and type, length, data, sum of its bytes.
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const u16 = (value: number) => u32(value).subarray(0, 2);
const attribute = (level: 1 | 2, id: number, data: Buffer) => {
  let sum = 0;
  for (const byte of data) sum = (sum + byte) % 65_536;
  return Buffer.concat([Buffer.from([level]), u32(id), u32(data.length), data, u16(sum)]);
};
const filled = (data: Buffer) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
const value = (id: number, type: number, data: Buffer) =>
  Buffer.concat([u16(type), u16(id), u32(1), u32(data.length), filled(data)]);
const unicode = (id: number, text: string) => value(id, 0x1f, Buffer.from(`${text}\0`, 'utf16le'));
const properties = (...all: readonly Buffer[]) => Buffer.concat([u32(all.length), ...all]);
/** A number, a named property, and several values of one, which are to be skipped. */
const skipped = [
  Buffer.concat([u16(0x03), u16(0x0e07), u32(7)]),
  Buffer.concat([
    ...[u16(0x1f), u16(0x8001), Buffer.alloc(16, 9), u32(1), u32(6), filled(Buffer.from('ab\0', 'utf16le'))],
    ...[u32(1), u32(4), Buffer.from('x\0', 'utf16le')],
  ]),
  Buffer.concat([u16(0x1003), u16(0x6001), u32(2), u32(1), u32(2)]),
];
const start = Buffer.concat([u32(0x223e9f78), u16(1), attribute(1, 0x69007, Buffer.concat([u32(936), u32(0)]))]);
const carried = (name: string, data: Buffer, ...more: readonly Buffer[]) => [
  attribute(2, 0x69002, Buffer.alloc(14)),
  attribute(2, 0x18010, Buffer.from(`${name.slice(0, 2)}~1.TXT\0`, 'latin1')),
  attribute(2, 0x6800f, data),
  attribute(2, 0x69005, properties(unicode(0x3707, name), ...more)),
];
const whole = Buffer.concat([
  start,
  attribute(1, 0x69003, properties(...skipped, value(0x1013, 0x102, Buffer.from('<p>合同已签。</p>')))),
  ...carried('合同.txt', Buffer.from('first'), unicode(0x370e, 'text/plain')),
  ...carried('b.bin', Buffer.from([0, 1, 2, 3])),
]);

const mailWith = (file: Buffer, text = '') =>
  [
    'From: a@b.example',
    'To: c@d.example',
    'Subject: s',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=c',
    '',
    '--c',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--c',
    'Content-Type: application/ms-tnef; name=winmail.dat',
    'Content-Transfer-Encoding: base64',
    '',
    file.toString('base64'),
    '--c--',
    '',
  ].join('\r\n');
const textOf = (record: ImportRecord) =>
  pageTextSchema.parse(JSON.parse(room.stored(record, 'page-text.json').toString('utf8')));
const codes = (record: ImportRecord) => textOf(record).notes.map(({ code }) => code);

describe('a mail wrapped by Outlook', () => {
  test('is opened: its text is the mail’s, and its files are carried, byte for byte', async () => {
    const record = await room.import('wrapped.eml', mailWith(whole));
    expect(textOf(record).body).toBe('合同已签。');
    expect(textOf(record).attachments.map(({ name, mediaType, bytes }) => [name, mediaType, bytes])).toEqual([
      ['winmail.dat', 'application/ms-tnef', whole.length],
      ['合同.txt', 'text/plain', 5],
      ['b.bin', 'application/octet-stream', 4],
    ]);
    expect(room.stored(record, 'attachment-0002.txt').toString()).toBe('first');
    expect(codes(record)).toEqual(['tnef-opened', 'mail-html-for-blank-text', 'html-no-browser']);
  });

  test('keeps the words that it has outside', async () => {
    const only = Buffer.concat([start, attribute(1, 0x2800c, Buffer.from('inside\0'))]);
    expect(textOf(await room.import('outside.eml', mailWith(only, 'outside'))).body.trim()).toBe('outside');
    expect(textOf(await room.import('inside.eml', mailWith(only))).body.trim()).toBe('inside');
  });

  test('and cut or changed since gives what it has, and is said to be damaged', async () => {
    const cut = await room.import('cut.eml', mailWith(whole.subarray(0, whole.length - 5)));
    expect(codes(cut)).toContain('tnef-damaged');
    expect(textOf(cut).attachments.map(({ name }) => name)).toContain('合同.txt');
    const changed = Buffer.from(whole);
    changed[whole.indexOf('first')] = 0x46;
    expect(codes(await room.import('changed.eml', mailWith(changed)))).toContain('tnef-damaged');
  });

  test('that only calls itself so is not opened, which is said', async () => {
    const record = await room.import('false.eml', mailWith(Buffer.from('no such file')));
    expect(codes(record)).toContain('mail-part-not-opened');
  });

  test('and cut anywhere, or with any byte changed, ends in words and not in an error', () => {
    for (let at = 0; at < whole.length; at += 1) {
      expect(() => readTnef(whole.subarray(0, at))).not.toThrow();
      for (const byte of [0, 0x7f, 0xff]) {
        const other = Buffer.from(whole);
        other[at] = byte;
        expect(() => readTnef(other)).not.toThrow();
      }
    }
  });
});
