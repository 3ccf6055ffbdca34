import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { htmlText } from '../../../electron/intake/kinds/mail/html-text.ts';
import { pageTextSchema, type PageText } from '../../../shared/page/page-text.ts';
import type { ImportRecord } from '../../../shared/case/record.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { compound } from '../../fixtures/made/compound-file.ts';
import { have } from '../pdf/pdf-room.ts';
import { gradient, IntakeRoom } from './intake-room.ts';

const room = new IntakeRoom();
afterAll(() => room.caseFile.close());
const textOf = (record: ImportRecord): PageText =>
  pageTextSchema.parse(JSON.parse(room.stored(record, 'page-text.json').toString('utf8')));

/** A mail in GB18030 with an HTML part that says something else, two attachments and a signature. */
function mail(picture: Buffer): Buffer {
  const body = Buffer.from([0xc7, 0xe5, 0xcb, 0xe3, 0xd0, 0xc5, 0xcf, 0xa2]).toString('base64'); // 清算信息 in GBK
  return Buffer.from(
    [
      'DKIM-Signature: v=1; a=rsa-sha256; d=qinghe.example; s=k1; h=from; bh=x; b=y',
      'From: =?UTF-8?B?6Z2S56a+?= <a@qinghe.example>',
      'To: b@c.example',
      'Subject: =?GB2312?B?x+XL4w==?=',
      'Date: Mon, 6 May 2019 09:30:00 +0800',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=X',
      '',
      '--X',
      'Content-Type: multipart/alternative; boundary=Y',
      '',
      '--Y',
      'Content-Type: text/plain; charset=gb18030',
      'Content-Transfer-Encoding: base64',
      '',
      body,
      '--Y',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Something else</p>',
      '--Y--',
      '--X',
      'Content-Type: image/png; name="..\\..\\evil.png"',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename="shot.png"',
      '',
      picture.toString('base64'),
      '--X--',
      '',
    ].join('\r\n'),
  );
}

describe('a mail', () => {
  test('becomes pages: fields, words, attachments with their hashes, the whole head, and what was not verified', async () => {
    const picture = await gradient(20, 10).png().toBuffer();
    const record = await room.import('mail.eml', mail(picture));
    expect(record.pages).toEqual({ as: 'text' });
    const text = textOf(record);
    expect(text.body.trim()).toBe('清算信息');
    expect(text.html).toBe('Something else');
    expect(text.fields).toContainEqual({ name: 'Subject', value: '清算' });
    expect(text.notes).toEqual([
      { code: 'dkim-body-differs', params: { domain: 'qinghe.example', selector: 'k1' } },
      { code: 'mail-html-shown-too' },
      { code: 'html-no-browser' },
    ]);
    const coded = picture.toString('base64');
    const encoded = { bytes: coded.length, sha256: createHash('sha256').update(coded).digest('hex') };
    const attachment = record.artifacts.find(({ role }) => role === 'attachment');
    expect(attachment).toMatchObject({ name: 'attachment-0001.png', mediaType: 'image/png', bytes: picture.length });
    expect(room.stored(record, 'attachment-0001.png').equals(picture)).toBe(true);
    expect(text.attachments).toEqual([
      { name: 'shot.png', mediaType: 'image/png', bytes: picture.length, sha256: attachment?.sha256, encoded },
    ]);
    expect(text.head).toContain('d=qinghe.example');
  });

  test('of HTML alone is its text, and says so; hidden words are not hidden, scripts are no words', async () => {
    const html =
      '<html><head><title>t</title><style>p{}</style></head><body><p>One <b>two</b></p><div style="display:none">hidden</div><a href="https://evil.example/x">bank.example</a><script>alert(1)</script><table><tr><td>a</td><td>b</td></tr></table></body></html>';
    expect(htmlText(html)).toBe('One two\nhidden\nbank.example <https://evil.example/x>\na\tb');
    const record = await room.import('h.eml', `From: a@b\r\nTo: c@d\r\nContent-Type: text/html\r\n\r\n${html}`);
    expect(textOf(record)).toMatchObject({ notes: [{ code: 'mail-html-as-text' }, { code: 'html-no-browser' }] });
    expect(textOf(record).body).toContain('hidden');
  });

  test('of Outlook that is none is a sheet with why, and kept whole', async () => {
    const ole = compound(['__properties_version1.0', 32]);
    const record = await room.import('m.msg', ole);
    expect(record.pages.as).toBe('none');
    expect(room.stored(record, record.artifacts[0]?.name ?? '').equals(ole)).toBe(true);
  });
});

test('a text is read by its mark, as UTF-8, or by what its bytes fit, which is said', async () => {
  const of = async (bytes: Uint8Array | string) => textOf(await room.import('a.txt', bytes));
  expect(await of('青禾 plain\n')).toMatchObject({ body: '青禾 plain\n', notes: [] });
  expect(await of(Buffer.from('\ufeff青', 'utf16le'))).toMatchObject({ body: '青', notes: [] });
  expect(await of(Buffer.from([0xc7, 0xe5, 0xcb, 0xe3, 0x0a]))).toMatchObject({
    body: '清算\n',
    notes: [{ code: 'text-charset-judged', params: { charset: 'GB18030' } }],
  });
});

test.skipIf(!have('pdftotext'))('the pages of a bundle hold the words of mail and text, line by line', async () => {
  await room.import('long.txt', Array.from({ length: 120 }, (_, at) => `第 ${at + 1} 行 line`).join('\n'));
  const { pdf, conformance } = await buildIn(room.caseFile);
  expect(conformance).toBe('PDF/A-3b');
  const printed = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  for (const words of ['清算信息', 'shot.png', '第 120 行 line', 'bank.example <https://evil.example/x>', 'k1'])
    expect(printed).toContain(words);
  if (process.env['LOOK']) execFileSync('cp', [pdf, process.env['LOOK']]);
});
