import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { mailShape } from '../../../../electron/intake/kinds/mail/mail-shape.ts';
import { isWithoutWords, pageTextSchema, type PageText } from '../../../../shared/page/page-text.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { outlookFile } from '../../../fixtures/made/outlook-made.ts';
import { have } from '../../../unit/pdf/pdf-room.ts';
import { gradient, IntakeRoom } from '../../../unit/intake/intake-room.ts';

const room = new IntakeRoom();
afterAll(() => room.caseFile.close());

/** What the pages print of a file. */
async function pagesOf(name: string, bytes: Uint8Array | string, from = room): Promise<PageText> {
  const record = await from.import(name, bytes);
  expect(record.pages, JSON.stringify(record.pages)).toEqual({ as: 'text' });
  return pageTextSchema.parse(JSON.parse(from.stored(record, 'page-text.json').toString('utf8')));
}

/** Nothing is drawn in this room, which each HTML version says. */
const codes = ({ notes }: PageText) => notes.map(({ code }) => code).filter((code) => code !== 'html-no-browser');
const head = ['From: Li <li@example.test>', 'To: wang@example.test', 'Subject: s', 'MIME-Version: 1.0'];
const mail = (type: string, ...lines: readonly string[]) =>
  [...head, ...(type === '' ? [] : [`Content-Type: ${type}`]), ...lines].join('\r\n');
const alternative = (text: string, html: string) =>
  mail(
    'multipart/alternative; boundary=B',
    '',
    '--B',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--B',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--B--',
    '',
  );
const secret = '公司已进入清算程序，请立即停止放款。';

describe('a mail whose plain text says nothing', () => {
  test.each([
    ['white space', ' \r\n \r\n'],
    ['hard blanks and characters without a shape', '\u00a0\u200b\u2060\ufeff\u3000\u2800'],
  ])('of %s is shown by the words of its HTML', async (_, text) => {
    const pages = await pagesOf('blank.eml', alternative(text, `<p>公司<b>已进入清算程序</b>，请立即停止放款。</p>`));
    expect(pages.body).toBe(secret);
    expect(codes(pages)).toEqual(['mail-html-for-blank-text']);
  });

  test.each([
    ['您的邮件客户端不支持HTML格式。'],
    ['To view this message, please use a mail program that shows HTML, or go to https://mail.example.test/view?id=1'],
    ['-'],
    ['公司已进入…'],
  ])('but a placeholder, "%s", is shown with the words of its HTML', async (text) => {
    const pages = await pagesOf('placeholder.eml', alternative(text, `<p>${secret}</p>`));
    expect(pages.body.trim()).toBe(text);
    expect(pages.html).toBe(secret);
    expect(codes(pages)).toEqual(['mail-html-shown-too']);
  });

  test('and whose HTML says the same in another dress is shown once', async () => {
    const html = '<ul><li>第一条</li><li>第二条</li></ul><p>See <a href="https://a.example.test/x">here</a></p>';
    const pages = await pagesOf(
      'same.eml',
      alternative('第一条\r\n第二条\r\n\r\nSee here <https://a.example.test/x>', html),
    );
    expect(pages.html).toBeUndefined();
    expect(codes(pages)).toEqual(['mail-html-same-words']);
  });

  test('and whose HTML is one picture: the words that stand for it, and that it was not fetched', async () => {
    const html = `<html><body><img src="https://cdn.example.test/n.png" alt="${secret}"></body></html>`;
    const pages = await pagesOf('picture.eml', mail('text/html; charset=utf-8', '', html));
    expect(pages.body).toBe(`[IMG: ${secret}]`);
    expect(pages.notes).toContainEqual({ code: 'mail-html-pictures', params: { count: 1, remote: 1 } });
    const bare = await pagesOf('picture.eml', mail('text/html', '', '<html><body><img src="cid:1"></body></html>'));
    expect(bare).toMatchObject({ body: '', absent: 'not-read' });
    expect(codes(bare)).toEqual(['mail-html-without-words', 'mail-html-pictures', 'mail-body-not-read']);
  });
});

describe('"no text" is never said for "not read"', () => {
  const p7 = Buffer.from('not opened').toString('base64');
  test.each([
    [
      'S/MIME, signed',
      'application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"',
      ['', p7],
      'mail-part-not-opened',
    ],
    [
      'S/MIME, encrypted, as a file',
      'application/x-pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
      ['Content-Disposition: attachment; filename=smime.p7m', '', p7],
      'mail-part-not-opened',
    ],
    [
      'PGP/MIME',
      'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=B',
      [
        '',
        '--B',
        'Content-Type: application/pgp-encrypted',
        '',
        'Version: 1',
        '--B',
        'Content-Type: application/octet-stream',
        '',
        'x',
        '--B--',
        '',
      ],
      'mail-part-not-opened',
    ],
    [
      'Outlook’s wrapping',
      'multipart/mixed; boundary=B',
      [
        '',
        '--B',
        'Content-Type: application/ms-tnef; name=winmail.dat',
        'Content-Disposition: attachment; filename=winmail.dat',
        '',
        'x',
        '--B--',
        '',
      ],
      'mail-part-not-opened',
    ],
    ['a multipart without boundary', 'multipart/mixed', ['', secret], 'mail-parts-not-found'],
    [
      'a multipart whose boundary is not there',
      'multipart/mixed; boundary=B',
      ['', '--C', '', secret, '--C--'],
      'mail-parts-not-found',
    ],
    [
      'a part inside one',
      'multipart/mixed; boundary=B',
      ['', '--B', 'Content-Type: multipart/related', '', secret, '--B--'],
      'mail-parts-not-found',
    ],
    ['a picture alone', 'image/png', ['Content-Transfer-Encoding: base64', '', p7], 'mail-body-not-read'],
    [
      'words between the parts',
      'multipart/mixed; boundary=B',
      ['', secret, '--B', '', '', '--B--'],
      'mail-body-not-read',
    ],
    ['a head that never ends', '', ['Note: the company is insolvent'], 'mail-body-not-read'],
    [
      'HTML that only draws',
      'text/html',
      ['', '<div style="background:url(https://e.test/n.png)"></div>'],
      'mail-html-without-words',
    ],
    [
      'HTML that only Outlook shows',
      'text/html',
      ['', `<p></p><!--[if mso]><p>${secret}</p><![endif]-->`],
      'mail-html-without-words',
    ],
    ['HTML within a style', 'text/html', ['', `<style>p{}<p>${secret}</p>`], 'mail-html-without-words'],
    [
      'S/MIME that goes by its name alone',
      'application/octet-stream; name="smime.p7m"',
      ['Content-Disposition: attachment; filename="smime.p7m"', 'Content-Transfer-Encoding: base64', '', p7],
      'mail-part-not-opened',
    ],
    [
      'a mail that is itself a text file',
      'text/plain; charset=utf-8',
      ['Content-Disposition: attachment; filename=letter.txt', '', secret],
      'mail-body-not-read',
    ],
    ['HTML that is swallowed', 'text/html', ['', `<title>${secret}`], 'mail-html-without-words'],
  ] as const)('%s', async (_, type, lines, code) => {
    const pages = await pagesOf('unread.eml', mail(type, ...lines));
    expect(pages).toMatchObject({ body: '', absent: 'not-read' });
    expect(codes(pages)).toContain(code);
    expect(codes(pages)).toContain('mail-body-not-read');
    expect(isWithoutWords(pages)).toBe(false);
  });

  test.each([
    ['an empty body', mail('', '', '')],
    ['blank lines', mail('text/plain', '', ' ', '', '\t')],
    [
      'a blank text beside blank HTML',
      alternative(' ', '<html><head><style>p{margin:0}</style></head><body><div><br></div></body></html>'),
    ],
    [
      'a file alone',
      mail(
        'multipart/mixed; boundary=B',
        '',
        '--B',
        '',
        '',
        '--B',
        'Content-Type: text/csv; name=a.csv',
        'Content-Disposition: attachment',
        '',
        'a,b',
        '--B--',
        '',
      ),
    ],
  ])('and an absence is said where it was established: %s', async (_, bytes) => {
    const pages = await pagesOf('none.eml', bytes);
    expect(pages).toMatchObject({ body: '', absent: 'none' });
    expect(isWithoutWords(pages)).toBe(true);
  });

  test('a mail of an older version, which did not ask, is not called without text; an empty text file is', () => {
    const old = { v: 1, fields: [{ name: 'From', value: 'a' }], notes: [], body: '', attachments: [], head: 'From: a' };
    expect(isWithoutWords(pageTextSchema.parse(old))).toBe(false);
    expect(isWithoutWords(pageTextSchema.parse({ ...old, fields: [], head: '' }))).toBe(true);
  });
});

describe('words that a strict reader loses are read, and it is said how', () => {
  test('a part whose head ends without an empty line', async () => {
    const pages = await pagesOf(
      'headless.eml',
      mail(
        'multipart/mixed; boundary=B',
        '',
        '--B',
        'Content-Type: text/plain; charset=utf-8',
        `${secret} first`,
        'second',
        '--B--',
        '',
      ),
    );
    expect(pages.body.trim().split(/\r?\n/)).toEqual([`${secret} first`, 'second']);
    expect(pages.notes).toContainEqual({ code: 'mail-part-without-head-end', params: { count: 1 } });
  });

  test('a type without its second half is plain text', async () => {
    const pages = await pagesOf('text.eml', mail('text', '', 'the company is insolvent'));
    expect(pages.body).toContain('the company is insolvent');
    expect(pages.notes).toContainEqual({ code: 'mail-text-of-no-type', params: { count: 1 } });
  });

  test('the shape of a message costs no more than its length, whatever it is made of', () => {
    const many = Buffer.from(
      mail('multipart/mixed; boundary=B', '', ...Array<string>(100_000).fill('--B\r\n: x\r\nzz')),
    );
    expect(mailShape(many).parts).toHaveLength(100_000);
    const deep = Array.from(
      { length: 5_000 },
      (_, at) => `--B${at}\r\nContent-Type: multipart/mixed; boundary=B${at + 1}\r\n\r\n`,
    );
    expect(mailShape(Buffer.from(mail('multipart/mixed; boundary=B0', '', ...deep))).unfound.length).toBeGreaterThan(0);
  });
});

describe('a message that Outlook saved', () => {
  const one = { name: 'Wang', address: 'wang@example.test', kind: 1 };

  test('with its text in RTF alone says so', async () => {
    const pages = await pagesOf('rtf.msg', outlookFile({ subject: 's', rtf: Buffer.alloc(136, 7), recipients: [one] }));
    expect(pages).toMatchObject({ body: '', absent: 'not-read' });
    expect(pages.notes).toContainEqual({ code: 'mail-body-rtf', params: { bytes: 136 } });
  });

  test('sealed by S/MIME says so; without any text, none is said', async () => {
    const sealed = await pagesOf(
      'sealed.msg',
      outlookFile({ kind: 'IPM.Note.SMIME', subject: 's', recipients: [one] }),
    );
    expect(sealed.absent).toBe('not-read');
    expect(codes(sealed)).toContain('mail-part-not-opened');
    const none = await pagesOf('none.msg', outlookFile({ subject: 's', recipients: [one] }));
    expect(none.absent).toBe('none');
  });

  test('with blank text beside HTML is shown by the HTML', async () => {
    const file = outlookFile({ subject: 's', body: ' \r\n', html: `<p>${secret}</p>`, recipients: [one] });
    expect((await pagesOf('html.msg', file)).body).toBe(secret);
  });

  test('names every recipient, of a kind that is not stated too', async () => {
    const recipients = Array.from({ length: 180 }, (_, at) => ({
      name: `收件人 ${at + 1}`,
      address: `person-${at + 1}@department.example.test`,
      kind: at === 179 ? 0 : 1,
    }));
    const pages = await pagesOf('many.msg', outlookFile({ subject: 's', body: 'x', recipients }));
    const of = (name: string) => pages.fields.find((field) => field.name === name)?.value ?? '';
    expect(of('To').split('; ')).toHaveLength(179);
    expect(of('To')).toContain('<person-179@department.example.test>');
    expect(of('Recipient')).toContain('<person-180@department.example.test>');
  });
});

describe('no recipient is dropped without its count', () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, at) => `"Person ${at + 1}" <p${at + 1}@example.test>`).join(',\r\n ');
  const to = (count: number, times = 1) =>
    ['From: a@example.test', ...Array<string>(times).fill(`To: ${people(count)}`), 'Subject: s', '', 'x'].join('\r\n');

  test('500 addresses, and each of ten fields, stand on the pages', async () => {
    const pages = await pagesOf('many.eml', to(500));
    expect(pages.fields.find(({ name }) => name === 'To')?.value).toContain('<p500@example.test>');
    expect(codes(pages)).toEqual([]);
    const ten = await pagesOf('ten.eml', to(2, 10));
    expect(ten.fields.filter(({ name }) => name === 'To')).toHaveLength(10);
  });

  test('what is too long even for that is cut with its count', async () => {
    const pages = await pagesOf('huge.eml', to(9_000));
    expect(pages.notes).toContainEqual({
      code: 'mail-recipients-cut',
      params: { field: 'To', characters: 200_000, of: expect.any(Number) as number, addresses: 9_000 },
    });
    const repeated = await pagesOf('repeated.eml', to(1, 60));
    expect(repeated.notes).toContainEqual({ code: 'mail-fields-cut', params: { field: 'To', shown: 50, of: 60 } });
  });

  test('the facts of the record count them too', async () => {
    const record = await room.import('counted.eml', to(500));
    const fact = record.facts.find(({ name }) => name === 'To')?.value ?? '';
    expect(fact).toMatch(/… \[500 @\]$/);
    const ten = await room.import('counted-10.eml', to(1, 10));
    expect(ten.warnings).toContainEqual({ code: 'mail-fields-cut', params: { field: 'To', shown: 3, of: 10 } });
  });

  test('a long name of a file says how much it lacks', async () => {
    const name = `${'n'.repeat(1_500)}.txt`;
    const pages = await pagesOf(
      'named.eml',
      mail(
        'multipart/mixed; boundary=B',
        '',
        '--B',
        'Content-Type: text/csv',
        `Content-Disposition: attachment; filename="${name}"`,
        '',
        'x',
        '--B--',
        '',
      ),
    );
    expect(pages.attachments[0]?.name).toMatch(/^n{1000}… \[\+504\]$/);
  });
});

test.skipIf(!have('pdftotext'))('the bundle prints all of it, over as many pages as it takes', async () => {
  const own = new IntakeRoom();
  await pagesOf('placeholder.eml', alternative('您的邮件客户端不支持HTML格式。', `<p>${secret}</p>`), own);
  await pagesOf('sealed.eml', mail('application/pkcs7-mime; smime-type=signed-data', '', 'MIIB'), own);
  const many = Array.from({ length: 900 }, (_, at) => `p${at + 1}@example.test`).join(', ');
  await pagesOf('many.eml', ['From: a@example.test', 'Subject: s', `Bcc: ${many}`, '', '', ''].join('\r\n'), own);
  await own.import('p.png', await gradient(20, 20).png().toBuffer());
  const { pdf } = await buildIn(own.caseFile);
  own.caseFile.close();
  const printed = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const plain = printed.replace(/\s/g, '');
  expect(plain).toContain('HTML版本的文字');
  expect(plain).toContain(secret);
  expect(plain).toContain('未读出正文，不表示没有正文');
  expect(plain).toContain('（没有正文）'); // of the third, which was read to its end
  for (const at of [1, 450, 900]) expect(plain).toContain(`p${at}@example.test`);
});
