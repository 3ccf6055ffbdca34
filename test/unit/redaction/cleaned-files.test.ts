import { describe, expect, test } from 'vitest';
import { cleanedAddress } from '../../../shared/redaction/address-tokens.ts';
import { bytesAsText } from '../../../shared/redaction/bytes-as-text.ts';
import { cleanedFile, wordsWithout } from '../../../shared/redaction/cleaned-file.ts';
import { amongWords } from '../../../shared/redaction/credentials.ts';

const secret = 'Ut15Gd26Hf37Js48Kk';
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const replaced = (bytes: Uint8Array, known: readonly string[] = []): Buffer => {
  const cleaned = cleanedFile(bytes, known);
  if (cleaned.is !== 'replaced') throw new Error(cleaned.is);
  return Buffer.from(cleaned.bytes);
};

describe('bytes as a text', () => {
  test.each([
    ['UTF-8', Buffer.from('公司 a', 'utf8')],
    ['GBK, broken off', Buffer.from([0xb9, 0xab, 0xcb])],
    ['UTF-16 with a mark', Buffer.from('\ufeff公司 a', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeff公司 a', 'utf16le').swap16()],
    [
      'UTF-16 without a mark, a byte too long',
      Buffer.concat([Buffer.from('{"token":1}', 'utf16le'), Buffer.from('x')]),
    ],
    ['nothing', Buffer.alloc(0)],
  ])('%s comes back byte for byte', (_name, bytes) => {
    const held = bytesAsText(bytes);
    expect(Buffer.from(held?.back(held.text) ?? [])).toEqual(bytes);
  });

  test('a picture is none', () => {
    expect(bytesAsText(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toBeNull();
  });
});

describe('a file without what lets somebody in', () => {
  test('of UTF-16 is UTF-16 still', () => {
    const text = `\ufeff{"token":"${secret}","say":"公司"}`;
    const clean = replaced(Buffer.from(text, 'utf16le')).toString('utf16le');
    expect(clean.replace(/REPLACED-[0-9a-f]{12}/, secret)).toBe(text);
  });

  test('has a known value replaced where no name says what it is, and nothing else', () => {
    const page = `<p data-k="${secret}">A</p><!-- ${secret} --><i title="${secret.toLowerCase()}">`;
    const clean = replaced(latin1(page), [secret]).toString('latin1');
    expect(clean).not.toContain(secret);
    expect(clean.replaceAll(/REPLACED-[0-9a-f]{12}/g, secret)).toBe(page);
  });

  test('is left alone where it holds none', () => {
    expect(cleanedFile(latin1('<p>证券代码 600519</p>'), [secret])).toEqual({ is: 'clean' });
  });

  test('keeps what the page shows to everybody, and loses it where the page does not', () => {
    const page = latin1('<pre>body: "user=a&password=easytoguess"</pre>');
    expect(cleanedFile(page, [], amongWords('body: "user=a&password=easytoguess"'))).toEqual({ is: 'clean' });
    expect(replaced(page).toString('latin1')).toContain('password=REPLACED"');
    const short = latin1('<input type=hidden name=pin value=4829> <p>4829</p>');
    expect(cleanedFile(short, [], amongWords('4829')).is).toBe('replaced');
  });

  test('of MHTML is cleaned in a part of quoted lines and in one of base64, fields above them too', () => {
    const inner = `<svg><a href="/x?token=${secret}"/></svg>`;
    const mhtml = [
      'Content-Type: multipart/related; boundary="b-1"',
      `Snapshot-Content-Location: https://a.example/?token=${secret}`,
      '',
      '--b-1',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      `<meta name=3D"csrf-token" content=3D"${secret.slice(0, 7)}=`,
      `${secret.slice(7)}">=E5=85=AC`,
      '--b-1',
      'Content-Type: image/svg+xml',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(inner).toString('base64'),
      '--b-1',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('\x89PNG').toString('base64'),
      '--b-1--',
    ].join('\r\n');
    const clean = replaced(latin1(mhtml)).toString('latin1');
    const unbroken = clean.replaceAll('=\r\n', '');
    expect(unbroken).not.toContain(secret);
    expect(unbroken).not.toContain(Buffer.from(inner).toString('base64').slice(8, 40));
    expect(unbroken).toMatch(/content=3D"REPLACED-[0-9a-f]{12}">=E5=85=AC\r\n--b-1/);
    expect(unbroken).toMatch(/image\/svg\+xml\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<svg><a href=3D/);
    expect(clean).toContain(Buffer.from('\x89PNG').toString('base64'));
    expect(Math.max(...clean.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('of words and their places keeps the length of each text', () => {
    const positions = JSON.stringify({ runs: [[0, 0, 1, 1, `a ${secret}`]], note: 'token=abc123def456' });
    const cleaned = wordsWithout(latin1(positions), [secret]);
    if (cleaned.is !== 'replaced') throw new Error(cleaned.is);
    const text = Buffer.from(cleaned.bytes).toString('latin1');
    expect([text.length, text.includes(secret), text.includes('token=abc123def456')]).toEqual([
      positions.length,
      false,
      true,
    ]);
  });
});

describe('the address of a page', () => {
  test.each([
    ['https://a.example/p?token=Tk20Bn31Vm42Cx53&id=7', 'Tk20Bn31Vm42Cx53'],
    ['https://a.example/p?k=Zx91kQ27bM55wP08tR63vN14yL72cD39hS86', 'Zx91kQ27bM55wP08tR63vN14yL72cD39hS86'],
    ['https://a.example/reset/Zx91kQ27bM55wP08tR63vN14yL72cD39hS86aaBB', 'Zx91kQ27bM55'],
    ['https://a.example/p;jsessionid=4A7F0C2B9D1E3355?x=1', '4A7F0C2B9D1E3355'],
    ['https://a.example/p#/cb?invite=ab12cd34', 'ab12cd34'],
    ['/p?invite=ab12cd34', 'ab12cd34'],
    ['https://a.example/r?x=invite%3Dab12cd34', 'ab12cd34'],
    ['https://a.example/r?x=y%253D1%2526invite%253Dab12cd34', 'ab12cd34'],
    ['https://a.example/r?to=https%3A%2F%2Fb.example%2F%3Finvite%3Dab12cd34', 'ab12cd34'],
    ['https://a.example/r/invite=ab12cd34/p', 'ab12cd34'],
    ['https://a.example/#/r?x=invite%3Dab12cd34', 'ab12cd34'],
    ['https://a.example/p?verify=%E4%BD%A0ab12cd34', '%E4%BD%A0ab12cd34'],
  ])('%s', (address, value) => {
    expect(cleanedAddress(address)).not.toContain(value);
    expect(cleanedAddress(address)).toContain('REPLACED');
    expect(cleanedAddress(cleanedAddress(address))).toBe(cleanedAddress(address));
  });

  test.each([
    'https://mp.weixin.qq.com/s?__biz=MzI1NjA3NTk5Mw==&mid=2650&idx=1&sn=9f8e7d6c5b4a3f2e1d0c9b8a7f6e5d4c&chksm=f1a2',
    'https://a.example/2026/11/24/the-company-has-entered-liquidation-proceedings-at-last.html',
    'https://a.example/q?code=600519&sign=1&verify=yes',
    'https://a.example/i7012345678901234567/?page=2&wid=20261124',
    '王某的文件.pdf',
    'https://a.example/r?x=page%3D20261124&to=https%3A%2F%2Fb.example%2Fp%3Fid%3D20261124001',
  ])('%s stays', (address) => expect(cleanedAddress(address)).toBe(address));
});
