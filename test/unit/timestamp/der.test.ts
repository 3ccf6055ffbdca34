import { describe, expect, test } from 'vitest';
import {
  childrenOf,
  der,
  derNatural,
  derOid,
  expectTag,
  firstDer,
  readDer,
  sequence,
  tags,
  withDefiniteLengths,
} from '../../../shared/timestamp/der.ts';
import {
  bitStringOctets,
  bitsOf,
  booleanOf,
  derText,
  fromHex,
  hex,
  integerHex,
  oidOf,
  sameBytes,
  smallInteger,
  timeOf,
} from '../../../shared/timestamp/der-values.ts';
import { certificatesIn, fromBase64 } from '../../../shared/timestamp/pem.ts';
import { readAnswer, timeStampRequest } from '../../../shared/timestamp/request.ts';

/** The octets of X.690 written as hexadecimal, by hand. */
const of = (digits: string) => readDer(fromHex(digits.replace(/ /g, '')));
const bytes = (digits: string) => fromHex(digits.replace(/ /g, ''));

describe('an element of DER', () => {
  test('has its tag, its content and nothing behind it', () => {
    expect(of('0401ff')).toEqual({ tag: 4, bytes: bytes('0401ff'), body: bytes('ff') });
    expect(of('0500').body).toHaveLength(0);
    expect(hex(firstDer(bytes('0401ff0500')).bytes)).toBe('0401ff');
    expect(() => of('0401ff00')).toThrow('der-bytes-follow?count=1');
  });

  test.for([127, 128, 255, 256, 65_535, 65_536])('of %s octets has the shortest length there is', (length) => {
    const made = der(tags.octetString, new Uint8Array(length).fill(7));
    const head = {
      127: '047f',
      128: '048180',
      255: '0481ff',
      256: '04820100',
      65_535: '0482ffff',
      65_536: '0483010000',
    }[length]!;
    expect(hex(made.subarray(0, head.length / 2))).toBe(head);
    expect(readDer(made).body).toHaveLength(length);
  });

  test.for([
    ['04', 'der-cut'],
    ['', 'der-cut'],
    ['0402ff', 'der-cut'],
    ['0482', 'der-cut'],
    ['04817f' + '00'.repeat(127), 'der-length-form'],
    ['04820080' + '00'.repeat(128), 'der-length-form'],
    ['048200ff' + '00'.repeat(255), 'der-length-form'],
    ['0485000000000100', 'der-too-long'],
    ['0480000000', 'indefinite'],
    ['1f8101' + '00', 'der-high-tag'],
    ['3f8101' + '00', 'der-high-tag'],
  ] as const)('%s is refused: %s', ([digits, why]) => {
    expect(() => of(digits)).toThrow(why);
  });

  test('of several holds them in order; a plain one holds none, another tag is refused', () => {
    const list = of('3007 0201 05 0402 0102'.replace('3007', '3007'));
    expect(childrenOf(list).map(({ tag }) => tag)).toEqual([2, 4]);
    expect(sequence(of('3000'))).toEqual([]);
    expect(() => childrenOf(of('0401ff'))).toThrow('der-no-elements');
    expect(() => sequence(of('3100'))).toThrow('der-tag?tag=30&found=31');
    expect(() => expectTag(undefined, 4)).toThrow('der-tag?tag=4&found=%E2%80%93');
    expect(() => childrenOf(of('3003 0202 05'))).toThrow('der-cut');
  });
});

describe('BER of indefinite length', () => {
  test.for([
    ['3080 020105 0000', '3003 020105'],
    ['3080 3080 0500 0000 0000', '3004 3002 0500'],
    ['2480 040101 04020203 0000', '0403 010203'],
    ['2406 040101 040102', '0402 0102'],
    ['3003 020105', '3003 020105'],
    ['a080 3080 0000 0000', 'a002 3000'],
  ] as const)('%s is %s', ([ber, definite]) => {
    expect(hex(withDefiniteLengths(bytes(ber)))).toBe(definite.replace(/ /g, ''));
  });

  test.for([
    ['3080 020105', 'der-cut'],
    ['3080 020105 00', 'der-cut'],
    ['3080 0000 00', 'der-bytes-follow?count=1'],
    ['3006 020105', 'der-cut'],
    ['3004 020105', 'der-cut'],
    ['3080'.repeat(42) + '0000'.repeat(42), 'der-too-deep'],
  ] as const)('%s is refused: %s', ([ber, why]) => {
    expect(() => withDefiniteLengths(bytes(ber))).toThrow(why);
  });

  test('is read to a depth of forty', () => {
    expect(withDefiniteLengths(bytes('3080'.repeat(41) + '0000'.repeat(41))).length).toBeGreaterThan(41);
  });
});

describe('values of DER', () => {
  test.for([
    ['06092a864886f70d010702', '1.2.840.113549.1.7.2'],
    ['0601 27', '0.39'],
    ['0601 28', '1.0'],
    ['0601 4f', '1.39'],
    ['0601 50', '2.0'],
    ['0602 8837', '2.999'],
    ['0603 550403', '2.5.4.3'],
  ] as const)('%s is the object %s, and is written so', ([digits, dotted]) => {
    expect(oidOf(of(digits))).toBe(dotted);
    if (dotted !== '2.999') expect(hex(derOid(dotted))).toBe(digits.replace(/ /g, ''));
  });

  test.for(['0602 8001', '0603 2a8001', '0601 86', '0602 2a86', '0401 2a'])('%s is no object', (digits) => {
    expect(() => oidOf(of(digits))).toThrow();
  });

  test.for([
    ['020100', '00', 0],
    ['02017f', '7f', 127],
    ['02020080', '80', 128],
    ['020200ff', 'ff', 255],
    ['02020100', '0100', 256],
    ['02050080000000', '80000000', 2_147_483_648],
    ['0201ff', '-ff', null],
    ['020180', '-80', null],
    ['0202ff7f', '-ff7f', null],
    ['02050100000000', '0100000000', null],
  ] as const)('%s is the number %s', ([digits, text, value]) => {
    expect(integerHex(of(digits))).toBe(text);
    if (value === null) expect(() => smallInteger(of(digits))).toThrow('der-small-number');
    else expect(smallInteger(of(digits))).toBe(value);
  });

  test.for(['0200', '02020000', '0202007f', '0202ffff', '0202ff80'])(
    '%s is no number in its shortest form',
    (digits) => {
      expect(() => integerHex(of(digits))).toThrow(/der-integer-(empty|form)/);
    },
  );

  test('a natural number is written in its shortest form', () => {
    for (const [from, to] of [
      ['00', '020100'],
      ['0000', '020100'],
      ['007f', '02017f'],
      ['80', '02020080'],
      ['000100', '02020100'],
    ] as const)
      expect(hex(derNatural(fromHex(from)))).toBe(to);
  });

  test('true is ff and false is 00, and nothing else is either', () => {
    expect([booleanOf(of('0101ff')), booleanOf(of('010100'))]).toEqual([true, false]);
    for (const wrong of ['010101', '0102ffff', '0100', '0201ff']) expect(() => booleanOf(of(wrong))).toThrow();
  });

  test('bits are counted from the left, and octets have none to spare', () => {
    expect([...bitsOf(of('0302 05a0'))]).toEqual([0, 2]);
    expect([...bitsOf(of('0303 07 0080'))]).toEqual([8]);
    expect([...bitsOf(of('0302 0001'))]).toEqual([7]);
    expect(hex(bitStringOctets(of('0303 00abcd')))).toBe('abcd');
    expect(() => bitStringOctets(of('0302 01aa'))).toThrow('der-bit-string');
  });

  const time = (tag: string, text: string) =>
    of(`${tag}${text.length.toString(16).padStart(2, '0')}${hex(new TextEncoder().encode(text))}`);
  test.for([
    ['17', '490506013000Z', '2049-05-06T01:30:00.000Z'],
    ['17', '500506013000Z', '1950-05-06T01:30:00.000Z'],
    ['17', '991231235959Z', '1999-12-31T23:59:59.000Z'],
    ['18', '20190506013000Z', '2019-05-06T01:30:00.000Z'],
    ['18', '20190506013000.5Z', '2019-05-06T01:30:00.500Z'],
    ['18', '20190506013000.1239Z', '2019-05-06T01:30:00.123Z'],
    ['18', '20200229000000Z', '2020-02-29T00:00:00.000Z'],
  ] as const)('%s %s is %s', ([tag, text, iso]) => {
    expect(new Date(timeOf(time(tag, text))).toISOString()).toBe(iso);
  });

  test.for([
    ['17', '1905060130Z'],
    ['17', '190506013000+0800'],
    ['18', '20190506013000.50Z'],
    ['18', '20190506013000.Z'],
    ['18', '20190506013000'],
    ['18', '20190229000000Z'],
    ['18', '20190506240000Z'],
    ['18', '190506013000Z'],
    ['17', '20190506013000Z'],
    ['04', '20190506013000Z'],
  ] as const)('%s %s is no time', ([tag, text]) => {
    expect(() => timeOf(time(tag, text))).toThrow();
  });

  test('texts are read as their kind has them', () => {
    expect(derText(of('0c06e99d92e7a6be'))).toBe('青禾');
    expect(derText(of('1e04 9752 79be'))).toBe('青禾');
    expect(derText(of('1304 41424344'))).toBe('ABCD');
    expect(derText(of('0c02 ff41'))).toBe('ÿA');
    expect(derText(of('1401 e9'))).toBe('é');
    expect(derText(of('1402 c3a9'))).toBe('Ã©'); // UTF-8 is read as such only where it is called so
  });

  test('octets are the same where all of them are', () => {
    expect(sameBytes(bytes('0102'), bytes('0102'))).toBe(true);
    for (const other of ['0103', '01', '010203', '']) expect(sameBytes(bytes('0102'), bytes(other))).toBe(false);
  });
});

describe('certificates in a file', () => {
  const block = (kind: string, body: string) => `-----BEGIN ${kind}-----\n${body}\n-----END ${kind}-----\n`;
  const text = (all: string) => new TextEncoder().encode(all);

  test('are read from PEM, one or several, and from DER as it stands', () => {
    expect(
      certificatesIn(
        text(
          `${block('CERTIFICATE', 'AAEC')}x${block('TRUSTED CERTIFICATE', '/+8=')}${block('X509 CERTIFICATE', '/w==')}`,
        ),
      ).map(hex),
    ).toEqual(['000102', 'ffef', 'ff']);
    expect(certificatesIn(bytes('3000')).map(hex)).toEqual(['3000']);
    expect(() => certificatesIn(text(block('PRIVATE KEY', 'AAEC')))).toThrow('pem-no-certificate');
  });

  test('Base64 is RFC 4648’s, white space left out', () => {
    for (const words of ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'])
      expect(new TextDecoder().decode(fromBase64(Buffer.from(words).toString('base64')))).toBe(words);
    expect(hex(fromBase64(' A\nAEC\t'))).toBe('000102');
    const long = Buffer.from(Array.from({ length: 300 }, (_, at) => at & 255));
    expect(Buffer.from(fromBase64(long.toString('base64'))).equals(long)).toBe(true);
    for (const wrong of ['AA-_', 'A=A=', '青']) expect(() => fromBase64(wrong)).toThrow('not-base64');
  });
});

describe('a request for a time stamp, and its answer', () => {
  test('the request has version 1, the SHA-256 of what is stamped, a nonce, and asks for the certificate', () => {
    const digest = 'ab'.repeat(32);
    const parts = sequence(readDer(timeStampRequest(digest, '00ff', null)));
    expect(parts.map(({ bytes: one }) => hex(one))).toEqual([
      '020101',
      expect.stringContaining(`0420${digest}`),
      '020200ff',
      '0101ff',
    ]);
    expect(oidOf(sequence(sequence(parts[1])[0])[0])).toBe('2.16.840.1.101.3.4.2.1');
    const asked = sequence(readDer(timeStampRequest(digest, '01', '1.2.3')));
    expect([asked.length, oidOf(asked[2])]).toEqual([5, '1.2.3']);
  });

  const answer = (digits: string) => readAnswer(bytes(digits));
  test('granted, with or without changes, it holds a token; granted without one it is none', () => {
    for (const status of ['00', '01'])
      expect(answer(`3009 3003 0201${status} 3002 0500`)).toEqual({ token: bytes('3002 0500') });
    expect(() => answer('3005 3003 020100')).toThrow('der-granted-no-token');
    expect(() => answer('300b 3003 020100 3002 0500 0500')).toThrow('der-granted-no-token');
  });

  test.for([
    ['3005 3003 020102', 'status 2'],
    ['3009 3007 020102 0302 0520', 'badRequest'],
    ['3009 3007 020102 0302 0780', 'badAlg'],
    ['300a 3008 020102 0303 060240', 'failure 6, failure 9'],
    ['300d 300b 020102 3006 0c04 62757379', 'busy'],
    ['3011 300f 020102 3006 0c04 62757379 0302 0520', 'busy, badRequest'],
  ] as const)('refused, it says why: %s', ([digits, refused]) => {
    expect(answer(digits)).toEqual({ refused });
  });

  test('each reason for a refusal has its name', () => {
    const names = {
      0: 'badAlg',
      2: 'badRequest',
      5: 'badDataFormat',
      14: 'timeNotAvailable',
      15: 'unacceptedPolicy',
      16: 'unacceptedExtension',
      17: 'addInfoNotAvailable',
      25: 'systemFailure',
    };
    for (const [bit, name] of Object.entries(names)) {
      const octets = [0, 0, 0, 0];
      octets[Math.floor(Number(bit) / 8)] = 0x80 >> (Number(bit) % 8);
      const bits = der(tags.bitString, Uint8Array.of(0, ...octets));
      expect(readAnswer(der(tags.sequence, der(tags.sequence, bytes('020102'), bits)))).toEqual({ refused: name });
    }
  });
});
