import { describe, expect, it } from 'vitest';
import { mailHeadFacts } from '../../../../electron/intake/kinds/mail/mail-head.ts';
import { decodeWords } from '../../../../electron/intake/kinds/mail/encoded-words.ts';
import { IntakeRoom } from '../intake-room.ts';

/** 清算 in GBK. */
const gbk = Buffer.from([0xc7, 0xe5, 0xcb, 0xe3]);
const values = (bytes: Buffer | string) =>
  mailHeadFacts(Buffer.from(bytes)).facts.map(({ name, value }) => [name, value]);

describe('the head of an e-mail', () => {
  it('gives its fields as the file has them, each with its source', () => {
    const mail =
      'From: "A B" <a@b.cn>\r\nTo: c@d.cn\r\nX-Other: y\r\nDate: Mon, 6 May 2019 09:30:00 +0800\r\nMessage-ID: <1@b.cn>\r\n\r\nSubject: in the body\r\n';
    expect(mailHeadFacts(Buffer.from(mail)).facts).toEqual([
      { name: 'From', value: '"A B" <a@b.cn>', source: 'mail header' },
      { name: 'To', value: 'c@d.cn', source: 'mail header' },
      { name: 'Date', value: 'Mon, 6 May 2019 09:30:00 +0800', source: 'mail header' },
      { name: 'Message-ID', value: '<1@b.cn>', source: 'mail header' },
    ]);
  });

  it('joins folded lines, and takes any case and either line end', () => {
    expect(values('SUBJECT: one\n two\n\tthree\n\n')).toEqual([['Subject', 'one two[U+0009]three']]);
  });

  it('shows a second From: it is a trick worth seeing', () => {
    expect(values('From: a\r\nFrom: b\r\nTo: x\r\n\r\n').filter(([name]) => name === 'From')).toHaveLength(2);
  });

  it('reads bytes beyond ASCII as UTF-8, else as what fits them, and says so', () => {
    expect(values(Buffer.from('Subject: 清算\r\n\r\n'))).toEqual([['Subject', '清算']]);
    const raw = mailHeadFacts(Buffer.concat([Buffer.from('Subject: '), gbk, Buffer.from('\r\n\r\n')]));
    expect(raw.facts[0]?.value).toBe('清算');
    expect(raw.warnings).toEqual([{ code: 'mail-head-charset-judged', params: { charset: 'GB18030' } }]);
  });

  it('is bounded: a head without end is cut and marked, a long value ends in an ellipsis', () => {
    const long = mailHeadFacts(Buffer.from(`Subject: ${'x'.repeat(300_000)}`).subarray(0, 262_144));
    expect(long.warnings).toEqual([{ code: 'mail-head-cut', params: { bytes: 262_144 } }]);
    expect(long.facts[0]?.value).toHaveLength(2_005);
    expect(long.facts[0]?.value.endsWith('x… [?]')).toBe(true);
  });

  it('makes hidden characters visible', () => {
    expect(values('From: a\u202eb\r\nTo: x\r\n\r\n')[0]).toEqual(['From', 'a[U+202E]b']);
  });

  it('stands on the sheet of an imported mail, whose words have pages', async () => {
    const record = await new IntakeRoom().import('push.eml', 'From: a@b.cn\r\nSubject: =?GBK?B?x+XL4w==?=\r\n\r\nbody');
    expect(record).toMatchObject({ outcome: 'complete', pages: { as: 'text' } });
    expect(record.facts).toContainEqual({ name: 'Subject', value: '清算', source: 'mail header' });
    expect(record.steps.map(({ step }) => step)).toContain('read-mail-head');
  });
});

describe('an encoded word', () => {
  it('is decoded in its charset: GBK, GB2312, UTF-8, Big5; B and Q', () => {
    expect(decodeWords(`=?GBK?B?${gbk.toString('base64')}?=`)).toBe('清算');
    expect(decodeWords(`=?gb2312?Q?=C7=E5=CB=E3?= now`)).toBe('清算 now');
    expect(decodeWords('=?UTF-8?Q?a_b=5Fc?=')).toBe('a b_c');
    expect(decodeWords('=?big5?B?sk26Og==?=')).toBe(new TextDecoder('big5').decode(Buffer.from('sk26Og==', 'base64')));
    expect(decodeWords('=?utf-8*zh?B?5riF566X?=')).toBe('清算');
  });

  it('is joined to its neighbour even where a character is split between them', () => {
    const utf8 = Buffer.from('清算');
    const split = [utf8.subarray(0, 4), utf8.subarray(4)].map((part) => `=?utf-8?B?${part.toString('base64')}?=`);
    expect(decodeWords(split.join(' '))).toBe('清算');
    expect(decodeWords(`a =?utf-8?Q?b?= =?gbk?Q?c?= d`)).toBe('a bc d');
  });

  it('of an unknown charset stays as it is, and plain text is never touched', () => {
    expect(decodeWords('=?x-klingon?B?YQ==?=')).toBe('=?x-klingon?B?YQ==?=');
    expect(decodeWords('1 =? 2 ?= 3')).toBe('1 =? 2 ?= 3');
  });
});
